"""The two clocks and the lifeline as bars of months, and what the choice under the cursor gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from lifeline.model.words import CLOCKS
from lifeline.report.bar import bar, days, scale
from lifeline.report.phrases import short
from lifeline.report.terminal import PLAIN, SIGNS
from lifeline.tui.widgets.words import plain

if TYPE_CHECKING:
    from datetime import date

    from textual.geometry import Size
    from textual.visual import VisualType

    from lifeline.model.assessment import Months

NAME = 11
WIDEST, NARROWEST = 48, 12
ROOM = 10
"""Columns for the words behind a bar, or for half a day and more below it."""


class Clocks(Widget):
    """Bars that are drawn anew whenever the range moves; where there is room, dates stand below."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        super().__init__(id=id)
        self.spans: dict[str, Months] = {}
        self.since: date | None = None
        self.is_brief = False

    def be_brief(self, is_brief: bool) -> None:
        """Show the bar of the lifeline alone, or all again."""
        if is_brief != self.is_brief:
            self.is_brief = is_brief
            self.refresh(layout=True)

    def tell(
        self, spans: list[Months], tried: Months | None = None, since: date | None = None
    ) -> None:
        """Show the months of both clocks and of the lifeline.

        Args:
            spans: the months of advantage, of necessity, and of the smaller of the two.
            tried: the months that a choice would give.
            since: the day from which months count, for the dates.
        """
        told = dict(zip((*CLOCKS, "lifeline"), spans, strict=True))
        if tried is not None:
            told["would be"] = tried
        if (told, since) != (self.spans, self.since):
            is_as_high = len(told) == len(self.spans)
            self.spans, self.since = told, since
            self.refresh(layout=not is_as_high)

    def lines(self, width: int) -> list[str]:
        """Draw the bars in the columns there are: a multiple of the twelve months."""
        room = width - NAME - ROOM
        columns = max(NARROWEST, min(WIDEST, room // NARROWEST * NARROWEST))
        signs = PLAIN if self.app.console.legacy_windows else SIGNS
        rows = self.spans.items()
        lines = [f"{n.ljust(NAME)}{bar(m, columns, signs)}  {short(m)}" for n, m in rows]
        if self.is_brief:
            return lines[len(CLOCKS) : len(CLOCKS) + 1]
        lines.append(f"{'months'.ljust(NAME)}{scale(columns)}")
        if self.since is not None and columns == WIDEST:
            lines.append(f"{'until'.ljust(NAME)}{days(self.since, columns)}")
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Give the number of its lines."""
        return len(self.lines(width))

    def render(self) -> VisualType:
        """Draw its lines."""
        return plain("\n".join(self.lines(self.content_size.width)))
