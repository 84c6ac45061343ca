"""One idea that somebody works on: the way through it, its file, and what it comes to."""

from __future__ import annotations

from lifeline.errors import LifelineError
from lifeline.reading.saving.disk import ChangedMeanwhile
from lifeline.reading.saving.open_file import OpenFile
from lifeline.walk.beginning import way_through

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Assessment
    from lifeline.scoring.assess import Assessor
    from lifeline.tui.screens.asking.asked import Unsaid
    from lifeline.walk.sheet import Sheet


class Sitting:
    """Keeps a way and its file together; screens ask it, and change the idea through it."""

    def __init__(self, assessor: Assessor, path: str, today: date, *, quick: bool = False) -> None:
        """Open a file, or begin a new one of that name.

        Raises:
            InvalidFile: when there is one that cannot be read.
        """
        self.assessor = assessor
        self.file = OpenFile(path)
        data, kept = self.file.held or b"", self.file.kept()
        self.way = way_through(assessor, data, path, today, kept=kept, quick=quick)
        self.is_changed_elsewhere = False
        self.unsaid: Unsaid | None = None
        """What was marked at the question that was left last, and is not an answer yet."""

    @property
    def sheet(self) -> Sheet:
        """What the idea says, and what that comes to."""
        return self.way.sheet

    @property
    def is_saved(self) -> bool:
        """Whether the file holds everything that was said."""
        return self.sheet.data == (self.file.held or b"")

    def assessment(self) -> Assessment:
        """Give everything that is said about the idea as it stands."""
        return self.sheet.assessment()

    def save(self) -> str:
        """Save; give what speaks against it, "" when all is well.

        What was said stays here until it can be saved.
        """
        self.is_changed_elsewhere = False
        self.keep()  # first: whoever is killed in between finds what fits the file on disk
        try:
            self.file.write(self.sheet.data)
        except ChangedMeanwhile as error:
            self.is_changed_elsewhere = True
            return str(error)
        except LifelineError as error:
            return f"{error} What you said is kept here as long as you stay."
        return ""

    def keep(self) -> None:
        """Keep where one stands, and what can be taken back, apart from the file."""
        self.file.keep(self.way.kept())

    def keep_place(self) -> None:
        """Keep where one stands for the next time, where there is a file that says so far."""
        if self.is_saved and self.file.held is not None:
            self.keep()

    def take_theirs(self) -> None:
        """Take the file as another program left it; what is not saved here is lost.

        Raises:
            InvalidFile: when it cannot be read as an idea file; nothing is taken then, and the
                file still counts as changed.
        """
        found = OpenFile(self.file.path)
        self.way.take_over(found.held or b"")
        self.file = found

    def speak(self, assessor: Assessor) -> None:
        """Go on with the same set in another language; answers are the same in all of them."""
        self.assessor = self.sheet.assessor = assessor
        self.sheet.compiled = assessor.compiled
        self.sheet.take(self.sheet.data)

    def save_elsewhere(self, path: str) -> str:
        """Save under a name that no file has yet; give what speaks against it, or ""."""
        try:
            file = OpenFile(path)
        except LifelineError as error:
            return str(error)
        if file.held is not None:
            return f"{path}: there is a file of this name. Give another one."
        before, self.file = self.file, file
        problem = self.save()
        if problem:
            self.file = before
        else:
            self.sheet.path = path
        return problem
