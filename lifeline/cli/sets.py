"""Which rubric set a verb judges by: the shipped one, or one of somebody's own."""

from __future__ import annotations

import os

from lifeline.cli.configuration import settle, settled_parameters
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.errors import UsageError
from lifeline.reading.shelves import is_set, set_named, sets_on, shipped_sets
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket

SHIPPED = "ngc"

ENTRY_POINTS = "lifeline.rubrics"
"""The group under which an installed package names the folders of its sets."""


def add_set_arguments(parser: argparse.ArgumentParser, *, texts: bool = True) -> None:
    """Declare by which set is judged and, where its texts are shown, in which language."""
    parser.add_argument(
        "--set",
        metavar="NAME|FOLDER",
        help=f"the rubric set: its name, or the folder of one of your own (default: {SHIPPED})",
    )
    parser.add_argument(
        "--rubrics", metavar="FOLDER", help="a folder that holds rubric sets of your own"
    )
    if texts:
        parser.add_argument(
            "--lang", metavar="CODE", default="", help="the language of the set's texts, as zh"
        )


def chosen_set(args: argparse.Namespace) -> CompiledSet:
    """Give the set that the arguments or the configuration name, compiled.

    Raises:
        LifelineError: when there is no such set, it has problems, or not that language.
    """
    folder = chosen_folder(args)
    return load_set(folder, getattr(args, "lang", ""))


def chosen_market() -> CompiledMarket:
    """Give the record of the market, with the figures that the configuration settles otherwise.

    Raises:
        LifelineError: when the record cannot be read, or a figure is none of its parameters.
    """
    market = load_market()
    where, figures = settled_parameters()
    for id_ in figures:
        if id_ not in market["parameters"]:
            told = not_among(id_, market["parameters"], "a market parameter")
            raise UsageError(f"{where}: parameters: {told}")
    if not figures:
        return market
    from lifeline.scoring.market import with_figures

    return with_figures(market, figures, where)


def chosen_folder(args: argparse.Namespace) -> str:
    """Give the folder of the set that the arguments or the configuration name.

    Raises:
        UsageError: when there is no such set, or several could be meant.
    """
    settle(args)
    shelves = [args.rubrics] if args.rubrics else []
    if args.set:
        return folder_of(args.set, shelves)
    return _only_one_on(args.rubrics) if args.rubrics else shipped_set()


def shipped_set() -> str:
    """Give the folder of the set that is meant where none is named."""
    return os.path.join(shipped_sets(), SHIPPED)


def folder_of(named: str, shelves: list[str]) -> str:
    """Give the folder of a set by its name, or by where it lies; a name goes before a folder.

    Raises:
        UsageError: when there is no such set.
    """
    is_name = os.path.basename(named) == named
    found = set_named(named, [*shelves, shipped_sets()]) if is_name else None
    if found is None and is_set(named):
        found = named
    if found is None and is_name:
        found = _packaged_elsewhere(named)
    if found is None:
        raise UsageError(f"lifeline: {_no_such_set(named, shelves)}")
    return found


def _packaged_elsewhere(name: str) -> str | None:
    """Give the folder of a set that an installed package brings; none of its code is run."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for entry in entry_points(group=ENTRY_POINTS, name=name):
        package, *inner = entry.value.split(".")
        try:
            spec = find_spec(package)
        except (ImportError, ValueError):
            continue  # it names no package that could hold a set
        for place in (spec and spec.submodule_search_locations) or ():
            folder = os.path.join(place, *inner)
            if is_set(folder):
                return folder
    return None


def _no_such_set(named: str, shelves: list[str]) -> str:
    if os.path.isdir(named):
        inside = [os.path.basename(folder) for folder in _listed(named)]
        more = f" Did you mean --rubrics {named} --set {inside[0]}?" if inside else ""
        return f"{named}: holds no rubric set. Expected a file set.yaml in it.{more}"
    every = [*shelves, shipped_sets()]
    known = [os.path.basename(os.path.abspath(f)) for shelf in every for f in _listed(shelf)]
    return not_among(named, known, "a rubric set, nor a folder of one")


def _listed(shelf: str) -> list[str]:
    try:
        return sets_on(shelf)
    except OSError:
        return []


def _only_one_on(shelf: str) -> str:
    """Give the one set of a shelf."""
    try:
        found = sets_on(shelf)
    except OSError as error:
        raise UsageError(f"lifeline: {shelf}: cannot be read: {error.strerror}.") from error
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(map(os.path.basename, found))
        raise UsageError(f"lifeline: {shelf} holds {len(found)} sets: {names}. Name one: --set.")
    raise UsageError(f"lifeline: {shelf} holds no rubric set. Expected a folder with a set.yaml.")
