"""How claims stand on a day; which line stands before which never matters."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert due(other, as_of) == due(one, as_of)
    assert scores(other, as_of) == scores(one, as_of)


@given(ledgers(), st.dates().map(str))
def test_every_claim_stands_in_one_way_and_every_resolution_is_told(
    entries: list[Any], as_of: str
) -> None:
    told: list[str] = []
    for found in standing(read_ledger(written(*entries)), as_of):
        for claim in found["claims"]:
            outcomes = {one["outcome"] for one in claim["told"]}
            assert (len(outcomes) > 1) == (claim["state"] == "disputed")
            assert not claim["told"] or claim["state"] in {*outcomes, "disputed"}
            assert not (claim["told"] and claim["follows_from"])
            is_open = not claim["told"] and not claim["follows_from"]
            assert is_open == (claim["state"] in {"ahead", "due"})
            assert claim["state"] != "ahead" or claim["on"] > as_of
            told += [one["id"] for one in (*claim["told"], *claim["corrected"])]
    assert sorted(told) == sorted({each["id"] for each in entries if each["kind"] == "resolution"})


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
    assert claims(resolution(ONE, 6, "yes"))[3]["follows_from"] == 6


def test_what_had_stopped_stays_so() -> None:
    assert states(resolution(ONE, 6, "no")) == ["due", "no", "no"]
    assert states(resolution(ONE, 6, "no", "2027-08-01")) == ["due", "no", "no"]
    # it had stopped before the day of the first claim
    assert states(resolution(ONE, 12, "no", "2027-02-01")) == ["no", "no", "no"]
    # by March it had stopped; whether in February it still ran is not said
    assert states(resolution(ONE, 12, "no", "2027-03-01")) == ["due", "no", "no"]


def test_what_is_said_of_a_day_itself_goes_before_what_follows() -> None:
    both = resolution(ONE, 3, "no"), resolution(ONE, 6, "yes")
    assert states(*both) == ["no", "yes", "due"]  # it came back; then nothing follows


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
    found = due(standing(held, "2027-05-01"), "2027-05-01")
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
    found = due(standing(held, "2027-02-01"), "2027-02-01")
    assert [(each["after"], each["state"]) for each in found["due"]] == [(12, "disputed")]


def test_of_an_empty_ledger_nothing_is_due() -> None:
    assert due(standing(read_ledger(b""), LATE), LATE) == {"due": [], "next": []}
