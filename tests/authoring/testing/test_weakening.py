"""The changes that are made to a condition."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.authoring.testing.weakening import changes_to, simplified
from lifeline.compiling.conditions import ALWAYS
from tests.reading.small import small

OWN_TEXT = "'assets: {includes: [own-data, network]}'"
NEVER: Any = ["any", []]
ENTRY, OWN, RUNWAY, BUDGET = (
    ["in", 0, 2],
    ["includes", 1, 3],
    ["at-least", 4, 6],
    ["at-least", 3, 9],
)


def changed(condition: Any) -> list[tuple[str, Any]]:
    return changes_to(condition, small()["deciding"]["questions"])


def test_a_comparison_is_taken_as_always_and_as_never_true() -> None:
    assert changed(ENTRY) == [
        ("takes 'entry: announced' as always true", ALWAYS),
        ("takes 'entry: announced' as never true", NEVER),
    ]


def test_parts_are_changed_one_by_one_and_groups_turned_around() -> None:
    assert changed(["all", [ENTRY, OWN]]) == [
        (f"asks for any, not all, of 'entry: announced', {OWN_TEXT}", ["any", [ENTRY, OWN]]),
        ("takes 'entry: announced' as always true", OWN),
        ("takes 'entry: announced' as never true", NEVER),
        (f"takes {OWN_TEXT} as always true", ENTRY),
    ]


def test_changes_inside_not_are_made_too() -> None:
    assert [condition for _, condition in changed(["not", ["any", [ENTRY, OWN]]])] == [
        ["not", ["all", [ENTRY, OWN]]],
        NEVER,
        ["not", OWN],
        ["not", ENTRY],
    ]


def test_a_number_goes_to_where_the_next_one_stands() -> None:
    told = changed(["not", RUNWAY])[2:]
    assert told == [("has 60 for the number of 'runway: {below: 6}'", ["not", ["at-least", 4, 60]])]


def test_at_the_least_of_what_may_not_apply_a_number_is_tried_as_well() -> None:
    moved = [condition[2] for _, condition in changed(BUDGET)[2:]]
    assert moved == [0, 100_000_000]


def test_a_condition_that_always_holds_has_nothing_to_change() -> None:
    assert changed(ALWAYS) == []


@pytest.mark.parametrize(
    ("condition", "simple"),
    [
        (["all", [ENTRY, ALWAYS]], ENTRY),
        (["all", [ENTRY, NEVER]], NEVER),
        (["any", [ENTRY, NEVER]], ENTRY),
        (["any", [ENTRY, ALWAYS]], ALWAYS),
        (["not", ALWAYS], NEVER),
        (["not", ["all", [ENTRY, NEVER]]], ALWAYS),
        (["all", [["any", []], OWN]], NEVER),
        (["any", [["all", [OWN, ENTRY]]]], ["all", [OWN, ENTRY]]),
    ],
)
def test_what_decides_nothing_is_left_out(condition: Any, simple: Any) -> None:
    assert simplified(condition) == simple
