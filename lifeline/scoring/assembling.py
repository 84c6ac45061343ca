"""Assembles what an assessment says, from what was solved."""

from __future__ import annotations

from os.path import basename, splitext

from lifeline.scoring.calendar import months_after
from lifeline.scoring.gate import (
    UNCLEAR,
    finding_verdict,
    gated_findings,
    range_verdict,
    worst,
)
from lifeline.scoring.points import score_range
from lifeline.scoring.solution import end_of
from lifeline.scoring.standing import rubrics_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.errors import InvalidFile
    from lifeline.model import assessment as told
    from lifeline.model.compiled import Deciding, Gate
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solution, Solved
    from lifeline.scoring.telling import Teller


def assembled(solved: Solved, teller: Teller, path: str) -> told.Assessment:
    """Give the assessment of an idea that is solved; without the figures that were used."""
    deciding, solution, shares = solved.deciding, solved.solution, solved.rulebook.shares
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


def _gated(solution: Solution, deciding: Deciding, teller: Teller) -> list[Result]:
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
