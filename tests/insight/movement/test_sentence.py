"""The sentence on top: what became of an idea, in words that hold for one and for many."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.movement.sentence import sentence, sentence_of_all


def time(old: int | None, new: int | None, *, edits: int = 0, change: str = "time") -> str:
    """Say what became of an idea whose months and verdict are as before."""
    left = {"old": old, "new": new}
    found: dict[str, Any] = {"id": "bakery", "change": change, "changes": [None] * edits}
    return sentence({**found, "calendar": {"days_left": left}})


AS_BEFORE = "The months and the verdict of bakery are as before"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (183, 153, f"{AS_BEFORE}: 30 days fewer are left."),
        (2, 1, f"{AS_BEFORE}: 1 day fewer is left."),
        (1, 0, f"{AS_BEFORE}: 1 day fewer is left."),
        (153, 183, f"{AS_BEFORE}: 30 days more are left."),
        (0, -1, f"{AS_BEFORE}: the day of its low end has passed."),
        (-1, -2, f"{AS_BEFORE}."),
        (-1, 5, f"{AS_BEFORE}: 6 days more are left."),
        (5, 5, f"{AS_BEFORE}."),
        (None, 5, f"{AS_BEFORE}."),
        (5, None, f"{AS_BEFORE}."),
    ],
)
def test_the_days_that_are_left_are_told(old: int | None, new: int | None, told: str) -> None:
    assert time(old, new) == told


def test_changes_that_moved_nothing_are_counted_before_the_days() -> None:
    assert time(5, 5, edits=1) == f"{AS_BEFORE}: 1 change in the file moves neither."
    assert time(5, 4, edits=2, change="other") == (
        f"{AS_BEFORE}: 2 changes in the file move neither and 1 day fewer is left."
    )
    told = sentence({"id": "bakery", "change": "other", "changes": [], "calendar": None})
    assert told == f"{AS_BEFORE}."


def ends(low: int, high: int, verdict: str = "pass") -> dict[str, Any]:
    return {"lifeline": {"months": {"low": low, "high": high}}, "verdict": verdict}


def went(old: tuple[int, int], new: tuple[int, int]) -> str:
    """Say from where to where the ends of a range went, for no reason that is known."""
    months = {"low": new[0] - old[0], "high": new[1] - old[1]}
    states = {"old": ends(*old), "new": ends(*new), "months": months, "parts": []}
    return sentence({"id": "bakery", "change": "months", **states})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((12, 12), (3, 3), "bakery fell from 12 or more to 3 months."),
        ((0, 0), (6, 6), "bakery rose from 0 to 6 months."),
        ((3, 12), (6, 12), "The low end of bakery rose from 3 to 6 months."),
        ((3, 12), (3, 6), "The high end of bakery fell from 12 or more to 6 months."),
        (
            (6, 12),
            (3, 6),
            (
                "The low end of bakery fell from 6 to 3 months and its high end fell from 12"
                " or more to 6 months."
            ),
        ),
        (
            (6, 6),
            (3, 12),
            (
                "The low end of bakery fell from 6 to 3 months and its high end rose from 6"
                " to 12 or more months."
            ),
        ),
    ],
)
def test_both_ends_are_told_where_they_are_not_one(
    old: tuple[int, int], new: tuple[int, int], told: str
) -> None:
    assert went(old, new) == told


def test_of_several_reasons_the_last_is_joined_by_and() -> None:
    step = {"old": ends(6, 6)["lifeline"]["months"], "new": ends(3, 3)["lifeline"]["months"]}
    figures = [{"parameter": name} for name in ("rain", "sun", "wind")]
    market = {"parameters": figures, "speaks_against": [], "no_longer": []}

    def told(**ground: Any) -> str:
        states = {"old": ends(6, 6), "new": ends(3, 3), "months": {"low": -3, "high": -3}}
        found = {"id": "bakery", "change": "months", "market": {**market, **ground}}
        return sentence({**found, **states, "parts": [{"causes": ["market"], **step}]})

    lead, other = "bakery fell from 6 to 3 months, because", "is another figure on that day"
    assert told(parameters=figures[:1]) == f"{lead} rain {other}."
    assert told() == f"{lead} rain {other}, sun {other} and wind {other}."


def test_a_range_is_told_from_its_low_end_to_its_high_end() -> None:
    new = ends(3, 12, "unclear")
    assert sentence({"id": "bakery", "change": "added", "new": new}) == (
        "bakery is new: 3 to 12 or more months, unclear."
    )


def idea(change: str, name: str = "bakery", told: str = "bakery moved.") -> dict[str, Any]:
    return {"id": name, "change": change, "sentence": told}


def test_of_one_idea_its_own_sentence_is_told() -> None:
    assert sentence_of_all([idea("same", told="Nothing moved in bakery.")]) == (
        "Nothing moved in bakery."
    )


def test_of_several_the_first_that_moved_is_told_as_the_rest_of_a_sentence() -> None:
    ideas = [idea("added", told="bakery is new: 6 months, pass."), idea("time"), idea("deleted")]
    assert sentence_of_all(ideas) == "2 of 3 ideas moved; bakery is new: 6 months, pass."
    ideas[0] = idea("months", told="The low end of bakery fell from 6 to 3 months.")
    assert sentence_of_all(ideas) == (
        "2 of 3 ideas moved; the low end of bakery fell from 6 to 3 months."
    )
    ideas[0] = idea("months", "Bakery", "Bakery fell from 6 to 3 months.")
    assert sentence_of_all(ideas) == "2 of 3 ideas moved; Bakery fell from 6 to 3 months."


def test_what_moved_beside_months_and_verdicts_is_counted() -> None:
    told = "The months and the verdicts of all 3 ideas are as before"
    assert sentence_of_all([idea("same"), idea("time"), idea("same")]) == f"{told}."
    ideas = [idea("other"), idea("time"), idea("other")]
    assert sentence_of_all(ideas) == f"{told}; something else moved in 2 of them."
