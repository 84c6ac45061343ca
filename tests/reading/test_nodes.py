"""YAML as nodes: what is refused, where, and that hostile files do no harm."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.errors import Problem
from lifeline.reading.limits import DEEPEST, FILE_BYTES, LONGEST_TEXT, MOST_TOLD, MOST_VALUES
from lifeline.reading.nodes import Problems, compose, find, plain


def found(data: bytes) -> list[Problem]:
    """Compose a file and everything in it; give what is wrong."""
    problems = Problems()
    root = compose(data, problems)
    if root is not None:
        plain(root, problems)
    return problems.found


def places(data: bytes) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in found(data)]


def as_plain(data: bytes) -> Any:
    problems = Problems()
    root = compose(data, problems)
    assert root is not None
    value = plain(root, problems)
    assert not problems.found
    return value


def test_everything_stays_text() -> None:
    data = b"a: 1\nb: [yes, 3:30, 012, ~, 2023-01-01, '']\nc: {d: null}\ne:\n"
    values = {"a": "1", "b": ["yes", "3:30", "012", "~", "2023-01-01", ""], "c": {"d": "null"}}
    assert as_plain(data) == {**values, "e": ""}


def test_signs_of_what_is_not_allowed_are_allowed_inside_text() -> None:
    data = b"a: R&D, 2 * 3!\nb: '&c *d !e <<'\n# &f *g !h\n"
    assert as_plain(data) == {"a": "R&D, 2 * 3!", "b": "&c *d !e <<"}


def test_every_repeated_key_is_told_with_its_path() -> None:
    problems = found(b"a: 1\nb: [{c: 1, c: 2}]\na: 3\n")
    assert [problem.key for problem in problems] == ["b[0].c", "a"]


def test_nothing_at_all_is_no_key_and_quotes_with_nothing_in_them_are_one() -> None:
    assert [problem.key for problem in found(b"a: {? : b}\n? \n: c\n")] == ["a", ""]
    assert as_plain(b"'': a\n") == {"": "a"}


def test_every_anchor_alias_and_tag_is_told() -> None:
    assert places(b"a: &x 1\nb: *x\nc: !!int 2\nd: [&y !t {e: 1}]\n") == [
        (1, 4),
        (2, 4),
        (3, 4),
        (4, 5),
        (4, 5),
    ]


def test_anchors_aliases_and_tags_are_told_with_their_path() -> None:
    problems = found(b"a: &x 1\nb:\n  - {c: d, e: *x}\n  - !t [f, {? [g] : h, i: &y j}]\n&z k: l\n")
    assert [problem.key for problem in problems[:5]] == ["a", "b[0].e", "b[1]", "b[1][1].i", "k"]


def test_a_fault_after_an_anchor_is_told_too() -> None:
    assert places(b"a: &x 1\nb: [\n") == [(1, 4), (2, 5)]


@pytest.mark.parametrize("data", [b"a: *x\n", b"a: &x 1\nb: &x 2\n"])
def test_what_an_alias_or_anchor_gets_wrong_is_told_once(data: bytes) -> None:
    assert len(places(data)) == len(set(places(data)))


def test_what_an_alias_repeats_is_read_once() -> None:
    layers = b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d," % (n - 1) * 9) for n in range(1, 19))
    assert len(found(b"a0: &a0 [x]\n" + layers)) == 19 + 18 * 9


@pytest.mark.parametrize("data", [b"a: &a [*a]\n", b"a: &a {b: *a}\n", b"&a {b: {c: *a}}\n"])
def test_a_value_that_holds_itself_is_no_trap(data: bytes) -> None:
    assert len(found(data)) == 2


def nested(depth: int) -> bytes:
    return b"a: " + b"[" * (depth - 1) + b"]" * (depth - 1)


def test_nesting_is_read_up_to_a_limit() -> None:
    assert not found(nested(DEEPEST))
    assert places(nested(DEEPEST + 1)) == [(1, 3 + DEEPEST)]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("[", "["),
        ("{a: ", "{a: "),
        ("- ", "- "),
        ("? ", "? "),
        ("[", "{a: "),
        ("- ", "? "),
        ("- ", "["),
        ("? ", "{a: "),
    ],
)
def test_whatever_opens_a_level_is_counted_in_short_files_too(outer: str, inner: str) -> None:
    half = DEEPEST // 2
    (problem,) = found((outer * half + inner * (half + 1)).encode())
    assert problem.message.startswith(f"more than {DEEPEST} lists or brackets inside each other.")


def test_rows_further_and_further_in_are_counted() -> None:
    rows = "".join(f"{' ' * depth}a:\n" for depth in range(DEEPEST + 2))
    (problem,) = found(rows.encode())
    assert problem.message.startswith(f"more than {DEEPEST} lists or brackets inside each other.")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 900_000,
        b"{a: " * 200_000,
        b"- " * 400_000,
        b"? " * 400_000,
        b"a: " + b"[{b: " * 100_000,
        b"".join(b" " * depth + b"a:\n" for depth in range(1_300)),
        b"".join(b" " * depth + b"-\n" for depth in range(1_300)),
        b"a: &a\n  " + b"[" * 400_000,
        ("- " * 150).encode("utf-16"),
        ("- " * 200_000).encode("utf-16"),
    ],
)
def test_no_depth_overflows_the_stack(data: bytes) -> None:
    assert len(data) < FILE_BYTES
    assert "inside each other" in found(data)[-1].message


def test_a_file_is_read_up_to_a_size() -> None:
    assert not found(b"a: x #" + b"x" * (FILE_BYTES - 6))
    (problem,) = found(b"a: x #" + b"x" * (FILE_BYTES - 5))
    assert (problem.line, problem.column, problem.key) == (1, 1, "")
    assert problem.message.startswith("is larger than ")


def test_text_is_read_up_to_a_length() -> None:
    assert not found(b"a: " + b"x" * LONGEST_TEXT)
    assert "longer" in found(b"a: " + b"x" * LONGEST_TEXT + b"x")[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_so_many_values_are_read_and_no_more(encoding: str) -> None:
    lines = "".join(f"k{n}: {n}\n" for n in range(MOST_VALUES // 2 - 2))
    assert not found((lines + "x: []\n").encode(encoding))
    (problem,) = found((lines + "x: [,\n").replace("[,", "[a, a]").encode(encoding))
    assert (problem.line, problem.column) == (MOST_VALUES // 2 - 1, 8)


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"# a comment\n", b"---\n", b"--- ''\n", b"\xef\xbb\xbf"]
)
def test_a_file_with_nothing_in_it_is_empty(data: bytes) -> None:
    (problem,) = found(data)
    assert (problem.line, problem.column, problem.key) == (1, 1, "")
    assert problem.message.startswith("is empty.")


def test_columns_count_signs_and_not_bytes() -> None:
    assert places("a: {ö: &x 1}\n".encode()) == [(1, 8)]
    assert places("ö: ä\nü: ß".encode() + b"\xff") == [(2, 5)]
    assert places(b"\xef\xbb\xbfa: @\n") == [(1, 4)]
    assert places("\ufeffö: \0".encode()) == [(1, 4)]


FAULTS = r"""
a: b: c ~ a:\n\tb: c ~ a: 'b ~ a: "b ~ a: 'b\n---\n ~ a: [b ~ a: {b ~ a: b\n] ~ a: [b] c ~ a: 'b' c
a: @b ~ a: `b ~ a: %b ~ a: - b ~ a: ? b ~ a: |b ~ a: >b ~ a: * ~ a: & b ~ a: !x!y z ~ a: !<b c
a: "\d" ~ a: "\x" ~ a: "\ud800" ~ a\nb: c ~ a: b\nc\n ~ : a ~ a: [b,,c] ~ a: {b: c, , } ~ a: [b c: d
{a:[b]} ~ a: |0
a:\n  b: c\n d: e ~ a:\n  - b\n - c ~ a: b\n- c ~ a: 1\n  b: 2 ~ a: b\n---\nc: d ~ a: b\n...\nc: d
%X\n---\na: b ~ %YAML 2.0\n---\na: b ~ %YAML x\n---\na: b ~ %TAG\n---\na: b
"""
FAULT_LIST = [
    fault.replace("\\n", "\n").replace("\\t", "\t")
    for line in FAULTS.strip().splitlines()
    for fault in line.split(" ~ ")
]


@pytest.mark.parametrize("text", FAULT_LIST)
def test_what_beginners_get_wrong_in_yaml_is_told_in_our_words(text: str) -> None:
    (problem,) = found(text.encode())
    assert "YAML" not in problem.message


def test_a_path_leads_to_a_key_or_an_item_as_far_as_it_goes() -> None:
    root = compose(b"a:\n  - b: 1\n    c: 2\n", Problems())
    assert root is not None
    for path, key, place in [
        (("a", 0, "c"), "a[0].c", (2, 4)),
        (("a", 0), "a[0]", (1, 4)),
        (("a", 1), "a", (0, 0)),
        (("a", 7), "a", (0, 0)),
        (("z", 0), "", (0, 0)),
    ]:
        node, dotted = find(root, path)
        assert (dotted, (node.start_mark.line, node.start_mark.column)) == (key, place)


def test_problems_are_told_with_the_file_that_has_them() -> None:
    problems = Problems()
    root = compose(b"a: b\n", problems)
    for _ in range(MOST_TOLD + 2):
        problems.add(root, "a", "is wrong.")
    error = problems.error("idea.yaml")
    assert error.path == "idea.yaml"
    first, *_, last = str(error).splitlines()
    assert first == "idea.yaml:1:1: a: is wrong."
    assert last == "idea.yaml:1:1: 2 more problems from here on. Mend those above first."
    assert error.problems[-1].key == ""
