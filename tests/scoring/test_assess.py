"""What an assessment says beyond the months: places, waivers, dates, and that nothing leaks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeline.compiling.store import build
from lifeline.model import known
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import Assessor, assess
from tests.authored import ASSESSED, assessed, compiled, idea
from tests.conftest import ROOT
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.scoring.test_evidence import asking

SMALL = str(ROOT / "tests" / "sets" / "small")


@given(rubric_sets(), st.data())
def test_what_one_idea_took_to_solve_changes_nothing_for_the_next(
    rubric_set: dict[str, Any], data: st.DataObject
) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    ideas = [idea(data.draw(answers_for(rubric_set)), compiled_set) for _ in range(4)]
    one = Assessor(compiled_set)
    together = [json.dumps(one.assess(each, as_of=ASSESSED)) for each in (*ideas, *ideas)]
    alone = [json.dumps(assess(each, compiled_set, as_of=ASSESSED)) for each in (*ideas, *ideas)]
    assert together == alone


def test_what_is_known_of_a_rule_is_bounded(ngc: CompiledSet, monkeypatch: Any) -> None:
    monkeypatch.setattr(known, "MOST_KNOWN", 2)
    one = Assessor(ngc)
    for entry in ("not-yet", "announced", "offered"):
        for copy_time in ("weeks", "months", "year"):
            answers = {"entry": entry, "copy-time": copy_time}
            one.assess(idea(answers, ngc), as_of=ASSESSED)
    ((_, book),) = one.books.values()
    assert max(len(rule.known) for rule in book.caps) <= 2
    ties = [*book.hiding, *book.protecting]
    assert max(len(tie.known) for _, tie in ties) == 2


def test_one_that_asks_something_else_shares_what_is_known_and_leaves_the_first_as_it_is(
    ngc: CompiledSet,
) -> None:
    first, read = Assessor(ngc), idea({"entry": "not-yet"}, ngc)
    gate: Any = {**first.gate, "min_months": 12}
    other = first.asking(gate, strict=True)
    found = other.assess(read, as_of=ASSESSED)
    assert found == Assessor(ngc).assess(read, as_of=ASSESSED, gate=gate, strict=True)
    assert other.books is first.books
    assert (first.gate["min_months"], first.strict) == (6, False)
    assert first.asking(None, strict=True).gate == first.gate


def test_a_cap_points_at_the_first_answer_it_reads_or_where_answers_stand(
    ngc: CompiledSet,
) -> None:
    found = assessed({"place": "visit", "assistant": "enough", "copy-time": "weeks"}, ngc)
    places = {cap["rule"]: (cap["line"], cap["column"]) for cap in found["caps"]}
    assert places["lifeline/only-time-lacking"] == (6, 3)
    assert places["lifeline/nothing-protects"] == (4, 1)


def test_without_an_answer_no_day_is_needed_and_none_is_named(ngc: CompiledSet) -> None:
    found: Any = assess(read_idea(b"lifeline: 1\nidea: x\n", "x.yaml", ngc), ngc, as_of=ASSESSED)
    assert found["assessed"] is found["lifeline"]["until"] is None
    assert found["verdict"] == "unclear"
    assert found["completeness"] == {"settled": 0, "asked": 14}


def test_until_is_the_assessed_day_plus_the_months(ngc: CompiledSet) -> None:
    found: Any = assessed({"assistant": "enough", "payers": "nobody", "assets": []}, ngc)
    assert found["lifeline"]["until"] == {"low": "2023-09-30", "high": "2023-09-30"}


def test_a_waiver_holds_until_its_day_and_only_for_findings() -> None:
    small = build(SMALL, read_files(SMALL))
    gate = small["deciding"]["gate"]
    gate["fail_on"], gate["min_months"] = "note", 0
    (finding,) = small["deciding"]["findings"]
    finding["when"], finding["level"] = ["all", []], "blocker"
    waivers = {finding["id"]: {"reason": "known", "until": "2023-07-31"}}

    def verdict(day: date, **more: Any) -> tuple[str, bool]:
        found = assessed({}, small, as_of=day, **more)
        told = next(f for f in found["findings"] if f["rule"] == finding["id"])
        return found["verdict"], told["waived"]

    assert verdict(ASSESSED) == ("fail", False)
    assert verdict(date(2023, 7, 31), waivers=waivers) == ("pass", True)
    assert verdict(date(2023, 8, 1), waivers=waivers) == ("fail", False)


def test_answers_are_doubted_only_where_it_is_asked_for() -> None:
    unbacked = idea({"entry": "nobody"}, asking("link"))
    lax, strict = Assessor(asking("link")), Assessor(asking("link"), strict=True)
    day: Any = {"as_of": ASSESSED}

    def low(one: Assessor, **more: Any) -> set[int]:
        found: Any = one.assess(unbacked, **day, **more)["lifeline"]
        solved = [one.solve(unbacked, **day, **more), one.pose(unbacked, **day, **more).solved()]
        return {found["months"]["low"], *(each.months()["low"] for each in solved)}

    assert low(lax) == {12}
    assert low(lax, strict=True) == low(strict) == low(strict, strict=True) == {3}


def siblings() -> CompiledSet:
    """Two questions of which one answer asks the first, another the second, a third neither."""
    words = {"why": "Why. So.", "claims": ["C-1"], "ask": "What?"}
    said = {"because": "So.", "remedy": "Do.", "claims": ["C-1"]}
    choices = [{"id": each, "label": each} for each in ("first", "second", "neither")]
    parent = {"id": "parent", "kind": "choice", "better": "first", "choices": choices, **words}
    child = {"kind": "yes-no", "better": "yes", **words}
    rubric = {
        "rubric-format": 1,
        "rubric": "small",
        "title": "Small",
        "about": "Small.",
        "questions": [
            parent,
            {"id": "left", "when": {"parent": "first"}, **child},
            {"id": "right", "when": {"parent": "second"}, **child},
        ],
        "rules": [
            {
                "id": "neither-well",
                "when": {"any": [{"left": False}, {"right": False}]},
                "cap": {"clock": "advantage", "months": 3, "cause": "price"},
                **said,
            }
        ],
    }
    head = {"set-format": 1, "set": "s", "version": "1.0.0", "title": "S", "rubrics": ["small"]}
    return compiled({"set": head, "rubrics": [rubric]}, claims_for({"rubrics": [rubric]}))


def test_what_hides_a_question_has_a_say_in_what_is_remembered() -> None:
    small = siblings()
    one = Assessor(small)
    worse = {"left": False, "right": False}

    def status(parent: list[str]) -> str:
        answers = {**worse, "parent": {"one-of": parent}}
        (cap,) = one.assess(idea(answers, small), as_of=ASSESSED)["caps"]
        return cap["status"]

    assert status(["first", "second"]) == "certain"
    assert status(["first", "second", "neither"]) == "possible"
    assert status(["first", "second"]) == "certain"


@given(rubric_sets() | rubric_sets(clocks=True), st.data())
def test_only_what_a_rule_waits_on_changes_what_it_does(
    rubric_set: dict[str, Any], data: st.DataObject
) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    answers = data.draw(answers_for(rubric_set))
    before = assessed(answers, compiled_set)
    more = data.draw(answers_for(rubric_set))
    waiting = {id_ for told in _waiting(before) for id_ in told["waits_on"]}
    assert waiting <= set(before["open"])
    assert all(told["status"] == "possible" for told in before["findings"] if told["waits_on"])
    for id_ in before["open"]:
        name = id_.rpartition("/")[2]
        if name not in more:
            continue
        given_ = {**answers, name: more[name]}
        narrower = assessed(given_, compiled_set)
        if name in answers or not all(b["exact"] for b in _lifelines(before, narrower)):
            continue  # only an answer where there was none is sure to narrow
        after = {told["rule"]: (told["status"], told.get("value")) for told in _waiting(narrower)}
        for told in _waiting(before):
            if id_ not in told["waits_on"]:
                assert after.get(told["rule"]) == (told["status"], told.get("value"))


def _waiting(found: Any) -> list[Any]:
    rules = [told for told in found["findings"] if not told["rule"].startswith("evidence/")]
    return [*found["caps"], *rules]


def _lifelines(*found: Any) -> list[Any]:
    return [each["lifeline"] for each in found]
