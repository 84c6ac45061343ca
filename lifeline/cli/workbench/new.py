"""``lifeline rubric new``: writes a small rubric set of one's own, to begin with."""

from __future__ import annotations

import os
import re
import shlex
from datetime import date

from lifeline.cli.exits import Exit
from lifeline.errors import UsageError
from lifeline.reading.limits import LONGEST_LINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

WANTED = (
    "Expected lower-case words joined by hyphens, such as shop-helper, which name nothing else"
    " here. Give one: --id."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = 'Example: lifeline rubric new shop-helper --title "A helper for shops"'
    parser.add_argument("folder", metavar="FOLDER", help="the folder to write, new or empty")
    parser.add_argument(
        "--id",
        help="the id of the set, where the folder's name cannot be one (default: that name)",
    )
    parser.add_argument("--title", help="the title of the set (default: its id in words)")


def execute(args: argparse.Namespace) -> int:
    """Write the set, and say what to do with it."""
    from lifeline.authoring.starting import starter_files
    from lifeline.cli.talk import say
    from lifeline.report.terminal import safe

    _check_folder(args.folder)
    name = os.path.basename(os.path.abspath(args.folder))
    id_ = args.id or _slug(name)
    _check_id(id_)
    if id_ != name and _is_fit(name):
        raise UsageError(_two_names(args.folder, name, id_))
    title = " ".join(safe(args.title or "").split())[:LONGEST_LINE] or _in_words(id_)
    files = starter_files(id_, title, date.today())
    _write(args.folder, files)
    say(f"Wrote {args.folder}: {', '.join(files)}.", *_next_steps(args.folder))
    return Exit.PASSED


def _next_steps(folder: str) -> list[str]:
    """Say what to do with a new set."""
    from lifeline.cli.commands import words_of

    # without a slash it could be the name of a set from elsewhere
    place = folder if os.path.dirname(folder) else os.path.join(os.curdir, folder)
    word, chosen = shlex.quote(place), words_of({"set": place})
    idea = f"lifeline new{chosen} idea.yaml, then lifeline score{chosen} idea.yaml"
    return [
        f"Change it, then look what is wrong with it: lifeline rubric check {word}",
        f"Try what comes out: lifeline rubric test {word} --coverage --mutate",
        f"Judge an idea by it: {idea}",
    ]


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))


def _in_words(id_: str) -> str:
    words = id_.replace("-", " ")
    return words[:1].upper() + words[1:]


def _two_names(folder: str, name: str, id_: str) -> str:
    other = shlex.quote(os.path.join(os.path.dirname(os.path.normpath(folder)), id_))
    return (
        f"lifeline: the folder is called {name}, and the set would be {id_}. A set is found by the"
        f" name of its folder, so give both one name: lifeline rubric new {other}"
    )


def _check_folder(folder: str) -> None:
    """Raise UsageError where something lies already."""
    if os.path.isdir(folder):
        if os.listdir(folder):
            raise UsageError(
                f"lifeline: {folder} is not empty, and everything in it stays as it is. Give the"
                f" name of a new folder, such as {shlex.quote(os.path.join(folder, 'my-set'))}."
            )
    elif os.path.lexists(folder):
        raise UsageError(f"lifeline: {folder} is a file. Give the name of a new folder.")


def _is_fit(id_: str) -> bool:
    """Whether a set, and its rubric, can have an id."""
    from pydantic import TypeAdapter, ValidationError

    from lifeline.model.scalars import RubricId

    try:
        TypeAdapter(RubricId).validate_python(id_)
    except ValidationError:
        return False
    return True


def _check_id(id_: str) -> None:
    """Raise UsageError for an id that a set cannot have."""
    from lifeline.reading.shelves import set_named, shipped_sets

    if not _is_fit(id_):
        raise UsageError(f"lifeline: '{id_}' cannot be the id of a set. {WANTED}")
    if set_named(id_, [shipped_sets()]):
        raise UsageError(
            f"lifeline: {id_} is the name of a set that comes with the program. Give another."
        )


def _write(folder: str, files: dict[str, bytes]) -> None:
    """Write new files, all of them or none.

    Raises:
        UsageError: when one is there already, or cannot be written.
    """
    written: list[str] = []
    try:
        for place, data in files.items():
            path = os.path.join(folder, place)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "xb") as file:
                written.append(path)
                file.write(data)
    except BaseException as error:
        for path in written:
            os.unlink(path)
        if isinstance(error, OSError):
            told = f"lifeline: {folder}: cannot be written: {error.strerror}."
            raise UsageError(told) from error
        raise
