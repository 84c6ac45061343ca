"""The ids and values that a test vector expects, in a set of several rubrics."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lifeline.errors import InvalidFiles
from lifeline.model.compiled import CompiledSet
from lifeline.reading.expected import Ids
from lifeline.reading.vectors import Vector, read_vectors
from tests.authored import compiled
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

SCORED = {"score": "Yield"}


@cache
def two_rubrics() -> CompiledSet:
    """Compile a set with one rule that both rubrics have, and one that only one has."""
    dry = rule("dry", when={"water": "rain"}, cap=cap())
    return compiled(
        farm(
            rubric(
                "field",
                questions=[question("water", "choice", choices={"river": 1, "rain": 0})],
                rules=[dry, rule("late", cap=cap())],
                **SCORED,
            ),
            rubric("orchard", rules=[dry]),
        ),
        CLAIMS,
    )


def read(folder: Path, expect: str) -> Vector:
    (folder / "tests").mkdir()
    text = f"- {{name: a field, answers: {{water: rain}}, expect: {expect}}}"
    (folder / "tests" / "first.yaml").write_text(f"vectors-format: 1\nvectors:\n{text}\n")
    (vector,) = read_vectors(str(folder), two_rubrics())
    return vector


@pytest.mark.parametrize(
    ("kind", "full", "short"),
    [
        ("caps", "field/late", "late"),
        ("caps", "field/dry", "field/dry"),  # the orchard has one too
        ("caps", "orchard/dry", "orchard/dry"),
        ("open", "field/water", "water"),
    ],
)
def test_an_id_is_written_as_short_as_it_can_be_and_read_as_the_same(
    kind: str, full: str, short: str
) -> None:
    ids = Ids(two_rubrics())
    assert ids.short(kind, full) == short
    assert ids.full(kind, short) == ids.full(kind, full) == (full, "")


def test_an_id_that_several_rubrics_have_is_told_with_all_that_it_could_mean(
    tmp_path: Path,
) -> None:
    with pytest.raises(InvalidFiles) as error:
        read(tmp_path, "{caps: {certain: [dry, dry]}}")
    told = "'dry' is in several rubrics. Expected one of: field/dry, orchard/dry."
    assert [line.partition("]: ")[2] for line in str(error.value).splitlines()] == [told, told]


@pytest.mark.parametrize("word", ["true", "false"])
def test_whether_the_end_is_certain_is_expected_either_way(word: str, tmp_path: Path) -> None:
    vector = read(tmp_path, f"{{certain: {word}, verdict: fail, exact: {word}}}")
    is_so = word == "true"
    assert vector.expected == {"certain": is_so, "verdict": "fail", "exact": is_so}


def test_no_score_can_be_expected(tmp_path: Path) -> None:
    assert read(tmp_path, "{scores: {field: none}}").expected == {"scores.field": None}
