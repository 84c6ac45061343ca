"""The schema of a ledger of forecasts: of each of its lines, which are JSON objects.

More keys may come while the format stays the same, so that other keys are allowed everywhere.
"""

from __future__ import annotations

from lifeline.model.words import COMPARABLE
from lifeline.reading.ledger.checks import AFTER, MONTHS, OUTCOMES
from lifeline.reading.ledger.lines import FORMAT
from lifeline.reading.limits import LONGEST_TEXT
from lifeline.schemas.scalars import DAY, head, ref
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.schemas.scalars import Schema

TEXT: Schema = {"type": "string", "pattern": r"\S", "maxLength": LONGEST_TEXT}
NAME: Schema = {"type": "string"}
ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{4,64}$"}
IDS: Schema = {"type": "array", "items": ID}
PROBABILITY: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def ledger_schema() -> Schema:
    """Give the schema of one line of a ledger."""
    return {
        **head("One line of a ledger of forecasts", __version__),
        "oneOf": [ref("forecast"), ref("resolution")],
        "$defs": {
            "forecast": _entry(
                "forecast", _forecast(), "A forecast as it was made.", {"replaces": IDS}
            ),
            "resolution": _entry("resolution", _resolution(), "What came of one claim of it."),
            "claim": {
                **_mapping(_claim()),
                "description": "That a clock still runs on a day, so many months after the"
                " assessed one: with the probability that the range of months says, and the"
                " founder's own.",
            },
        },
    }


def _entry(kind: str, properties: Schema, about: str, optional: Schema | None = None) -> Schema:
    every = {"ledger": {"const": FORMAT}, "kind": {"const": kind}, "id": ID, **properties}
    entry = _mapping(every)
    return {**entry, "properties": {**every, **(optional or {})}, "description": about}


def _mapping(properties: Schema) -> Schema:
    return {"type": "object", "required": [*properties], "properties": properties}


def _forecast() -> Schema:
    months = {"enum": [*MONTHS]}
    return {
        "idea": _mapping({"id": TEXT, "title": TEXT, "path": TEXT}),
        "clock": {"enum": [*COMPARABLE]},
        "months": _mapping({"low": months, "high": months}),
        "made": DAY,
        "assessed": DAY,
        "strict": {"type": "boolean"},
        "set": _mapping({"id": NAME, "version": NAME, "deciding": NAME}),
        "tool": _mapping({"name": NAME, "version": NAME}),
        "claims": {"type": "array", "minItems": 1, "items": ref("claim")},
    }


def _claim() -> Schema:
    return {
        "after": {"enum": [*AFTER]},
        "on": DAY,
        "probability": PROBABILITY,
        "own": {"anyOf": [PROBABILITY, {"type": "null"}]},
    }


def _resolution() -> Schema:
    return {
        "forecast": ID,
        "after": {"enum": [*AFTER]},
        "outcome": {"enum": [*OUTCOMES]},
        "on": DAY,
        "source": TEXT,
        "note": {"anyOf": [TEXT, {"type": "null"}]},
        "written": DAY,
        "replaces": IDS,
    }
