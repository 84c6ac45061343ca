"""Repositories in others: a submodule, of which the one around it pins a version."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.reading.git.asking import ask, asked

if TYPE_CHECKING:
    from lifeline.reading.git.repository import Repository

SUBMODULE = b"160000"
"""The mode of what git keeps of a submodule: the name of a commit."""


def superproject_of(root: str) -> str:
    """Give the root of the repository of which another one is a submodule; "" where it is none."""
    found = asked(root, "rev-parse", "--show-superproject-working-tree") or b""
    told = os.fsdecode(found.removesuffix(b"\n"))
    return os.path.realpath(told) if told else ""


def roots_around(root: str, here: str) -> list[str]:
    """Give the roots of the repositories that one is in as a submodule, the outermost first.

    Its own is the last. Around one that ``here`` is in, none is looked for.
    """
    found = [os.path.realpath(root)]
    while not f"{here}{os.sep}".startswith(os.path.join(found[0], "")):
        around = superproject_of(found[0])
        if not around:
            break
        found.insert(0, around)
    return found


def pins(repository: Repository, commit: str, path: str) -> dict[str, str]:
    """Give the commits that a version has of the submodules in a folder, by path from the root."""
    words = ["--", path] if path else []
    told = ask(repository.folder, "ls-tree", "--full-tree", "-r", "-z", commit, *words)
    entries = [entry.partition(b"\t") for entry in told.split(b"\0")]
    return {
        os.fsdecode(inner): head.split()[2].decode()
        for head, _, inner in entries
        if head.startswith(SUBMODULE)
    }


def pinned(repository: Repository, commit: str, root: str) -> str | None:
    """Give the commit that a version has of the submodule in a folder; None where it has none."""
    inner = repository.inner(root)
    return pins(repository, commit, inner).get(inner)


def is_here(root: str, commit: str) -> bool:
    """Say whether a folder is the root of a repository that holds a commit."""
    is_root = asked(root, "rev-parse", "--show-prefix") == b"\n"
    return is_root and asked(root, "cat-file", "-e", f"{commit}^{{commit}}") is not None
