"""``lifeline rubric diff``: what changed between two versions of a rubric set, and what it does."""

from __future__ import annotations

import os

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import add_judging_arguments, read_file, require_ideas
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_configuration_arguments
from lifeline.reading.shelves import shipped_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import Any

    from lifeline.authoring.difference.ideas import Both
    from lifeline.authoring.difference.side import Side
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.cases import ReadCase

SHIPPED = "shipped"
"""Names the cases that come with the program."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Exit code 0 when the version is raised as it should be, or nothing changed; 1 when it is"
        " not; 2 when something cannot be read. Example: lifeline rubric diff"
        " v1.0.0:my-set my-set --ideas ideas/"
    )
    for name, about in (("old", "the older version"), ("new", "the newer version")):
        parser.add_argument(
            name,
            metavar=name.upper(),
            help=f"{about}: the folder of a set, or REV:FOLDER as git has it",
        )
    parser.add_argument(
        "--ideas",
        nargs="+",
        default=[],
        metavar="PATH",
        help="idea files, or folders of them, to judge by both versions, each by the gate of the"
        " configuration nearest to it",
    )
    parser.add_argument(
        "--cases",
        metavar="FOLDER",
        help=f"dated products to test both versions on; '{SHIPPED}' for the shipped ones",
    )
    add_judging_arguments(parser)
    add_configuration_arguments(parser)
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Compare the versions, print what was found, and say whether the version was raised."""
    from lifeline.authoring.difference.compare import compare  # pydantic would make --help wait
    from lifeline.report.difference import lay_out

    old, new = _side(args.old), _side(args.new)
    found = compare(old, new)
    if args.ideas:
        found["ideas"] = _idea_effects(old, new, args)
    if args.cases:
        found["cases"] = _case_effects(old, new, args.cases)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED if found["version"]["enough"] else Exit.FAILED


def _side(name: str) -> Side:
    from lifeline.authoring.difference.revision import checked_out, is_revision, shown_as
    from lifeline.authoring.difference.side import read_side

    if not is_revision(name):
        return read_side(name, name)
    with checked_out(name) as folder:
        return read_side(name, folder, lambda file: shown_as(name, folder, file))


def _idea_effects(old: Side, new: Side, args: argparse.Namespace) -> dict[str, Any]:
    from lifeline.authoring.difference.ideas import effects
    from lifeline.reading.finding.discovery import find_ideas
    from lifeline.reading.finding.excluding import Exclusions

    there = find_ideas(args.ideas, Exclusions(by_git=True)).paths
    paths = require_ideas(there, args.ideas)
    return effects(paths, _judging(old, new, args, paths), args.as_of, read_file)


def _judging(
    old: Side, new: Side, args: argparse.Namespace, paths: list[str]
) -> Callable[[str], Both]:
    """Say what judges each file by both versions: the same is asked of it, as it is settled for it.

    The set that is settled there judges nothing: the two versions do.
    """
    from lifeline.cli.bench import Seating
    from lifeline.cli.configuration.settling import settings_of
    from lifeline.cli.views import say_astray_in

    settings = settings_of(args)
    views = {path: settings.of(path) for path in paths}
    every = list(dict.fromkeys(views.values()))
    say_astray_in(every)
    before, after = Seating(args, old.compiled, is_beside=True), Seating(args, new.compiled)
    both = {view: (before.judge(view).asking(), after.judge(view).asking()) for view in every}
    return lambda path: both[views[path]]


def _case_effects(old: Side, new: Side, folder: str) -> dict[str, Any]:
    from lifeline.authoring.difference.cases import case_effects

    if folder == SHIPPED and not os.path.isdir(folder):
        folder = os.path.join(shipped_sets(), "cases")
    return case_effects(old, new, folder, _figures)


def _figures(compiled: CompiledSet, cases: list[ReadCase]) -> dict[str, Any]:
    """Give the figures of a back-test by which versions are compared."""
    from lifeline.backtesting.forecasts import forecasts, observation
    from lifeline.backtesting.measures import brief

    return brief(forecasts(compiled, cases), [observation(case) for case in cases])
