"""The versions of one file that git keeps, also from before it was renamed, the oldest first."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from lifeline.reading.git.asking import ask, asked
from lifeline.reading.git.repository import FILE_MODES, OWN_WORDS, Blob, commit_of

if TYPE_CHECKING:
    from lifeline.reading.git.repository import Commit, Repository

LOG = ("log", "--follow", "-M", "-c", "--raw", "--no-abbrev", "-z", "--format=%x01%H %cs %s")
COMMIT = re.compile(rb"(?:\A|\0)\x01(?=[0-9a-f]{40,64} \d{4}-\d\d-\d\d )")
CHANGE = re.compile(rb"\n?:[0-7]{6} ([0-7]{6}) [0-9a-f]+ ([0-9a-f]+) [A-Z][0-9]*\0([^\0]+)")


class Version(NamedTuple):
    """What a commit made of a file; ``blob`` is None where it took the file away."""

    commit: Commit
    blob: Blob | None


def history_of(repository: Repository, path: str) -> list[Version]:
    """Give the versions of a file up to where one is, one for each commit that changed its bytes.

    Args:
        repository: where the file is.
        path: the file's, from the root.
    """
    told = asked(repository.root, *LOG, *OWN_WORDS, "--", path)
    if told is None:
        return []  # there is no commit yet
    found: list[Version] = []
    for entry in COMMIT.split(told)[1:]:
        head, _, change = entry.partition(b"\0")
        name, _, rest = head.partition(b" ")
        commit, changed = commit_of(name.decode(), rest), CHANGE.match(change)
        if changed is None:  # a merge that made something of its own
            found.append(Version(commit, _at(repository, commit, path)))
            continue
        found.append(Version(commit, _blob(changed, path)))
        path = os.fsdecode(changed[3])  # what it was called before
    return _without_repeats(found[::-1])


def commits_since(repository: Repository, revision: str) -> set[str]:
    """Give the names of the commits that came after a version.

    Raises:
        LifelineError: when there is no version of that name.
    """
    then = repository.commit(revision).name
    return set(ask(repository.folder, "rev-list", f"{then}..HEAD").decode().split())


def _blob(changed: re.Match[bytes], path: str) -> Blob | None:
    is_file = changed[1].decode() in FILE_MODES
    return Blob(tuple(path.split("/")), changed[2].decode(), 0) if is_file else None


def _at(repository: Repository, commit: Commit, path: str) -> Blob | None:
    return next(iter(repository.files(commit.name, path)), None)


def _without_repeats(versions: list[Version]) -> list[Version]:
    """Leave out versions that hold the same as the one before."""
    found: list[Version] = []
    for version in versions:
        before = found[-1].blob if found else None
        if (version.blob and version.blob.name) != (before and before.name):
            found.append(version)
    return found
