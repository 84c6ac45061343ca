"""By how much the version of a set has to be raised, and whether it was.

As in semantic versioning, below 1.0.0 a breaking change asks for the next minor version only, and
anything else for the next patch.
"""

from __future__ import annotations

from typing import Any

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, NONE
from lifeline.model.versions import parts_of

MAJOR, MINOR, PATCH = "major", "minor", "patch"
STEPS = (MAJOR, MINOR, PATCH)
ASKED = {BREAKING: MAJOR, COMPATIBLE: MINOR, NONE: PATCH}
ASKED_BEFORE_1 = {BREAKING: MINOR, COMPATIBLE: PATCH, NONE: PATCH}

NOT_COMPARED = {"step": None, "least": None, "enough": True}
"""What is said of two sets of different names: neither is a version of the other."""


def raising(old: str, new: str, worst: str) -> dict[str, Any]:
    """Say which step a version has to take, and whether it does.

    Args:
        old: the older version, such as ``0.2.0``.
        new: the newer one.
        worst: the kind of the worst change; empty where nothing changed.
    """
    asked = ASKED_BEFORE_1 if old.partition(".")[0] == "0" else ASKED
    step = asked[worst] if worst else None
    least = _raised(old, step) if step else old
    return {"step": step, "least": least, "enough": parts_of(new) >= parts_of(least)}


def _raised(version: str, step: str) -> str:
    """Give the next version by a step: all numbers behind it begin anew."""
    numbers, place = version.split("."), STEPS.index(step)
    return ".".join([*numbers[:place], _next(numbers[place]), *["0"] * (2 - place)])


def _next(number: str) -> str:
    """Add one to digits: there may be more of them than Python makes a number of."""
    stem = number.rstrip("9")
    zeros = "0" * (len(number) - len(stem))
    return f"{stem[:-1]}{int(stem[-1]) + 1}{zeros}" if stem else f"1{zeros}"
