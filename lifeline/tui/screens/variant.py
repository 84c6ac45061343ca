"""A dialog that saves what is tried as a new file; the idea itself stays as it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.reading.saving.open_file import OpenFile
from lifeline.tui.screens.file_name import FileNameDialog
from lifeline.tui.shelf import findable

if TYPE_CHECKING:
    from lifeline.walk.trial import Trial

HEADING = "Save these answers as a new file"
ABOUT = "Your idea stays as it is. Enter saves, Esc goes back."
SAVED = "Saved as {path}. Your idea is as it was."
NOT_COPIED = " Evidence that was given for other answers is only there."
THERE = "{path}: there is a file of this name. Give another one."


class VariantDialog(FileNameDialog):
    """Asks for a name, and writes the file."""

    def __init__(self, trial: Trial, path: str) -> None:
        """Take what is tried, and the file of the idea, which lends its name."""
        stem, ending = os.path.splitext(path)
        super().__init__(HEADING, ABOUT, f"{stem}-what-if{ending or '.yaml'}", self._written)
        self.trial = trial

    def _written(self, name: str) -> str:
        """Write the file; give what speaks against it, "" for nothing."""
        path = findable(name)
        if os.path.lexists(path):
            return THERE.format(path=path)
        id_ = os.path.splitext(os.path.basename(path))[0]
        problem = self.app.problem_of(lambda: OpenFile(path).write(self.trial.variant(id_)))
        if not problem:
            more = NOT_COPIED if self.trial.unbacked() else ""
            self.app.say(SAVED.format(path=path) + more)
        return problem
