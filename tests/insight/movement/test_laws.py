"""What holds of every movement: its parts make the whole, and it can be walked back."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.insight.movement.compare import Comparison
from lifeline.insight.movement.state import State
from lifeline.insight.movement.steps import CAUSES, EVIDENCE, Steps
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, compiled, idea_file
from tests.reference.strategies import answers_for, as_of_dates, claims_for, rubric_sets

Pair = tuple[State, State]


@st.composite
def sets(draw: st.DrawFn) -> tuple[CompiledSet, CompiledSet, Authored]:
    """Give a set, another version of it that has lost a rule or not, and its questions."""
    rubric_set = draw(rubric_sets(quantities=False))
    other = deepcopy(rubric_set)
    rules: list[Any] = [
        rubric["rules"] for rubric in other["rubrics"] if len(rubric.get("rules", ())) > 1
    ]
    is_other: bool = draw(st.booleans())
    if rules and is_other:
        draw(st.sampled_from(rules)).pop()
        other["set"]["version"] = "9.0.0"
    claims = claims_for(rubric_set)
    return compiled(rubric_set, claims), compiled(other, claims), rubric_set


@st.composite
def states(draw: st.DrawFn) -> Pair:
    """Give two states of an idea: other answers, another day, another version of the set."""
    one, other, rubric_set = draw(sets())
    strict = draw(st.booleans())
    first = Assessor(one)
    assessors = first, (Assessor(other) if draw(st.booleans()) else first)
    files = [idea_file(draw(answers_for(rubric_set))) for _ in assessors]
    if draw(st.booleans()):
        files[1] = files[0]
    old, new = (
        State(file, "idea.yaml", assessor, draw(as_of_dates()), strict=strict)
        for file, assessor in zip(files, assessors, strict=True)
    )
    return old, new


def movement(old: State, new: State) -> dict[str, Any]:
    return Comparison().one(old, new)


def months_of(state: State) -> dict[str, int]:
    lifeline = state.assessment["lifeline"]
    assert lifeline is not None
    return {"low": lifeline["months"]["low"], "high": lifeline["months"]["high"]}


@given(states())
def test_the_parts_add_up_to_the_whole_for_both_ends(pair: Pair) -> None:
    old, new = pair
    found = movement(old, new)
    before, after = months_of(old), months_of(new)
    for end in ("low", "high"):
        assert found["months"][end] == after[end] - before[end]
        assert sum(part[end] for part in found["parts"]) == found["months"][end]


@given(states())
def test_each_step_begins_where_the_one_before_ended(pair: Pair) -> None:
    old, new = pair
    parts = Steps(old, new, Comparison().between(old.assessor, new.assessor)).parts()
    assert [cause for part in parts for cause in part["causes"]] == list(CAUSES)
    ends = [part["new"] for part in parts]
    assert [part["old"] for part in parts[1:]] == ends[:-1]
    assert parts[0]["old"] == {**months_of(old), "verdict": old.assessment["verdict"]}
    assert ends[-1] == {**months_of(new), "verdict": new.assessment["verdict"]}


@given(states())
def test_nothing_moves_between_a_state_and_itself(pair: Pair) -> None:
    for state in pair:
        found = movement(state, state)
        assert (found["change"], found["parts"], found["changes"]) == ("same", [], [])
        assert found["months"] == {"low": 0, "high": 0}
        assert found["sentence"] == "Nothing moved in idea."


@given(states())
def test_the_way_back_is_as_long_as_the_way_there(pair: Pair) -> None:
    old, new = pair
    there, back = movement(old, new), movement(new, old)
    for end in ("low", "high"):
        assert there["months"][end] == -back["months"][end]
    assert there["moved"]["open"]["opened"] == [
        id_ for id_ in old_order(new) if id_ in left(back["moved"]["open"])
    ]


def left(open_: dict[str, list[str]]) -> list[str]:
    return open_["answered"] + open_["needless"]


def old_order(state: State) -> list[str]:
    return state.assessment["open"]


@given(states())
def test_what_all_changes_move_is_what_each_moves_alone_and_what_they_move_together(
    pair: Pair,
) -> None:
    found = movement(*pair)
    part = next((p for p in found["parts"] if "answers" in p["causes"]), None)
    if part is None:
        assert found["changes"] == []
        return
    for end in ("low", "high"):
        alone = sum(change["alone"][end] - part["old"][end] for change in found["changes"])
        assert alone + found["together"][end] == part[end]


@given(states())
def test_the_only_change_of_a_file_does_alone_what_the_file_does(pair: Pair) -> None:
    found = movement(*pair)
    if len(found["changes"]) == 1:
        (change,) = found["changes"]
        part = next(p for p in found["parts"] if "answers" in p["causes"])
        assert (change["alone"], change["undone"]) == (part["new"], part["old"])


@settings(max_examples=settings().max_examples // 2)
@given(sets(), st.data())
def test_without_a_market_all_that_time_moves_is_evidence(
    drawn: tuple[CompiledSet, CompiledSet, Authored], data: st.DataObject
) -> None:
    one, _, rubric_set = drawn
    file, assessor = idea_file(data.draw(answers_for(rubric_set))), Assessor(one)
    days = [data.draw(as_of_dates()) for _ in range(2)]
    old, new = (State(file, "idea.yaml", assessor, day, strict=True) for day in days)
    outcome = Steps(old, new, assessor).outcomes[EVIDENCE]
    assert outcome == {**months_of(new), "verdict": new.assessment["verdict"]}
    assert all(part["causes"] == [EVIDENCE] for part in movement(old, new)["parts"] if part["low"])


@settings(max_examples=settings().max_examples // 2)
@given(states(), st.dates(date(2023, 7, 1), date(2024, 6, 30)))
def test_time_moves_no_months_unless_it_is_strict(pair: Pair, day: date) -> None:
    old, _ = pair
    later = State(old.content, old.path, old.assessor, day, strict=False)
    now = State(old.content, old.path, old.assessor, old.as_of, strict=False)
    assert movement(now, later)["months"] == {"low": 0, "high": 0}
