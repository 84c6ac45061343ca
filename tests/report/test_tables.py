"""Tables that fit the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeline.report.tables import table
from lifeline.report.terminal import Terminal
from lifeline.report.wrapping import columns
from tests.report.formats.test_text import Screen

ROWS = [["fruit"], ["  fig", "3", "a few"], ["  寿命", "12"]]


def laid_out(width: int, *more: list[str]) -> list[str]:
    terminal = Terminal(Screen())
    terminal.width = width
    return table(terminal, ROWS, *more)


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert laid_out(40, ["", "n", "how many"]) == [
        "        n   how many",
        "fruit",
        "  fig   3   a few",
        "  寿命  12",
    ]


def test_without_room_each_row_is_a_paragraph() -> None:
    terminal = Terminal(Screen())
    terminal.width = 40
    rows = [["fruit"], ["  fig", "a word a word a word a word", "x" * 20]]
    assert table(terminal, rows) == [
        "fruit",
        "  fig: a word a word a word a word,",
        "    xxxxxxxxxxxxxxxxxxxx",
    ]
    assert table(terminal, rows, ["", "words", "signs"]) == [
        "fruit",
        "  fig",
        "    words: a word a word a word a word,",
        "    signs: xxxxxxxxxxxxxxxxxxxx",
    ]


def test_a_table_of_nothing_has_no_lines() -> None:
    assert table(Terminal(Screen()), []) == []
    assert table(Terminal(Screen()), [["fruit"]]) == ["fruit"]


@given(
    st.lists(st.lists(st.text("ab 寿", max_size=30), min_size=1, max_size=5), max_size=5),
    st.integers(40, 80),
)
def test_no_line_is_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    rows = [row for row in rows if len(row) > 1]
    terminal = Terminal(Screen())
    terminal.width = width
    assert all(columns(line) <= width for line in table(terminal, rows))
