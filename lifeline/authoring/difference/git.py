"""What git keeps of a version: the files in a folder, and what each of them holds."""

from __future__ import annotations

import subprocess
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

from lifeline.errors import LifelineError

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_MODES = ("100644", "100755")


class Blob(NamedTuple):
    """A file as git keeps it; ``path`` counts from the folder that the set's folder is in."""

    path: tuple[str, ...]
    name: str
    size: int


def blobs_in(revision: str, parent: str, own: str) -> list[Blob]:
    """Give the files that a version has in a folder and the folders in it."""
    _require(revision)
    above = f"{parent}/" if parent else ""  # git takes ./ for here, and . for nothing
    try:
        _git("cat-file", "-e", f"{revision}:{above}{own}")
        listed = _git("ls-tree", "--full-tree", "-r", "-l", "-z", f"{revision}:{above}")
    except subprocess.CalledProcessError:
        raise LifelineError(
            f"lifeline: {revision} has no folder {above}{own}. Expected its path from the root of"
            " the repository, or with ./ from here."
        ) from None
    return [blob for entry in listed.split(b"\0") if entry for blob in _parsed(entry)]


def _parsed(entry: bytes) -> Iterator[Blob]:
    """Read one line of ``git ls-tree -l``; what is no ordinary file is passed over."""
    head, _, path = entry.decode("utf-8", "replace").partition("\t")
    mode, _, name, size = head.split()
    if mode in FILE_MODES:
        known = int(size) if size.isdigit() else 0  # BAD where the content is missing
        yield Blob(tuple(path.split("/")), name, known)


def content_of(blob: Blob) -> bytes:
    """Give what a file holds.

    Raises:
        LifelineError: when git has the name of the file only, as in a partial or damaged copy.
    """
    try:
        return _git("cat-file", "blob", blob.name)
    except subprocess.CalledProcessError:
        raise LifelineError(
            f"lifeline: git cannot give the content of {'/'.join(blob.path)}. Expected a whole"
            " copy of the repository. Fetch what is missing, or name a folder instead."
        ) from None


def _require(revision: str) -> None:
    """Tell what is missing: git, a repository, or the version."""
    try:
        _git("rev-parse", "--git-dir")
    except subprocess.CalledProcessError:
        raise LifelineError(
            f"lifeline: {revision} cannot be read, as this folder is in no git repository."
        ) from None
    try:
        _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except subprocess.CalledProcessError:
        raise LifelineError(
            f"lifeline: {revision} is no commit, branch or tag of this git repository."
        ) from None


def _git(*words: str) -> bytes:
    """Run git and give what it prints.

    Raises:
        LifelineError: when it is not there.
        CalledProcessError: when it refuses.
    """
    program = which("git")
    if program is None:
        raise LifelineError("lifeline: git is not installed. Name two folders instead.")
    command = [program, "--no-pager", *words]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603  # no shell
