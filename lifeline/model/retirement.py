"""Retired ids: what each names, how an author says what took its place, and what must fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from lifeline.model.condition import Wrong
from lifeline.model.fitting import TWICE, repeated
from lifeline.model.scalars import refused
from lifeline.model.versions import parts_of
from lifeline.model.words import TRUTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.rubric import Retired, RubricSet

QUESTION, CHOICE, RULE = "question", "choice", "rule"
SIGNS = {".": CHOICE, "/": RULE}
SAME = "same"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*([./][a-z0-9]+(-[a-z0-9]+)*)?")


def kind_of(id_: str) -> str:
    """Say whether an id names a ``question``, a ``choice`` or a ``rule`` (or protection)."""
    return next((kind for sign, kind in SIGNS.items() if sign in id_), QUESTION)


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise refused(f"'{value}' is not an id. Expected QUESTION, QUESTION.CHOICE or RUBRIC/RULE.")
    return value


def _ids(raw: Any) -> list[str]:
    """Read one id, or a list of them."""
    ids = raw if isinstance(raw, list) else [raw]
    if not ids or not all(isinstance(id_, str) and _ID.fullmatch(id_) for id_ in ids):
        raise refused("is not an id. Expected one, or for a choice a list such as [entry.open].")
    return ids


def _map(raw: Any) -> dict[str, list[str]] | str:
    """Read what each old word stands for: one new word, or several of which one is true."""
    if raw == SAME:
        return SAME
    if not isinstance(raw, dict) or not raw:
        raise refused(f"does not map anything. Expected {{old: new}}, or {SAME}.")
    found: dict[str, list[str]] = {}
    for old, new in raw.items():
        words = new if isinstance(new, list) else [new]
        if not words or not all(isinstance(word, str) and word for word in words):
            raise refused(f"maps '{old}' onto no choice. Expected one, or a list of choices.")
        if _word(old) in found:
            raise refused(f"maps '{_word(old)}' twice. Keep one of the two.")
        found[_word(old)] = [_word(word) for word in words]
    return found


def _word(text: str) -> str:
    return TRUTHS.get(text.lower(), text)


RetiredId = Annotated[str, AfterValidator(_id)]
UsedIds = Annotated[list[str], BeforeValidator(_ids, json_schema_input_type=str | list[str])]
WordMap = Annotated[
    dict[str, list[str]] | Literal["same"],
    BeforeValidator(_map, json_schema_input_type=dict[str, str | list[str]] | Literal["same"]),
]


def retired_problems(entry: Retired) -> Iterator[Wrong]:
    """Name what does not fit together in one entry."""
    is_question = kind_of(entry.id) == QUESTION
    if entry.map is not None and not is_question:
        yield Wrong(("map",), "maps the answers of a question, and this is none. Leave it out.")
    elif entry.map is not None and not entry.use:
        yield Wrong(
            ("map",), "maps onto no question. Add 'use' with the question that answers go to."
        )
    if len(entry.use) > 1 and kind_of(entry.id) != CHOICE:
        yield Wrong(
            ("use",),
            f"holds several ids. Expected the one that took the place of the {kind_of(entry.id)}.",
        )
    yield from repeated(entry.use, ("use",), TWICE)


def retired_list_problems(file: RubricSet) -> Iterator[Wrong]:
    """Name ids that are retired twice, or in a version that is still to come."""
    ids = [entry.id for entry in file.retired]
    yield from repeated(ids, ("retired",), "is retired already, further up", "id")
    for place, entry in enumerate(file.retired):
        if parts_of(entry.version) > parts_of(file.version):
            message = f"is later than the set's own version. Expected at most {file.version}."
            yield Wrong(("retired", place, "in"), f"{entry.version} {message}")
