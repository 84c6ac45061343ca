"""What changed in the repositories that idea files are in; in a submodule since it was pinned."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.cli.surroundings import is_in
from lifeline.cli.talk import say
from lifeline.reading.finding.discovery import is_marked
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.git.repository import Repository
from lifeline.reading.git.submodules import is_here, pinned, superproject_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class Changes:
    """What changed in one repository since a commit, by real paths; since none, all that is there.

    ``base`` is the commit, and ``inner`` are the paths from the root.
    """

    def __init__(self, root: str, base: str | None) -> None:
        """Ask git."""
        self.root = root
        self.repository = Repository(root)
        self.base = base
        self.inner = self.repository.changed_since(base) if base else self.repository.present()
        self.paths = {os.path.join(root, *path.split("/")) for path in self.inner}

    def gone(self, named: list[str]) -> list[str]:
        """Give the idea files that were under some paths, and are not there any more."""
        gone = {
            path
            for path in self.inner
            if is_yaml(path) and not os.path.lexists(os.path.join(self.root, path))
        }
        if not gone or not self.base:
            return []
        blobs = [b for b in self.repository.files(self.base) if "/".join(b.path) in gone]
        contents = self.repository.contents(blobs)
        ideas = [b for b, data in zip(blobs, contents, strict=True) if is_marked(data)]
        found = [os.path.join(self.root, *blob.path) for blob in ideas]
        return sorted(path for path in found if any(is_in(path, place) for place in named))


def changes_in(roots: Iterable[str], since: str) -> list[Changes]:
    """Give what changed in some repositories, and in those of which they are submodules.

    A version that is named is one of the repository around a submodule, unless one stands in the
    submodule itself.

    Raises:
        LifelineError: when a repository knows no such version.
    """
    asking = _Asking(since)
    for root in sorted(set(roots)):
        asking.changes(root)
    return [asking.known[root] for root in sorted(asking.known)]


class _Asking:
    """Asks each repository once, by its root."""

    def __init__(self, since: str) -> None:
        self.since = since
        self.here = os.path.realpath(os.curdir)
        self.known: dict[str, Changes] = {}

    def changes(self, root: str) -> Changes:
        """Give what changed in a repository; that of the one around it is known from then on."""
        if root not in self.known:
            around = "" if is_in(self.here, root) else superproject_of(root)
            base = (
                self._pinned(root, around) if around else Repository(root).parted_from(self.since)
            )
            self.known[root] = Changes(root, base)
        return self.known[root]

    def _pinned(self, root: str, around: str) -> str | None:
        """Give the commit of a submodule that was pinned; where it is not here say so."""
        outer = self.changes(around)
        base = pinned(outer.repository, outer.base, root) if outer.base else None
        if base is None:
            self._say(root, f"is not in {self.since}")
        elif not is_here(root, base):
            self._say(root, f"does not hold the commit {base[:8]} that {self.since} names")
            base = None
        return base

    def _say(self, root: str, why: str) -> None:
        shown = os.path.relpath(root)
        say(f"lifeline: the git submodule {shown} {why}, so every idea in it is judged.")
