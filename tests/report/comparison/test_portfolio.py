"""A comparison of many ideas as people read it, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifeline.insight.portfolio.comparing import Portfolio
from lifeline.report.comparison.portfolio import SHOWN, lay_out
from lifeline.report.terminal import END, FROM_FIRST, FROM_RIGHT, Terminal
from lifeline.report.wrapping import columns
from tests.authored import Authored, idea
from tests.backtesting.dated import dated
from tests.report.formats.test_text import Screen
from tests.scoring.records import small
from tests.scoring.test_market_findings import field

WEEKS: Authored = {"entry": "nobody", "copy-time": "weeks", "assets": [], "used": True}
YEAR: Authored = {**WEEKS, "copy-time": "year"}
OPEN: Authored = {**WEEKS, "copy-time": "unknown"}
MONTHS: Authored = {**WEEKS, "copy-time": "months"}
SEVERAL = [("Kite", WEEKS), ("Sun", YEAR), ("Rain", OPEN), ("Snow", MONTHS), ("Kite", MONTHS)]
BEST: Authored = {"entry": "not-yet", "rivals": "not-yet", "fig": True}


def compared(ideas: list[tuple[str, Authored]], judging: Any = None, **more: Any) -> dict[str, Any]:
    judging = judging or dated()
    portfolio = Portfolio(judging, small(), date(2023, 12, 31), many=len(ideas))
    for number, (name, answers) in enumerate(ideas):
        portfolio.add(idea(answers, judging, idea=name, **more), f"ideas/{number}.yaml")
    return portfolio.compared()


def told(found: dict[str, Any], width: int = 80, encoding: str = "utf-8", **how: Any) -> str:
    screen = Screen(encoding)
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, terminal, **how))
    return screen.getvalue()


@pytest.mark.parametrize("width", [80, 60, 40])
def test_a_portfolio_reads_as_its_golden_file(
    width: int, golden: Callable[[str, str], None]
) -> None:
    golden(f"comparison/portfolio-{width}.txt", told(compared(SEVERAL), width))


def test_groups_of_which_one_surely_lasts_longer_stand_apart(
    golden: Callable[[str, str], None],
) -> None:
    golden("comparison/groups.txt", told(compared([("Kite", WEEKS), ("Sun", YEAR)])))


def test_what_one_event_would_hit_reads_as_its_golden_file(
    golden: Callable[[str, str], None],
) -> None:
    ideas: list[tuple[str, Authored]] = [("Kite", BEST), ("Sun", {}), ("Rain", {"fig": False})]
    found = compared(ideas, field(), capabilities=["memory", "file-chat"])
    golden("comparison/events.txt", told(found))


def test_one_idea_has_nothing_to_be_compared_with() -> None:
    text = told(compared([("Kite", OPEN)]))
    assert "pair" not in text
    assert text.startswith("1 idea, as seen on 31 December 2023\n")


def test_where_no_file_could_be_read_that_is_said() -> None:
    assert told(compared([])) == "There is no idea to compare.\n"


def test_what_is_over_is_past_and_keeps_the_place_that_its_months_give_it() -> None:
    portfolio = Portfolio(dated(), small(), date(2026, 11, 23), many=2)
    days = {"Old": ("2023-11-30", MONTHS), "New": ("2026-11-20", WEEKS)}
    for name, (day, answers) in days.items():
        portfolio.add(idea(answers, dated(), idea=name, assessed=day), f"{name}.yaml")
    text = told(portfolio.compared())
    assert text.index("past     Old") < text.index("fail     New")
    assert "\n" + " " * 53 + "until 30 May 2024\n" in text
    assert "\n" + " " * 53 + "until 20 February 2027\n" in text
    assert "all above have more months than all below, each from its own day on" in text
    assert "past: its last day has passed, so its verdict holds no more" in text
    told_of_days = "Months count from the day that an idea's answers describe; these days differ."
    assert told_of_days in " ".join(text.split())


def test_where_nothing_is_past_and_all_are_of_one_day_the_calendar_is_not_spoken_of() -> None:
    text = told(compared([("Kite", YEAR), ("Sun", OPEN)]))
    assert "past" not in text
    assert "these days differ" not in text


def test_files_that_could_not_be_read_are_counted_at_the_top() -> None:
    found = {**compared(SEVERAL), "invalid": [{"path": "x.yaml", "errors": []}]}
    first = told(found).splitlines()[0]
    assert first.endswith("; 1 file left out, to be mended first")


@pytest.mark.parametrize(("full", "shown"), [(False, SHOWN), (True, SHOWN + 3)])
def test_of_very_many_ideas_the_first_are_shown_and_the_rest_is_counted(
    full: bool, shown: int
) -> None:
    many = [(f"Kite {number:02}", WEEKS) for number in range(SHOWN + 3)]
    text = told(compared(many), full=full)
    assert sum("past  " in line for line in text.splitlines()) == shown
    assert ("3 more ideas not shown; --full shows all." in text) is not full


def test_two_ideas_are_spoken_of_as_two() -> None:
    assert "The two can be put in order." in told(compared([("Kite", WEEKS), ("Sun", YEAR)]))
    text = told(compared([("Kite", OPEN), ("Sun", YEAR)]))
    assert "The two cannot be told apart yet" in text
    assert "What may tell them apart: answer copy-time in Kite." in " ".join(text.split())
    assert "more pair" not in text
    sure = compared(
        [("Kite", {**WEEKS, "copy-time": {"one-of": ["year", "weeks"]}}), ("Sun", MONTHS)]
    )
    assert "What would tell them apart: answer copy-time in Kite." in " ".join(told(sure).split())


@pytest.mark.parametrize("width", [80, 72, 60, 40])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_names_of_any_length_and_script_stay_inside_the_terminal(width: int, encoding: str) -> None:
    names = ["x" * 200, "妙鸭相机" * 30, "مرحبا بالعالم " * 14, "a b " * 50]
    text = told(compared([(name, WEEKS) for name in names]), width, encoding)
    for mark in (FROM_FIRST, FROM_RIGHT, END):
        text = text.replace(mark, "")  # they take no column
    assert max(map(columns, text.splitlines())) <= width


def test_a_name_that_means_harm_does_none() -> None:
    text = told(compared([("::error::x ##[group]", WEEKS), ("::stop::", WEEKS)]), 40)
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_ideas_of_one_name_go_by_their_paths() -> None:
    text = told(compared(SEVERAL))
    assert "ideas/0.yaml" in text
    assert "Kite" not in text
    assert "ideas/1.yaml" not in text
