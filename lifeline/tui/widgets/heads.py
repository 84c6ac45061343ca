"""The names of columns above a list; a click on one is told to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from lifeline.tui.telling.shelf import head_at, head_lines
from lifeline.tui.widgets.page import Laid, Page

if TYPE_CHECKING:
    from textual import events


class Heads(Laid):
    """One line of names, each above its column."""

    @dataclass
    class Clicked(Message):
        """A name was clicked."""

        name: str

    def __init__(self) -> None:
        super().__init__(head_lines, classes="heads")

    def on_click(self, event: events.Click) -> None:
        """Say which."""
        at = event.get_content_offset(self)
        if at is not None:
            self.post_message(self.Clicked(head_at(at.x, Page(self.content_size.width))))
