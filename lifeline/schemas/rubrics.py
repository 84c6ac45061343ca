"""The schemas of rubrics, sets and claims, made from the models that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from lifeline.model.rubric import ClaimsFile, Rubric, RubricSet
from lifeline.reading.validation import FORMS
from lifeline.schemas.conditions import condition_definitions, formula_definitions
from lifeline.schemas.descriptions import DESCRIPTIONS
from lifeline.schemas.fitting import FITTING
from lifeline.schemas.scalars import COUNT, DAY, MEASURE, TEXT, TRUTH, head, like, ref
from lifeline.version import __version__

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import core_schema

    from lifeline.schemas.scalars import Schema

PARSED = {
    ("Rubric", "when"): "condition",
    ("Question", "when"): "condition",
    ("Protection", "when"): "condition",
    ("Rule", "when"): "finding-condition",
    ("Quantity", "formula"): "formula",
}
"""The fields that our own code parses, and the definitions of what may stand there."""


def rubric_schema() -> Schema:
    """Give the schema of a rubric."""
    schema = _schema_of(Rubric, "A rubric of lifeline")
    for (model, key), name in PARSED.items():
        properties = schema["$defs"].get(model, schema)["properties"]
        properties[key] = ref(name, **properties[key])
    schema["$defs"] |= condition_definitions() | formula_definitions()
    return schema


def set_schema() -> Schema:
    """Give the schema of the file that names a set and its rubrics."""
    return _schema_of(RubricSet, "A set of rubrics of lifeline")


def claims_schema() -> Schema:
    """Give the schema of the claims that a set rests on."""
    return _schema_of(ClaimsFile, "The claims of a set of rubrics of lifeline")


def _schema_of(model: type[BaseModel], title: str) -> Schema:
    schema = model.model_json_schema(schema_generator=_FromText)
    for name, entry in ((model.__name__, schema), *schema["$defs"].items()):
        entry.pop("title")
        for key, told in DESCRIPTIONS[name].items():
            entry["properties"][key]["description"] = told
        entry.update(FITTING.get(name, {}))
    return {**head(title, __version__), **schema}


class _FromText(GenerateJsonSchema):
    """Says what our reader makes of text: it gives every scalar to the models as it is written."""

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        found = super().str_schema(schema)
        if "pattern" not in found:
            return {**TEXT}
        return {**found, **like(found["pattern"], FORMS[found["pattern"]])}

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        return {**super().int_schema(schema), **COUNT}

    def float_schema(self, schema: core_schema.FloatSchema) -> Schema:
        return {**super().float_schema(schema), **MEASURE}

    def bool_schema(self, _schema: core_schema.BoolSchema) -> Schema:
        return {**TRUTH}

    def date_schema(self, _schema: core_schema.DateSchema) -> Schema:
        return {**DAY}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Schema:
        words: list[Any] = [*schema["expected"]]
        return {"enum": [*words, False] if "false" in words else words}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """An empty value is never taken for "left out"."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        found = super().default_schema(schema)
        return {key: value for key, value in found.items() if (key, value) != ("default", None)}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        keys, values = (
            self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema")
        )
        return {"type": "object", "propertyNames": keys, "additionalProperties": values}

    def function_plain_schema(self, _schema: core_schema.PlainValidatorFunctionSchema) -> Schema:
        """Leave open what our own code parses; see ``PARSED``."""
        return {}

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False
