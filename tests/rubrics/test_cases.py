"""The dated products that the shipped set was tested on, and what its history says of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from lifeline.backtesting.backtest import backtest
from lifeline.backtesting.recording import file_text
from lifeline.errors import InvalidFiles
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import GIVEN, OPEN, Answer
from lifeline.reading.cases import Cases, ReadCase, read_cases
from tests.conftest import ROOT

FOLDER = ROOT / "rubrics" / "cases"
HISTORY = ROOT / "rubrics" / "ngc" / "history.yaml"
ENOUGH = 3
COMMON = {"framework", "public"}
"""English words that a product's name holds, and that its masked facts need."""


@pytest.fixture(scope="module")
def cases(ngc: CompiledSet) -> Cases:
    return read_cases(str(FOLDER), ngc)


@pytest.fixture(scope="module")
def found(ngc: CompiledSet, cases: Cases) -> dict[str, Any]:
    return backtest(ngc, cases)


def masked(case: ReadCase) -> str:
    """Give everything that a coder was told of a product."""
    told = case.case
    return "\n".join([told.masked.did, told.masked.when, *(fact.masked for fact in told.facts)])


def test_each_cap_and_protection_held_in_three_products_or_a_claim_of_its_own_demands_it(
    ngc: CompiledSet, found: dict[str, Any]
) -> None:
    deciding, reasons = ngc["deciding"], ngc["texts"]["reasons"]
    for entry in (*deciding["caps"], *deciding["protections"]):
        held = found["history"]["rules"][entry["id"]]["held"]["cases"]
        reason = reasons[entry["id"]]
        assert held >= ENOUGH or reason["demanded_by"] in reason["claims"], entry["id"]


def test_the_recorded_history_is_what_a_back_test_finds_today(found: dict[str, Any]) -> None:
    assert HISTORY.read_text("utf-8") == file_text(found["history"])


def test_every_answer_of_every_case_cites_a_fact_or_is_open(ngc: CompiledSet, cases: Cases) -> None:
    for case in cases.cases:
        for number, answer in case.idea.answers.items():
            told = case.case.answers[ngc["deciding"]["questions"][number]["id"]]
            assert answer.state == OPEN or told["facts"], (case.case.case, ngc["ids"][number])


def test_an_answer_that_cites_no_fact_is_refused_at_its_place(
    ngc: CompiledSet, tmp_path: Path
) -> None:
    for name in ("cases.yaml", "chatpdf.yaml", "outcomes/chatpdf.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(FOLDER / name, tmp_path / name)
    path = tmp_path / "chatpdf.yaml"
    text = re.sub(r"(?m)^  place: .*$", "  place: {answer: visit}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    line = text.splitlines().index("  place: {answer: visit}") + 1
    with pytest.raises(InvalidFiles) as refused:
        read_cases(str(tmp_path), ngc)
    assert f"{path}:{line}:3: answers.place: rests on no fact" in str(refused.value)


def test_what_coders_were_told_names_neither_the_product_nor_a_year(cases: Cases) -> None:
    for case in cases.cases:
        told = masked(case).lower()
        words = {word for word in re.findall(r"\w+", case.case.name.lower()) if len(word) > 4}
        assert not [word for word in words - COMMON if word in told], case.case.case
        assert not re.search(r"(19|20)\d\d", told), case.case.case


def value(answer: Answer | None) -> tuple[float, ...] | None:
    """Give what an answer allows; None where it allows everything."""
    return answer.value if answer and answer.state == GIVEN else None


def agreed(
    kind: str, one: tuple[float, ...] | None, other: tuple[float, ...] | None
) -> tuple[float, ...] | None:
    """Join what two coders said: what both allow, or either where they exclude each other.

    Of several choices: surely what both chose, perhaps what one chose.
    """
    if one is None or other is None:
        return one or other
    if kind == "choices":
        return (int(one[0]) & int(other[0]), int(one[0]) ^ int(other[0]))
    if kind == "number":
        least, inner, further, most = sorted((*one, *other))
        exclude = one[1] < other[0] or other[1] < one[0]
        return (least, most) if exclude else (inner, further)
    both = set(one) & set(other)
    return tuple(sorted(both or {*one, *other}))


def test_the_answers_used_follow_from_the_two_codings(ngc: CompiledSet, cases: Cases) -> None:
    first, second = (cases.codings[coder] for coder in cases.head.coders)
    for case in cases.cases:
        id_ = case.case.case
        one, other = first.answers[id_], second.answers[id_]
        for number, question in enumerate(ngc["deciding"]["questions"]):
            expected = agreed(question["kind"], value(one.get(number)), value(other.get(number)))
            used = value(case.idea.answers.get(number))
            assert used == expected, (id_, question["id"])


def test_the_two_coders_agreed_on_every_question(ngc: CompiledSet, found: dict[str, Any]) -> None:
    kappas = {entry["question"]: entry["value"] for entry in found["agreement"]}
    due = [id_ for id_ in ngc["ids"] if id_.startswith("lifeline/")]
    kappas = {id_: kappas[id_] for id_ in due}
    assert {id_ for id_, kappa in kappas.items() if kappa < 0.6} == set()
