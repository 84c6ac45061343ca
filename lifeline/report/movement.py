"""What moved between two states of ideas, for people: a sentence on top, then cause by cause."""

from __future__ import annotations

from lifeline.model.versions import parts_of
from lifeline.report.causes import cause_lines
from lifeline.report.moved import Moved
from lifeline.report.phrases import count, day_text, short
from lifeline.report.problems import problem_lines
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Lines = list[str]

NOTHING = "-"
QUIET = ("same", "time", "other")
"""What became of ideas that are only counted."""

RENAMED = "It was called {old}, and is called {new} now."
OTHER = "If these are two ideas, 'lifeline compare' puts them beside each other."

COUNTED = {
    "unreadable": "can no longer be read",
    "never-readable": "cannot be read",
    "months": "with other months",
    "verdict": "with another verdict",
    "readable": "can be read now",
    "added": "new",
    "deleted": "gone",
    "other": "with the same months and verdict, and something else moved",
    "time": "where only time passed",
    "same": "where nothing moved",
}


def lay_out(found: Data, terminal: Terminal) -> Lines:
    """Give the lines of a comparison: of one idea everything, of several what moved most."""
    ideas = found["ideas"]
    if len(ideas) == 1:
        return _Layout(found, terminal).everything(ideas[0])
    lines = _painted(found["sentence"], terminal)
    lines += terminal.paragraph(_sides(found["old"], found["new"]))
    sums = [
        f"{found['counts'][key]} {text}" for key, text in COUNTED.items() if found["counts"][key]
    ]
    lines += ["", *terminal.paragraph(f"{count(len(ideas), 'idea')}: {'; '.join(sums)}.")]
    moved = [idea for idea in ideas if idea["change"] not in QUIET]
    if moved:
        rows = [_row(idea, terminal.signs["to"]) for idea in moved]
        lines += ["", *table(terminal, rows, ("idea", "months", "verdict"))]
        lines += [""] if len(moved) > 1 else []
    for idea in moved:
        if idea is not moved[0]:  # that one stands on top
            lines += terminal.paragraph(idea["sentence"], 2, terminal.signs["bullet"])
    return lines + _spaced([line for idea in moved for line in _problems(idea)])


def _spaced(lines: Lines) -> Lines:
    return ["", *lines] if lines else []


def _row(idea: Data, sign: str) -> tuple[str, ...]:
    ends = idea["old"], idea["new"]
    months = [
        short(end["lifeline"]["months"]) if end and end["lifeline"] else NOTHING for end in ends
    ]
    verdicts = [end["verdict"] if end else NOTHING for end in ends]
    return idea["id"], _step(months, sign), _step(verdicts, sign)


def _step(ends: list[str], sign: str) -> str:
    before, after = ends
    return before if before == after else f"{before} {sign} {after}"


def _painted(text: str, terminal: Terminal) -> Lines:
    return [terminal.paint(line, "bold") for line in terminal.paragraph(text)]


def _sides(old: Data, new: Data) -> str:
    """Say what is compared, and from which day each side is looked at."""
    if not old["commit"] and not new["commit"] and old["as_of"] == new["as_of"]:
        return f"Both {_side(new)}."
    return f"Before: {_side(old)}. Now: {_side(new)}."


def _side(side: Data) -> str:
    looked = f"looked at from {day_text(side['as_of'])}"
    if not side["commit"]:
        return looked
    name = f"{side['revision']}, commit {side['commit'][:8]} of {day_text(side['date'])}"
    return f"{name}, {looked}"


def _problems(idea: Data) -> Lines:
    """Tell what is wrong with the newer file, or with the older one where only that is."""
    for end in ("new", "old"):
        if idea["errors"][end]:
            return problem_lines(idea[end]["path"], idea["errors"][end])
    return []


