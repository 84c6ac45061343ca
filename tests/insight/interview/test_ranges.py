"""The months for each answer to a question, and the end of the work that finding them takes."""

from __future__ import annotations

from lifeline.insight.interview.ranges import Ranges
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule


def ranges() -> Ranges:
    """Two questions, each of which ends the advantage by a bad answer."""
    rules = [rule(f"no-{id_}", when={id_: "false"}, cap=cap(3)) for id_ in ("sun", "rain")]
    asked = [question(id_, "yes-no") for id_ in ("sun", "rain")]
    plot = compiled(farm(rubric("garden", questions=asked, rules=rules)), CLAIMS)
    solved = Assessor(plot).solve(idea({}, plot), as_of=ASSESSED)
    return Ranges(solved.solution)


BAD, ANY = {"low": 3, "high": 3}, {"low": 3, "high": 12}


def test_the_work_of_all_questions_is_one() -> None:
    found = ranges()
    for number in (0, 1):
        before = found.effort.left
        assert found.months(number) == {0: BAD, 1: ANY}
        assert found.effort.left < before


def test_once_the_work_is_done_each_answer_leaves_all_months_possible() -> None:
    found = ranges()
    found.effort.left = 0
    assert found.months(0) == {0: ANY, 1: ANY}
