"""How right the forecasts of a ledger were, against a coin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.ledger.standing import DISPUTED, DUE, NO, YES
from lifeline.backtesting.rates import UNCLEAR, brier, hit_rate
from lifeline.reading.ledger.checks import AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Data = dict[str, Any]
    Spoken = tuple[str, Any, float, bool]
    """The idea, the months, the probability that was said, and whether the clock still ran."""

COIN = UNCLEAR * UNCLEAR
"""The Brier score of who always says one half."""

RANGE, OWN = "range", "own"
SERIES = {RANGE: "probability", OWN: "own"}
"""What is scored: what the range of months says, and what the founder says, where they did."""


def scores(forecasts: Iterable[Data], as_of: str) -> Data:
    """Score the claims whose day has come and of which is known what came of them.

    Args:
        forecasts: how they stand, see ``standing.standing``.
        as_of: the day one looks from.

    Returns:
        Of each series the figures by months, and of ``all`` together, with how many days have come
        without an outcome.
    """
    claims = [
        (forecast, claim)
        for forecast in forecasts
        for claim in forecast["claims"]
        if claim["on"] <= as_of
    ]
    waiting = sum(claim["state"] in {DUE, DISPUTED} for _, claim in claims)
    found = {series: _series(_spoken(claims, key)) for series, key in SERIES.items()}
    return {"coin": COIN, "without_outcome": waiting, **found}


def _spoken(claims: Iterable[tuple[Data, Data]], key: str) -> list[Spoken]:
    """Give what was said of each day; the same said of the same day counts once."""
    found: dict[Any, Spoken] = {}
    for forecast, claim in claims:
        if claim["state"] not in {YES, NO} or claim[key] is None:
            continue
        idea = f"{forecast['idea']['id']} {forecast['idea']['title']}"
        spoken = idea, claim["after"], float(claim[key]), claim["state"] == YES
        found[forecast["clock"], claim["on"], spoken] = spoken
    return list(found.values())


def _series(spoken: Sequence[Spoken]) -> Data:
    by_months = {
        str(after): _figures([each for each in spoken if each[1] == after]) for after in AFTER
    }
    return {**by_months, "all": _figures(spoken)}


def _figures(spoken: Sequence[Spoken]) -> Data:
    """Give the figures of some claims.

    A probability above one half counts as a yes in the hit rate, one below as a no, and one half
    as half a hit. The interval takes the claims for independent, so none is given where those of
    several months are mixed: what came of one idea after 6 months tells much of it after 12.
    """
    said = [probability for _, _, probability, _ in spoken]
    truths = [truth for _, _, _, truth in spoken]
    rate = hit_rate([_leaning(probability) for probability in said], truths)
    is_mixed = len({after for _, after, _, _ in spoken}) > 1
    low, high = (rate.low, rate.high) if rate and not is_mixed else (None, None)
    return {
        "claims": len(spoken),
        "ideas": len({idea for idea, *_ in spoken}),
        "hit_rate": rate and {"value": rate.value, "low": low, "high": high},
        "brier": brier(said, truths),
    }


def _leaning(probability: float) -> float:
    return UNCLEAR if probability == UNCLEAR else float(probability > UNCLEAR)
