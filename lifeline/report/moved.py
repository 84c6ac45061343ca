"""What takes months, is told or is open otherwise than before, for people."""

from __future__ import annotations

from lifeline.model.words import STALE, UNBACKED
from lifeline.reading.spelling import listed
from lifeline.report.phrases import bare, count
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]
    Lines = list[str]

NAMED = 6
"""Rules that are named in a row; JSON names all."""

ABOUT_ANSWERS = (UNBACKED, STALE)


class Moved:
    """Lays out what moved beside the figures; each section is a method that gives its lines."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def sections(self, moved: Data) -> dict[str, Lines]:
        """Give the lines below each title; none where there is nothing to say."""
        return {
            "What takes months": self._caps(moved["caps"]),
            "Findings": self._findings(moved["findings"]),
            "Questions": self._open(moved["open"]),
        }

    def _caps(self, caps: Data) -> Lines:
        """Tell what takes months now with its reason, and what no longer does by name."""
        lines: Lines = []
        for cap in caps["came"]:
            verb = "May take" if cap["status"] == "possible" else "Takes"
            head = f"{verb} months now ({cap['rule']}, {cap['clock']})"
            lines += self._bulleted(f"{head}: {cap['because']}")
            lines += self.terminal.paragraph(f"{self.terminal.signs['to']} {cap['remedy']}", 2)
        for pair in caps["changed"]:
            lines += self._bulleted(_cap_change(pair["old"], pair["new"]))
        for lead, status in (("No longer takes", "certain"), ("Can no longer take", "possible")):
            gone = [bare(cap["rule"]) for cap in caps["went"] if cap["status"] == status]
            if gone:
                lines += self._bulleted(f"{lead} months: {', '.join(gone)}.")
        return lines

    def _findings(self, findings: Data) -> Lines:
        """Tell what is sure and new in full, the others by name; the same rule once, counted."""
        lines: Lines = []
        sure = [one for one in findings["came"] if one["status"] == "certain"]
        for one, number in _counted(sure):
            about = f"{bare(one['question'])}: " if one["rule"] in ABOUT_ANSWERS else ""
            many = f" And so for {count(number - 1, 'more answer')}." if number > 1 else ""
            told = f"New {one['level']}: {about}{one['message']}{many} ({one['rule']})"
            lines += self._bulleted(told)
        for pair in findings["changed"]:
            lines += self._bulleted(_finding_change(pair["old"], pair["new"]))
        perhaps = [one for one in findings["came"] if one not in sure]
        for lead, some in (("New, perhaps", perhaps), ("No longer told", findings["went"])):
            if some:
                lines += self._bulleted(f"{lead}: {_named(some)}.")
        return lines

    def _open(self, open_: Data) -> Lines:
        words = {
            "answered": "Settled now",
            "opened": "Open now",
            "needless": "No longer asked",
        }
        lines: Lines = []
        for key, lead in words.items():
            if open_[key]:
                lines += self._bulleted(f"{lead}: {listed(map(bare, open_[key]))}.")
        return lines

    def _bulleted(self, text: str) -> Lines:
        return self.terminal.paragraph(text, 2, self.terminal.signs["bullet"])


def _cap_change(old: Data, new: Data) -> str:
    was, is_ = (
        f"{'perhaps ' if cap['status'] == 'possible' else ''}{months_text(cap['value'])}"
        for cap in (old, new)
    )
    is_worse = new["value"]["low"] < old["value"]["low"]
    reason = f" {new['because']}" if is_worse else ""
    return f"{new['rule']} left {was}; now it leaves {is_}.{reason}"


def _finding_change(old: Data, new: Data) -> str:
    if old["waived"] != new["waived"]:
        return f"{new['rule']} is {'waived now' if new['waived'] else 'waived no more'}."
    was, is_ = (
        f"{'perhaps ' if f['status'] == 'possible' else ''}a {f['level']}" for f in (old, new)
    )
    return f"{new['rule']} was {was}, and is {is_} now."


def _counted(findings: list[Data]) -> list[tuple[Data, int]]:
    """Give the first finding of each rule, and how many there are of it."""
    first: dict[str, Data] = {}
    for finding in findings:
        first.setdefault(finding["rule"], finding)
    return [(f, sum(each["rule"] == f["rule"] for each in findings)) for f in first.values()]


def _named(findings: list[Data]) -> str:
    counted = [(bare(one["rule"]), number) for one, number in _counted(findings)]
    names = [f"{name}, {number} times" if number > 1 else name for name, number in counted]
    return listed(names, NAMED)
