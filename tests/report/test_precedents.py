"""Precedents as people read them, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lifeline.insight.precedents.nearest import precedents
from lifeline.report.precedents import lay_out
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, idea
from tests.backtesting.dated import dated
from tests.insight.precedents.test_nearest import FULL, cases
from tests.report.formats.test_text import Screen

HOSTILE = "x\x1b[31m\u202e ##[error]y"

KNOWN = cases(
    ("near", FULL, 3, True),
    ("young", {**FULL, "entry": "announced"}, 4, False),
    ("long", {**FULL, "entry": "where-they-work", "assets": []}, 40, False),
    ("late", {**FULL, "copy-time": "weeks", "launch": "unknown"}, 15, True),
)


def told(
    answers: Authored, known: dict[str, Any] = KNOWN, width: int = 80, **more: Any
) -> list[str]:
    found = precedents(Assessor(dated()), idea(answers, dated(), **more), known, 3)
    terminal = Terminal(Screen())
    terminal.width = width
    return lay_out(found, terminal)


def test_precedents_read_as_their_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("precedents/nearest.txt", "\n".join(told(FULL)) + "\n")


def test_a_product_among_the_cases_is_told_so(golden: Callable[[str, str], None]) -> None:
    golden("precedents/itself.txt", "\n".join(told(FULL, id="near")) + "\n")


@pytest.mark.parametrize(
    ("answers", "known", "expected"),
    [
        ({}, KNOWN, "Too few of your answers can be compared: 0. At least 5 are needed."),
        (FULL, {**KNOWN, "cases": []}, "Your answers cannot be compared with these products"),
        (FULL, {**KNOWN, "coded_for": "other"}, "dated asks other questions than the set"),
        (
            FULL,
            cases(
                ("a", {"entry": "nobody", "copy-time": "weeks"}, 3, True),
                ("b", {"assets": [], "used": False, "launch": 2}, 3, True),
            ),
            "No dated product shares enough answers with yours",
        ),
    ],
)
def test_why_there_is_none_is_said_in_a_sentence(
    answers: Authored, known: dict[str, Any], expected: str
) -> None:
    assert expected in " ".join(told(answers, known))


@pytest.mark.parametrize(
    ("not_compared", "partly", "expected"),
    [
        (["p/a", "p/b"], [], ["Not known of it, so not compared: a, b."]),
        (["p/a", "p/b"], ["p/b"], ["Known of it only in part", "compared: b. Not known of it"]),
        (["p/a"], ["p/a"], ["Known of it only in part, so not compared: a."]),
    ],
)
def test_what_is_not_compared_is_known_in_part_or_not_at_all(
    not_compared: list[str], partly: list[str], expected: list[str]
) -> None:
    found = precedents(Assessor(dated()), idea(FULL, dated()), KNOWN, 1)
    found["nearest"][0] |= {"not_compared": not_compared, "partly_known": partly}
    text = " ".join("\n".join(lay_out(found, Terminal(Screen()))).split())
    assert all(part in text for part in expected)
    assert ("Not known of it" in text) == (not_compared != partly)


def test_a_product_that_is_left_out_is_named_with_the_reason() -> None:
    gone = {"case": "gone", "name": "Gone", "because": "Nobody could say."}
    text = "\n".join(told(FULL, {**KNOWN, "left_out": [gone]}))
    assert "Not compared with yours: Gone. Nobody could say.\n" in text
    assert "Not compared with yours" not in "\n".join(told(FULL))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, told(FULL, width=width))) <= width


def test_a_link_is_never_broken() -> None:
    link = f"https://example.org/{'long/' * 30}"
    known = {**KNOWN, "cases": [{**KNOWN["cases"][0], "sources": [{"link": link}]}]}
    assert f"     {link}" in told(FULL, known)


def test_what_a_file_of_cases_holds_cannot_repaint_the_screen() -> None:
    outcome = {**KNOWN["cases"][0]["outcome"], "event": HOSTILE, "alternative_reading": HOSTILE}
    case = {**KNOWN["cases"][0], "name": HOSTILE, "did": HOSTILE, "outcome": outcome}
    gone = {"case": HOSTILE, "name": HOSTILE, "because": HOSTILE}
    known = {**KNOWN, "title": HOSTILE, "left_out": [gone]}
    known = {**known, "cases": [{**case, "sources": [{"link": HOSTILE}]}]}
    text = "\n".join(told(FULL, known, idea=HOSTILE))
    assert not set(text) & set("\x1b\u202e")
