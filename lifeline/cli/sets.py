"""Which rubric set a verb judges by: the shipped one, or one of somebody's own."""

from __future__ import annotations

import os
from errno import EACCES

from lifeline.cli.configuration.settling import view_of
from lifeline.cli.configuration.view import FLAG
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.shelves import is_set, set_named, sets_on, shipped_sets
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.cli.configuration.view import View
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
    add_configuration_arguments(parser)


def add_configuration_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which configuration counts."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--config",
        metavar="FILE",
        help="the one configuration for all files (default: the lifeline.toml, or pyproject.toml"
        " with [tool.lifeline], nearest to each)",
    )
    which.add_argument("--no-config", action="store_true", help="read no configuration")


def chosen_set(args: argparse.Namespace) -> CompiledSet:
    """Give the set that the arguments or the configuration name, compiled.

    Raises:
        LifelineError: when there is no such set, it has problems, or not that language.
    """
    folder = chosen_folder(args)
    view = view_of(args)
    lang = getattr(args, "lang", "")
    return set_settled(folder, view) if lang == view.value("lang") else load_set(folder, lang)


def set_settled(folder: str, view: View) -> CompiledSet:
    """Give a set in the language that is settled for some ideas, compiled.

    Raises:
        LifelineError: when it has problems, or not that language.
    """
    lang = view.settled("lang")
    try:
        return load_set(folder, lang.value or "")
    except LifelineError as error:
        lead, _, told = str(error).partition("lifeline: ")
        if lead or not told or not lang.value or lang.source == FLAG:
            raise  # it is not about the language, or nobody settled it
        raise UsageError(f"{lang.lead('lang')}{told}") from error


def chosen_market(args: argparse.Namespace | None = None) -> CompiledMarket:
    """Give the record of the market, with the figures that the configuration settles otherwise.

    Args:
        args: name the idea of which the nearest configuration counts; without them the one
            nearest to where one stands does.

    Raises:
        LifelineError: when the record cannot be read, or a figure is none of its parameters.
    """
    from argparse import Namespace

    return market_settled(view_of(Namespace() if args is None else args))


def market_settled(view: View) -> CompiledMarket:
    """Give the record of the market with the figures that are settled for some ideas.

    Raises:
        LifelineError: when the record cannot be read, or a figure is none of its parameters.
    """
    market = load_market()
    settled = view.settled("parameters")
    for id_ in settled.value or ():
        if id_ not in market["parameters"]:
            told = not_among(id_, market["parameters"], "a market parameter")
            raise UsageError(f"{settled.lead('parameters')}{told}")
    if not settled.value:
        return market
    from lifeline.scoring.market import with_figures

    return with_figures(market, settled.value, settled.where.rpartition(":")[0])


def chosen_folder(args: argparse.Namespace) -> str:
    """Give the folder of the set that the arguments or the configuration name.

    What is settled elsewhere is put into the arguments, so that a message can name it.

    Raises:
        LifelineError: when there is no such set, several could be meant, or a configuration
            cannot be read.
    """
    view = view_of(args)
    if not args.set and not args.rubrics:  # or the set that is in the folder named is meant
        args.set = view.value("set")
    args.rubrics = args.rubrics or view.value("rubrics")
    if not getattr(args, "lang", True):
        args.lang = view.value("lang") or ""
    if args.set and args.set != view.value("set"):
        return folder_of(args.set, [args.rubrics] if args.rubrics else [])
    return folder_settled(view)


def folder_settled(view: View) -> str:
    """Give the folder of the set that is settled for some ideas.

    Raises:
        UsageError: when there is no such set, or several could be meant.
    """
    named, shelf = view.settled("set"), view.settled("rubrics")
    is_passed_over = shelf.source == FLAG != named.source  # the set in the folder named is meant
    if named.value and not is_passed_over:
        try:
            return folder_of(named.value, [shelf.value] if shelf.value else [])
        except UsageError as error:
            if named.source == FLAG:
                raise
            told = str(error).removeprefix("lifeline: ")
            raise UsageError(f"{named.lead('set')}{told}") from error
    return _only_one_on(shelf.value) if shelf.value else shipped_set()


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
        if not os.access(named, os.R_OK | os.X_OK):
            return f"{named}: cannot be read: {os.strerror(EACCES)}."
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
