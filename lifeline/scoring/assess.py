"""Assembles an assessment: one idea against one compiled set on one day."""

from __future__ import annotations

from os.path import basename, splitext

from lifeline.scoring import evidence
from lifeline.scoring.calendar import months_after
from lifeline.scoring.completions import Completions, rubrics_left_out
from lifeline.scoring.gate import (
    UNCLEAR,
    finding_verdict,
    gated_findings,
    range_verdict,
    worst,
)
from lifeline.scoring.points import score_range
from lifeline.scoring.rulebook import Rulebook
from lifeline.scoring.solution import Solution, end_of
from lifeline.scoring.standing import rubrics_told
from lifeline.scoring.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.errors import InvalidFile
    from lifeline.model import assessment as told
    from lifeline.model.compiled import CompiledSet, Gate
    from lifeline.model.compiled import Deciding as Compiled
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.idea_record import IdeaRecord
    from lifeline.scoring.points import Shares
    from lifeline.scoring.record import Record
    from lifeline.scoring.resolving import Known
    from lifeline.scoring.result import Result


class Assessor:
    """Assesses ideas by one compiled set; what one idea took to solve is known for the next.

    ``market`` is the record from which the set's parameters are taken, as they stood on the day
    that an idea's answers describe, and with which the answers are compared; without one, the
    parameters have no value and nothing is compared.
    """

    def __init__(self, compiled: CompiledSet, market: CompiledMarket | None = None) -> None:
        self.compiled = compiled
        self.market = market
        self.record: Record | None = None
        self.books: dict[Known, tuple[Compiled, Rulebook]] = {}

    def assess(
        self, idea: Idea, *, as_of: date, path: str = "", strict: bool = False
    ) -> told.Assessment:
        """Assess an idea.

        Args:
            idea: as read from its file.
            as_of: the day one looks; it only ages answers.
            path: the file's name, repeated in the result.
            strict: take an answer that is unbacked, stale or contradicted by the record of the
                market for itself and everything worse.
        """
        doubted: frozenset[int] = frozenset()
        assessed = idea.assessed or as_of
        used = parameters_used(self.compiled["deciding"], idea.answers, assessed, self.market)
        deciding, rulebook = self._book(used)
        record = self._record(idea, as_of)
        if strict:
            doubted = evidence.doubted(deciding["questions"], idea.answers, assessed, as_of)
            if record is not None:
                doubted |= record.contradicted(deciding["questions"], idea.answers)
        completions = Completions(deciding, idea.answers, doubted, rulebook.classes)
        solution = Solution(rulebook, completions)
        teller = Teller(idea, self.compiled, as_of, record)
        found = _assembled(solution, deciding, teller, rulebook.shares, path)
        found["parameters"] = [value for value in used if value is not None]
        return found

    def _record(self, idea: Idea, as_of: date) -> IdeaRecord | None:
        """Give what the record of the market says of an idea that names its capabilities."""
        if self.market is None or not idea.capabilities:
            return None
        from lifeline.scoring.idea_record import IdeaRecord  # not every idea names any
        from lifeline.scoring.record import Record

        self.record = self.record or Record(self.market)
        return IdeaRecord(idea, as_of, self.record)

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


def _assembled(
    solution: Solution, deciding: Compiled, teller: Teller, shares: list[Shares], path: str
) -> told.Assessment:
    idea, completions = teller.idea, solution.completions
    questions, gate = deciding["questions"], deciding["gate"]
    gated = _gated(solution, deciding, teller)
    lifeline = _lifeline(solution, idea.assessed)
    months = lifeline["months"]
    verdict = worst(
        [
            range_verdict(months["low"], months["high"], gate),
            *(finding_verdict(result.status) for result in gated),
        ]
    )
    asked = [number for number in range(len(questions)) if completions.is_asked(number)]
    still_open = [number for number in asked if completions.is_open(number)]
    return {
        "path": path,
        "id": idea.id,
        "idea": idea.title,
        "assessed": idea.assessed.isoformat() if idea.assessed else None,
        "as_of": teller.as_of.isoformat(),
        "verdict": verdict,  # type: ignore[typeddict-item]  # one of the three
        "lifeline": lifeline,
        "caps": teller.caps(solution),
        "scores": {
            score["rubric"]: _rounded(score_range(score, completions, shares))
            for score in deciding["scores"]
        },
        "findings": teller.findings(solution, asked),
        "answers": teller.answers(),
        "open": [teller.ids[number] for number in still_open],
        "deciding": (
            _deciding(solution, gate, gated, still_open, teller.ids) if verdict == UNCLEAR else None
        ),
        "completeness": {"settled": len(asked) - len(still_open), "asked": len(asked)},
        "rubrics": rubrics_told(deciding, completions),
        "parameters": [],
        "errors": [],
    }


def _deciding(
    solution: Solution, gate: Gate, gated: list[Result], still_open: list[int], ids: list[str]
) -> told.Deciding | None:
    from lifeline.scoring.settling import deciding_of  # only an unclear verdict needs it

    return deciding_of(solution, gate, gated, still_open, ids)


def _gated(solution: Solution, deciding: Compiled, teller: Teller) -> list[Result]:
    """Give the results of the findings that the gate looks at and nobody waived."""
    return [
        result
        for finding, result in gated_findings(solution.findings, deciding)
        if not teller.is_waived(finding["id"])
    ]


def _lifeline(solution: Solution, assessed: date | None) -> told.Lifeline:
    endings = solution.endings()
    months = _span([min(ending[:2]) for ending in endings])
    ends, cause = end_of(endings)
    return {
        "months": months,
        "advantage": _span([ending[0] for ending in endings]),
        "necessity": _span([ending[1] for ending in endings]),
        "until": _until(assessed, months) if assessed else None,
        "exact": solution.exact,
        "ends": ends,
        "cause": cause,
        "certain": all(end_of([ending]) == (ends, cause) for ending in endings),
    }


def _until(assessed: date, months: told.Months) -> told.Dates:
    return {
        "low": months_after(assessed, months["low"]).isoformat(),
        "high": months_after(assessed, months["high"]).isoformat(),
    }


def _span(months: list[int]) -> told.Months:
    return {"low": min(months), "high": max(months)}


def _rounded(score: tuple[float, float] | None) -> told.Range | None:
    if score is None:
        return None
    return {"low": round(score[0], 1) + 0.0, "high": round(score[1], 1) + 0.0}  # no -0.0


def invalid(error: InvalidFile, as_of: date) -> told.Assessment:
    """Give the assessment of a file that cannot be judged: only what is wrong with it."""
    return {
        "path": error.path,
        "id": splitext(basename(error.path))[0],
        "idea": "",
        "assessed": None,
        "as_of": as_of.isoformat(),
        "verdict": "invalid",
        "lifeline": None,
        "caps": [],
        "scores": {},
        "findings": [],
        "answers": {},
        "open": [],
        "deciding": None,
        "completeness": {"settled": 0, "asked": 0},
        "rubrics": {},
        "parameters": [],
        "errors": [problem.data() for problem in error.problems],
    }
