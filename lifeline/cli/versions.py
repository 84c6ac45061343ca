"""Which version of a file's repository is meant by a name: of a submodule the one pinned."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.cli.kept import kept_in
from lifeline.cli.sides import folder_of
from lifeline.errors import LifelineError
from lifeline.reading.git.repository import SHALLOW, Repository
from lifeline.reading.git.submodules import is_here, pinned, roots_around

if TYPE_CHECKING:
    from lifeline.cli.kept import Files
    from lifeline.reading.git.repository import Commit


class Versions:
    """The versions of what is at a path.

    One that somebody names is a version of ``around``, the repository around the submodule that
    the path is in, unless one stands in the submodule itself. ``repository`` is the path's own.
    """

    def __init__(self, path: str) -> None:
        """Find the repositories.

        Raises:
            LifelineError: when there is no git, or no repository, or git does not trust it.
        """
        self.repository = Repository(folder_of(path))
        self.inner = self.repository.inner(path)
        self.roots = roots_around(self.repository.root, os.path.realpath(os.curdir))
        is_inside = len(self.roots) > 1
        self.around = Repository(self.roots[0]) if is_inside else self.repository
        self.before = f"{self.around.inner(self.roots[-1])}/" if is_inside else ""
        """What stands before the names of files, from the root of the repository around."""

    def commit(self, revision: str) -> Commit:
        """Give the version that somebody names.

        Raises:
            LifelineError: when there is none of that name.
        """
        try:
            return self.around.commit(revision)
        except LifelineError as error:
            if self.around is self.repository:
                raise
            here = _called(self.roots[-1])
            told = f"{error} To name a version of the git submodule {here}, go into it first."
            raise LifelineError(told) from error

    def own(self, commit: str, called: str) -> str | None:
        """Give the version of the path's own repository that is meant; None where there is none.

        Args:
            commit: of the repository around.
            called: what somebody calls it.

        Raises:
            LifelineError: when a submodule does not hold what is pinned of it.
        """
        repository = self.around
        for root in self.roots[1:]:
            inner = pinned(repository, commit, root)
            if inner is None:
                return None
            repository, commit = Repository(root), inner
            if not is_here(root, commit):
                raise LifelineError(
                    f"lifeline: the git submodule {_called(root)} does not hold the commit"
                    f" {commit[:8]} that {called} names. Fetch it there."
                    f"{SHALLOW if repository.is_shallow else ''}"
                )
        return commit

    def files(self, commit: Commit, called: str) -> Files:
        """Give the idea files that a version has at the path.

        Raises:
            LifelineError: when git does not hold what it knows of.
        """
        own = self.own(commit.name, called)
        return self._kept(own, self.inner, called) if own else {}

    def files_renamed(self, old: Commit, new: Commit | None, called: str) -> Files:
        """Give the file at the path as an older version has it by another name.

        Args:
            old: the older version.
            new: the newer one; None for the work tree.
            called: what somebody calls the older one.
        """
        before, after = self.own(old.name, called), new and self.own(new.name, called)
        if before is None or (new and after is None):
            return {}
        earlier = self.repository.renamed(before, after, self.inner)
        return self._kept(before, earlier, called) if earlier else {}

    def _kept(self, commit: str, inner: str, called: str) -> Files:
        kept = kept_in(self.repository, commit, inner, called)
        return {key: (data, f"{self.before}{name}") for key, (data, name) in kept.items()}


def _called(root: str) -> str:
    return os.path.relpath(root)
