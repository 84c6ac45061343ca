"""Reporters whose text of an idea hangs on nothing but that idea and the run."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment


class ByIdea:
    """A reporter that writes one idea after the other: each may be put in words elsewhere."""

    def text(self, assessment: Assessment) -> str:
        """Give what is written of one idea, also in a copy of this process."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Write it, after those before."""
        raise NotImplementedError

    def add(self, assessment: Assessment) -> None:
        """Write one idea."""
        self.put(self.text(assessment))
