"""Whatever a file holds: it is read, or what is wrong with it is told, with places."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from lifeline.errors import InvalidFile
from tests.reading.small import read

GOOD = b"""\
lifeline: 1
idea: A product
id: my-product
summary: >-
  What it does,
  in two lines.
assessed: 2023-06-30
set: {small: 1.2.0}
capabilities: [file-chat]
answers:
  entry:
    one-of: [announced, nobody]
    by: founder
    evidence:
      - {says: seen on stage, link: "https://example.org/a", date: 2023-05-01}
      - {measurement: 4 minutes}
    note: ask again
  assets: {surely: [network], maybe: [permit]}
  uses-model: yes
  training-budget: {not-applicable: we train nothing}
  runway: {between: [3, 9]}
waivers:
  product/money-ends: {reason: prototype only, until: 2023-12-31}
"""

SIGNS = b""": - [ ] { } , ' " | > & * ! # % @ \\ ? ~ << .. --- ... \t \0 \xff \xef\xbb\xbf 1e999"""
PIECES = st.sampled_from(
    [*SIGNS.split(b" "), b" ", b"\n", b"&a ", b"*a", b"!t ", b": ", *GOOD.splitlines(keepends=True)]
)
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES), min_size=1, max_size=6
)


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """Cut pieces out of a good file, and put others in."""
    data = GOOD
    for start, length, piece in draw(EDITS):
        data = data[:start] + piece + data[start + length :]
    return data


def is_read_or_told(data: bytes) -> None:
    try:
        read(data)
    except InvalidFile as error:
        assert error.problems
        for problem in error.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert re.search(r"[.?]\Z", problem.message)
            assert len(problem.message.splitlines()) == 1
            assert len(problem.key.splitlines()) <= 1


def test_the_file_that_is_spoiled_is_good() -> None:
    assert read(GOOD).id == "my-product"


@given(spoiled())
def test_a_spoiled_file_is_read_or_told(data: bytes) -> None:
    is_read_or_told(data)


@given(st.binary(max_size=200))
@example(b"\xff\xfe\0")
@example(b"\xfe\xff\xd8\0")
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    is_read_or_told(data)


@given(st.text(alphabet=st.sampled_from("ab01:-?[]{},'\"|>&*!#%@~ \n\t\\\u2028é"), max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    is_read_or_told(text.encode())
