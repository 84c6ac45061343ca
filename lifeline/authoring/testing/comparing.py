"""What a vector expects beside what came out, as the plain data that reports show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lifeline.authoring.testing.seeing import Seen
    from lifeline.reading.vectors import Vector

CLOSE = 0.05 + 1e-9
"""Scores are shown with one decimal: as much as that may be written off them."""


def is_noticed(vector: Vector, seen: Seen) -> bool:
    """Whether something came out other than a vector expects."""
    return any(not _agrees(e, seen.value(name)) for name, e in vector.expected.items())


def differences(vector: Vector, seen: Seen) -> list[dict[str, Any]]:
    """Give what differs, each with the place of the expectation.

    Of a list ``missing`` and ``extra`` say what should be there and is not, and the reverse.
    """
    found = []
    for name, expected in vector.expected.items():
        value = seen.value(name)
        if not _agrees(expected, value):
            found.append(_difference(vector, name, expected, value))
    return found


def _agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            return False
        if all(isinstance(item, float) for item in found):
            return all(abs(e - f) < CLOSE for e, f in zip(expected, found, strict=True))
        if all(isinstance(item, str) for item in found):
            return sorted(expected) == sorted(found)
    return bool(expected == found)


def _difference(vector: Vector, name: str, expected: Any, found: Any) -> dict[str, Any]:
    line, column = vector.place("expect", *name.split(".", 1))
    told = {"key": name, "expected": expected, "found": found, "line": line, "column": column}
    if is_list_of_ids(name):
        told["missing"] = [id_ for id_ in expected if id_ not in found]
        told["extra"] = [id_ for id_ in found if id_ not in expected]
    return told


def is_list_of_ids(name: str) -> bool:
    """Whether what is expected under a name is a list of ids."""
    return name == "open" or name.partition(".")[0] in ("caps", "protections", "findings")
