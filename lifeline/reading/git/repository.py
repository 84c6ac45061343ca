"""What git keeps: versions by name, the files in each, and what every one of them holds."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lifeline.errors import LifelineError
from lifeline.reading.git.asking import ask, asked, conversation
from lifeline.reading.limits import FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

FILE_MODES = ("100644", "100755")
LIST_TREE = ("ls-tree", "--full-tree", "-r", "-l", "-z")
OWN_WORDS = ("--no-ext-diff", "--no-textconv", "--no-color")
"""For differences: no program of somebody else's has a say."""

SHALLOW = (
    " This copy of the repository holds its last commits only: fetch the others with 'git fetch"
    " --unshallow', or on GitHub with 'fetch-depth: 0' in the step that checks out."
)


class Blob(NamedTuple):
    """A file as git keeps it; ``path`` counts from the folder that was asked for."""

    path: tuple[str, ...]
    name: str
    size: int


class Commit(NamedTuple):
    """A version; ``day`` is the one that its committer's clock showed."""

    name: str
    day: date
    subject: str


class Repository:
    """The repository that a folder is in.

    Paths are given and taken from its root, with ``/``, as text that ``os.fsencode`` turns into the
    bytes that git has.
    """

    def __init__(self, folder: str = "") -> None:
        """Find it.

        Raises:
            LifelineError: when there is no git, or no repository, or git does not trust it.
        """
        self.folder = folder or "."
        self.is_shallow = ask(self.folder, "rev-parse", "--is-shallow-repository") == b"true\n"

    @property
    def root(self) -> str:
        """The folder that its files are in.

        Raises:
            LifelineError: when it has none, as a repository on a server.
        """
        return os.fsdecode(ask(self.folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))

    def inner(self, path: str) -> str:
        """Give the path of a file or folder from the root, "" for the root; a link stays itself."""
        above, name = os.path.split(os.path.abspath(path))
        place = os.path.join(os.path.realpath(above), name)
        inner = os.path.relpath(place, os.path.realpath(self.root)).replace(os.sep, "/")
        return "" if inner == "." else inner

    def commit(self, revision: str) -> Commit:
        """Give the version that somebody names.

        Raises:
            LifelineError: when there is none of that name.
        """
        name = self._name_of(revision)
        return commit_of(name, ask(self.folder, "show", "-s", "--format=%cs %s", name))

    def _name_of(self, revision: str) -> str:
        found = None
        if not revision.startswith("-"):  # else git takes it for an option
            words = ("rev-parse", "--verify", f"{revision}^{{commit}}")
            found = asked(self.folder, *words)
        if found is None:
            raise LifelineError(
                f"lifeline: {revision} is no commit, branch or tag of {self._called()}."
                f"{SHALLOW if self.is_shallow else ''}"
            )
        return found.decode().strip()

    def _called(self) -> str:
        """Name the repository: this one, where one stands in it, else by where it is."""
        told = asked(self.folder, "rev-parse", "--show-toplevel") or b""
        root = os.fsdecode(told.removesuffix(b"\n"))
        way = os.path.relpath(root) if root else os.curdir
        is_around = all(name in {os.curdir, os.pardir} for name in way.split(os.sep))
        return "this git repository" if is_around else f"the git repository {way}"

    def files(self, commit: str, path: str = "") -> list[Blob]:
        """Give the files that a version has in a folder and the folders in it, or the file there.

        Their paths count from the root. Links and other repositories are passed over.
        """
        return _listed(ask(self.folder, *LIST_TREE, commit, *(["--", path] if path else [])))

    def files_beside(self, revision: str, parent: str, own: str) -> list[Blob]:
        """Give the files in the folder that a folder is in; their paths count from there.

        Args:
            revision: the version.
            parent: the folder, from the root of the repository, or with ``./`` from here.
            own: what has to be in it.

        Raises:
            LifelineError: when there is no such version or folder.
        """
        commit = self._name_of(revision)
        above = f"{parent}/" if parent else ""  # git takes ./ for here, and . for nothing
        is_there = asked(self.folder, "cat-file", "-e", f"{commit}:{above}{own}") is not None
        listed = asked(self.folder, *LIST_TREE, f"{commit}:{above}") if is_there else None
        if listed is None:
            raise LifelineError(
                f"lifeline: {revision} has no folder {above}{own}. Expected its path from the root"
                " of the repository, or with ./ from here."
            )
        return _listed(listed)

    def contents(self, blobs: Iterable[Blob]) -> list[bytes]:
        """Give what files hold, in order; of what is too large only as much as shows that it is.

        Raises:
            LifelineError: when git has the name of one only, as in a partial or damaged copy.
        """
        with conversation(self.folder, "cat-file", "--batch") as git:
            assert git.stdin is not None, "there is something to write to"
            assert git.stdout is not None, "there is something to read from"
            found = []
            for blob in blobs:
                git.stdin.write(f"{blob.name}\n".encode())
                git.stdin.flush()
                found.append(_content(git.stdout, blob))
        return found

    def changed_since(self, revision: str) -> list[str]:
        """Give the files that are otherwise in the work tree than in a version, or new, or gone.

        What git is told to ignore is not among them.

        Raises:
            LifelineError: when there is no version of that name.
        """
        commit, root = self._name_of(revision), self.root
        words = ("--no-renames", "--ignore-submodules", "--name-only", "-z")
        known = ask(root, "diff", *OWN_WORDS, *words, commit)
        new = ask(root, "ls-files", "--others", "--exclude-standard", "-z")
        return sorted({os.fsdecode(path) for path in (known + new).split(b"\0") if path})

    def present(self) -> list[str]:
        """Give the files that are in the work tree or known to git, but for what it ignores."""
        words = ("--cached", "--others", "--exclude-standard", "-z")
        told = ask(self.root, "ls-files", *words)
        return sorted({os.fsdecode(path) for path in told.split(b"\0") if path})

    def parted_from(self, revision: str) -> str:
        """Give the name of the last version that a version and the one checked out have in common.

        Raises:
            LifelineError: when there is none, or no version of that name.
        """
        found = asked(self.folder, "merge-base", self._name_of(revision), "HEAD")
        if found is None:
            more = SHALLOW if self.is_shallow else ""
            raise LifelineError(
                f"lifeline: {revision} and what is checked out have no commit in common here.{more}"
            )
        return found.decode().strip()

    def renamed(self, old: str, new: str | None, path: str) -> str | None:
        """Give the name that a file has in an older version, if git takes it for renamed since.

        Args:
            old: the older version.
            new: the newer one; None for the work tree.
            path: what the file is called in the newer one.
        """
        words = ("--find-renames", "--diff-filter=R", "--name-status", "-z")
        told = ask(self.folder, "diff", *OWN_WORDS, *words, old, *([new] if new else []))
        words_told = list(map(os.fsdecode, told.split(b"\0")))
        names = zip(words_told[1::3], words_told[2::3], strict=True)
        return next((before for before, after in names if after == path), None)


