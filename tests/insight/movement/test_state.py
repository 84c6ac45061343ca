"""What is told of one state of an idea: its day, its set, and what it comes to."""

from __future__ import annotations

from datetime import date

import pytest

from lifeline.insight.movement.state import State
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED
from tests.backtesting.dated import dated
from tests.insight.movement.states import SHORT, state


def test_a_state_is_told_with_its_set_and_what_it_comes_to() -> None:
    read = state(SHORT, as_of=date(2023, 7, 30), path="ideas/bakery.yaml")
    told = read.assessment
    assert read.data() == {
        "path": "ideas/bakery.yaml",
        "as_of": "2023-07-30",
        "assessed": "2023-06-30",
        "strict": False,
        "set": {"id": "dated", "version": "1.0.0"},
        "written_for": None,
        "verdict": "pass",
        "lifeline": told["lifeline"],
        "days_left": 153,
        "scores": told["scores"],
        "completeness": {"settled": 4, "asked": 4},
    }
    assert told["path"] == "ideas/bakery.yaml"


@pytest.mark.parametrize(
    ("versions", "told"), [({"dated": "0.9.0", "ngc": "1.0.0"}, "0.9.0"), ({"ngc": "1.0.0"}, None)]
)
def test_the_version_of_its_own_set_that_a_file_names_is_told(
    versions: dict[str, str], told: str | None
) -> None:
    assert state(SHORT, set=versions).data()["written_for"] == told
    assert state({"x": 1}, set=versions).data()["written_for"] is None


def test_a_file_that_cannot_be_read_is_known_by_its_name() -> None:
    broken = state({"x": 1}, path="ideas/shop.yaml")
    assert (broken.id, broken.idea) == ("shop", None)
    assert state(SHORT, id="corner-shop", path="ideas/shop.yaml").id == "corner-shop"
    assert broken.assessment["gate"] == broken.assessor.gate
    assert (broken.data()["lifeline"], broken.data()["days_left"]) == (None, None)


@pytest.mark.parametrize("strict", [True, False])
def test_a_file_that_cannot_be_read_is_told_as_it_would_have_been_judged(strict: bool) -> None:
    broken = State(b"lifeline: 2\n", "a/idea.yaml", Assessor(dated()), ASSESSED, strict=strict)
    assert (broken.idea, broken.id) == (None, "idea")
    assert broken.assessment["strict"] is broken.data()["strict"] is strict
