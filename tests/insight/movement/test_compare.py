"""What moved between two states of an idea: the causes, the changes, and the sentence."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling.market import load_market
from lifeline.insight.movement.compare import Comparison
from lifeline.insight.movement.pairing import pairs
from lifeline.insight.movement.state import State
from lifeline.model.compiled import CompiledSet
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of
from tests.authored import ASSESSED, Authored, idea_file
from tests.backtesting.dated import dated
from tests.conftest import ROOT
from tests.insight.movement.states import (
    LONG,
    SHORT,
    compared,
    outcome,
    parts_of,
    recorded,
    reworded,
    state,
    without_cap,
)

LATER = date(2023, 12, 31)


def linked(day: str) -> Authored:
    return {"answer": "nobody", "evidence": [{"link": "https://example.org", "date": day}]}


def test_one_answer_is_told_with_what_it_moves() -> None:
    found = compared(state(LONG), state(SHORT))
    assert found["change"] == "months"
    assert found["months"] == {"low": -6, "high": -6}
    assert parts_of(found) == [("answers", -6, -6)]
    (change,) = found["changes"]
    assert (change["kind"], change["id"]) == ("answer", "product/copy-time")
    assert (change["old"], change["new"]) == ("year", "months")
    assert found["sentence"] == (
        "bakery fell from 12 or more to 6 months, because copy-time changed from year to months."
    )


def test_the_way_back_rises() -> None:
    assert compared(state(SHORT), state(LONG))["sentence"] == (
        "bakery rose from 6 to 12 or more months, because copy-time changed from months to year."
    )


def test_an_end_that_moves_is_named() -> None:
    wide = {**LONG, "copy-time": {"one-of": ["year", "weeks"]}}
    assert compared(state(LONG), state(wide))["sentence"] == (
        "The low end of bakery fell from 12 or more to 3 months, because copy-time changed from"
        " year to year or weeks."
    )
    short = {**LONG, "copy-time": {"one-of": ["months", "weeks"]}}
    assert compared(state(wide), state(short))["sentence"].startswith(
        "The high end of bakery fell from 12 or more to 6 months, because"
    )


def test_changes_that_act_together_are_told_so() -> None:
    """A network holds one thing off, a year's work the other; only without both does it fall."""
    held = {**LONG, "assets": ["network"], "entry": "announced"}
    open_ = {**held, "copy-time": "months", "entry": "where-they-work"}
    found = compared(state(held), state(open_))
    assert parts_of(found) == [("answers", -6, -6)]
    assert [change["alone"]["low"] for change in found["changes"]] == [12, 12]
    assert [change["undone"]["low"] for change in found["changes"]] == [12, 12]
    assert found["together"] == {"low": -6, "high": -6}
    assert found["sentence"].endswith(
        "because entry changed from announced to where-they-work and copy-time changed from year to"
        " months."
    )


def test_of_many_changes_those_that_moved_it_are_the_reason() -> None:
    other = {**SHORT, "entry": "announced", "assets": ["permit"]}
    found = compared(state(LONG), state(other))
    assert len(found["changes"]) == 3
    assert found["sentence"].endswith("because copy-time changed from year to months.")


def test_time_alone_tells_the_days_that_are_left() -> None:
    found = compared(state(SHORT), state(SHORT, as_of=date(2023, 7, 30)))
    assert found["change"] == "time"
    assert found["calendar"]["days_left"] == {"old": 183, "new": 153}
    assert found["sentence"] == (
        "The months and the verdict of bakery are as before: 30 days fewer are left."
    )


def test_a_day_that_has_passed_is_said() -> None:
    found = compared(state(SHORT), state(SHORT, as_of=date(2024, 7, 30)))
    assert found["sentence"].endswith("are as before: the day of its low end has passed.")


def test_evidence_that_aged_moves_months_under_strict_only() -> None:
    answers = {**LONG, "entry": linked("2023-06-01"), "copy-time": "months", "assets": ["network"]}
    for strict, moved in ((False, []), (True, [("evidence", -6, 0)])):
        old, new = (state(answers, as_of=day, strict=strict) for day in (ASSESSED, LATER))
        found = compared(old, new)
        assert found["evidence"] == {"aged": ["product/entry"], "renewed": []}
        assert parts_of(found) == moved
    assert found["sentence"] == (
        "The low end of bakery fell from 12 or more to 6 months, because the answer to entry is"
        " too old now."
    )


def test_evidence_that_is_added_is_a_change_of_the_file() -> None:
    answers = {**LONG, "copy-time": "months", "assets": ["network"]}
    found = compared(
        state(answers, strict=True), state({**answers, "entry": linked("2023-06-01")}, strict=True)
    )
    (change,) = found["changes"]
    assert (change["kind"], change["id"]) == ("evidence", "product/entry")
    assert parts_of(found) == [("answers", 6, 0)]
    assert found["sentence"].endswith("because entry has other evidence.")


