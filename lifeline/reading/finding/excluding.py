"""What of a folder is passed over on purpose: what git ignores, and what somebody excludes."""

from __future__ import annotations

import os

from lifeline.reading.finding.ignoring import Ignoring, as_git_sees, ignoring_at, root_above, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Exclusions:
    """What is passed over. What is excluded stays so, whatever a ``.gitignore`` takes back."""

    __slots__ = ("by_git", "own")

    def __init__(self, patterns: Sequence[str] = (), base: str = "", *, by_git: bool) -> None:
        """Take what is excluded.

        Args:
            patterns: as in a ``.gitignore``.
            base: the folder that they are relative to.
            by_git: whether what git ignores is passed over too.
        """
        self.own = Ignoring(os.path.realpath(base), map(as_git_sees, patterns))
        self.by_git = by_git

    def at(self, folder: str) -> Ignoring | None:
        """Give what git ignores in a folder, by its real path."""
        return ignoring_at(folder) if self.by_git else None

    def below(self, folder: str, of_git: Ignoring | None) -> Ignoring | None:
        """Give what git ignores in a folder, from what it ignores in the one that it is in."""
        return within(folder, of_git) if self.by_git else None

    def leave_out(self, place: str, of_git: Ignoring | None, *, is_folder: bool) -> bool:
        """Whether what lies there is passed over, if no folder above it is."""
        if self.own.ignores(place, is_folder=is_folder):
            return True
        return of_git is not None and of_git.ignores(place, is_folder=is_folder)

    def leave_out_named(self, place: str, *, is_folder: bool) -> bool:
        """Whether what lies there is passed over, or a folder above it is."""
        root = root_above(os.path.dirname(place)) if self.by_git else None
        of_git: Ignoring | None = None
        for step, is_inner in _steps(place, is_folder=is_folder):
            if self.leave_out(step, of_git, is_folder=is_inner):
                return True
            if of_git or step == root:
                of_git = within(step, of_git)
        return False


def _steps(place: str, *, is_folder: bool) -> Iterator[tuple[str, bool]]:
    """Give every folder above a place from the outermost on, and the place itself."""
    steps = [place]
    while (above := os.path.dirname(steps[-1])) != steps[-1]:
        steps.append(above)
    for step in steps[:0:-1]:
        yield step, True
    yield place, is_folder
