"""The line of keys at the foot of a screen: the most important ones where not all have room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

from lifeline.report.wrapping import columns

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

SPACES = 3
"""Columns of a hint beside its key and its word."""

PALETTE = 12
"""Columns of the hint of the palette, with the line before it."""

NORMAL = 80
"""Columns from which on the palette is told beside the others."""

LAST = "help"
"""What is always shown where a screen has it: it tells all the others."""


class Hints(Footer):
    """Leaves a hint out in full where there is no room for it, instead of cutting it in two."""

    drawn_at = 0
    told: list[tuple[str, str, bool]] | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draw again only where a hint is another one; most changes are none to see."""
        found = [
            (active.binding.key, active.binding.description, active.enabled)
            for active in screen.active_bindings.values()
            if active.binding.show
        ]
        if found != self.told:
            if screen is self.screen and self.app.app_focus:
                self.told = found
            super().bindings_changed(screen)

    def compose(self) -> ComposeResult:
        """Give the hints that fit, in their order."""
        self.drawn_at = self.app.size.width
        hints = list(super().compose())
        palette = [hint for hint in hints if hint.has_class("-command-palette")]
        palette = palette if self.drawn_at >= NORMAL else []
        shown, room = [*palette], self.drawn_at - PALETTE * len(palette)
        for hint in sorted(hints, key=_rank):
            width = _width(hint)
            if 0 < width <= room:
                room -= width
                shown.append(hint)
        yield from (hint for hint in hints if hint in shown)

    def on_resize(self, _: events.Resize) -> None:
        """Show more, or fewer."""
        if self.drawn_at not in (0, self.app.size.width):
            self.call_after_refresh(self.recompose)


def _rank(hint: Widget) -> bool:
    return getattr(hint, "action", "").rpartition(".")[2] != LAST


def _width(hint: Widget) -> int:
    """Give the columns of a hint; 0 for that of the palette, which keeps its own place."""
    key, word = getattr(hint, "key_display", ""), getattr(hint, "description", "")
    is_palette = hint.has_class("-command-palette")
    return 0 if is_palette or not key else columns(f"{key}{word}") + SPACES
