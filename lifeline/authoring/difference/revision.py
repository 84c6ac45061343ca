"""Reads a version of a set out of git, as ``REV:FOLDER``, without touching the work tree."""

from __future__ import annotations

import os
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lifeline.authoring.difference.side import written
from lifeline.compiling.names import Spot
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.git.repository import Repository
from lifeline.reading.limits import FOLDER_BYTES
from lifeline.reading.sets import MOST_BASES, TEXT_FOLDER, too_large
from lifeline.reading.shelves import SET_FILE
from lifeline.reading.validation import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.reading.git.repository import Blob

OWN = "set"
"""The folder that a set is put into, where git has it at the root."""


def is_revision(name: str) -> bool:
    """Whether a name means a version in git; a folder that has this very name wins."""
    return ":" in name and not os.path.isdir(name)


@contextmanager
def checked_out(name: str, place: str = "") -> Iterator[str]:
    """Give a folder for a while that holds a set's files as git has them.

    With them are those of the sets beside it on which it stands.

    Args:
        name: ``REV:FOLDER``; the folder counts from the root of the repository, or with ``./``
            from where one is.
        place: a folder of the repository, where it is not the one that one is in.

    Raises:
        LifelineError: when there is no git, no repository, no such version, or no set in it.
    """
    repository = Repository(place)
    blobs, own, above = _parts(repository, name)
    if sum(blob.size for blob in blobs) > FOLDER_BYTES:
        raise too_large(name)
    with TemporaryDirectory() as there:
        for blob, data in zip(blobs, repository.contents(blobs), strict=True):
            _write(os.path.join(there, *blob.path), data)
        try:
            yield os.path.join(there, own)
        except LifelineError as error:
            if there not in str(error):
                raise
            told = str(error).replace(os.path.join(there, own), name.rstrip("/"))
            raise LifelineError(told.replace(os.path.join(there, ""), above)) from error


def _parts(repository: Repository, name: str) -> tuple[list[Blob], str, str]:
    """Give the files of a set in git, the folder to put it into, and what git calls that above."""
    revision, _, folder = name.partition(":")
    if not revision or revision.startswith("-") or folder.startswith("-"):
        raise UsageError(f"lifeline: {name} names no version. Expected one such as HEAD:my-set.")
    folder = folder.rstrip("/")
    parent, _, own = folder.rpartition("/")
    if own in ("", ".", ".."):  # nothing beside it is looked at
        parent, own = folder, ""
    blobs = repository.files_beside(revision, parent, own)
    if not own:
        blobs, own = [blob._replace(path=(OWN, *blob.path)) for blob in blobs], OWN
    blobs = [blob for blob in blobs if _is_part(blob, own)]
    if not any(blob.path == (own, SET_FILE) for blob in blobs):
        raise LifelineError(f"{name}: holds no rubric set. Expected a file {SET_FILE} in it.")
    chain = _chain(repository, blobs, own)
    above = f"{revision}:{parent}/" if parent else f"{revision}:"
    return [blob for blob in blobs if blob.path[0] in chain], own, above


def shown_as(name: str, folder: str, file: str) -> str:
    """Give the name that a file out of git has in messages, so that it leads to its place.

    Args:
        name: ``REV:FOLDER``.
        folder: where the set's files are for a while, as ``checked_out`` gave it.
        file: a file's name counted from there; that of a shipped set leads out of git's files.
    """
    if not file.startswith(".."):
        return file
    path = os.path.normpath(os.path.join(folder, file))
    place = os.path.join(os.path.dirname(folder), "")
    if not path.startswith(place):
        return path
    revision, _, inner = name.partition(":")
    beside = path.removeprefix(place).replace(os.sep, "/")
    is_at_root = "/" not in inner.rstrip("/")  # there one step up leads out of the revision too
    return f"../{revision.rpartition('/')[2]}:{beside}" if is_at_root else f"../{beside}"


def _chain(repository: Repository, blobs: list[Blob], own: str) -> list[str]:
    """Give the folders of a set and of those beside it on which it stands, nearest first."""
    heads = {blob.path[0]: blob for blob in blobs if blob.path[1:] == (SET_FILE,)}
    chain = [own]
    while len(chain) <= MOST_BASES and heads[chain[-1]].size <= FOLDER_BYTES:
        (data,) = repository.contents([heads[chain[-1]]])
        source = Source(SET_FILE, data)
        base = written(Spot(source, ("extends", "set")))
        if base not in heads or base in chain:
            break
        chain.append(base)
    return chain


def _write(path: str, data: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def _is_part(blob: Blob, own: str) -> bool:
    """Whether a file stands where those of a set do; the set may extend one beside it."""
    *folders, file = blob.path
    is_safe = all(part not in ("", ".", "..") and "\\" not in part for part in blob.path)
    in_set = len(folders) == 1 or folders[1:] == [TEXT_FOLDER]
    return is_safe and in_set and bool(own) and file.endswith(".yaml")
