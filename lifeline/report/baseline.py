"""Ideas beside a baseline: what is worse and what is better, idea by idea, and what to do."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.accepted import better_text, gone_text, worse_text
from lifeline.report.problems import problem_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.baseline import Change
    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Lines = list[str]

COMMAND = "lifeline baseline"


def lay_out(found: Data, terminal: Terminal, arguments: str = "") -> Lines:
    """Lay out what was found.

    Args:
        found: what the verb prints as JSON.
        terminal: where it is shown.
        arguments: what was given on the command line, for the commands that are proposed.
    """
    lines: Lines = []
    new, stale = _by_idea(found["new"]), _by_idea(found["stale"])
    for id_ in {**new, **stale}:
        lines += [*_idea(new.get(id_, []), stale.get(id_, []), terminal), ""]
    verdict, *advice = [_result(found), *_advice(found, arguments)]
    colour = {"pass": "pass", "fail": "fail", "invalid": "invalid"}[found["verdict"]]
    first, *rest = terminal.paragraph(verdict)
    lines += [terminal.paint(first, colour), *rest]
    for text in advice:
        lines += terminal.paragraph(f"{terminal.signs['to']} {text}", 2)
    return lines


def _by_idea(changes: list[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change["id"], []).append(change)
    return found


def _idea(new: list[Change], stale: list[Change], terminal: Terminal) -> Lines:
    first = [*new, *stale][0]
    lines = [
        terminal.paint(line, "bold") for line in terminal.paragraph(first["idea"] or first["id"])
    ]
    if first["path"]:
        lines += [terminal.paint(line, "dim") for line in terminal.paragraph(first["path"])]
    told: set[str] = set()
    for change in new:
        lines += _worse(change, terminal, told)
    gone = [change for change in stale if change["kind"] == "finding"]
    texts = [better_text(change) for change in stale if change["kind"] != "finding"]
    for text in [*texts, *([gone_text(gone)] if gone else [])]:
        lines += terminal.paragraph(f"better: {text}", 2, terminal.signs["bullet"])
    return lines


def _worse(change: Change, terminal: Terminal, told: set[str]) -> Lines:
    """Tell one thing, and what to do about it unless it is ``told`` of this idea already."""
    place = f", line {change['line']}" if change["rule"] else ""
    text = f"worse{place}: {worse_text(change)}"
    lines = terminal.paragraph(text, 2, terminal.signs["bullet"])
    if change["errors"]:
        return lines + problem_lines(change["path"] or "", change["errors"])
    if change["remedy"] not in {"", *told} and change["status"] != "possible":
        told.add(change["remedy"])
        lines += terminal.paragraph(f"{terminal.signs['to']} {change['remedy']}", 2)
    return lines


def _result(found: Data) -> str:
    if found["action"] == "check":
        return _checked(found)
    file, new = found["file"], len(found["new"])
    if found["action"] == "prune":
        better = f"{_things(len(found['stale']))} better than before"
        return _TAKEN.format(better, file) if found["written"] else _AS_IT_WAS.format(file)
    if found["written"]:
        return _written(found)
    if new:
        return f"Nothing is written: {_things(new)} worse than {file} has it."
    return f"Nothing is to be written: {file} has everything as it stands."


_TAKEN = "{}, and {} holds the ideas to that from now on."
_AS_IT_WAS = "Nothing is better than before: {} stays as it was."


def _things(number: int) -> str:
    return f"{phrases.count(number, 'thing')} {'is' if number == 1 else 'are'}"


def _checked(found: Data) -> str:
    ideas = phrases.count(found["summary"]["ideas"], "idea")
    new, stale = len(found["new"]), len(found["stale"])
    worse = f"{_things(new)} worse than was accepted"
    better = f"{_things(stale)} better than {found['file']} has it"
    told = " and ".join(text for text, number in ((worse, new), (better, stale)) if number)
    told = told or "nothing is worse than was accepted, and nothing is better"
    return f"{phrases.VERDICTS[found['verdict']]}: of {ideas}, {told}."


def _written(found: Data) -> str:
    summary = found["summary"]
    counts = [f"{summary[name]} {name}" for name in phrases.VERDICTS if summary[name]]
    ideas = phrases.count(summary["ideas"], "idea")
    findings = phrases.count(summary["findings"], "finding")
    told = f"{ideas} accepted as of now ({', '.join(counts)}) with {findings}"
    return f"Wrote {found['file']}: {told}."


def _advice(found: Data, arguments: str) -> list[str]:
    """Say what to do next."""
    advice = [_changed_set(found)] if found["rubric_changed"] and found["new"] else []
    loosen = f"{COMMAND} write --loosen{arguments}"
    if found["action"] == "check" and found["new"]:
        advice.append(f"What is worse: mend it, or accept it on purpose: {loosen}")
    if found["action"] == "check" and found["stale"]:
        prune = f"{COMMAND} prune{arguments}"
        advice.append(f"What is better: take it over, so that it stays so: {prune}")
    if found["action"] == "check" and (
        invalid := found["summary"]["invalid"] - _new_invalid(found)
    ):
        files = "1 file still cannot" if invalid == 1 else f"{invalid} files still cannot"
        advice.append(f"{files} be judged, as was accepted. Mend it when you can.")
    if found["action"] == "write" and found["written"]:
        check = f"{COMMAND} check{arguments}"
        advice.append(f"Keep it in the repository, and let CI run: {check}")
    if found["action"] == "write" and found["new"] and not found["written"]:
        advice.append(f"To accept this on purpose: {loosen}")
    return advice


def _new_invalid(found: Data) -> int:
    return sum(change["kind"] == "invalid" for change in found["new"])


def _changed_set(found: Data) -> str:
    then, now = found["accepted_by"], found["set"]
    name = f"{now['id']} {now['version']}"
    told = f"{then['id']} {then['version']} then, {name} now"
    told = told if then["version"] != now["version"] else f"{name}, with other rules than then"
    return f"The rubric changed since that was accepted ({told}): some of this may come from it."
