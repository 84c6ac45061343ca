"""Lists of files: reads one that names what to judge, and prints what would be judged."""

from __future__ import annotations

import os
import sys

from lifeline.cli.exits import Exit
from lifeline.errors import UsageError
from lifeline.reading.finding.discovery import STDIN
from lifeline.report.terminal import inert, safe

NUL, LINE = b"\0", b"\n"

FOR_PROGRAMS = (
    "lifeline: --null prints names as they are, for programs. Send them on: lifeline score"
    " --list-files --null | xargs -0 COMMAND"
)


def read_list(file: str) -> list[str]:
    """Give the paths that a file names, or stdin for ``-``. None of them is a pattern.

    Where it holds a NUL, one stands after each path, as ``git diff -z`` and ``find -print0`` write;
    else a line end does. Paths count from the folder in which the program was called.

    Raises:
        UsageError: when it cannot be read.
    """
    try:
        data = _content(file)
    except OSError as error:
        raise UsageError(f"lifeline: {file}: cannot be read: {error.strerror}.") from error
    ends = NUL if NUL in data else LINE
    paths = [path if ends == NUL else path.removesuffix(b"\r") for path in data.split(ends)]
    return [_path(os.fsdecode(path)) for path in paths if path]


def _content(file: str) -> bytes:
    if file == STDIN:
        return sys.stdin.buffer.read()
    with open(file, "rb") as stream:
        return stream.read()


def _path(path: str) -> str:
    """Keep a file that is called as stdin is apart from it."""
    return os.path.join(os.curdir, path) if path == STDIN else path


def print_list(paths: list[str]) -> Exit:
    """Print paths, one on each line; a sign that could do something there becomes a space."""
    for path in paths:
        shown = inert(safe(path.replace(os.sep, "/")))
        encoding = sys.stdout.encoding or "utf-8"
        print(shown.encode(encoding, "replace").decode(encoding))
    return Exit.PASSED


def print_for_programs(paths: list[str]) -> Exit:
    """Print paths byte for byte with a NUL after each, as ``read_list`` takes them.

    Raises:
        UsageError: when they would be shown to a person: a name may hold what does something there.
    """
    if sys.stdout.isatty():
        raise UsageError(FOR_PROGRAMS)
    data = b"".join(os.fsencode(path.replace(os.sep, "/")) + NUL for path in paths)
    sys.stdout.buffer.write(data)
    return Exit.PASSED
