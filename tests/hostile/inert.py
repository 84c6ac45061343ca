"""Whether a text does nothing to what it is shown on."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[^\n -~\xa0-\U0010ffff]|[\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, changes colours, turns a line around, or cannot be written."""

ISOLATED = re.compile(
    r"[\u2067\u2068]([^\n\u2066-\u2069]*[\u0590-\u08ff][^\n\u2066-\u2069]*)\u2069$", re.MULTILINE
)
"""A line, or its end, that runs from the right and moves nothing around it: a report isolates it.
Nothing in it can end that before the line does."""

COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What GitHub's runner takes for a command (``ActionCommand.cs`` in actions/runner)."""


def check_inert(text: str) -> None:
    """Check that a text does nothing to a terminal or to GitHub's runner."""
    assert not CONTROL.search(ISOLATED.sub(r"\1", text))
    assert not COMMAND.search(text)
