"""What may not fit together: each doubt says what it lays beside what."""

from __future__ import annotations

import pytest

from lifeline.scoring.assess import Assessor
from lifeline.tui.telling.doubts import Doubts
from lifeline.walk.sheet import Sheet
from tests.authored import ASSESSED, Authored, compiled, idea_file
from tests.compiling.farm import CLAIMS, QUESTIONS, cap, farm, rubric, rule

SHORT = rule("short", cap=cap(3), when={"entry": "everyone"})


def doubts(answers: Authored, *findings: Authored) -> list[tuple[str, str]]:
    garden = rubric("garden", questions=QUESTIONS, rules=[SHORT, *findings])
    assessor = Assessor(compiled(farm(garden), CLAIMS))
    sheet = Sheet(assessor, idea_file(answers), "idea.yaml", ASSESSED)
    return Doubts(sheet, sheet.assessment()).told()


@pytest.mark.parametrize(
    ("clock", "lasts"),
    [
        ("lifeline", "the product lasts 3 months"),
        ("advantage", "the advantage lasts 3 months"),
        ("necessity", "the necessity lasts 12 months or more"),
    ],
)
def test_a_number_is_laid_beside_the_clock_that_the_finding_names(clock: str, lasts: str) -> None:
    late = rule("late", finding="warning", when={"runway": {"below": {"clock": clock}}})
    (doubt,) = doubts({"entry": "everyone", "runway": 2}, late | {"because": "Look again."})
    told = f"Your answer: runway = 2. By your other answers {lasts}. Look again."
    assert doubt == ("garden/runway", told)


def test_several_answers_are_said_and_asked_about() -> None:
    odd = rule("odd", finding="warning", when={"entry": "everyone", "irrigated": "true"})
    (doubt,) = doubts({"entry": "everyone", "irrigated": True}, odd | {"because": "It rains."})
    told = "You say entry = everyone, and also irrigated = yes. Is that so? It rains."
    assert doubt == ("garden/entry", told)


def test_one_answer_alone_contradicts_nothing() -> None:
    plain = rule("plain", finding="warning", when={"entry": "everyone"})
    assert doubts({"entry": "everyone"}, plain) == []
