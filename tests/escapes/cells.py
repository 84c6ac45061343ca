"""The cells of the table, ways times families of attacks: a third of them by default.

Every way is tried with every third family, and every family in every third way, always the same
ones. ``LIFELINE_ESCAPES=all`` tries every cell: five minutes of one processor.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

from tests.escapes.attacks import TABLE

STEP = 1 if os.environ.get("LIFELINE_ESCAPES") == "all" else 3


def cells(ways: Iterable[str], always: str = "") -> list[Any]:
    """Give the cells; those of one family are tried by one worker, which has its folders.

    The family that is named is tried in every way.
    """
    return [
        pytest.param(way, family, id=f"{way}:{family}", marks=pytest.mark.xdist_group(family))
        for row, family in enumerate(TABLE)
        for column, way in enumerate(ways)
        if family == always or (row + column) % STEP == 0
    ]
