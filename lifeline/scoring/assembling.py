"""Assembles what an assessment says, from what was solved."""

from __future__ import annotations

from os.path import basename, splitext

from lifeline.scoring.calendar import months_after
from lifeline.scoring.gate import PASS, UNCLEAR, worst
from lifeline.scoring.judging import (
    gate_parts,
    rounded,
    standing_findings,
    verdict_beside,
)
from lifeline.scoring.points import score_range
from lifeline.scoring.solution import end_of
from lifeline.scoring.standing import rubrics_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.errors import InvalidFile
    from lifeline.model import assessment as told
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.telling import Teller


def assembled(solved: Solved, teller: Teller, path: str, *, strict: bool) -> told.Assessment:
    """Give the assessment of an idea that is solved; without the figures that were used."""
    deciding, solution, shares = solved.deciding, solved.solution, solved.rulebook.shares
    idea, completions = teller.idea, solution.completions
    parts = gate_parts(solved, idea, teller.as_of)
    verdict = worst(part["verdict"] for part in parts)
    asked = completions.asked()
    still_open = [number for number in asked if completions.is_open(number)]
    return {
        "path": path,
        "id": idea.id,
        "idea": idea.title,
        "assessed": idea.assessed.isoformat() if idea.assessed else None,
        "as_of": teller.as_of.isoformat(),
        "strict": strict,
        "verdict": verdict,  # type: ignore[typeddict-item]  # one of the three
        "gate": solved.gate,
        "gates": parts,
        "lifeline": _lifeline(solved, idea.assessed),
        "caps": teller.caps(solution),
        "scores": {
            score["rubric"]: _rounded(score_range(score, completions, shares))
            for score in deciding["scores"]
        },
        "findings": teller.findings(solution, asked),
        "answers": teller.answers(),
        "open": [teller.ids[number] for number in still_open],
        "deciding": _deciding(solved, teller, still_open, parts) if verdict == UNCLEAR else None,
        "completeness": {"settled": len(asked) - len(still_open), "asked": len(asked)},
        "rubrics": rubrics_told(deciding, completions),
        "parameters": [],
        "errors": [],
    }


def _deciding(
    solved: Solved, teller: Teller, still_open: list[int], parts: list[told.GatePart]
) -> told.Deciding | None:
    from lifeline.scoring.settling import (  # only an unclear verdict needs it
        PAIR,
        deciding_of,
        is_settling,
    )
    from lifeline.scoring.written import Written

    written = Written(solved, parts)
    is_counted_out = verdict_beside(parts) == PASS
    if is_counted_out and written.is_out_of_reach(PAIR):
        return None
    standing = [result for _, result in standing_findings(solved, teller.idea, teller.as_of)]
    found = deciding_of(solved, standing, still_open, teller.ids, written)
    return None if is_counted_out and found and not is_settling(found) else found


def _lifeline(solved: Solved, assessed: date | None) -> told.Lifeline:
    endings, months = solved.endings, solved.months()
    ends, cause = end_of(endings)
    return {
        "months": months,
        "advantage": solved.months(0),
        "necessity": solved.months(1),
        "until": _until(assessed, months) if assessed else None,
        "exact": solved.solution.exact,
        "ends": ends,
        "cause": cause,
        "certain": all(end_of([ending]) == (ends, cause) for ending in endings),
    }


def _until(assessed: date, months: told.Months) -> told.Dates:
    return {
        "low": months_after(assessed, months["low"]).isoformat(),
        "high": months_after(assessed, months["high"]).isoformat(),
    }


def _rounded(score: tuple[float, float] | None) -> told.Range | None:
    if score is None:
        return None
    return {"low": rounded(score[0]), "high": rounded(score[1])}


def invalid(
    error: InvalidFile, as_of: date, gate: told.Gate, *, strict: bool = False
) -> told.Assessment:
    """Give the assessment of a file that cannot be judged: only what is wrong with it."""
    return {
        "path": error.path,
        "id": splitext(basename(error.path))[0],
        "idea": "",
        "assessed": None,
        "as_of": as_of.isoformat(),
        "strict": strict,
        "verdict": "invalid",
        "gate": gate,
        "gates": [],
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
