"""Assembles an assessment: one idea against one compiled set on one day."""

from __future__ import annotations

from os.path import basename, splitext

from lifeline.scoring import evidence
from lifeline.scoring.calendar import months_after
from lifeline.scoring.completions import Completions
from lifeline.scoring.gate import UNCLEAR, finding_verdict, gated_levels, range_verdict, worst
from lifeline.scoring.points import score_range
from lifeline.scoring.rulebook import Rulebook
from lifeline.scoring.solution import Solution, end_of
from lifeline.scoring.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.errors import InvalidFile
    from lifeline.model import assessment as told
    from lifeline.model.compiled import CompiledSet, Gate
    from lifeline.model.compiled import Deciding as Compiled
    from lifeline.model.idea import Idea
    from lifeline.scoring.deciding import Deciding
    from lifeline.scoring.points import Shares
    from lifeline.scoring.result import Result


class Assessor:
    """Assesses ideas by one compiled set; what one idea took to solve is known for the next."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.compiled = compiled
        self.rulebook = Rulebook(compiled["deciding"])

    def assess(
        self, idea: Idea, *, as_of: date, path: str = "", strict: bool = False
    ) -> told.Assessment:
        """Assess an idea.

        Args:
            idea: as read from its file.
            as_of: the day one looks; it only ages answers.
            path: the file's name, repeated in the result.
            strict: take an unbacked or stale answer for itself and everything worse.
        """
        doubted: frozenset[int] = frozenset()
        deciding = self.compiled["deciding"]
        if strict:
            assessed = idea.assessed or as_of
            doubted = evidence.doubted(deciding["questions"], idea.answers, assessed, as_of)
        completions = Completions(deciding, idea.answers, doubted, self.rulebook.classes)
        solution = Solution(self.rulebook, completions)
        teller = Teller(idea, self.compiled, as_of)
        return _assembled(solution, deciding, teller, self.rulebook.shares, path)


def assess(
    idea: Idea, compiled: CompiledSet, *, as_of: date, path: str = "", strict: bool = False
) -> told.Assessment:
    """Assess one idea; see ``Assessor.assess``."""
    return Assessor(compiled).assess(idea, as_of=as_of, path=path, strict=strict)


def _assembled(
    solution: Solution, deciding: Compiled, teller: Teller, shares: list[Shares], path: str
) -> told.Assessment:
    idea, completions = teller.idea, solution.completions
    questions, gate = deciding["questions"], deciding["gate"]
    gated = _gated(solution, gate, teller)
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
        "errors": [],
    }


def _gated(solution: Solution, gate: Gate, teller: Teller) -> list[Result]:
    """Give the results of the findings that the gate looks at and nobody waived."""
    levels = gated_levels(gate)
    return [
        result
        for finding, result in solution.findings
        if finding["level"] in levels and not teller.is_waived(finding["id"])
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
        "exact": solution.completions.exact,
        "ends": ends,
        "cause": cause,
        "certain": all(end_of([ending]) == (ends, cause) for ending in endings),
    }


def _until(assessed: date, months: told.Months) -> told.Dates:
    return {
        "low": months_after(assessed, months["low"]).isoformat(),
        "high": months_after(assessed, months["high"]).isoformat(),
    }


def _deciding(
    solution: Solution,
    gate: Gate,
    gated: list[Result],
    still_open: list[int],
    ids: list[str],
) -> told.Deciding | None:
    from lifeline.scoring.deciding import Decider  # only an unclear verdict needs it

    found = Decider(solution, gate, gated).best(still_open)
    if found is None:
        return None
    pair: told.Pair | None = None
    if found.pair:
        both = [ids[number] for number in found.pair.questions]
        pair = {"questions": both, **_settling(found.pair)}
    return {"question": ids[found.questions[0]], **_settling(found), "pair": pair}


def _settling(found: Deciding) -> told.Settling:
    """Give how many of the values of a question, or of a pair, settle the verdict."""
    share = round(found.clear / found.total, 4)
    return {"settles": share, "settling": found.clear, "values": found.total}


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
        "errors": [problem.data() for problem in error.problems],
    }
