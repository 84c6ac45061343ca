"""A baseline is written in one way, merges well, and is read strictly: it comes from strangers."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lifeline.errors import InvalidFile
from lifeline.model.baseline import Baseline
from lifeline.reading.baseline import read_baseline
from lifeline.reading.saving.baseline import baseline_text

MONTHS = st.sampled_from([0, 3, 6, 12])
SLUGS = st.sampled_from(["entry", "own-data", "runway", "x-1"])
RULES = st.tuples(SLUGS, SLUGS).map("/".join)
FINDINGS = RULES | st.tuples(RULES, RULES).map(" at ".join)
LISTED = st.lists(FINDINGS, unique=True, max_size=4).map(sorted)
ODD = [
    "null",
    "yes",
    "3",
    "1e3",
    "~",
    "- a",
    "a: b",
    "#x",
    "'",
    '"',
    "<stdin>",
    "día 1",
    "&a",
    "\x1b",
]
IDS = st.sampled_from(ODD) | st.text(min_size=1, max_size=12).filter(
    lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text)
)
FILES = st.sampled_from(["one.yaml", "ideas/día 1.yaml", "#x.yaml", "3", "~", "a: b.yaml"])
JUDGED = st.fixed_dictionaries(
    {
        "verdict": st.sampled_from(["pass", "unclear", "fail"]),
        "months": st.fixed_dictionaries({"advantage": MONTHS, "necessity": MONTHS}),
        "findings": LISTED,
    },
    optional={"file": FILES},
)
INVALID = {"verdict": "invalid", "months": {}, "findings": []}
ACCEPTED = JUDGED | st.fixed_dictionaries(
    {key: st.just(value) for key, value in INVALID.items()}, optional={"file": FILES}
)
BASELINES = st.fixed_dictionaries(
    {
        "set": st.just("small"),
        "version": st.just("1.2.0"),
        "deciding": st.just("52f27d"),
        "ideas": st.dictionaries(IDS, ACCEPTED, max_size=5),
    }
)

GOOD = """\
baseline: 1
set: small
version: 1.2.0
deciding: "52f27d"
ideas:
  one:
    verdict: fail
    months: {advantage: 6, necessity: 3}
    findings:
      - product/money-ends at product/runway
    file: one.yaml
  two:
    verdict: invalid
"""


@given(BASELINES)
def test_what_is_written_is_read_as_it_was(baseline: Baseline) -> None:
    assert read_baseline(baseline_text(baseline).encode(), "b.yaml") == baseline


@given(BASELINES)
def test_other_readers_of_yaml_see_the_same_ideas(baseline: Baseline) -> None:
    read = yaml.safe_load(baseline_text(baseline))
    assert [*(read["ideas"] or {})] == sorted(baseline["ideas"])
    assert all(isinstance(id_, str) for id_ in read["ideas"] or {})


@given(BASELINES, st.randoms())
def test_the_order_in_which_it_was_made_changes_no_byte(baseline: Any, random: Any) -> None:
    ids = [*baseline["ideas"]]
    random.shuffle(ids)
    other: Any = {**baseline, "ideas": {id_: baseline["ideas"][id_] for id_ in ids}}
    assert baseline_text(other) == baseline_text(baseline)


@given(BASELINES, IDS, JUDGED)
def test_one_more_idea_only_adds_lines(baseline: Any, id_: str, accepted: Any) -> None:
    one: Any
    more: Any
    without = {key: value for key, value in baseline["ideas"].items() if key != id_}
    one, more = {**baseline, "ideas": without}, {**baseline, "ideas": {**without, id_: accepted}}
    old, new = baseline_text(one).splitlines(), baseline_text(more).splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changes = {tag for tag, *_ in matcher.get_opcodes()}
    assert changes <= {"equal", "insert"}


def test_a_number_stands_as_one_and_a_text_that_looks_like_one_in_quotes() -> None:
    made: Any = read_baseline(GOOD.encode(), "b.yaml")
    made["ideas"]["3"] = made["ideas"].pop("one")
    text = baseline_text(made)
    assert '  "3":\n    verdict: fail\n    months: {advantage: 6, necessity: 3}\n' in text


IDEAS = GOOD[GOOD.index("ideas:") :]
ONES_MONTHS = "    months: {advantage: 6, necessity: 3}\n"
FINDING = "- product/money-ends at product/runway"

BAD = [
    (GOOD, ""),
    ("baseline: 1", "baseline: 2"),
    ("set: small", "sett: small"),
    ("set: small\n", ""),
    ("set: small", "set: [small]"),
    ("version: 1.2.0", "version: 1.2"),
    ("version: 1.2.0\n", ""),
    ('"52f27d"', "../x"),
    (IDEAS, ""),
    (IDEAS, "ideas: [one]\n"),
    ("  two:\n    verdict: invalid", "  two: invalid"),
    ("  two:", "  one:"),
    ("verdict: fail", "verdict: fial"),
    ("verdict: fail", "verdict: &a fail"),
    ("    verdict: fail\n", ""),
    ("verdict: fail", "verdct: fail"),
    ("verdict: invalid", "verdct: invalid"),
    ("verdict: invalid", "verdict: invlaid"),
    (ONES_MONTHS, ""),
    (ONES_MONTHS, "    month: 6\n"),
    (ONES_MONTHS, "    months: 6\n"),
    ("advantage: 6", "advantage: 7"),
    ("advantage: 6", "advantage: [6]"),
    ("advantage: 6, ", ""),
    ("advantage: 6", "advantages: 6"),
    ("necessity: 3}", "necessity: 3, advantage: 3}"),
    (f"    findings:\n      {FINDING}", "    findings: many"),
    (FINDING, "- product/money-ends product/runway"),
    (FINDING, "- money at product/runway"),
    (FINDING, "- [product/money-ends]"),
    (FINDING, "- a/b\n      - a/b"),
    ("file: one.yaml", "file: [one.yaml]"),
    ("file: one.yaml", "file:"),
    ("verdict: invalid", "verdict: invalid\n    months: {}\n    findings: []"),
]


def test_what_is_wrong_is_told_with_its_place(golden: Callable[[str, str], None]) -> None:
    told = ""
    for old, new in BAD:
        with pytest.raises(InvalidFile) as caught:
            read_baseline(GOOD.replace(old, new, 1).encode(), "b.yaml")
        told += f"{old.strip()}\n>\n{new.strip()}\n{caught.value}\n\n"
    golden("baseline/problems.txt", told)


def test_every_problem_is_told_at_once() -> None:
    text = GOOD.replace("fail", "x").replace("6", "7").replace("version: 1.2.0", "version: 1")
    with pytest.raises(InvalidFile) as caught:
        read_baseline(text.encode(), "b.yaml")
    assert len(caught.value.problems) == 3


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 20), st.binary(max_size=6))))
def test_whatever_it_holds_it_is_read_or_told_what_is_wrong(edits: Any) -> None:
    data = GOOD.encode()
    for start, length, piece in edits:
        data = data[:start] + piece + data[start + length :]
    try:
        found = read_baseline(data, "b.yaml")
    except InvalidFile as error:
        assert error.problems
    else:
        assert read_baseline(baseline_text(found).encode(), "b.yaml")["ideas"] == {
            id_: {**accepted, "findings": sorted(accepted["findings"])}
            for id_, accepted in found["ideas"].items()
        }
