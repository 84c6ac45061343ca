"""What a rubric set has to beat: a coin, saying always the same, one question, one rule fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.backtesting.forecasts import (
    Forecast,
    assess_all,
    changed,
    forecasts,
    question_forecasts,
    without,
)
from lifeline.backtesting.measures import brief
from lifeline.model.idea import GIVEN
from lifeline.model.words import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifeline.backtesting.observation import Observation
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.cases import ReadCase

COIN = Forecast((0, FULL), (0, 100))
ALWAYS = Forecast((FULL, FULL), (0, 100))

NO_CAP: dict[str, Any] = {"clock": 0, "months": 0, "cause": 0, "lifts": []}
"""What a protection lacks to be seen as a cap."""

Series = tuple[str, str, list[Forecast]]
"""The kind of a baseline, its name, and what it foretells of each case."""


def baselines(
    compiled: CompiledSet, cases: Sequence[ReadCase], seen: Sequence[Observation]
) -> list[dict[str, Any]]:
    """Give the figures of every baseline, in the order in which they are shown."""
    series = [*_blind(cases), *_questions(compiled, cases), *_rules(compiled, cases)]
    return [{"kind": kind, "name": name, **brief(made, seen)} for kind, name, made in series]


def _blind(cases: Sequence[ReadCase]) -> Iterator[Series]:
    yield "simple", "a coin", [COIN] * len(cases)
    yield "simple", "always 12 months", [ALWAYS] * len(cases)


def _questions(compiled: CompiledSet, cases: Sequence[ReadCase]) -> Iterator[Series]:
    passed_over = {*not_coded(compiled, cases)}
    for id_, made in question_forecasts(compiled, cases).items():
        if id_ not in passed_over:
            yield "question", id_, made


def not_coded(compiled: CompiledSet, cases: Sequence[ReadCase]) -> list[str]:
    """Name the scored questions that no case answers: of these the cases can say nothing."""
    answered = {
        number
        for case in cases
        for number, answer in case.idea.answers.items()
        if answer.state == GIVEN
    }
    scored = [number for score in compiled["deciding"]["scores"] for number, _ in score["parts"]]
    return [compiled["ids"][number] for number in scored if number not in answered]


def _rules(compiled: CompiledSet, cases: Sequence[ReadCase]) -> Iterator[Series]:
    deciding = compiled["deciding"]
    for kind, entries in (("cap", deciding["caps"]), ("protection", deciding["protections"])):
        for entry in entries:
            yield f"without-{kind}", entry["id"], forecasts(without(compiled, entry["id"]), cases)


def held(compiled: CompiledSet, cases: Sequence[ReadCase]) -> dict[str, list[bool]]:
    """Say of every cap in which cases it surely bites, and of every protection where it holds.

    A cap that is lifted to 12 does not bite. A protection is seen as a cap of its own condition.
    """
    deciding = compiled["deciding"]
    as_caps = [
        {**NO_CAP, **{key: entry[key] for key in ("id", "when", "reads")}}
        for entry in deciding["protections"]
    ]
    biting = _certain(compiled, cases)
    holding = _certain(changed(compiled, caps=as_caps), cases)
    return {
        **{cap["id"]: [cap["id"] in names for names in biting] for cap in deciding["caps"]},
        **{cap["id"]: [cap["id"] in names for names in holding] for cap in as_caps},
    }


def _certain(compiled: CompiledSet, cases: Sequence[ReadCase]) -> list[set[str]]:
    """Name, for each case, the caps that fire in every completion and leave less than 12 months."""
    return [
        {
            cap["rule"]
            for cap in assessed["caps"]
            if cap["status"] == "certain" and cap["value"]["high"] < FULL
        }
        for assessed in assess_all(compiled, cases)
    ]
