"""Assesses ideas: one against one compiled set on one day."""

from __future__ import annotations

from lifeline.model.known import Known
from lifeline.scoring import evidence
from lifeline.scoring.assembling import assembled
from lifeline.scoring.completions import Completions, rubrics_left_out
from lifeline.scoring.gate import gate_of
from lifeline.scoring.phrasebook import Phrasebook
from lifeline.scoring.rulebook import Rulebook
from lifeline.scoring.solution import Posed
from lifeline.scoring.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model import assessment as told
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled import Deciding as Compiled
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.idea_record import IdeaRecord
    from lifeline.scoring.record import Record
    from lifeline.scoring.resolving import KnownFigures
    from lifeline.scoring.solution import Solved

    Figures = tuple[list[told.ParameterUsed | None], Compiled, Rulebook]
    """The figures of the market that are used, and the rules with them."""


class Assessor:
    """Assesses ideas by one compiled set; what one idea took to solve is known for the next.

    ``market`` is the record from which the set's parameters are taken, as they stood on the day
    that an idea's answers describe, and with which the answers are compared; without one, the
    parameters have no value and nothing is compared. ``gate`` is what ideas have to meet, where it
    is not what the set asks for. ``strict`` judges all of them strictly.
    """

    def __init__(
        self,
        compiled: CompiledSet,
        market: CompiledMarket | None = None,
        gate: told.Gate | None = None,
        *,
        strict: bool = False,
    ) -> None:
        self.compiled = compiled
        self.strict = strict
        self.market = market
        self.record: Record | None = None
        self.gate = gate or gate_of(compiled["deciding"]["gate"])
        self.phrasebook = Phrasebook(compiled)
        self.figures: Known[tuple[date, frozenset[str]], Figures] = Known()
        self.books: dict[KnownFigures, tuple[Compiled, Rulebook]] = {}

    def asking(self, gate: told.Gate | None, *, strict: bool) -> Assessor:
        """Give one that asks something else of ideas; what one of the two solved both know."""
        from copy import copy  # most runs judge without

        other = copy(self)
        other.gate, other.strict = gate or self.gate, strict
        return other

    def anew(self) -> Assessor:
        """Give one that asks the same of ideas and knows of none yet."""
        from copy import copy  # most runs judge without

        other = copy(self)
        other.figures, other.books = Known(), {}
        return other

    def assess(
        self,
        idea: Idea,
        *,
        as_of: date,
        path: str = "",
        strict: bool = False,
        gate: told.Gate | None = None,
    ) -> told.Assessment:
        """Assess an idea.

        Args:
            idea: as read from its file.
            as_of: the day one looks; it only ages answers.
            path: the file's name, repeated in the result.
            strict: take an answer that is unbacked, stale or contradicted by the record of the
                market for itself and everything worse.
            gate: what this idea has to meet, where it is not what all have to.
        """
        solved = self.solve(idea, as_of=as_of, strict=strict, gate=gate)
        teller = Teller(idea, self.compiled, self.phrasebook, as_of, self._record(idea, as_of))
        found = assembled(solved, teller, path, strict=strict or self.strict)
        found["parameters"] = [value for value in solved.used if value is not None]
        return found

    def solve(
        self, idea: Idea, *, as_of: date, strict: bool = False, gate: told.Gate | None = None
    ) -> Solved:
        """Solve an idea and tell nothing: for what tries many answers to the same questions."""
        return self.pose(idea, as_of=as_of, strict=strict, gate=gate).solved()

    def pose(
        self, idea: Idea, *, as_of: date, strict: bool = False, gate: told.Gate | None = None
    ) -> Posed:
        """Lay out what is to be solved: for what asks a few rules, or a score, and no more."""
        used, deciding, rulebook = self._figures(idea, idea.assessed or as_of)
        doubted: frozenset[int] = frozenset()
        if strict or self.strict:
            doubted = self.ill_backed(idea, as_of) | self.contradicted(idea, as_of)
        completions = Completions(deciding, idea.answers, doubted, rulebook)
        return Posed(deciding, rulebook, completions, used, gate or self.gate)

    def ill_backed(self, idea: Idea, as_of: date) -> frozenset[int]:
        """Give the numbers of the questions whose answer has too little or too old evidence."""
        questions = self.compiled["deciding"]["questions"]
        return evidence.doubted(questions, idea.answers, idea.assessed or as_of, as_of)

    def contradicted(self, idea: Idea, as_of: date) -> frozenset[int]:
        """Give the numbers of the questions whose answer the record of the market rules out."""
        record = self._record(idea, as_of)
        if record is None:
            return frozenset()
        return record.contradicted(self.compiled["deciding"]["questions"], idea.answers)

    def _record(self, idea: Idea, as_of: date) -> IdeaRecord | None:
        """Give what the record of the market says of an idea that names its capabilities."""
        if self.market is None or not idea.capabilities:
            return None
        from lifeline.scoring.idea_record import IdeaRecord  # not every idea names any
        from lifeline.scoring.record import Record

        self.record = self.record or Record(self.market)
        return IdeaRecord(idea, as_of, self.record)

    def _figures(self, idea: Idea, assessed: date) -> Figures:
        """Give the figures of the market on a day, and the rules with them."""
        key = (assessed, rubrics_left_out(self.compiled["deciding"], idea.answers))
        found = self.figures.get(key)
        if found is None:
            deciding = self.compiled["deciding"]
            used = parameters_used(deciding, idea.answers, assessed, self.market)
            found = self.figures.keep(key, (used, *self._book(used)))
        return found

    def _book(self, used: list[told.ParameterUsed | None]) -> tuple[Compiled, Rulebook]:
        """Give the rules with the values of parameters in them, made once for the same values."""
        values = tuple([each and each["value"] for each in used])
        found = self.books.get(values)
        if found is None:
            deciding = self.compiled["deciding"]
            if values:
                from lifeline.scoring.resolving import resolved  # few sets have parameters

                deciding = resolved(deciding, values)
            found = self.books[values] = (deciding, Rulebook(deciding))
        return found


def parameters_used(
    deciding: Compiled, answers: dict[int, Answer], assessed: date, market: CompiledMarket | None
) -> list[told.ParameterUsed | None]:
    """Give the values of a set's parameters on a day; None where there is none, or none is used.

    None is used of a parameter that only rubrics declare which are left out here; where that is
    so of all, the list is empty.
    """
    parameters = deciding["parameters"]
    left_out = rubrics_left_out(deciding, answers) if parameters else frozenset()
    if all(left_out.issuperset(parameter["rubrics"]) for parameter in parameters):
        return []
    if market is None:
        return [None] * len(parameters)
    from lifeline.scoring.market import value_at

    return [
        None
        if left_out.issuperset(parameter["rubrics"]) or parameter["id"] not in market["parameters"]
        else value_at(parameter["id"], assessed, market)
        for parameter in parameters
    ]


def assess(  # noqa: PLR0913  # the same by name as the one that keeps what it solved
    idea: Idea,
    compiled: CompiledSet,
    *,
    as_of: date,
    path: str = "",
    strict: bool = False,
    market: CompiledMarket | None = None,
) -> told.Assessment:
    """Assess one idea; see ``Assessor``."""
    return Assessor(compiled, market).assess(idea, as_of=as_of, path=path, strict=strict)
