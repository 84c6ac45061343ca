"""``lifeline rubric list``: the rubric sets that can be chosen, and where they are."""

from __future__ import annotations

import os

from lifeline.cli.exits import Exit
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.sets import languages_of
from lifeline.reading.shelves import sets_on, shipped_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.model.compiled import CompiledSet

FORMAT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Choose one of them with --set NAME."
    parser.add_argument(
        "--rubrics", metavar="FOLDER", help="a folder that holds sets of your own, listed first"
    )
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """List the sets; one that has errors is listed too."""
    from lifeline.report.manual.listing import lay_out

    shelves = [args.rubrics] if args.rubrics else []
    folders = [folder for shelf in (*shelves, shipped_sets()) for folder in _sets_on(shelf)]
    each_once = {os.path.realpath(folder): folder for folder in reversed(folders)}
    found = {"format": FORMAT, "sets": [_listed(each_once[key]) for key in reversed(each_once)]}
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED


def _sets_on(shelf: str) -> list[str]:
    try:
        return sets_on(shelf)
    except OSError as error:
        raise UsageError(f"lifeline: {shelf}: cannot be read: {error.strerror}.") from error


def _listed(folder: str) -> dict[str, Any]:
    """Give what there is to know of a set before choosing it."""
    from lifeline.compiling.store import load_set

    name = os.path.basename(os.path.abspath(folder))
    try:
        return {"name": name, "folder": folder, "errors": False, **_about(folder, load_set(folder))}
    except LifelineError:
        return {"name": name, "folder": folder, "errors": True}


def _about(folder: str, compiled: CompiledSet) -> dict[str, Any]:
    deciding = compiled["deciding"]
    return {
        "set": compiled["set"],
        "version": compiled["version"],
        "title": compiled["texts"]["title"],
        "languages": [compiled["language"], *languages_of(folder)],
        "questions": len(deciding["questions"]),
        "rules": len(deciding["caps"]) + len(deciding["findings"]),
    }
