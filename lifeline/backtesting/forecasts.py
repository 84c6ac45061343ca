"""What a rubric set foretells of each case, and what it would foretell if it were another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifeline.backtesting.observation import Observation
from lifeline.backtesting.rates import UNCLEAR
from lifeline.compiling.market import load_market
from lifeline.model.words import FULL
from lifeline.scoring.assess import Assessor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled import Deciding as Compiled
    from lifeline.reading.cases import ReadCase

    Span = tuple[float, float]


class Forecast(NamedTuple):
    """What is foretold of one case: a range of months, and a score that orders equal months."""

    months: Span
    score: Span

    @property
    def middle(self) -> float:
        """The middle of the range of months."""
        return sum(self.months) / 2

    @property
    def key(self) -> Span:
        """What cases are ordered by: the middle of the months, then of the score."""
        return self.middle, sum(self.score) / 2

    def lasts(self, months: int) -> float:
        """Say whether it lasts for so many months: 1.0 it does, 0.0 it does not, 0.5 unclear."""
        low, high = self.months
        if low >= months:
            return 1.0
        return UNCLEAR if high >= months else 0.0


def observation(case: ReadCase) -> Observation:
    """Give what became of a case, in months from its vantage."""
    return Observation(case.outcome.months, not case.outcome.still_holding)


def assess_all(compiled: CompiledSet, cases: Sequence[ReadCase]) -> list[Assessment]:
    """Assess every case on the first day of its vantage month, by the market as it was then."""
    assessor = Assessor(compiled, load_market())
    return [assessor.assess(case.idea, as_of=case.case.vantage) for case in cases]


def forecast(assessment: Assessment, rubric: str) -> Forecast:
    """Give what an assessment foretells; ``rubric`` is the one whose score breaks ties."""
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "a case that was read can be assessed"
    months, score = lifeline["months"], assessment["scores"].get(rubric)
    return Forecast(
        (months["low"], months["high"]),
        (score["low"], score["high"]) if score else (0.0, 0.0),
    )


def forecasts_from(compiled: CompiledSet, assessments: Sequence[Assessment]) -> list[Forecast]:
    """Give what a set's assessments foretell; ties are broken by its first score."""
    scores = compiled["deciding"]["scores"]
    rubric = scores[0]["rubric"] if scores else ""
    return [forecast(assessment, rubric) for assessment in assessments]


def forecasts(compiled: CompiledSet, cases: Sequence[ReadCase]) -> list[Forecast]:
    """Give what a set foretells of each case."""
    return forecasts_from(compiled, assess_all(compiled, cases))


def question_forecasts(
    compiled: CompiledSet, cases: Sequence[ReadCase]
) -> dict[str, list[Forecast]]:
    """Give what each scored question foretells alone: that it lasts if it earns half its points."""
    parts = [part for score in compiled["deciding"]["scores"] for part in score["parts"]]
    ids = [compiled["ids"][number] for number, _ in parts]
    scores = [
        {"rubric": id_, "parts": [(number, 1.0)]}
        for id_, (number, _) in zip(ids, parts, strict=True)
    ]
    assessed = assess_all(changed(compiled, scores=scores, caps=[]), cases)
    return {id_: [_by_points(found["scores"][id_]) for found in assessed] for id_ in ids}


def _by_points(score: object) -> Forecast:
    if not isinstance(score, dict):
        return Forecast((0, FULL), (0, 100))
    low, high = (FULL if score[end] >= 50 else 0 for end in ("low", "high"))  # noqa: PLR2004
    return Forecast((low, high), (score["low"], score["high"]))


def changed(compiled: CompiledSet, **parts: object) -> CompiledSet:
    """Give a set of which some deciding parts are others."""
    deciding: Compiled = {**compiled["deciding"], **parts}  # type: ignore[typeddict-item]
    return {**compiled, "deciding": deciding}


def without(compiled: CompiledSet, name: str) -> CompiledSet:
    """Give a set without one cap or protection, by its id."""
    deciding = compiled["deciding"]
    caps = [cap for cap in deciding["caps"] if cap["id"] != name]
    gone = [n for n, entry in enumerate(deciding["protections"]) if entry["id"] == name]
    if gone:
        caps = [
            {**cap, "lifts": [lift for lift in cap["lifts"] if lift[0] not in gone]} for cap in caps
        ]
    return changed(compiled, caps=caps)
