"""What each key of an entry of a ledger holds, and what is said where it holds something else."""

from __future__ import annotations

import re
from datetime import date

from lifeline.model.words import CAP_MONTHS, COMPARABLE, FULL
from lifeline.reading.limits import FIRST_YEAR, LAST_YEAR, LONGEST_TEXT, LONGEST_WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Check = tuple[Callable[[Any], bool], str]
    """Whether a value is one, and what was expected instead."""

AFTER = (3, 6, FULL)
"""The months after which one can ask whether a clock still runs: 0 asks nothing."""

MONTHS = (*CAP_MONTHS, FULL)
OUTCOMES = ("yes", "no")


def is_text(value: Any) -> bool:
    """Whether a value is text that is not blank."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and not value.isspace()


def is_id(value: Any) -> bool:
    """Whether a value can be the id of an entry."""
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{4,64}", value))


def is_day(value: Any) -> bool:
    """Whether a value is a day such as 2026-11-22."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        return FIRST_YEAR <= date.fromisoformat(value).year <= LAST_YEAR
    except ValueError:
        return False


def is_probability(value: Any) -> bool:
    """Whether a value is a number from 0 to 1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def is_claims(value: Any) -> bool:
    """Whether a value is a list of claims, each about another number of months."""
    if not isinstance(value, list) or not value or not all(map(_is_claim, value)):
        return False
    return len({claim["after"] for claim in value}) == len(value)


def _is_claim(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    own = value.get("own")
    return (
        _is_among(AFTER)(value.get("after"))
        and is_day(value.get("on"))
        and is_probability(value.get("probability"))
        and (own is None or is_probability(own))
    )


def _is_months(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    low, high = value.get("low"), value.get("high")
    return _is_among(MONTHS)(low) and _is_among(MONTHS)(high) and low <= high  # type: ignore[operator]


def _is_among(known: tuple[Any, ...]) -> Callable[[Any], bool]:
    """Give a check for one of some values; a truth is no number, and 6.0 is no count."""
    kind = type(known[0])
    return lambda value: type(value) is kind and value in known


def _are_ids(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_id, value))


TEXT: Check = (is_text, "text")
NAME: Check = (
    lambda value: isinstance(value, str) and len(value) <= LONGEST_WORD * 4,
    "a short text",
)
DAY: Check = (is_day, "a day such as 2026-11-22")
ID: Check = (is_id, "an id, such as 3f9a2c41d0")

FORECAST: dict[str, Check] = {
    "id": ID,
    "idea.id": TEXT,
    "idea.title": TEXT,
    "idea.path": TEXT,
    "clock": (_is_among(COMPARABLE), f"one of: {', '.join(COMPARABLE)}"),
    "months": (_is_months, 'a range of months, such as {"high": 12, "low": 6}'),
    "made": DAY,
    "assessed": DAY,
    "strict": (lambda value: isinstance(value, bool), "true or false"),
    "set.id": NAME,
    "set.version": NAME,
    "set.deciding": NAME,
    "tool.name": NAME,
    "tool.version": NAME,
    "claims": (is_claims, "a list of claims, each with after, on, probability and own"),
    "replaces": (lambda value: value is None or _are_ids(value), "a list of ids"),
}

RESOLUTION: dict[str, Check] = {
    "id": ID,
    "forecast": ID,
    "after": (_is_among(AFTER), "one of: 3, 6, 12"),
    "outcome": (_is_among(OUTCOMES), "yes or no"),
    "on": DAY,
    "source": TEXT,
    "note": (lambda value: value is None or is_text(value), "text or null"),
    "written": DAY,
    "replaces": (_are_ids, "a list of ids"),
}

KINDS = {"forecast": FORECAST, "resolution": RESOLUTION}


def fault(entry: dict[str, Any]) -> tuple[str, str]:
    """Give the first key that is wrong and what was expected; two empty texts where none is.

    The entry is of a known kind.
    """
    for key, (is_one, expected) in KINDS[entry["kind"]].items():
        value: Any = entry
        for name in key.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if not is_one(value):
            return key, expected
    return "", ""
