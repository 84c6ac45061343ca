"""How claims stand on a day; which line stands before which never matters."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.backtesting.ledger.days import product_of
from lifeline.backtesting.ledger.scoring import scores
from lifeline.backtesting.ledger.standing import due, standing
from lifeline.model.ledger import Entry
from lifeline.reading.ledger.lines import read_ledger
from tests.backtesting.ledger.entries import forecast, ledgers, resolution, written

ONE = forecast(idea="bakery")  # 22 February, 22 May and 22 November 2027
LATE = "2028-01-01"


def claims(*entries: Entry, as_of: str = LATE) -> dict[int, Any]:
    """Give how the claims of the one forecast stand, by months."""
    (found,) = standing(read_ledger(written(ONE, *entries)), as_of)
    return {claim["after"]: claim for claim in found["claims"]}


def states(*entries: Entry, as_of: str = LATE) -> list[str]:
    return [claim["state"] for claim in claims(*entries, as_of=as_of).values()]


@given(ledgers(), st.randoms(), st.dates().map(str))
def test_the_order_of_lines_changes_nothing(entries: list[Any], random: Any, as_of: str) -> None:
    others = [*entries]
    random.shuffle(others)
    one, other = (standing(read_ledger(written(*each)), as_of) for each in (entries, others))
    assert other == one
    assert due(other) == due(one)
    assert scores(other, as_of) == scores(one, as_of)


@given(ledgers(), st.dates().map(str))
def test_every_claim_stands_in_one_way_and_every_resolution_is_told(
    entries: list[Any], as_of: str
) -> None:
    told: set[str] = set()
    for found in standing(read_ledger(written(*entries)), as_of):
        for claim in found["claims"]:
            outcomes = {one["outcome"] for one in claim["told"]}
            is_disputed = len(outcomes) > 1 or claim["against"] is not None
            assert is_disputed == (claim["state"] == "disputed")
            assert not claim["told"] or claim["state"] in {*outcomes, "disputed"}
            assert not (claim["told"] and claim["follows_from"])
            is_open = not claim["told"] and not claim["follows_from"]
            assert is_open == (claim["state"] in {"ahead", "due"})
            assert claim["state"] != "ahead" or claim["on"] > as_of
            told |= {one["id"] for one in (*claim["told"], *claim["corrected"])}
    assert told == {each["id"] for each in entries if each["kind"] == "resolution"}


@given(ledgers(), st.dates().map(str))
def test_what_came_of_a_day_settles_it_for_every_forecast_of_the_product(
    entries: list[Any], as_of: str
) -> None:
    found: dict[Any, Any] = {}
    for each in standing(read_ledger(written(*entries)), as_of):
        for claim in each["claims"]:
            outcome = [claim[key] for key in ("state", "follows_from", "told", "corrected")]
            assert found.setdefault((product_of(each), claim["on"]), outcome) == outcome


@given(ledgers())
def test_no_clock_runs_on_a_day_by_which_it_had_stopped(entries: list[Any]) -> None:
    found: dict[Any, dict[str, str]] = {}
    for each in standing(read_ledger(written(*entries)), LATE):
        for claim in each["claims"]:
            found.setdefault(product_of(each), {})[claim["on"]] = claim["state"]
    for days in found.values():
        ran = [on for on, state in days.items() if state == "yes"]
        stopped = [on for on, state in days.items() if state == "no"]
        assert not ran or not stopped or max(ran) < min(stopped)


@given(ledgers(), st.dates().map(str))
def test_each_day_of_a_product_is_asked_of_once_and_counted_once(
    entries: list[Any], as_of: str
) -> None:
    stands = standing(read_ledger(written(*entries)), as_of)
    asked = due(stands)
    days = [(product_of(each), each["on"]) for each in (*asked["due"], *asked["next"])]
    assert len(days) == len(set(days))
    come = [each for each in asked["due"] if each["on"] <= as_of]
    assert scores(stands, as_of)["without_outcome"] == len(come)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2027-02-21", ["ahead", "ahead", "ahead"]),
        ("2027-02-22", ["due", "ahead", "ahead"]),
        ("2027-11-22", ["due", "due", "due"]),
    ],
)
def test_a_claim_is_due_on_its_day(as_of: str, expected: list[str]) -> None:
    assert states(as_of=as_of) == expected


def test_what_ran_on_a_later_day_ran_before() -> None:
    assert states(resolution(ONE, 6, "yes")) == ["yes", "yes", "due"]
    assert claims(resolution(ONE, 6, "yes"))[3]["follows_from"] == "2027-05-22"


def test_what_had_stopped_stays_so() -> None:
    assert states(resolution(ONE, 6, "no")) == ["due", "no", "no"]
    assert states(resolution(ONE, 6, "no", "2027-08-01")) == ["due", "no", "no"]
    # it had stopped before the day of the first claim
    assert states(resolution(ONE, 12, "no", "2027-02-01")) == ["no", "no", "no"]
    # by March it had stopped; whether in February it still ran is not said
    assert states(resolution(ONE, 12, "no", "2027-03-01")) == ["due", "no", "no"]


def test_days_that_exclude_each_other_are_disputed_and_nothing_follows() -> None:
    both = resolution(ONE, 3, "no"), resolution(ONE, 6, "yes")
    assert states(*both) == ["disputed", "disputed", "due"]
    assert [claim["against"] for claim in claims(*both).values()] == [
        "2027-05-22",
        "2027-02-22",
        None,
    ]
    early = resolution(ONE, 3, "yes"), resolution(ONE, 12, "no", "2027-02-01")
    assert states(*early) == ["disputed", "due", "disputed"]
    found = scores(standing(read_ledger(written(ONE, *both)), LATE), LATE)
    assert (found["range"]["all"]["claims"], found["without_outcome"]) == (0, 3)


def test_what_no_other_day_excludes_counts_beside_those_that_are_disputed() -> None:
    later = forecast(made="2027-02-22")  # 22 May and 22 August 2027, 22 February 2028
    said = resolution(ONE, 3, "yes"), resolution(ONE, 6, "no"), resolution(later, 6, "yes")
    one, _ = standing(read_ledger(written(ONE, later, *said)), LATE)
    assert [claim["state"] for claim in one["claims"]] == ["yes", "disputed", "due"]


def test_days_that_exclude_each_other_are_settled_by_correcting_either() -> None:
    first, second = resolution(ONE, 3, "no"), resolution(ONE, 6, "yes")
    assert states(first, second, resolution(ONE, 3, "yes", replaces=(first,))) == [
        "yes",
        "yes",
        "due",
    ]
    assert states(first, second, resolution(ONE, 6, "no", replaces=(second,))) == ["no"] * 3


def test_a_day_is_settled_also_by_another_forecast_of_other_months() -> None:
    later = forecast(3, 3, made="2027-02-22")  # 22 May 2027 after 3 months
    held = read_ledger(written(ONE, later, resolution(later, 6, "yes")))  # 22 August 2027
    one, other = standing(held, LATE)
    assert [claim["state"] for claim in one["claims"]] == ["yes", "yes", "due"]
    assert [claim["follows_from"] for claim in one["claims"]] == ["2027-08-22", "2027-08-22", None]
    assert [claim["state"] for claim in other["claims"]] == ["yes", "yes", "ahead"]


@pytest.mark.parametrize("other", [{"clock": "advantage"}, {"idea": "b"}, {"title": "Another"}])
def test_what_came_of_another_product_settles_nothing(other: Any) -> None:
    about = forecast(**{"idea": "bakery", **other})
    held = read_ledger(written(ONE, about, resolution(about, 6, "yes")))
    states = {
        each["id"]: [claim["state"] for claim in each["claims"]] for each in standing(held, LATE)
    }
    assert states[ONE["id"]] == ["due"] * 3


def test_branches_that_disagree_with_two_forecasts_of_a_day_are_disputed() -> None:
    again = forecast(3, 3, made="2026-11-25", assessed="2026-11-22")
    one, other = resolution(ONE, 6, "yes"), resolution(again, 6, "no")
    for each in standing(read_ledger(written(ONE, again, one, other)), LATE):
        assert each["claims"][1]["state"] == "disputed"
    end = resolution(again, 6, "no", replaces=(one, other))
    for each in standing(read_ledger(written(end, other, again, one, ONE)), LATE):
        assert (each["claims"][1]["state"], each["claims"][1]["told"]) == ("no", [end])


def test_the_newest_forecast_asks_and_one_that_was_corrected_does_not() -> None:
    again = forecast(3, 3, made="2026-11-25", assessed="2026-11-22")
    held = read_ledger(written(again, ONE))
    (asked,) = due(standing(held, "2027-02-22"))["due"]
    assert asked["forecast"] == again["id"]
    for slip, meant in ((0.1, 0.2), (0.2, 0.1), (0.3, 0.1)):
        old = forecast(own={3: slip})
        new = forecast(own={3: meant}, replaces=(old,))
        stands = standing(read_ledger(written(new, old)), "2027-02-22")
        assert {each["id"]: each["replaced_by"] for each in stands} == {
            old["id"]: [new["id"]],
            new["id"]: [],
        }
        assert [each["own"] for each in due(stands)["due"]] == [meant]


def test_what_a_founder_said_of_a_day_is_laid_before_them_when_it_is_due() -> None:
    later = forecast(3, 3, made="2026-12-01", assessed="2026-11-22", own={6: 0.2})
    for order in ((ONE, later), (later, ONE)):
        stands = standing(
            read_ledger(written(*order, forecast(own={3: 0.9, 6: 0.9}))), "2027-05-22"
        )
        assert [each["own"] for each in due(stands)["due"]] == [0.9, 0.2]


def test_what_was_said_on_another_day_cannot_be_taken_back() -> None:
    old = forecast(own={6: 0.9})
    new = forecast(own={6: 0.1}, made="2026-12-22", assessed="2026-11-22", replaces=(old,))
    assert [each["replaced_by"] for each in standing(read_ledger(written(old, new)), LATE)] == [
        [],
        [],
    ]


def test_a_correction_counts_and_what_it_corrects_is_kept() -> None:
    first = resolution(ONE, 6, "no", written="2027-06-01")
    second = resolution(ONE, 6, "yes", written="2027-06-02", replaces=(first,))
    third = resolution(ONE, 6, "no", written="2027-06-03", replaces=(second,))
    for entries in ((first, second), (second, first)):
        claim = claims(*entries)[6]
        assert (claim["state"], claim["told"], claim["corrected"]) == ("yes", [second], [first])
    claim = claims(third, second, first)[6]
    assert (claim["told"], claim["corrected"]) == ([third], [first, second])


def test_a_later_line_that_corrects_nothing_does_not_win() -> None:
    one, other = resolution(ONE, 6, "no", written="2027-06-01"), resolution(ONE, 6, "yes")
    claim = claims(one, other)[6]
    assert (claim["state"], claim["told"]) == ("disputed", [one, other])
    end = resolution(ONE, 6, "yes", replaces=(one, other))
    assert claims(one, other, end)[6]["state"] == "yes"


def test_two_branches_that_say_the_same_agree() -> None:
    one, other = resolution(ONE, 6, "no"), resolution(ONE, 6, "no", source="a letter")
    claim = claims(one, other)[6]
    assert claim["state"] == "no"
    assert len(claim["told"]) == 2


def test_what_is_due_comes_oldest_first_and_then_what_is_next() -> None:
    other = forecast(idea="dentist", made="2026-10-01")
    held = read_ledger(written(ONE, other, resolution(other, 3, "yes")))
    found = due(standing(held, "2027-05-01"))
    assert [(each["idea"]["id"], each["after"]) for each in found["due"]] == [
        ("bakery", 3),
        ("dentist", 6),
    ]
    assert [(each["idea"]["id"], each["on"]) for each in found["next"]] == [
        ("bakery", "2027-05-22")
    ]


def test_what_is_disputed_is_asked_again_also_before_its_day() -> None:
    early = resolution(ONE, 12, "no", "2027-01-01"), resolution(ONE, 12, "yes", "2027-11-22")
    held = read_ledger(written(ONE, *early))
    found = due(standing(held, "2027-02-01"))
    assert [(each["after"], each["state"]) for each in found["due"]] == [(12, "disputed")]


def test_of_an_empty_ledger_nothing_is_due() -> None:
    assert due(standing(read_ledger(b""), LATE)) == {"due": [], "next": []}
