"""The interface in a real pseudo-terminal: it is killed, closed, without colour, or at fault."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty")

from tests.tui.terminal import COLOUR, Terminal

Start = Callable[..., Terminal]

FIRST, SECOND, LAST = "Whose AI model", "Does a big company", "foundation"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Terminal] = []

    def begun(*words: str, **more: str) -> Terminal:
        started.append(Terminal(tmp_path, *words, **more))
        return started[-1]

    yield begun
    for terminal in started:
        terminal.close()


def answered(terminal: Terminal, file: Path, count: int) -> None:
    """Answer so many questions, each once the one before is on disk."""
    for number in range(1, count + 1):
        terminal.press("a\r")
        terminal.until(lambda n=number: file.exists() and said(file) >= n)  # type: ignore[misc]


def said(file: Path) -> int:
    lines = file.read_text(encoding="utf-8").partition("answers:\n")[2].splitlines()
    return sum(line.startswith("  ") for line in lines)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_whoever_is_killed_loses_nothing(start: Start, tmp_path: Path, how: signal.Signals) -> None:
    file = tmp_path / "idea.yaml"
    first = start("walk", "idea.yaml")
    first.until_shown(FIRST)
    answered(first, file, 5)
    before = file.read_bytes()
    first.kill(how)
    assert file.read_bytes() == before
    second = start("walk", "idea.yaml")
    second.until_shown("6 of ")
    second.press("z")
    second.until(lambda: said(file) == 4)
    second.press("q")
    assert second.ended() == 0


def test_it_does_not_stay_when_its_terminal_goes_and_nobody_says_so(
    start: Start, tmp_path: Path
) -> None:
    terminal = start("walk", "idea.yaml")
    terminal.until_shown(FIRST)
    answered(terminal, tmp_path / "idea.yaml", 2)
    assert terminal.hang_up() == 0
    assert said(tmp_path / "idea.yaml") == 2


def test_a_terminal_that_is_closed_loses_nothing(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "idea.yaml"
    terminal = start("walk", "idea.yaml")
    terminal.until_shown(FIRST)
    answered(terminal, file, 2)
    terminal.press("q")
    assert terminal.ended() == 0
    assert said(file) == 2
    assert terminal.is_as_before()
    assert b"Everything is saved in idea.yaml. To go on: lifeline walk idea.yaml" in terminal.shown


def test_without_a_verb_the_interface_begins_at_home(start: Start) -> None:
    terminal = start()
    terminal.until_shown("this machine")
    terminal.press("q")
    assert terminal.ended() == 0


def test_without_colour_means_none_at_all(start: Start) -> None:
    terminal = start("walk", "idea.yaml", NO_COLOR="1")
    terminal.until(lambda: FIRST.encode() in terminal.shown)
    terminal.press("a")
    terminal.until(lambda: b"Enter" in terminal.shown)
    assert not COLOUR.search(terminal.shown)
    terminal.press("r")
    terminal.until(lambda: b"Order" in terminal.shown)
    terminal.press("i")
    terminal.until(lambda: b"Try plan" in terminal.shown)
    assert not COLOUR.search(terminal.shown)


def test_with_colours_there_are_some(start: Start) -> None:
    terminal = start("walk", "idea.yaml")
    terminal.until(lambda: FIRST.encode() in terminal.shown)
    assert COLOUR.search(terminal.shown)


@pytest.mark.parametrize("plain", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_whoever_asks_for_plain_text_gets_it(start: Start, plain: dict[str, str]) -> None:
    terminal = start("walk", "idea.yaml", **plain)
    terminal.until(lambda: b"> " in terminal.shown)
    assert b"Question 1 of" in terminal.shown
    assert b"\x1b[?1049h" not in terminal.shown
    terminal.press("q\n")
    assert terminal.ended() == 0


def test_a_mistake_of_our_own_says_so_and_leaves_the_terminal_as_it_was(
    start: Start, tmp_path: Path
) -> None:
    code = (
        "import sys; from lifeline.tui.screens.base import IdeaScreen;"
        "IdeaScreen.action_result = lambda self: 1 / 0;"
        "from lifeline.cli.main import run; sys.argv[0] = 'lifeline'; run()"
    )
    terminal = start("walk", "idea.yaml", code=code)
    terminal.until_shown(FIRST)
    answered(terminal, tmp_path / "idea.yaml", 1)
    terminal.press("t")
    assert terminal.ended() == 70
    assert b"made a mistake of its own" in terminal.shown
    assert b"Everything is saved in idea.yaml" in terminal.shown
    assert terminal.is_as_before()


def test_a_file_that_cannot_be_read_is_told_before_the_interface_comes_up(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "idea.yaml").write_text("lifeline: 1\nidea: [\n", encoding="utf-8")
    terminal = start("walk", "idea.yaml")
    assert terminal.ended() == 2
    assert b"idea.yaml:" in terminal.shown
    assert b"\x1b[?1049h" not in terminal.shown
