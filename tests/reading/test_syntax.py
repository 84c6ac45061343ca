"""What is said of a file that cannot be parsed: where, and with how much of the line.

The words for each fault are in ``tests/bad/ideas``.
"""

from __future__ import annotations

import pytest

from lifeline.errors import Problem
from lifeline.reading.limits import EXCERPT
from lifeline.reading.nodes import Problems, compose
from lifeline.reading.syntax import AFTER_QUOTE, GLUED, SECOND_COLON, TAB


def problem_of(data: str | bytes) -> Problem:
    """Give the one problem of a file."""
    problems = Problems()
    assert compose(data.encode() if isinstance(data, str) else data, problems) is None
    (problem,) = problems.found
    return problem


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        ("lifeline:1\nidea: A product\n", 1, 10, GLUED),
        ("a: b\nidea:Ours\nc: d\n", 2, 6, GLUED),
        ("a: 'b' c\n", 1, 8, AFTER_QUOTE),
        ("a: [\n\t@b]\n", 2, 1, TAB),  # though what libyaml minds is the sign behind it
        ("a: [\n\t\t@\tb]\n", 2, 1, TAB),
        ("a: [\n  \t@\tb]\n", 2, 3, TAB),
        ("-\ta: b\n", 1, 2, TAB),
        ("a: b\n\t\n \n", 1, 5, TAB),
        ("a: [\tb, @c]\n", 1, 9, "a value cannot begin with '@'. Put the text in quotes."),
        ("a: 'b'\ncolour: d: e\n", 2, 10, SECOND_COLON),  # the quote above has no part in it
        ("a: [,\tb]\n", 1, 5, "a value or a closing bracket is missing here."),
        ("a: ?\x00\n", 1, 5, "a control character (U+0000). Take it out."),
        ("a?\x00\n", 1, 3, "a control character (U+0000). Take it out."),
        ("\n\t\n", 1, 1, TAB),
        ("\n\x1c\n", 1, 1, "a control character (U+001C). Take it out."),
    ],
)
def test_a_fault_is_told_where_it_is(data: str, line: int, column: int, message: str) -> None:
    problem = problem_of(data)
    assert (problem.line, problem.column, problem.key) == (line, column, "")
    assert problem.message == message


@pytest.mark.parametrize("before", [1, EXCERPT // 2 - 3, EXCERPT // 2 - 2, 5 * EXCERPT])
@pytest.mark.parametrize("after", [0, EXCERPT])
def test_of_a_long_line_half_of_what_is_shown_stands_before_the_fault(
    before: int, after: int
) -> None:
    line = f"{'x' * before}: y: {'z' * after}"
    problem = problem_of(f"a: b\n{line}\n")
    assert problem.column == before + len(": y:")
    assert problem.excerpt is not None
    shown, column = problem.excerpt
    assert column == min(problem.column, EXCERPT // 2 + 1)
    assert shown == line[problem.column - column :][:EXCERPT]


def test_of_an_empty_line_nothing_is_shown() -> None:
    assert problem_of("\n\t\n").excerpt is None


@pytest.mark.parametrize(
    ("sign", "name"),
    [("\u00a0", "NO-BREAK SPACE"), ("\u3000", "IDEOGRAPHIC SPACE"), ("\u200b", "ZERO WIDTH SPACE")],
)
def test_a_space_that_yaml_takes_for_a_letter_is_named(sign: str, name: str) -> None:
    told = f"a sign that is no plain space: {name}. Begin the line with plain spaces."
    text = f"rules:\n  - id: one\n   {sign}when: {{a: b}}\n    finding: note\n"
    found = problem_of(text)
    assert (found.line, found.column, found.key, found.message) == (3, 4, "", told)
    above = problem_of(f"{sign}a: b\n- c\n")
    assert (above.line, above.message) == (1, told)


def test_a_space_that_a_text_begins_with_is_left_alone() -> None:
    assert "plain space" not in problem_of("a: |\n  \u3000b c\nd: 'e' f\n").message
