"""What is different between two versions of a rubric set, for people: the worst first."""

from __future__ import annotations

from lifeline.report.figures import figure
from lifeline.report.phrases import count, day_text, short
from lifeline.report.problems import problem_lines
from lifeline.report.tables import table
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]

HEADINGS = {
    "breaking": "Breaking: what idea files hold, or what results mean, changes",
    "compatible": "Compatible: something is added, or kept for older idea files",
    "none": "Without effect: no result changes",
}
KINDS = {"breaking": "breaking", "compatible": "compatible", "none": "without effect"}
ASKS = {
    "breaking": "A breaking change",
    "compatible": "A compatible change",
    "none": "A change of wording",
}
BEFORE_1 = " Below 1.0.0, a breaking change asks for a minor step, anything else for a patch."

EFFECTS = {
    "unreadable": "not readable any more",
    "now-fail": "now fail",
    "now-unclear": "now unclear",
    "now-pass": "now pass",
    "shorter": "shorter",
    "longer": "longer",
    "wider": "less certain",
    "narrower": "more certain",
    "other-score": "with another score",
    "readable": "readable only now",
    "never-readable": "not readable by either",
    "same": "the same",
}
"""What becomes of an idea, the most urgent first."""

FIGURES = {
    "concordance": "concordance (1 at best, 0.5 is a coin)",
    "balanced_accuracy_12": "balanced accuracy at 12 months (1 at best)",
    "range_score": "range score (0 at best, 0.25 says nothing)",
}
NOTHING = "-"
NAMED = 5
"""Cases named of those that are left out."""


def lay_out(found: Data, terminal: Terminal) -> list[str]:
    """Give the lines of a comparison: changes, ideas, cases; at last the version."""
    lines = [*_changes(found, terminal)]
    if found["ideas"]:
        lines += [*_ideas(found["ideas"], terminal), ""]
    if found["cases"]:
        lines += [*_cases(found["cases"], terminal), ""]
    return [*lines, *_version(found, terminal)]


def _changes(found: Data, terminal: Terminal) -> list[str]:
    lines = []
    for kind, heading in HEADINGS.items():
        of_it = [change for change in found["changes"] if change["kind"] == kind]
        if of_it:
            lines.append(terminal.paint(f"{heading} ({len(of_it)})", "bold"))
            lines += [line for change in of_it for line in _change(change, terminal)]
            lines.append("")
    return lines


def _change(change: Data, terminal: Terminal) -> list[str]:
    """Tell a change on a line of its own, however long, so that editors find its place."""
    lines = problem_lines(change["path"], [{**change, "excerpt": None}])  # type: ignore[typeddict-item]
    lines += terminal.paragraph(change["reason"], 2)
    if change["hint"]:
        lines += terminal.paragraph(f"{terminal.signs['to']} {change['hint']}", 2)
    return lines


def _ideas(found: Data, terminal: Terminal) -> list[str]:
    sums = [f"{found['sums'][key]} {word}" for key, word in EFFECTS.items() if key in found["sums"]]
    total, day = count(len(found["ideas"]), "idea"), day_text(found["as_of"])
    lines = terminal.paragraph(f"{total}, as seen on {day}: {', '.join(sums)}.")
    rubrics = _scored(found["ideas"])
    rows = [_idea(idea, rubrics, terminal.signs["to"]) for idea in found["ideas"]]
    heads = (f"score of {rubric}" for rubric in rubrics)
    lines += table(terminal, rows, ("idea", "months", "verdict", *heads))
    for idea in found["ideas"]:
        if idea["change"] != "readable":
            lines += problem_lines(idea["path"], idea["errors"]["new"])
    return lines


def _scored(ideas: list[Data]) -> list[str]:
    """Give the rubrics by which some idea has a score in one version or the other."""
    ends = [idea[end] for idea in ideas for end in ("old", "new") if idea[end]]
    return list(dict.fromkeys(rubric for end in ends for rubric in end["scores"]))


def _idea(idea: Data, rubrics: list[str], sign: str) -> tuple[str, ...]:
    ends = idea["old"], idea["new"]
    return (
        idea["path"],
        _step([short(end["months"]) if end else NOTHING for end in ends], sign),
        _step([end["verdict"] if end else NOTHING for end in ends], sign),
        *(_step([_score(end, rubric) for end in ends], sign) for rubric in rubrics),
    )


def _score(outcome: Data | None, rubric: str) -> str:
    score = outcome and outcome["scores"].get(rubric)
    if not score:
        return NOTHING
    low, high = (f"{score[end]:g}" for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def _step(ends: list[str], sign: str) -> str:
    before, after = ends
    return before if before == after else f"{before} {sign} {after}"


def _cases(found: Data, terminal: Terminal) -> list[str]:
    fitting, left_out = count(found["cases"], "case"), found["left_out"]
    verb = "fits" if found["cases"] == 1 else "fit"
    head = f"Back-test: {fitting} of {found['folder']} {verb} both versions"
    lines = terminal.paragraph(f"{head}." if found["cases"] else f"{head}: nothing to compare.")
    if found["old"]:
        rows = [
            (name, figure(found["old"][key]), figure(found["new"][key]))
            for key, name in FIGURES.items()
        ]
        lines += table(terminal, rows, ("", "old", "new"))
    if left_out:
        lines.append(f"Left out, as an answer does not fit ({len(left_out)}):")
        for each in left_out[:NAMED]:
            problem = {**each["problem"], "excerpt": None}
            told = f"{each['problem']['message']} (the {each['version']} version)"
            lines += problem_lines(each["path"], [{**problem, "message": told}])  # type: ignore[typeddict-item]
        if len(left_out) > NAMED:
            lines.append(f"and {len(left_out) - NAMED} more; --format json names all.")
    return lines


def _version(found: Data, terminal: Terminal) -> list[str]:
    old, new, version = found["old"], found["new"], found["version"]
    name = old["set"] if old["set"] == new["set"] else f"{old['set']}, {new['set']}"
    counts = [f"{number} {KINDS[kind]}" for kind, number in found["counts"].items()]
    total = count(sum(found["counts"].values()), "change")
    head = f"{name} {old['version']} {terminal.signs['to']} {new['version']}: {total}"
    lines = [f"{head} ({', '.join(counts)})." if found["changes"] else f"{head}."]
    colour = "pass" if version["enough"] else "fail"
    lines += [terminal.paint(line, colour) for line in terminal.paragraph(_judged(found, version))]
    return [safe(lines[0]), *lines[1:]]


def _judged(found: Data, version: Data) -> str:
    if version["least"] is None:
        return "These are two sets of different names, so their versions are not compared."
    if not found["changes"]:
        if version["enough"]:
            return "The two versions are the same but for cosmetic differences."
        return f"The version is lower than before. Expected {version['least']} or higher."
    if version["enough"]:
        return "The version is raised as it should be."
    worst = next(kind for kind, number in found["counts"].items() if number)
    raised = found["old"]["version"] != found["new"]["version"]
    told = "is not raised far enough" if raised else "is not raised"
    rule = BEFORE_1 if found["old"]["version"].startswith("0.") else ""
    return (
        f"The version {told}. {ASKS[worst]} asks for {version['least']} or higher: change"
        f" 'version' in set.yaml.{rule}"
    )
