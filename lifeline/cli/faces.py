"""Which of its two faces the walker shows: the interface, or plain text that only grows."""

from __future__ import annotations

import os
import sys

OFF = frozenset({"", "0", "false"})
"""What the variable ACCESSIBLE says where plain text is not asked for."""


def is_in_terminal() -> bool:
    """Whether somebody types and watches in a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_plain_wanted() -> bool:
    """Whether the environment asks for plain text, or the terminal can show no other."""
    wanted = os.environ.get("ACCESSIBLE", "").strip().lower() not in OFF
    return wanted or os.environ.get("TERM") == "dumb" or not is_in_terminal()
