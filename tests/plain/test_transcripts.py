"""Whole talks, as they are heard: one straight through, one with errors, and one in a pipe."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.plain.console import Console
from lifeline.plain.more import more_about
from lifeline.plain.saver import Saver
from lifeline.plain.walker import PlainWalker
from lifeline.reading.saving.open_file import OpenFile
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from lifeline.walk.beginning import way_through
from tests.plain.test_walker import TODAY

Golden = Callable[[str, str], None]

STRAIGHT = ["c", "a", "b", "a", "b", "c", "b", "a", "yes", "b", "none", "a", "12", "18", "q"]
STUMBLING = ["maybe", "", "c", "k", "b", "title", "Plan B", "7", "c or", "u", "z", "note hello"]
STUMBLING += ["evidence", "x", "evidence", "b", "no link at all", "", "r", "99", "reach", "l", "q"]


@pytest.mark.parametrize(("name", "lines"), [("straight", STRAIGHT), ("stumbling", STUMBLING)])
def test_a_whole_talk_reads_well(
    name: str,
    lines: list[str],
    ngc: CompiledSet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    golden: Golden,
) -> None:
    import io

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    file = OpenFile("idea.yaml")
    way = way_through(Assessor(ngc), b"", "idea.yaml", TODAY, kept=None)
    stream = io.StringIO()
    console = Console(io.StringIO("".join(f"{line}\n" for line in lines)), Terminal(stream))
    PlainWalker(console, Saver(console, way, file), more_about(way, console.terminal)).walk()
    golden(f"plain/{name}.txt", stream.getvalue())


def walked(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lifeline", "walk", "idea.yaml"],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"XDG_STATE_HOME": str(folder / "state"), "PATH": ""},
    )


def test_at_the_review_it_says_that_the_day_of_an_idea_has_passed(tmp_path: Path) -> None:
    text = "lifeline: 1\nidea: Club\nassessed: 2023-03-30\nanswers: {used: yes}\n"
    (tmp_path / "idea.yaml").write_text(text, encoding="utf-8")
    told = " ".join(walked(tmp_path, "review\n").stdout.split())
    assert "The day until which it was judged, 30 March 2024, has passed: look at what" in told


def test_through_a_pipe_a_real_process_saves_each_answer(tmp_path: Path) -> None:
    found = walked(tmp_path, "b\nnonsense\na\n")
    assert (found.returncode, found.stderr) == (0, "")
    assert "Question 3 of 14" in found.stdout
    assert "'nonsense' is no answer here." in found.stdout
    assert "foundation: own-model" in (tmp_path / "idea.yaml").read_text(encoding="utf-8")
