"""Why an idea moved: every kind of change and cause, in the words that stand in the sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.compiling.market import load_market
from lifeline.insight.movement.compare import Comparison
from lifeline.insight.movement.reasons import LONGEST_ANSWER, edit_text, reasons
from lifeline.insight.movement.state import State
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import gate_of
from tests.authored import ASSESSED, compiled, idea_file
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, farm, question, rubric
from tests.insight.movement.states import LONG, SHORT, compared, outcome, recorded, reworded, state

WAIVER = "product/not-used"


def edit(kind: str, old: str | None, new: str | None, id_: str | None = "product/entry") -> str:
    return edit_text({"kind": kind, "id": id_, "old": old, "new": new})


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("answer", "nobody", "announced", "entry changed from nobody to announced"),
        ("answer", None, "nobody", "entry changed from unknown to nobody"),
        ("answer", "nobody", "unknown", "entry changed from nobody to unknown"),
        ("answer", None, "unknown", "entry was put in as unknown"),
        ("answer", "unknown", None, "entry was taken out as unknown"),
        ("answer", "a\n  b", "c", "entry changed from a b to c"),
        ("evidence", "nobody", "nobody", "entry has other evidence"),
        ("waiver", None, "2023-07-31", "entry is waived until 2023-07-31"),
        ("waiver", "2023-07-31", None, "entry is waived no more"),
    ],
)
def test_a_change_of_a_file_is_named(
    kind: str, old: str | None, new: str | None, told: str
) -> None:
    assert edit(kind, old, new) == told


def test_a_long_answer_is_cut_short() -> None:
    told = edit("answer", "no " * 100, "yes")
    assert len(told) <= len("entry changed from  to yes") + LONGEST_ANSWER


def test_capabilities_are_named_as_they_were_and_are() -> None:
    assert edit("capabilities", "file-chat", "memory", None) == (
        "the capabilities changed from file-chat to memory"
    )
    assert edit("capabilities", None, "memory", None) == (
        "the capabilities changed from none to memory"
    )
    assert edit("capabilities", "memory", None, None) == (
        "the capabilities changed from memory to none"
    )


def found(**causes: Any) -> dict[str, Any]:
    """A movement of the low end by one cause."""
    (cause,) = causes
    step = {"low": 12, "high": 12, "verdict": "pass"}, {"low": 6, "high": 12, "verdict": "pass"}
    part = {"causes": [cause], "old": step[0], "new": step[1]}
    return {"months": {"low": -6, "high": 0}, "parts": [part], **causes}


DAY = {"old": "2023-06-30", "new": "2023-06-30"}
CALENDAR: dict[str, Any] = {
    "as_of": {"old": "2023-06-30", "new": "2023-12-31"},
    "assessed": DAY,
    "waivers_ended": [],
}
EVIDENCE: dict[str, Any] = {"aged": [], "renewed": []}
MARKET: dict[str, Any] = {"version": None, "parameters": [], "speaks_against": [], "no_longer": []}
IDS = ["a/one", "a/two", "b/three", "b/four", "b/five"]


@pytest.mark.parametrize(
    ("cause", "ground", "told"),
    [
        ("calendar", CALENDAR, ["time passed"]),
        ("calendar", {**CALENDAR, "as_of": DAY}, []),
        (
            "calendar",
            {**CALENDAR, "assessed": {"old": "2023-06-30", "new": "2023-07-01"}},
            ["time passed", "the answers describe a later day now"],
        ),
        (
            "calendar",
            {**CALENDAR, "as_of": DAY, "assessed": {"old": "2023-06-30", "new": "2023-06-29"}},
            ["the answers describe an earlier day now"],
        ),
        (
            "calendar",
            {**CALENDAR, "as_of": DAY, "assessed": {"old": None, "new": "2023-06-30"}},
            ["the answers describe a day now"],
        ),
        (
            "calendar",
            {**CALENDAR, "as_of": DAY, "assessed": {"old": "2023-06-30", "new": None}},
            ["the answers describe no day now"],
        ),
        (
            "calendar",
            {**CALENDAR, "waivers_ended": [WAIVER]},
            ["the waiver of not-used ended"],
        ),
        (
            "evidence",
            {"aged": IDS[:1], "renewed": IDS[1:2]},
            ["the answer to one is too old now", "the answer to two counts again"],
        ),
        (
            "evidence",
            {**EVIDENCE, "aged": IDS[:2]},
            ["the answers to one and two are too old now"],
        ),
        (
            "evidence",
            {**EVIDENCE, "renewed": IDS[:2]},
            ["the answers to one and two count again"],
        ),
        (
            "evidence",
            {**EVIDENCE, "aged": IDS[:3]},
            ["the answers to one, two and three are too old now"],
        ),
        (
            "evidence",
            {**EVIDENCE, "aged": IDS},
            ["the answers to one, two, three and 2 more are too old now"],
        ),
        ("market", MARKET, ["the record of the market is another one"]),
        (
            "market",
            {**MARKET, "parameters": [{"parameter": "context-window"}]},
            ["context-window is another figure on that day"],
        ),
        (
            "market",
            {**MARKET, "speaks_against": IDS[:1], "no_longer": IDS[1:2]},
            [
                "the record of the market speaks against one now",
                "the record of the market no longer speaks against two",
            ],
        ),
        (
            "rubric",
            {
                "old": {"set": "ngc", "version": "1.0.0"},
                "new": {"set": "ngc", "version": "1.1.0"},
            },
            ["ngc 1.0.0 became 1.1.0"],
        ),
        (
            "rubric",
            {
                "old": {"set": "ngc", "version": "1.0.0"},
                "new": {"set": "ngc", "version": "1.0.0"},
            },
            ["ngc 1.0.0 was changed"],
        ),
        (
            "rubric",
            {
                "old": {"set": "ngc", "version": "1.0.0"},
                "new": {"set": "own", "version": "2.0.0"},
            },
            ["ngc 1.0.0 became own 2.0.0"],
        ),
    ],
)
def test_a_cause_is_named(cause: str, ground: Any, told: list[str]) -> None:
    assert reasons(found(**{cause: ground})) == told


def test_what_went_the_other_way_is_no_reason() -> None:
    movement = found(calendar=CALENDAR)
    movement["parts"][0]["new"]["low"] = 24
    assert reasons(movement) == []


def test_up_to_four_reasons_are_named_and_of_more_three_and_their_number() -> None:
    figures = [{"parameter": name} for name in ("rain", "sun", "wind", "frost", "hail")]

    def told(number: int) -> list[str]:
        return reasons(found(market={**MARKET, "parameters": figures[:number]}))

    assert [each.partition(" ")[0] for each in told(4)] == ["rain", "sun", "wind", "frost"]
    assert told(5)[:3] == told(4)[:3]
    assert told(5)[3:] == ["2 more changes"]


def test_changes_of_which_none_is_needed_and_none_does_it_alone_act_together() -> None:
    """Two of three things have to go: no one of the changes takes months, nor gives them back."""
    held = {"low": 12, "high": 12, "verdict": "pass"}
    fell = {"low": 6, "high": 6, "verdict": "pass"}
    movement = found(answers=None)
    change = {"kind": "answer", "id": "a/one", "old": "x", "new": "y", "alone": held}
    movement["parts"][0] |= {"old": held, "new": fell}
    movement["changes"] = [{**change, "undone": fell} for _ in range(3)]
    assert reasons(movement) == ["3 changes to the file act together"]


def test_changes_that_each_do_it_alone_are_the_reason_and_others_are_not() -> None:
    """Either of two changes would have been enough, so that none of them is needed."""
    held, fell = ({"low": low, "high": low, "verdict": "pass"} for low in (12, 6))
    movement = found(answers=None)
    movement["parts"][0] |= {"old": held, "new": fell}
    movement["changes"] = [
        {"kind": "answer", "id": f"a/{name}", "old": "x", "new": "y", "alone": end, "undone": fell}
        for name, end in (("one", fell), ("two", held), ("three", fell))
    ]
    assert reasons(movement) == ["one changed from x to y", "three changed from x to y"]


def test_the_reasons_of_all_steps_and_of_all_causes_of_a_step_are_told() -> None:
    movement = found(calendar=CALENDAR)
    rubric = {"set": "ngc", "version": "1.0.0"}
    movement |= {"market": MARKET, "rubric": {"old": rubric, "new": rubric}}
    (first,) = movement["parts"]
    last = {"low": 3, "high": 12, "verdict": "fail"}
    movement["parts"].append({"causes": ["market", "rubric"], "old": first["new"], "new": last})
    assert reasons(movement) == [
        "time passed",
        "the record of the market is another one",
        "ngc 1.0.0 was changed",
    ]


def test_named_capabilities_bring_in_what_the_record_says_of_them() -> None:
    held = {**LONG, "copy-time": "months", "assets": ["network"]}
    old, new = (
        state(
            held,
            as_of=date(2026, 3, 1),
            strict=True,
            compiled=recorded(),
            market=load_market(),
            capabilities=some,
        )
        for some in ([], ["file-chat"])
    )
    moved = compared(old, new)
    (change,) = moved["changes"]
    assert (change["kind"], change["old"], change["new"]) == ("capabilities", None, "file-chat")
    assert (change["alone"], change["undone"]) == (outcome(new), outcome(old))
    assert moved["sentence"] == (
        "The low end of bakery fell from 12 or more to 6 months, because the capabilities changed"
        " from none to file-chat."
    )
    came = {finding["rule"] for finding in moved["moved"]["findings"]["came"]}
    assert any(rule.startswith("market/") for rule in came)


def test_an_idea_without_answers_is_of_no_day() -> None:
    content = b"lifeline: 1\nidea: A bakery\n"
    old, new = (
        State(content, "bakery.yaml", Assessor(dated()), date(2023, month, 30), strict=False)
        for month in (6, 7)
    )
    assert compared(old, new)["calendar"] == {
        "as_of": {"old": "2023-06-30", "new": "2023-07-30"},
        "assessed": {"old": None, "new": None},
        "days_left": {"old": None, "new": None},
        "waivers_ended": [],
    }


def test_a_waiver_that_is_given_is_a_change_with_its_last_day() -> None:
    waivers = {WAIVER: {"reason": "soon", "until": "2023-07-31"}}
    moved = compared(state(LONG), state(LONG, waivers=waivers))
    (change,) = moved["changes"]
    assert (change["kind"], change["id"]) == ("waiver", WAIVER)
    assert (change["old"], change["new"]) == (None, "2023-07-31")
    later = {WAIVER: {"reason": "soon", "until": "2023-08-31"}}
    (change,) = compared(state(LONG, waivers=waivers), state(LONG, waivers=later))["changes"]
    assert (change["old"], change["new"]) == ("2023-07-31", "2023-08-31")


def test_only_a_waiver_that_ended_since_is_told() -> None:
    until = {"not-used": "2023-07-31", "window-missed": "2023-12-31"}
    waivers = {f"product/{id_}": {"reason": "soon", "until": day} for id_, day in until.items()}
    days = date(2023, 6, 30), date(2023, 9, 30), date(2023, 10, 30)
    first, second, third = (state(LONG, waivers=waivers, as_of=day) for day in days)
    assert compared(first, second)["calendar"]["waivers_ended"] == [WAIVER]
    assert compared(second, third)["calendar"]["waivers_ended"] == []
    assert compared(second, first)["calendar"]["waivers_ended"] == []


def test_an_open_question_that_brings_in_a_score_that_is_asked_for_is_a_change() -> None:
    shed = [question("roof", "choice", choices={"tiles": 1, "straw": 0.5})]
    made = compiled(
        farm(
            rubric("garden", questions=[question("fig", "yes-no")]),
            rubric("shed", optional=True, score="Shelter", questions=shed),
        ),
        CLAIMS,
    )
    wanted: Any = {**gate_of(made["deciding"]["gate"]), "min_score": {"shed": 50}}
    assessor = Assessor(made, None, wanted)
    old, new = (
        State(idea_file({"fig": True, **more}), "bakery.yaml", assessor, ASSESSED, strict=False)
        for more in ({}, {"roof": "unknown"})
    )
    moved = Comparison().one(old, new)
    assert moved["sentence"] == (
        "The verdict on bakery went from unclear to pass, with the months as before, because roof"
        " was put in as unknown."
    )
    (change,) = moved["changes"]
    assert (change["alone"]["verdict"], change["undone"]["verdict"]) == ("pass", "unclear")


def test_other_capabilities_are_one_change_whatever_their_order() -> None:
    old, new = (state(LONG, capabilities=some) for some in (["b", "a"], ["c"]))
    (change,) = compared(old, new)["changes"]
    assert (change["kind"], change["id"]) == ("capabilities", None)
    assert (change["old"], change["new"]) == ("a, b", "c")
    assert compared(old, state(LONG, capabilities=["a", "b"]))["changes"] == []
    (change,) = compared(old, state(LONG))["changes"]
    assert (change["old"], change["new"]) == ("a, b", None)


def test_to_write_down_that_a_question_is_open_is_no_change_where_it_does_nothing() -> None:
    without = {name: answer for name, answer in LONG.items() if name != "entry"}
    unknown = {**without, "entry": "unknown"}
    for pair in ((without, unknown), (unknown, without)):
        assert compared(*(state(answers) for answers in pair))["changes"] == []
    (change,) = compared(state(LONG), state(unknown))["changes"]
    assert (change["old"], change["new"]) == ("nobody", "unknown")
    (change,) = compared(state(LONG), state(without))["changes"]
    assert (change["old"], change["new"]) == ("nobody", None)


def test_the_day_of_the_answers_moves_with_the_file() -> None:
    moved = compared(state(SHORT), state(SHORT, assessed="2023-07-30", as_of=date(2023, 7, 30)))
    assert moved["change"] == "other"
    assert moved["calendar"]["assessed"] == {"old": "2023-06-30", "new": "2023-07-30"}
    assert moved["calendar"]["days_left"] == {"old": 183, "new": 184}
    assert moved["sentence"].endswith("are as before: 1 day more is left.")


def test_a_verdict_that_moves_because_the_answers_are_of_a_later_day_says_so() -> None:
    wanted: Any = {**gate_of(dated()["deciding"]["gate"]), "max_age": 30}
    by, as_of = Assessor(dated(), gate=wanted), date(2023, 8, 30)
    files = idea_file(LONG), idea_file(LONG, assessed="2023-08-20")
    old, new = (State(file, "idea.yaml", by, as_of, strict=False) for file in files)
    moved = compared(old, new)
    assert moved["sentence"] == (
        "The verdict on idea went from unclear to pass, with the months as before, because the"
        " answers describe a later day now."
    )


def test_a_set_that_is_worded_otherwise_is_told_and_moves_nothing() -> None:
    moved = compared(state(SHORT), state(SHORT, compiled=reworded()))
    assert (moved["change"], moved["rubric"]["readable"]) == ("other", True)
    assert moved["parts"][-1]["causes"] == ["rubric"]
    assert moved["rubric"]["old"] == moved["rubric"]["new"] == {"set": "dated", "version": "1.0.0"}
