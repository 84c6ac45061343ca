"""What each change of a set is taken for, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.authoring.difference.compare import compare
from lifeline.authoring.difference.fields import UNJUDGED
from lifeline.authoring.difference.heads import CLAIMS, RUBRIC, SET, SOURCES
from lifeline.authoring.difference.questions import CHOICE, QUESTION
from lifeline.authoring.difference.rules import PROTECTION, RULE
from lifeline.authoring.difference.side import Side, read_side
from lifeline.model import rubric as models
from tests.authored import files_of
from tests.authoring.difference.versions import Edit, changes, side
from tests.compiling.farm import CLAIMS as FRUIT
from tests.compiling.farm import farm, question, rubric, rule

GATE = "gate: {min-months: 6, fail-on: blocker}\n"
CLAIM = (
    "  - id: T1-2\n",
    (
        "  - {id: T1-9, says: It lasts., source: T1, tag: claim,"
        " status: {verdict: holds, date: 2026-11-22}}\n  - id: T1-2\n"
    ),
)
RUNWAY = """\
  - id: runway
    ask: For how many months does your money last?
    why: You need time.
    claims: [T1-1]
    kind: number
    unit: month
    min: 0
    max: 60
    better: higher

protections:
"""
NEW_RULE = """\
rules:
  - {id: late, when: {entry: announced}, BODY, because: So., remedy: Go., claims: [T1-1]}
