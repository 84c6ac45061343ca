"""Finds YAML files that lie among those of a set, and that nothing reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.authoring.finding import Finding
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.sets import TEXT_FOLDER
from lifeline.reading.shelves import SET_FILE
from lifeline.reading.vectors import TESTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ENDING = ".yaml"


def unread_files(folder: str, read: Collection[str]) -> list[Finding]:
    """Give a note on each YAML file that nothing reads, sorted by name.

    Args:
        folder: the set's. Of the folders inside it those of translations and of test vectors are
            looked at, as in no other a file of a set can lie; hidden files are somebody else's.
        read: the names of the files that make up the set, counted from the folder.
    """
    names = [name for inner in ("", TEXT_FOLDER, TESTS) for name in _yaml_files(folder, inner)]
    return [_note(name) for name in names if name not in read and not _is_vectors(name)]


def _yaml_files(folder: str, inner: str) -> Iterator[str]:
    """Give the names of the YAML files in a folder, however they end, counted from the set's."""
    place = os.path.join(folder, inner)
    try:
        names = sorted(os.listdir(place))
    except OSError:  # it need not be there, and what has to be read there is told elsewhere
        return
    for name in names:
        is_meant = is_yaml(name) and not name.startswith(".")
        if is_meant and os.path.isfile(os.path.join(place, name)):
            yield f"{inner}/{name}" if inner else name


def _is_vectors(name: str) -> bool:
    return name.startswith(f"{TESTS}/") and name.endswith(ENDING)


def _note(name: str) -> Finding:
    stem = os.path.splitext(os.path.basename(name))[0]
    if name.endswith(ENDING):
        message = f"nothing reads this file: {SET_FILE} does not name it under 'rubrics'."
        remedy = f"If it is a rubric, add {stem} there. Otherwise keep it in another folder."
    else:
        message = f"nothing reads this file: its name does not end in {ENDING}."
        remedy = f"Call it {stem}{ENDING}, or keep it in another folder."
    return Finding("file-not-read", name, 1, 1, "", message, remedy)
