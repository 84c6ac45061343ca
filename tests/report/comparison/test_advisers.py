"""Two advisers on one idea as people read them, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifeline.insight.advisers.comparing import compare_advisers
from lifeline.model.compiled import CompiledSet
from lifeline.report.comparison.advisers import lay_out
from lifeline.report.terminal import Terminal
from tests.authored import Authored, compiled, idea_file
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule
from tests.reading.small import small
from tests.report.formats.test_text import Screen

ANSWERS: Authored = {"entry": "nobody", "copy-time": "weeks", "used": False, "assets": ["network"]}


def told(
    answers: Authored, first: CompiledSet, second: CompiledSet, width: int = 80, **more: Any
) -> str:
    data, as_of = idea_file(answers, **more), date(2023, 9, 30)
    found = compare_advisers(data, "idea.yaml", (first, second), None, as_of)
    screen = Screen()
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, terminal))
    return screen.getvalue()


def orchard(**more: Any) -> CompiledSet:
    """Give a set that asks nothing which the others ask."""
    parts: dict[str, Any] = {
        "questions": [question("fig", "yes-no")],
        "protections": [protection("wall", when={"fig": False})],
        "rules": [rule("frost", when={"fig": True}, cap=cap(3))],
    }
    return compiled(farm(rubric("garden", **parts), **more), CLAIMS)


@pytest.mark.parametrize("width", [80, 40])
def test_advisers_read_as_their_golden_file(width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"comparison/advisers-{width}.txt", told(ANSWERS, dated(), small(), width))


def test_where_one_asks_nothing_that_is_answered_that_is_said_kindly(
    golden: Callable[[str, str], None],
) -> None:
    golden("comparison/strangers.txt", told(ANSWERS, dated(), orchard()))


def test_where_nothing_is_answered_both_are_as_wide_as_can_be() -> None:
    text = told({}, dated(), small())
    assert "Nothing is answered in this file yet" in text
    assert "Where they part" in text


def test_two_that_say_the_same_are_said_to() -> None:
    text = told(ANSWERS, dated(), dated())
    assert "No rule takes months under one of them" in text
    assert "What only one of them" not in text


def test_another_gate_is_told() -> None:
    text = told({"fig": True}, orchard(), orchard(gate={"min-months": 3, "fail-on": "none"}))
    assert "They ask for different things" in text
    assert "3 months and fails on no finding" in text


def test_the_versions_of_one_set_are_said_once() -> None:
    text = told(ANSWERS, dated(), {**dated(), "version": "9.8.7"})
    first = f"dated {dated()['version']}"
    assert first in text
    assert "dated 9.8.7" in text
    assert f"{first} {dated()['version']}" not in text
    assert "9.8.7 9.8.7" not in text
