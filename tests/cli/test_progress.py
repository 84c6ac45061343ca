"""What a person who waits sees, and others do not."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli import progress
from lifeline.cli.progress import CLEAR, FEWEST, Progress, with_progress
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "ideas" / "open-questions.yaml"


class Screen(io.StringIO):
    """A terminal of some encoding."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return True


def clock(*seconds: float) -> Any:
    times: Iterator[float] = iter(seconds)
    return lambda: next(times)


def ideas(*errors: bool) -> Any:
    return [{"errors": [1] if each else []} for each in errors]


def test_nothing_is_shown_before_a_second_has_gone() -> None:
    screen = Screen()
    list(Progress(2, screen, clock(0, 0.5, 0.99)).over(ideas(False, False)))
    assert screen.getvalue() == ""


def test_a_line_is_drawn_over_the_last_and_taken_away_at_the_end() -> None:
    screen = Screen()
    list(Progress(4, screen, clock(0, 1, 1.05, 1.5, 1.7)).over(ideas(*[False] * 4)))
    drawn = screen.getvalue()
    assert drawn.endswith(CLEAR)
    assert "\n" not in drawn
    lines = drawn.removesuffix(CLEAR).split("\r")[1:]
    assert [line.partition(" ")[2] for line in lines] == [
        f"{number} of 4 files judged" for number in (1, 3, 4)
    ]
    assert lines[-1].startswith("█" * progress.BAR)


def test_signs_are_plain_where_the_terminal_has_no_others() -> None:
    screen = Screen("ascii")
    list(Progress(2, screen, clock(0, 1, 1)).over(ideas(False, False)))
    assert screen.getvalue().isascii()
    assert "############------------ 1 of 2" in screen.getvalue()


def test_what_is_wrong_with_a_file_is_told_on_a_clean_line() -> None:
    screen = Screen()
    found = Progress(3, screen, clock(0, 1, 5)).over(ideas(False, True, False))
    next(found)
    assert not screen.getvalue().endswith(CLEAR)
    next(found)
    assert screen.getvalue().endswith(CLEAR)


def test_the_line_is_taken_away_when_a_run_is_given_up() -> None:
    screen = Screen()
    found = Progress(3, screen, clock(0, 1)).over(ideas(False, False, False))
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert screen.getvalue().endswith(CLEAR)


@pytest.mark.parametrize(
    ("total", "prints", "err", "out", "environment", "is_shown"),
    [
        (FEWEST, False, True, True, {}, True),
        (FEWEST, True, True, False, {}, True),
        (FEWEST, True, True, True, {}, False),
        (FEWEST, False, False, True, {}, False),
        (FEWEST - 1, False, True, True, {}, False),
        (FEWEST, False, True, True, {"CI": "true"}, False),
        (FEWEST, False, True, True, {"TERM": "dumb"}, False),
    ],
)
def test_it_is_shown_only_to_a_person_who_sees_nothing_else(
    total: int,
    prints: bool,
    err: bool,
    out: bool,
    environment: dict[str, str],
    is_shown: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", Screen() if err else io.StringIO())
    monkeypatch.setattr(sys, "stdout", Screen() if out else io.StringIO())
    found = with_progress(assessments := ideas(), total, prints=prints)
    assert (found is not assessments) == is_shown


def test_on_a_real_terminal_it_goes_to_stderr_only(tmp_path: Path) -> None:
    """The last file is a pipe, which is written to when the line is due, on any machine."""
    for number in range(FEWEST):
        (tmp_path / f"{number:03}.yaml").write_bytes(EXAMPLE.read_bytes())
    last = tmp_path / "last.yaml"
    os.mkfifo(last)
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "lifeline", "score", "--jobs", "1", str(tmp_path), str(last)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={k: v for k, v in os.environ.items() if k != "CI"} | {"TERM": "xterm"},
    )
    os.close(theirs)
    with last.open("wb") as writer:  # opens once the last file is being read
        time.sleep(progress.AFTER)
        writer.write(EXAMPLE.read_bytes())
    out, _ = child.communicate(timeout=60)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    assert f"{FEWEST + 1} of {FEWEST + 1} files judged".encode() in shown
    assert shown.endswith(CLEAR.encode())
    assert b"files judged" not in out


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""  # whoever wrote to it is gone
