"""The schemas of conditions and formulas, which our own code parses.

They say what shape a tree may have. Which ids there are, and which comparison fits which kind of
question, shows only the whole set.
"""

from __future__ import annotations

from lifeline.model.condition import OPERANDS
from lifeline.model.formula import OPERATIONS, PAIR, TWO
from lifeline.model.words import COMPARABLE
from lifeline.schemas.scalars import MEASURE, TEXT, WORDS, entries, ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.schemas.scalars import Schema

LEAST, BELOW = "at-least", "below"


def condition_definitions() -> Schema:
    """Give the definitions of conditions; a finding's may also lay a number against a clock."""
    parts = {"type": "array", "items": ref("condition")}
    groups = {
        "all": {**parts, "description": "True when every part is."},
        "any": {**parts, "description": "True when some part is."},
        "not": ref("condition", description="True when this is false."),
    }
    return {
        "condition": {
            "type": "object",
            "description": "Several entries mean that all of them hold. An entry is a question or a"
            " quantity, by its id, with what is asked of it; or all, any or not.",
            "minProperties": 1,
            "properties": groups,
            "additionalProperties": ref("comparison"),
        },
        "comparison": {
            "description": "A choice, true or false, or one comparison such as {at-least: 6}.",
            "anyOf": [WORDS, {"type": "object"}],
            "if": {"type": "object"},
            "then": _one_of(_comparisons()),
        },
        "finding-condition": {
            "description": "A condition; or, as a whole, a number of months laid against a clock.",
            "if": _laid_against(_one_of({LEAST: _clocked({}), BELOW: _clocked({})})),
            "then": _laid_against(_one_of({LEAST: _clock(), BELOW: _clock()})),
            "else": ref("condition"),
        },
    }


def formula_definitions() -> Schema:
    """Give the definition of formulas: operands, and operations on further formulas."""
    several = {"type": "array", "minItems": PAIR, "items": ref("formula")}
    both = {**several, "maxItems": PAIR}
    operations = {name: both if name in TWO else several for name in OPERATIONS}
    return {
        "formula": {
            "description": "The id of a number question or a quantity, a number, or an operation"
            " on formulas such as {product: [budget, share]}.",
            "anyOf": [TEXT, {"type": "object"}],
            "if": {"type": "object"},
            "then": _one_of({**operations, "parameter": TEXT}),
        }
    }


def _comparisons() -> Schema:
    several = {"type": "array", "items": WORDS}
    some = {**several, "minItems": 1}
    named = [entries({name: TEXT}, name) for name in ("quantity", "parameter")]
    bound = {"anyOf": [MEASURE, *named]}
    shapes: dict[str, Schema] = {
        "is": {"anyOf": [WORDS, several]},
        "in": some,
        "includes": {"anyOf": [WORDS, some]},
        LEAST: bound,
        BELOW: bound,
    }
    return {name: {**shape, "description": OPERANDS[name]} for name, shape in shapes.items()}


def _one_of(properties: Schema) -> Schema:
    return entries(properties, minProperties=1, maxProperties=1)


def _laid_against(comparison: Schema) -> Schema:
    """Say of a condition that it is one comparison; of which question, is open."""
    one = {"minProperties": 1, "maxProperties": 1}
    return {"type": "object", **one, "additionalProperties": comparison}


def _clocked(name: Schema) -> Schema:
    return entries({"clock": name}, "clock")


def _clock() -> Schema:
    told = "A clock, or the smaller of the two. Only the whole condition of a finding can do it."
    return {**_clocked({"enum": list(COMPARABLE)}), "description": told}
