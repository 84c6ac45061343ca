"""Conditions that are true for the same answers are the same, in whatever words they are written.

In the set of these tests ``launch`` is asked where ``used`` is no, and ``spare`` may not apply.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from lifeline.authoring.difference import holding
from lifeline.authoring.difference.holding import When
from lifeline.authoring.difference.pairing import Pairing
from lifeline.authoring.difference.side import Side
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from tests.authored import Authored, files_of
from tests.authoring.difference.versions import Edit, changes
from tests.authoring.test_against_reference import begun, worlds_of
from tests.compiling.farm import CLAIMS, farm, question, rubric, rule
from tests.reference.strategies import claims_for, rubric_sets

EVERY_FORM = Path(__file__).parents[2] / "good" / "sets" / "every-form"
SPARE = """\
  - id: spare
    ask: Is there a spare part?
    why: Parts break.
    claims: [T1-1]
    kind: yes-no
    may-not-apply: true
    better: yes

protections:
"""
RULE = """\
rules:
  - {id: late, when: WHEN, finding: blocker, because: So., remedy: Go., claims: [T1-1]}
"""
NEVER = "{any: []}"
PARTS = ("rules", "protections")


def told(before: str, after: str, *edits: Edit) -> list[str]:
    """Give what is told when the condition of a rule is written anew, and no result changes."""
    spare = ("protections:\n", SPARE)
    old, new = (("rules:\n", RULE.replace("WHEN", when)) for when in (before, after))
    found = changes(spare, new, *edits, before=(spare, old))
    return [f"{change['kind']}: {change['key']}" for change in found]


ALIKE = {
    "the other of two": ("{used: no}", "{not: {used: yes}}"),
    "all the others": (
        "{copy-time: year}",
        "{not: {copy-time: {in: [months, weeks]}}}",
    ),
    "one, or one by one": (
        "{entry: {in: [nobody, announced]}}",
        "{any: [{entry: nobody}, {entry: announced}]}",
    ),
    "a part that adds nothing": (
        "{entry: announced}",
        "{any: [{entry: announced}, {all: [{entry: announced}, {used: yes}]}]}",
    ),
    "when it is asked": (
        "{launch: {at-least: 6}}",
        "{all: [{used: no}, {launch: {at-least: 6}}]}",
    ),
    "numbers": (
        "{launch: {at-least: 6}}",
        "{any: [{launch: {at-least: 9}}, {all: [{launch: {at-least: 6}}, {launch: {below: 9}}]}]}",
    ),
    "several choices": (
        "{assets: {is: [own-data, network, permit]}}",
        "{not: {not: {assets: {is: [permit, network, own-data]}}}, assets: {includes: permit}}",
    ),
    "of what may not apply": ("{spare: no}", "{not: {spare: yes}}"),
    "always": ("{any: [{used: yes}, {used: no}]}", "{all: []}"),
    "never": (NEVER, "{all: [{used: yes}, {launch: {at-least: 1}}]}"),
}
UNLIKE = {
    "what may not apply": ("{any: [{spare: yes}, {spare: no}]}", "{all: []}"),
    "what may not be asked": ("{not: {launch: {at-least: 0}}}", "{used: yes}"),
    "one answer": ("{copy-time: year}", "{copy-time: {in: [year, months]}}"),
    "a number more": ("{launch: {at-least: 6}}", "{launch: {at-least: 7}}"),
    "nothing chosen": ("{assets: {is: []}}", "{assets: {is: [permit]}}"),
    "another question": ("{used: yes}", "{spare: yes}"),
}


@pytest.mark.parametrize(("before", "after"), ALIKE.values(), ids=ALIKE)
def test_what_is_true_for_the_same_answers_is_the_same(before: str, after: str) -> None:
    assert set(told(before, after)) <= {"none: version"}
    assert set(told(after, before)) <= {"none: version"}


@pytest.mark.parametrize(("before", "after"), UNLIKE.values(), ids=UNLIKE)
def test_what_one_answer_tells_apart_is_breaking(before: str, after: str) -> None:
    assert told(before, after) == ["breaking: rules[0].when"]
    assert told(after, before) == ["breaking: rules[0].when"]


def test_protections_and_questions_are_compared_so_too() -> None:
    edits = [
        ("when: {copy-time: year}", "when: {not: {copy-time: {in: [months, weeks]}}}"),
        ("when: {used: false}\n    better", "when: {not: {used: true}}\n    better"),
    ]
    assert kinds(changes(*edits)) == {"none"}


@pytest.mark.parametrize(
    ("when", "found"), [("{not: {irrigated: no}}", {"none"}), ("{irrigated: no}", {"breaking"})]
)
def test_what_a_rubric_applies_to_is_compared_so_too(when: str, found: set[str]) -> None:
    about = "about: Trees.\n"
    before = (about, f"{about}when: {{irrigated: yes}}\n")
    edit = (about, f"{about}when: {when}\n")
    assert kinds(changes(edit, before=(before,), folder=EVERY_FORM)) == found


@pytest.mark.parametrize(("optional", "found"), [("", {"none"}), ("optional: true", {"breaking"})])
def test_a_question_of_an_optional_rubric_may_be_left_out(optional: str, found: set[str]) -> None:
    uses = "uses:\n  - {question: shade, weight: 2}\n  - {question: fruit}\n"
    both = ((uses, ""), ("about: Trees.\n", f"about: Trees.\n{optional}\n"))
    dry, shade = "when: {irrigated: no, any: []}", "{shade: {in: [some, much]}}"
    before = (dry, f"when: {{any: [{{shade: none-at-all}}, {shade}]}}")
    edit = (dry, "when: {all: []}")
    assert kinds(changes(*both, edit, before=(*both, before), folder=EVERY_FORM)) == found


def kinds(found: list[dict[str, Any]]) -> set[str]:
    return {change["kind"] for change in found}


def test_each_condition_is_tried_with_what_its_own_version_asks() -> None:
    shown = ("when: {used: false}\n    better", "better")
    late, too_late = "{launch: {at-least: 6}}", "{all: [{used: no}, {launch: {at-least: 6}}]}"
    assert told(late, too_late, shown) == ["breaking: questions[4]"]
    assert told(too_late, late, shown) == ["breaking: questions[4]", "breaking: rules[0].when"]


def test_where_answers_are_other_ones_now_conditions_are_the_same_as_written_only() -> None:
    more = (
        "- {id: weeks, label: ",
        "- {id: days, label: Days, points: 0}\n      - {id: weeks, label: ",
    )
    others = "{copy-time: year}", "{not: {copy-time: {in: [months, weeks]}}}"
    assert "breaking: rules[0].when" in told(*others, more)
    assert "breaking: rules[0].when" not in told(others[0], others[0], more)


def test_quantities_are_compared_as_they_are_written() -> None:
    always = "any: [{irrigated: yes}, {irrigated: no}]"
    edit = ("when: {runway: {at-least: 6}, ", f"when: {{runway: {{at-least: 6}}, {always}, ")
    assert kinds(changes(edit, folder=EVERY_FORM)) == {"breaking"}


@settings(max_examples=max(10, settings().max_examples // 4))  # each tries every completion
@given(rubric_sets(quantities=False))
def test_conditions_are_the_same_where_no_completion_tells_them_apart(rubric_set: Authored) -> None:
    whens = {f"{rubric['rubric']}/{e['id']}": e["when"] for rubric, e in reasoned(rubric_set)}
    found = decided(rubric_set)
    sheet = begun(rubric_set)
    worlds = worlds_of(sheet)
    true = {id_: [world.truth(when) is True for world in worlds] for id_, when in whens.items()}
    for one, other in combinations(whens, 2):
        are_alike = true[one] == true[other]
        if sheet.optional:  # what is left out may tell them apart as well
            assert are_alike or found[one] != found[other]
        else:
            assert (found[one] == found[other]) == are_alike


def reasoned(rubric_set: Authored) -> list[tuple[Authored, Authored]]:
    """Give each rule and protection that has a condition with its rubric; some mean the same."""
    farm = rubric_set["rubrics"][0]
    when = [e["when"] for kind in PARTS for e in farm.get(kind, []) if is_tried(e)][-2:]
    if when:
        twice = {"any": [when[0], {"all": [when[0], when[-1]]}]}
        text = {"because": "So.", "remedy": "Go.", "claims": ["S001-1"]}
        farm["rules"] = [*farm["rules"], {"id": "twice", "when": twice, "finding": "note"} | text]
    return [
        (rubric, entry)
        for rubric in rubric_set["rubrics"]
        for kind in PARTS
        for entry in rubric.get(kind, [])
        if is_tried(entry)
    ]


def is_tried(entry: Authored) -> bool:
    """Whether an entry has a condition, and one without a clock."""
    return "when" in entry and "'clock'" not in str(entry["when"])


def decided(rubric_set: Authored) -> dict[str, When]:
    """Give what compiling makes of each condition of a rule or protection."""
    return whens_in(files_of(rubric_set, claims_for(rubric_set)))


def whens_in(files: dict[str, bytes]) -> dict[str, When]:
    """Give each condition of a rule or protection in the files of a set."""
    models = read_models("", files)
    version = Side("", models, compile_set(models), [])
    entries = Pairing(version, version)
    both = {**entries.rules[1], **entries.protections[1]}
    return {id_: entry.decides["when"] for id_, entry in both.items()}


def both(count: int, *whens: Authored) -> bool:
    """Whether two conditions on yes-no questions q0, q1 and so on are the same."""
    questions = [question(f"q{n}", "yes-no") for n in range(count)]
    rules = [rule(f"r{n}", when=when, finding="note") for n, when in enumerate(whens)]
    files = files_of(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)
    one, other = whens_in(files).values()
    return one == other


def test_of_many_questions_those_are_tried_that_conditions_still_wait_for() -> None:
    some = {"any": [{f"q{n}": True} for n in range(40)]}
    assert both(40, some, {"not": {"all": [{f"q{n}": False} for n in range(40)]}})
    assert not both(40, some, {"not": {"all": [{f"q{n}": False} for n in range(39)]}})


def test_long_chains_of_questions_are_compared_or_left() -> None:
    chain = {"all": [{f"q{n}": True} for n in range(400)]}
    assert not both(400, {"any": [chain]}, {"not": {"any": [{"not": chain}, {"q0": False}, chain]}})


def test_where_too_many_answers_would_be_tried_conditions_are_not_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd: Authored = {"q0": True}
    also_odd: Authored = {"q0": True}
    for n in range(1, 5):
        yes, no = {f"q{n}": True}, {f"q{n}": False}
        odd = {"any": [{"all": [{"not": odd}, yes]}, {"all": [odd, no]}]}
        also_odd = {"not": {"any": [{"all": [{"not": also_odd}, no]}, {"all": [also_odd, yes]}]}}
    assert both(5, odd, also_odd)
    monkeypatch.setattr(holding, "TRIED", 0)
    monkeypatch.setattr(holding, "FEWEST", 1_000)
    assert not both(5, odd, also_odd)
