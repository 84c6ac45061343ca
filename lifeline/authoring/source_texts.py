"""Writes the texts of an entry as a translation has them, for somebody to put others in place."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from lifeline.authoring.translated import named
from lifeline.reading.saving.writing import scalar

if TYPE_CHECKING:
    from lifeline.compiling.overlay import Words

WIDTH, STEP = 100, 2

_JOINERS = "\u200c\u200d"
"""Invisible signs that some scripts need between letters; no other may stand in a comment."""


def source_rows(words: Words) -> list[str]:
    """Write the texts of an entry as YAML."""
    rows: list[str] = []
    for path, text in words.items():
        indent = " " * (STEP * (len(path) - 1))
        if len(path) > 1 and f"{path[0]}:" not in rows:
            rows.append(f"{path[0]}:")
        rows.append(f"{indent}{scalar(named(path))}: >-")
        rows += _broken(text, f"{indent}{' ' * STEP}")
    return rows


def _broken(text: str, indent: str) -> list[str]:
    """Break a text at spaces only: YAML reads each break as one."""
    visible = "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)
    return textwrap.wrap(
        visible,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
