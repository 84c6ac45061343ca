"""The table for spreadsheets: stable columns, and cells that nothing reckons."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment
from tests.report.reported import FAILS, UNCLEAR, all_judged, judged, written

COLUMNS = """path id idea assessed as_of verdict low high advantage_low advantage_high necessity_low
necessity_high until_low until_high ends cause certain exact score_product_low score_product_high
open settled asked blockers warnings waived deciding errors""".split()


def rows(assessments: list[Assessment]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", assessments))))


def test_the_columns_are_a_contract() -> None:
    assert written("csv", []) == ",".join(COLUMNS) + "\n"


def test_an_idea_is_a_row() -> None:
    (row,) = rows([judged(UNCLEAR)])
    assert row["idea"] == "第二个 & others"
    assert (row["low"], row["high"], row["until_low"]) == ("6", "12", "2027-05-01")
    assert (row["certain"], row["exact"], row["ends"]) == ("false", "true", "advantage")
    assert (row["open"], row["settled"], row["asked"]) == ("1", "3", "4")
    assert (row["warnings"], row["waived"], row["deciding"]) == ("0", "1", "product/assets")


def test_what_cannot_be_judged_is_a_row_too() -> None:
    found = {row["id"]: row for row in rows(all_judged())}
    assert found["broken"]["verdict"] == "invalid"
    assert found["broken"]["low"] == ""
    assert found["broken"]["errors"] == "2"
    assert found["fails"]["warnings"] == "1"


@pytest.mark.parametrize("encoding", ["latin-1", "gbk", "utf-16"])
def test_it_is_utf_8_whatever_the_stream_would_encode(encoding: str) -> None:
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding, newline="\n")
    written("csv", [judged(UNCLEAR)], stream)
    stream.flush()
    assert held.getvalue().decode("utf-8") == written("csv", [judged(UNCLEAR)])


def titled(title: str) -> Assessment:
    found: Any = {**judged(FAILS), "idea": title}
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A"])
def test_a_text_that_looks_like_a_formula_begins_with_an_apostrophe(title: str) -> None:
    assert rows([titled(title)])[0]["idea"] == f"'{title}"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a\tb", "a\\tb"),
        ("a\rb", "a\\rb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\nb"),
    ],
)
def test_a_control_sign_is_shown_as_what_it_is_called(title: str, shown: str) -> None:
    assert rows([titled(title)])[0]["idea"] == shown


@given(st.text(max_size=30))
def test_any_title_is_one_cell_of_one_line(title: str) -> None:
    text = written("csv", [titled(title)])
    assert text.count("\n") == 2
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["verdict"] == "fail"
    if title.isprintable() and "##[" not in title and not title.startswith(tuple("=+-@＝＋－＠")):
        assert row["idea"] == title
