"""Saves what is said in a plain talk, and asks what to do where that cannot be done."""

from __future__ import annotations

from shlex import quote

from lifeline.errors import LifelineError
from lifeline.reading.saving.disk import ChangedMeanwhile
from lifeline.reading.saving.open_file import OpenFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.plain.console import Console
    from lifeline.walk.way import Way

CHANGED = (
    "A. Take the file as it is on disk: your last change is lost. B. Save under another name. "
)
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
        return self.way.sheet.data == (self.file.held or b"")

    def save(self) -> None:
        """Save; what speaks against it is said, and what was said stays until it can be saved."""
        try:
            self.file.keep(self.way.kept())  # first: whoever is killed then finds what fits
            self.file.write(self.way.sheet.data)
        except ChangedMeanwhile as error:
            self.console.tell(str(error))
            self._settle()
        except LifelineError as error:
            self.console.tell(f"{error} What you said is kept here as long as you stay.")

    def _settle(self) -> None:
        """Ask which of two versions of the file is to stay."""
        answer = (self.console.ask(CHANGED) or "").lower()
        if answer == "a":
            self.way.sheet.take_over(self.file.read())
        elif answer == "b":
            self.elsewhere("Under which name? ")
        else:
            self.console.tell("Not saved yet. You are asked again after the next change.")

    def elsewhere(self, prompt: str) -> None:
        """Save under another name, if one is given and there is no such file yet."""
        name = self.console.ask(prompt)
        if not name:
            return
        file = OpenFile(name)
        if file.held is not None:
            self.console.tell(f"{name}: there is a file of this name. Not saved.")
            return
        self.file = file
        self.save()

    def leave(self) -> None:
        """Save for the last time, and say where everything is."""
        if not self.is_saved:
            self.save()
        if not self.is_saved:
            self.elsewhere(ELSEWHERE)
        if not self.is_saved:
            self.console.tell(f"Not saved. {self.file.path} is as it was.")
        elif self.file.held is not None:
            self.file.keep(self.way.kept())
            told = "To go on, give the same command again."
            if self.file.path != self.named:
                choosing = self.console.terminal.choosing
                again = f"lifeline walk {quote(self.file.path)} --plain{choosing}"
                told = f"To go on: {again}"
            self.console.tell(f"Everything is saved in {self.file.path}. {told}")
