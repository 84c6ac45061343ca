"""A file of YAML, made to say something else by changing only the signs that say it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifeline.reading.nodes import Problems, compose
from lifeline.reading.saving.entries import is_same, said
from lifeline.reading.saving.splicing import spliced
from lifeline.reading.saving.writing import Rows, entries_rows, flow

Tree = Any

KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
TEXTS = st.sampled_from(["x", "y", "12", "a: b", "# no", "two words", "it's", "- z", "one\ntwo"])


def in_rows(tree: Tree) -> Tree:
    """Give the same, in rows."""
    if isinstance(tree, dict):
        return Rows({key: in_rows(value) for key, value in tree.items()})
    return [in_rows(item) for item in tree] if isinstance(tree, list) else tree


def mappings(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    found = st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    return found | found.map(in_rows)


def is_no_list(tree: Tree) -> bool:
    return not isinstance(tree, list)


TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner.filter(is_no_list), min_size=1, max_size=3) | mappings(inner),
    max_leaves=6,
)
"""What idea files are made of: in none of them does a list hold lists."""


@st.composite
def changed(draw: st.DrawFn, tree: Tree) -> Tree:
    """Something else that a file may come to say; of a mapping, a key stays."""
    if draw(st.integers(0, 4)) == 0:
        return draw(TREES)
    if isinstance(tree, list):
        kept = [draw(changed(item)) for item in tree if draw(st.booleans())]
        found = [*kept, *draw(st.lists(TREES, max_size=2))]
        return list(filter(is_no_list, found)) or [*tree]
    if not isinstance(tree, dict):
        return draw(st.just(tree) | TEXTS)
    stays = draw(st.sampled_from([*tree]))
    kept = [key for key in tree if key == stays or draw(st.booleans())]
    new = {key: draw(changed(tree[key])) for key in kept}
    more = draw(st.dictionaries(KEYS, TREES, max_size=2))
    return type(tree)({**more, **new} if draw(st.booleans()) else {**new, **more, **new})


@st.composite
def changes(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """What a file says, and what it is to say."""
    old = draw(mappings(TREES))
    first = next(iter(old))
    new = draw(changed(old))
    if not isinstance(new, dict):
        new = {}
    return old, new or {first: "x"}


@settings(max_examples=max(60, settings().max_examples))  # ten reach too few layouts
@given(changes(), st.booleans())
@example(({"a": [{"c": "x", "b": "x"}]}, {"a": [{"d": "one\ntwo", "b": "x"}]}), False)
def test_whatever_is_wanted_is_said(of: tuple[Tree, Tree], in_braces: bool) -> None:
    old, wanted = of
    text = flow(old) if in_braces else "\n".join(entries_rows(old, 0))
    data = f"# before\n{text}\n# after\n".encode()
    assert is_same(says(data), old)
    after = spliced(data, wanted)
    assert is_same(says(after), wanted)
    assert after.startswith(b"# before\n")
    assert after.endswith(b"# after\n")


def says(data: bytes) -> Tree:
    root = compose(data, Problems())
    assert root is not None, data
    return said(root)


LONG = "w" * 90
"""The longest text that, behind ``  a: [b, `` and before a bracket, stays in a hundred columns."""

IN_BRACKETS = [
    ("a: {b: x}", "a: {c: y, d: z}", "a: {c: y, d: z}"),
    ("a: {b: x, c: y}", "a: {d: z, c: y}", "a: {d: z, c: y}"),
    ("a: {b: x, c: y}", "a: {d: z, b: x, c: y}", "a: {b: x, c: y, d: z}"),
    ("a: {b: x, c: y, d: z}", "a: {b: x, d: z, e: w}", "a: {b: x, d: z, e: w}"),
    ("a: {b: x, c: y, d: z}", "a: {b: x}", "a: {b: x}"),
    ("a: {b: x,\n  c: y}", "a: {c: y}", "a: {\n  c: y}"),
    ("a: {b: x\n  , c: y}", "a: {c: y}", "a: {\n  c: y}"),
    ("a: {b: , c: y}", "a: {b: , c: y, d: z}", "a: {b: , c: y, d: z}"),
    ("a: {b: , c: y}", "a: {b: x, c: y}", "a: {b: x , c: y}"),
    ("a: {b, c: y}", "a: {b: x, c: y}", "a: {b: x, c: y}"),
    ("a: {b: [x]}", "a: {b: x}", "a: {b: x}"),
    ("a: {c: y}", "a:\n  c: y\n  b: x, y", 'a: {c: y, b: "x, y"}'),
    ("a: {}", "a:", "a: {}"),
    ("a: [b,c]", "a: [c]", "a: [c]"),
    ("a: [b, XML]", "a: [XML]", "a: [XML]"),
    ("a: ['b', c]", "a: [d, c]", "a: ['d', c]"),
    ("a: ['b', c]", "a: [d, b, c]", "a: ['d', b, c]"),
    ("a: ['b']", 'a: ["c\\nd"]', 'a: ["c\\nd"]'),
    ("a: [ # none\n  ]", "a: [b]", "a: [b # none\n  ]"),
    ("a: [{b: x,  c: y}]", "a: [{b: z, c: y}]", "a: [{b: z,  c: y}]"),
]
IN_ROWS = [
    ("a: 'b'", "a: it's", "a: 'it''s'"),
    ("a: 'b'", "a: |-\n  c\n  d", "a: |-\n  c\n  d"),
    ("a: b\n  # in", "a: |-\n  c\n  d", 'a: "c\\nd"\n  # in'),
    ("a: # one\n  'b'", "a: c", "a: # one\n  'c'"),
    ("a: # one\n  b", "a:\n  c: x\n  d: y", "a: # one\n  {c: x, d: y}"),
    ("? a\n: b # one", "a:\n  c: x\n  d: y", "? a\n: # one\n  c: x\n  d: y"),
    ("a:\n  - b # one", "a: c", "a: c"),
    ("a:\n  - b # one", "a: |-\n  c\n  d", 'a: "c\\nd"'),
    ("a:\n  - b", "a:\n  c: x\n  d: y", "a:\n  c: x\n  d: y"),
    ("a:\n  - b\nc: x", "a: [b]\nd: y\nc: x", "a:\n  - b\nd: y\nc: x"),
    ("a: # one\nb: x", "a: c\nb: x", "a: c # one\nb: x"),
    ("a: |\n  b\n\nc: x", "a: b\nd: y\nc: x", "a: |\n  b\nd: y\n\nc: x"),
    ("a: |+\n  b\n\nc: x", "a: b\nd: y\nc: x", "a: |+\n  b\n\nd: y\nc: x"),
    ("c:\n  a: b\nd: x", f"c:\n  a: [b, {LONG}]\nd: x", f"c:\n  a: [b, {LONG}]\nd: x"),
    ("c:\n  a: b\nd: x", f"c:\n  a: [b, {LONG}w]\nd: x", f"c:\n  a:\n    - b\n    - {LONG}w\nd: x"),
    ("c:\n  d: b", f"c:\n  d: b\n  a: [b, {LONG}]", f"c:\n  d: b\n  a: [b, {LONG}]"),
    ("c:\n  d: b", f"c:\n  d: b\n  a: [b, {LONG}w]", f"c:\n  d: b\n  a:\n    - b\n    - {LONG}w"),
    ("a: b", "a: {b: [x, y]}", "a: {b: [x, y]}"),
    ("a: b", "a: {b: {c: x}}", "a:\n  b: {c: x}"),
    ("a:\n- b", "a:\n- c: x", "a:\n- {c: x}"),
    ("a:\n- {b: x} # one", "a:\n- c: y", "a:\n- {c: y} # one"),
    ("a:\n- b: x\n  c: y", "a:\n- d: z\n  c: y", "a:\n- c: y\n  d: z"),
    ("a:\n- b: x\n  c: y", "a:\n- d: z\n  c: {e: w}", "a:\n- c: {e: w}\n  d: z"),
    ("a:\n- b: x\n  e: w\n  c: y", "a:\n- d: z\n  c: y", "a:\n- c: y\n  d: z"),
    ("a:\n  b: x\n  c: y", "a:\n  d: z\n  c: y", "a:\n  d: z\n  c: y"),
    ("a:\n-\n- b", "a:\n- c\n- b", "a:\n- c\n- b"),
    ("a:\n- b\n- c: x\n    # in", "a:\n- b\n- d", "a:\n- b\n- d"),
    ("\n", "a: b", "\na: b\n"),
    ("# one", "a: b", "# one\na: b\n"),
]


@pytest.mark.parametrize(("before", "wanted", "after"), IN_BRACKETS + IN_ROWS)
def test_only_the_signs_that_say_it_change(before: str, wanted: str, after: str) -> None:
    assert spliced(before.encode(), says(wanted.encode())).decode() == after
