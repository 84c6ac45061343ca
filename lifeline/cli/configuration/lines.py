"""Where in a TOML file a key stands: tomllib does not tell."""

from __future__ import annotations

import re

_HEAD = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""(\s*)((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def places(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Give the line and column (1-based) of each key of a file that TOML can read.

    Keys are the names on the way to them, entries of a list of tables their number from 0. A key
    inside of braces is not found, and a line of a text over several lines may be taken for one:
    the places are for people.
    """
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            table = _names(head[2])
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            found.setdefault(table, (number, head.start(1) + 1))
        elif key := _KEY.match(line):
            found.setdefault((*table, *_names(key[2])), (number, len(key[1]) + 1))
    return found


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(text))
