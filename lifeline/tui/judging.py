"""By what ideas are judged: each by what is configured for it, in the language that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.scoring.assess import Assessor


class Judges(Protocol):
    """Gives what judges an idea; ``languages`` are those of the set's texts, its own first."""

    @property
    def languages(self) -> Sequence[str]:
        """The codes of the languages in which questions can be asked."""

    @property
    def choosing(self) -> str:
        """The words of a command line that choose the set, with a space before each."""

    @property
    def ends_with_zero(self) -> bool:
        """Whether ``lifeline score`` ends with 0 here, whatever an idea comes to."""

    def assessor(self, path: str, language: str) -> Assessor:
        """Give what judges the idea in a file.

        Args:
            path: the file; "" for none in particular.
            language: one of ``languages``; "" for the one that is configured.

        Raises:
            LifelineError: when what is configured for it cannot be read.
        """


class OneJudge:
    """Judges every idea alike, in one language."""

    languages: Sequence[str] = ()
    choosing = ""
    ends_with_zero = False

    def __init__(self, assessor: Assessor) -> None:
        self.only = assessor

    def assessor(self, path: str, language: str) -> Assessor:  # noqa: ARG002  # all alike
        """Give the one."""
        return self.only
