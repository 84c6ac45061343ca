"""Annotations that GitHub draws on the lines of a pull request: the worst ones, the rest counted.

Each is a command to the runner, on a line of its own (``ActionCommand.cs`` in actions/runner).
"""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.formats.concerns import BEYOND, ERROR, NOTE, WARNING, concerns
from lifeline.report.formats.places import Places
from lifeline.report.formats.streams import in_utf_8, write_lines
from lifeline.report.terminal import inert, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.formats.concerns import Concern
    from lifeline.report.run import Run

    Waiting = tuple[tuple[int, int, str, int, int, str], tuple[str, str]]
    """What an annotation is sorted by, worst first (rank, how manieth of it in its file, path,
    line, column, rule), and its message with the remedy."""

COMMANDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}

DRAWN = 10
"""Annotations of each level that GitHub draws of a step."""

ROOM = 20 * DRAWN
"""Annotations of a level that wait, before those that will not be drawn are let go."""

REST = (
    "{rest} of lifeline {are} not drawn here. All of them: lifeline score --format text{choosing}"
)


def annotation(level: str, message: Iterable[str], **properties: str | int) -> str:
    """Give the command that annotates; the message in paragraphs, properties such as ``file``."""
    told = "%0A".join(_data(paragraph) for paragraph in message if paragraph)
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[level]} {given}::{told}"


def _data(text: str) -> str:
    return inert(safe(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class GithubReporter:
    """Keeps the worst annotations of each level, and writes them at the end."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = in_utf_8(stream)
        self.choosing = run.choosing
        self.places = Places()
        self.waiting: dict[str, list[Waiting]] = {level: [] for level in COMMANDS}
        self.counts = dict.fromkeys(COMMANDS, 0)

    def add(self, assessment: Assessment) -> None:
        """Take one idea; of each, the worst comes before the second of another."""
        path = self.places.shown(assessment["path"])
        seen: dict[tuple[str, int], int] = {}
        for concern in concerns(assessment):
            if not concern.waived and concern.rank != BEYOND:
                key = concern.level, concern.rank
                seen[key] = nth = seen.get(key, 0) + 1
                self._wait(path, nth, concern)

    def _wait(self, path: str, nth: int, concern: Concern) -> None:
        order = concern.rank, nth, path, concern.line, concern.column, concern.rule
        waiting = self.waiting[concern.level]
        waiting.append((order, (concern.message, concern.remedy)))
        self.counts[concern.level] += 1
        if len(waiting) > ROOM:
            del sorted_in_place(waiting)[DRAWN:]

    def finish(self, _summary: dict[str, int]) -> None:
        """Write the worst, and how many more there are."""
        overflow = any(count > DRAWN for count in self.counts.values())
        rest, lines = 0, []
        for level, waiting in self.waiting.items():
            room = DRAWN - 1 if overflow and level == NOTE else DRAWN
            lines += [_drawn(level, each) for each in sorted_in_place(waiting)[:room]]
            rest += max(self.counts[level] - room, 0)
        if rest:
            told = phrases.count(rest, "more remark")
            are = "is" if rest == 1 else "are"
            text = REST.format(rest=told, are=are, choosing=self.choosing)
            lines.append(annotation(NOTE, [text], title="lifeline"))
        write_lines(self.stream, lines)


def _drawn(level: str, waiting: Waiting) -> str:
    (_, _, path, line, column, rule), message = waiting
    return annotation(level, message, file=path, line=line, col=column, title=rule)


def sorted_in_place(waiting: list[Waiting]) -> list[Waiting]:
    """Sort annotations, worst first, and give them."""
    waiting.sort()
    return waiting
