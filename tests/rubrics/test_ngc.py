"""The shipped set: what its advice must never do, whatever its wording."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lifeline.compiling.market import load_market
from lifeline.compiling.store import build
from lifeline.model.compiled import CompiledSet, Question
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, assessed, idea
from tests.conftest import ROOT

FOLDER = str(ROOT / "rubrics" / "ngc")
NGC = build(FOLDER, read_files(FOLDER))
QUESTIONS = NGC["deciding"]["questions"]
DUE = [question for question in QUESTIONS if question["rubric"] == "lifeline"]
OPTIONAL = [rubric["rubric"] for rubric in NGC["deciding"]["optional"]]
BEGUN = {question["id"]: "unknown" for question in QUESTIONS}
"""Nothing is known, and nothing left out."""

MARKET = load_market()
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
        several = [choices[:count] for count in range(len(choices), -1, -1)]
        return several if question["better"] == "more" else several[::-1]
    return choices if question["better"] == "first" else choices[::-1]


def worlds(questions: list[Question]) -> st.SearchStrategy[dict[str, Any]]:
    """Give answers to some questions."""
    return st.fixed_dictionaries(
        {question["id"]: st.sampled_from(best_first(question)) for question in questions}
    )


def better_ones(
    draw: st.DataObject, answers: dict[str, Any], questions: list[Question]
) -> dict[str, Any]:
    """Give the same answers with a better one among them."""
    ordered = [
        (question["id"], order[order.index(answers[question["id"]]) - 1])
        for question in questions
        if question["better"] != "none"
        for order in [best_first(question)]
        if order.index(answers[question["id"]]) > 0
    ]
    assume(ordered)
    id_, better = draw.draw(st.sampled_from(ordered))
    return {**answers, id_: better}


def judged(answers: dict[str, Any]) -> dict[str, float]:
    """Give the months of the lifeline and of both clocks, and the scores."""
    found: Any = assess(idea(answers, NGC), NGC, as_of=ASSESSED, market=MARKET)
    ends = {name: found["lifeline"][name] for name in ("months", "advantage", "necessity")}
    assert all(end["low"] == end["high"] for end in ends.values())
    scores = {rubric: score["low"] for rubric, score in found["scores"].items() if score}
    return {name: end["low"] for name, end in ends.items()} | scores


@settings(max_examples=1_000)
@given(worlds(DUE), st.data())
def test_a_better_answer_never_costs_months_or_points(
    answers: dict[str, Any], data: st.DataObject
) -> None:
    before, after = judged(answers), judged(better_ones(data, answers, DUE))
    assert before.keys() == after.keys()
    assert all(after[name] >= value for name, value in before.items())


@pytest.mark.parametrize("rubric", OPTIONAL)
@given(data=st.data())
def test_a_better_answer_never_costs_points_of_an_optional_rubric(
    rubric: str, data: st.DataObject
) -> None:
    questions = [q for q in QUESTIONS if q["rubric"] in (rubric, "lifeline")]
    answers = data.draw(worlds(questions))
    own = [question for question in questions if question["rubric"] == rubric]
    before, after = judged(answers), judged(better_ones(data, answers, own))
    if rubric in before and rubric in after:
        assert after[rubric] >= before[rubric]
    assert [before[name] for name in ("months", "lifeline")] == [
        after[name] for name in ("months", "lifeline")
    ]


def test_every_rule_and_protection_is_possible_where_nothing_is_known() -> None:
    day = date(2026, 11, 1)  # the market has a value of each parameter by then
    unknown = idea(BEGUN, NGC, assessed=day.isoformat())
    found = assess(unknown, NGC, as_of=day, market=MARKET)
    assert {cap["rule"] for cap in found["caps"]} == {cap["id"] for cap in NGC["deciding"]["caps"]}
    rules = {finding["rule"] for finding in found["findings"]}
    assert rules == {finding["id"] for finding in NGC["deciding"]["findings"]}
    lifting = {lift["protection"] for cap in found["caps"] for lift in cap["lifted_by"]}
    assert lifting == {protection["id"] for protection in NGC["deciding"]["protections"]}


def test_optional_rubrics_are_left_out_until_something_of_them_is_answered() -> None:
    found = assessed({"foundation": "own-model"}, NGC)
    assert {id_.partition("/")[0] for id_ in found["open"]} == {"lifeline"}
    assert {f["rule"].partition("/")[0] for f in found["findings"]} == {"lifeline"}
    assert [rubric for rubric, score in found["scores"].items() if score] == ["lifeline"]
    assert found["rubrics"]["own-model"] == "offered"
    assert found["rubrics"]["platform-roadmap"] == "not-applicable"


def test_nothing_that_is_said_names_a_product() -> None:
    texts = {key: text for key, text in NGC["texts"].items() if key != "claims"}
    said = json.dumps(texts)
    assert not re.findall(rf"\b({'|'.join(PRODUCTS)})\b", said, re.IGNORECASE)


@pytest.mark.parametrize("path", sorted((ROOT / "examples/ideas").iterdir()), ids=lambda p: p.stem)
def test_an_example_names_the_version_it_was_answered_under(path: Any) -> None:
    found = read_idea(path.read_bytes(), path.name, NGC)
    assert found.versions == {"ngc": NGC["version"]}
    assert found.id == path.stem


def test_the_set_is_small_enough_to_answer_in_ten_minutes() -> None:
    assert 8 <= len(DUE) <= 14
    for rubric in OPTIONAL:
        assert len([q for q in QUESTIONS if q["rubric"] == rubric]) <= 10
    compiled: CompiledSet = NGC
    assert all(len(question["choices"]) <= 7 for question in compiled["deciding"]["questions"])


OLD = sorted((ROOT / "tests" / "rubrics" / "old").glob("*/*.yaml"))
TODAY = [q["id"] for q in QUESTIONS]


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_written_for_an_older_version_is_read_with_notes_and_no_error(path: Any) -> None:
    found = read_idea(path.read_bytes(), path.name, NGC)
    assert found.versions == {"ngc": path.parent.name}
    rules = [note.rule for note in found.notes]
    assert rules[0] == "set/older"
    assert "set/renamed" in rules
    touched = {note.answer for note in found.notes if note.answer}
    written = set(
        re.findall(r"(?m)^  ([a-z-]+):", path.read_text("utf-8").partition("answers:")[2])
    )
    assert written <= {*TODAY, *touched}
