"""A ledger is read line by line: what is wrong is told by its number, and the rest counts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.ledger import Entry
from lifeline.reading.ledger.lines import NO_ENTRY, Held, id_of, line_of, read_ledger
from lifeline.reading.limits import MOST_TOLD
from tests.backtesting.ledger.entries import forecast, ledgers, resolution, with_id, written

ONE = forecast(title="Bäckerei \u2028 \x1b[2J")
TWO = resolution(ONE, 6, "yes", note="a\nb")
GOOD = written(ONE, TWO)


def told(data: bytes) -> list[str]:
    return [problem.text("l.jsonl") for problem in read_ledger(data).problems]


def entries_of(held: Held) -> list[Any]:
    return [*held.forecasts.values(), *held.resolutions.values()]


@given(ledgers())
def test_what_is_written_is_read_as_it_was(entries: list[Entry]) -> None:
    held = read_ledger(written(*entries))
    assert not held.problems
    assert {each["id"]: each for each in entries_of(held)} == {each["id"]: each for each in entries}


@given(ledgers(), st.randoms())
def test_the_order_of_lines_and_repetitions_change_nothing(entries: list[Any], random: Any) -> None:
    others = entries + entries[:2]
    random.shuffle(others)
    one, other = read_ledger(written(*entries)), read_ledger(written(*others))
    assert not other.problems
    assert (other.forecasts, other.resolutions) == (one.forecasts, one.resolutions)


def test_an_entry_is_one_line_of_ascii_with_sorted_keys() -> None:
    for line in GOOD.splitlines():
        assert line.isascii()
        assert line.decode() == json.dumps(json.loads(line), sort_keys=True)
    assert GOOD.count(b"\n") == 2


def test_an_id_is_that_of_all_that_is_said() -> None:
    assert id_of(ONE) == ONE["id"]
    assert id_of({**ONE, "made": "2026-11-23"}) != ONE["id"]
    assert id_of(dict(reversed(ONE.items()))) == ONE["id"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        GOOD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + GOOD,
        GOOD.rstrip(b"\n"),
        GOOD.replace(b"\n", b"\n\n  \n"),
        b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in (TWO, ONE)),
    ],
)
def test_what_editors_and_git_make_of_a_file_is_read(data: bytes) -> None:
    held = read_ledger(data)
    assert not held.problems
    assert len(entries_of(held)) == (2 if data.strip() else 0)


def line(entry: Any, **more: Any) -> bytes:
    """Give an entry that says something else, with the id for that."""
    return line_of(with_id({**entry, **more}))


WRONG = {
    b"not json\n": "l.jsonl:1:1: is no entry of a ledger. Expected one JSON object",
    b"[1]\n": "is no entry of a ledger",
    b"{}\n": "is no entry of a ledger",
    b'{"ledger": true}\n': "is no entry of a ledger",
    b'{"ledger": 1}\n': "is no entry of a ledger",
    b'{"ledger": 1, "kind": ["forecast"]}\n': "is no entry of a ledger",
    b"[" * 100_000 + b"\n": "is no entry of a ledger",
    b'{"ledger": ' + b"1" * 5000 + b"}\n": "is no entry of a ledger",
    b"\xff\xfe\n": "is no entry of a ledger",
    b"<<<<<<< HEAD\n": "is a mark that a merge left behind. Take it out, and keep the lines",
    b"=======\n": "is a mark that a merge left behind",
    b'{"ledger": 2, "kind": "bet"}\n': "was written by a newer version (format 2), and this one",
    GOOD[:90]: "is cut off: writing it was interrupted",
    GOOD.replace(b'"low": 6', b'"low": 3'): f"no longer has the id {ONE['id']}",
    GOOD.replace(b'"strict": false', b'"strict": NaN'): "is no entry of a ledger",
    GOOD.replace(b'"kind"', b'"id": "", "kind"'): "is no entry of a ledger",
    line(ONE, clock="both"): "1:1: clock: is not one of: advantage, necessity, lifeline.",
    line(ONE, months={"low": 6, "high": 3}): "months: is not a range of months",
    line(ONE, months={"low": True, "high": 3}): "months: is not a range of months",
    line(ONE, made="20261122"): "made: is not a day such as 2026-11-22.",
    line(ONE, made="2026-02-30"): "made: is not a day",
    line(ONE, assessed="9999-01-01"): "assessed: is not a day",
    line(ONE, idea="bakery"): "idea.id: is not text.",
    line(ONE, idea={**ONE["idea"], "title": "x" * 10_001}): "idea.title: is not text.",
    line(ONE, claims=[]): "claims: is not a list of claims",
    line(ONE, claims=[ONE["claims"][0]] * 2): "claims: is not a list of claims",
    line(ONE, claims=[{**ONE["claims"][0], "probability": 1.5}]): "claims: is not a list",
    line(ONE, claims=[{**ONE["claims"][0], "own": "0.5"}]): "claims: is not a list",
    line(TWO): "forecast: is about 6 months of the forecast",
    written(ONE) + line(TWO, outcome="maybe"): "2:1: outcome: is not yes or no.",
    written(ONE) + line(TWO, after=4): "2:1: after: is not one of: 3, 6, 12.",
    written(ONE) + line(TWO, after=6.0): "2:1: after: is not one of: 3, 6, 12.",
    written(ONE) + line(TWO, source=" "): "2:1: source: is not text.",
    written(ONE) + line(TWO, note=3): "2:1: note: is not text or null.",
    written(ONE) + line(TWO, replaces="abc"): "2:1: replaces: is not a list of ids.",
}


@pytest.mark.parametrize(("data", "expected"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(data: bytes, expected: str) -> None:
    first = told(data)[0]
    assert expected in first
    assert first.endswith((".", "there will be none.")) and " " in first


@pytest.mark.parametrize("data", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_takes_nothing_else_with_it(data: bytes) -> None:
    other = forecast(3, 3, idea="dentist")
    held = read_ledger(written(other) + data)
    assert other["id"] in held.forecasts
    assert held.problems
    assert held.problems[0].line >= 2


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    data = b"\n" + written(ONE) + b"\nx\r\n" + written(TWO) + b"y\n"
    assert [problem.line for problem in read_ledger(data).problems] == [4, 6]


def test_a_claim_that_the_forecast_does_not_make_is_told() -> None:
    late = forecast(made="2027-03-01", assessed="2026-11-22")
    (problem,) = told(
        written(late, resolution(ONE, 3, "yes"), ONE) + line(TWO, forecast=late["id"], after=3)
    )
    assert "is about 3 months of the forecast" in problem


@pytest.mark.parametrize(
    ("many", "rest"),
    [
        (MOST_TOLD + 1, "."),
        (MOST_TOLD + 2, f", nor can line {MOST_TOLD + 2}."),
        (MOST_TOLD + 3, f", nor can 2 lines after it, up to line {MOST_TOLD + 3}."),
        (1000, ", nor can 949 lines after it, up to line 1000."),
    ],
)
def test_of_very_many_lines_that_cannot_be_read_the_rest_is_counted(many: int, rest: str) -> None:
    data = b"x\n" * many
    problems = told(data)
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].startswith(f"l.jsonl:{MOST_TOLD + 1}:1: cannot be read{rest} Put ")
    assert read_ledger(data).unread == many


def test_as_many_lines_as_are_told_are_all_told_by_themselves() -> None:
    held = read_ledger(b"x\n" * MOST_TOLD)
    assert len(held.problems) == held.unread == MOST_TOLD
    assert {problem.message for problem in held.problems} == {NO_ENTRY}


def test_keys_that_a_later_version_adds_are_passed_over() -> None:
    held = read_ledger(line(ONE, mood="hopeful"))
    assert not held.problems
    assert next(iter(held.forecasts.values()))["idea"] == ONE["idea"]


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 20), st.binary(max_size=6))))
def test_whatever_it_holds_every_line_counts_or_is_told(edits: Any) -> None:
    data = GOOD
    for start, length, piece in edits:
        data = data[:start] + piece + data[start + length :]
    held = read_ledger(data)
    lines = [part for part in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if part.strip()]
    assert len(set(lines)) <= len(entries_of(held)) + len(held.problems)
    for entry in entries_of(held):
        assert entry in (ONE, TWO)
