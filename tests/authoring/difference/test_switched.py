"""What a set that extends another switches off or on: what is told of it, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifeline.authoring.difference.compare import compare
from lifeline.authoring.difference.side import read_side
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import CLAIMS, farm
from tests.reading.test_extending import BASE, head, write

OFF = {"garden/rain": {"off": True}, "garden/dry": {"off": True}}
OLDER: list[Authored] = [
    {"id": "rain.drizzle", "in": "0.1.0"},
    {"id": "garden/drought", "in": "0.1.0"},
]


def changes(tmp_path: Path, old: Authored, new: Authored) -> list[dict[str, Any]]:
    """Compare two versions of a set by what they switch off of the same other one."""
    sides = []
    for name, overrides in (("old", old), ("new", new)):
        (tmp_path / name).mkdir()
        base = farm(*BASE["rubrics"], retired=OLDER)
        write(tmp_path / name / "farm", files_of(base, CLAIMS))
        own = {"set.yaml": dumped(head("bees", overrides=overrides))}
        sides.append(read_side(name, str(write(tmp_path / name / "bees", own))))
    found: list[dict[str, Any]] = compare(*sides)["changes"]
    return found


def test_what_is_switched_off_is_breaking_and_told_where_it_is_put_off(tmp_path: Path) -> None:
    found = changes(tmp_path, {}, OFF)
    assert [(c["kind"], c["path"], c["key"], c["message"]) for c in found] == [
        ("breaking", "new/set.yaml", f"overrides.{id_}", f"{name} is switched off.")
        for id_, name in (("garden/rain", "question rain"), ("garden/dry", "rule garden/dry"))
    ]
    told = "It counts no more. Idea files that hold it are still read."
    assert {(change["reason"], change["hint"]) for change in found} == {(told, None)}


def test_what_is_switched_on_again_is_compatible_and_nothing_of_it_was_retired(
    tmp_path: Path,
) -> None:
    found = changes(tmp_path, OFF, {})
    assert [(c["kind"], c["message"]) for c in found] == [
        ("compatible", "question rain is switched on."),
        ("compatible", "rule garden/dry is switched on."),
    ]
    assert found[0]["reason"] == (
        "Files stay valid: an answer to it counts now. Where it is open, results may widen."
    )


@pytest.mark.parametrize(("old", "new", "word"), [(False, True, "off"), (True, False, "on")])
def test_a_rubric_is_told_with_all_that_is_in_it(
    old: bool, new: bool, word: str, tmp_path: Path
) -> None:
    found = changes(tmp_path, *({"garden": {"off": off}} for off in (old, new)))
    assert {change["message"] for change in found} == {
        f"{name} is switched {word}."
        for name in (
            "rubric garden",
            *(f"question {id_}" for id_ in ("soil", "rain", "fence")),
            *(f"rule garden/{id_}" for id_ in ("poor", "dry")),
            "protection garden/walled",
        )
    }
    assert {change["key"] for change in found if word == "off"} <= {"overrides.garden"}


def test_what_is_off_before_and_now_is_no_change(tmp_path: Path) -> None:
    assert changes(tmp_path, OFF, OFF) == []


def test_an_id_that_was_off_and_is_retired_now_is_not_said_to_be_unknown_before(
    tmp_path: Path,
) -> None:
    old = {"garden/dry": {"off": True}, "garden/rain": {"off": True}}
    sides = []
    for name, rubrics in (("old", BASE["rubrics"]), ("new", [without_rain()])):
        (tmp_path / name).mkdir()
        gone = [{"id": id_, "in": "0.1.0"} for id_ in ("rain", "garden/dry")]
        base = farm(*rubrics, retired=gone if name == "new" else [])
        write(tmp_path / name / "farm", files_of(base, CLAIMS))
        own = dumped(head("bees", overrides=old if name == "old" else {}))
        sides.append(read_side(name, str(write(tmp_path / name / "bees", {"set.yaml": own}))))
    assert compare(*sides)["changes"] == []


def without_rain() -> Authored:
    garden: Authored = BASE["rubrics"][0]
    questions = [each for each in garden["questions"] if each["id"] != "rain"]
    rules = [each for each in garden["rules"] if each["id"] != "dry"]
    return {**garden, "questions": questions, "rules": rules}
