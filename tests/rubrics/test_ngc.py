"""The shipped set: what its advice must never do, whatever its wording."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lifeline.compiling.store import build
from lifeline.model.compiled import CompiledSet, Question
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from tests.authored import assessed
from tests.conftest import ROOT

FOLDER = str(ROOT / "rubrics" / "ngc")
NGC = build(FOLDER, read_files(FOLDER))
QUESTIONS = NGC["deciding"]["questions"]
ORDERED = [question for question in QUESTIONS if question["better"] != "none"]
PRODUCTS = ["chatpdf", "jasper", "langchain", "hugging face", "gamma", "tome", "copilot"]


def best_first(question: Question) -> list[Any]:
    """Give the answers of a question from the best to the worst, as far as they are ordered."""
    choices = list(question["choices"])
    if question["kind"] == "yes-no":
        return ["yes", "no"] if question["better"] == "yes" else ["no", "yes"]
    if question["kind"] == "number":
        numbers = sorted({question["least"], *question["cuts"], question["most"]})
        return numbers if question["better"] == "lower" else numbers[::-1]
    if question["kind"] == "choices":
        return [choices[:count] for count in range(len(choices), -1, -1)]
    return choices if question["better"] == "first" else choices[::-1]


def worlds() -> st.SearchStrategy[dict[str, Any]]:
    """Give answers to every question."""
    return st.fixed_dictionaries(
        {question["id"]: st.sampled_from(best_first(question)) for question in QUESTIONS}
    )


def judged(answers: dict[str, Any]) -> tuple[float, ...]:
    """Give the months of the lifeline and of both clocks, and the durability."""
    found: Any = assessed(answers, NGC)
    ends = [found["lifeline"][name] for name in ("months", "advantage", "necessity")]
    assert all(end["low"] == end["high"] for end in ends)
    return (*(end["low"] for end in ends), found["scores"]["lifeline"]["low"])


@settings(max_examples=1_000)
@given(worlds(), st.sampled_from(ORDERED))
def test_a_better_answer_never_costs_months_or_points(
    answers: dict[str, Any], question: Question
) -> None:
    order = best_first(question)
    place = order.index(answers[question["id"]])
    assume(place > 0)
    better = {**answers, question["id"]: order[place - 1]}
    assert all(b >= a for a, b in zip(judged(answers), judged(better), strict=True))


def test_every_rule_and_protection_is_possible_where_nothing_is_known() -> None:
    found = assessed({}, NGC)
    assert {cap["rule"] for cap in found["caps"]} == {cap["id"] for cap in NGC["deciding"]["caps"]}
    rules = {finding["rule"] for finding in found["findings"]}
    assert rules == {finding["id"] for finding in NGC["deciding"]["findings"]}
    lifting = {lift["protection"] for cap in found["caps"] for lift in cap["lifted_by"]}
    assert lifting == {protection["id"] for protection in NGC["deciding"]["protections"]}


def test_nothing_that_is_said_names_a_product() -> None:
    texts = {key: text for key, text in NGC["texts"].items() if key != "claims"}
    said = json.dumps(texts)
    assert not re.findall(rf"\b({'|'.join(PRODUCTS)})\b", said, re.IGNORECASE)


@pytest.mark.parametrize("path", sorted((ROOT / "examples/ideas").iterdir()), ids=lambda p: p.stem)
def test_an_example_names_the_version_it_was_answered_under(path: Any) -> None:
    idea = read_idea(path.read_bytes(), path.name, NGC)
    assert idea.versions == {"ngc": NGC["version"]}
    assert idea.id == path.stem


def test_the_set_is_small_enough_to_answer_in_ten_minutes() -> None:
    assert 8 <= len(QUESTIONS) <= 14
    compiled: CompiledSet = NGC
    assert all(len(question["choices"]) <= 7 for question in compiled["deciding"]["questions"])


OLD = sorted((ROOT / "tests" / "rubrics" / "old").glob("*/*.yaml"))
TODAY = [q["id"] for q in QUESTIONS]


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_written_for_an_older_version_is_read_with_notes_and_no_error(path: Any) -> None:
    idea = read_idea(path.read_bytes(), path.name, NGC)
    assert idea.versions == {"ngc": path.parent.name}
    rules = [note.rule for note in idea.notes]
    assert rules[0] == "set/older"
    assert "set/renamed" in rules
    touched = {note.answer for note in idea.notes if note.answer}
    written = set(
        re.findall(r"(?m)^  ([a-z-]+):", path.read_text("utf-8").partition("answers:")[2])
    )
    assert written <= {*TODAY, *touched}
