"""Runs the command in this process, and gives the bytes that it wrote as the text they are."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest

from lifeline.cli.main import main


class Ran(NamedTuple):
    """What came of a run."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A stream to a pipe, or to a terminal that shows colours."""

    def __init__(self, *, watched: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched

    def text(self) -> str:
        """Give what was written; nothing is made of any sign."""
        self.flush()
        found = self.buffer
        assert isinstance(found, io.BytesIO)
        return found.getvalue().decode("utf-8")


def run(*words: str, typed: str = "", watched: bool = False) -> Ran:
    """Run the command with words, and what somebody types."""
    out, err = _Stream(watched=watched), _Stream(watched=watched)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(typed))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = main([*words])
    return Ran(code, out.text(), err.text())
