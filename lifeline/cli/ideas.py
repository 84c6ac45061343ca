"""What verbs about ideas share: reading one file or stdin, and the day one looks from."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from lifeline.errors import InvalidFile, Problem

STDIN, STDIN_NAME = "-", "<stdin>"


def read_file(path: str) -> tuple[bytes, str]:
    """Give the bytes of a file, or of stdin for ``-``, and the name it is shown under.

    Raises:
        InvalidFile: when it cannot be read.
    """
    if path == STDIN:
        return sys.stdin.buffer.read(), STDIN_NAME
    try:
        with open(path, "rb") as file:
            return file.read(), path
    except OSError as error:
        problem = Problem(1, 1, "", f"cannot be read: {error.strerror}.")
        raise InvalidFile(path, [problem]) from error


def day(text: str) -> date:
    """Read a day as argparse calls it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-11-22") from None
