"""Two versions of a set, ``tests/sets/dated`` by default: as it is, and with texts replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lifeline.authoring.difference.compare import compare
from lifeline.authoring.difference.side import Side
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import HISTORY_FILE, read_files

FOLDER = Path(__file__).parents[2] / "sets" / "dated"

Edit = tuple[str, str]
"""What is replaced, once, and by what."""


def side(name: str, *edits: Edit, folder: Path = FOLDER) -> Side:
    """Give the set under a name; each edit has to fit exactly one place of one of its files."""
    files = read_files(str(folder))
    files.pop(HISTORY_FILE, None)  # it changes nothing
    for old, new in edits:
        places = [file for file, data in files.items() if old.encode() in data]
        assert len(places) == 1, (old, places)
        (file,) = places
        assert files[file].count(old.encode()) == 1, old
        files[file] = files[file].replace(old.encode(), new.encode())
    models = read_models(name, files)
    return Side(name, models, compile_set(models), [])


def changes(
    *edits: Edit, before: tuple[Edit, ...] = (), folder: Path = FOLDER
) -> list[dict[str, Any]]:
    """Give what changes by some edits, the worst first."""
    old, new = side("old", *before, folder=folder), side("new", *edits, folder=folder)
    found: list[dict[str, Any]] = compare(old, new)["changes"]
    return found
