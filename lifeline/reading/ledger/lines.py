"""Reads a ledger line by line: what cannot be read is told by its number, and the rest counts.

The order of lines says nothing, as git puts lines of two branches one after the other; a line that
stands twice counts once.
"""

from __future__ import annotations

import json
from hashlib import blake2b

from lifeline.errors import Problem
from lifeline.reading.ledger.checks import KINDS, fault
from lifeline.reading.limits import MOST_TOLD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.ledger import Entry, Forecast, Resolution

FORMAT = 1
"""Raised when a key changes its meaning or goes; keys may be added."""

ID_BYTES = 5
"""Bytes of an id: among a thousand entries two have the same one in one of two million ledgers."""

CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
"""What git writes into a file where it could not merge."""

RESTORE = "Put the line back as git has it, or take it out."
NO_ENTRY = f"is no entry of a ledger. Expected one JSON object, as lifeline writes it. {RESTORE}"
LEFT_BEHIND = (
    "is a mark that a merge left behind. Take it out, and keep the lines on both sides; with the"
    " line 'lifeline-ledger.jsonl merge=union' in .gitattributes there will be none."
)
CUT_OFF = (
    "is cut off: writing it was interrupted, or the end of the file is lost. Take it out, and add"
    " or resolve again what it said."
)
CHANGED = f"was changed after it was written: it no longer has the id {{}}. {RESTORE}"
NEWER = (
    "was written by a newer version (format {}), and this one reads format 1. Install that version."
)


class Held:
    """What a ledger holds, by id, and which lines count for nothing.

    ``problems`` tells of each of these lines, of very many only of the first and how many more;
    ``unread`` is how many there are.
    """

    def __init__(self) -> None:
        self.forecasts: dict[str, Forecast] = {}
        self.resolutions: dict[str, Resolution] = {}
        self.problems: list[Problem] = []
        self.unread = 0


def read_ledger(data: bytes) -> Held:
    """Read a ledger; nothing in it is an error that stops that."""
    held, lines = Held(), _Lines()
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            lines.read(number, line.strip())
    lines.tell_cut_off(data)
    for _, entry in lines.entries:
        if entry["kind"] == "forecast":
            held.forecasts[entry["id"]] = entry
    for number, entry in lines.entries:
        if entry["kind"] == "resolution" and lines.is_about_something(number, entry, held):
            held.resolutions[entry["id"]] = entry
    held.problems, held.unread = _told(lines.problems), len(lines.problems)
    return held


class _Lines:
    """The entries and the problems of a ledger, each with the number of its line."""

    def __init__(self) -> None:
        self.entries: list[tuple[int, Entry]] = []
        self.problems: dict[int, Problem] = {}

    def read(self, number: int, line: bytes) -> None:
        try:
            entry = _parsed(line)
            key, told = _wrong(entry)
        except (ValueError, RecursionError):
            entry, key, told = None, "", LEFT_BEHIND if line[:7] in CONFLICT else NO_ENTRY
        if told:
            self.problems[number] = Problem(number, 1, key, told)
        else:
            self.entries.append((number, entry))

    def tell_cut_off(self, data: bytes) -> None:
        """Say of a last line without an end that cannot be read that it is not whole."""
        last = data.count(b"\n") + 1
        problem = self.problems.get(last)
        if problem and problem.message == NO_ENTRY and data.rstrip(b"\r\n") == data:
            problem.message = CUT_OFF

    def is_about_something(self, number: int, entry: Resolution, held: Held) -> bool:
        """Whether what a resolution is about can be read."""
        forecast = held.forecasts.get(entry["forecast"])
        if forecast and any(claim["after"] == entry["after"] for claim in forecast["claims"]):
            return True
        what = f"{entry['after']} months of the forecast {entry['forecast']}"
        told = f"is about {what}, which cannot be read here. Put that line back as git has it."
        self.problems[number] = Problem(number, 1, "forecast", told)
        return False


def _told(problems: dict[int, Problem]) -> list[Problem]:
    """Give the problems in the order of lines, and beyond many only the number of the rest."""
    told = [problems[number] for number in sorted(problems)]
    rest = told[MOST_TOLD:]
    if rest:
        text = f"cannot be read{_after(rest)}. {RESTORE}"
        told[MOST_TOLD:] = [Problem(rest[0].line, 1, "", text)]
    return told


def _after(rest: list[Problem]) -> str:
    """Count what follows the first of some lines."""
    more = len(rest) - 1
    if not more:
        return ""
    last = f"line {rest[-1].line}"
    return f", nor can {last}" if more == 1 else f", nor can {more} lines after it, up to {last}"


def _parsed(line: bytes) -> Any:
    """Parse a line; a key that stands twice, NaN or Infinity is not JSON that we take."""
    return json.loads(line.decode(), object_pairs_hook=_entries, parse_constant=_no_number)


def _entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _wrong(entry: Any) -> tuple[str, str]:
    """Give the key that is wrong and what to say of it; two empty texts where nothing is."""
    if not isinstance(entry, dict) or type(entry.get("ledger")) is not int:
        return "", NO_ENTRY
    if entry["ledger"] > FORMAT:
        return "", NEWER.format(entry["ledger"])
    kind = entry.get("kind")
    if entry["ledger"] != FORMAT or not isinstance(kind, str) or kind not in KINDS:
        return "", NO_ENTRY
    key, expected = fault(entry)
    if expected:
        return key, f"is not {expected}. {RESTORE}"
    if id_of(entry) != entry["id"]:
        return "", CHANGED.format(entry["id"])
    return "", ""


def id_of(entry: Any) -> str:
    """Give the id of an entry, which is a digest of all else that it says."""
    content = {key: value for key, value in entry.items() if key != "id"}
    return blake2b(_written(content).encode(), digest_size=ID_BYTES).hexdigest()


def line_of(entry: Entry) -> bytes:
    """Give an entry as its line."""
    return f"{_written(entry)}\n".encode()


def _written(data: Any) -> str:
    return json.dumps(data, sort_keys=True)
