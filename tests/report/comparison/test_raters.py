"""Several people's answers as people read them, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifeline.insight.raters import compare_raters
from lifeline.report.comparison.raters import lay_out
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, idea
from tests.backtesting.dated import dated
from tests.report.formats.test_text import Screen

ANN: Authored = {"entry": "nobody", "copy-time": "months", "assets": [], "used": True}
BEN: Authored = {**ANN, "copy-time": "weeks", "entry": {"one-of": ["nobody", "announced"]}}
CHO: Authored = {**ANN, "copy-time": "unknown", "assets": ["network", "permit"]}


def told(*each: Authored, width: int = 80, paths: tuple[str, ...] = (), **more: Any) -> str:
    names = paths or tuple(f"ideas/{name}.yaml" for name in ("ann", "ben", "cho"))
    by = Assessor(dated())
    rated = [(idea(a, dated(), **more), path, by) for a, path in zip(each, names, strict=False)]
    found = compare_raters(rated, date(2023, 9, 30))
    screen = Screen()
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, terminal))
    return screen.getvalue()


@pytest.mark.parametrize("width", [80, 40])
def test_raters_read_as_their_golden_file(width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"comparison/raters-{width}.txt", told(ANN, BEN, CHO, width=width))


def test_where_they_differ_in_nothing_that_is_said() -> None:
    text = told(ANN, ANN)
    assert "They agree on 4 of 4 questions. There is nothing in which they differ." in text


def test_files_of_one_name_go_by_their_folders() -> None:
    text = told(ANN, BEN, paths=("ann/idea.yaml", "ben/idea.yaml"))
    assert "ann/idea.yaml would have" in text


def test_a_name_that_means_harm_does_none() -> None:
    text = told(ANN, BEN, idea="x\t##[group]", paths=("\x1b[2J.yaml", "::error::.yaml"))
    assert "\x1b" not in text
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
