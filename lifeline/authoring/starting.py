"""A rubric set to begin with: its files as texts, from templates that lie beside this module."""

from __future__ import annotations

import os

from lifeline.reading.saving.writing import scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter")
PLACES = {
    "set.yaml": "set.yaml",
    "rubric.yaml": "{id}.yaml",
    "claims.yaml": "claims.yaml",
    "first.yaml": os.path.join("tests", "first.yaml"),
}
"""Where each template goes in the folder of the set."""


def starter_files(id_: str, title: str, day: date) -> dict[str, bytes]:
    """Give the files of a new set by where they go in its folder.

    Args:
        id_: of the set and of its rubric, a slug.
        title: on one line; any text, which is quoted where YAML needs it.
        day: since when its claims hold, as far as is known.
    """
    filled = {"__ID__": scalar(id_), "__TITLE__": scalar(title), "__DAY__": day.isoformat()}
    return {
        place.format(id=id_): _filled(_template(name), filled).encode()
        for name, place in PLACES.items()
    }


def _template(name: str) -> str:
    with open(os.path.join(TEMPLATES, name), encoding="utf-8") as file:
        return file.read()


def _filled(text: str, values: dict[str, str]) -> str:
    """Fill the places, each once: what is filled in is not looked at again."""
    head, *rest = text.split("__")
    parts = [head]
    for word, between in zip(rest[::2], rest[1::2], strict=True):
        parts += [values[f"__{word}__"], between]
    return "".join(parts)
