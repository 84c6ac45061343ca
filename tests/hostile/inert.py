"""Whether a text does nothing to what it is shown on."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[^\n -~\xa0-\U0010ffff]|[\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, changes colours, turns a line around, or cannot be written."""

COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What GitHub's runner takes for a command (``ActionCommand.cs`` in actions/runner)."""


def check_inert(text: str) -> None:
    """Check that a text does nothing to a terminal or to GitHub's runner."""
    assert not CONTROL.search(text)
    assert not COMMAND.search(text)
