"""A forecast says of days ahead what the back-test reads from a range, and no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.forecasts import Forecast as Foretold
from lifeline.backtesting.ledger.making import correcting, forecast_of, resolution_of, same_as
from lifeline.compiling.store import load_set
from lifeline.errors import UsageError
from lifeline.model.ledger import Forecast
from lifeline.reading.idea import read_idea
from lifeline.reading.ledger.lines import id_of, read_ledger
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, assessed
from tests.backtesting.ledger.entries import forecast, resolution, written
from tests.conftest import ROOT

SMALL = load_set(str(ROOT / "tests" / "sets" / "small"))
SAFE = {"entry": "nobody", "assets": ["network"], "runway": 12}
DAY = date(2023, 7, 1)


def made(answers: Any = SAFE, clock: Any = "lifeline", own: Any = None, **more: Any) -> Forecast:
    """Make a forecast of an idea that the small set judges."""
    about = assessed(answers, SMALL, **{"as_of": DAY, **more})
    return forecast_of(about, SMALL, clock, own or {}, strict=False, tool="0.1.0")


def by_id(*forecasts: Forecast) -> dict[str, Forecast]:
    return {each["id"]: each for each in forecasts}


def said(of: Forecast) -> list[tuple[int, str, float]]:
    return [(claim["after"], claim["on"], claim["probability"]) for claim in of["claims"]]


def test_a_forecast_holds_what_it_rests_on_and_is_read_again() -> None:
    found = made()
    assert found["idea"] == {"id": "idea", "title": "An idea", "path": "idea.yaml"}
    assert (found["made"], found["assessed"]) == ("2023-07-01", ASSESSED.isoformat())
    assert found["set"]["deciding"] == SMALL["hashes"]["deciding"]
    assert (found["set"]["id"], found["set"]["version"]) == (SMALL["set"], SMALL["version"])
    assert found["tool"] == {"name": "lifeline", "version": "0.1.0"}
    assert found["id"] == id_of(found)
    held = read_ledger(written(found))
    assert not held.problems
    assert held.forecasts == {found["id"]: found}


def test_days_are_counted_from_the_assessed_day() -> None:
    assert said(made()) == [
        (3, "2023-09-30", 1.0),
        (6, "2023-12-30", 1.0),
        (12, "2024-06-30", 1.0),
    ]


@pytest.mark.parametrize(
    ("answers", "clock", "expected"),
    [
        ({**SAFE, "assets": []}, "advantage", [1.0, 1.0, 0.0]),
        ({**SAFE, "assets": []}, "necessity", [1.0, 1.0, 1.0]),
        ({**SAFE, "assets": []}, "lifeline", [1.0, 1.0, 0.0]),
        ({**SAFE, "assets": "unknown"}, "lifeline", [1.0, 1.0, 0.5]),
    ],
)
def test_a_range_says_yes_up_to_its_low_end_and_no_beyond_its_high_end(
    answers: Any, clock: str, expected: list[float]
) -> None:
    assert [p for _, _, p in said(made(answers, clock))] == expected


@given(st.sampled_from([0, 3, 6, 12]), st.sampled_from([0, 3, 6, 12]))
def test_a_range_is_read_as_the_back_test_reads_it(one: int, other: int) -> None:
    low, high = sorted((one, other))
    about: Any = assessed(SAFE, SMALL, as_of=DAY)
    about["lifeline"]["months"] = {"low": low, "high": high}
    found = forecast_of(about, SMALL, "lifeline", {}, strict=False, tool="0")
    foretold = Foretold((low, high), (0, 0))
    assert [p for _, _, p in said(found)] == [foretold.lasts(months) for months in (3, 6, 12)]


def test_of_days_that_have_passed_nothing_is_claimed() -> None:
    on_the_day = made(as_of=date(2023, 9, 30))
    assert [after for after, _, _ in said(on_the_day)] == [6, 12]
    with pytest.raises(UsageError, match="2024-06-30, the last day that it speaks of, has passed"):
        made(as_of=date(2024, 6, 30))
    with pytest.raises(UsageError, match="--probability 3: 2023-09-30, the day 3 months after"):
        made(as_of=date(2023, 9, 30), own={3: 0.5, 6: 0.5})


def test_without_a_day_nothing_can_be_forecast() -> None:
    unassessed = read_idea(b"lifeline: 1\nidea: A\n", "idea.yaml", SMALL)
    with pytest.raises(UsageError, match=r"no answer is given yet, .* lifeline walk idea\.yaml"):
        about = assess(unassessed, SMALL, as_of=DAY, path="idea.yaml")
        forecast_of(about, SMALL, "lifeline", {}, strict=False, tool="0")


def test_own_probabilities_stand_beside_those_of_the_range() -> None:
    claims = made(own={6: 0.7})["claims"]
    assert [(claim["probability"], claim["own"]) for claim in claims] == [
        (1.0, None),
        (1.0, 0.7),
        (1.0, None),
    ]


def test_the_same_said_again_later_is_found() -> None:
    first, later = made(), made(as_of=date(2023, 12, 1))
    assert len(later["claims"]) == 2
    assert same_as(later, by_id(first)) is first
    assert same_as(later, by_id(made(as_of=date(2023, 8, 1)), first)) is first


@pytest.mark.parametrize(
    "other",
    [
        {"clock": "advantage"},
        {"own": {6: 0.5}},
        {"id": "other"},
        {"assessed": "2023-06-29"},
        {"answers": {**SAFE, "assets": []}},
    ],
)
def test_what_says_something_else_is_not_the_same(other: Any) -> None:
    assert same_as(made(), by_id(made(**other))) is None


def test_another_rubric_says_something_else() -> None:
    one = forecast()
    other: Any = {**one, "set": {**one["set"], "deciding": "0"}}
    assert same_as(one, by_id(other)) is None


def test_what_a_founder_says_again_on_the_same_day_corrects_what_they_said_before() -> None:
    slip, meant = made(own={6: 0.07}), made(own={6: 0.7})
    found = correcting(meant, by_id(slip))
    assert found["replaces"] == [slip["id"]]
    assert (found["id"], found["claims"]) == (id_of(found), meant["claims"])
    held = read_ledger(written(slip, found))
    assert not held.problems
    assert same_as(meant, held.forecasts) == found
    assert same_as(slip, held.forecasts) is None, "it says it no more"
    back = correcting(slip, held.forecasts)
    assert back["replaces"] == [found["id"]]
    assert back["id"] != slip["id"]


@pytest.mark.parametrize(
    "other",
    [
        {"own": {}},
        {"own": {6: 0.7}},
        {"own": {6: 0.07}, "as_of": date(2023, 6, 30)},
        {"own": {6: 0.07}, "clock": "advantage"},
        {"own": {6: 0.07}, "id": "other"},
        {"own": {6: 0.07}, "assessed": "2023-06-29"},
    ],
)
def test_what_is_another_belief_or_none_is_not_corrected(other: Any) -> None:
    meant = made(own={6: 0.7})
    assert correcting(meant, by_id(made(**other))) is meant


def test_without_a_belief_nothing_is_corrected() -> None:
    plain = made()
    assert correcting(plain, by_id(made(own={6: 0.07}))) is plain


def resolved(outcome: Any, on: str, today: str = "2027-12-31", after: int = 6) -> Any:
    return resolution_of(
        forecast(),
        after,
        outcome,
        date.fromisoformat(on),
        source="orders",
        note=None,
        today=date.fromisoformat(today),
        replaces=["b", "a"],
    )


def test_what_came_of_a_claim_is_written_down() -> None:
    found = resolved("yes", "2027-05-22", "2027-05-22")
    assert found["id"] == id_of(found)
    assert (found["forecast"], found["after"], found["outcome"]) == (forecast()["id"], 6, "yes")
    assert (found["on"], found["written"]) == ("2027-05-22", "2027-05-22")
    assert found["replaces"] == ["a", "b"]
    assert not read_ledger(written(forecast(), resolution(forecast(), 6, "yes"))).problems


def test_a_yes_cannot_be_known_before_its_day_and_a_no_can() -> None:
    with pytest.raises(UsageError, match="2027-05-21 lies before 2027-05-22, the day that this"):
        resolved("yes", "2027-05-21")
    assert resolved("no", "2026-12-01", "2026-12-01")["on"] == "2026-12-01"


def test_nothing_is_known_of_days_to_come_nor_from_before_it_was_forecast() -> None:
    for outcome in ("yes", "no"):
        with pytest.raises(UsageError, match="2027-12-02 is still to come on 2027-12-01"):
            resolved(outcome, "2027-12-02", "2027-12-01")
    with pytest.raises(UsageError, match="2026-11-21 lies before 2026-11-22, the day on which"):
        resolved("no", "2026-11-21")
