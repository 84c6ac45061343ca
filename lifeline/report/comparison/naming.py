"""How ideas are called in a comparison: by their titles, where these tell them apart."""

from __future__ import annotations

from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

NAMED = 5
"""Ideas that a sentence names."""

SIGNS = 50
"""Signs that are shown of a name."""


class Names:
    """Knows the ideas of one comparison by their paths."""

    def __init__(self, ideas: list[dict[str, Any]]) -> None:
        self.titles = {idea["path"]: cut(idea["idea"] or idea["id"], SIGNS) for idea in ideas}
        self.bearers: dict[str, int] = {}
        """How many ideas have a title."""
        for title in self.titles.values():
            self.bearers[title] = self.bearers.get(title, 0) + 1

    def of(self, path: str) -> str:
        """Give the name of an idea: its title, or its path where several have that title."""
        title = self.titles[path]
        if self.bearers[title] > 1:
            return path if len(path) <= SIGNS else f"…{path[1 - SIGNS :]}"
        return title

    def several(self, paths: Sequence[str]) -> str:
        """Name the first of some ideas, and count the rest."""
        named = "; ".join(self.of(path) for path in paths[:NAMED])
        rest = len(paths) - NAMED
        return f"{named}; and {rest} more" if rest > 0 else named


def cut(text: str, signs: int) -> str:
    """Give so many signs of a text, ``…`` in place of the rest."""
    text = " ".join(safe(text).split())
    return text if len(text) <= signs else f"{text[: signs - 1].rstrip()}…"
