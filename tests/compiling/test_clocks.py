"""A finding that lays months against a clock: its compiled form, and what it asks of a question.

What is wrong with one is shown by the ``clock-`` sets of ``tests/bad/sets``.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIMS, cap, farm, garden, question, rubric, rule


def late(when: Authored, **more: Any) -> Authored:
    return rule("late", finding="warning", when=when) | more


@pytest.mark.parametrize(("clock", "number"), [("advantage", 0), ("necessity", 1), ("lifeline", 2)])
@pytest.mark.parametrize("operator", ["at-least", "below"])
def test_it_names_its_question_its_clock_and_its_operator(
    clock: str, number: int, operator: str
) -> None:
    found = garden(rules=[late({"launch": {operator: {"clock": clock}}})])
    (finding,) = found["deciding"]["findings"]
    assert finding["when"] == ["against", 4, number, operator]
    assert finding["reads"] == [4]


def test_the_number_is_cut_at_the_months_that_a_clock_can_have() -> None:
    plain = rule("plain", finding="note", when={"launch": {"below": 6}})
    found = garden(rules=[late({"launch": {"below": {"clock": "lifeline"}}}), plain])
    launch = found["deciding"]["questions"][4]
    assert launch["cuts"] == [0, 3, 6, 12]
    assert launch["atoms"] == [["at-least", 4, months] for months in (0, 3, 6, 12)]


def test_texts_keep_their_places_and_other_rules_their_braces() -> None:
    texts = {"because": "It takes {answer}; left are {clock}.", "remedy": "A lone { is text."}
    plain = rule("plain", finding="note") | {"because": "As {anything} else."}
    found = garden(rules=[late({"launch": {"below": {"clock": "lifeline"}}}) | texts, plain])
    reasons = found["texts"]["reasons"]
    assert reasons["garden/late"]["because"] == texts["because"]
    assert reasons["garden/late"]["remedy"] == texts["remedy"]
    assert reasons["garden/plain"]["because"] == "As {anything} else."


def test_the_clock_decides_and_its_texts_do_not() -> None:
    def hashes(clock: str, because: str) -> dict[str, str]:
        when = {"launch": {"at-least": {"clock": clock}}}
        rules = [late(when, because=because), rule("frost", cap=cap())]
        parts = {"questions": [question("launch", "number")], "rules": rules}
        return compiled(farm(rubric("garden", **parts)), CLAIMS)["hashes"]

    before = hashes("lifeline", "Late.")
    assert hashes("necessity", "Late.")["deciding"] != before["deciding"]
    assert hashes("lifeline", "Late by {answer}.")["deciding"] == before["deciding"]
