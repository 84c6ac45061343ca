"""Who makes the changes that a plan names, in the file, gets what the plan promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.compiling.market import load_market
from lifeline.insight.whatif.asking import search_for
from lifeline.insight.whatif.targets import MonthsTarget, ScoreTarget, Target, VerdictTarget
from lifeline.insight.whatif.trials import Setting
from lifeline.model.compiled import CompiledSet
from lifeline.model.words import RUNGS
from lifeline.reading.idea import read_idea
from lifeline.reading.saving.revision import Revision
from lifeline.scoring.assess import Assessor
from tests.authored import compiled, idea_file
from tests.conftest import ROOT
from tests.reference.strategies import answers_for, as_of_dates, claims_for, rubric_sets

TODAY = date(2026, 11, 22)
EXAMPLES = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))
SHOWN = 10

Told = dict[str, Any]


def value_in(compiled_set: CompiledSet, id_: str, written: Any) -> Any:
    """Give what a plan says of a question as a revision takes it."""
    question = compiled_set["deciding"]["questions"][compiled_set["ids"].index(id_)]
    choices = question["choices"]
    if question["kind"] == "number":
        return float(written), float(written)
    if question["kind"] == "yes-no":
        return (int(written == "yes"),)
    if question["kind"] == "choices":
        return sum(1 << choices[name] for name in written), 0
    return (choices[written],)


def with_plan(data: bytes, compiled_set: CompiledSet, plan: Told, as_of: date) -> bytes:
    """Write the steps of a plan into a file, with the evidence that is asked for."""
    revision = Revision(data, "idea.yaml", compiled_set)
    if revision.idea.assessed is None:
        revision.assessed(as_of)
    for step in plan["steps"]:
        name = step["question"].rpartition("/")[2]
        revision.answer(name, value_in(compiled_set, step["question"], step["value"]))
        rung = step["evidence"]["rung"] or RUNGS[0]
        said = "https://example.org/seen" if rung == "link" else "seen"
        revision.evidence(name, [*already(revision, name), {rung: said, "date": as_of}])
    return revision.result()


def already(revision: Revision, name: str) -> list[Any]:
    """Give the evidence that an answer has."""
    entry: Any = revision.entry(name)
    return list(entry.get("evidence", [])) if isinstance(entry, dict) else []


def holds(setting: Setting, data: bytes, target: Target) -> int:
    """Check the first plans; give how many there are."""
    found = search_for(setting, target, bound=300)
    plans = [*found["plans"], *found["find_out"], *((found["best"] or {}).get("plans", []))]
    for plan in plans[:SHOWN]:
        changed = with_plan(data, setting.compiled, plan, setting.as_of)
        idea = read_idea(changed, "idea.yaml", setting.compiled)
        got: Any = setting.assessor.assess(idea, as_of=setting.as_of, strict=setting.strict)
        assert plan["gives"]["months"] == got["lifeline"]["months"]
        assert plan["gives"]["verdict"] == got["verdict"]
        if isinstance(target, ScoreTarget):
            assert plan["gives"]["score"] == got["scores"][target.score["rubric"]]
    for plan in found["plans"]:
        assert reaches(plan["gives"], target)
    return len(plans)


def reaches(gives: Told, target: Target) -> bool:
    if isinstance(target, MonthsTarget):
        return bool(gives["months"]["low"] >= target.months)
    if isinstance(target, ScoreTarget):
        return bool(gives["score"]["low"] >= target.at_least)
    return bool(gives["verdict"] == "pass")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("strict", [False, True])
def test_the_plans_of_an_example_keep_their_promise(
    path: Path, strict: bool, ngc: CompiledSet
) -> None:
    data = path.read_bytes()
    idea = read_idea(data, path.name, ngc)
    setting = Setting(Assessor(ngc, load_market()), idea, TODAY, strict=strict)
    low = min(min(ending[:2]) for ending in setting.today.endings)
    verdict = VerdictTarget(idea, TODAY, setting.today.gate)
    count = sum(holds(setting, data, target) for target in (MonthsTarget(12), verdict))
    assert bool(count) == (low < 12)


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Setting, bytes]:
    rubric_set = draw(rubric_sets())
    data = idea_file(draw(answers_for(rubric_set)))
    made = compiled(rubric_set, claims_for(rubric_set))
    idea = read_idea(data, "idea.yaml", made)
    return Setting(Assessor(made), idea, draw(as_of_dates()), strict=draw(st.booleans())), data


@settings(max_examples=settings().max_examples * 3 // 5)
@given(drawn())
def test_the_plans_of_a_generated_idea_keep_their_promise(found: tuple[Setting, bytes]) -> None:
    setting, data = found
    scores = setting.compiled["deciding"]["scores"]
    verdict = VerdictTarget(setting.idea, setting.as_of, setting.today.gate)
    for target in (
        MonthsTarget(6),
        MonthsTarget(12),
        verdict,
        *(ScoreTarget(s, 60) for s in scores),
    ):
        holds(setting, data, target)
