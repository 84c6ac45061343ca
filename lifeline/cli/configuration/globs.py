"""Patterns of paths, as overrides for some files are written: ``batch-1/**``, ``**/draft-*``."""

from __future__ import annotations

import re
from itertools import accumulate

from lifeline.reading.finding.wildcards import expression_of


def matches(pattern: str, path: str) -> bool:
    """Say whether a pattern is about a file, or about a folder that it lies in.

    Args:
        pattern: names of folders and files with ``/`` between them; ``*``, ``?`` and ``[…]`` stand
            for signs within a name, ``**`` for any number of folders.
        path: counted from the same folder as the pattern.
    """
    names = [name for name in pattern.split("/") if name not in {"", "."}]
    about = re.compile(expression_of("/".join(names)))
    around = accumulate(path.split("/"), "{}/{}".format)
    return not names or any(about.match(each) for each in around)
