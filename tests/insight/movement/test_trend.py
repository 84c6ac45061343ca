"""An idea version by version: a row for each, with what became of it since the one before."""

from __future__ import annotations

from datetime import date
from typing import Any

from lifeline.insight.movement.state import State
from lifeline.insight.movement.trend import trend
from tests.insight.movement.states import LONG, SHORT, state, without_cap

BROKEN = {"x": 1}
NOTED = {**SHORT, "assets": ["permit"]}


def rows(*states: State | None, before: State | None = None) -> list[dict[str, Any]]:
    names = "abcdefgh"[: len(states)]
    versions = [({"commit": name}, each) for name, each in zip(names, states, strict=True)]
    return trend(versions, before)


def test_each_version_says_what_became_of_the_idea_since_the_one_before() -> None:
    told = rows(
        state(LONG),
        state(SHORT),
        state(SHORT),
        state(NOTED),
        state(BROKEN),
        state(LONG),
        None,
        None,
    )
    assert [(row["commit"], row["change"], row["what"]) for row in told] == [
        ("a", "added", "the first version"),
        ("b", "months", "copy-time changed from year to months"),
        ("c", "same", "the same answers"),
        ("d", "other", "1 change, with the same months and verdict"),
        ("e", "unreadable", "cannot be read: 1 problem"),
        ("f", "readable", "can be read now"),
        ("g", "deleted", "taken away"),
        ("h", "same", ""),
    ]
    assert [row["months"] for row in told[5:]] == [None, None, None]


def test_a_row_has_the_months_the_verdict_and_how_far_both_ends_went() -> None:
    _, row = rows(state(LONG), state(SHORT, as_of=date(2023, 7, 30)))
    assert row["months"] == {"low": -6, "high": -6}
    assert (row["as_of"], row["verdict"], row["days_left"]) == ("2023-07-30", "pass", 153)
    assert row["lifeline"]["months"] == {"low": 6, "high": 6}
    assert row["errors"] == []


def test_a_version_that_cannot_be_read_has_its_problems_and_no_months() -> None:
    first, second, gone = rows(state(BROKEN), state(BROKEN), None)
    assert (first["change"], second["change"]) == ("never-readable", "never-readable")
    assert second["what"] == "cannot be read: 1 problem"
    assert (second["lifeline"], second["days_left"], second["months"]) == (None, None, None)
    assert len(second["errors"]) == 1
    assert gone == {
        "commit": "c",
        "as_of": None,
        "verdict": None,
        "lifeline": None,
        "days_left": None,
        "errors": [],
        "change": "deleted",
        "months": None,
        "what": "taken away",
    }


def test_the_first_row_goes_on_from_what_was_judged_before() -> None:
    (row,) = rows(state(SHORT), before=state(LONG))
    assert (row["change"], row["what"]) == ("months", "copy-time changed from year to months")


def test_a_version_is_judged_by_its_own_set() -> None:
    _, row = rows(state(SHORT), state(SHORT, compiled=without_cap()))
    assert (row["months"], row["what"]) == ({"low": 6, "high": 6}, "dated 1.0.0 became 2.0.0")


def test_several_reasons_stand_side_by_side() -> None:
    held = {**LONG, "assets": ["network"], "entry": "announced"}
    gone = {**held, "copy-time": "months", "entry": "where-they-work"}
    _, row = rows(state(held), state(gone))
    assert row["what"] == (
        "entry changed from announced to where-they-work, copy-time changed from year to months"
    )


def test_another_name_alone_is_told_as_no_change_of_the_answers() -> None:
    _, row = rows(state(LONG), state(LONG, idea="A shop"))
    assert (row["change"], row["what"]) == ("other", "the same months and verdict")
