"""Expectations that are written anew, in files of every layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.authoring.testing.running import run_vectors
from lifeline.authoring.testing.under_test import under_test
from lifeline.authoring.testing.updating import update
from lifeline.reading.vectors import read_vectors
from tests.reading.small import small

HEAD = "vectors-format: 1\nvectors:\n"

LAYOUTS = {
    "in rows, with comments": (
        """\
  # one
  - name: one   # two
    answers: {}
    expect:
      months: 6   # three
      # four
      caps:
        certain:
          - product/nothing-protects
      findings:
        certain:
          # five
          - money-ends
        possible: []

      open: [entry]
    # six
""",
        """\
  # one
  - name: one   # two
    answers: {}
    expect:
      months: [6, 12]   # three
      # four
      caps:
        certain:
          - product/nothing-protects
      findings:
        certain: []
          # five
        possible: [money-ends]

      open: [entry, assets, uses-model, training-budget, runway]
    # six
""",
    ),
    "in braces": (
        "  - {name: a, answers: {assets: [network]}, expect: {months: 6, ends: 'advantage'}}\n",
        "  - {name: a, answers: {assets: [network]}, expect: {months: 12, ends: 'none'}}\n",
    ),
    "of every kind": (
        """\
  - name: one
    answers: {entry: announced}
    expect: {certain: yes, scores: {product: none}, deciding: runway, cause: price}
""",
        """\
  - name: one
    answers: {entry: announced}
    expect: {certain: false, scores: {product: 50}, deciding: none, cause: stagnation}
""",
    ),
    "near misses": (
        """\
  - name: one
    answers: {assets: [network]}
    expect: {months: 12}
    near:
    - change: {assets: [permit]}
      expect: {months: 12, findings: {certain: [money-ends]}}
    - change:   {runway: 3}
      expect: {months: 12, findings: {certain: []}}
""",
        """\
  - name: one
    answers: {assets: [network]}
    expect: {months: 12}
    near:
    - change: {assets: [permit]}
      expect: {months: 6, findings: {certain: []}}
    - change:   {runway: 3}
      expect: {months: 12, findings: {certain: [money-ends]}}
""",
    ),
}


def written_anew(folder: Path, text: str) -> str:
    file = folder / "tests" / "one.yaml"
    file.parent.mkdir()
    file.write_bytes(text.encode())
    tested = under_test(small())
    trials = run_vectors(read_vectors(str(folder), small()), lambda _: tested)
    update(str(folder), trials, small())
    again = run_vectors(read_vectors(str(folder), small()), lambda _: tested)
    assert not any(trial.differences for trial in again)
    return file.read_bytes().decode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_the_values_that_differ_change(layout: str, tmp_path: Path) -> None:
    before, after = LAYOUTS[layout]
    assert written_anew(tmp_path, HEAD + before) == HEAD + after


def test_line_ends_and_a_mark_at_the_beginning_stay(tmp_path: Path) -> None:
    before, after = (f"\ufeff{HEAD}{text}".replace("\n", "\r\n") for text in LAYOUTS["in braces"])
    assert written_anew(tmp_path, before) == after


def test_a_file_whose_vectors_pass_stays_to_the_letter(tmp_path: Path) -> None:
    text = HEAD + LAYOUTS["in braces"][1].replace(", ends", "  ,   ends")
    assert written_anew(tmp_path, text) == text
