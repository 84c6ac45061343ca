"""One of two versions of a set: its models, what compiling made of them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeline.compiling.compile import compile_set
from lifeline.compiling.names import Spot
from lifeline.reading.nodes import MappingNode, ScalarNode, SequenceNode
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import EVERY, languages_of, read_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import Node

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.rubric import Entry
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source

NEEDS_QUOTES = frozenset(",:{}[]#'\"&*!|>%@`")


@dataclass(frozen=True)
class Placed:
    """An entry and where it stands; ``decides`` holds what compiling made of its fields."""

    name: str
    id: str
    model: Entry
    spot: Spot
    decides: dict[str, Any]

    def value(self, field: str) -> Any:
        """Give what a field means, whatever the way in which it is written."""
        return self.decides[field] if field in self.decides else getattr(self.model, field)


@dataclass(frozen=True)
class Side:
    """A version of a set under the name that somebody gave it."""

    name: str
    models: SetModels
    compiled: CompiledSet
    languages: list[str]

    @property
    def set_source(self) -> Source:
        """The file that names the set."""
        return self.models.sources[0]

    def head(self) -> dict[str, str]:
        """Give what names this version, as the plain data that JSON shows."""
        return {
            "folder": self.name,
            "set": self.compiled["set"],
            "version": self.compiled["version"],
            "deciding": self.compiled["hashes"]["deciding"],
        }


def read_side(name: str, folder: str, shown: Callable[[str], str] = str) -> Side:
    """Read a version of a set.

    Args:
        name: how messages call it.
        folder: where its files are.
        shown: gives the name that a file has in messages, counted from ``name``, for its name
            counted from ``folder``.

    Raises:
        LifelineError: when the folder holds no set, or the set has problems.
    """
    files = {shown(file): data for file, data in read_files(folder, EVERY).items()}
    models = read_models(name, files)
    return Side(name, models, compile_set(models), languages_of(folder))


def node_at(spot: Spot) -> Node | None:
    """Give the value that a spot leads to, or None where there is none."""
    node = spot.source.root
    for step in spot.path:
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            return None
    return node


def spot_of(source: Source, kind: str, id_: str) -> Spot:
    """Give where a claim or source stands in a file that may hold it, by its id."""
    id_ = " ".join(id_.split())  # as it is written on one line; ids of claims are free text
    items: Any = node_at(Spot(source, (kind,)))
    for place in range(len(items.value)):
        spot = Spot(source, (kind, place))
        if written(spot.at("id")) == id_:
            return spot
    return Spot(source, (kind,))


def written(spot: Spot) -> str | None:
    """Give what an author wrote at a spot, on one line; None where nothing stands there."""
    node = node_at(spot)
    return None if node is None else _flow(node)


def _flow(node: Node, *, inside: bool = False) -> str:
    if isinstance(node, MappingNode):
        return f"{{{', '.join(f'{key.value}: {_flow(v, inside=True)}' for key, v in node.value)}}}"
    if isinstance(node, SequenceNode):
        return f"[{', '.join(_flow(item, inside=True) for item in node.value)}]"
    assert isinstance(node, ScalarNode), "a node of no other kind is composed"
    text = " ".join(node.value.split())
    return f'"{text}"' if inside and not NEEDS_QUOTES.isdisjoint(text) else text
