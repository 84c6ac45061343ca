"""The interview script as people read it, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.insight.interview.script import interview
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.report.formats.text import TextReporter
from lifeline.report.interview import lay_out
from lifeline.report.run import Run
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from tests.authored import Authored, idea_file
from tests.backtesting.dated import dated
from tests.conftest import ROOT
from tests.reading.small import small
from tests.report.formats.test_text import TODAY, Screen

EXAMPLES = ROOT / "examples" / "ideas"
HOSTILE = "x\x1b[31m\u202e ::error::y"


def asked(data: bytes, compiled_set: CompiledSet) -> Assessment:
    idea = read_idea(data, "idea.yaml", compiled_set)
    assessor = Assessor(compiled_set)
    assessment = assessor.assess(idea, as_of=TODAY, path="idea.yaml")
    solved = assessor.solve(idea, as_of=TODAY)
    assessment["interview"] = interview(compiled_set, solved, idea, TODAY, assessment["deciding"])
    return assessment


def script(data: bytes, compiled_set: CompiledSet, encoding: str = "utf-8") -> str:
    screen = Screen(encoding)
    reporter = TextReporter(screen, Run("0.0.0", compiled_set, TODAY, brief=False))
    reporter.add(asked(data, compiled_set))
    return screen.getvalue()


def of(answers: Authored, compiled_set: CompiledSet, **more: Any) -> str:
    return script(idea_file(answers), compiled_set, **more)


@pytest.mark.parametrize("name", ["open-questions", "call-desk", "dental-lab"])
def test_the_script_of_an_example_reads_as_its_golden_file(
    name: str, ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    data = (EXAMPLES / f"{name}.yaml").read_bytes()
    golden(f"interview/{name}.txt", script(data, ngc))


def test_the_script_of_an_idea_without_answers_reads_as_its_golden_file(
    ngc: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    golden("interview/nothing-answered.txt", of({}, ngc))


def test_numbers_and_several_choices_read_as_their_golden_file(
    golden: Callable[[str, str], None],
) -> None:
    golden("interview/small.txt", of({"uses-model": True}, small()))
    golden("interview/small.ascii.txt", of({}, small(), encoding="ascii"))


def test_where_nothing_can_change_the_verdict_any_more_that_is_said() -> None:
    answers = {"entry": "nobody", "copy-time": "year", "assets": ["network"]}
    text = of(answers, dated())
    assert "No open answer can change the verdict or the months any more" in text


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(path: Path, width: int, ngc: CompiledSet) -> None:
    assessment = asked(path.read_bytes(), ngc)
    terminal = Terminal(Screen())
    terminal.width = width
    lines = lay_out(assessment, assessment["interview"], terminal)
    assert max(map(len, lines)) <= width


def test_texts_of_a_foreign_set_cannot_repaint_the_screen() -> None:
    compiled_set: Any = {**dated()}
    question = {**dated()["texts"]["questions"]["product/entry"], "ask": HOSTILE}
    question |= {"ask_whom": HOSTILE, "labels": dict.fromkeys(question["labels"], HOSTILE)}
    questions = {**dated()["texts"]["questions"], "product/entry": question}
    compiled_set["texts"] = {**dated()["texts"], "questions": questions}
    text = of({}, compiled_set)
    assert not set(text) & set("\x1b\u202e")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
