"""What is handed on of a file that was judged: the words of each output, or the assessment."""

from __future__ import annotations

import pickle
from typing import Any

from lifeline.cli.writing import Writing
from lifeline.report.by_idea import ByIdea

FOUND = {"path": "a.yaml", "verdict": "pass", "errors": [], "findings": [{"waived": True}] * 2}


class Judging:
    """Gives the same assessment of each file."""

    def judged(self, path: str) -> Any:
        return {**FOUND, "path": path}


class Named(ByIdea):
    """Writes the name of each idea; it holds a stream, which cannot be pickled."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.stream = open(0, closefd=False)  # noqa: SIM115  # any

    def text(self, assessment: Any) -> str:
        return f"<{assessment['path']}>"

    def put(self, text: str) -> None:
        self.written.append(text)


def test_an_assessment_is_handed_on_only_where_an_output_takes_it_itself() -> None:
    assert Writing(Judging(), [Named()]).judged("b.yaml") == {
        "path": "b.yaml",
        "verdict": "pass",
        "errors": [],
        "waived": 2,
        "texts": ["<b.yaml>"],
        "assessment": None,
    }
    found: Any = Writing(Judging(), [Named(), None]).judged("b.yaml")
    assert found["texts"] == ["<b.yaml>", None]
    assert found["assessment"] == {**FOUND, "path": "b.yaml"}


def test_a_process_that_begins_anew_sends_assessments() -> None:
    anew = pickle.loads(pickle.dumps(Writing(Judging(), [Named(), Named()])))
    found = anew.judged("b.yaml")
    assert (found["texts"], found["assessment"]["path"]) == ([None, None], "b.yaml")


def test_what_is_written_in_two_steps_is_what_is_written_in_one() -> None:
    reporter = Named()
    reporter.add({"path": "a.yaml"})  # type: ignore[typeddict-item]
    assert reporter.written == ["<a.yaml>"]
