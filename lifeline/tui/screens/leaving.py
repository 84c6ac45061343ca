"""Offers another name before one leaves with something that could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from lifeline.tui.keys import IN_LEAVING, bindings
from lifeline.tui.screens.file_name import FileNameDialog
from lifeline.tui.shelf import findable

if TYPE_CHECKING:
    from textual.binding import BindingType

    from lifeline.tui.sitting import Sitting

HEADING = "{path} could not be saved."
TOLD = (
    "What you said last would be lost. Type another name to save it under."
    " Or press Ctrl-D to leave without saving, Esc to stay."
)


class LeavingDialog(FileNameDialog):
    """Leaves once it is saved, or given up."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_LEAVING)]

    def __init__(self, sitting: Sitting, problem: str = "") -> None:
        """Take the idea, and what speaks against saving it, where that is known."""
        heading = problem or HEADING.format(path=sitting.file.path)
        super().__init__(heading, TOLD, "", self._save)
        self.sitting = sitting

    def _save(self, name: str) -> str:
        problem = self.sitting.save_elsewhere(findable(name))
        if not problem:
            self.app.exit()
        return problem

    def action_drop(self) -> None:
        """Leave; the file is as it was."""
        self.app.exit()

    def action_leave(self) -> None:
        """Lose nothing by a key that leaves everywhere else."""
        self.app.say("Not saved yet. Ctrl-D leaves without saving.")