def test_another_version_of_the_set_is_a_cause_of_its_own() -> None:
    found = compared(state(SHORT), state({**SHORT, "entry": "announced"}, compiled=without_cap()))
    assert parts_of(found) == [("rubric", 6, 6)]
    assert found["sentence"] == (
        "bakery rose from 6 to 12 or more months, because dated 1.0.0 became 2.0.0."
    )


def test_where_the_new_set_cannot_read_the_old_file_both_causes_are_told_as_one() -> None:
    other = without_cap()
    other["index"] = {name: n for name, n in other["index"].items() if name != "used"}
    answers = {name: answer for name, answer in SHORT.items() if name != "used"}
    found = compared(state(SHORT), state(answers, compiled=other))
    assert parts_of(found) == [("rubric and answers", 6, 6)]
    assert found["rubric"]["readable"] is False
    assert found["changes"] == []
    assert found["sentence"].endswith("because dated 1.0.0 became 2.0.0.")


def test_causes_are_taken_in_their_order() -> None:
    answers = {**LONG, "entry": linked("2023-06-01"), "copy-time": "months", "assets": ["network"]}
    old = state(answers, strict=True)
    new = state({**answers, "copy-time": "weeks"}, strict=True, as_of=LATER, compiled=without_cap())
    assert parts_of(compared(old, new)) == [("evidence", -6, 0), ("answers", 0, -6)]


def test_other_figures_of_the_market_are_told_with_the_day_that_is_described(
    ngc: CompiledSet,
) -> None:
    assessor = Assessor(ngc, load_market())
    path = Path(__file__).parents[3] / "examples" / "ideas" / "langchain.yaml"
    content = path.read_bytes()
    moved = content.replace(b"assessed: 2023-04-30", b"assessed: 2026-01-31")
    old, new = (
        State(data, "idea.yaml", assessor, date(2026, 3, 1), strict=False)
        for data in (content, moved)
    )
    found = Comparison().one(old, new)
    (figure,) = found["market"]["parameters"]
    assert (figure["parameter"], figure["old"]) == ("context-window", 8000)
    assert figure["new"] == new.assessment["parameters"][0]["value"] > 8000
    assert found["calendar"]["assessed"] == {"old": "2023-04-30", "new": "2026-01-31"}
    assert found["parts"][0]["causes"] == ["calendar"]
    assert found["changes"] == []


def test_another_record_of_the_market_is_told_with_what_it_no_longer_says(
    ngc: CompiledSet,
) -> None:
    market = load_market()
    other: CompiledMarket = {**market, "version": "99.0.0", "content": "another", "events": []}
    content = (ROOT / "examples" / "ideas" / "chatpdf.yaml").read_bytes()
    old, new, without = (
        State(content, "idea.yaml", Assessor(ngc, record), date(2026, 3, 1), strict=False)
        for record in (market, other, None)
    )
    found = compared(old, new)["market"]
    assert found["version"] == {"old": market["version"], "new": "99.0.0"}
    assert (found["speaks_against"], found["no_longer"]) == ([], ["lifeline/entry"])
    back = compared(new, old)["market"]
    assert (back["speaks_against"], back["no_longer"]) == (["lifeline/entry"], [])
    for pair in ((old, without), (without, old)):
        assert compared(*pair)["market"]["version"] is None
    assert compared(old, old)["market"] is None


def test_a_gate_of_its_own_is_met_by_every_step() -> None:
    """By the gate of the set it would pass, also between two records of the market."""
    wanted: Any = {**gate_of(dated()["deciding"]["gate"]), "min_months": 12}
    record = load_market()
    records: list[CompiledMarket] = [record, {**record, "version": "99.0.0", "content": "another"}]
    old, new = (
        State(
            idea_file(SHORT), "idea.yaml", Assessor(dated(), each, wanted), ASSESSED, strict=False
        )
        for each in records
    )
    found = compared(old, new)
    assert found["market"]["version"] == {"old": record["version"], "new": "99.0.0"}
    (part,) = found["parts"]
    assert (part["old"]["verdict"], part["new"]["verdict"]) == ("fail", "fail")


