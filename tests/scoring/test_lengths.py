"""Short and long lifelines by two open questions: the same whichever way, and what it takes."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.model.words import CLOCKS
from lifeline.scoring import lengths
from lifeline.scoring.assess import Assessor
from lifeline.scoring.elimination import Effort
from lifeline.scoring.lengths import Lengths
from tests.authored import ASSESSED, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

PLENTY = 10**9
CHOICES = ["oak", "pine", "wire"]
PAIRS = list(combinations(range(8), 2))
WHOLE = 2 * 3**6 * 2
"""Assignments of all posts; of the first and of the last only one answer makes a difference."""


@pytest.fixture(scope="module")
def fence() -> CompiledSet:
    """Give a set of eight posts, the fifth of which would have to be of two kinds at once.

    A table in which that is lost finds a long lifeline where there is none.
    """
    posts = [f"post-{letter}" for letter in "abcdefgh"]
    questions = [question(post, "choice", choices=CHOICES) for post in posts]
    rules = []
    for one, other in pairwise(posts):
        meet = {"all": [{one: "wire"}, {other: "pine"}]}
        when = {"not": meet} if "post-e" in (one, other) else meet
        rules.append(rule(f"gap-{one}", when=when, cap=cap(3)))
    return compiled(farm(rubric("fence", questions=questions, rules=rules)), CLAIMS)


def lengths_of(fence: CompiledSet) -> Lengths:
    solved = Assessor(fence).solve(idea({}, fence), as_of=ASSESSED)
    return Lengths(solved.solution, 6, len(CLOCKS), Effort(PLENTY))


def spent(found: Lengths, pair: tuple[int, ...]) -> int:
    """Give the work that a pair takes."""
    (group,) = found.groups
    before = group.effort.left
    found.by(pair)
    return before - group.effort.left


@pytest.fixture
def in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """All assignments are too many for one table, and those of two blocks are not."""
    monkeypatch.setattr(lengths, "BOUND", WHOLE - 1)


@pytest.fixture
def is_tangled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work for a table of two blocks is spent before it is there."""
    monkeypatch.setattr(lengths, "BOUND", 10)
    monkeypatch.setattr("lifeline.scoring.elimination.LEAST", 4)


def at_once(fence: CompiledSet, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    with monkeypatch.context() as patch:
        patch.setattr(lengths, "BOUND", WHOLE)
        whole = lengths_of(fence)
        return [whole.by(pair) for pair in PAIRS]


@pytest.mark.parametrize("way", ["in_blocks", "is_tangled"])
def test_lifelines_by_a_pair_are_the_same_whichever_way_they_are_found(
    fence: CompiledSet,
    way: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = at_once(fence, monkeypatch)
    request.getfixturevalue(way)
    found = lengths_of(fence)
    assert [found.by(pair) for pair in PAIRS] == whole


@pytest.mark.usefixtures("in_blocks")
def test_the_table_of_two_blocks_is_made_once_for_all_pairs_in_them(fence: CompiledSet) -> None:
    found = lengths_of(fence)
    first, second = spent(found, (0, 3)), spent(found, (1, 5))
    assert first > 2 * second > 0


@pytest.mark.usefixtures("is_tangled")
def test_of_what_is_tangled_no_table_of_blocks_is_tried_again(fence: CompiledSet) -> None:
    found, anew = lengths_of(fence), lengths_of(fence)
    first, second = spent(found, (0, 7)), spent(found, (1, 6))
    assert min(first, spent(anew, (1, 6))) > second > 0
