"""What a page can tell of an idea beyond its assessment, and what of it is to be left out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from lifeline.insight.further import Further
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

    Data = dict[str, Any]

PARTS = ("notes", "evidence")
"""What can be left out of a page that is shared: notes; evidence, and who says so."""


class Beyond:
    """The idea as it was read, what was found out about it, and how cases of its tier lasted.

    ``backing`` is the evidence of each answer in words, by the number of the question; ``curves``
    are survival curves by the months that were foretold, none where the set was not tried on cases.
    """

    __slots__ = ("backing", "curves", "further", "idea", "market", "without")

    def __init__(  # noqa: PLR0913  # what is known, by name
        self,
        idea: Idea,
        further: Further,
        *,
        backing: dict[int, list[dict[str, str]]],
        curves: dict[int, Data],
        market: CompiledMarket | None,
        without: Collection[str] = (),
    ) -> None:
        self.idea = idea
        self.further = further
        self.backing = backing
        self.curves = curves
        self.market = market
        self.without = without

    def shows(self, part: str) -> bool:
        """Whether one of ``PARTS`` is to be shown."""
        return part not in self.without
