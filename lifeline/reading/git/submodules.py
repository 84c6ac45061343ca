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


def pinned(repository: Repository, commit: str, root: str) -> str | None:
    """Give the commit that a version of a repository has of a submodule; None where it has none.

    Args:
        repository: the one around it.
        commit: the version.
        root: the folder of the submodule.
    """
    inner = repository.inner(root)
    entry = ask(repository.folder, "ls-tree", "--full-tree", "-z", commit, "--", inner)
    head = entry.partition(b"\t")[0].split()
    return head[2].decode() if head[:1] == [SUBMODULE] else None


def is_here(root: str, commit: str) -> bool:
    """Say whether the repository in a folder holds a commit."""
    return asked(root, "cat-file", "-e", f"{commit}^{{commit}}") is not None
