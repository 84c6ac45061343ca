"""The two sides that ``lifeline diff`` compares: files as they are, or as git has them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from lifeline.cli.ideas import read_file, require_ideas
from lifeline.errors import UsageError
from lifeline.reading.finding.discovery import STDIN, find_ideas
from lifeline.reading.finding.excluding import Exclusions

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.reading.git.repository import Commit, Repository


class Side(NamedTuple):
    """Idea files by the name that pairs them, each with its bytes and the name it is shown under.

    ``commit`` is the version that they were read from, and ``name`` what somebody calls it.
    ``root`` is the folder or file that they are, or would be, in today.
    """

    files: dict[str, tuple[bytes, str]]
    root: str
    name: str = ""
    commit: Commit | None = None

    def places(self) -> dict[str, str]:
        """Give where each file is today, or would be, by the name that pairs it."""
        return {
            key: os.path.join(self.root, *key.split("/")) if key else self.root
            for key in self.files
        }

    def data(self, as_of: date) -> dict[str, Any]:
        """Give what names this side, as the plain data that JSON shows."""
        name, day = (self.commit.name, self.commit.day) if self.commit else (None, None)
        return {
            "revision": self.name or None,
            "commit": name,
            "date": day and day.isoformat(),
            "as_of": as_of.isoformat(),
        }


def in_folders(old: str, new: str) -> tuple[Side, Side]:
    """Give two files, or the idea files of two folders.

    Raises:
        LifelineError: when one cannot be read, or a file is to be compared with a folder.
    """
    if os.path.isdir(old) != os.path.isdir(new):
        folder, file = (old, new) if os.path.isdir(old) else (new, old)
        raise UsageError(f"lifeline: {folder} is a folder, and {file} is none. Name two of a kind.")
    if old == new == STDIN:
        raise UsageError("lifeline: both sides are stdin. Name a file for one of them.")
    sides = Side(work_tree(old), old), Side(work_tree(new), new)
    require_ideas([name for side in sides for name in side.files], [old, new])
    return sides


def in_git(old: str, new: str | None, path: str) -> tuple[Side, Side, Repository]:
    """Give what a file or folder was in one version, and is in another or in the work tree.

    With them comes the repository of which these are versions.

    Raises:
        LifelineError: when git has no such version, or there is no idea in either, or it is a link.
    """
    from lifeline.cli.versions import Versions  # git takes its time to import

    require_no_link(path)
    versions = Versions(path)
    after = versions.commit(new) if new else None
    files = versions.files(after, new or "") if after else work_tree(path)
    before = versions.commit(old)
    were = versions.files(before, old)
    if not were and files and not os.path.isdir(path):
        were = versions.files_renamed(before, after, old)
    if not were and not files:
        now = f"in {new}" if new else "now"
        raise UsageError(
            f"lifeline: no idea file in {path}, neither in {old} nor {now}. One has"
            " a line that begins with 'lifeline: 1'."
        )
    return Side(were, path, old, before), Side(files, path, new or "", after), versions.around


def work_tree(path: str) -> dict[str, tuple[bytes, str]]:
    """Give the idea files of a folder as they are; or the one file, whose name does not matter."""
    if os.path.isdir(path):
        found = find_ideas([path], Exclusions(by_git=True)).paths
        return {os.path.relpath(each, path).replace(os.sep, "/"): read_file(each) for each in found}
    return {"": read_file(path)} if path == STDIN or os.path.lexists(path) else {}


def require_no_link(path: str) -> None:
    """Refuse a link: of it git keeps where it leads, and nothing of what is there.

    Raises:
        UsageError: when it is one.
    """
    if os.path.islink(path):
        raise UsageError(
            f"lifeline: {path} is a link, of which git keeps only where it leads. Name what is"
            f" there: {os.path.realpath(path)}"
        )


def folder_of(path: str) -> str:
    """Give the nearest folder above a path that is there; the path may be gone."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    while folder and not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder
