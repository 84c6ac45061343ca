"""What backs answers, in the words of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.reading.backing import backing_of
from lifeline.reading.idea import read_idea
from tests.conftest import ROOT
from tests.reading.small import read, small

HEAD = "lifeline: 1\nidea: A\nassessed: 2026-11-01\nanswers:\n"


def found(answers: str) -> dict[str, list[dict[str, str]]]:
    data = (HEAD + answers).encode()
    backing = backing_of(data, read(data, "idea.yaml"))
    return {small()["ids"][number].partition("/")[2]: items for number, items in backing.items()}


def test_each_item_is_given_in_its_words_and_in_order() -> None:
    text = """  entry:
    answer: nobody
    evidence:
      - says: we looked
        link: "https://example.org/a"
      - {measurement: 40 of 50, date: 2026-10-01}
"""
    assert found(text) == {
        "entry": [
            {"says": "we looked", "link": "https://example.org/a"},
            {"measurement": "40 of 50", "date": "2026-10-01"},
        ]
    }


@pytest.mark.parametrize("answer", ["nobody", "{answer: nobody}", "{answer: nobody, evidence: }"])
def test_an_answer_without_evidence_is_left_out(answer: str) -> None:
    assert found(f"  entry: {answer}\n") == {}


@pytest.mark.parametrize("rest", ["", "answers:\n"])
def test_a_file_without_answers_has_none(rest: str) -> None:
    data = f"lifeline: 1\nidea: A\n{rest}".encode()
    assert backing_of(data, read(data, "idea.yaml")) == {}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/ideas").glob("*.yaml")), ids=lambda p: p.stem
)
def test_there_are_as_many_items_as_the_idea_counts(path: Path, ngc: CompiledSet) -> None:
    data = path.read_bytes()
    idea = read_idea(data, str(path), ngc)
    counted = {n: len(answer.evidence) for n, answer in idea.answers.items() if answer.evidence}
    assert {n: len(items) for n, items in backing_of(data, idea).items()} == counted
