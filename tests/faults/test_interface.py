"""The interface, in a terminal, where its file cannot be saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty")

from tests.faults.command import content, fill, small_disk
from tests.tui.terminal import Terminal

FIRST = "Whose AI model"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 64) as place:
        fill(place)
        yield place


@pytest.fixture
def terminal(disk: Path) -> Iterator[Terminal]:
    """The interface at the first question of an idea for which there is no room."""
    terminal = Terminal(disk, "walk", "idea.yaml")
    try:
        terminal.until_shown(FIRST)
        terminal.press("a\r")
        terminal.until_shown("cannot be saved: No space")
        yield terminal
    finally:
        terminal.close()


def test_what_cannot_be_saved_can_go_elsewhere(terminal: Terminal, disk: Path) -> None:
    before = content(disk)
    elsewhere = disk.parent / "e.yaml"
    terminal.press("q")
    terminal.until_shown("Type another name")
    terminal.press("../e.yaml\r")
    assert terminal.ended() == 0
    assert b"Everything is saved in ../e.yaml. To go on: lifeline walk ../e.yaml" in terminal.shown
    assert b"foundation:" in elsewhere.read_bytes()
    assert content(disk) == before


def test_what_cannot_be_saved_is_told_and_can_be_given_up(terminal: Terminal, disk: Path) -> None:
    before = content(disk)
    terminal.press("q")
    terminal.until_shown("Leave unsaved")
    terminal.press("\x04")
    assert terminal.ended() == 2
    assert b"idea.yaml: not saved. There is no such file." in terminal.shown
    assert terminal.is_as_before()
    assert content(disk) == before
