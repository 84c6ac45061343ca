"""Where the entries of a set stand that extends another one, of which something may be off."""

from __future__ import annotations

from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from lifeline.authoring.difference.side import node_at, written
from lifeline.compiling.compile import compile_set
from lifeline.compiling.names import entries_of, rubric_spot, uses_of
from lifeline.errors import LifelineError
from lifeline.reading.set_models import SetModels, read_models
from lifeline.reading.sets import read_files
from lifeline.reading.switching_off import KINDS
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import CLAIMS, farm, protection, question, rubric, rule
from tests.reading.test_extending import head, write

LATE = {"launch": {"at-least": {"clock": "lifeline"}}}
BASE = farm(
    rubric(
        "garden",
        score="Fruit",
        questions=[
            question("rain", "yes-no", weight=1),
            question("launch", "number"),
            question("soil", "choice", choices={"good": 1, "bad": 0}),
        ],
        protections=[protection("roof", {"rain": False}), protection("walled", {"soil": "good"})],
        rules=[
            rule("dry", when={"rain": False}, finding="note"),
            rule("poor", when={"soil": "bad"}, finding="note"),
            rule("missed", when=LATE, finding="warning"),
        ],
    ),
    rubric("shed", score="Dry", uses=[{"question": "rain"}, {"question": "soil"}]),
)
OFF = {"off": True}
MAY_BE_OFF = ["garden/roof", "garden/dry", "garden/poor", "garden/walled"]


@pytest.fixture(autouse=True)
def farm_folder(tmp_path: Path) -> Path:
    return write(tmp_path / "farm", files_of(BASE, CLAIMS))


def extending(folder: Path, overrides: Authored, name: str = "bees", on: str = "farm") -> SetModels:
    """Read a set that extends another one."""
    own = write(folder / name, {"set.yaml": dumped(head(name, on, overrides=overrides))})
    return read_models("", read_files(str(own)))


def ids_where_they_stand(models: SetModels) -> dict[str, list[str | None]]:
    """Give what is written as id where each entry is said to stand, by kind."""
    return {
        kind: [
            written(spot.at("id"))
            for source, rubric in models.rubrics
            for _, spot in entries_of(models, source, rubric, kind)
        ]
        for kind in KINDS
    }


def ids(models: SetModels) -> dict[str, list[str]]:
    return {
        kind: [entry.id for _, rubric in models.rubrics for entry in getattr(rubric, kind)]
        for kind in KINDS
    }


SOME_OFF = [*chain.from_iterable(combinations(MAY_BE_OFF, n) for n in range(len(MAY_BE_OFF) + 1))]


@pytest.mark.parametrize("off", SOME_OFF, ids="+".join)
def test_entries_stand_where_their_ids_are_whatever_is_off(
    off: tuple[str, ...], tmp_path: Path
) -> None:
    models = extending(tmp_path, dict.fromkeys(off, OFF))
    assert ids_where_they_stand(models) == ids(models)


def test_what_is_off_in_two_sets_of_a_row_is_off_together(tmp_path: Path) -> None:
    extending(tmp_path, {"garden/dry": OFF, "garden/rain": OFF, "garden/roof": OFF})
    models = extending(tmp_path, {"garden/poor": OFF}, "wax", "bees")
    assert ids(models)["rules"] == ["missed"]
    assert ids_where_they_stand(models) == ids(models)
    source, shed = models.rubrics[1]
    assert [written(spot) for _, spot in uses_of(models, source, shed)] == ["soil"]


def places(models: SetModels, id_: str, *ways: tuple[Any, ...]) -> list[tuple[str, str]]:
    """Give the file of what is inside of an entry, and what is written there."""
    (spot,) = [
        spot
        for source, rubric in models.rubrics
        for kind in KINDS
        for entry, spot in entries_of(models, source, rubric, kind)
        if f"{rubric.rubric}/{entry.id}" == id_
    ]
    return [(spot.at(*way).source.name, str(written(spot.at(*way)))) for way in ways]


def test_what_is_said_otherwise_stands_where_it_is_said(tmp_path: Path) -> None:
    soil = {"weight": 3, "ask": "Soil?", "labels": {"bad": "Poor"}}
    extending(tmp_path, {"garden/soil": soil, "garden/dry": OFF})
    more = {"garden/soil": {"ask": "Ground?"}, "garden/missed": {"remedy": "Wait."}}
    models = extending(tmp_path, {**more, "garden": {"title": "Yard"}}, "wax", "bees")
    ways = [("weight",), ("ask",), ("why",), ("choices", 0, "label"), ("choices", 1, "label")]
    assert places(models, "garden/soil", *ways) == [
        ("../bees/set.yaml", "3"),
        ("set.yaml", "Ground?"),
        ("../farm/garden.yaml", "So."),
        ("../farm/garden.yaml", "This"),
        ("../bees/set.yaml", "Poor"),
    ]
    assert places(models, "garden/missed", ("because",), ("remedy",)) == [
        ("../farm/garden.yaml", "It grows."),
        ("set.yaml", "Wait."),
    ]
    garden = rubric_spot(models, *models.rubrics[0])
    assert [written(garden.at(key)) for key in ("title", "about")] == ["Yard", "Fruit."]


def test_the_way_to_what_is_said_otherwise_may_be_gone_step_by_step(tmp_path: Path) -> None:
    models = extending(tmp_path, {"garden/soil": {"labels": {"bad": "Poor"}}})
    source, garden = models.rubrics[0]
    *_, (_, soil) = entries_of(models, source, garden, "questions")
    choice = soil.at("choices").at(1)
    assert node_at(choice) is node_at(soil.at("choices", 1))
    assert (written(choice.at("id")), written(choice.at("label"))) == ("bad", "Poor")


def test_a_misspelt_place_of_an_override_is_told_in_the_file_of_the_override(
    tmp_path: Path,
) -> None:
    overrides = {"garden/dry": OFF, "garden/missed": {"because": "It takes {clok}."}}
    with pytest.raises(LifelineError) as error:
        compile_set(extending(tmp_path, overrides))
    (line,) = str(error.value).splitlines()
    told = "overrides.garden/missed.because: '{clok}' is not a place that is filled in."
    assert line.startswith("set.yaml:12:5: " + told)


def test_what_is_wrong_behind_something_off_is_told_at_its_own_place(
    farm_folder: Path, tmp_path: Path
) -> None:
    text = (farm_folder / "garden.yaml").read_text(encoding="utf-8")
    before, between, after = text.partition("id: missed\n")
    faulty = before + between + after.replace("- S1-1", "- S9-9")
    (farm_folder / "garden.yaml").write_text(faulty, encoding="utf-8")
    line = 1 + faulty[: faulty.index("S9-9")].count("\n")
    with pytest.raises(LifelineError) as error:
        compile_set(extending(tmp_path, {"garden/dry": OFF, "garden/poor": OFF}))
    told = f"garden.yaml:{line}:5: rules[2].claims[0]: 'S9-9' is not a claim"
    assert told in str(error.value)
