"""What all ideas of one run share: the tool, the set, the gate, the day, and how much to show."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.compiled import CompiledSet

OUTPUT_FORMAT = 1
"""Raised when a key of the JSON output changes its meaning or goes; keys may be added."""


class Run:
    """One run of a verb over some ideas."""

    __slots__ = ("as_of", "brief", "compiled", "version")

    def __init__(self, version: str, compiled: CompiledSet, as_of: date, *, brief: bool) -> None:
        self.version = version
        self.compiled = compiled
        self.as_of = as_of
        self.brief = brief
        """Show a few lines an idea, as for a folder, instead of everything."""

    def head(self) -> dict[str, Any]:
        """Give what stands around the ideas in JSON. There is no market record yet: null."""
        compiled = self.compiled
        return {
            "format": OUTPUT_FORMAT,
            "tool": {"name": "lifeline", "version": self.version},
            "set": {
                "id": compiled["set"],
                "version": compiled["version"],
                "language": compiled["language"],
                **compiled["hashes"],
            },
            "market": None,
            "gate": compiled["deciding"]["gate"],
        }
