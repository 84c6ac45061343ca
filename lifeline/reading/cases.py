"""Reads a folder of cases against a compiled set: each case as an idea, beside its outcome."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeline.errors import LifelineError
from lifeline.model.case import Case, CaseFolder, Outcome
from lifeline.model.idea import Idea
from lifeline.reading.citing import CitedAnswers
from lifeline.reading.codings import CodingReader
from lifeline.reading.folder import Folder
from lifeline.reading.spelling import hint

if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.codings import ReadCoding
    from lifeline.reading.validation import Source

HEAD, OUTCOMES = "cases", "outcomes"
"""The file that tells how the cases came about, and the folder of what became of them."""


@dataclass(frozen=True)
class ReadCase:
    """A case, as an idea that can be assessed, and what became of it."""

    case: Case
    idea: Idea
    outcome: Outcome


@dataclass(frozen=True)
class Cases:
    """A folder of cases: how it came about, the cases by id, and the codings by coder."""

    head: CaseFolder
    cases: list[ReadCase]
    codings: dict[str, ReadCoding]


def read_cases(folder: str, compiled: CompiledSet) -> Cases:
    """Read every case of a folder, its outcome and its codings.

    Raises:
        LifelineError: when the folder cannot be read, or holds no cases for this set.
        InvalidFiles: with every problem of every file.
    """
    return _Reader(Folder(folder), compiled).read()


class _Reader:
    """Reads the cases one by one, each with its outcome."""

    def __init__(self, folder: Folder, compiled: CompiledSet) -> None:
        self.folder = folder
        self.set = compiled["set"]
        self.answers = CitedAnswers(compiled)
        self.cases: dict[str, Case | None] = {}
        self.ideas: list[Idea] = []

    def read(self) -> Cases:
        stems = self.folder.stems()
        if HEAD not in stems:
            raise self._refusal(f"holds no cases. Expected a file {HEAD}.yaml in it.")
        stems.remove(HEAD)
        if not stems:
            raise self._refusal(f"holds no cases. Expected a file for each beside {HEAD}.yaml.")
        head = self.folder.model(HEAD, CaseFolder)
        head_source = self.folder.last
        cases = self._cases(stems)
        if self.ideas and not any(idea.answers for idea in self.ideas):
            raise self._refusal(
                f"no case answers a question of {self.set}. Expected cases that were coded for it."
            )
        codings = CodingReader(self.folder, self.cases, self.answers).read(head_source, head)
        self.folder.raise_problems()
        assert head is not None, "a file without problems has a model"
        return Cases(head, cases, codings)

    def _refusal(self, message: str) -> LifelineError:
        return LifelineError(f"{self.folder.path}: {message}")

    def _cases(self, stems: list[str]) -> list[ReadCase]:
        ended = self.folder.stems(OUTCOMES)
        unused = [stem for stem in ended if stem not in stems]
        read = [self._case(stem, ended, unused) for stem in stems]
        for stem in unused:
            self._check_unused(stem, stems)
        return [case for case in read if case]

    def _case(self, stem: str, ended: list[str], unused: list[str]) -> ReadCase | None:
        idea, source = self._idea(stem), self.folder.last
        if stem in ended:
            case, outcome = self.cases[stem], self._outcome(stem)
            return ReadCase(case, idea, outcome) if case and idea and outcome else None
        if idea:
            message = f"there is no file {_outcome_file(stem)}.yaml.{hint(stem, unused)}"
            source.add(("case",), message)
        return None

    def _idea(self, stem: str) -> Idea | None:
        case = self.cases[stem] = self.folder.model(stem, Case)
        if case is None:
            return None
        self.folder.expect_stem("case", case.case, stem)
        idea = Idea()
        idea.id, idea.title, idea.summary = case.case, case.name, case.did
        idea.assessed = case.vantage
        idea.answers = self.answers.read(self.folder.last, ("answers",), case)
        self.ideas.append(idea)
        return idea

    def _outcome(self, stem: str) -> Outcome | None:
        outcome = self.folder.model(_outcome_file(stem), Outcome)
        if outcome:
            self.folder.expect_stem("outcome", outcome.outcome, stem)
            _check_months(self.folder.last, self.cases[stem], outcome)
        return outcome

    def _check_unused(self, stem: str, stems: list[str]) -> None:
        """Tell of an outcome that belongs to no case."""
        if self.folder.model(_outcome_file(stem), Outcome):
            message = f"there is no case {stem}.yaml beside {HEAD}.yaml.{hint(stem, stems)}"
            self.folder.last.add(("outcome",), message)


def _outcome_file(stem: str) -> str:
    return os.path.join(OUTCOMES, stem)


def _check_months(source: Source, case: Case | None, outcome: Outcome) -> None:
    """Count the months of an outcome from the vantage of its case."""
    if case is None or outcome.until is None:
        return
    start, end = case.vantage, outcome.until
    months = 12 * (end.year - start.year) + end.month - start.month
    if months < 0:
        name = "last-observed" if outcome.still_holding else "end"
        source.add((name,), f"{end:%Y-%m} is before the vantage of the case, {start:%Y-%m}.")
    elif outcome.months != months:
        span = f"from {start:%Y-%m} to {end:%Y-%m}"
        source.add(("months",), f"{outcome.months} is not the time {span}. Expected {months}.")
