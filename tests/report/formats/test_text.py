"""What people read, held to golden files that a person can read too."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.report.formats.text import TextReporter
from lifeline.report.run import Run
from lifeline.report.terminal import Terminal, safe
from lifeline.report.wrapping import columns, wrapped
from lifeline.scoring.assess import assess
from tests.authored import assessed
from tests.conftest import ROOT

IDEAS = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))
SUMMARY = {"ideas": 1, "pass": 0, "fail": 1, "unclear": 0, "invalid": 0}
TODAY = date(2026, 11, 22)


class Screen(io.StringIO):
    """A stream of a given encoding that somebody watches, or not."""

    def __init__(self, encoding: str = "utf-8", *, watched: bool = False) -> None:
        super().__init__()
        self.shown_encoding = encoding
        self.watched = watched

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.shown_encoding

    def isatty(self) -> bool:
        return self.watched


def told(path: Path, ngc: CompiledSet, screen: Screen, *, brief: bool = False) -> str:
    return told_of(path.read_bytes(), path, ngc, screen, brief=brief)


def told_of(
    data: bytes, path: Path, ngc: CompiledSet, screen: Screen, *, brief: bool = False
) -> str:
    idea = read_idea(data, path.name, ngc)
    reporter = TextReporter(screen, Run("0.0.0", ngc, TODAY, brief=brief))
    reporter.add(assess(idea, ngc, as_of=TODAY, path=f"ideas/{path.name}"))
    reporter.finish(SUMMARY)
    return screen.getvalue()


@pytest.mark.parametrize("path", IDEAS, ids=lambda path: path.stem)
def test_an_example_reads_as_its_golden_file(
    path: Path, ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    golden(f"text/{path.stem}.txt", told(path, ngc, Screen()))


@pytest.mark.parametrize("path", IDEAS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_80_columns(path: Path, ngc: CompiledSet) -> None:
    for brief in (True, False):
        lines = told(path, ngc, Screen(), brief=brief).splitlines()
        assert max(map(len, lines)) <= 80


def test_a_stream_without_our_signs_gets_plain_ones(
    ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    text = told(ROOT / "examples/ideas/open-questions.yaml", ngc, Screen("ascii"))
    assert text.isascii()
    golden("text/open-questions.ascii.txt", text)


def test_a_watched_stream_has_colours_unless_somebody_asked_for_none(
    ngc: CompiledSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in told(IDEAS[0], ngc, Screen(watched=True))
    assert "\x1b[" not in told(IDEAS[0], ngc, Screen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in told(IDEAS[0], ngc, Screen(watched=True))
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in told(IDEAS[0], ngc, Screen(watched=True))


RUNWAY = b"between: [36, 60]"
MONEY = "Your money ends on 1 February 2027, before the product does."


@pytest.mark.parametrize(
    ("brief", "months", "below"),
    [
        (False, b"answer: 3", [f"{MONEY} Settle that first.", "ideas/hugging-face.yaml"]),
        (True, b"answer: 3", [MONEY, "ideas/hugging-face.yaml"]),
        (False, RUNWAY, ["ideas/hugging-face.yaml"]),
        (True, RUNWAY, ["ideas/hugging-face.yaml"]),
    ],
)
def test_money_that_ends_before_the_product_stands_below_the_verdict(
    ngc: CompiledSet, *, brief: bool, months: bytes, below: list[str]
) -> None:
    path = ROOT / "examples/ideas/hugging-face.yaml"
    data = path.read_bytes().replace(b"assessed: 2021-03-31", b"assessed: 2026-11-01")
    assert RUNWAY in data
    lines = told_of(data.replace(RUNWAY, months), path, ngc, Screen(), brief=brief).splitlines()
    assert lines[1].startswith("PASS: ")
    assert lines[2 : 2 + len(below)] == below


def test_of_an_idea_without_an_answer_it_is_told_how_to_begin_and_the_rest_is_counted(
    ngc: CompiledSet,
) -> None:
    found = assessed({}, ngc)
    told = {}
    for full in (False, True):
        screen = Screen()
        TextReporter(screen, Run("0.0.0", ngc, TODAY, brief=False, full=full)).add(found)
        told[full] = screen.getvalue()
    assert len(told[False].splitlines()) < 25 < len(told[True].splitlines())
    assert "Answer assistant and need next:" in told[False]
    assert "lifeline walk idea.yaml" in told[False]
    assert "What may end it" in told[True]
    whole = " ".join(told[True].split())
    number = whole.count("If it is so:") + whole.count("What it leaves") + whole.count("perhaps: ")
    assert f"{number} reasons may come up" in told[False]


def test_what_an_idea_contains_cannot_repaint_the_screen(ngc: CompiledSet) -> None:
    screen = Screen()
    reporter = TextReporter(screen, Run("0.0.0", ngc, TODAY, brief=False))
    found: Any = assessed({}, ngc)
    found["idea"] = "\x1b[31mred\x07 \u202eback\ud800"
    found["path"] = "a\x1b[2Jb\n.yaml"
    reporter.add(found)
    assert not set(screen.getvalue()) & set("\x1b\x07\u202e\ud800")


def test_letters_that_some_scripts_join_stay_joined() -> None:
    assert safe("می\u200cخواهم") == "می\u200cخواهم"


def test_text_is_wrapped_by_the_columns_it_takes() -> None:
    assert wrapped("a bc def", 5) == ["a bc", "def"]
    assert wrapped("one two", 5, "* ", "  ") == ["* one", "  two"]
    assert wrapped("产品寿命很短", 6) == ["产品寿", "命很短"]
    assert wrapped("x" * 12, 5) == ["xxxxx", "xxxxx", "xx"]
    assert wrapped("", 5) == []
    assert columns("é") == 1
    assert columns("e\u0301") == 1
    assert columns("寿命") == 4


def test_a_narrow_terminal_gets_narrow_text(ngc: CompiledSet) -> None:
    terminal = Terminal(Screen())
    terminal.width = 50
    assert max(map(len, terminal.paragraph("word " * 40, 11))) <= 50
