"""Whatever a person writes in a set is compiled, or told: nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from lifeline.errors import LifelineError
from lifeline.model.condition import GROUPS, OPERATORS, Path, ShapeError, parse_condition
from lifeline.model.formula import OPERATIONS, parse_formula
from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIMS, QUANTITIES, QUESTIONS, cap, farm, protection, rubric, rule

KEYS = st.sampled_from([*GROUPS, *OPERATORS, *OPERATIONS, "quantity", "entry", "runway", "id", ""])
WORDS = KEYS | st.sampled_from(["yes", "1e999", "nan", "-1", "Ähre", "two words", "2023-13-45"])
ANYTHING = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=8,
)


@given(ANYTHING)
@example({"all": [{"not": ["a"]}, {"any": "b"}]})
@example({"sum": ["a", {"sums": []}]})
def test_what_has_the_wrong_shape_is_told_where_it_stands(raw: Any) -> None:
    for parse in (parse_condition, parse_formula):
        try:
            parse(raw)
        except ShapeError as error:
            assert error.problems
            for problem in error.problems:
                assert stands_in(raw, problem.path)
                assert problem.message


def stands_in(data: Any, path: Path) -> bool:
    """Whether a path leads to something in the data."""
    for step in path:
        data = data[step]
    return True


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list in the data, with each of its keys or positions."""
    if isinstance(data, dict | list):
        for step in data if isinstance(data, dict) else range(len(data)):
            yield data, step
            yield from places(data[step])


WHOLE = farm(
    rubric(
        "garden",
        questions=QUESTIONS,
        quantities=QUANTITIES,
        protections=[protection("wall", {"any": [{"entry": "nobody"}, {"not": {"all": []}}]})],
        rules=[
            rule("crowded", when={"reserve": {"below": 6}}, cap=cap(), unless={"wall": 6}),
            rule("late", when={"runway": {"below": {"quantity": "reserve"}}}, finding="note"),
        ],
    )
) | {"claims": CLAIMS}


@given(st.data())
def test_whatever_stands_in_a_set_is_compiled_or_told_plainly(data: st.DataObject) -> None:
    whole: Authored = deepcopy(WHOLE)
    parts = whole["set"], whole["rubrics"][0], whole["claims"]
    around, step = data.draw(st.sampled_from([place for part in parts for place in places(part)]))
    around[step] = data.draw(ANYTHING)
    try:
        compiled(whole, whole["claims"])
    except LifelineError as error:
        lines = str(error).splitlines()
        assert len(set(lines)) == len(lines)
        assert all(re.match(r"set/[a-z]+\.yaml:\d+:\d+: ", line) for line in lines)
        assert not re.search(r"Input should|Value error|<class|is not valid\.", str(error))
