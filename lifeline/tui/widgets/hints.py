"""The line of keys at the foot of a screen: the most important ones where not all have room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from lifeline.report.wrapping import columns

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding
    from textual.screen import Screen

WIDE = 100
"""Columns from which on the palette is told beside the others: these matter more."""

HELP = "help"
"""The command that is always shown where a screen has it: it tells all the others."""

BORDER = "▏"
"""What stands before the palette, which keeps its place at the end of the line."""

KEY, DIVIDES = "bold $footer-key-foreground on $footer-key-background", "$foreground 20%"
OFF, POINTED = "dim", "on $block-hover-background"


class Hint(NamedTuple):
    """A key as it is shown, and what a click on it does and tells."""

    action: str
    key: str
    sign: str
    word: str
    about: str
    is_on: bool

    @property
    def text(self) -> tuple[str, str]:
        """The key and the word, each with the spaces around it."""
        return f" {self.sign} ", f"{self.word} "

    @property
    def width(self) -> int:
        """Columns it takes."""
        return columns("".join(self.text))


class Hints(Widget):
    """Leaves a hint out in full where there is no room for it, instead of cutting it in two.

    One widget draws them all: one for each, as in a footer of Textual, would be a third of all the
    widgets of a screen, and made anew whenever a key is dimmed.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Hints {
        dock: bottom;
        height: 1;
        color: $footer-description-foreground;
        background: $footer-background;
    }
    """

    def __init__(self, *, with_palette: bool = True) -> None:
        super().__init__()
        self.with_palette = with_palette
        self.told: list[Hint] = []
        self.places: list[tuple[int, Hint]] = []
        self.pointed: Hint | None = None

    def on_mount(self) -> None:
        """Follow what the keys of the screen do at the moment."""
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)

    def on_unmount(self) -> None:
        """Follow it no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Draw again only where a hint is another one; most changes are none to see."""
        if screen is self.screen and self.app.app_focus and self.told != self._hints():
            self.refresh()

    def _hints(self) -> list[Hint]:
        """Give all hints of the screen in their order; for each command, its first key."""
        found: dict[str, Hint] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                found.setdefault(active.binding.action, self._hint(active))
        return list(found.values())

    def _hint(self, active: ActiveBinding) -> Hint:
        binding, sign = active.binding, self.app.get_key_display(active.binding)
        about = active.tooltip or binding.description
        return Hint(binding.action, binding.key, sign, binding.description, about, active.enabled)

    def _palette(self) -> Hint | None:
        """Give the hint of the palette, where there is room for it."""
        active = self.screen.active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        has_room = self.with_palette and self.size.width >= WIDE
        return self._hint(active) if active is not None and has_room else None

    # ---- drawing

    def render(self) -> Content:
        """Draw the hints that fit, in their order, and that of the palette at the end."""
        self.told, palette = self._hints(), self._palette()
        room = self.size.width - (palette.width if palette else 0)
        parts, end = [], 0
        self.places = []
        for hint in _that_fit(self.told, room):
            self.places.append((end, hint))
            parts.append(self._drawn(hint))
            end += hint.width
        if palette is not None:
            self.places.append((room, palette))
            drawn = self._drawn(palette)
            parts += [Content(" " * (room - end)), Content.styled(BORDER, DIVIDES), drawn[1:]]
        return Content.assemble(*parts)

    def _drawn(self, hint: Hint) -> Content:
        key, word = hint.text
        drawn = Content.assemble((key, KEY), word)
        if hint == self.pointed:
            drawn = drawn.stylize(POINTED)
        return drawn if hint.is_on else drawn.stylize(OFF)

    # ---- the mouse

    def _at(self, column: int) -> Hint | None:
        """Give the hint that stands at a column."""
        for start, hint in reversed(self.places):
            if start <= column:
                return hint if column < start + hint.width else None
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which hint would be clicked, and what it does."""
        self._point_at(self._at(event.x))

    def on_leave(self) -> None:
        """Show none."""
        self._point_at(None)

    def _point_at(self, hint: Hint | None) -> None:
        if hint != self.pointed:
            self.pointed = hint
            self.tooltip = str(hint.about) if hint else None
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Do as if the key were pressed."""
        hint = self._at(event.x)
        if hint is not None and hint.is_on:
            self.app.simulate_key(hint.key)
        elif hint is not None:
            self.app.bell()


def _that_fit(hints: list[Hint], room: int) -> list[Hint]:
    """Give the hints for which there is room, in their order; that of the help comes first."""
    taken = []
    for hint in sorted(hints, key=lambda hint: hint.action != HELP):
        if hint.width <= room:
            room -= hint.width
            taken.append(hint)
    return [hint for hint in hints if hint in taken]
