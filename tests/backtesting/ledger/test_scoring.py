"""How right forecasts were: by hand, and what holds for any ledger."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.ledger.scoring import scores
from lifeline.backtesting.ledger.standing import standing
from lifeline.backtesting.rates import brier, wilson
from lifeline.model.ledger import Entry
from lifeline.reading.ledger.lines import read_ledger
from tests.backtesting.ledger.entries import forecast, ledgers, resolution, written

LATE = "2028-01-01"
DAYS = (3, 6, 12)
DAY = "2026-11-22"


def scored(*entries: Entry, as_of: str = LATE) -> Any:
    return scores(standing(read_ledger(written(*entries)), as_of), as_of)


def judged(low: int, high: int, months: int, idea: str = "bakery", **more: Any) -> list[Entry]:
    """Give a forecast, and that it held for so many months and no longer."""
    about = forecast(low, high, idea=idea, **more)
    outcomes = [resolution(about, n, "yes" if n <= months else "no") for n in DAYS]
    return [about, *outcomes]


@given(ledgers(), st.dates().map(str))
def test_a_score_lies_between_0_and_1_and_a_rate_in_its_interval(
    entries: list[Any], as_of: str
) -> None:
    found = scored(*entries, as_of=as_of)
    for series in ("range", "own"):
        parts = found[series]
        assert parts["all"]["claims"] == sum(parts[str(n)]["claims"] for n in DAYS)
        for part in parts.values():
            assert (part["brier"] is None) == (part["claims"] == 0) == (part["hit_rate"] is None)
            if part["claims"]:
                assert 0 <= part["brier"] <= 1
                assert 1 <= part["ideas"] <= part["days"] <= part["claims"]
                low, high = part["hit_rate"]["low"], part["hit_rate"]["high"]
                assert low is None or 0 <= low <= part["hit_rate"]["value"] <= high <= 1


@given(st.lists(st.sampled_from([0, 3, 6, 12]), min_size=1, max_size=6))
def test_who_foresaw_everything_scores_0_and_a_coin_a_quarter(lasted: list[int]) -> None:
    perfect: list[Entry] = []
    coins: list[Entry] = []
    for number, months in enumerate(lasted):
        own = {n: 1.0 if n <= months else 0.0 for n in DAYS}
        perfect += judged(months, months, months, f"x-{number}", own=own)
        coins += judged(0, 12, months, f"x-{number}", own=dict.fromkeys(DAYS, 0.5))
    for series in ("range", "own"):
        best, coin = scored(*perfect)[series], scored(*coins)[series]
        assert best["all"]["brier"] == 0
        assert best["all"]["hit_rate"]["value"] == 1
        assert coin["all"]["brier"] == 0.25 == scored()["coin"]
        assert coin["all"]["hit_rate"]["value"] == 0.5


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]), st.booleans()), min_size=1))
def test_the_score_is_the_mean_squared_error(said: list[tuple[float, bool]]) -> None:
    entries: list[Entry] = []
    for number, (own, truth) in enumerate(said):
        about = forecast(idea=f"x-{number}", own={6: own})
        entries += [about, resolution(about, 6, "yes" if truth else "no")]
    part = scored(*entries)["own"]["6"]
    assert part["claims"] == len(said)
    assert part["brier"] == pytest.approx(brier(*zip(*said, strict=True)))


@given(st.sampled_from([0.0, 0.3, 0.5, 0.8, 1.0]), st.integers(0, 10))
def test_who_says_what_they_believe_expects_the_best_score(belief: float, tenths: int) -> None:
    """What makes the score proper: no other word is better on the mean."""
    other = tenths / 10

    def expected(said: float) -> float:
        parts = []
        for truth, weight in (("yes", belief), ("no", 1 - belief)):
            about = forecast(own={6: said})
            found: float = scored(about, resolution(about, 6, truth))["own"]["6"]["brier"]
            parts.append(weight * found)
        return sum(parts)

    assert expected(belief) <= expected(other) + 1e-12


def test_figures_by_hand() -> None:
    entries = [*judged(6, 12, 12), *judged(6, 6, 3, "dentist"), *judged(3, 12, 6, "florist")]
    found = scored(*entries)["range"]
    assert [found[str(n)]["claims"] for n in DAYS] == [3, 3, 3]
    # after 6 months: said yes, yes, open; came yes, no, yes
    assert found["6"]["brier"] == pytest.approx((0 + 1 + 0.25) / 3)
    assert found["6"]["hit_rate"]["value"] == pytest.approx(1.5 / 3)
    assert (found["6"]["hit_rate"]["low"], found["6"]["hit_rate"]["high"]) == wilson(1.5, 3)
    # after 12 months: said open, no, open; came yes, no, no
    assert found["12"]["brier"] == pytest.approx((0.25 + 0 + 0.25) / 3)
    assert (found["all"]["claims"], found["all"]["ideas"]) == (9, 3)


def test_days_of_one_idea_hang_together_so_that_all_of_them_have_no_interval() -> None:
    found = scored(*judged(6, 12, 12))["range"]
    assert found["all"]["hit_rate"] == {"value": pytest.approx(2.5 / 3), "low": None, "high": None}


def test_an_own_probability_above_a_half_is_a_yes_in_the_hit_rate() -> None:
    entries: list[Entry] = []
    for number, (own, truth) in enumerate([(0.7, "yes"), (0.6, "no"), (0.2, "no"), (0.5, "no")]):
        about = forecast(idea=f"x-{number}", own={6: own})
        entries += [about, resolution(about, 6, truth)]
    assert scored(*entries)["own"]["6"]["hit_rate"]["value"] == pytest.approx(2.5 / 4)


def test_what_ended_early_counts_from_the_day_on_that_was_spoken_of() -> None:
    about = forecast(12, 12)
    early = resolution(about, 12, "no", "2026-12-01")
    assert scored(about, early, as_of="2027-02-21")["range"]["all"]["claims"] == 0
    assert scored(about, early, as_of="2027-02-22")["range"]["all"]["claims"] == 1
    assert scored(about, early, as_of="2027-11-22")["range"]["all"]["claims"] == 3


def test_the_same_said_again_of_the_same_day_counts_once() -> None:
    day = "2026-11-22"
    again = judged(6, 12, 12, made="2026-11-25", assessed=day)
    other = judged(6, 12, 12, made="2026-11-25", assessed=day, clock="advantage")
    assert scored(*judged(6, 12, 12), *again)["range"]["all"]["claims"] == 3
    assert scored(*judged(6, 12, 12), *other)["range"]["all"]["claims"] == 6


def test_other_words_of_the_same_day_count_both_and_are_one_day_without_an_interval() -> None:
    one, later = forecast(own={6: 0.9}), forecast(own={6: 0.4}, made="2026-12-22", assessed=DAY)
    part = scored(one, later, resolution(later, 6, "yes"))["own"]["6"]
    assert (part["claims"], part["days"]) == (2, 1)
    assert part["brier"] == pytest.approx((0.01 + 0.36) / 2)
    assert part["hit_rate"]["low"] is None


def test_what_was_mistyped_and_corrected_on_the_same_day_counts_no_more() -> None:
    slip = forecast(own={6: 0.09})
    meant = forecast(own={6: 0.9}, replaces=(slip,))
    found = scored(slip, meant, resolution(slip, 6, "yes"))
    assert (found["own"]["6"]["claims"], found["own"]["6"]["brier"]) == (1, pytest.approx(0.01))
    assert found["range"]["6"]["claims"] == 1


def test_a_day_without_an_outcome_counts_once_whoever_speaks_of_it() -> None:
    again = forecast(3, 3, made="2026-11-25", assessed=DAY)
    assert scored(forecast(), again)["without_outcome"] == 3
    assert scored(forecast(), again, resolution(again, 6, "yes"))["without_outcome"] == 1


def test_days_without_an_outcome_are_counted_apart() -> None:
    about = forecast()
    one, two = resolution(about, 6, "yes"), resolution(about, 6, "no")
    found = scored(about, one, as_of="2028-01-01")
    assert (found["without_outcome"], found["range"]["all"]["claims"]) == (1, 2)
    assert scored(about, one, two)["without_outcome"] == 3


def test_an_empty_ledger_has_no_figures() -> None:
    found = scored()
    assert found["without_outcome"] == 0
    assert found["range"]["all"] == {
        "claims": 0,
        "days": 0,
        "ideas": 0,
        "hit_rate": None,
        "brier": None,
    }