def commit_of(name: str, told: bytes) -> Commit:
    """Give a commit by its name, and what git told: its day, a space, and its subject."""
    day, _, subject = told.decode("utf-8", "replace").strip().partition(" ")
    return Commit(name, date.fromisoformat(day), subject)


def _listed(told: bytes) -> list[Blob]:
    return [blob for entry in told.split(b"\0") if entry for blob in _parsed(entry)]


def _parsed(entry: bytes) -> Iterator[Blob]:
    """Read one line of ``git ls-tree -l``; what is no ordinary file is passed over."""
    head, _, path = entry.partition(b"\t")
    mode, _, name, size = head.decode().split()
    if mode in FILE_MODES:
        known = int(size) if size.isdigit() else 0  # BAD where the content is missing
        yield Blob(tuple(os.fsdecode(path).split("/")), name, known)


def _content(stream: IO[bytes], blob: Blob) -> bytes:
    """Read what ``git cat-file --batch`` answers: a name, a kind, a size; the bytes; a line end."""
    head = stream.readline().split()
    if len(head) != 3:  # noqa: PLR2004
        raise LifelineError(
            f"lifeline: git cannot give the content of {'/'.join(blob.path)}. Expected a whole"
            " copy of the repository. Fetch what is missing, or name a folder instead."
        )
    left = int(head[2]) + 1
    data = stream.read(min(left - 1, FILE_BYTES + 1))
    left -= len(data)
    while left and (passed_over := stream.read(min(left, FILE_BYTES))):
        left -= len(passed_over)
    return data
