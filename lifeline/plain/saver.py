"""Saves what is said in a plain talk, and asks what to do where that cannot be done."""

from __future__ import annotations

import os
from shlex import quote

from lifeline.errors import LifelineError, UsageError
from lifeline.reading.saving.disk import ChangedMeanwhile
from lifeline.reading.saving.open_file import OpenFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.plain.console import Console
    from lifeline.walk.way import Way

CHANGED = (
    "A. Take the file as it is on disk: your last change is lost. B. Save under another name. "
)
AGAIN = "A. Save it there again. B. Save under another name. "
GONE = "{path}: it is no longer there."
NOT_YET = "Not saved yet. You are asked again after the next change."
ELSEWHERE = "Another name to save it under, or nothing to leave without saving: "


class Saver:
    """Keeps a way and its file together."""

    def __init__(self, console: Console, way: Way, file: OpenFile) -> None:
        self.console = console
        self.way = way
        self.file = file
        self.named = file.path
        """The file that the command names."""

    @property
    def is_saved(self) -> bool:
        """Whether the file holds everything that was said."""
        return self.way.sheet.data == (self.file.held or b"") and not self._is_gone

    @property
    def _is_gone(self) -> bool:
        """Whether there was a file, and it is no longer there."""
        return self.file.held is not None and not os.path.lexists(self.file.path)

    def save(self) -> None:
        """Save; what speaks against it is said, and what was said stays until it can be saved."""
        try:
            self.file.keep(self.way.kept())  # first: whoever is killed then finds what fits
            self.file.write(self.way.sheet.data)
        except ChangedMeanwhile as error:
            self.console.tell(str(error))
            self._settle()
            if not self.is_saved:
                self.console.tell(NOT_YET)
        except LifelineError as error:
            self.console.tell(f"{error} What you said is kept here as long as you stay.")

    def _settle(self) -> None:
        """Ask which of two versions of the file is to stay."""
        is_gone = self._is_gone
        answer = (self.console.ask(AGAIN if is_gone else CHANGED) or "").lower()
        if answer == "a" and is_gone:
            self.file.held = None
            self.save()
        elif answer == "a":
            self._take_theirs()
        elif answer == "b":
            self.elsewhere("Under which name? ")

    def _take_theirs(self) -> None:
        """Take the file as another program left it; nothing is taken where it cannot be read."""
        try:
            found = OpenFile(self.file.path)
            if found.held is not None:
                self.way.take_over(found.held)
                self.file = found
        except LifelineError as error:
            self.console.tell(str(error))

    def elsewhere(self, prompt: str) -> None:
        """Save under another name; asks until that is done, or nothing is typed."""
        name = self.console.ask(prompt)
        while name and not self._is_saved_as(name):
            name = self.console.ask(prompt)

    def _is_saved_as(self, name: str) -> bool:
        """Save in a file that is not there yet; say what speaks against it."""
        try:
            file = OpenFile(name)
            if file.held is not None:
                raise UsageError(f"{name}: there is a file of this name. Give another one.")
            file.write(self.way.sheet.data)
        except LifelineError as error:
            self.console.tell(str(error))
            return False
        self.file, self.way.sheet.path = file, name
        return True

    def leave(self) -> None:
        """Save for the last time, and say where everything is."""
        if self._is_gone:
            self.console.tell(GONE.format(path=self.file.path))
            self._settle()
        elif not self.is_saved:
            self.save()
        if not self.is_saved:
            self.elsewhere(ELSEWHERE)
        if not self.is_saved:
            is_there = os.path.lexists(self.file.path)
            still = f"{self.file.path} is as it was." if is_there else "There is no such file."
            self.console.tell(f"Not saved. {still}")
        elif self.file.held is not None:
            self.file.keep(self.way.kept())
            told = "To go on, give the same command again."
            if self.file.path != self.named:
                choosing = self.console.terminal.choosing
                again = f"lifeline walk {quote(self.file.path)} --plain{choosing}"
                told = f"To go on: {again}"
            self.console.tell(f"Everything is saved in {self.file.path}. {told}")
