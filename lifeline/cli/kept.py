"""The idea files that git keeps of a folder, also in submodules at the commit that is pinned."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lifeline.cli.talk import say
from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.git.repository import Repository
from lifeline.reading.git.submodules import is_here, pins

if TYPE_CHECKING:
    from lifeline.reading.git.repository import Blob

    Files = dict[str, tuple[bytes, str]]
    """By the path in the folder, the bytes and the name that is shown; "" for the one file."""


def kept_in(repository: Repository, commit: str, inner: str, called: str) -> Files:
    """Give the idea files that a version has in a folder, or the one file.

    Args:
        repository: where they are kept.
        commit: the version.
        inner: the folder or file, from the root.
        called: what somebody calls the version.
    """
    blobs = repository.files(commit, inner)
    if [blob.path for blob in blobs] == [tuple(inner.split("/"))]:
        return {"": (repository.contents(blobs)[0], shown(blobs[0]))}
    return _below(repository, commit, inner, called)


def _below(repository: Repository, commit: str, inner: str, called: str) -> Files:
    """Give the idea files that a version has in a folder, and in the submodules in it."""
    above = f"{inner}/" if inner else ""
    depth = above.count("/")
    blobs = [b for b in repository.files(commit, inner) if _may_be_idea(b.path[depth:])]
    contents = repository.contents(blobs)
    found = {
        "/".join(blob.path[depth:]): (data, shown(blob))
        for blob, data, is_idea in zip(blobs, contents, _marked(contents), strict=True)
        if is_idea
    }
    for path, pinned in pins(repository, commit, inner).items():
        below = path.removeprefix(above)
        if _is_hidden(below.split("/")):
            continue
        files = _in_submodule(os.path.join(repository.root, *path.split("/")), pinned, called)
        found |= {f"{below}/{key}": (data, f"{path}/{name}") for key, (data, name) in files.items()}
    return found


def _in_submodule(root: str, commit: str, called: str) -> Files:
    """Give the idea files of a submodule; none, and say so, where its version is not here."""
    if is_here(root, commit):
        return _below(Repository(root), commit, "", called)
    say(
        f"lifeline: the git submodule {os.path.relpath(root)} does not hold the commit {commit[:8]}"
        f" that {called} names, so ideas in it are left out of {called}."
    )
    return {}


def _may_be_idea(path: tuple[str, ...]) -> bool:
    *folders, name = path
    return is_yaml(name) and not _is_hidden(folders)


def _is_hidden(folders: list[str]) -> bool:
    return any(folder.startswith(".") for folder in folders)


def _marked(contents: list[bytes]) -> list[bool]:
    """Say which files are idea files, by the one who says so of files in folders."""
    with TemporaryDirectory() as place:
        paths = [os.path.join(place, f"{number}.yaml") for number in range(len(contents))]
        for path, data in zip(paths, contents, strict=True):
            with open(path, "wb") as file:
                file.write(data)
        found = set(find_ideas([place]).paths)
    return [path in found for path in paths]


def shown(blob: Blob) -> str:
    """Give the name of a file as text that every reader of JSON takes."""
    return os.fsencode("/".join(blob.path)).decode("utf-8", "replace")
