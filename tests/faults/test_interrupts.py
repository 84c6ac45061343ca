"""Ctrl-C or SIGTERM at any moment: its exit code, not a word, no process left, no half file.

The moments are drawn over the whole run, from the first thing of ours that Python executes. What
comes before that is Python's own start.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.backtesting.dated import CASES, FOLDER
from tests.conftest import ROOT
from tests.faults.command import DAY, LIFELINE, content, copies

TIMES = int(os.environ.get("LIFELINE_FAULTS", "60")) // 6
"""Interruptions of each run."""

PATIENCE = 10
"""Seconds after which a process counts as left behind."""

TELLS = """
import os, sys
def tell(event, args):
    if event == "import" and args[0] == "lifeline.cli.main":
        os.write(int(os.environ["TELL"]), b".")
sys.addaudithook(tell)
"""
"""Says through a pipe that our own code begins."""

DRAFT = ".out.json.saving"
"""May stay behind where the moment was that of opening it."""

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143}
"""What people and services end a run with, and its exit code."""

SMALL = ROOT / "tests" / "sets" / "small"

RUNS = {
    "score-one-job": "score --jobs 1 --format text --format json:out.json ideas",
    "score-four-jobs": "score --jobs 4 --format html:out.json --format json ideas",
    "walk": "walk --plain ideas/idea-00000.yaml",
    "backtest": f"backtest --set {FOLDER} --cases {CASES} --format json -o out.json",
    "baseline": "baseline write ideas --file out.json",
    "whatif": "whatif ideas/idea-00000.yaml --format json -o out.json",
    "report": "report ideas/idea-00001.yaml --format html -o out.json",
    "ledger": "ledger add ideas/idea-00000.yaml --file out.json",
    "rubric": f"rubric check {SMALL} --format json -o out.json",
}


class Running:
    """The command, in a group of processes of its own."""

    def __init__(self, words: list[str], folder: Path, hooks: Path) -> None:
        """Start it, and wait until our own code begins."""
        self.hears, tells = os.pipe()
        self.process = subprocess.Popen(
            [*LIFELINE, *words],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            pass_fds=[tells],
            env={**os.environ, "PYTHONPATH": str(hooks), "TELL": str(tells)},
        )
        os.close(tells)
        assert os.read(self.hears, 1), "it has begun"

    def interrupted(self, seconds: float, how: signal.Signals = signal.SIGINT) -> tuple[int, bytes]:
        """Press Ctrl-C after some time; give the exit code, and what was said."""
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it may be done
            os.killpg(self.process.pid, how)  # as a terminal does: to everybody
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said

    def ended(self) -> tuple[int, bytes, float]:
        """Let it come to its end; give the exit code, what was said, and the seconds it took."""
        begun = time.monotonic()
        _, said = self.process.communicate(timeout=60)
        os.close(self.hears)
        return self.process.returncode, said, time.monotonic() - begun

    def has_left_nobody(self) -> bool:
        """Whether nobody holds the other end of the pipe any more, which all of them inherit."""
        ready, _, _ = select.select([self.hears], [], [], PATIENCE)
        is_over = bool(ready) and os.read(self.hears, 1) == b""
        os.close(self.hears)
        return is_over


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    folder = tmp_path / "hooks"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(TELLS)
    return folder


@pytest.mark.lean
@pytest.mark.parametrize("how", ENDS, ids=str)
@pytest.mark.parametrize("name", RUNS)
def test_a_run_ends_quietly_at_any_moment(
    name: str, how: signal.Signals, tmp_path: Path, hooks: Path
) -> None:
    folder = tmp_path / "here"
    copies(folder / "ideas", 20)
    words = [*RUNS[name].split(), "--as-of", DAY]
    if name.startswith(("walk", "backtest", "rubric")):
        words = words[:-2]
    ideas = content(folder)
    code, told, seconds = Running(words, folder, hooks).ended()
    whole = content(folder)
    interruptions = 0
    for number in range(TIMES):
        out = folder / "out.json"
        is_new = number % 2 == 0
        out.unlink(missing_ok=True)
        if not is_new and "out.json" in whole and name not in ("baseline", "ledger"):
            out.write_bytes(b"old")
        before = content(folder)
        before.pop(DRAFT, None)
        running = Running(words, folder, hooks)
        ended, said = running.interrupted(random.uniform(0, seconds), how)
        assert running.has_left_nobody()
        assert ended == ENDS[how] or (ended, said) == (code, told)
        assert said in (b"", told), "not a word of the signal, also where it comes after the last"
        interruptions += ended == ENDS[how]
        after = content(folder)
        after.pop(DRAFT, None)
        assert after in (before, {**before, **whole}), "whole, or as it was"
        assert ideas.items() <= after.items()
    assert interruptions
    assert Running(words, folder, hooks).ended()[0] == code
    assert DRAFT not in content(folder), "taken up by the next run"


@pytest.mark.parametrize("how", ENDS, ids=str)
def test_a_signal_while_the_program_is_loaded_is_as_quiet(
    how: signal.Signals, tmp_path: Path, hooks: Path
) -> None:
    for _ in range(TIMES):
        running = Running(["--version"], tmp_path, hooks)
        assert running.interrupted(random.uniform(0, 0.004), how) in ((ENDS[how], b""), (0, b""))


def test_ctrl_c_pressed_again_and_again_is_as_quiet(tmp_path: Path, hooks: Path) -> None:
    folder = tmp_path / "here"
    copies(folder / "ideas", 20)
    before = content(folder)
    for _ in range(TIMES):
        running = Running(RUNS["score-four-jobs"].split(), folder, hooks)
        time.sleep(random.uniform(0.02, 0.15))
        for _ in range(5):
            os.killpg(running.process.pid, signal.SIGINT)
            time.sleep(random.uniform(0, 0.002))
        assert running.interrupted(0) == (130, b"")
        assert running.has_left_nobody()
        after = content(folder)
        assert after.keys() - before.keys() <= {DRAFT}


def test_a_run_that_is_killed_leaves_no_process_behind(tmp_path: Path, hooks: Path) -> None:
    folder = tmp_path / "here"
    copies(folder / "ideas", 60)
    for _ in range(TIMES // 2):
        running = Running(RUNS["score-four-jobs"].split(), folder, hooks)
        time.sleep(random.uniform(0.05, 0.3))
        running.process.kill()
        running.process.communicate(timeout=60)
        assert running.has_left_nobody()
    running = Running(RUNS["score-four-jobs"].split(), folder, hooks)
    running.ended()
    assert {path.name for path in folder.iterdir()} == {"ideas", "out.json"}
