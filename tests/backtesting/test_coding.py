"""How far coders agree: what counts as saying the same."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.backtesting.coding import agreement, recognised
from lifeline.model.case import Coding
from lifeline.reading.cases import Cases
from lifeline.reading.codings import ReadCoding
from tests.authored import idea
from tests.backtesting.dated import dated, small_cases
from tests.reading.small import small

Answers = dict[str, Any]


def coding(coder: str, coded: dict[str, Answers], compiled: Any) -> ReadCoding:
    """Make a coding as if it had been read."""
    cases = {case: {"recognised": "perhaps", "answers": said} for case, said in coded.items()}
    model = Coding.model_validate(
        {"coding-format": 1, "coder": coder, "about": "Nobody.", "cases": cases}
    )
    return ReadCoding(model, {case: idea(said, compiled).answers for case, said in coded.items()})


def compared(
    one: dict[str, Answers], other: dict[str, Answers], compiled: Any = None
) -> dict[str, Answers]:
    compiled = compiled or dated()
    codings = {
        "one": coding("one", one, compiled),
        "other": coding("other", other, compiled),
    }
    cases = Cases(small_cases().head, small_cases().cases, codings)
    return {row["question"].rpartition("/")[2]: row for row in agreement(compiled, cases)}


def agreed(question: str, one: object, other: object, compiled: Any = None) -> float:
    """Give the share of items of which two say the same, over one case."""
    found = compared({"a": {question: one}}, {"a": {question: other}}, compiled)
    share: float = found[question]["agreed"]
    return share


def test_the_small_codings_agree_as_far_as_they_do() -> None:
    found = {row["question"]: row for row in agreement(dated(), small_cases())}
    assert list(found) == dated()["ids"]
    entry, assets = found["product/entry"], found["product/assets"]
    assert (entry["n"], entry["agreed"]) == (6, pytest.approx(5 / 6))
    # by chance: nobody 1·1, announced 3·4, where-they-work 1·0, unknown 1·1, of 36
    assert entry["value"] == pytest.approx((5 / 6 - 14 / 36) / (1 - 14 / 36))
    assert assets["n"] == 18, "each choice of each case"
    assert found["product/used"]["value"] == 1


def test_saying_the_same_in_another_form_is_saying_the_same() -> None:
    assert agreed("used", "yes", True) == 1
    assert agreed("launch", 4, {"between": [4, 4]}) == 1
    assert agreed("launch", "4", 4.0) == 1
    assert agreed("entry", "unknown", "later") == 1
    assert (
        agreed("entry", {"one-of": ["announced", "nobody"]}, {"one-of": ["nobody", "announced"]})
        == 1
    )
    assert agreed("assets", ["network"], {"surely": ["network"]}) == 1


def test_saying_something_else_is_not() -> None:
    assert agreed("used", True, False) == 0
    assert agreed("entry", "nobody", {"one-of": ["nobody", "announced"]}) == 0
    assert agreed("launch", 4, {"between": [2, 8]}) == 0
    assert agreed("entry", "nobody", "unknown") == 0
    assert agreed("assets", ["network"], "unknown") == 0
    assert agreed("assets", ["network"], {"maybe": ["network"]}) == pytest.approx(2 / 3)
    assert agreed("assets", ["network", "permit"], []) == pytest.approx(1 / 3)


def test_why_something_does_not_apply_makes_no_difference() -> None:
    none, nothing = {"not-applicable": "We train none."}, {"not-applicable": "Nothing is trained."}
    assert agreed("training-budget", none, nothing, small()) == 1
    assert agreed("training-budget", none, "unknown", small()) == 0


def test_only_cases_that_both_coded_count() -> None:
    one, other = {"a": {"used": True}, "b": {"used": True}}, {"b": {"used": True}, "c": {}}
    assert compared(one, other)["used"]["n"] == 1
    assert compared({"a": {}}, {"b": {}}) == {}


def test_with_one_coder_there_is_nothing_to_compare() -> None:
    codings = {"first": small_cases().codings["first"]}
    assert agreement(dated(), Cases(small_cases().head, small_cases().cases, codings)) == []


def test_a_case_is_recognised_where_one_coder_thought_so() -> None:
    known = recognised(small_cases())
    assert "barometer" in known, "one coder was sure"
    assert len(known) == 2, "another guessed"
