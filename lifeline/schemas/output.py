"""The schema of what ``lifeline score --format json`` writes, made from the types of its keys.

More keys may come while ``format`` stays the same, so that other keys are allowed everywhere.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints
from typing import is_typeddict as has_known_keys

from lifeline.model.assessment import Document
from lifeline.schemas.scalars import head, ref
from lifeline.version import __version__

if TYPE_CHECKING:
    from lifeline.schemas.scalars import Schema

PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}


def output_schema() -> Schema:
    """Give the schema of the whole document."""
    definitions: dict[str, Schema] = {}
    root = _schema(Document, definitions)
    return {**head("The result of lifeline score", __version__), **root, "$defs": definitions}


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """Give the schema of a type; mappings with known keys are added to the definitions."""
    if kind in PLAIN:
        return PLAIN[kind]
    if has_known_keys(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = _keys(kind, definitions)
        return ref(kind.__name__)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(parts)}
    inner = [_schema(part, definitions) for part in parts]
    if origin in {Union, UnionType}:
        return {"anyOf": inner}
    if origin is list:
        return {"type": "array", "items": inner[0]}
    assert origin is dict, f"{kind} is none of the types that the output is made of"
    return {"type": "object", "additionalProperties": inner[1]}


def _keys(kind: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind)
    told = {"description": " ".join(kind.__doc__.split())} if kind.__doc__ else {}
    return {
        "type": "object",
        **told,
        "required": [key for key in hints if key in kind.__required_keys__],
        "properties": {key: _schema(hint, definitions) for key, hint in hints.items()},
    }
