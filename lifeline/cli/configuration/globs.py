"""Patterns of paths, as overrides for some files are written: ``batch-1/**``, ``**/draft-*``."""

from __future__ import annotations

import re
from itertools import accumulate, takewhile

from lifeline.reading.finding.wildcards import SPECIAL, expression_of


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern is about a file, or about a folder that it lies in.

    Args:
        pattern: names of folders and files with ``/`` between them; ``*``, ``?`` and ``[…]`` stand
            for signs within a name, ``**`` for any number of folders.
        path: counted from the same folder as the pattern.
    """
    names = _names(pattern)
    about = re.compile(expression_of("/".join(names)))
    around = accumulate(path.split("/"), "{}/{}".format)
    return not names or any(about.match(each) for each in around)


def known_start(pattern: str) -> list[str]:
    """Give the names that a pattern begins with, up to the first that stands for more than one."""
    return [*takewhile(lambda name: not any(sign in name for sign in SPECIAL), _names(pattern))]


def _names(pattern: str) -> list[str]:
    return [name for name in pattern.split("/") if name not in {"", "."}]
