"""Harrell's C: of two cases, how often the one predicted to last longer did.

Harrell, Califf, Pryor, Lee and Rosati, "Evaluating the yield of medical tests", JAMA 247 (1982).
"""

from __future__ import annotations

import random
from collections import Counter
from itertools import permutations
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from _typeshed import SupportsDunderLT

    from lifeline.backtesting.observation import Observation

    Keys = Sequence[SupportsDunderLT[Any]]
    """A prediction for each case, in a total order; the greater one is to last longer."""
    Pair = tuple[int, int, float]
    """The case that ended first, the case that outlasted it, and what the keys earn by them."""

CONCORDANT, TIED, DISCORDANT = 1.0, 0.5, 0.0


class Concordance(NamedTuple):
    """How well keys order cases, over the pairs of which it is known which one ended first."""

    value: float | None
    """C: the share of pairs in the right order, a tie counted one half; None without a pair."""
    concordant: int
    discordant: int
    tied: int
    """Pairs whose keys are equal."""
    pairs: int
    cases: int


def concordance(keys: Keys, observations: Sequence[Observation]) -> Concordance:
    """Compare keys with what happened, case by case.

    Two cases are comparable where it is known that one ended first: an ended case of fewer months,
    or, at equal months, an ended one against a censored one. Two that ended in the same month are
    not. Raises ValueError where there are not as many keys as observations.
    """
    pairs = _comparable(keys, observations)
    counts = Counter(earned for *_, earned in pairs)
    return Concordance(
        value=_weighted(pairs, [1] * len(observations)),
        concordant=counts[CONCORDANT],
        discordant=counts[DISCORDANT],
        tied=counts[TIED],
        pairs=len(pairs),
        cases=len(observations),
    )


def bootstrap(
    keys: Keys, observations: Sequence[Observation], resamples: int = 1000, seed: int = 2023
) -> tuple[float, float] | None:
    """Give the 95 % percentile interval of C over resampled cases (Efron 1979).

    The same input gives the same interval. Resamples without a comparable pair are left out; None
    where fewer than two are left. Raises ValueError as `concordance` does.
    """
    pairs = _comparable(keys, observations)
    cases = range(len(observations))
    generator = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing is secret
    values = []
    for _ in range(resamples):
        # two copies of a case are no pair, so how often each case was drawn is all that counts
        drawn = Counter(generator.choices(cases, k=len(cases)))
        value = _weighted(pairs, [drawn[case] for case in cases])
        if value is not None:
            values.append(value)
    if len(values) < 2:  # noqa: PLR2004  # an interval needs two
        return None
    cuts = quantiles(values, n=40, method="inclusive")
    return cuts[0], cuts[-1]


def ceiling(observations: Sequence[Observation], levels: Sequence[float]) -> Concordance:
    """Give what perfect foresight reaches that may only say one of some levels, in months.

    Each case gets the greatest level not above its months, the least one where all are above. So
    nothing is discordant, and what is missing to 1 is lost by ties: cases between the same levels,
    and cases that were censored before the next one. This is the C of levels that are all true, not
    the greatest that any use of the levels could reach.
    """
    least = min(levels)
    keys = [
        max((level for level in levels if level <= seen.months), default=least)
        for seen in observations
    ]
    return concordance(keys, observations)


def _comparable(keys: Keys, observations: Sequence[Observation]) -> list[Pair]:
    cases = enumerate(zip(keys, observations, strict=True))
    return [
        (first, second, _earned(key, longer_key))
        for (first, (key, seen)), (second, (longer_key, longer)) in permutations(cases, 2)
        if _outlasts(longer, seen)
    ]


def _outlasts(longer: Observation, seen: Observation) -> bool:
    if longer.months == seen.months:
        return seen.ended and not longer.ended
    return seen.ended and longer.months > seen.months


def _earned(key: SupportsDunderLT[Any], longer_key: SupportsDunderLT[Any]) -> float:
    if key < longer_key:
        return CONCORDANT
    return DISCORDANT if longer_key < key else TIED


def _weighted(pairs: list[Pair], times: list[int]) -> float | None:
    """Give C where each case is there so many times; None where no pair is left."""
    total, earned = 0, 0.0
    for first, second, earns in pairs:
        weight = times[first] * times[second]
        total += weight
        earned += weight * earns
    return earned / total if total else None
