"""The verdict on an idea that is solved, and the parts of the gate that it comes from (§5.10)."""

from __future__ import annotations

from lifeline.model.words import LEVELS
from lifeline.scoring.calendar import is_ahead
from lifeline.scoring.gate import (
    BOTH,
    FAIL,
    PASS,
    UNCLEAR,
    clock_of,
    finding_verdict,
    gated_findings,
    optional_rubrics,
    range_verdict,
    worst,
)
from lifeline.scoring.points import may_be_none, score_range
from lifeline.scoring.result import CERTAIN, POSSIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lifeline.model.assessment import Gate, GatePart
    from lifeline.model.compiled import Deciding, Finding, Score
    from lifeline.model.idea import Idea
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.result import Result
    from lifeline.scoring.rulebook import Rulebook
    from lifeline.scoring.solution import Posed, Solved

COUNTED = ("open", "age")
"""Parts of a gate that count questions or days, and not what the answers say."""


def verdict_of(solved: Solved, idea: Idea, as_of: date) -> str:
    """Judge an idea that is solved."""
    return worst(part["verdict"] for part in gate_parts(solved, idea, as_of))


def gate_parts(solved: Solved, idea: Idea, as_of: date) -> list[GatePart]:
    """Give what each part of the gate wanted of an idea that is solved, and what it met."""
    gate = solved.gate
    parts = [_months(solved, gate)]
    if gate["min_score"]:
        parts += [_score(solved, *wanted) for wanted in gate["min_score"].items()]
    if gate["fail_on"] in LEVELS:
        parts.append(_findings(standing_findings(solved, idea, as_of), gate))
    if gate["max_open"] is not None:
        parts.append(open_part(solved.deciding, solved.solution.completions, gate["max_open"]))
    if gate["max_age"] is not None:
        parts.append(age_part(idea, as_of, gate["max_age"]))
    return parts


def verdict_beside(parts: Iterable[GatePart]) -> str:
    """Give the verdict of all parts but those that count questions or days."""
    return worst(part["verdict"] for part in parts if part["part"] not in COUNTED)


def standing_findings(solved: Solved, idea: Idea, as_of: date) -> list[tuple[Finding, Result]]:
    """Give the findings that the gate looks at and nobody waived."""
    gated = gated_findings(solved.solution.findings, solved.deciding, solved.gate)
    return [each for each in gated if not idea.waives(each[0]["id"], as_of)]


def _months(solved: Solved, gate: Gate) -> GatePart:
    months, wanted = solved.months(clock_of(gate)), gate["min_months"]
    low, high = months["low"], months["high"]
    part = "months" if gate["clock"] == BOTH else f"months/{gate['clock']}"
    return _part(part, wanted, range_verdict(low, high, wanted), low, high)


def _score(solved: Solved, rubric: str, wanted: float) -> GatePart:
    found = score_verdict(solved, solved.solution.completions, rubric, wanted)
    return _part(f"score/{rubric}", wanted, *found)


def score_verdict(
    solved: Posed | Solved, completions: Completions, rubric: str, wanted: float
) -> tuple[str, float | None, float | None]:
    """Judge the score of a rubric, and give the least and the most that it can be.

    Of one that is left out nothing is known. Where there is no score because the rubric is not
    about such a product, nothing is wanted.
    """
    score = next(each for each in solved.deciding["scores"] if each["rubric"] == rubric)
    span = score_of(completions, solved.rulebook, score)
    if span is None:
        return (UNCLEAR if rubric in completions.left_out else PASS), None, None
    low, high = span
    verdict = range_verdict(low, high, wanted)
    if verdict == FAIL and may_be_none(score, completions, solved.rulebook.shares):
        verdict = UNCLEAR
    return verdict, low, high


def score_of(
    completions: Completions, rulebook: Rulebook, score: Score
) -> tuple[float, float] | None:
    """Give a score as it is told, to a tenth."""
    found = score_range(score, completions, rulebook.shares)
    return None if found is None else (rounded(found[0]), rounded(found[1]))


def rounded(score: float) -> float:
    """Give a score as it is shown."""
    return round(score, 1) + 0.0  # no -0.0


def _findings(standing: list[tuple[Finding, Result]], gate: Gate) -> GatePart:
    verdict = worst(finding_verdict(result.status) for _, result in standing)
    sure, may = [
        [finding["id"] for finding, result in standing if result.status == status]
        for status in (CERTAIN, POSSIBLE)
    ]
    rules = [*sure, *may]
    return _part("findings", gate["fail_on"], verdict, len(sure), len(rules), rules)


def _at_most(part: str, wanted: int, met: int | None) -> GatePart:
    """Judge open questions or days: more than wanted, or not known, is unclear and never fails."""
    verdict = PASS if met is not None and met <= wanted else UNCLEAR
    return _part(part, wanted, verdict, met, met)


def age_part(idea: Idea, as_of: date, wanted: int) -> GatePart:
    """Judge days since the answers held; a day still to come is most likely a slip, and unclear."""
    if idea.assessed is None:
        return _at_most("age", wanted, None)
    days = (as_of - idea.assessed).days
    verdict = UNCLEAR if is_ahead(idea.assessed, as_of) or days > wanted else PASS
    return _part("age", wanted, verdict, days, days)


def _part(  # noqa: PLR0913, PLR0917  # in the order of the keys
    part: str,
    wanted: float | str,
    verdict: str,
    low: float | None = None,
    high: float | None = None,
    rules: list[str] | None = None,
) -> GatePart:
    return {
        "part": part,
        "verdict": verdict,  # type: ignore[typeddict-item]  # one of the three
        "wanted": wanted,
        "low": low,
        "high": high,
        "rules": rules or [],
    }


def open_part(deciding: Deciding, completions: Completions, wanted: int) -> GatePart:
    """Judge the number of open questions, but of those of rubrics that one may leave out."""
    return _at_most("open", wanted, len(open_questions(deciding, completions)))


def is_too_much_open(deciding: Deciding, completions: Completions, most: int, answers: int) -> bool:
    """Whether so many answers leave too many questions open, whatever they hide."""
    still_open = open_questions(deciding, completions)
    hideable = [number for number in still_open if completions.questions[number]["when"]]
    return len(still_open) - most > answers + len(hideable)


def open_questions(deciding: Deciding, completions: Completions) -> list[int]:
    """Give the open questions, but those of rubrics that one may leave out."""
    optional = optional_rubrics(deciding)
    return [
        number
        for number, question in enumerate(completions.questions)
        if completions.is_open(number) and question["rubric"] not in optional
    ]
