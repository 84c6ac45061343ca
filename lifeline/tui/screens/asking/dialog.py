"""A small dialog at a question: closing it never loses what was written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from lifeline.tui.keys import IN_DIALOG, bindings
from lifeline.tui.screens.base import HEIGHTS
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp

    Keep = Callable[[str], bool]
    """Writes a text into the idea; gives whether it could be."""


class Dialog(ModalScreen[None]):
    """Words, something to write in, and the keys for it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_DIALOG)]
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012  # as Textual declares it

    app: LifelineApp

    def __init__(self, heading: str, about: str) -> None:
        super().__init__()
        self.heading = heading
        self.about = about

    def compose(self) -> ComposeResult:
        """Lay out the words above what is written in."""
        with Vertical(id="dialog"):
            yield Words(self.heading, id="heading")
            yield Words(self.about, id="about")
            yield from self.fields()
        yield Hints(with_palette=False)

    def fields(self) -> ComposeResult:
        """Give what is written in."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        """Keep what was written also where the whole interface is left from here."""
        self.is_kept()

    def is_kept(self) -> bool:
        """Keep what was written, if it is not kept yet; give whether all of it is."""
        raise NotImplementedError

    def action_keep(self) -> None:
        """Keep what was written, and close."""
        self.action_close()

    def action_close(self) -> None:
        """Close, unless that would lose something."""
        if self.is_kept():
            self.dismiss()

    def action_leave(self) -> None:
        """Leave the interface, unless that would lose something."""
        if self.is_kept():
            self.app.leave()


class TextDialog(Dialog):
    """A dialog for one text. One that is as it was is not written again."""

    def __init__(self, heading: str, about: str, text: str, keep: Keep) -> None:
        """Take the words above it, the text so far, and what writes it into the idea."""
        super().__init__(heading, about)
        self.kept_text = self.typed = text
        self.keep = keep

    def is_kept(self) -> bool:
        """Write the text into the idea, where it is another one."""
        text = self.typed
        if text.strip() == self.kept_text.strip() or self.keep(text):
            self.kept_text = text
            return True
        return False
