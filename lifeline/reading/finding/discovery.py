"""Finds idea files under the paths that somebody names."""

from __future__ import annotations

import os
import re

from lifeline.reading.files import read_found
from lifeline.reading.finding.walking import LEFT_OUT, LINK, candidates
from lifeline.reading.limits import MARK_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.reading.finding.excluding import Exclusions

STDIN, STDIN_NAME = "-", "<stdin>"
"""How standard input is named on a command line, and in what is told."""

_MARK = rb"(?:^|\r)(?:\xef\xbb\xbf)?lifeline[ \t]*:"
_BASELINE = rb"^baseline: 1\r?\nset: "
"""How what is no idea file, but written by lifeline beside them, begins behind its comments."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with."""


class Found:
    """The files to judge under some paths, and what in folders is not judged; each in order.

    ``paths`` are idea files, and whatever is to be read and cannot be: the reader tells why.
    ``others`` are other YAML files; ``special`` are pipes, devices and sockets with such a name;
    ``links`` lead out of the folder, or nowhere. ``left_out`` counts what is passed over on
    purpose: files and whole folders.
    """

    __slots__ = ("left_out", "links", "others", "paths", "special")

    def __init__(
        self,
        paths: list[str],
        others: list[str],
        special: list[str],
        links: list[str],
        left_out: int,
    ) -> None:
        self.paths = paths
        self.others = others
        self.special = special
        self.links = links
        self.left_out = left_out


def find_ideas(
    paths: list[str],
    exclusions: Exclusions | None = None,
    *,
    force: bool = False,
    marked: bool = False,
) -> Found:
    """Find the files to judge: those named, and in folders those that look like idea files.

    The order of the paths does not matter, and a file reached by several of them is judged once.
    Names that begin with a dot are passed over, links to folders not followed; of links to files
    those are judged that stay in the folder, and do not lead to a file that is judged itself.

    Args:
        paths: files and folders.
        exclusions: what of folders is passed over.
        force: whether what is named is passed over, too.
        marked: whether what is named has to look like an idea file, too.
    """
    search = _Search(exclusions, force=force, marked=marked)
    for path in sorted(set(paths)):
        search.add(path)
    return search.found()


class _Search:
    """What was found so far, by where it is."""

    __slots__ = (
        "exclusions",
        "folders",
        "force",
        "ideas",
        "left_out",
        "links",
        "marked",
        "others",
        "special",
    )

    def __init__(self, exclusions: Exclusions | None, *, force: bool, marked: bool) -> None:
        self.exclusions = exclusions
        self.force = force
        self.marked = marked
        self.folders: dict[str, str] = {}
        self.ideas: dict[str, str] = {}
        self.others: dict[str, str] = {}
        self.special: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.left_out: set[str] = set()

    def add(self, path: str) -> None:
        """Take a path that is named."""
        is_folder = os.path.isdir(path)
        place = os.path.realpath(path) if is_folder else self._place(path)
        if self._leaves_out(path, place, is_folder=is_folder):
            self.left_out.add(place)
        elif is_folder:
            self._add_folder(path, place)
        elif self.marked and path != STDIN:
            self._sort(place, path)
        else:
            self.ideas.setdefault(place, path)

    def _place(self, path: str) -> str:
        """Say where a file is, however it is named; a link to a file stays a file of its own."""
        if path == STDIN:
            return path
        folder, name = os.path.split(path)
        if folder not in self.folders:
            self.folders[folder] = os.path.realpath(folder)
        return os.path.join(self.folders[folder], name)

    def _leaves_out(self, path: str, place: str, *, is_folder: bool) -> bool:
        if not (self.force and self.exclusions) or path == STDIN:
            return False
        return self.exclusions.leave_out_named(place, is_folder=is_folder)

    def _add_folder(self, folder: str, root: str) -> None:
        links = []
        for kind, place, path in candidates(folder, root, self.exclusions):
            if kind == LEFT_OUT:
                self.left_out.add(place)
            elif kind == LINK:
                links.append(path)
            else:
                self._sort(place, path)
        for path in sorted(links):
            self._add_link(path, root)

    def _add_link(self, path: str, root: str) -> None:
        """Take a link to a file as that file, if it stays in the folder."""
        place = os.path.realpath(path)
        if os.path.exists(place) and place.startswith(os.path.join(root, "")):
            self._sort(place, path)
        else:
            self.links[place] = path

    def _sort(self, place: str, path: str) -> None:
        """Take a file for what it begins like; what cannot be opened is left to the reader."""
        if place in self.ideas:
            return
        try:
            head = read_found(path, MARK_BYTES)
        except OSError:
            kind: dict[str, str] | None = self.ideas
        else:
            kind = self._kind(path, head)
        if kind is not None:
            kind.setdefault(place, path)

    def _kind(self, path: str, head: bytes | None) -> dict[str, str] | None:
        """Say what a file that begins so is; None for a baseline, which need not be told of."""
        if head is None:
            is_closed = os.path.isdir(path)  # a folder that could not be searched
            return self.ideas if is_closed else self.special
        if is_marked(head):
            return self.ideas
        return None if is_baseline(head) else self.others

    def found(self) -> Found:
        """Give what was found, each in order."""
        return Found(
            sorted(self.ideas.values()),
            _without(self.others, self.ideas),
            _without(self.special, self.ideas),
            _without(self.links, self.ideas),
            len(self.left_out),
        )


def _without(kind: dict[str, str], ideas: dict[str, str]) -> list[str]:
    return sorted(path for place, path in kind.items() if place not in ideas)


def is_marked(head: bytes) -> bool:
    """Whether a file that begins so is an idea file."""
    head = head[:MARK_BYTES]
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", "ignore").encode()
    return re.search(_MARK, head, re.MULTILINE) is not None


def is_baseline(head: bytes) -> bool:
    """Whether a file that begins so is a baseline."""
    return re.search(_BASELINE, head, re.MULTILINE) is not None
