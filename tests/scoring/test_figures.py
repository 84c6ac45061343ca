"""The figures of the market that an idea is judged with: those of its day, and of what is asked."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.model.compiled_market import CompiledMarket
from lifeline.scoring.assess import Assessor, assess
from tests.authored import Authored, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.scoring.records import small as market

COST, WINDOW = {"id": "training-cost", "unit": "USD"}, {"id": "window", "unit": "token"}
UNHEARD = {"id": "unheard-of", "unit": "token"}
BEFORE, LOW, HIGH = "2023-01-09", "2023-01-10", "2023-07-01"
"""Days on which training costs nothing known, 60 million and 100 million."""


def below(parameter: Authored) -> Authored:
    return {"below": {"parameter": parameter["id"]}}


@cache
def priced() -> CompiledSet:
    """Give a set of which two rubrics look at the cost of training, and only one that is optional
    at the window and at what no record knows."""
    money = question("budget", "number", unit="USD", min=0, max=10**9)
    ends = rule("ends", when={"budget": below(COST)}, cap=cap(3))
    size = question("size", "number", unit="token", min=0, max=10**6)
    told = [
        rule("unheard", when={"size": below(UNHEARD)}, finding="note"),
        rule("tight", when={"size": below(WINDOW)}, finding="warning"),
        rule("thin", when={"budget": below(COST)}, finding="note"),
    ]
    apart: Any = {"parameters": [UNHEARD, WINDOW, COST], "questions": [size], "rules": told}
    parts: Any = {"parameters": [COST], "questions": [money], "rules": [ends]}
    return compiled(
        farm(rubric("garden", **parts), rubric("fence", optional=True, **apart)), CLAIMS
    )


@cache
def apart() -> CompiledSet:
    """Give a set of which only an optional rubric looks at a figure."""
    size = question("size", "number", unit="token", min=0, max=10**6)
    tight = rule("tight", when={"size": below(WINDOW)}, finding="warning")
    optional: Any = {"optional": True, "parameters": [WINDOW], "questions": [size]}
    ends = rule("ends", when={"wet": "true"}, cap=cap(3))
    main = rubric("garden", questions=[question("wet", "yes-no")], rules=[ends])
    return compiled(farm(main, rubric("fence", rules=[tight], **optional)), CLAIMS)


def judged(
    answers: Authored, day: str, of: CompiledSet | None = None, record: CompiledMarket | None = None
) -> Assessment:
    of = of or priced()
    read = idea(answers, of, assessed=day)
    return assess(read, of, as_of=date(2023, 12, 1), market=record or market())


def months(found: Assessment) -> tuple[int, int]:
    lifeline: Any = found["lifeline"]
    return lifeline["months"]["low"], lifeline["months"]["high"]


def used(found: Assessment) -> list[tuple[str, float]]:
    return [(each["parameter"], each["value"]) for each in found["parameters"]]


def rules(found: Assessment) -> dict[str, str]:
    return {each["rule"]: each["status"] for each in found["findings"]}


@pytest.mark.parametrize(
    ("day", "figures", "ends_in"),
    [
        (BEFORE, [], 12),
        (LOW, [("training-cost", 60_000_000)], 12),
        ("2023-06-30", [("training-cost", 60_000_000)], 12),
        (HIGH, [("training-cost", 100_000_000)], 3),
    ],
)
def test_an_idea_is_judged_with_the_figures_of_the_day_of_its_answers(
    day: str, figures: list[tuple[str, float]], ends_in: int
) -> None:
    found = judged({"budget": 80_000_000}, day)
    assert (months(found), used(found)) == ((ends_in, ends_in), figures)


def test_without_such_a_day_it_is_judged_with_those_of_the_day_one_looks() -> None:
    read = idea({"budget": 80_000_000}, priced())
    read.assessed = None
    for day, ends_in in ((LOW, 12), (HIGH, 3)):
        found = assess(read, priced(), as_of=date.fromisoformat(day), market=market())
        assert months(found) == (ends_in, ends_in)


def test_without_a_record_a_figure_has_no_value_and_no_rule_that_looks_at_it_fires() -> None:
    found = assess(idea({"budget": 80_000_000}, priced()), priced(), as_of=date(2023, 7, 1))
    assert (months(found), found["parameters"]) == ((12, 12), [])


def test_figures_are_told_of_the_rubrics_that_are_judged() -> None:
    found = judged({"budget": 80_000_000, "size": 9000}, HIGH)
    assert used(found) == [("training-cost", 100_000_000), ("window", 8000)]
    assert rules(found) == {"fence/thin": "certain"}
    assert rules(judged({"budget": 80_000_000, "size": 7000}, LOW)) == {}
    assert rules(judged({"size": 7000}, HIGH)) == {
        "fence/thin": "possible",
        "fence/tight": "certain",
    }


def test_a_figure_that_only_rubrics_look_at_which_are_left_out_is_not_used() -> None:
    assert judged({"wet": False}, HIGH, apart())["parameters"] == []
    found = judged({"wet": False, "size": 7000}, HIGH, apart())
    assert used(found) == [("window", 8000)]
    assert rules(found) == {"fence/tight": "certain"}


IDEAS = [
    ({"budget": 80_000_000}, HIGH),
    ({"budget": 80_000_000}, LOW),
    ({"budget": 80_000_000, "size": 7000}, HIGH),
    ({"budget": 80_000_000, "size": 7000}, LOW),
    ({"budget": 80_000_000, "size": 7000}, BEFORE),
    ({"budget": 80_000_000}, BEFORE),
]


@pytest.mark.parametrize("turned", [False, True])
def test_one_idea_changes_no_figure_of_the_next(turned: bool) -> None:
    one = Assessor(priced(), market())
    for answers, day in (reversed if turned else list)([*IDEAS, *IDEAS]):
        read = idea(answers, priced(), assessed=day)
        assert one.assess(read, as_of=date(2023, 12, 1)) == judged(answers, day)


def test_ideas_of_the_same_figures_share_what_was_found() -> None:
    one = Assessor(priced(), market())
    days = [date(2023, 7, day) for day in range(1, 20)]
    solved = [one.solve(idea({}, priced(), assessed=day), as_of=day) for day in days]
    assert {id(each.rulebook) for each in solved} == {id(solved[0].rulebook)}
