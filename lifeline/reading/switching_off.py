"""What is off in a set that extends another one, and what still looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.model.condition import subjects_of
from lifeline.model.formula import operands_of
from lifeline.model.rubric import Quantity
from lifeline.reading.spelling import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.rubric import Protection, Question, Rubric, RubricSet, Rule
    from lifeline.reading.validation import Source

    Rubrics = list[tuple[Source, Rubric]]
    Entry = Question | Quantity | Protection | Rule

KINDS = ("questions", "quantities", "protections", "rules")

READERS = 6
"""Of what looks at something that is off, so many are named."""


def off_in(own: RubricSet, base: Rubrics) -> dict[str, str]:
    """Give the ids of all that is off, each with the id under ``overrides`` that puts it off.

    With a rubric goes all that is in it, and with what is off the quantities reckoned from it.
    """
    found = {id_: id_ for id_, override in own.overrides.items() if override.off}
    for id_, _, _ in entries_in(base):
        rubric = id_.partition("/")[0]
        if rubric in found:
            found.setdefault(id_, rubric)
    return _with_quantities(base, found)


def entries_in(base: Rubrics) -> Iterator[tuple[str, str, Entry]]:
    """Give every entry as ``RUBRIC/ID``, its kind, and itself."""
    for _, rubric in base:
        for kind in KINDS:
            for entry in getattr(rubric, kind):
                yield f"{rubric.rubric}/{entry.id}", kind, entry


def subjects_read(entry: Entry) -> set[str]:
    """Give the questions and quantities that an entry looks at."""
    if isinstance(entry, Quantity):
        return operands_of(entry.formula)
    return subjects_of(entry.when) if entry.when else set()


def _with_quantities(base: Rubrics, off: dict[str, str]) -> dict[str, str]:
    """Add the quantities that cannot be reckoned without what is off, and those behind them."""
    subjects = _subjects(base)
    gone = {subjects[id_].id: by for id_, by in off.items() if id_ in subjects}
    lacking = {
        id_: [gone[read] for read in subjects_read(entry) if read in gone]
        for id_, entry in subjects.items()
        if isinstance(entry, Quantity) and id_ not in off
    }
    more = {id_: min(by) for id_, by in lacking.items() if by}
    return _with_quantities(base, off | more) if more else off


def _subjects(base: Rubrics) -> dict[str, Question | Quantity]:
    """Give what conditions and formulas look at, as ``RUBRIC/ID``."""
    return {
        id_: entry  # type: ignore[misc]
        for id_, kind, entry in entries_in(base)
        if kind in ("questions", "quantities")
    }


def still_read(base: Rubrics, off: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Tell what is off and still looked at by something that is not.

    Yields:
        The id under ``overrides`` that puts it off, and the message.
    """
    subjects = _subjects(base)
    without = {subjects[id_].id: subjects[id_] for id_ in off.keys() - _named(off)}
    reads = {id_: _through(subjects_read(e), without) for id_, _, e in entries_in(base)}
    reads |= {r.rubric: _through(subjects_of(r.when), without) for _, r in base if r.when}
    for id_ in sorted(_named(off) & subjects.keys()):
        bare = subjects[id_].id
        readers = [
            f"{reader} (through {read[bare]})" if read[bare] else reader
            for reader, read in reads.items()
            if bare in read and reader not in off
        ]
        if readers:
            told = f"{bare} is off, and is still looked at by {listed(readers, READERS)}."
            yield off[id_], f"{told} Put these off as well."


def _named(off: dict[str, str]) -> set[str]:
    """Give what is off by its own name or by that of its rubric, and not as a quantity is."""
    return {id_ for id_, by in off.items() if by in (id_, id_.partition("/")[0])}


def _through(read: set[str], without: dict[str, Question | Quantity]) -> dict[str, str | None]:
    """Give all that is looked at, also through quantities that are off, each with the first one."""
    found: dict[str, str | None] = dict.fromkeys(sorted(read))
    pending = [id_ for id_ in found if id_ in without]
    while pending:
        through = pending.pop()
        for id_ in sorted(subjects_read(without[through]) - found.keys()):
            found[id_] = found[through] or through
            pending += [id_] if id_ in without else []
    return found
