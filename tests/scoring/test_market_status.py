"""What the record of the market says of a day, and that it uses nothing that came after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.market import known_from
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.market import STATUSES, events_touching, status_of, value_at
from tests.scoring.records import CAPABILITIES, DAYS, FIRST, LAST, MOMENTS, records, small

A_CAPABILITY = st.sampled_from(CAPABILITIES)


def until(day: date, market: CompiledMarket) -> CompiledMarket:
    """Give what of a record could be known on a day: what comes later is cut off, or disguised."""
    iso = day.isoformat()
    known: Any = {
        **market,
        "events": [_disguised(event, iso) for event in market["events"] if _is_told(event, iso)],
        "retreats": [entry for entry in market["retreats"] if entry["known"] <= iso],
        "not_shipped": [entry for entry in market["not_shipped"] if entry["known"] <= iso],
    }
    found: CompiledMarket = known
    return found


def _is_told(event: Any, iso: str) -> bool:
    return event["known"] <= iso or (event["announced_known"] or "~") <= iso


def _disguised(event: Any, iso: str) -> Any:
    """Of what was announced only, one does not know yet when and for whom it will come."""
    if event["known"] <= iso:
        return event
    return {**event, "date": "2099-01-01", "known": "2099-01-01", "reach": "general"}


def height(status: dict[str, Any]) -> int:
    return STATUSES.index(status["status"])


@given(records(), DAYS, A_CAPABILITY)
def test_nothing_after_the_day_is_used(market: CompiledMarket, day: date, capability: str) -> None:
    before = until(day, market)
    assert status_of(capability, day, market) == status_of(capability, day, before)
    assert events_touching([capability], None, day, market) == events_touching(
        [capability], None, day, before
    )


@given(records(most_retreats=0), DAYS, DAYS, A_CAPABILITY)
def test_a_later_day_never_knows_less(
    market: CompiledMarket, one: date, other: date, capability: str
) -> None:
    earlier, later = (status_of(capability, day, market) for day in sorted((one, other)))
    assert height(earlier) <= height(later)
    assert set(earlier["events"]) <= set(later["events"])
    after = _heights(later)
    assert all(after[company] >= reached for company, reached in _heights(earlier).items())


def _heights(status: dict[str, Any]) -> dict[str, int]:
    return {
        company: STATUSES.index(reached)
        for reached, companies in status["companies"].items()
        for company in companies
    }


@given(records(), DAYS, DAYS, A_CAPABILITY)
def test_only_what_a_retreat_withdrew_is_known_less_later(
    market: CompiledMarket, one: date, other: date, capability: str
) -> None:
    first, last = sorted((one, other))
    earlier, later = (status_of(capability, day, market) for day in (first, last))
    withdrawn = {
        id_
        for entry in market["retreats"]
        if first.isoformat() < entry["known"] <= last.isoformat()
        for id_ in entry["withdraws"]
    }
    assert set(earlier["events"]) - set(later["events"]) <= withdrawn
    if not withdrawn:
        assert height(earlier) <= height(later)


@given(records(), DAYS, A_CAPABILITY)
def test_the_status_is_the_highest_of_the_companies_and_each_is_named_once(
    market: CompiledMarket, day: date, capability: str
) -> None:
    found = status_of(capability, day, market)
    companies = [company for named in found["companies"].values() for company in named]
    assert len(companies) == len(set(companies))
    assert set(companies) <= {"Acme", "Bolt"}, "Crane is a part of Acme"
    assert height(found) == max(_heights(found).values(), default=0)
    assert bool(companies) == bool(found["events"])


@given(MOMENTS)
def test_a_date_counts_from_the_first_day_on_which_it_surely_has_come(moment: str) -> None:
    known = date.fromisoformat(known_from(moment))
    before = (known - timedelta(days=1)).isoformat()
    assert before[: len(moment)] == moment or known.isoformat() == moment
    assert known.isoformat()[: len(moment)] >= moment


@pytest.mark.parametrize(
    ("day", "status", "companies", "events"),
    [
        ("2023-03-19", "nothing", {}, []),
        ("2023-03-20", "preview", {"preview": ["Bolt"]}, ["pilot"]),
        ("2023-04-29", "preview", {"preview": ["Bolt"]}, ["pilot"]),
        (
            "2023-04-30",
            "preview",
            {"preview": ["Bolt"], "announced": ["Acme"]},
            ["pilot", "files-sold"],
        ),
        ("2023-05-02", "announced", {"announced": ["Acme"]}, ["files-sold"]),
        ("2023-06-30", "announced", {"announced": ["Acme"]}, ["files-sold"]),
        ("2023-07-01", "shipped", {"shipped": ["Acme"]}, ["files-sold"]),
    ],
)
def test_a_status_grows_from_announced_to_shipped_and_a_retreat_undoes_it(
    day: str, status: str, companies: dict[str, list[str]], events: list[str]
) -> None:
    found = status_of("file-chat", date.fromisoformat(day), small())
    none: dict[str, list[str]] = {"shipped": [], "preview": [], "announced": []}
    assert (found["status"], found["companies"]) == (status, {**none, **companies})
    assert found["events"] == events
    assert found["means"] == "asking questions of files"


def test_what_was_announced_and_not_seen_shipped_stays_announced() -> None:
    assert status_of("translation", date(2023, 10, 31), small())["status"] == "nothing"
    found = status_of("translation", date(2023, 12, 31), small())
    assert (found["status"], found["events"]) == ("announced", ["languages"])


def test_a_part_of_a_company_counts_as_the_company() -> None:
    assert status_of("memory", LAST, small())["companies"]["shipped"] == ["Acme"]


def test_retreats_are_told_with_the_status() -> None:
    assert status_of("file-chat", date(2023, 5, 1), small())["retreats"] == []
    assert status_of("file-chat", date(2023, 5, 2), small())["retreats"] == ["pilot-ended"]
    later = status_of("file-chat", date(2024, 1, 1), small())
    assert later["retreats"] == ["pilot-ended", "still-few"]


def test_a_word_that_is_no_capability_has_no_status() -> None:
    with pytest.raises(KeyError):
        status_of("flying", LAST, small())


@given(records(), DAYS, DAYS, st.lists(A_CAPABILITY, unique=True))
def test_the_events_of_a_span_are_those_that_became_known_in_it(
    market: CompiledMarket, one: date, other: date, capabilities: list[str]
) -> None:
    first, last = sorted((one, other))
    found = events_touching(capabilities, first, last, market)
    assert found == [
        event
        for event in events_touching([], None, None, market)
        if first <= date.fromisoformat(event["known"]) <= last
        and (not capabilities or set(capabilities) & set(event["capabilities"]))
    ]


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2023-01-09", None),
        ("2023-01-10", (60_000_000, "2023-01-10")),
        ("2023-06-30", (60_000_000, "2023-01-10")),
        ("2023-07-01", (100_000_000, "2023-06")),
        ("2030-01-01", (100_000_000, "2023-06")),
    ],
)
def test_a_value_holds_from_its_date_until_the_next(
    day: str, value: tuple[float, str] | None
) -> None:
    found = value_at("training-cost", date.fromisoformat(day), small())
    assert value == (found and (found["value"], found["since"]))


def test_a_value_says_its_unit_and_where_it_was_read() -> None:
    found = value_at("training-cost", FIRST + timedelta(days=30), small())
    assert found is not None
    assert (found["parameter"], found["unit"], found["note"]) == (
        "training-cost",
        "USD",
        "doubtful",
    )
    assert [source["claim"] for source in found["sources"]] == ["S1-1", "S1-2"]


def test_a_word_that_is_no_parameter_has_no_value() -> None:
    with pytest.raises(KeyError):
        value_at("weight", LAST, small())
