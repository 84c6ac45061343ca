"""Every form in which something can be written is compared by what it means."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifeline.authoring.difference.compare import compare
from lifeline.authoring.difference.side import read_side
from tests.authoring.difference.versions import FOLDER, Edit, changes, side

EVERY_FORM = Path(__file__).parents[2] / "good" / "sets" / "every-form"
RUNWAY = "unit: month\n    min: 0"


def told(*edits: Edit) -> list[dict[str, Any]]:
    return changes(*edits, folder=EVERY_FORM)


def test_a_set_is_the_same_as_itself() -> None:
    assert told() == []


def test_a_quantity_is_told_where_something_compares_with_it() -> None:
    found = told(('share, 2, "0.5"]', 'share, 3, "0.5"]'))
    assert {change["kind"] for change in found} == {"breaking"}
    assert all(change["key"].endswith(".when") for change in found)
    message = "is written as before, and what it rests on means something else."
    assert any(change["message"].endswith(message) for change in found)


def test_a_quantity_that_nothing_compares_with_changes_nothing() -> None:
    assert told(("formula: budget}", "formula: {sum: [budget, budget]}}")) == []


@pytest.mark.parametrize(
    ("edit", "kind", "message"),
    [
        ((RUNWAY, RUNWAY.replace("0", "-1")), "compatible", "'min' of question runway was: 0;"),
        (("at-least: 3, points: 0.5", "at-least: 4, points: 0.5"), "breaking", "'bands' of"),
        (("at-least: 1.2e1", "at-least: 12"), "", ""),
        (("unit: USD\n    min: -5.5", "unit: USD*1\n    min: -5.5"), "", ""),
        (("fail-on: none}", "fail-on: warning}"), "breaking", "'gate' of the set"),
        (("language: pt-BR", "language: pt"), "none", "'language' of the set was: pt-BR; now: pt."),
    ],
)
def test_numbers_and_units_are_compared_by_what_they_mean(
    edit: Edit, kind: str, message: str
) -> None:
    found = told(edit)
    assert [change["kind"] for change in found] == ([kind] if kind else [])
    assert all(change["message"].startswith(message) for change in found)


def test_a_translation_comes_and_goes() -> None:
    old = side("old")
    new = replace(old, name="new", languages=["zh"])
    assert [(c["kind"], c["message"]) for c in compare(old, new)["changes"]] == [
        ("compatible", "the translation zh is new.")
    ]
    assert [(c["kind"], c["message"]) for c in compare(new, old)["changes"]] == [
        ("breaking", "the translation zh is not there any more.")
    ]


def test_another_wording_of_a_translation_is_without_effect(tmp_path: Path) -> None:
    for name, title in (("old", "Un ensemble"), ("new", "Une série")):
        shutil.copytree(FOLDER, tmp_path / name)
        (tmp_path / name / "text").mkdir()
        text = f"text-format: 1\nlanguage: fr\nset: {{title: {title}}}\n"
        (tmp_path / name / "text" / "fr.yaml").write_text(text, encoding="utf-8")
    sides = [read_side(name, str(tmp_path / name)) for name in ("old", "new")]
    (change,) = compare(*sides)["changes"]
    assert change["kind"] == "none"
    assert change["path"] == "new/text/fr.yaml"
    assert change["message"] == "the translation fr says something else."
