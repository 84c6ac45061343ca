"""Goes through a folder and the folders in it, and gives the YAML files there."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.reading.finding.excluding import Exclusions

FILE, LINK, LEFT_OUT = range(3)
"""What is given: a file, or a folder that cannot be searched; a link to a file, or to nothing; what
is passed over on purpose."""

ENDINGS = (".yaml", ".yml")


def is_yaml(name: str) -> bool:
    """Whether a file is a YAML file by its name, or its path: its end counts in any case."""
    return name.lower().endswith(ENDINGS)


def candidates(
    folder: str, root: str, exclusions: Exclusions | None
) -> Iterator[tuple[int, str, str]]:
    """Give every YAML file: what it is, its real place, and its path.

    Names that begin with a dot are passed over, links to folders not followed. No folder is too
    deep inside others.

    Args:
        folder: as it is named.
        root: its real path.
        exclusions: what is passed over.
    """
    waiting = [(root, folder, exclusions.at(root) if exclusions else None)]
    while waiting:
        place, parent, of_git = waiting.pop()
        try:
            with os.scandir(parent) as entries:
                inside = [(entry, entry.is_dir(follow_symlinks=False)) for entry in entries]
        except OSError:
            yield FILE, place, parent
            continue
        for entry, is_folder in inside:
            if not _is_meant(entry, is_folder=is_folder):
                continue
            own = os.path.join(place, entry.name)
            if exclusions and exclusions.leave_out(own, of_git, is_folder=is_folder):
                yield LEFT_OUT, own, entry.path
            elif is_folder:
                below = exclusions.below(own, of_git) if exclusions else None
                waiting.append((own, entry.path, below))
            else:
                yield (LINK if entry.is_symlink() else FILE), own, entry.path


def _is_meant(entry: os.DirEntry[str], *, is_folder: bool) -> bool:
    """Whether a folder is one to search, or a file a YAML file and no link to a folder."""
    if entry.name.startswith("."):
        return False  # also a file: .gitlab-ci.yml may have a job lifeline:
    if is_folder:
        return True
    return is_yaml(entry.name) and not (entry.is_symlink() and os.path.isdir(entry.path))
