"""Shows that another program has changed the file, in what, and lets one choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from lifeline.tui.keys import IN_CONFLICT, bindings
from lifeline.tui.screens.file_name import FileNameDialog
from lifeline.tui.shelf import findable
from lifeline.tui.watch import difference, on_disk
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp
    from lifeline.tui.sitting import Sitting

CHANGED = "Another program has changed {path}. Nothing was overwritten."
GONE = "{path} is no longer there. What you said is still here."
SAME = "{path} is again as it is here."
ELSEWHERE = "{path} stays as it is on disk. Enter saves, Esc goes back."


class ConflictDialog(ModalScreen[None]):
    """Nothing is written, and nothing forgotten, before one chooses."""

    CSS_PATH = "message.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_CONFLICT)]

    app: LifelineApp

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def compose(self) -> ComposeResult:
        """Lay out what happened, the lines that differ, and what one can do."""
        with Vertical(id="message"):
            yield Words(id="happened")
            with VerticalScroll(id="lines"):
                yield Words(id="differing")
            yield Words(id="offered")
        yield Hints(with_palette=False)

    def on_mount(self) -> None:
        """Look at the file."""
        self.query_one("#lines").focus()
        self.look()

    def look(self) -> None:
        """Show what the file holds by now."""
        path, theirs = self.sitting.file.path, on_disk(self.sitting.file)
        mine = self.sitting.sheet.data
        told = GONE if theirs is None else SAME if theirs == mine else CHANGED
        lines = difference(mine, theirs) if theirs is not None else []
        self.query_one("#happened", Words).say(told.format(path=path))
        self.query_one("#differing", Words).say("\n".join(lines))
        self.query_one("#lines").display = bool(lines)
        self.query_one("#offered", Words).say("\n".join(_offered(theirs)))

    async def action_theirs(self) -> None:
        """Take the file as it is; where it is gone, write it again."""
        if on_disk(self.sitting.file) is None:
            self.sitting.file.held = None
            done = self.app.tried(self._save)
        else:
            done = self.app.tried(self.sitting.take_theirs)
        if done:
            self.dismiss()
        else:
            self.look()

    def _save(self) -> None:
        self.app.say(self.sitting.save() or f"Saved in {self.sitting.file.path}.")

    def action_mine(self) -> None:
        """Keep what was said here under another name."""
        about = ELSEWHERE.format(path=self.sitting.file.path)
        dialog = FileNameDialog("Keep yours under another name", about, "", self._keep)
        self.app.push_screen(dialog, self._is_named)

    def _keep(self, name: str) -> str:
        problem = self.sitting.save_elsewhere(findable(name))
        if not problem:
            self.app.say(f"Saved in {self.sitting.file.path}.")
        return problem

    def _is_named(self, _: None) -> None:
        if self.sitting.is_saved:
            self.dismiss()

    def action_again(self) -> None:
        """Look at the file again."""
        self.look()

    def action_close(self) -> None:
        """Decide later."""
        if not self.sitting.is_saved:
            self.app.say("Not saved yet. You are asked again after the next change.")
        self.dismiss()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave_unsaved()


def _offered(theirs: bytes | None) -> list[str]:
    if theirs is None:
        return ["A. Save it there again.", "B. Save it under another name.", "C. Look again."]
    return [
        "A. Take the file as it is on disk: lines marked 'here' are lost.",
        "B. Keep yours under another name.",
        "C. Look again.",
    ]
