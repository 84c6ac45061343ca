"""What must fit together inside one entry of a rubric, as far as JSON Schema can say it.

The same is judged by ``lifeline.model.fitting``, which also says it in words.
"""

from __future__ import annotations

from lifeline.model.fitting import BETTER, FIELDS
from lifeline.model.words import CAP_MONTHS, LIFT_MONTHS
from lifeline.schemas.scalars import ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.schemas.scalars import Schema

OF_A_KIND = ("choices", "unit", "min", "max", "bands")
"""The keys of a question that not every kind may have."""


def _has(key: str, schema: Schema) -> Schema:
    """Say that a key is there and what stands behind it."""
    return {"required": [key], "properties": {key: schema}}


def _if(test: Schema, then: Schema) -> Schema:
    return {"if": test, "then": then}


def _of_kind(kind: str) -> Schema:
    """Say what a question of a kind needs, and may not have."""
    allowed = {*FIELDS[kind], *(("bands",) if kind == "number" else ())}
    strange: Schema = {key: False for key in OF_A_KIND if key not in allowed}
    better = {"better": {"enum": list(BETTER[kind])}}
    needs = {"required": list(FIELDS[kind]), "properties": {**better, **strange}}
    return _if(_has("kind", {"const": kind}), needs)


def _scored(kind: str, scored: Schema) -> list[Schema]:
    """Say that what is scored has a better side, and that what is not has no weight."""
    is_kind = _has("kind", {"const": kind})
    better = {"properties": {"better": {"enum": list(BETTER[kind][:2])}}}
    weighs = {"required": ["weight"]}
    return [
        _if({"allOf": [is_kind, scored]}, better),
        _if({"allOf": [is_kind, weighs]}, scored),
    ]


_ALL_HAVE_POINTS = {"items": {"required": ["points"]}}
_HAS_POINTS = _has("choices", {"contains": {"required": ["points"]}})
_FIRST_BAND = {
    "prefixItems": [{"not": {"required": ["at-least"]}}],
    "items": {"required": ["at-least"]},
}


_ORDERED_CHOICES = {
    "properties": {"kind": {"const": "choice"}, "better": {"enum": ["first", "last"]}}
}


def _lifts(months: int) -> Schema:
    """Say that protections lift a cap to more than its months."""
    more = [lift for lift in LIFT_MONTHS if lift > months]
    capped = _has("cap", _has("months", {"enum": [months, str(months)]}))
    lifted = {"additionalProperties": {"enum": [*more, *map(str, more)]}}
    return _if(capped, {"properties": {"unless": lifted}})


_WORD = "[a-z0-9]+(-[a-z0-9]+)*"
_RETIRED_ID = {"pattern": f"^{_WORD}([./]{_WORD})?$"}

_TRUE = {"anyOf": [{"const": True}, {"pattern": "^([Tt]rue|TRUE|[Yy]es|YES|[Oo]n|ON)$"}]}

_BLOCKS_NOTHING = {
    "not": {"required": ["cap"]},
    "properties": {"finding": {"enum": ["warning", "note"]}},
}

_RULES: dict[str, list[Schema]] = {
    "Question": [
        *map(_of_kind, FIELDS),
        *_scored("choice", _HAS_POINTS),
        *_scored("choices", _HAS_POINTS),
        *_scored("number", {"required": ["bands"]}),
        *_scored("yes-no", {"required": ["weight"]}),
        _if(_HAS_POINTS, {"properties": {"choices": _ALL_HAVE_POINTS}}),
        {"properties": {"bands": _FIRST_BAND}},
        _if({"required": ["record"]}, _ORDERED_CHOICES),
    ],
    "Rule": [
        {"oneOf": [{"required": ["cap"]}, {"required": ["finding"]}]},
        _if({"required": ["finding"]}, {"properties": {"unless": {"maxProperties": 0}}}),
        _if({"required": ["cap"]}, {"properties": {"when": ref("condition")}}),
        *map(_lifts, CAP_MONTHS),
    ],
    "Retired": [
        {"properties": {"id": _RETIRED_ID, "use": {"minItems": 1, "uniqueItems": True}}},
        {"properties": {"map": {"minProperties": 1}}, "dependentRequired": {"map": ["use"]}},
        _if(_has("id", {"pattern": "[./]"}), {"properties": {"map": False}}),
        _if(_has("id", {"not": {"pattern": r"\."}}), {"properties": {"use": {"maxItems": 1}}}),
    ],
    "Rubric": [
        _if(_has("uses", {"minItems": 1}), {"required": ["score"]}),
        _if(
            _has("optional", _TRUE),
            {"properties": {"rules": {"items": _BLOCKS_NOTHING}}},
        ),
    ],
    "RubricSet": [
        {"properties": {"rubrics": {"uniqueItems": True}}},
        {
            "if": {"required": ["extends"]},
            "else": {
                "required": ["rubrics"],
                "properties": {"rubrics": {"minItems": 1}, "overrides": {"maxProperties": 0}},
            },
        },
    ],
}

FITTING: Schema = {name: {"allOf": rules} for name, rules in _RULES.items()}
"""By the name of a model, what its fields ask of each other."""
