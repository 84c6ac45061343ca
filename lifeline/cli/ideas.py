"""What verbs about ideas share: reading one file or stdin, and how it is judged."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from lifeline.errors import InvalidFile, Problem, UsageError
from lifeline.reading.files import read_named
from lifeline.reading.finding.discovery import STDIN, STDIN_NAME
from lifeline.reading.limits import FILE_BYTES

ADVICE = {
    FileNotFoundError: " Check the name; lifeline new begins an idea file.",
    IsADirectoryError: " Name one idea file in it.",
}
"""What to do, by what the system says."""


def read_file(path: str) -> tuple[bytes, str]:
    """Give the bytes of a file, or of stdin for ``-``, and the name it is shown under.

    Of what is too large only so much is read that reading it as an idea tells so.

    Raises:
        InvalidFile: when it cannot be read.
    """
    if path == STDIN:
        return sys.stdin.buffer.read(FILE_BYTES + 1), STDIN_NAME
    name = path if path.isascii() else _as_text(path)
    try:
        return read_named(path), name
    except OSError as error:
        advice = ADVICE.get(type(error), "")
        problem = Problem(1, 1, "", f"cannot be read: {error.strerror}.{advice}")
        raise InvalidFile(name, [problem]) from error


def _as_text(path: str) -> str:
    """Give a name as text that every reader of JSON takes, also where its bytes are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def require_ideas(paths: list[str], named: list[str]) -> list[str]:
    """Give the idea files that were found under some names.

    Raises:
        UsageError: when there is none.
    """
    if not paths:
        places = ", ".join("this folder" if name == os.curdir else name for name in named)
        raise UsageError(
            f"lifeline: no idea file in {places}. One has a line that begins with 'lifeline: 1';"
            " to begin one: lifeline new"
        )
    return paths


def add_judging_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare from which day an idea is judged, and how much its evidence counts."""
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="the day you look from, as 2026-11-22: evidence is aged to it (default: today)",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="count an answer without evidence, an old one or one with old evidence, or one against"
        " the record of the market, as possibly worse",
    )


def day(text: str) -> date:
    """Read a day as argparse calls it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-11-22") from None
