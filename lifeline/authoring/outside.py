"""What a set has to do with elsewhere: figures of the market, another set, and its own folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at
from lifeline.compiling.market import load_market
from lifeline.compiling.names import Spot
from lifeline.model.formula import units_of
from lifeline.reading.spelling import hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding


def parameters(bench: Bench) -> Iterator[Finding]:
    """Find the parameters that the market does not have so, and those that nothing reckons with."""
    if not bench.deciding["parameters"]:
        return
    known, used = load_market()["parameters"], _numbers_used(bench)
    for source, rubric in bench.models.rubrics:
        for place, entry in enumerate(rubric.parameters):
            spot = Spot(source, ("parameters", place))
            number = [each["id"] for each in bench.deciding["parameters"]].index(entry.id)
            if entry.id not in known:
                yield found_at(
                    spot.at("id"),
                    "parameter-unknown",
                    f"'{entry.id}' is no market parameter.",
                    f"{hint(entry.id, known)} 'lifeline market parameters' lists them.".lstrip(),
                )
            elif units_of(entry.unit) != units_of(known[entry.id]["unit"]):
                yield found_at(
                    spot.at("unit"),
                    "parameter-unknown",
                    f"{entry.id} is in {known[entry.id]['unit']}, not in {entry.unit}.",
                    "Write its unit as the market has it.",
                )
            elif number not in used:
                yield found_at(
                    spot,
                    "parameter-unused",
                    f"no condition looks at {entry.id}, by itself or in a quantity.",
                    "Use it, or take it out.",
                )


def _numbers_used(bench: Bench) -> set[int]:
    every = enumerate(bench.deciding["parameters"])
    return {number for number, parameter in every if parameter["rubrics"]}


def another_version(bench: Bench) -> Iterator[Finding]:
    """Find a set that extends another version than the one that is there."""
    extends = bench.models.set.extends
    if extends and bench.models.extends[extends.set] != extends.version:
        yield found_at(
            Spot(bench.models.sources[0], ("extends", "version")),
            "extended-version",
            f"was written for {extends.set} {extends.version}, and another version is there.",
            "Look at what has changed ('lifeline rubric diff'), then write that version.",
        )


def folder_name(bench: Bench) -> Iterator[Finding]:
    """Find a set that is called otherwise than its folder, by which it is found."""
    folder, id_ = bench.models.folder, bench.models.set.set
    name = os.path.basename(os.path.abspath(folder)) if folder else id_
    if name != id_:
        yield found_at(
            Spot(bench.models.sources[0], ("set",)),
            "folder-name",
            f"the set is called {id_}, and its folder {name}. '--set' and 'extends' find a set by"
            " its folder's name; idea files and messages name it as it is called here.",
            "Give both one name.",
        )
