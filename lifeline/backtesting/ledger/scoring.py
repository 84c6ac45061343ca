"""How right the forecasts of a ledger were, against a coin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.ledger.days import DISPUTED, NO, YES, product_of
from lifeline.backtesting.ledger.standing import DUE
from lifeline.backtesting.rates import UNCLEAR, brier, hit_rate
from lifeline.reading.ledger.checks import AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifeline.backtesting.ledger.days import Product

    Data = dict[str, Any]
    Spoken = tuple[Product, str, int, float, bool]
    """The product, the day, the months to it, the probability that was said, and whether the clock
    still ran."""

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
        Of each series the figures by months, and of ``all`` together, with how many days of
        products have come without an outcome.
    """
    claims = [
        (forecast, claim)
        for forecast in forecasts
        for claim in forecast["claims"]
        if claim["on"] <= as_of
    ]
    waiting = {
        (product_of(forecast), claim["on"])
        for forecast, claim in claims
        if claim["state"] in {DUE, DISPUTED}
    }
    stands = [pair for pair in claims if not pair[0]["replaced_by"]]
    found = {
        RANGE: _series(_spoken(claims, SERIES[RANGE])),
        OWN: _series(_spoken(stands, SERIES[OWN])),
    }
    return {"coin": COIN, "without_outcome": len(waiting), **found}


def _spoken(claims: Iterable[tuple[Data, Data]], key: str) -> list[Spoken]:
    """Give what was said of each day; the same said of the same day counts once."""
    found: dict[Spoken, None] = {}
    for forecast, claim in claims:
        if claim["state"] in {YES, NO} and claim[key] is not None:
            day, said = (product_of(forecast), claim["on"]), float(claim[key])
            found[(*day, claim["after"], said, claim["state"] == YES)] = None
    return list(found)


def _series(spoken: Sequence[Spoken]) -> Data:
    by_months = {
        str(after): _figures([each for each in spoken if each[2] == after]) for after in AFTER
    }
    return {**by_months, "all": _figures(spoken)}


def _figures(spoken: Sequence[Spoken]) -> Data:
    """Give the figures of some claims.

    A probability above one half counts as a yes in the hit rate, one below as a no, and one half
    as half a hit. The interval takes the claims for independent, so none is given where those of
    several months are mixed, as what came of one idea after 6 months tells much of it after 12, or
    where several were made of one day.
    """
    said = [probability for *_, probability, _ in spoken]
    truths = [truth for *_, truth in spoken]
    days = {(product, on) for product, on, *_ in spoken}
    rate = hit_rate([_leaning(probability) for probability in said], truths)
    is_mixed = len({after for _, _, after, *_ in spoken}) > 1 or len(days) < len(spoken)
    low, high = (rate.low, rate.high) if rate and not is_mixed else (None, None)
    return {
        "claims": len(spoken),
        "days": len(days),
        "ideas": len({(id_, title) for (id_, title, _), *_ in spoken}),
        "hit_rate": rate and {"value": rate.value, "low": low, "high": high},
        "brier": brier(said, truths),
    }


def _leaning(probability: float) -> float:
    return UNCLEAR if probability == UNCLEAR else float(probability > UNCLEAR)
