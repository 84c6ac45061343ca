"""The desk on which one idea lies at a time: opened by what judges it, saved, and watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.reading.saving.recent import remember
from lifeline.tui.sitting import Sitting
from lifeline.tui.watch import Watch

if TYPE_CHECKING:
    from datetime import date

    from lifeline.scoring.assess import Assessor
    from lifeline.tui.judging import Judges


class Desk:
    """Lets an idea be worked on, in one language at a time. ``sitting`` is None while none is."""

    def __init__(self, assessor: Assessor, judges: Judges, today: date, *, quick: bool) -> None:
        """Take what judges.

        Args:
            assessor: judges as long as no idea is open.
            judges: give what judges each idea.
            today: the day one looks.
            quick: whether ideas are walked through by what settles their verdict soonest.
        """
        self.assessor = assessor
        self.judges = judges
        self.today = today
        self.quick = quick
        self.sitting: Sitting | None = None
        self._eye = Watch()
        self._remembered = ""

    @property
    def is_saved(self) -> bool:
        """Whether nothing would be lost, were the idea put away."""
        return self.sitting is None or self.sitting.is_saved

    def open(self, path: str, language: str) -> None:
        """Take an idea in the place of the one that lies here; begin it where there is no file.

        Raises:
            LifelineError: when it, or what it is judged by, cannot be read; nothing has changed.
        """
        assessor = self.judges.assessor(path, language)
        self.sitting = Sitting(assessor, path, self.today, quick=self.quick)
        self.assessor, self._eye = assessor, Watch()
        self.remember()

    def speak(self, language: str) -> None:
        """Go on in another language of the set.

        Raises:
            LifelineError: when its texts cannot be read.
        """
        path = self.sitting.file.path if self.sitting else ""
        self.assessor = self.judges.assessor(path, language)
        if self.sitting is not None:
            self.sitting.speak(self.assessor)

    def save(self) -> str:
        """Save the idea; give what speaks against it, "" when all is well."""
        assert self.sitting is not None, "there is an idea"
        problem = self.sitting.save()
        self.remember()
        return problem

    def remember(self) -> None:
        """Put the idea first among those of late, once there is a file of it."""
        file = self.sitting.file if self.sitting is not None else None
        if file is not None and file.held is not None and file.path != self._remembered:
            self._remembered = file.path
            remember(file.path)

    def finds_change(self) -> bool:
        """Whether another program has changed the file; told once for each change."""
        return self.sitting is not None and self._eye.finds_change(self.sitting.file)