"""


def new_rule(body: str) -> Edit:
    return "rules:\n", NEW_RULE.replace("BODY", body)


BREAKING: dict[str, tuple[Edit, str]] = {
    "better": (("better: lower", "better: higher"), "'better' of question launch"),
    "least raised": (("min: 0", "min: 2"), "'min' of question launch was: 0; now: 2."),
    "most lowered": (("max: 36", "max: 24"), "'max' of question launch was: 36; now: 24."),
    "asked of others": (
        ("when: {used: false}\n    better", "when: {used: true}\n    better"),
        "'when' of question launch",
    ),
    "evidence raised": (("evidence: link", "evidence: measurement"), "'evidence' of question"),
    "fresh for less": (("fresh-for: 90", "fresh-for: 30"), "'fresh-for' of question entry"),
    "weight": (("weight: 2", "weight: 3"), "'weight' of question entry was: 2; now: 3."),
    "points": (
        ("announced it, points: 0.5", "announced it, points: 0.4"),
        "'points' of choice entry.a",
    ),
    "order of choices": (
        (
            (
                "      - {id: months, label: Some months, points: 0.5}\n"
                "      - {id: weeks, label: Some weeks, points: 0}\n"
            ),
            (
                "      - {id: weeks, label: Some weeks, points: 0}\n"
                "      - {id: months, label: Some months, points: 0.5}\n"
            ),
        ),
        "'choices' of question copy-time",
    ),
    "months of a cap": (("months: 3,", "months: 0,"), "'cap.months' of rule product/only-time"),
    "clock of a cap": (("clock: necessity", "clock: advantage"), "'cap.clock' of rule"),
    "cause of a cap": (("cause: stagnation", "cause: demand"), "'cap.cause' of rule"),
    "condition of a cap": (("{copy-time: weeks}", "{copy-time: months}"), "'when' of rule product"),
    "lifts": (("unless: {network: 6}", "unless: {network: 12}"), "'unless' of rule product/only"),
    "finding to cap": (
        ("finding: note", "cap: {clock: advantage, months: 3, cause: demand}"),
        "'cap' of rule product/not-used was: nothing; now: {clock: advantage, m",
    ),
    "level to blocker": (("finding: warning", "finding: blocker"), "'finding' of rule product/w"),
    "condition of a finding": (("at-least: {clock", "below: {clock"), "'when' of rule product/w"),
    "condition of a protection": (
        ("{assets: {includes: network}}", "{assets: {is: [network]}}"),
        "'when' of protection product/network",
    ),
    "gate": (("min-months: 6, fail", "min-months: 3, fail"), "'gate' of the set"),
    "name": (("set: dated", "set: other"), "'set' of the set was: dated; now: other."),
}

COMPATIBLE: dict[str, tuple[Edit, str]] = {
    "question": (("protections:\n", RUNWAY), "question runway is new."),
    "choice": (
        ("label: A permit}\n", "label: A permit}\n      - {id: land, label: Land}\n"),
        "choice assets.land is new.",
    ),
    "cap": (new_rule("cap: {clock: advantage, months: 6, cause: demand}"), "rule product/late is"),
    "blocker": (new_rule("finding: blocker"), "rule product/late is new."),
    "note": (new_rule("finding: note"), "rule product/late is new."),
    "claim": (CLAIM, "claim T1-9 is new."),
    "least lowered": (("min: 0", "min: -2"), "'min' of question launch was: 0; now: -2."),
    "most raised": (("max: 36", "max: 48"), "'max' of question launch was: 36; now: 48."),
    "evidence lowered": (("evidence: link", "evidence: says"), "'evidence' of question entry"),
    "fresh for longer": (("fresh-for: 90", "fresh-for: 120"), "'fresh-for' of question entry"),
    "may not apply": (
        ("unit: month\n", "unit: month\n    may-not-apply: true\n"),
        "'may-not-apply'",
    ),
    "level below the gate": (("finding: warning", "finding: note"), "'finding' of rule product/w"),
}

NONE: dict[str, tuple[Edit, str]] = {
    "ask": (
        ("Is it used outside", "Do people use it outside"),
        "'ask' of question used was: Is it",
    ),
    "label": (
        ("A network}", "Many users}"),
        "'label' of choice assets.network was: A network; now",
    ),
    "reason": (("Nobody uses it.", "No one uses it."), "'because' of rule product/not-used"),
    "title": (("title: Product", "title: The product"), "'title' of rubric product"),
    "claim": (("Users stay where", "People stay where"), "'says' of claim T2-1"),
    "status": (("verdict: weakened", "verdict: overtaken"), "'status' of claim T1-2"),
    "source": (("author: Another author", "author: Somebody"), "'author' of source T2"),
    "citing": (("[T1-1, T2-1]", "[T1-1]"), "'claims' of question assets"),
    "order of several": (
        (
            ("      - {id: network, label: A network}\n      - {id: permit, label: A permit}\n"),
            ("      - {id: permit, label: A permit}\n      - {id: network, label: A network}\n"),
        ),
        "'choices' of question as",
    ),
}

COSMETIC: dict[str, Edit] = {
    "comment": ("protections:\n", "# What holds.\nprotections:\n"),
    "order of keys": ("kind: yes-no\n    better: yes", "better: yes\n    kind: yes-no"),
    "another form": ("gate: {min-months: 6, fail-on: blocker}", "gate:\n  fail-on: blocker"),
    "quotes": ("why: Only use shows a need.", 'why: "Only use shows a need."'),
    "what is so anyhow": ("fresh-for: 90", "fresh-for: 90\n    may-not-apply: false"),
    "another unit of the same": ("unit: month", "unit: month*1"),
    "the same condition": ("{copy-time: weeks}", "{copy-time: {in: [weeks]}}"),
}


def parametrized(table: dict[str, tuple[Edit, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("edit", "told"), table.values(), ids=table)


@parametrized(BREAKING)
def test_what_loses_or_changes_its_meaning_is_breaking(edit: Edit, told: str) -> None:
    (change,) = [change for change in changes(edit) if change["kind"] == "breaking"]
    assert change["message"][: len(told)] == told
    assert change["reason"].endswith(".")


@parametrized(COMPATIBLE)
def test_what_is_added_is_compatible(edit: Edit, told: str) -> None:
    (change,) = changes(edit)
    assert (change["kind"], change["message"][: len(told)]) == ("compatible", told)


@parametrized(NONE)
def test_wording_is_without_effect(edit: Edit, told: str) -> None:
    (change,) = changes(edit)
    assert (change["kind"], change["message"][: len(told)]) == ("none", told)


@pytest.mark.parametrize("edit", COSMETIC.values(), ids=COSMETIC)
def test_what_is_cosmetic_is_no_change_or_means_the_same(edit: Edit) -> None:
    assert {change["kind"] for change in changes(edit)} <= {"none"}
    assert [c["message"] for c in changes(edit) if "another way" not in c["message"]] == []


@pytest.mark.parametrize(
    ("model", "judges"),
    [
        (models.Question, QUESTION),
        (models.Choice, CHOICE),
        (models.Protection, PROTECTION),
        (models.Rule, RULE),
        (models.Rubric, RUBRIC),
        (models.RubricSet, SET),
        (models.Claim, CLAIMS),
        (models.Source, SOURCES),
    ],
)
def test_each_field_is_judged_and_what_is_forgotten_is_breaking(
    model: type[models.Entry], judges: dict[str, object]
) -> None:
    assert set(judges) == set(model.model_fields)
    assert UNJUDGED.kind == "breaking"


def test_another_kind_of_answer_is_breaking() -> None:
    condition = ("{assets: {includes: network}}", "{assets: {in: [network]}}")
    edit = ("kind: choices\n    better: more", "kind: choice\n    better: first")
    told = [change["message"] for change in changes(edit, condition) if "kind" in change["key"]]
    assert told == ["'kind' of question assets was: choices; now: choice."]


def optional(tmp_path: Path, name: str, *levels: str) -> Side:
    """Give a version of a set whose optional rubric has a finding of each of these levels."""
    rules = [rule(f"r{n}", when={"fig": True}, finding=level) for n, level in enumerate(levels)]
    questions = [question("fig", "yes-no")]
    shed = rubric("shed", optional=True, questions=questions, rules=rules)
    garden = rubric("garden", questions=[question("soil", "yes-no")])
    gate = {"min-months": 6, "fail-on": "warning"}
    (tmp_path / name).mkdir()
    for file, data in files_of(farm(garden, shed, gate=gate), FRUIT).items():
        (tmp_path / name / file).write_bytes(data)
    return read_side(name, str(tmp_path / name))


def test_no_idea_fails_by_a_new_finding_of_an_optional_rubric(tmp_path: Path) -> None:
    old, new = optional(tmp_path, "old"), optional(tmp_path, "new", "warning", "note")
    found = compare(old, new)["changes"]
    assert {(change["kind"], change["reason"]) for change in found} == {
        ("compatible", "Files stay valid. It only tells something.")
    }


def test_another_level_in_an_optional_rubric_changes_no_verdict(tmp_path: Path) -> None:
    old, new = optional(tmp_path, "old", "warning"), optional(tmp_path, "new", "note")
    (change,) = compare(old, new)["changes"]
    assert (change["kind"], change["reason"]) == (
        "compatible",
        "The gate looks at it neither before nor now: verdicts stay.",
    )


def test_two_versions_that_are_the_same_have_no_changes() -> None:
    found = compare(side("one"), side("one"))
    assert found["changes"] == []
    assert found["version"] == {"step": None, "least": "1.0.0", "enough": True}


def test_rules_in_another_order_mean_the_same() -> None:
    late = "  - id: not-used\n    when: {used: false}\n    finding: note\n"
    rest = "    because: Nobody uses it.\n    remedy: Find one user.\n    claims: [T1-1]\n"
    moved = ((late + rest, ""), ("rules:\n", f"rules:\n{late}{rest}"))
    (change,) = changes(*moved)
    assert change["kind"] == "none"
    assert "another way" in change["message"]


def test_a_change_names_its_place_and_what_was_written() -> None:
    (change,) = changes(("{copy-time: weeks}", "{copy-time: months}"))
    assert change == {
        "kind": "breaking",
        "path": "new/product.yaml",
        "line": 73,
        "column": 5,
        "key": "rules[0].when",
        "message": (
            "'when' of rule product/only-time-lacking was: {copy-time: weeks};"
            " now: {copy-time: months}."
        ),
        "before": "{copy-time: weeks}",
        "after": "{copy-time: months}",
        "reason": "It holds for other ideas than before, so the same answers mean other.",
        "hint": None,
    }


def test_long_texts_are_shown_where_they_part() -> None:
    why = "why: " + "It is a long story. " * 9
    edit = "why: Only use shows a need."
    (change,) = changes((edit, f"{why}So."), before=((edit, f"{why}Or not."),))
    assert "story. Or not.; now: …" in change["message"]
    assert change["message"].endswith("story. So.")
