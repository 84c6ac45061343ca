"""What authors write becomes numbers and nested lists, and keeps two names: its hashes."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
import yaml

from lifeline.compiling.compile import compile_set
from lifeline.compiling.store import build
from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.model.words import PROGRAM_FINDINGS
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from lifeline.scoring.market import STATUSES
from tests.authored import Authored, compiled, dumped, files_of
from tests.backtesting.dated import FOLDER
from tests.compiling.farm import (
    CLAIMS,
    TEXT,
    cap,
    farm,
    garden,
    protection,
    question,
    rubric,
    rule,
)

DIFFERENCE = ["difference", ["question", 3], ["question", 4]]

CONDITIONS = [
    ("{entry: announced}", ["in", 0, 0b010]),
    ("{entry: {is: announced}}", ["in", 0, 0b010]),
    ("{entry: {in: [announced, nobody]}}", ["in", 0, 0b011]),
    ("{assets: {includes: water}}", ["includes", 1, 0b010]),
    ("{assets: {includes: [seed, land]}}", ["includes", 1, 0b101]),
    ("{assets: {is: []}}", ["equals", 1, 0]),
    ("{assets: {is: [land, seed]}}", ["equals", 1, 0b101]),
    ("{irrigated: true}", ["in", 2, 0b10]),
    ("{irrigated: no}", ["in", 2, 0b01]),
    ("{runway: {at-least: 6}}", ["at-least", 3, 6]),
    ("{runway: {below: 6.5}}", ["not", ["at-least", 3, 6.5]]),
    ("{stores: {at-least: 6}}", ["at-least", 3, 6]),
    (
        "{reserve: {at-least: 1}}",
        ["measures", ["difference", DIFFERENCE, ["number", 1]]],
    ),
    (
        "{runway: {below: {quantity: reserve}}}",
        ["not", ["measures", ["difference", ["question", 3], DIFFERENCE]]],
    ),
    ("{all: []}", ["all", []]),
    ("{any: []}", ["any", []]),
    (
        "{any: [{irrigated: yes}, {not: {entry: nobody}}]}",
        ["any", [["in", 2, 0b10], ["not", ["in", 0, 0b001]]]],
    ),
    (
        "{irrigated: yes, entry: nobody}",
        ["all", [["in", 0, 0b001], ["in", 2, 0b10]]],
    ),
]


@pytest.mark.parametrize(("written", "expected"), CONDITIONS)
def test_a_condition_becomes_nested_lists(written: str, expected: list[Any]) -> None:
    when = yaml.load(written, yaml.BaseLoader)  # leaves all as text, as we do
    found = garden(protections=[protection("wall", when)])
    assert found["deciding"]["protections"][0]["when"] == expected


def test_a_rule_without_a_condition_always_holds() -> None:
    found = garden(rules=[rule("dusk", cap=cap())])["deciding"]["caps"][0]
    assert (found["when"], found["reads"]) == (["all", []], [])


def test_ids_are_numbered_in_the_order_of_the_set() -> None:
    first = rubric("orchard", questions=[question("plum", "yes-no"), question("fig", "yes-no")])
    second = rubric("garden", questions=[question("bean", "yes-no")])
    assert compiled(farm(first, second), CLAIMS)["index"] == {"plum": 0, "fig": 1, "bean": 2}
    assert compiled(farm(second, first), CLAIMS)["index"] == {"bean": 0, "plum": 1, "fig": 2}


def test_what_hides_is_judged_before_what_is_hidden() -> None:
    late = question("plum", "yes-no", when={"fig": "true"})
    found = compiled(farm(rubric("orchard", questions=[late, question("fig", "yes-no")])), CLAIMS)
    assert found["deciding"]["order"] == [1, 0]


def test_an_entry_reads_its_questions_in_the_order_of_the_set() -> None:
    when = {"all": [{"reserve": {"below": 3}}, {"irrigated": "true"}, {"runway": {"below": 3}}]}
    found = garden(protections=[protection("wall", when)])
    assert found["deciding"]["protections"][0]["reads"] == [2, 3, 4]


def test_a_cap_knows_its_clock_cause_and_lifts_by_number() -> None:
    walls = [protection(id_, {"all": []}) for id_ in ("wall", "hedge")]
    crowded = rule("crowded", cap=cap(3, "necessity", "demand"), unless={"hedge": 6, "wall": 12})
    found = garden(protections=walls, rules=[crowded])["deciding"]["caps"][0]
    assert (found["id"], found["clock"], found["months"]) == ("garden/crowded", 1, 3)
    assert (found["cause"], found["lifts"]) == (5, [(0, 12), (1, 6)])


def test_findings_and_those_of_the_program_can_be_waived() -> None:
    found = garden(rules=[rule("dusk", cap=cap()), rule("weeds", finding="note")])
    assert found["waivable"] == [*PROGRAM_FINDINGS, "garden/weeds"]
    assert {"evidence/stale", "market/rosier", "set/out-of-date"} <= set(PROGRAM_FINDINGS)
    assert found["deciding"]["findings"][0]["level"] == "note"


def test_a_question_says_which_choice_fits_each_status_of_the_record() -> None:
    record = dict(zip(STATUSES, ["nobody", "announced", "announced", "everyone"], strict=True))
    asked = question("entry", "choice", choices=["nobody", "announced", "everyone"], record=record)
    found = garden(questions=[asked, question("fig", "yes-no")], quantities=[])
    entry, fig = found["deciding"]["questions"]
    assert entry["record"] == {"nothing": 0, "announced": 1, "preview": 1, "shipped": 2}
    assert "record" not in fig, "the digest of what takes nothing from the record stays as it is"


def test_a_set_says_for_how_many_days_a_conclusion_holds() -> None:
    assert garden()["valid_for"] is None
    named = farm(rubric("garden", questions=[question("fig", "yes-no")]), **{"valid-for": 160})
    assert compiled(named, CLAIMS)["valid_for"] == 160


def test_a_question_keeps_beside_it_what_conditions_ask_of_it() -> None:
    rules = [
        rule("late", finding="note", when={"runway": {"below": 6}}),
        rule("slow", finding="note", when={"any": [{"runway": {"at-least": 3}}]}),
        rule("thin", finding="note", when={"all": [{"reserve": {"below": 6}}]}),
        rule("again", finding="note", when={"runway": {"below": 6}}),
    ]
    questions = garden(rules=rules)["deciding"]["questions"]
    runway, launch, budget = questions[3:]
    assert runway["atoms"] == [["at-least", 3, 6], ["at-least", 3, 3]]
    assert runway["cuts"] == [3, 6]
    assert [q["measured"] for q in (runway, launch, budget)] == [True, True, False]


SCORED: list[tuple[Authored, str, list[Any]]] = [
    (question("q", "choice", choices={"a": 1, "b": 0.5}), "points", [1, 0.5]),
    (question("q", "yes-no", weight=2), "points", [0, 1]),
    (question("q", "yes-no", weight=2, better="no"), "points", [1, 0]),
    (
        question("q", "number", min=-1, bands=[{"points": 0}, {"at-least": 3, "points": 1}]),
        "bands",
        [(-1, 0), (3, 1)],
    ),
    (
        question("q", "number", min=-1, bands=[{"points": 0}, {"at-least": 0, "points": 1}]),
        "bands",
        [(-1, 0), (0, 1)],
    ),
]


@pytest.mark.parametrize(("asked", "key", "expected"), SCORED)
def test_a_scored_question_has_points(asked: Authored, key: str, expected: list[Any]) -> None:
    found: Any = garden(questions=[asked], quantities=[])["deciding"]["questions"][0]
    assert found[key] == expected


def test_a_score_counts_its_own_questions_and_the_used_ones() -> None:
    own = [question("fig", "yes-no", weight=2), question("plum", "yes-no")]
    uses = [{"question": "bean", "weight": 3}, {"question": "pea"}]
    others = [question(id_, "yes-no", weight=1) for id_ in ("bean", "pea")]
    orchard = rubric("orchard", score="Ripeness", uses=uses, questions=own)
    found = compiled(farm(orchard, rubric("garden", questions=others)), CLAIMS)
    assert found["deciding"]["scores"] == [{"rubric": "orchard", "parts": [(0, 2), (2, 3), (3, 1)]}]


def test_a_question_becomes_plain_data() -> None:
    runway = question(
        "runway",
        "number",
        evidence="measurement",
        fresh_for=30,
        weight=2,
        bands=[{"points": 0}, {"at-least": 3, "points": 1}],
        when={"fig": "ripe"},
    )
    fig = question("fig", "choice", choices=["ripe", "green"], may_not_apply=True)
    found = garden(questions=[fig, runway], quantities=[])["deciding"]["questions"]
    assert found[0] == {
        "id": "fig",
        "rubric": "garden",
        "kind": "choice",
        "choices": {"ripe": 0, "green": 1},
        "least": 0,
        "most": 0,
        "when": None,
        "hidden_by": [],
        "may_not_apply": True,
        "better": "first",
        "evidence": 0,
        "fresh_for": None,
        "weight": 1,
        "points": None,
        "bands": None,
        "atoms": [["in", 0, 0b01]],
        "cuts": [],
        "measured": False,
    }
    assert found[1] == found[0] | {
        "id": "runway",
        "kind": "number",
        "choices": {},
        "most": 24,
        "when": ["in", 0, 0b01],
        "hidden_by": [0],
        "may_not_apply": False,
        "better": "higher",
        "evidence": 3,
        "fresh_for": 30,
        "weight": 2,
        "bands": [(0, 0), (3, 1)],
        "atoms": [],
    }


def test_a_question_is_asked_where_its_rubric_applies_and_its_own_condition_holds() -> None:
    first = rubric("garden", questions=[question("fig", "yes-no"), question("plum", "yes-no")])
    asked = [question("roof", "yes-no", when={"plum": "no"}), question("door", "yes-no")]
    second = rubric("shed", when={"fig": "yes"}, questions=asked)
    questions = compiled(farm(first, second), CLAIMS)["deciding"]["questions"]
    whole, own = ["in", 0, 0b10], ["in", 1, 0b01]
    assert [entry["when"] for entry in questions] == [None, None, ["all", [whole, own]], whole]
    assert questions[2]["hidden_by"] == [0, 1]


def test_points_without_a_weight_weigh_one() -> None:
    asked = question("fig", "choice", choices={"ripe": 1, "green": 0})
    found = compiled(farm(rubric("garden", score="Ripeness", questions=[asked])), CLAIMS)
    assert found["deciding"]["scores"] == [{"rubric": "garden", "parts": [(0, 1)]}]


def test_yes_or_no_is_not_compared_with_a_list() -> None:
    with pytest.raises(LifelineError, match=r"when\.irrigated\.is: is neither true nor false\."):
        garden(protections=[protection("wall", {"irrigated": {"is": ["yes"]}})])


def test_texts_stand_apart_under_their_ids() -> None:
    asked = question("fig", "choice", choices=["ripe", "green"], changeable="weeks")
    texts = garden(
        questions=[asked],
        quantities=[],
        protections=[protection("wall", {"fig": "ripe"})],
    )["texts"]
    assert texts["title"] == "A farm"
    assert texts["rubrics"]["garden"] == {"title": "What grows", "about": "Fruit.", "score": None}
    assert texts["questions"]["garden/fig"]["labels"] == {"ripe": "This", "green": "This"}
    assert texts["questions"]["garden/fig"]["changeable"] == "weeks"
    assert texts["reasons"]["garden/wall"] == {**TEXT, "demanded_by": None}
    assert texts["claims"]["S1-1"]["says"] == "Fruit grows."
    assert texts["sources"]["S1"]["title"] == "On fruit"


def test_a_rubric_that_may_be_left_out_may_look_at_its_own_questions() -> None:
    roof, dry = question("roof", "yes-no"), protection("dry", {"roof": "true"})
    shed = rubric("shed", optional=True, questions=[roof], protections=[dry])
    due = rubric("garden", questions=[question("fig", "yes-no")])
    assert compiled(farm(due, shed), CLAIMS)["deciding"]["optional"] == [
        {"rubric": "shed", "questions": [1], "when": None}
    ]
    (optional,) = compiled(farm(due, shed | {"when": {"fig": "yes"}}), CLAIMS)["deciding"][
        "optional"
    ]
    assert optional["when"] == ["in", 0, 0b10]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"figs": "yes"}, "set/shed.yaml:6:3: when.figs: 'figs' is not a question or quantity."),
        ({"nest": "yes"}, "set/shed.yaml:5:1: when: 'nest' is of another optional rubric, and one"),
    ],
)
def test_what_is_wrong_with_the_condition_of_a_rubric_is_told_where_it_stands(
    when: Authored, told: str
) -> None:
    barn = rubric("barn", optional=True, questions=[question("nest", "yes-no")])
    shed = rubric("shed", when=when, optional=True, questions=[question("roof", "yes-no")])
    due = rubric("garden", questions=[question("fig", "yes-no")])
    with pytest.raises(LifelineError) as error:
        compiled(farm(due, barn, shed), CLAIMS)
    assert told in str(error.value)


def test_a_question_that_is_not_there_is_told_once_and_not_as_an_optional_one() -> None:
    shed = rubric("shed", optional=True, questions=[question("roof", "yes-no")])
    fig = question("fig", "yes-no", weight=1)
    due = rubric("garden", score="Yield", questions=[fig], uses=[{"question": "figs"}])
    with pytest.raises(LifelineError) as told:
        compiled(farm(due, shed), CLAIMS)
    (line,) = str(told.value).splitlines()
    assert "'figs' is not a question of another rubric." in line


def test_what_a_back_test_found_is_told_while_the_rules_are_those_it_tried() -> None:
    files = read_files(str(FOLDER))
    history: Any = build("dated", files)["texts"]["history"]
    assert history == json.loads(json.dumps(history))
    assert history["deciding"] == build("dated", files)["hashes"]["deciding"]
    changed_rule = files["product.yaml"].replace(b"max: 36", b"max: 37")
    assert build("dated", files | {"product.yaml": changed_rule})["texts"]["history"] is None
    reworded = files["product.yaml"].replace(b"Only use shows a need.", b"Use shows a need.")
    assert reworded != files["product.yaml"]
    assert build("dated", files | {"product.yaml": reworded})["texts"]["history"] == history


# ---- The two hashes


def orchard() -> Authored:
    """A set with something of everything that decides."""
    questions = [
        question("fig", "choice", choices={"ripe": 1, "green": 0}, evidence="says", weight=2),
        question("plum", "number", fresh_for=30, when={"fig": "ripe", "soil": "true"}),
        question("soil", "yes-no", may_not_apply=True),
    ]
    rules = [
        rule("frost", cap=cap(), unless={"wall": 6, "hedge": 12}, when={"plum": {"below": 6}}),
        rule("weeds", finding="warning"),
    ]
    walls = [protection(id_, {"fig": "ripe", "soil": "true"}) for id_ in ("wall", "hedge")]
    parts = {"questions": questions, "protections": walls, "rules": rules}
    return farm(rubric("orchard", score="Ripeness", **parts))


def hashes(files: dict[str, bytes]) -> dict[str, str]:
    return compile_set(read_models("", files))["hashes"]


def put(*path: str | int, value: Any) -> Callable[[Authored], None]:
    """Give a change of one place of an authored set, or of its claims."""

    def change(authored: Any) -> None:
        for step in path[:-1]:
            authored = authored[step]
        authored[path[-1]] = value

    return change


def changed(change: Callable[[Authored], None]) -> dict[str, str]:
    whole = orchard() | {"claims": deepcopy(CLAIMS)}
    change(whole)
    return hashes(files_of(whole, whole["claims"]))


AS_IT_WAS = hashes(files_of(orchard(), CLAIMS))
QUESTION, RULE = ("rubrics", 0, "questions"), ("rubrics", 0, "rules")

WORDING = {
    "ask": put(*QUESTION, 0, "ask", value="Is it?"),
    "label": put(*QUESTION, 0, "choices", 0, "label", value="Ripe"),
    "changeable": put(*QUESTION, 0, "changeable", value="days"),
    "unit": put(*QUESTION, 1, "unit", value="week"),
    "because": put(*RULE, 0, "because", value="It freezes."),
    "remedy": put("rubrics", 0, "protections", 0, "remedy", value="Build."),
    "about": put("rubrics", 0, "about", value="Trees."),
    "title": put("set", "title", value="Another farm"),
    "version": put("set", "version", value="0.1.1"),
    "valid-for": put("set", "valid-for", value=160),
    "claim": put("claims", "claims", 0, "says", value="Fruit ripens."),
    "status": put("claims", "claims", 0, "status", "verdict", value="weakened"),
    "source": put("claims", "sources", 0, "title", value="On trees"),
}


@pytest.mark.parametrize("change", WORDING.values(), ids=WORDING)
def test_wording_changes_only_the_hash_of_the_content(change: Callable[[Authored], None]) -> None:
    found = changed(change)
    assert found["deciding"] == AS_IT_WAS["deciding"]
    assert found["content"] != AS_IT_WAS["content"]


DECIDING = {
    "threshold": put(*RULE, 0, "when", value={"plum": {"below": 7}}),
    "condition": put(*RULE, 0, "when", value={"plum": {"at-least": 6}}),
    "points": put(*QUESTION, 0, "choices", 0, "points", value=0.5),
    "weight": put(*QUESTION, 0, "weight", value=3),
    "evidence": put(*QUESTION, 0, "evidence", value="link"),
    "fresh-for": put(*QUESTION, 1, "fresh-for", value=31),
    "max": put(*QUESTION, 1, "max", value=25),
    "better": put(*QUESTION, 1, "better", value="lower"),
    "record": put(*QUESTION, 0, "record", value=dict.fromkeys(STATUSES, "green")),
    "may-not-apply": put(*QUESTION, 2, "may-not-apply", value=False),
    "choice-id": put(*QUESTION, 0, "choices", 1, "id", value="unripe"),
    "months": put(*RULE, 0, "cap", "months", value=0),
    "clock": put(*RULE, 0, "cap", "clock", value="necessity"),
    "cause": put(*RULE, 0, "cap", "cause", value="price"),
    "lift": put(*RULE, 0, "unless", "wall", value=12),
    "level": put(*RULE, 1, "finding", value="note"),
    "rule-id": put(*RULE, 1, "id", value="moss"),
    "min-months": put("set", "gate", "min-months", value=3),
    "fail-on": put("set", "gate", "fail-on", value="none"),
}


@pytest.mark.parametrize("change", DECIDING.values(), ids=DECIDING)
def test_what_decides_changes_both_hashes(change: Callable[[Authored], None]) -> None:
    found = changed(change)
    assert found["deciding"] != AS_IT_WAS["deciding"]
    assert found["content"] != AS_IT_WAS["content"]


def backwards(value: Any) -> Any:
    """The same with the keys of every mapping in the opposite order."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(item) for item in value] if isinstance(value, list) else value


def test_the_order_of_keys_changes_nothing() -> None:
    assert backwards(orchard()) == orchard()
    turned, straight = (
        compiled(whole, claims)
        for whole, claims in ((backwards(orchard()), backwards(CLAIMS)), (orchard(), CLAIMS))
    )
    assert turned["deciding"] == straight["deciding"]
    assert turned["hashes"] == straight["hashes"]


def test_the_order_of_files_changes_nothing() -> None:
    assert hashes(dict(reversed(files_of(orchard(), CLAIMS).items()))) == AS_IT_WAS


def test_comments_and_other_files_change_nothing() -> None:
    files = {
        name: b"# A comment.\n" + text + b"# Another.\n"
        for name, text in files_of(orchard(), CLAIMS).items()
    }
    assert hashes(files | {"notes.yaml": dumped({"a": "note"})}) == AS_IT_WAS


def test_a_compiled_set_names_its_version_and_language() -> None:
    found: CompiledSet = compiled(farm(rubric("garden"), language="de"), CLAIMS)
    assert (found["set"], found["version"], found["language"]) == ("farm", "0.1.0", "de")
