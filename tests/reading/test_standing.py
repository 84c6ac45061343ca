"""Where entries stand that a set takes over of another one, and what it says otherwise of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifeline.reading.set_models import SetModels, read_models
from lifeline.reading.sets import read_files
from lifeline.reading.standing import Standing
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import CLAIMS, farm, quantity, question, rubric
from tests.reading.test_extending import BASE, head, write

OFF = {"off": True}
FARM, BEES, WAX = "../farm/garden.yaml", "../bees/set.yaml", "set.yaml"


@pytest.fixture
def farm_folder(tmp_path: Path) -> Path:
    questions = [question("litres", "number"), question("spare", "number")]
    rest = quantity("rest", "month", difference=["litres", "spare"])
    tank = rubric("tank", questions=questions, quantities=[rest])
    return write(tmp_path / "farm", files_of(farm(*BASE["rubrics"], tank), CLAIMS))


def extending(folder: Path, overrides: Authored, name: str = "bees", on: str = "farm") -> SetModels:
    """Read a set that extends another one."""
    own = write(folder / name, {"set.yaml": dumped(head(name, on, overrides=overrides))})
    return read_models("", read_files(str(own)))


def test_what_is_left_stands_where_it_stood_also_two_sets_further_up(
    farm_folder: Path, tmp_path: Path
) -> None:
    extending(tmp_path, {"garden/poor": OFF})
    models = extending(tmp_path, {"garden/walled": OFF}, "wax", "bees")
    source, _ = models.rubrics[0]
    assert source.name == FARM
    assert models.standing.place(source, "rules", 0) == 1
    assert models.standing.place(source, "questions", 2) == 2


def test_what_is_said_otherwise_stands_in_the_highest_set_that_says_it(
    farm_folder: Path, tmp_path: Path
) -> None:
    soil = {"weight": 3, "ask": "Soil?", "labels": {"bad": "Poor"}}
    extending(tmp_path, {"garden/soil": soil, "garden/dry": {"remedy": "Wait."}})
    more = {"garden/soil": {"ask": "Ground?"}, "garden": {"title": "Yard"}}
    standing = extending(tmp_path, more, "wax", "bees").standing
    told = {
        (id_, *way): (source.name, "/".join(map(str, path)))
        for id_, said in standing.said.items()
        for way, (source, path) in said.items()
        if way != ("labels",)  # they stand with each choice
    }
    assert told == {
        ("garden/soil", "weight"): (BEES, "overrides/garden/soil/weight"),
        ("garden/soil", "ask"): (WAX, "overrides/garden/soil/ask"),
        ("garden/soil", "choices", 1, "label"): (BEES, "overrides/garden/soil/labels/bad"),
        ("garden/dry", "remedy"): (BEES, "overrides/garden/dry/remedy"),
        ("garden", "title"): (WAX, "overrides/garden/title"),
    }


def test_of_what_is_off_it_is_known_what_it_is_and_where_it_is_switched_off(
    farm_folder: Path, tmp_path: Path
) -> None:
    extending(tmp_path, {"tank": OFF})
    standing = extending(tmp_path, {"garden/dry": OFF}, "wax", "bees").standing
    told = {
        id_: (off.kind, off.set, off.source.name, off.path) for id_, off in standing.off.items()
    }
    tank = ("bees", BEES, ("overrides", "tank"))
    assert told == {
        "tank": ("rubric", *tank),
        "tank/litres": ("questions", *tank),
        "tank/spare": ("questions", *tank),
        "tank/rest": ("quantities", *tank),
        "garden/dry": ("rules", "wax", WAX, ("overrides", "garden/dry")),
    }


@pytest.mark.parametrize(
    ("name", "kind", "places"),
    [
        ("garden.yaml", "rules", [1, 3]),  # two of them are off
        ("garden.yaml", "questions", [0, 1]),
        ("orchard.yaml", "rules", [0, 1]),
    ],
)
def test_what_is_left_of_a_list_stands_where_it_stood(
    name: str, kind: str, places: list[int]
) -> None:
    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

    source: Any = Named(name)
    standing = Standing({("garden.yaml", "rules"): [1, 3]})
    assert [standing.place(source, kind, number) for number in range(2)] == places
