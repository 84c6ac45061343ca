"""What of a record could be known on a day, what raised a status, and what a status stands on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.market import (
    events_touching,
    retreats_touch,
    status_of,
    value_at,
    with_figures,
)
from lifeline.scoring.record import Record, known_by
from tests.scoring.records import LAST, small

PILOT, SOLD, KEPT = (event for event in small()["events"])
(PROMISED,) = small()["not_shipped"]
ENDED, STILL = small()["retreats"]


def ids(entries: Any) -> list[str]:
    return [entry["id"] for entry in entries]


def record(**parts: Any) -> CompiledMarket:
    """Give the small record with other parts."""
    found: Any = {**small(), **parts}
    return found  # type: ignore[no-any-return]


# ---- What could be known


@pytest.mark.parametrize(
    ("day", "events", "waited_for", "retreats"),
    [
        ("2023-03-19", [], [], []),
        ("2023-03-20", ["pilot"], [], []),
        ("2023-04-29", ["pilot"], [], []),
        ("2023-04-30", ["pilot"], ["files-sold"], []),
        ("2023-05-01", ["pilot"], ["files-sold"], []),
        ("2023-05-02", ["pilot"], ["files-sold"], ["pilot-ended"]),
        ("2023-06-30", ["pilot"], ["files-sold"], ["pilot-ended"]),
        ("2023-07-01", ["pilot", "files-sold", "crane-memory"], [], ["pilot-ended"]),
        ("2023-11-01", ["pilot", "files-sold", "crane-memory"], ["languages"], ["pilot-ended"]),
    ],
)
def test_what_had_not_come_on_a_day_was_at_most_announced(
    day: str, events: list[str], waited_for: list[str], retreats: list[str]
) -> None:
    found = known_by(date.fromisoformat(day), small())
    assert (ids(found["events"]), ids(found["not_shipped"])) == (events, waited_for)
    assert ids(found["retreats"]) == retreats


def test_what_is_waited_for_is_known_by_the_day_of_its_announcement_only() -> None:
    found: Any = known_by(date(2023, 5, 1), small())["not_shipped"]
    assert found == [{"id": "files-sold", "announced": "2023-04-30"}]


@pytest.mark.parametrize(
    ("day", "until"), [("2023-05-01", "2023-05-01"), ("2024-05-01", "2023-12-31")]
)
def test_a_record_is_known_until_the_day_and_no_longer_than_it_reaches(
    day: str, until: str
) -> None:
    assert known_by(date.fromisoformat(day), small())["until"] == until


def test_a_retreat_withholds_only_what_could_be_known() -> None:
    early: Any = {**STILL, "known": "2023-04-01", "withholds": ["pilot", "files-sold"]}
    (found,) = known_by(date(2023, 4, 1), record(retreats=[early]))["retreats"]
    assert found["withholds"] == ["pilot"]


# ---- How far companies are


def test_a_later_preview_takes_nothing_from_a_company_that_has_shipped() -> None:
    later: Any = {**SOLD, "id": "trial", "known": "2023-09-01", "reach": "preview"}
    market = record(events=[*small()["events"], later])
    assert status_of("file-chat", LAST, market)["companies"]["shipped"] == ["Acme"]


def test_an_announcement_counts_from_its_own_day_on() -> None:
    days = [status_of("translation", date(2023, month, 1), small()) for month in (10, 11)]
    assert [found["status"] for found in days] == ["nothing", "announced"]


def test_something_raises_a_status_when_it_is_further_than_the_day_before() -> None:
    known = Record(small())
    assert known.raises(["file-chat"], "preview", "2023-03-20")
    assert not known.raises(["file-chat"], "preview", "2023-03-21")
    assert known.raises(["memory", "file-chat"], "shipped", "2023-03-21")
    assert not known.raises([], "shipped", "2023-03-21")


def test_a_status_is_found_once_for_all_ideas() -> None:
    known = Record(small())
    assert known.status("memory", LAST) is known.status("memory", LAST)
    assert known.status("memory", LAST) is not known.status("file-chat", LAST)


# ---- What a status stands on


def test_what_was_announced_and_has_not_come_is_a_sign_without_a_story() -> None:
    known = Record(small())
    (sign,) = known.signs(known.status("translation", LAST))
    assert (sign["id"], sign["actor"], sign["what"]) == ("languages", "Acme", None)
    assert (sign["date"], sign["known"]) == ("2023-11-01", "2023-11-01")


def test_only_signs_of_the_status_itself_are_told_not_those_of_less() -> None:
    promised: Any = {**PROMISED, "capability": "file-chat", "known": "2023-03-21"}
    known = Record(record(not_shipped=[promised]))
    status = known.status("file-chat", date(2023, 4, 1))
    assert (status["status"], status["events"]) == ("preview", ["pilot", "languages"])
    assert ids(known.signs(status)) == ["pilot"]


# ---- Events, retreats and figures by their capabilities


def test_events_are_those_that_touch_a_capability_first_or_also() -> None:
    every = ["pilot", "files-sold", "crane-memory"]
    assert ids(events_touching([], None, None, small())) == every
    assert ids(events_touching(["memory"], None, None, small())) == ["files-sold", "crane-memory"]
    assert ids(events_touching(["translation"], None, None, small())) == []
    span = date(2023, 3, 20), date(2023, 3, 20)
    assert ids(events_touching(["file-chat"], *span, small())) == ["pilot"]


def test_a_retreat_touches_its_own_capability_and_those_of_what_it_withdraws() -> None:
    wide: Any = {**ENDED, "capability": "translation", "withdraws": ["files-sold"]}
    strange: Any = {**ENDED, "id": "strange", "withdraws": ["of-another-record"]}
    touched = retreats_touch(record(retreats=[wide, strange]))
    assert touched == {
        "pilot-ended": {"translation", "file-chat", "memory"},
        "strange": {"file-chat"},
    }


def test_a_figure_that_is_settled_holds_on_every_day_and_says_where_it_was_settled() -> None:
    market = with_figures(small(), {"training-cost": 7.5}, "lifeline.toml")
    for day in (date(1999, 1, 1), LAST):
        assert value_at("training-cost", day, market) == {
            "parameter": "training-cost",
            "unit": "USD",
            "value": 7.5,
            "since": "",
            "note": "settled in lifeline.toml",
            "sources": [],
        }
    assert value_at("window", LAST, market) == value_at("window", LAST, small())
    unchanged = value_at("training-cost", LAST, small())
    assert unchanged is not None
    assert unchanged["value"] == 100_000_000
