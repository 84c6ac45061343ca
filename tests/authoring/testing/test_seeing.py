"""What a vector is compared with is what an assessment tells."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeline.authoring.testing.seeing import Seen
from tests.authored import assessed
from tests.authoring.testing.vectors import Authored, laid_out, vector
from tests.reference.brute_force import Sheet, World, long_form, possible_values
from tests.reference.strategies import answers_for, as_of_dates, rubric_sets

Case = tuple[Authored, Authored, date, bool]


@st.composite
def cases(draw: st.DrawFn, *, quantities: bool = True) -> Case:
    rubric_set = draw(rubric_sets(quantities=quantities))
    return rubric_set, draw(answers_for(rubric_set)), draw(as_of_dates()), draw(st.booleans())


@given(cases())
def test_every_value_is_the_one_that_an_assessment_tells(case: Case) -> None:
    rubric_set, answers, as_of, strict = case
    _, set_, compiled = laid_out(rubric_set)
    told: Any = assessed(answers, compiled, strict=strict, as_of=as_of)
    made = vector(answers, compiled, strict=strict, as_of=as_of)
    seen = set_.seen(set_.completions(made))
    lifeline = told["lifeline"]
    for name in ("months", "advantage", "necessity"):
        assert seen.value(name) == list(lifeline[name].values())
    for name in ("ends", "cause", "certain", "exact"):
        assert seen.value(name) == lifeline[name]
    for name in ("verdict", "open"):
        assert seen.value(name) == told[name]
    assert seen.value("deciding") == (told["deciding"] and told["deciding"]["question"])
    for rubric, score in told["scores"].items():
        assert seen.value(f"scores.{rubric}") == (score and list(score.values()))
    for kind in ("caps", "findings"):
        for status in ("certain", "possible"):
            found = set(seen.value(f"{kind}.{status}"))
            assert found == {
                each["rule"]
                for each in told[kind]
                if each["status"] == status and not each["rule"].startswith("evidence/")
            }


@given(cases(quantities=False))
def test_protections_hold_where_trying_every_completion_finds_it(case: Case) -> None:
    rubric_set, answers, _, _ = case
    _, set_, compiled = laid_out(rubric_set)
    seen = set_.seen(set_.completions(vector(answers, compiled)))
    worlds = worlds_of(Sheet(rubric_set, answers), answers)
    if seen.value("exact"):
        every = [world.protections for world in worlds]
        certain, some = set.intersection(*every), set.union(*every)
        assert bare(seen, "protections.certain") == certain
        assert bare(seen, "protections.possible") == some - certain


def worlds_of(sheet: Sheet, answers: Authored) -> list[World]:
    values = {
        name: possible_values(question, long_form(answers.get(name, "unknown")), False)
        for name, question in sheet.questions.items()
    }
    return [World(sheet, dict(zip(values, raw, strict=True))) for raw in product(*values.values())]


def bare(seen: Seen, name: str) -> set[str]:
    return {id_.rpartition("/")[2] for id_ in seen.value(name)}