def test_a_figure_that_is_in_one_record_only_is_told_as_none_in_the_other(
    ngc: CompiledSet,
) -> None:
    market = load_market()
    other: CompiledMarket = {**market, "content": "another", "parameters": {}}
    content = (ROOT / "examples" / "ideas" / "langchain.yaml").read_bytes()
    old, new = (
        State(content, "idea.yaml", Assessor(ngc, record), date(2026, 3, 1), strict=False)
        for record in (market, other)
    )
    (figure,) = compared(old, new)["market"]["parameters"]
    assert figure == {"parameter": "context-window", "unit": "token", "old": 8000, "new": None}
    (figure,) = compared(new, old)["market"]["parameters"]
    assert (figure["old"], figure["new"]) == (None, 8000)


def test_what_the_record_speaks_against_moves_months_under_strict_only(ngc: CompiledSet) -> None:
    """Some time after the end of March 2023 users could have it elsewhere, or where they work."""
    assessor = Assessor(ngc, load_market())
    path = Path(__file__).parents[3] / "examples" / "ideas" / "chatpdf.yaml"
    days = date(2023, 3, 31), date(2026, 3, 1)
    for strict in (False, True):
        old, new = (
            State(path.read_bytes(), "idea.yaml", assessor, as_of, strict=strict) for as_of in days
        )
        found = Comparison().one(old, new)
        assert found["market"]["speaks_against"] == ["lifeline/entry"]
        moved = [cause for part in found["parts"] if part["low"] for cause in part["causes"]]
        assert strict or not moved


def test_what_the_record_spoke_against_before_moves_nothing_again() -> None:
    held = {**LONG, "copy-time": "months", "assets": ["network"]}
    days = date(2026, 3, 1), date(2026, 3, 2)
    old, new = (
        state(
            held,
            as_of=day,
            strict=True,
            compiled=recorded(),
            market=load_market(),
            capabilities=["file-chat"],
        )
        for day in days
    )
    assert outcome(old) == {"low": 6, "high": 12, "verdict": "pass"}
    assert parts_of(compared(old, new)) == []


def test_the_old_file_is_read_by_another_set_as_of_the_day_of_the_new_one() -> None:
    """As of its own day it would be too old by then."""
    wanted: Any = {**gate_of(dated()["deciding"]["gate"]), "max_age": 30}
    old, new = (
        State(
            idea_file(SHORT, assessed=day.isoformat()),
            "idea.yaml",
            Assessor(rubric_set, None, wanted),
            day,
            strict=False,
        )
        for rubric_set, day in ((dated(), ASSESSED), (reworded(), LATER))
    )
    parts = compared(old, new)["parts"]
    assert parts[-1]["causes"] == ["rubric"]
    assert {part["new"]["verdict"] for part in parts} == {"pass"}


def test_a_waiver_that_ends_moves_the_verdict_by_the_calendar() -> None:
    strict_set = deepcopy(dated())
    answers = {**LONG, "used": False, "launch": 3}
    waivers = {"product/not-used": {"reason": "soon", "until": "2023-07-31"}}
    strict_set["deciding"]["gate"]["fail_on"] = "warning"
    for finding in strict_set["deciding"]["findings"]:
        finding["level"] = "warning"
    old, new = (
        state(answers, compiled=strict_set, as_of=day, waivers=waivers) for day in (ASSESSED, LATER)
    )
    found = compared(old, new)
    assert found["calendar"]["waivers_ended"] == ["product/not-used"]
    assert found["sentence"] == (
        "The verdict on bakery went from pass to fail, with the months as before, because the"
        " waiver of not-used ended."
    )
    changed = compared(old, state(answers, compiled=strict_set))
    assert [(c["kind"], c["new"]) for c in changed["changes"]] == [("waiver", None)]
    assert changed["sentence"].endswith("because not-used is waived no more.")


def test_what_takes_months_and_what_is_told_comes_and_goes() -> None:
    moved = compared(state(LONG), state({**SHORT, "used": False, "launch": "unknown"}))["moved"]
    assert [cap["rule"] for cap in moved["caps"]["changed"][0].values()] == [
        "product/nothing-protects"
    ] * 2
    came = [finding["rule"] for finding in moved["findings"]["came"]]
    assert {"product/not-used", "product/window-missed"} <= set(came)
    assert moved["open"] == {"opened": ["product/launch"], "answered": [], "needless": []}
    assert moved["title"] is None


def test_a_question_that_is_no_longer_asked_is_not_answered() -> None:
    old = state({**LONG, "used": False})
    new = state(LONG)
    assert compared(old, new)["moved"]["open"]["needless"] == ["product/launch"]


