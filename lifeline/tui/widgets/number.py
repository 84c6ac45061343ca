"""Fields of one line, in which Enter is a command; in that for a number, letters are too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from lifeline.report.terminal import safe

if TYPE_CHECKING:
    from rich.text import Text
    from textual import events
    from textual.binding import BindingType

HELP = "?"
"""The one sign that is a command everywhere, as the letters of the keyboard are."""

OURS = frozenset({"enter", "ctrl+d"})
"""Keys of a field that are commands here, and the same ones on all screens."""

EDITING = [
    replace(binding, key=keys)
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    and (keys := ",".join(key for key in binding.key.split(",") if key not in OURS))
]
"""The keys that move and delete in a field."""


class Line(Input, inherit_bindings=False):
    """A field for words; what Enter does is shown by the screen that it is on."""

    BINDINGS: ClassVar[list[BindingType]] = [*EDITING]

    def on_mount(self) -> None:
        """Show what a file holds as text, whatever signs are in it; they stay in the value."""
        self.highlighter = _harmless  # type: ignore[assignment]  # Textual calls it, no more

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines as one: Textual would take the first, and drop the others in silence."""
        lines = event.text.splitlines()
        if len(lines) > 1:
            event.text = " ".join(filter(None, map(str.strip, lines)))


def _harmless(text: Text) -> Text:
    """Show a space for each sign that could move the cursor or change colours."""
    text.plain = safe(text.plain)
    return text


class NumberField(Line):
    """A field in which ``u`` means that one does not know, and Enter answers, as everywhere."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take every sign that is no command."""
        if character is None:
            return super().check_consume_key(key, None)
        return character.isprintable() and not is_command(character)

    async def _on_key(self, event: events.Key) -> None:
        is_ours = event.is_printable and is_command(event.character or "")
        if not self.display or is_ours:
            event.prevent_default()  # it is no text; the screen may know it
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.app.run_action("screen.commit")  # what is typed after it waits for it
            return
        await super()._on_key(event)


def is_command(sign: str) -> bool:
    """Whether a sign that is typed where a number is asked for is a command.

    All others are taken, the odd ones too: who reads an answer knows what they mean, or says that
    it does not. A sign that was passed over would make another number of those around it.
    """
    return sign == HELP or (sign.isascii() and sign.isalpha())
