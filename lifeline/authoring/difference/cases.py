"""What another version of a set does to its back-test, over the cases that fit both versions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lifeline.errors import InvalidFiles, LifelineError
from lifeline.model.case import Case, Outcome
from lifeline.model.idea import Idea
from lifeline.reading.cases import HEAD, OUTCOMES, ReadCase
from lifeline.reading.citing import CitedAnswers
from lifeline.reading.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeline.authoring.difference.side import Side
    from lifeline.model.compiled import CompiledSet

    Figures = Callable[[CompiledSet, list[ReadCase]], dict[str, Any]]
    """Gives the figures of a back-test."""


def case_effects(old: Side, new: Side, folder: str, figures: Figures) -> dict[str, Any]:
    """Test both versions on the same cases; those that do not fit one are told and left out.

    Raises:
        LifelineError: when the folder cannot be read or holds no cases.
    """
    stems = Folder(folder).stems()
    if HEAD not in stems:
        raise LifelineError(f"{folder}: holds no cases. Expected a file {HEAD}.yaml in it.")
    left_out: list[dict[str, Any]] = []
    both: list[list[ReadCase]] = [[], []]
    for stem in stems:
        if stem != HEAD:
            _sort_in(stem, folder, (old, new), both, left_out)
    is_any = bool(both[0])
    return {
        "folder": folder,
        "cases": len(both[0]),
        "left_out": left_out,
        "old": figures(old.compiled, both[0]) if is_any else None,
        "new": figures(new.compiled, both[1]) if is_any else None,
    }


def _sort_in(
    stem: str,
    folder: str,
    sides: tuple[Side, Side],
    both: list[list[ReadCase]],
    left_out: list[dict[str, Any]],
) -> None:
    """Put a case where both versions can read it, or among those that are left out."""
    read = []
    for word, side in zip(("old", "new"), sides, strict=True):
        try:
            read.append(_read(stem, folder, side.compiled))
        except InvalidFiles as error:
            first = error.files[0].problems[0].data()
            left_out.append(
                {"case": stem, "version": word, "path": error.files[0].path, "problem": first}
            )
            return
    if read[0].outcome.left_out is None:  # a back-test passes over these too
        for cases, case in zip(both, read, strict=True):
            cases.append(case)


def _read(stem: str, path: str, compiled: CompiledSet) -> ReadCase:
    folder, idea = Folder(path), Idea()
    case = folder.model(stem, Case)
    if case:
        idea.assessed = case.vantage
        idea.answers = CitedAnswers(compiled).read(folder.last, ("answers",), case)
    outcome = folder.model(os.path.join(OUTCOMES, stem), Outcome)
    folder.raise_problems()
    assert case is not None, "a file without problems has a model"
    assert outcome is not None, "a file without problems has a model"
    return ReadCase(case, idea, outcome)
