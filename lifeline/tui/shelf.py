"""The idea files that somebody may want to go on with, each with what it comes to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from lifeline.errors import InvalidFile, LifelineError, Problem
from lifeline.reading.files import read_found, read_named
from lifeline.reading.finding.discovery import is_marked
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.idea import read_idea
from lifeline.reading.limits import MARK_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from lifeline.model.assessment import Assessment
    from lifeline.scoring.assess import Assessor
    from lifeline.tui.judging import Judges

MOST, DEEPEST, MOST_FOLDERS = 300, 4, 1_000
"""Ideas that are listed, and how far is looked for them: one may stand in one's home."""

NAME, VERDICT, RANGE, AGE = ORDERS = ("name", "verdict", "range", "age")
WORST_FIRST = ("fail", "unclear", "pass", "invalid")


class Row(NamedTuple):
    """An idea file: what it comes to, or the ``problems`` for which it cannot be read.

    ``refused`` is what speaks against that by which it is to be judged.
    """

    path: str
    found: Assessment | None
    problems: list[Problem]
    is_gone: bool = False
    refused: str = ""

    @property
    def title(self) -> str:
        """The idea's title; the file's name where there is none."""
        return (self.found and self.found["idea"]) or os.path.basename(self.path)


def idea_files(folder: str, *, is_over: Callable[[], bool] = lambda: False) -> Iterator[str]:
    """Give the idea files in a folder and the folders in it, as they are found, in order of names.

    Names that begin with a dot and links are passed over; not everything is looked at, as this
    is for choosing, not for judging.

    Args:
        folder: where to look.
        is_over: asked before each folder whether nobody wants to know any more.
    """
    waiting, seen = [(folder, 0)], 0
    while waiting and seen < MOST_FOLDERS and not is_over():
        inside, depth = waiting.pop(0)
        seen += 1
        for entry in _entries(inside):
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST:
                    waiting.append((entry.path, depth + 1))
            elif is_yaml(entry.name) and _is_idea(entry.path):
                yield os.path.normpath(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
            return sorted(shown, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_idea(path: str) -> bool:
    try:
        head = read_found(path, MARK_BYTES)
    except OSError:
        return False
    return head is not None and is_marked(head)


def row_of(judges: Judges, path: str, today: date) -> Row:
    """Judge an idea file by what is configured for it; months are the same in all languages."""
    try:
        return judged(judges.assessor(path, ""), path, today)
    except LifelineError as error:
        return Row(path, None, [], refused=str(error))


def judged(assessor: Assessor, path: str, today: date) -> Row:
    """Judge an idea file, as it is judged where nothing else is asked for."""
    try:
        idea = read_idea(read_named(path), path, assessor.compiled)
    except FileNotFoundError:
        return Row(path, None, [], is_gone=True)
    except OSError as error:
        return Row(path, None, [Problem(1, 1, "", f"cannot be read: {error.strerror}.")])
    except InvalidFile as error:
        return Row(path, None, error.problems)
    return Row(path, assessor.assess(idea, as_of=today, path=path), [])


def ordered(rows: Iterable[Row], order: str) -> list[Row]:
    """Put rows in an order: by name; the worst verdict, the least months or the oldest first.

    What cannot be read stands at the end.
    """
    return sorted(rows, key=lambda row: (row.found is None, _rank(row, order), row.title.lower()))


def _rank(row: Row, order: str) -> tuple[int, ...]:
    found = row.found
    if found is None or found["lifeline"] is None or order == NAME:
        return (0,)
    if order == VERDICT:
        return (WORST_FIRST.index(found["verdict"]),)
    if order == RANGE:
        return found["lifeline"]["months"]["low"], found["lifeline"]["months"]["high"]
    return (-(age_of(found) or 0),)


def age_of(found: Assessment) -> int | None:
    """Give how many days ago the day was that the answers describe; None without one."""
    if not found["assessed"]:
        return None
    from datetime import date

    then, now = map(date.fromisoformat, (found["assessed"], found["as_of"]))
    return (now - then).days


def name_beside(row: Row, every: Iterable[Row]) -> str:
    """Name a file where another one has the same title; as much of the path as tells them apart.

    Where no other one has it, that is "".
    """
    own = _parts(row)
    twins = [_parts(each) for each in every if each.title == row.title]
    others = [parts for parts in twins if parts != own]
    if not others:
        return ""
    long = next(
        (n for n in range(1, len(own)) if all(own[-n:] != parts[-n:] for parts in others)),
        len(own),
    )
    return os.sep.join(own[-long:])


def _parts(row: Row) -> list[str]:
    return os.path.abspath(row.path).split(os.sep)


def matching(rows: Iterable[Row], words: str) -> list[Row]:
    """Give the rows in whose title or path all words stand."""
    wanted = words.lower().split()
    return [row for row in rows if all(w in f"{row.title} {row.path}".lower() for w in wanted)]


def findable(name: str) -> str:
    """Give a name under which a new file is found again; that of a file that is there stays."""
    return name if is_yaml(name) or os.path.lexists(name) else f"{name}.yaml"


def free_name(stem: str = "idea", ending: str = ".yaml") -> str:
    """Give a name that no file has yet: ``idea.yaml``, ``idea-2.yaml`` and so on."""
    name, number = f"{stem}{ending}", 1
    while os.path.lexists(name):
        number += 1
        name = f"{stem}-{number}{ending}"
    return name
