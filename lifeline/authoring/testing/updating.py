"""Writes what came out into files of vectors, in the place of what was expected.

Only values that differ change; comments, order, and everything else stay to the letter.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lifeline.authoring.testing.comparing import is_list_of_ids
from lifeline.model.vectors import NONE
from lifeline.reading.expected import Ids
from lifeline.reading.files import read_part
from lifeline.reading.nodes import Problems, compose
from lifeline.reading.saving.disk import save
from lifeline.reading.saving.edits import Edits
from lifeline.reading.saving.entries import said
from lifeline.reading.saving.layout import Layout
from lifeline.reading.saving.splicing import Splicer
from lifeline.reading.saving.writing import Word
from lifeline.reading.vector_answers import value_at

if TYPE_CHECKING:
    from lifeline.authoring.testing.running import Trial
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.saving.writing import Tree


def update(folder: str, trials: list[Trial], compiled: CompiledSet) -> None:
    """Let each vector that failed expect what came out.

    Raises:
        LifelineError: when a file cannot be written.
    """
    failed: dict[str, list[Trial]] = {}
    for trial in trials:
        if trial.differences:
            failed.setdefault(trial.vector.source.name, []).append(trial)
    for name, changed in failed.items():
        path = os.path.join(folder, name)
        data = read_part(path)
        save(path, updated(data, changed, Ids(compiled)), data)


def updated(data: bytes, trials: list[Trial], ids: Ids) -> bytes:
    """Give a file of vectors with what came out for some of them."""
    edits = Edits(Layout(data))
    root = compose(data, Problems())
    assert root is not None, "the file was read before"
    splicer = Splicer(edits, ())
    for trial in trials:
        node = value_at(root, (*trial.vector.path, "expect"))
        wanted = said(node)
        assert isinstance(wanted, dict), "the model asks for a mapping"
        for difference in trial.differences:
            _put(wanted, difference["key"], tree(difference["key"], difference["found"], ids))
        splicer.fit(node, wanted)
    return edits.layout.encode(edits.applied())


def _put(entries: dict[str, Tree], name: str, value: Tree) -> None:
    name, _, part = name.partition(".")
    inner = entries[name]
    if part and isinstance(inner, dict):
        inner[part] = value
    else:
        entries[name] = value


def tree(name: str, value: Any, ids: Ids) -> Tree:
    """Give what came out as an author would write it."""
    kind = name.partition(".")[0]
    if value is None:
        return NONE
    if kind == "deciding":
        return ids.short(kind, value)
    if is_list_of_ids(name):
        return [ids.short(kind, id_) for id_ in value]
    if isinstance(value, list):
        low, high = (Word(f"{end:.15g}") for end in value)
        return low if low == high else [low, high]
    return Word(str(value).lower())