class _Layout:
    """Lays out one idea; each section is a method that gives its lines."""

    def __init__(self, found: Data, terminal: Terminal) -> None:
        self.found = found
        self.terminal = terminal

    def everything(self, idea: Data) -> Lines:
        """Give all sections that have something to say."""
        lines = _painted(idea["sentence"], self.terminal)
        lines += self.terminal.paragraph(_paths(idea))
        lines += self.terminal.paragraph(_titles(idea))
        lines += self.terminal.paragraph(_sides(self.found["old"], self.found["new"]))
        lines += self.terminal.paragraph(_versions(idea))
        lines += _problems(idea)
        if idea["moved"] is None:
            return lines
        lines += ["", *self._figures(idea)]
        lines += self._steps(idea["parts"])
        lines += self._titled("Cause by cause", cause_lines(idea, self.found, self.terminal))
        for title, told in Moved(self.terminal).sections(idea["moved"]).items():
            lines += self._titled(title, told)
        return lines

    def _figures(self, idea: Data) -> Lines:
        """Lay the results side by side."""
        old, new = idea["old"], idea["new"]
        spans = {"months": "months", "  advantage": "advantage", "  necessity": "necessity"}
        rows = [
            (name, *(short(end["lifeline"][key]) for end in (old, new)))
            for name, key in spans.items()
        ]
        rows.append(("verdict", old["verdict"], new["verdict"]))
        rows.append(("until, at the least", *map(_until, (old, new))))
        rows.append(("days left, at the least", *map(_left, (old, new))))
        rows += [
            (f"score of {rubric}", *(_score(ends[end]) for end in ("old", "new")))
            for rubric, ends in idea["moved"]["scores"].items()
        ]
        return table(self.terminal, rows, ("", "before", "now"))

    def _steps(self, parts: list[Data]) -> Lines:
        """Go from the old result to the new one, where more than one cause moved it."""
        moving = [part for part in parts if part["old"] != part["new"]]
        if len(moving) < 2:  # noqa: PLR2004
            return []
        rows = [("before", short(moving[0]["old"]), moving[0]["old"]["verdict"])]
        rows += [
            (f"then {' and '.join(part['causes'])}", short(part["new"]), part["new"]["verdict"])
            for part in moving
        ]
        lines = table(self.terminal, rows, ("", "months", "verdict"))
        return self._titled("Step by step", lines)

    def _titled(self, title: str, lines: Lines) -> Lines:
        return ["", self.terminal.paint(title, "bold"), *lines] if lines else []


def _paths(idea: Data) -> str:
    """Name the file, and what it was before, where that was another one or had another name."""
    paths = [idea[end]["path"] for end in ("old", "new") if idea[end]]
    return " before, and now ".join(dict.fromkeys(paths))


def _titles(idea: Data) -> str:
    """Say that the idea was called otherwise; in another file it may be another idea."""
    title = idea["moved"]["title"] if idea["moved"] else None
    if not title:
        return ""
    told = RENAMED.format(**title)
    return told if idea["old"]["path"] == idea["new"]["path"] else f"{told} {OTHER}"


def _versions(idea: Data) -> str:
    """Say that the installed set judges what was answered for another version of it."""
    told = []
    for end, name in (("old", "before"), ("new", "now")):
        state = idea[end]
        version = state and state["written_for"]
        if version and parts_of(version)[:2] != parts_of(state["set"]["version"])[:2]:
            set_ = f"{state['set']['id']} {state['set']['version']}"
            told.append(f"The file {name} was answered for {version}, and {set_} judges it.")
    return " ".join(told)


def _until(state: Data) -> str:
    until = state["lifeline"]["until"]
    return day_text(until["low"]) if until else NOTHING


def _left(state: Data) -> str:
    left = state["days_left"]
    if left is None:
        return NOTHING
    return str(left) if left >= 0 else f"passed {count(-left, 'day')} ago"


def _score(score: Data | None) -> str:
    if score is None:
        return NOTHING
    low, high = (f"{score[end]:g}" for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"
