"""What git is told to ignore: ``.gitignore`` from a repository's root downwards, as git reads it.

Besides them counts the repository's own ``info/exclude``, but not what its user ignores everywhere:
the same files are to be found on every machine. A file that git keeps all the same is ignored too.
"""

from __future__ import annotations

import os
import re

from lifeline.reading.files import read_found
from lifeline.reading.finding.wildcards import expression_of
from lifeline.reading.limits import FILE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

IGNORE_FILE = ".gitignore"
REPOSITORY = ".git"

GIT_LINK, COMMON = "gitdir:", "commondir"
"""In a work tree of its own ``.git`` is a file that says where the repository is."""

MARK = b"\xef\xbb\xbf"

_ABOVE = ("", os.curdir, os.pardir)
"""How a path ends that leads to the folder it begins in, or upwards."""


class Ignoring:
    """The patterns that hold in one folder, and behind them those that hold above it."""

    __slots__ = ("above", "base", "patterns")

    def __init__(self, base: str, lines: Iterable[str], above: Ignoring | None = None) -> None:
        """Read patterns.

        Args:
            base: the real path of the folder that the patterns are relative to.
            lines: of a ``.gitignore``, as ``as_git_sees`` gives text.
            above: what holds where these patterns say nothing.
        """
        self.base = base
        self.patterns = [found for line in lines if (found := _pattern(line))][::-1]
        self.above = above

    def ignores(self, place: str, *, is_folder: bool) -> bool:
        """Whether what lies there is ignored, if no folder above it is."""
        layer: Ignoring | None = self
        while layer is not None:
            said = layer.says(place, is_folder=is_folder)
            if said is not None:
                return said
            layer = layer.above
        return False

    def says(self, place: str, *, is_folder: bool) -> bool | None:
        """Give what the last pattern that matches says; None where none does.

        Of the folder itself, and of those that it is in, no pattern says anything.
        """
        if not self.patterns:
            return None
        path = as_git_sees(_inner(place, self.base))
        name = path.rpartition("/")[2]
        if name in _ABOVE:
            return None
        for pattern in self.patterns:
            if pattern.matches(path, name, is_folder=is_folder):
                return not pattern.is_negated
        return None


class _Pattern:
    """One line: what it matches, and whether it is about names, folders, or what is not ignored."""

    __slots__ = ("is_negated", "match", "of_folders", "of_names")

    def __init__(self, text: str, *, is_negated: bool) -> None:
        self.is_negated = is_negated
        self.of_folders = text.endswith("/")
        text = text[:-1] if self.of_folders else text
        self.of_names = "/" not in text
        self.match = re.compile(expression_of(text.removeprefix("/"))).match

    def matches(self, path: str, name: str, *, is_folder: bool) -> bool:
        if self.of_folders and not is_folder:
            return False
        return self.match(name if self.of_names else path) is not None


def as_git_sees(path: str) -> str:
    """Give a path with a sign for each byte, and ``/`` on every system: git knows of no letters."""
    shown = path if path.isascii() else os.fsencode(path).decode("latin-1")
    return shown.replace(os.sep, "/")


def _inner(place: str, base: str) -> str:
    """Give the path from a folder; ``os.path.relpath`` would take ten times as long."""
    above = os.path.join(base, "")
    return place[len(above) :] if place.startswith(above) else os.path.relpath(place, base)


def ignoring_at(folder: str) -> Ignoring | None:
    """Give what holds in a folder, from the root of the repository it is in; None outside of one.

    Args:
        folder: its real path.
    """
    root = root_above(folder)
    if root is None:
        return None
    found: Ignoring | None = _own_of(root)
    for name in filter(None, folder.removeprefix(root).split(os.sep)):
        root = os.path.join(root, name)
        found = within(root, found)
    return found


def within(folder: str, above: Ignoring | None) -> Ignoring | None:
    """Give what holds in a folder, where something holds in the one that it is in."""
    if os.path.lexists(os.path.join(folder, REPOSITORY)):
        return _own_of(folder)
    lines = _lines(os.path.join(folder, IGNORE_FILE)) if above else []
    return Ignoring(folder, lines, above) if lines else above


def root_above(folder: str) -> str | None:
    """Give the root of the git repository that a folder is in; None where it is in none."""
    while not os.path.lexists(os.path.join(folder, REPOSITORY)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _own_of(root: str) -> Ignoring:
    """Give what holds in the root of a repository."""
    exclude = os.path.join(_repository_of(root), "info", "exclude")
    own = Ignoring(root, _lines(exclude))
    return Ignoring(root, _lines(os.path.join(root, IGNORE_FILE)), own)


def _repository_of(root: str) -> str:
    """Give the folder in which git keeps what belongs to a repository as a whole."""
    own = os.path.join(root, REPOSITORY)
    if os.path.isdir(own):
        return own
    for line in _lines(own):
        if line.startswith(GIT_LINK):
            place = os.path.join(root, line.removeprefix(GIT_LINK).strip())
            shared = _lines(os.path.join(place, COMMON))
            return os.path.join(place, shared[0]) if shared else place
    return own


def _lines(file: str) -> list[str]:
    """Give the lines of a file of patterns; none where it cannot be read, or is far too large.

    Git does not follow a ``.gitignore`` that is a link.
    """
    if os.path.islink(file):
        return []
    try:
        data = read_found(file)
    except OSError:
        return []
    if data is None or len(data) > FILE_BYTES:
        return []
    text = data.removeprefix(MARK).decode("latin-1")
    return [line.removesuffix("\r") for line in text.split("\n")]


def _pattern(line: str) -> _Pattern | None:
    """Read a line; None where it is empty or a comment."""
    if line.startswith("#"):
        return None
    is_negated = line.startswith("!")
    text = _without_end(line[1:] if is_negated else line)
    return _Pattern(text, is_negated=is_negated) if text else None


def _without_end(line: str) -> str:
    """Take away the spaces at the end, but for one that stands behind a backslash."""
    bare = line.rstrip(" ")
    slashes = len(bare) - len(bare.rstrip("\\"))
    return f"{bare} " if slashes % 2 and len(bare) < len(line) else bare
