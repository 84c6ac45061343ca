"""A back-test as people read it, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lifeline.backtesting.backtest import backtest
from lifeline.reading.cases import Cases, ReadCase
from lifeline.report.backtest import lay_out
from lifeline.report.misses import misses
from lifeline.report.terminal import Terminal
from tests.backtesting.dated import dated, made_up, small_cases
from tests.report.formats.test_text import Screen


def told(cases: Cases, width: int = 80, encoding: str = "utf-8") -> str:
    return told_data(backtest(dated(), cases), width, encoding)


def told_data(found: dict[str, Any], width: int = 80, encoding: str = "utf-8") -> str:
    screen = Screen(encoding)
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, dated()["texts"], terminal))
    return screen.getvalue()


def test_the_small_cases_read_as_their_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("backtest/small.txt", told(small_cases()))


def test_a_narrow_terminal_gets_paragraphs_for_tables(golden: Callable[[str, str], None]) -> None:
    golden("backtest/small.narrow.txt", told(small_cases(), 40))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, told(small_cases(), width).splitlines())) <= width


def test_a_stream_without_our_signs_gets_plain_ones() -> None:
    assert told(small_cases(), encoding="ascii").isascii()


def test_one_case_reads_without_a_figure_that_is_not_there() -> None:
    cases = small_cases()
    text = told(replace(cases, cases=cases.cases[:1], codings={}))
    assert "1 product, 1 of them ended.\n" in text
    assert "0 pairs of 1 product\n" in text
    for gone in ("Misses", "kappa", "recognised", "None", "nan"):
        assert gone not in text


def test_with_enough_cases_the_figures_without_those_recognised_are_shown() -> None:
    small = small_cases()
    more = [made_up(f"more-{n}", {"used": True}, n, ended=True) for n in range(6)]
    cases = replace(small, cases=[*small.cases, *more])
    _, text = told(cases).split("Without the products that a coder recognised\n")
    assert "10 products" in text.split("\n\n")[0]
    assert "The 4 others are too few for figures" in " ".join(told(small).split())


def test_questions_that_no_case_answers_are_named_in_a_line_and_get_no_figures() -> None:
    cases = [made_up(f"made-{n}", {"entry": "nobody"}, n, ended=True) for n in range(2)]
    text = told(replace(small_cases(), cases=cases, codings={}))
    told_of = "Scored questions that no case answers, so not tested: copy-time."
    assert told_of in " ".join(text.split())
    assert "  copy-time" not in text
    assert "no case answers" not in told(small_cases())


def test_a_case_that_is_left_out_is_named_with_the_reason() -> None:
    small = small_cases()
    outcome = small.cases[0].outcome.model_copy(update={"left_out": "Nobody could say."})
    cases = [replace(small.cases[0], outcome=outcome), *small.cases[1:]]
    text = told(replace(small, cases=cases))
    assert "Left out, but where coders are compared: Almanac. Nobody could say.\n" in text
    assert "Left out" not in told(small)


def of_provenance(case: ReadCase, provenance: str) -> ReadCase:
    return replace(case, case=case.case.model_copy(update={"provenance": provenance}))


def test_within_each_provenance_the_order_has_its_pairs_and_its_interval() -> None:
    cases = [made_up(f"made-{n}", {"entry": "nobody"}, n, ended=True) for n in range(2)]
    cases += [of_provenance(case, "contemporary") for case in small_cases().cases]
    lines = told(replace(small_cases(), cases=cases, codings={})).splitlines()
    heads = lines[lines.index("Within the cases of each provenance") + 1 :]
    assert heads[0].split() == ["pairs", "order", "months", "12", "ranges"]
    assert heads[1].startswith("contemporary, 4 of 6 ended  12     0.75 (0.18 to 1.00)  0.79")
    assert heads[2].startswith("mixed, 2 of 2 ended         1      0.50")
    assert "provenance" not in told(small_cases())


def test_misses_too_short_come_first_and_name_what_misled() -> None:
    miss = {"months": {"low": 3, "high": 3}, "observed": 1, "still_holding": False, "misled_by": []}
    found = [
        {**miss, "name": "A", "kind": "too-long"},
        {**miss, "name": "B", "kind": "too-short", "observed": 8, "still_holding": True},
        {**miss, "name": "C", "kind": "too-short", "misled_by": ["a/b", "a/c"]},
    ]
    assert misses(found, Terminal(Screen())) == [
        "• B: judged too short, 3; held for 8 months or more. Several caps together.",
        "• C: judged too short, 3; ended after 1 month. Misled by b, c.",
        "• A: judged too long, 3; ended after 1 month. No cap was short enough.",
    ]


def test_what_a_folder_contains_cannot_repaint_the_screen() -> None:
    found = backtest(dated(), small_cases())
    evil = "\x1b[31mred\x07 \u202eback"
    gone = {"case": evil, "name": evil, "because": evil}
    found["sample"] |= {"title": evil, "chosen": evil, "coded": evil, "left_out": [gone]}
    found["misses"][0]["name"] = evil
    found["baselines"][2]["name"] = evil
    found["agreement"][0]["question"] = evil
    assert not set(told_data(found)) & set("\x1b\x07\u202e")
