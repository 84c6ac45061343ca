"""A closer look at what is shared in a file: each fault in it is told once, and under its key."""

from __future__ import annotations

import pytest

from lifeline.reading.limits import MOST_VALUES
from lifeline.reading.nodes import Problems, compose, plain


def keys(data: str) -> list[str]:
    """Compose a file and everything in it; give the keys under which something is wrong."""
    problems = Problems()
    root = compose(data.encode(), problems)
    assert root is not None
    plain(root, problems)
    return [problem.key for problem in problems.found]


@pytest.mark.parametrize(
    ("data", "shared", "twice"),
    [
        ("a: &x [[1], {c: 1, c: 2}]\n", ["a"], ["a[1].c"]),
        ("&x {b: [{c: 1, c: 2}, *x]}\n", ["", "b[1]"], ["b[0].c"]),
        ("a: {b: &x [{c: 1, c: 2}]}\nd: {e: *x}\nf: [*x]\n", ["a.b", "d.e", "f[0]"], ["f[0][0].c"]),
        ("a: [&x {c: 1, c: 2}, [*x], {d: *x}]\n", ["a[0]", "a[1][0]", "a[2].d"], ["a[0].c"]),
    ],
)
def test_what_is_wrong_in_something_shared_is_told_once(
    data: str, shared: list[str], twice: list[str]
) -> None:
    assert keys(data) == shared + twice


def test_what_is_shared_as_a_key_is_told_where_the_key_is() -> None:
    assert keys("a: &x b\nc: {*x : d, e: *x}\n? [*x]\n: f\n")[:4] == ["a", "c", "c.e", "[0]"]


def test_of_far_too_many_values_nothing_is_read() -> None:
    problems = Problems()
    assert compose(b"a: [%s]\n" % (b"b," * MOST_VALUES), problems) is None
    (problem,) = problems.found
    assert problem.text("")[1:] == (
        f"1:{2 * MOST_VALUES - 1}: more than {MOST_VALUES:,} keys and values. Expected far fewer."
    )
