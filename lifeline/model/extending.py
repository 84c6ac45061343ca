"""What a set says of the set that it extends: which one it is, and what is otherwise in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from lifeline.model.condition import Wrong
from lifeline.model.scalars import VERSION, Slug, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.rubric import RubricSet


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Extends(_Entry):
    """The set that another one stands on, and the version of it that its author knew."""

    set: Slug
    version: Annotated[str, StringConstraints(pattern=VERSION)]


class Override(_Entry):
    """What is otherwise in one entry of the extended set: off, its weight, or its texts."""

    off: bool = False
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    title: Words | None = None
    about: Words | None = None
    ask: Words | None = None
    why: Words | None = None
    labels: dict[str, Words] = Field(default_factory=dict)
    because: Words | None = None
    remedy: Words | None = None

    def given(self) -> list[str]:
        """Give the keys that are written, but ``off``."""
        return [key for key in type(self).model_fields if key in self.model_fields_set - {"off"}]


def extending_problems(file: RubricSet) -> Iterator[Wrong]:
    """Name what does not fit a set that extends another, or one that does not."""
    if file.extends is None:
        if not file.rubrics:
            yield Wrong(("rubrics",), "has too few entries. Expected 1 or more.")
        if file.overrides:
            yield Wrong(("overrides",), "changes another set. Name it with 'extends', or leave it.")
        return
    if file.extends.set == file.set:
        yield Wrong(("extends", "set"), f"'{file.set}' is this set itself.")
    for place, rubric in enumerate(file.rubrics):
        if not rubric.startswith(prefix_of(file)):
            yield Wrong(("rubrics", place), unprefixed(rubric, file))


def prefix_of(file: RubricSet) -> str:
    """Give what every id begins with that a set adds to the one it extends."""
    return f"{file.set}-"


def unprefixed(id_: str, file: RubricSet) -> str:
    """Say that an id lacks the prefix of its set."""
    return (
        f"'{id_}' does not begin with the set's own name. Expected {prefix_of(file)}{id_}, so that"
        f" no id of {file.extends.set if file.extends else 'another set'} is ever the same."
    )
