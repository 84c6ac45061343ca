"""Whatever a file holds: it is read, or what is wrong with it is told, with places."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifeline.errors import InvalidFile
from tests.reading.small import read
from tests.reading.within import check_told

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


LINES = GOOD.splitlines(keepends=True)
WORDS = """- ? : [ ] { } , ' " | > & * ! # % @ \\ ~ << .. --- ... &a *a !t !!python/name:os.system
[[[[ {a: "\\ud800" "\\0" 1e999 -0 .nan .inf 0x1F ٣ ３ ９ 9999-12-31 0000-00-00 unknown later
not-applicable answer: one-of: between: surely: maybe: evidence: facts: waivers: answers: 😀
::error:: ##[add-mask]""".split()
SPACES = [" ", "\t", "\n", "\r", "\r\n", "\0", "\x85", "\u2028", "\ufeff", "\x1b[2J", "\u202e"]
LONG = ["9" * 5000, "x" * 20_000, " " * 200, "a: " * 120, "[" * 120, "- " * 120]
TOKENS = st.sampled_from([token.encode() for token in (*WORDS, *SPACES, *LONG)] + [b"\xed\xa0\xbd"])


def number(most: int = len(LINES) - 1) -> st.SearchStrategy[int]:
    return st.integers(0, most)


class Mutations:
    """Ways to change the lines of a file: each keeps most of what a person wrote."""

    @staticmethod
    def duplicate(draw: st.DrawFn, lines: list[bytes]) -> None:
        line = lines[draw(number()) % len(lines)]
        lines.insert(draw(number()) % len(lines), line)

    @staticmethod
    def swap(draw: st.DrawFn, lines: list[bytes]) -> None:
        one, other = (draw(number()) % len(lines) for _ in range(2))
        lines[one], lines[other] = lines[other], lines[one]

    @staticmethod
    def drop(draw: st.DrawFn, lines: list[bytes]) -> None:
        if len(lines) > 1:
            del lines[draw(number()) % len(lines)]

    @staticmethod
    def splice(draw: st.DrawFn, lines: list[bytes]) -> None:
        """Put the end of a line behind the beginning of another."""
        one, other = (draw(number()) % len(lines) for _ in range(2))
        head, tail = lines[one], lines[other]
        lines[one] = head[: draw(number(len(head)))] + tail[draw(number(len(tail))) :]

    @staticmethod
    def indent(draw: st.DrawFn, lines: list[bytes]) -> None:
        place = draw(number()) % len(lines)
        lines[place] = b" " * draw(number(9)) + lines[place].lstrip(b" ")

    @staticmethod
    def insert(draw: st.DrawFn, lines: list[bytes]) -> None:
        """Put a hostile token anywhere, or in the place of a value."""
        place = draw(number()) % len(lines)
        line, token = lines[place], draw(TOKENS)
        at = draw(st.one_of(number(len(line)), st.just(line.find(b":") + 2)))
        lines[place] = line[:at] + token + (line[at:] if draw(st.booleans()) else b"\n")


MUTATIONS = st.sampled_from(
    [
        Mutations.duplicate,
        Mutations.swap,
        Mutations.drop,
        Mutations.splice,
        Mutations.indent,
        Mutations.insert,
    ]
)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]
)
ENDS = st.sampled_from([b"\n", b"\n", b"\r\n", b"\r"])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Change a good file as people and tools do, and as somebody who means harm."""
    lines = [*LINES]
    for mutate in draw(st.lists(MUTATIONS, min_size=1, max_size=5)):
        mutate(draw, lines)
    data = b"".join(lines).replace(b"\n", draw(ENDS))
    encoding = draw(ENCODINGS)
    if encoding == "utf-8":
        return data
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def is_read_or_told(data: bytes) -> None:
    try:
        read(data)
    except InvalidFile as error:
        check_told(data, error.problems)


def test_the_file_that_is_spoiled_is_good() -> None:
    assert read(GOOD).id == "my-product"


@given(spoiled())
def test_a_spoiled_file_is_read_or_told(data: bytes) -> None:
    is_read_or_told(data)


@given(mutated())
@settings(max_examples=4 * settings().max_examples)
def test_a_mutated_file_is_read_or_told(data: bytes) -> None:
    is_read_or_told(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_file_cut_anywhere_is_read_or_told(encoding: str) -> None:
    data = GOOD.replace(b"founder", "Größe 大小 😀".encode()).decode().encode(encoding)
    for end in range(len(data)):
        is_read_or_told(data[:end])


@given(st.binary(max_size=200))
@example(b"\xff\xfe\0")
@example(b"\xfe\xff\xd8\0")
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    is_read_or_told(data)


@given(st.text(alphabet=st.sampled_from("ab01:-?[]{},'\"|>&*!#%@~ \n\t\\\u2028é"), max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    is_read_or_told(text.encode())
