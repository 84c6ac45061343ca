"""Validates plain YAML against a pydantic model; says what is wrong in our words, with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from lifeline.reading.nodes import Problems, compose, find, join, plain
from lifeline.reading.spelling import hint, not_among

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from yaml.nodes import Node

Model = TypeVar("Model", bound=BaseModel)

WORDING = {
    "missing": "is missing.",
    "string_type": "is not text.",
    "string_too_short": "is empty. Expected text.",
    "dict_type": "is not a mapping.",
    "model_type": "is not a mapping.",
    "list_type": "is not a list.",
    "int_parsing": "is not a whole number.",
    "int_type": "is not a whole number.",
    "float_parsing": "is not a number.",
    "float_type": "is not a number.",
    "finite_number": "is not a number.",
    "bool_parsing": "is neither true nor false.",
    "date_from_datetime_parsing": "is not a date. Expected such as 2026-11-22.",
    "date_parsing": "is not a date. Expected such as 2026-11-22.",
    "greater_than": "must be greater than {gt:g}.",
    "greater_than_equal": "must be at least {ge:g}.",
    "less_than_equal": "must be at most {le:g}.",
    "too_short": "has too few entries. Expected {min_length} or more.",
    "too_long": "has too many entries. Expected {max_length} or fewer.",
    "string_too_long": "is too long. Expected at most {max_length} signs.",
    "string_pattern_mismatch": "has the wrong form. Expected lower-case words joined by hyphens,"
    " or a version such as 1.0.0.",
}


class Source:
    """One YAML file: its name, its nodes, and what is wrong with it."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.problems = Problems()
        self.root = compose(data, self.problems)

    def add(self, path: tuple[str | int, ...], message: str) -> None:
        """Record a problem at the place that a path of keys and positions leads to."""
        assert self.root is not None, "a file that was parsed has a root"
        place, key = find(self.root, path)
        self.problems.add(place, key, message)

    def validated(self, model: type[Model]) -> Model | None:
        """Give the file as a model, or None with the problems recorded."""
        if self.root is None:
            return None
        raw = plain(self.root, self.problems)
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                self._record(details, model)
            return None

    def _record(self, details: ErrorDetails, model: type[BaseModel]) -> None:
        location, kind = details["loc"], details["type"]
        context: dict[str, Any] = details.get("ctx", {})
        path = (*location, *context.get("path", ()))
        if kind == "extra_forbidden":
            self._record_unknown(path, model)
        elif kind == "missing":
            self._record_missing(path)
        elif kind == "literal_error":
            known = [
                word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")
            ]
            self.add(path, not_among(str(details["input"]), known, "allowed here"))
        else:
            wording = WORDING.get(kind, details["msg"])
            self.add(path, wording.format(**context) if kind in WORDING else wording)

    def _record_unknown(self, path: tuple[str | int, ...], model: type[BaseModel]) -> None:
        known = _keys_at(model, path[:-1])
        word = str(path[-1])
        expected = f" Expected one of: {', '.join(known)}." if known else ""
        self.add(path, f"unknown key.{expected}{hint(word, known)}")

    def _record_missing(self, path: tuple[str | int, ...]) -> None:
        assert self.root is not None, "only a parsed file is validated"
        place, key = find(self.root, path[:-1])
        self.problems.add(_first_key(place), join(key, str(path[-1])), "is missing.")


def _first_key(node: Node) -> Node:
    value = node.value
    is_mapping = isinstance(value, list) and value and isinstance(value[0], tuple)
    return value[0][0] if is_mapping else node


def _keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Give the keys that a model allows at a path, following nested models."""
    for step in path:
        if isinstance(step, int):
            continue
        field = next(
            (f for name, f in model.model_fields.items() if (f.alias or name) == step), None
        )
        inner = _model_inside(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for part in inner if (found := _model_inside(part))), None)
