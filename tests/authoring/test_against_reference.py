"""The checks find what trying every completion finds, in generated sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import given

from lifeline.authoring.check import check_set
from lifeline.authoring.finding import Finding
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from tests.authored import files_of
from tests.reference.brute_force import OFF, Sheet, World, options, possible_values
from tests.reference.strategies import claims_for, questions_of, rubric_sets

Authored = dict[str, Any]
ID = re.compile(r"\b[a-z]+/([a-z-]+)\b")
CAP_CHECKS = ("cap-always-lifted", "cap-always-undercut", "cap-never-alone")


def found_in(rubric_set: Authored) -> list[Finding]:
    models = read_models("", files_of(rubric_set, claims_for(rubric_set)))
    return check_set(models, compile_set(models))


def ids(found: list[Finding], *checks: str) -> set[str]:
    """The entries that some checks are about: the first id of each message."""
    return {ID.findall(each.message)[0] for each in found if each.check in checks}


def worlds_of(sheet: Sheet) -> list[World]:
    values = {name: possible_values(q, {}, False) for name, q in sheet.questions.items()}
    every = product(*values.values())
    return [World(sheet, dict(zip(values, raw, strict=True))) for raw in every]


def begun(rubric_set: Authored) -> Sheet:
    """The set with nothing left out."""
    return Sheet(rubric_set, dict.fromkeys((q["id"] for q in questions_of(rubric_set)), "unknown"))


def bare(names: Any) -> set[str]:
    return {name.rpartition("/")[2] for name in names}


@given(rubric_sets(quantities=False))
def test_what_is_found_is_what_trying_every_completion_finds(rubric_set: Authored) -> None:
    found, sheet = found_in(rubric_set), begun(rubric_set)
    worlds = worlds_of(sheet)
    fired = {name for world in worlds for name in (*world.caps, *world.findings)}
    assert ids(found, "rule-never-fires") == bare({*sheet.caps, *sheet.findings} - fired)
    asked = {n for world in worlds for n, q in sheet.questions.items() if world.applies(q)}
    assert ids(found, "question-never-asked") == sheet.questions.keys() - asked
    assert ids(found, *CAP_CHECKS) == bare(n for n in sheet.caps if has_no_effect(n, worlds))
    assert ids(found, "protection-lifts-nothing") == idle(sheet, worlds)


def has_no_effect(name: str, worlds: list[World]) -> bool:
    fires = [world for world in worlds if name in world.caps]
    return bool(fires) and not any(takes_months(name, world) for world in fires)


def takes_months(name: str, world: World) -> bool:
    clock = world.sheet.caps[name]["cap"]["clock"]
    others = [
        months
        for other, months in world.caps.items()
        if other != name and world.sheet.caps[other]["cap"]["clock"] == clock
    ]
    return world.caps[name] < min([OFF, *others])


def idle(sheet: Sheet, worlds: list[World]) -> set[str]:
    lifting = {
        protection
        for world in worlds
        for cap in world.caps
        for protection in sheet.caps[cap].get("unless", {})
        if protection in world.protections
    }
    return sheet.protections.keys() - lifting


@given(rubric_sets(quantities=False))
def test_a_better_answer_costs_months_where_that_is_said_and_nowhere_else(
    rubric_set: Authored,
) -> None:
    found, sheet = found_in(rubric_set), begun(rubric_set)
    said = {
        (question, sheet.caps[f"{rubric}/{rule}"]["cap"]["clock"])
        for each in found
        if each.check == "better-gives-less"
        for _, question, rubric, rule in re.findall(
            r"(\w+)/([\w-]+) costs.* by (\w+)/([\w-]+):", each.message
        )
    }
    true = set(costs(sheet, worlds_of(sheet)))
    assert said <= true
    if not any(each.check == "better-not-decided" for each in found):
        assert said == true


def costs(sheet: Sheet, worlds: list[World]) -> Iterator[tuple[str, str]]:
    by_raw = {tuple(world.raw.values()): world for world in worlds}
    for place, (name, question) in enumerate(sheet.questions.items()):
        values = possible_values(question, {}, False)
        pairs = [(a, b) for a in values for b in values if is_better(question, b, a)]
        for raw, world in by_raw.items():
            for worse, better in pairs:
                if raw[place] == worse:
                    after = by_raw[*raw[:place], better, *raw[place + 1 :]]
                    if after.advantage < world.advantage:
                        yield name, "advantage"
                    if after.necessity < world.necessity:
                        yield name, "necessity"


def is_better(question: Authored, one: Any, other: Any) -> bool:
    better = question["better"]
    if None in (one, other) or one == other or better == "none":
        return False
    if better in ("more", "fewer"):
        return bool(one > other if better == "more" else one < other)
    if better in ("higher", "lower"):
        return bool(one > other if better == "higher" else one < other)
    order = options(question)
    is_before = order.index(one) < order.index(other)
    return is_before if better in ("first", "yes") else not is_before


@given(rubric_sets())
def test_a_set_with_quantities_can_be_checked(rubric_set: Authored) -> None:
    for each in found_in(rubric_set):
        assert each.line >= 1
        assert each.file.endswith(".yaml")
