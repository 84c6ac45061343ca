"""Reads a configuration: ``lifeline.toml``, or ``[tool.lifeline]`` of a ``pyproject.toml``."""

from __future__ import annotations

import os
import re

from lifeline.cli.configuration.held import NOWHERE, Configuration
from lifeline.errors import InvalidFile, Problem
from lifeline.reading.files import read_part
from lifeline.reading.limits import FILE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SHARED = "pyproject.toml"
TOOL = ("tool", "lifeline")

_MAY_BE_OURS = re.compile(
    rb"""tool["']?\s*\.\s*["']?lifeline|^\s*\[\s*["']?tool["']?\s*\]|^\s*["']?tool["']?\s*=""",
    re.MULTILINE,
)
"""What a pyproject.toml with settings of ours holds; most hold none, and need no reading."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
"""The end of what tomllib says."""


def read_configuration(path: str, shown: str, *, asked: bool = False) -> Configuration | None:
    """Give a configuration; None where the file is somebody else's and has no settings of ours.

    Args:
        path: the file.
        shown: how messages name it.
        asked: somebody named the file, so that it has to have settings.

    Raises:
        InvalidFile: when it cannot be read, with everything that is wrong in it.
    """
    is_shared = os.path.basename(path) == SHARED
    try:
        data = read_part(path)
    except OSError as error:
        told = f"cannot be read: {error.strerror}. Expected a file such as lifeline.toml."
        raise _invalid(shown, told) from error
    if is_shared and not asked and not _MAY_BE_OURS.search(data):
        return None
    text, table = _parsed(data, shown)
    inner = TOOL if is_shared else ()
    for name in inner:
        table = table.get(name) if isinstance(table, dict) else None
    if table is None and not asked:
        return None
    made = Configuration(os.path.dirname(path), shown, text, inner)
    if not isinstance(table, dict):
        raise _invalid(shown, "has no table tool.lifeline. Expected [tool.lifeline].")
    from lifeline.cli.configuration.checking import Checker  # few pyproject.toml come so far

    Checker(made).take(table)
    return made


def _parsed(data: bytes, shown: str) -> tuple[str, Any]:
    import tomllib  # few have such a file

    if len(data) > FILE_BYTES:
        raise _invalid(shown, f"is larger than {FILE_BYTES:,} bytes.")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise _invalid(shown, "is no text in UTF-8. Save it as UTF-8.") from error
    except RecursionError as error:
        raise _invalid(shown, "holds too many lists and tables inside each other.") from error
    except ValueError as error:  # tomllib's own, and numbers that Python refuses
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else NOWHERE
        message = f"is no TOML: {str(error)[: place.start() if place else None].rstrip('.')}."
        raise InvalidFile(shown, [Problem(line, column, "", message)]) from error


def _invalid(shown: str, message: str) -> InvalidFile:
    return InvalidFile(shown, [Problem(*NOWHERE, "", message)])
