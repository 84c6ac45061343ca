"""Reads a version of a set out of git, as ``REV:FOLDER``, without touching the work tree."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from lifeline.errors import LifelineError, UsageError
from lifeline.reading.limits import FOLDER_BYTES
from lifeline.reading.sets import TEXT_FOLDER, too_large
from lifeline.reading.shelves import SET_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_MODES = ("100644", "100755")
OWN = "set"
"""The folder that a set is put into, where git has it at the root."""


class _Blob(NamedTuple):
    """A file as git keeps it; ``path`` counts from the folder that the set's folder is in."""

    path: tuple[str, ...]
    name: str
    size: int


def is_revision(name: str) -> bool:
    """Whether a name means a version in git; a folder that has this very name wins."""
    return ":" in name and not os.path.isdir(name)


@contextmanager
def checked_out(name: str) -> Iterator[str]:
    """Give a folder for a while that holds a set's files as git has them.

    With them are the sets beside it, where it extends one.

    Args:
        name: ``REV:FOLDER``; the folder counts from the root of the repository, or with ``./``
            from where one is.

    Raises:
        LifelineError: when there is no git, no repository, no such version, or no set in it.
    """
    revision, _, folder = name.partition(":")
    if not revision or revision.startswith("-") or folder.startswith("-"):
        raise UsageError(f"lifeline: {name} names no version. Expected one such as HEAD:my-set.")
    folder = folder.rstrip("/")
    parent, _, own = folder.rpartition("/")
    if own in ("", ".", ".."):  # nothing beside it is looked at
        parent, own = folder, ""
    blobs = _blobs(revision, parent, own)
    if not own:
        blobs, own = [blob._replace(path=(OWN, *blob.path)) for blob in blobs], OWN
    blobs = [blob for blob in blobs if _is_part(blob, own)]
    head = next((blob for blob in blobs if blob.path == (own, SET_FILE)), None)
    if head is None:
        raise LifelineError(f"{name}: holds no rubric set. Expected a file {SET_FILE} in it.")
    if b"extends" not in _git("cat-file", "blob", head.name):
        blobs = [blob for blob in blobs if blob.path[0] == own]
    if sum(blob.size for blob in blobs) > FOLDER_BYTES:
        raise too_large(name)
    with TemporaryDirectory() as place:
        for blob in blobs:
            _write(os.path.join(place, *blob.path), blob)
        try:
            yield os.path.join(place, own)
        except LifelineError as error:
            if place not in str(error):
                raise
            raise LifelineError(str(error).replace(os.path.join(place, own), name)) from error


def _write(path: str, blob: _Blob) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(_git("cat-file", "blob", blob.name))


def _is_part(blob: _Blob, own: str) -> bool:
    """Whether a file stands where those of a set do; the set may extend one beside it."""
    *folders, file = blob.path
    is_safe = all(part not in ("", ".", "..") and "\\" not in part for part in blob.path)
    in_set = len(folders) == 1 or folders[1:] == [TEXT_FOLDER]
    return is_safe and in_set and bool(own) and file.endswith(".yaml")


def _blobs(revision: str, parent: str, own: str) -> list[_Blob]:
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


def _parsed(entry: bytes) -> Iterator[_Blob]:
    """Read one line of ``git ls-tree -l``; what is no ordinary file is passed over."""
    head, _, path = entry.decode("utf-8", "replace").partition("\t")
    mode, _, name, size = head.split()
    if mode in FILE_MODES:
        yield _Blob(tuple(path.split("/")), name, int(size))


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
