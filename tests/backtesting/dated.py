"""The set of ``tests/sets/dated``, its cases in ``tests/cases/small``, and made-up cases."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from lifeline.compiling.store import build
from lifeline.model.case import Case, Outcome
from lifeline.model.compiled import CompiledSet
from lifeline.reading.cases import Cases, ReadCase, read_cases
from lifeline.reading.sets import read_files
from tests.authored import idea

FOLDER = Path(__file__).parent.parent / "sets" / "dated"
CASES = Path(__file__).parent.parent / "cases" / "small"


@cache
def dated() -> CompiledSet:
    """Compile the set, once for all tests."""
    return build(str(FOLDER), read_files(str(FOLDER)))


@cache
def small_cases() -> Cases:
    """Read the cases, once for all tests."""
    return read_cases(str(CASES), dated())


def made_up(id_: str, answers: dict[str, Any], months: int, *, ended: bool) -> ReadCase:
    """Make a case with some answers that lasted for so many months, as if it had been read."""
    words = {"did": "It was.", "when": "Then."}
    case = Case.model_validate(
        {
            "case-format": 1,
            "case": id_,
            "name": id_.title(),
            "did": words["did"],
            "vantage": "2023-06",
            "provenance": "mixed",
            "masked": words,
            "facts": [{"id": "f1", "fact": "It was.", "masked": "It was."}],
            "sources": [{"link": "l", "date": "d", "supports": "s"}],
            "answers": answers,
        }
    )
    until = f"{2023 + (5 + months) // 12}-{(5 + months) % 12 + 1:02}"
    outcome = Outcome.model_validate(
        {
            "outcome-format": 1,
            "outcome": id_,
            "months": months,
            "still-holding": not ended,
            ("end" if ended else "last-observed"): until,
            "kind": "advantage" if ended else "none",
            "event": "It went.",
            "confidence": "low",
        }
    )
    found = idea(answers, dated())
    found.id, found.title, found.assessed = case.case, case.name, case.vantage
    return ReadCase(case, found, outcome)


def _one(names: list[str]) -> st.SearchStrategy[Any]:
    several = st.lists(st.sampled_from(names), min_size=2, unique=True)
    return st.sampled_from([*names, "unknown"]) | several.map(lambda some: {"one-of": some})


ASSETS = ["own-data", "network", "permit"]
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "entry": _one(["nobody", "announced", "where-they-work"]),
        "copy-time": _one(["year", "months", "weeks"]),
        "assets": st.lists(st.sampled_from(ASSETS), unique=True)
        | st.lists(st.sampled_from(ASSETS), min_size=1, unique=True).map(
            lambda some: {"maybe": some}
        ),
        "used": st.booleans(),
        "launch": st.integers(0, 36),
    },
)
"""Answers to the questions of the set, in most forms that there are."""

MADE_UP = st.lists(
    st.tuples(ANSWERS, st.integers(0, 40), st.booleans()), min_size=1, max_size=8
).map(
    lambda drawn: [
        made_up(f"case-{n}", answers, months, ended=ended)
        for n, (answers, months, ended) in enumerate(drawn)
    ]
)
"""Cases of the set that were made up."""
