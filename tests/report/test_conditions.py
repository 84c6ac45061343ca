"""Conditions in words."""

from __future__ import annotations

import pytest

from lifeline.report.conditions import condition_text
from tests.authored import Authored, compiled


def said(when: Authored) -> str:
    """Say when a question is asked that stands behind one of each kind."""
    questions: list[Authored] = [
        {"id": "entry", "kind": "choice", "choices": ["nobody", "announced", "offered"]},
        {"id": "assets", "kind": "choices", "choices": ["data", "network", "permit"]},
        {"id": "used", "kind": "yes-no"},
        {"id": "runway", "kind": "number", "unit": "month", "min": 0, "max": 60},
        {"id": "launch", "kind": "number", "unit": "month", "min": 0, "max": 36},
        {"id": "asked", "kind": "yes-no", "when": when},
    ]
    for question in questions:
        question |= {"ask": "?", "why": "One.", "claims": ["S001-1"], "better": "none"}
        if "choices" in question:
            choices = question["choices"]
            question["choices"] = [{"id": choice, "label": "There"} for choice in choices]
    rubric = {"rubric-format": 1, "rubric": "garden", "title": "A", "about": "B."}
    quantity = {"id": "spare", "unit": "month", "formula": {"difference": ["runway", "launch"]}}
    names = {"set-format": 1, "set": "farm", "version": "0.1.0", "title": "F", "language": "en"}
    gate = {"gate": {"min-months": 6, "fail-on": "none"}, "rubrics": ["garden"]}
    status = {"verdict": "holds", "date": "2023-09-03"}
    claim = {"id": "S001-1", "says": "So.", "source": "S001", "tag": "advice", "status": status}
    source = {"id": "S001", "title": "T", "author": "A", "date": "2023-09-03"}
    found = compiled(
        {
            "set": names | gate,
            "rubrics": [rubric | {"questions": questions, "quantities": [quantity]}],
        },
        {"claims-format": 1, "sources": [source], "claims": [claim]},
    )["deciding"]["questions"]
    assert found[-1]["when"]
    return condition_text(found[-1]["when"], found)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"used": False}, "`used` is no"),
        ({"not": {"used": False}}, "`used` is not no"),
        ({"entry": "offered"}, "`entry` is offered"),
        ({"entry": {"in": ["nobody", "offered"]}}, "`entry` is nobody or offered"),
        (
            {"not": {"entry": {"in": ["nobody", "announced", "offered"]}}},
            "`entry` is not nobody, announced or offered",
        ),
        ({"assets": {"includes": ["data", "permit"]}}, "`assets` includes data or permit"),
        ({"not": {"assets": {"includes": "data"}}}, "`assets` does not include data"),
        ({"assets": {"is": []}}, "`assets` is exactly []"),
        ({"assets": {"is": ["data", "permit"]}}, "`assets` is exactly [data, permit]"),
        ({"runway": {"at-least": 6}}, "`runway` is at least 6"),
        ({"runway": {"below": 6.5}}, "`runway` is below 6.5"),
        ({"not": {"runway": {"below": 6}}}, "`runway` is at least 6"),
        ({"spare": {"below": 3}}, "`runway` - `launch` is below 3"),
        ({"used": True, "entry": "offered"}, "`entry` is offered and `used` is yes"),
        (
            {"any": [{"used": True}, {"entry": "offered", "runway": {"below": 6}}]},
            "`used` is yes, or (`entry` is offered and `runway` is below 6)",
        ),
        (
            {"not": {"used": True, "entry": "offered"}},
            "`entry` is not offered, or `used` is not yes",
        ),
        ({"all": []}, "anything is so"),
        ({"not": {"all": []}}, "nothing is so"),
    ],
)
def test_a_condition_is_said_in_words(when: Authored, expected: str) -> None:
    assert said(when) == expected
