"""The plain walker and the interface, given the same answers, write the same file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeline.plain.console import Console
from lifeline.plain.saver import Saver
from lifeline.plain.walker import PlainWalker
from lifeline.reading.saving.open_file import OpenFile
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from lifeline.tui.screens.question import KEYS
from lifeline.walk.beginning import way_through
from lifeline.walk.commands import AT_QUESTION
from tests.tui.conftest import TODAY, Begin
from tests.tui.screens import quickly, watch

MORE: dict[str, Callable[[], list[str]]] = dict.fromkeys(("why", "verdict", "result"), list)


def plainly(assessor: Assessor, lines: list[str]) -> bytes:
    """Give the file that lines, typed in a plain talk, lead to."""
    path = Path("plain/idea.yaml")
    file = OpenFile(str(path))
    way = way_through(assessor, b"", str(path), TODAY, kept=None)
    console = Console(io.StringIO("".join(f"{line}\n" for line in lines)), Terminal(io.StringIO()))
    PlainWalker(console, Saver(console, way, file), MORE).walk()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (["b", "a", "c", "u", "l"], "b enter a enter c enter u l"),
        (["a or c", "s", "b", "k", "c"], "a down down space enter s b enter left c enter"),
        (["1", "2", "undo", "3", "skip"], "1 enter 2 enter z 3 enter s"),
        (["b", *["u"] * 8, "a"], "b enter u u u u u u u u a enter"),
    ],
)
def test_one_script_gives_one_file(
    begin: Begin, assessor: Assessor, lines: list[str], keys: str
) -> None:
    app = begin()

    async def pressed(pilot: Pilot[None]) -> None:
        await quickly(pilot, keys)

    watch(app, pressed)
    assert Path("idea.yaml").read_bytes() == plainly(assessor, lines)


def test_a_letter_is_the_same_command_in_both() -> None:
    keys = {key.action: key.keys.split(",") for key in KEYS}
    both = [command for command in AT_QUESTION if command.letter and command.word in keys]
    assert "result" in [command.word for command in both]
    for command in both:
        shown = {"?": "question_mark"}.get(command.letter, command.letter)
        assert shown in keys[command.word]


def test_a_whole_walk_gives_one_file(begin: Begin, assessor: Assessor) -> None:
    """Answer every question with its first choice, or with 3; all that are several with two."""
    app = begin()
    lines: list[str] = []

    async def walked(pilot: Pilot[None]) -> None:
        sitting = app.sitting
        assert sitting is not None
        while sitting.way.stop is not None:
            kind = sitting.sheet.question(sitting.way.stop.number)["kind"]
            line, keys = {"number": ("3", "3"), "choices": ("a, b", "a b")}.get(kind, ("a", "a"))
            lines.append(line)
            await quickly(pilot, f"{keys} enter")

    watch(app, walked)
    assert len(lines) > 10
    assert Path("idea.yaml").read_bytes() == plainly(assessor, lines)
