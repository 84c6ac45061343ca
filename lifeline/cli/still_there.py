"""Which ideas of a baseline are still there, whether a run looks at them or not."""

from __future__ import annotations

import os
import re

from lifeline.cli.surroundings import place_of
from lifeline.reading.files import read_found
from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.finding.walking import is_yaml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from lifeline.model.baseline import Baseline, Standing

_ID = rb"""(?:^|\r)(id|"id"|'id')[ \t]*:[ \t]+["']?([^\s"'#]+)"""


def still_there(baseline: Baseline, ids: Set[str], file: str) -> Set[str]:
    """Give those of some ideas of a baseline that are not gone.

    Of one whose place the baseline holds there is a file; any other is found in the folder of the
    baseline or below it, also where it is excluded or ignored by git. All of them are, where a file
    or a folder there cannot be read that may hold them.

    Args:
        baseline: what was accepted.
        ids: the ideas that are asked for.
        file: the file of the baseline.
    """
    folder = _folder_of(file)
    held = {id_: baseline["ideas"][id_].get("file") for id_ in ids}
    found = {id_ for id_, place in held.items() if place and _is_there(folder, place)}
    return found | _among(ids - found, folder) if ids - found else found


def _is_there(folder: str, place: str) -> bool:
    return os.path.lexists(os.path.join(folder, place))


def _among(ids: Set[str], folder: str) -> Set[str]:
    """Give those of some ideas of which a folder holds a file, by nothing but their ids."""
    found = set()
    for path in find_ideas([folder]).paths:
        try:
            data = read_found(path)
        except OSError:
            data = None
        if data is None:
            return ids  # it may hold any of them
        found.add(_id_in(data, path))
    return ids & found


def _id_in(data: bytes, path: str) -> str:
    """Give the id of an idea file, also of one that is broken somewhere else."""
    given = re.search(_ID, data, re.MULTILINE)
    if given:
        return given[2].decode("utf-8", "replace")
    name = os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
    return os.path.splitext(name)[0]


def with_places(standings: list[Standing], file: str) -> list[Standing]:
    """Give some ideas, and of each that nobody finds below its baseline where it lies."""
    folder = _folder_of(file)
    return [_with_place(each, folder) for each in standings]


def _with_place(each: Standing, folder: str) -> Standing:
    path = each["path"]
    if not os.path.lexists(path) or _is_found_in(folder, path):
        return each
    inner = _from(folder, place_of(path)).replace(os.sep, "/")
    return {**each, "accepted": {**each["accepted"], "file": inner}}


def _is_found_in(folder: str, path: str) -> bool:
    """Whether whoever searches a folder comes upon a file."""
    inner = _from(folder, place_of(path))
    if os.path.isabs(inner) or os.path.islink(path):
        return False
    is_hidden = any(name.startswith(".") for name in inner.split(os.sep))  # also behind a '..'
    return not is_hidden and is_yaml(path) and bool(find_ideas([path], marked=True).paths)


def _from(folder: str, place: str) -> str:
    """Say where a place is, as seen from a folder."""
    try:
        return os.path.relpath(place, folder)
    except ValueError:  # on another drive of Windows
        return place


def _folder_of(file: str) -> str:
    return os.path.realpath(os.path.dirname(file))
