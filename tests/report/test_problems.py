"""A problem for people: its line, and below it the place in the file."""

from __future__ import annotations

import pytest

from lifeline.errors import Problem
from lifeline.report.problems import problem_lines
from lifeline.report.wrapping import columns


def lines(text: str, column: int) -> list[str]:
    """Give the excerpt without what stands before it."""
    problem = Problem(7, 1, "a.b", "is wrong.", (text, column)).data()
    head, *excerpt = problem_lines("x.yaml", [problem])
    assert head == "x.yaml:7:1: a.b: is wrong."
    assert all(line.startswith("  | ") and columns(line) <= 80 for line in excerpt)
    return [line.removeprefix("  | ") for line in excerpt]


def test_without_an_excerpt_there_is_one_line() -> None:
    assert problem_lines("x.yaml", [Problem(1, 2, "", "is empty.").data()]) == [
        "x.yaml:1:2: is empty."
    ]


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("  a: b: c", 7, ["  a: b: c", "      ^"]),
        ("a: [", 5, ["a: [", "    ^"]),
        ("大小: b: c", 6, ["大小: b: c", "       ^"]),
        ("e\u0301: b: c", 5, ["e\u0301: b: c", "   ^"]),
        ("\tb: c", 1, [" b: c", "^"]),
        ("\x1b[2J\u202eb: c", 7, [" [2J b: c", "      ^"]),
        ("::error::b: c: d", 14, ["::error::b: c: d", "             ^"]),
    ],
)
def test_the_place_is_shown_below_the_line(text: str, column: int, expected: list[str]) -> None:
    assert lines(text, column) == expected


@pytest.mark.parametrize("letter", ["x", "大"])
@pytest.mark.parametrize("column", [1, 2, 30, 60, 100, 170, 200, 201])
def test_a_long_line_is_cut_around_the_place(letter: str, column: int) -> None:
    text = letter * (column - 1) + "!" + letter * (200 - column) if column < 201 else letter * 200
    shown, mark = lines(text, column)
    place = columns(mark) - 1
    before = ""
    while columns(before) < place:
        before = shown[: len(before) + 1]
    assert columns(before) == place
    assert shown[len(before) :].startswith("!" if column < 201 else "")
    assert ("…" in shown[: len(before)]) == (columns(text[: column - 1]) > 38 + (column == 201))
