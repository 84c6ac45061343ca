"""What all ideas of one run share: the tool, the set, the gate, the day, and how much to show."""

from __future__ import annotations

from lifeline.scoring.gate import gate_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket

OUTPUT_FORMAT = 1
"""Raised when a key of the JSON output changes its meaning or goes; keys may be added."""


class Run:
    """One run of a verb over some ideas."""

    __slots__ = (
        "as_of",
        "brief",
        "choosing",
        "compiled",
        "full",
        "gate",
        "market",
        "strict",
        "version",
    )

    def __init__(  # noqa: PLR0913  # what a run has, by name
        self,
        version: str,
        compiled: CompiledSet,
        as_of: date,
        *,
        brief: bool,
        market: CompiledMarket | None = None,
        gate: Gate | None = None,
        choosing: str = "",
        full: bool = False,
        strict: int = 0,
    ) -> None:
        self.version = version
        self.compiled = compiled
        self.as_of = as_of
        self.market = market
        self.gate = gate or gate_of(compiled["deciding"]["gate"])
        self.brief = brief
        """Show a few lines an idea, as for a folder, instead of everything."""
        self.choosing = choosing
        """The words of a command line that choose the set, for the commands that are proposed."""
        self.full = full
        """Show everything, also of an idea of which nothing is answered."""
        self.strict = strict
        """How many of the ideas are judged strictly."""

    def head(self) -> dict[str, Any]:
        """Give what stands around the ideas in JSON."""
        compiled, market = self.compiled, self.market
        return {
            "format": OUTPUT_FORMAT,
            "tool": {"name": "lifeline", "version": self.version},
            "set": {
                "id": compiled["set"],
                "version": compiled["version"],
                "language": compiled["language"],
                **compiled["hashes"],
            },
            "market": market
            and {
                "version": market["version"],
                "until": market["until"],
                "content": market["content"],
            },
            "gate": self.gate,
        }