@pytest.mark.parametrize(
    ("old", "new", "change", "told"),
    [
        (None, LONG, "added", "bakery is new: 12 or more months, pass."),
        (SHORT, None, "deleted", "bakery is gone; it was at 6 months, pass."),
        ({"x": 1}, LONG, "readable", "bakery can be read now: 12 or more months, pass."),
        (LONG, {"x": 1}, "unreadable", "bakery can no longer be read: 1 problem in its file."),
        ({"x": 1}, {"x": 1}, "never-readable", "bakery cannot be read: 1 problem in its file."),
        (None, {"x": 1}, "never-readable", "bakery cannot be read: 1 problem in its file."),
        ({"x": 1}, None, "deleted", "bakery is gone."),
    ],
)
def test_what_came_went_or_cannot_be_read_is_told(
    old: Authored | None, new: Authored | None, change: str, told: str
) -> None:
    states = [None if answers is None else state(answers) for answers in (old, new)]
    found = compared(*states)
    assert (found["change"], found["sentence"]) == (change, told)
    is_read = any(answers and "x" not in answers for answers in (old, new))
    assert found["idea"] == ("An idea" if is_read else "")
    wrong = {end: len(found["errors"][end]) for end in ("old", "new")}
    assert wrong == {"old": int(old == {"x": 1}), "new": int(new == {"x": 1})}
    assert (found["months"], found["together"], found["moved"]) == (None, None, None)
    assert found["parts"] == []


def all_of(*pairs_: tuple[State | None, State | None]) -> dict[str, object]:
    return Comparison().all(list(pairs_))


def named(answers: Authored, name: str) -> State:
    return state(answers, path=f"{name}.yaml")


def test_of_several_ideas_the_one_that_fell_furthest_is_told_first() -> None:
    weeks = {**LONG, "copy-time": "weeks"}
    found = all_of(
        (named(LONG, "a"), named(SHORT, "a")),
        (named(LONG, "b"), named(weeks, "b")),
        (named(LONG, "c"), named(LONG, "c")),
    )
    assert found["sentence"] == (
        "2 of 3 ideas moved; b fell from 12 or more to 3 months, because copy-time changed from"
        " year to weeks."
    )
    assert found["low_end_fell"] == 2
    assert [idea["id"] for idea in found["ideas"]] == ["b", "a", "c"]  # type: ignore[attr-defined]


def test_the_most_urgent_comes_first_and_each_kind_is_counted() -> None:
    broken = {"x": 1}
    cases: list[tuple[str, Authored | None, Authored | None]] = [
        ("a", LONG, LONG),
        ("b", None, SHORT),
        ("c", None, LONG),
        ("d", SHORT, None),
        ("e", LONG, None),
        ("f", LONG, {**LONG, "assets": ["permit"]}),
        ("g", broken, LONG),
        ("h", LONG, SHORT),
        ("i", broken, broken),
        ("j", LONG, broken),
        ("k", LONG, {**LONG, "copy-time": {"one-of": ["year", "months"]}}),
        ("l", SHORT, LONG),
    ]
    pairs_ = [
        tuple(answers and named(answers, name) for answers in ends)
        for name, *ends in reversed(cases)
    ]
    found = all_of(*pairs_)  # type: ignore[arg-type]  # each is of two
    ideas: list[dict[str, str]] = found["ideas"]  # type: ignore[assignment]
    assert [(idea["id"], idea["change"]) for idea in ideas] == [
        ("j", "unreadable"),
        ("i", "never-readable"),
        ("h", "months"),
        ("k", "months"),
        ("l", "months"),
        ("g", "readable"),
        ("b", "added"),
        ("c", "added"),
        ("d", "deleted"),
        ("e", "deleted"),
        ("f", "other"),
        ("a", "same"),
    ]
    assert found["counts"] == {
        "unreadable": 1,
        "never-readable": 1,
        "months": 3,
        "verdict": 0,
        "readable": 1,
        "added": 2,
        "deleted": 2,
        "other": 1,
        "time": 0,
        "same": 1,
    }
    assert found["low_end_fell"] == 2


def test_of_several_ideas_of_which_none_moved_that_is_said() -> None:
    same = [(named(LONG, name), named(LONG, name)) for name in "ab"]
    told = "The months and the verdicts of all 2 ideas are as before"
    assert all_of(*same)["sentence"] == f"{told}."
    other = named({**LONG, "assets": ["permit"]}, "c")
    found = all_of(*same[:1], (named(LONG, "c"), other))
    assert found["sentence"] == f"{told}; something else moved in 1 of them."


def test_ideas_are_paired_by_path_and_then_by_id() -> None:
    a, b, c = (state(LONG, id=name) for name in "abc")
    twin = state(LONG, id="twin")
    found = pairs(
        {"a": a, "old/b": b, "d": twin}, {"a": a, "new/b": b, "c": c, "e": twin, "f": twin}
    )
    assert found == [(a, a), (b, b), (twin, None), (None, c), (None, twin), (None, twin)]
