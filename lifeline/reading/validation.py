"""Validates plain YAML against a pydantic model; says what is wrong in our words, with places."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from lifeline.model.scalars import LANGUAGE, SLUG, VERSION
from lifeline.reading.limits import MOST_FOUND
from lifeline.reading.nodes import Problems, TooManyProblems, compose, find, join, plain
from lifeline.reading.spelling import brief, cut, hint, not_among, strange_sign

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from yaml.nodes import Node

    from lifeline.model.condition import Path

Model = TypeVar("Model", bound=BaseModel)

KEY = "[key]"
"""What pydantic adds to a path where the key itself is wrong."""

WORDING = {
    "missing": "is missing.",
    "string_type": "is not text.",
    "string_too_short": "is empty. Expected text.",
    "string_too_long": "is too long. Expected at most {max_length} characters.",
    "dict_type": "is not a mapping. Expected lines such as 'key: value'.",
    "model_type": "is not a mapping. Expected lines such as 'key: value'.",
    "list_type": "is not a list. Expected lines such as '- value'.",
    "int_parsing": "is not a whole number.",
    "int_parsing_size": "is not a whole number of ordinary size.",
    "int_type": "is not a whole number.",
    "float_parsing": "is not a number.",
    "float_type": "is not a number.",
    "finite_number": "is not a number.",
    "bool_parsing": "is neither true nor false.",
    "bool_type": "is neither true nor false.",
    "greater_than": "must be greater than {gt:g}.",
    "greater_than_equal": "must be at least {ge:g}.",
    "less_than_equal": "must be at most {le:g}.",
    "too_short": "has too few entries. Expected {min_length} or more.",
    "too_long": "has too many entries. Expected {max_length} or fewer.",
}
"""What to say for each kind of error of pydantic that our models can meet."""

FORMS = {
    SLUG: "is not an id. Expected lower-case words joined by hyphens, such as next-model.",
    VERSION: "is not a version. Expected three whole numbers, such as 1.0.0.",
    LANGUAGE: "is not a language. Expected a code such as en or pt-BR.",
}
"""What to say where text has not the form that is asked for."""


class Source:
    """One YAML file: its name, its nodes, and what is wrong with it."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        self.problems = Problems()
        self.root: Node | None = None
        with suppress(TooManyProblems):
            self.root = compose(data, self.problems)

    def add(self, path: Path, message: str) -> None:
        """Record a problem at the place that a path of keys and positions leads to.

        What is missing is shown at the first key of the mapping that misses it.
        """
        assert self.root is not None, "a file that was parsed has a root"
        if self.problems.is_full:
            return
        place, key = find(self.root, path)
        if path and isinstance(path[-1], str) and (place, key) == find(self.root, path[:-1]):
            place, key = _first_key(place), join(key, path[-1])
        with suppress(TooManyProblems):
            self.problems.add(place, key, message)

    def validated(self, model: type[Model]) -> Model | None:
        """Give the file as a model, or None with the problems recorded."""
        if self.root is None or self.problems.found:
            return None  # what an alias stands for may be endless
        try:
            return model.model_validate(plain(self.root, self.problems))
        except TooManyProblems:
            return None
        except ValidationError as error:
            errors = error.errors(include_url=False)[:MOST_FOUND]
            strange = [found["loc"] for found in errors if found["type"] == "extra_forbidden"]
            for details in errors:
                if details["type"] != "missing" or not _is_misspelt(details["loc"], strange):
                    self._record(details, model)
            return None

    def _record(self, details: ErrorDetails, model: type[BaseModel]) -> None:
        path = tuple(step for step in details["loc"] if step != KEY)
        context: dict[str, Any] = details.get("ctx", {})
        match details["type"]:
            case "lifeline":
                for wrong in context["problems"]:
                    meant = hint(wrong.word, wrong.known)
                    self.add((*path, *wrong.path), f"{wrong.message}{meant}")
            case "extra_forbidden":
                self.add(path, _unknown_key(path, model, details["input"]))
            case "literal_error":
                self.add(path, _not_allowed(details["input"], context["expected"]))
            case "string_pattern_mismatch":
                self.add(path, f"'{brief(details['input'])}' {FORMS[context['pattern']]}")
            case kind:
                self.add(path, WORDING.get(kind, "is not valid.").format(**context))


def _is_misspelt(missing: Path, strange: list[Path]) -> bool:
    """Whether a missing key is there, but misspelt: one of the strange keys means it."""
    *around, name = missing
    return any(list(path[:-1]) == around and hint(str(path[-1]), [str(name)]) for path in strange)


def _unknown_key(path: Path, model: type[BaseModel], value: object) -> str:
    known = _keys_at(model, path[:-1])
    word = str(path[-1])
    meant = (
        cut(word, is_empty=value in ("", None)) or hint(word, known) or strange_sign(word, known)
    )
    return f"unknown key. Expected one of: {', '.join(known)}.{meant}"


def _not_allowed(found: object, expected: str) -> str:
    """Word a choice among few; pydantic writes it as ``'a', 'b' or 'c'``."""
    known = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
    if isinstance(found, str):
        return not_among(found, known, "allowed here")
    return f"is not one word. Expected one of: {', '.join(known)}."


def _first_key(node: Node) -> Node:
    value = node.value
    is_mapping = isinstance(value, list) and value and isinstance(value[0], tuple)
    return value[0][0] if is_mapping else node


def _keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Give the keys that a model allows at a path, following nested models."""
    steps = (step for step in path if isinstance(step, str))
    for step in steps:
        field = next(f for name, f in model.model_fields.items() if (f.alias or name) == step)
        inner = _model_inside(field.annotation)
        assert inner is not None, "only a model refuses keys"
        if get_origin(field.annotation) is dict:
            next(steps)  # what the author named, and not we
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for part in inner if (found := _model_inside(part))), None)
