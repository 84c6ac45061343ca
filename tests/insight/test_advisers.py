"""Two advisers on one idea: how each reads the file, and where they part."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from lifeline.compiling.store import build
from lifeline.errors import InvalidFile
from lifeline.insight.advisers.comparing import compare_advisers
from lifeline.insight.advisers.reading import read_for_both
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import Idea
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, compiled, idea_file
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, garden, protection, question, rubric, rule
from tests.conftest import ROOT
from tests.reading.small import small
from tests.scoring.records import small as small_record

AS_OF = date(2026, 11, 22)
NGC_VERSION = {"ngc": "0.3.0"}


@cache
def patient() -> CompiledSet:
    folder = str(ROOT / "examples" / "rubrics" / "patient")
    return build(folder, read_files(folder))


def compared(
    answers: Authored, first: CompiledSet, second: CompiledSet, **more: Any
) -> dict[str, Any]:
    data = idea_file(answers, **more)
    return compare_advisers(data, "idea.yaml", (first, second), None, AS_OF)


def alone(compiled_set: CompiledSet, read: Idea, **how: Any) -> dict[str, Any]:
    """Give what one set concludes of what it reads of an idea, as it stands in a comparison."""
    assessor = Assessor(compiled_set, gate=how.pop("gate", None))
    found: Any = assessor.assess(read, as_of=AS_OF, **how)
    low = found["lifeline"]["months"]["low"]
    return {
        "set": compiled_set["set"],
        "version": compiled_set["version"],
        "extends": compiled_set["extends"],
        **{key: found["lifeline"][key] for key in ("months", "ends", "cause")},
        "verdict": found["verdict"],
        "gate": assessor.gate,
        "durability": found["scores"].get("product"),
        "asked": found["completeness"]["asked"],
        "answered": len(found["answers"]),
        "holds": [cap["rule"] for cap in found["caps"] if cap["value"]["low"] == low < 12],
    }


def under(found: dict[str, Any], rule: str) -> list[str]:
    (entry,) = [entry for entry in found["parting"] if entry["rule"] == rule]
    return [view["state"] for view in entry["under"]]


def test_a_set_and_one_that_extends_it_read_the_same_file(ngc: CompiledSet) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    assert [view["set"] for view in found["advisers"]] == ["ngc", "patient"]
    assert found["related"]
    assert found["taken_otherwise"] == []
    assert found["questions"][0] == []
    assert [q["question"].partition("/")[0] for q in found["questions"][1]] == ["patient-money"] * 3


@pytest.mark.parametrize("least", [6, 12])
@pytest.mark.parametrize("strict", [False, True])
def test_each_adviser_concludes_what_it_would_alone(strict: bool, least: int) -> None:
    answers = {"entry": "announced", "assets": ["network"], "copy-time": "months", "runway": 3}
    data, sets = idea_file(answers), (dated(), small())
    gate: Any = {**Assessor(dated()).gate, "min_months": least}
    found = compare_advisers(
        data, "idea.yaml", sets, None, AS_OF, strict=strict, gates=(gate, None)
    )
    (one, other), _ = read_for_both(data, "idea.yaml", *sets)
    assert found["advisers"] == [
        alone(dated(), one, strict=strict, gate=gate),
        alone(small(), other, strict=strict),
    ]
    assert found["strict"] == strict


def test_the_result_names_the_idea_and_the_day_and_what_only_one_of_the_two_has() -> None:
    answers = {"entry": "nobody", "copy-time": "months", "runway": 3}
    found = compared(answers, dated(), small())
    for key in ("advisers", "parting", "alike", "related", "taken_otherwise"):
        del found[key]
    theirs = [question for questions in found["questions"] for question in questions]
    assert theirs[0] == {
        "question": "product/copy-time",
        "ask": "How long would a team of five need to build the same thing?",
        "answer": "months",
    }
    told = [(told["question"].rpartition("/")[2], told["answer"]) for told in theirs]
    assert told[1:] == [
        ("used", None),
        ("launch", None),
        ("uses-model", None),
        ("training-budget", None),
        ("runway", "3"),
    ]
    assert [len(questions) for questions in found.pop("questions")] == [3, 3]
    assert found == {
        "format": 1,
        "mode": "advisers",
        "path": "idea.yaml",
        "id": "idea",
        "idea": "An idea",
        "assessed": "2023-06-30",
        "as_of": "2026-11-22",
        "strict": False,
        "protections": [
            ["product/network", "product/hard-to-copy"],
            ["product/holds-a-network"],
        ],
        "parameters": [[], []],
        "shared": ["entry", "assets"],
    }


def test_a_figure_of_the_market_that_only_one_of_the_two_uses_is_told() -> None:
    cost = {"parameters": [{"id": "training-cost", "unit": "USD"}]}
    cost["protections"] = [
        protection("rich", {"budget": {"at-least": {"parameter": "training-cost"}}})
    ]
    data, sets = idea_file({"budget": 1}), (garden(**cost), garden())
    for market, used in ((small_record(), ["training-cost"]), (None, [])):
        found = compare_advisers(data, "idea.yaml", sets, market, AS_OF)
        assert found["parameters"] == [used, []]


@pytest.mark.parametrize(
    ("otherwise", "parts"),
    [
        ({}, False),
        ({"when": {"entry": "everyone"}}, True),  # possible, not certain
        ({"when": {"entry": "nobody"}}, True),
        ({"cap": cap(6)}, True),
        ({"cap": cap(clock="necessity")}, True),
        ({"cap": cap(cause="price")}, True),
    ],
)
def test_they_part_in_a_rule_that_does_not_do_the_same_under_both(
    otherwise: Authored, parts: bool
) -> None:
    dry: Authored = {"when": {"entry": {"in": ["announced", "everyone"]}}, "cap": cap()}
    one, other = (garden(rules=[rule("dry", **each)]) for each in (dry, dry | otherwise))
    found = compared({"entry": {"one-of": ["announced", "everyone"]}}, one, other)
    assert (found["alike"], [entry["rule"] for entry in found["parting"]]) == (
        ([], ["garden/dry"]) if parts else (["garden/dry"], [])
    )


def test_the_rule_that_leaves_least_comes_first_whoever_has_it() -> None:
    late, soon = (garden(rules=[rule(f"after-{n}", cap=cap(n))]) for n in (6, 3))
    found = compared({}, late, soon)["parting"]
    assert [entry["rule"] for entry in found] == ["garden/after-3", "garden/after-6"]


def test_what_a_rule_does_under_each_of_the_two_is_told_in_full() -> None:
    wall = protection("wall", {"irrigated": True})
    dry = rule("dry", when={"entry": "everyone"}, cap=cap(), unless={"wall": 12})
    one = garden(rules=[dry], protections=[wall])
    other = garden(rules=[rule("dry", when={"entry": "nobody"}, cap=cap())])
    (entry,) = compared({"entry": "everyone"}, one, other)["parting"]
    fires, silent = entry["under"]
    told: Authored = {
        "clock": "advantage",
        "cause": "demand",
        "because": "It grows.",
        "remedy": "Water it.",
    }
    told |= {"demanded_by": None, "history": None}
    for view in (fires, silent):
        assert [claim["id"] for claim in view.pop("claims")] == ["S1-1"]
    assert silent == {"state": "silent", **told}
    lift = {"protection": "garden/wall", "months": 12, "status": "possible", "because": "It grows."}
    assert fires == {
        "state": "fires",
        **told,
        "status": "certain",
        "value": {"low": 3, "high": 12},
        "waits_on": ["garden/irrigated"],
        "lifted_by": [lift],
    }


@pytest.mark.parametrize(
    ("extends", "others", "related"),
    [
        ({}, {}, False),
        ({"other": "1.0.0"}, {}, True),
        ({}, {"one": "1.0.0"}, True),
        ({"third": "1.0.0"}, {"third": "1.0.0"}, True),
        ({"third": "1.0.0"}, {"fourth": "1.0.0"}, False),
    ],
)
def test_sets_are_related_where_one_stands_on_the_other_or_both_on_a_third(
    extends: dict[str, str], others: dict[str, str], related: bool
) -> None:
    one: Any = {**garden(), "set": "one", "extends": extends}
    other: Any = {**garden(), "set": "other", "extends": others}
    assert compared({}, one, other)["related"] == related


def test_they_part_where_a_rule_is_switched_off_or_added(ngc: CompiledSet) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    assert under(found, "lifeline/novelty-fades") == ["fires", "absent"]
    assert under(found, "patient-money/owners-in-a-hurry") == ["absent", "fires"]
    assert "lifeline/nothing-protects" in found["alike"]
    assert found["advisers"][0]["holds"] != found["advisers"][1]["holds"]


def test_a_rule_that_fires_under_one_is_told_with_its_reason_and_its_claims(
    ngc: CompiledSet,
) -> None:
    found = compared({"need": "once", "payers": "nobody"}, ngc, patient())
    for entry in found["parting"]:
        for view in entry["under"]:
            if view["state"] == "fires":
                assert view["because"]
                assert view["claims"][0]["source"]["author"]


def test_what_lifts_a_rule_is_told(ngc: CompiledSet) -> None:
    found = compared({"patient-owners": "sooner", "patient-income": True}, ngc, patient())
    (entry,) = [e for e in found["parting"] if e["rule"] == "patient-money/owners-in-a-hurry"]
    (lift,) = entry["under"][1]["lifted_by"]
    assert (lift["protection"], lift["months"]) == ("patient-money/patient-income-carries-it", 12)


def test_a_set_against_itself_parts_in_nothing(ngc: CompiledSet) -> None:
    found = compared({"copy-time": "weeks"}, ngc, ngc)
    assert found["parting"] == []
    assert found["protections"] == found["parameters"] == found["questions"] == [[], []]
    assert found["advisers"][0] == found["advisers"][1]


def test_turned_around_they_part_in_the_same(ngc: CompiledSet) -> None:
    answers = {"need": "once", "patient-owners": "sooner"}
    one, other = compared(answers, ngc, patient()), compared(answers, patient(), ngc)
    assert one["advisers"] == other["advisers"][::-1]
    turned = {entry["rule"]: entry["under"][::-1] for entry in other["parting"]}
    assert {entry["rule"]: entry["under"] for entry in one["parting"]} == turned


def test_answers_for_a_set_that_stands_apart_are_passed_over(ngc: CompiledSet) -> None:
    answers = {"foundation": "layer", "payers": "few", "runway": 9}
    found = compared(answers, ngc, small(), set=NGC_VERSION)
    one, other = found["advisers"]
    assert (one["answered"], other["answered"]) == (3, 1)
    assert "runway" in found["shared"]
    assert not found["related"]


def test_an_answer_that_only_one_of_two_sets_takes_is_open_for_the_other() -> None:
    answers = {"entry": "nobody", "assets": [], "copy-time": "weeks", "uses-model": True}
    found = compared(answers, dated(), small())
    assert found["taken_otherwise"] == []
    assert [view["answered"] for view in found["advisers"]] == [3, 3]


def test_one_name_with_other_choices_is_told(ngc: CompiledSet) -> None:
    for first, second in ((ngc, small()), (small(), ngc)):
        found = compared({"entry": "offered", "runway": 3}, first, second, set=NGC_VERSION)
        assert found["taken_otherwise"] == ["entry"]
        answered = {view["set"]: view["answered"] for view in found["advisers"]}
        assert answered == {"ngc": 2, "small": 1}


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({"foundatoin": "layer"}, "answers.foundatoin"),
        ({"foundation": "nothing-such"}, "answers.foundation"),
        ({"entry": "nothing-such"}, "answers.entry"),
    ],
)
def test_what_neither_takes_is_a_mistake(ngc: CompiledSet, answers: Authored, key: str) -> None:
    for first, second in ((ngc, small()), (small(), ngc)):
        with pytest.raises(InvalidFile) as caught:
            compared(answers, first, second)
        assert key in [problem.key for problem in caught.value.problems]


def test_a_waiver_of_the_other_set_is_no_mistake(ngc: CompiledSet) -> None:
    waiver = {"fine-tuning/knowledge-by-tuning": {"reason": "A try.", "until": "2026-12-31"}}
    assert compared({}, ngc, small(), waivers=waiver)["advisers"][1]["set"] == "small"
    wrong = {"fine-tuning/nothing-such": waiver["fine-tuning/knowledge-by-tuning"]}
    with pytest.raises(InvalidFile):
        compared({}, ngc, small(), waivers=wrong)


def test_nor_where_both_sets_have_a_rubric_of_that_name() -> None:
    waiver = {"reason": "A try.", "until": "2026-12-31"}
    found = compared({"used": True}, dated(), small(), waivers={"product/window-missed": waiver})
    assert found["advisers"][0]["answered"] == 1
    with pytest.raises(InvalidFile):
        compared({}, dated(), small(), waivers={"product/nothing-such": waiver})


@pytest.mark.parametrize(
    "answer", [["gold"], {"answer": ["gold"]}, {"surely": ["gold"]}, {"maybe": ["seed", "gold"]}]
)
def test_in_whatever_form_an_answer_is_written_only_one_of_the_two_takes_it(answer: Any) -> None:
    mine = compiled(
        farm(rubric("mine", questions=[question("assets", "choices", choices=["gold", "seed"])])),
        CLAIMS,
    )
    for first, second in ((garden(), mine), (mine, garden())):
        found = compared({"assets": answer, "entry": "nobody"}, first, second)
        assert found["taken_otherwise"] == ["assets"]
        assert sorted(view["answered"] for view in found["advisers"]) == [1, 1]


def test_under_strict_what_an_answer_that_nothing_backs_may_hide_is_asked() -> None:
    tried = question("tried", "yes-no", evidence="link", fresh_for=90)
    hidden = question("soon", "number", when={"tried": False})
    field = compiled(farm(rubric("field", questions=[tried, hidden])), CLAIMS)
    data = idea_file({"tried": True})
    for strict, asked in ((False, 1), (True, 2)):
        found = compare_advisers(data, "a.yaml", (field, garden()), None, AS_OF, strict=strict)
        assert found["advisers"][0]["asked"] == asked


def test_reading_for_both_reads_for_each_as_if_it_were_alone(ngc: CompiledSet) -> None:
    data = idea_file({"foundation": "layer", "runway": 3})
    (one, other), otherwise = read_for_both(data, "idea.yaml", ngc, patient())
    assert one.answers.keys() == {ngc["index"]["foundation"], ngc["index"]["runway"]}
    assert len(other.answers) == 2
    assert otherwise == []
