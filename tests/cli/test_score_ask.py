"""``lifeline score --ask`` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.schemas.output import output_schema
from tests.authored import idea_file
from tests.cli.test_explain import loaded
from tests.cli.test_main import HEAVY
from tests.cli.test_score import FAILS, PASSES
from tests.schemas.checking import Checker

QUESTION_KEYS = [
    "question",
    "kind",
    "ask",
    "ask_whom",
    "unit",
    "effect",
    "settles",
    "settling",
    "values",
    "width",
    "points",
    "may_be_needless",
    "answers",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, answers in (("good", PASSES), ("bad", FAILS), ("open", {})):
        (tmp_path / f"{name}.yaml").write_bytes(idea_file(answers))
    return tmp_path


def score(*words: object) -> int:
    return main(["score", *map(str, words)])


def test_one_idea_gets_its_script_in_the_place_of_the_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(folder / "open.yaml", "--ask") == 3
    text = capsys.readouterr().out
    assert "UNCLEAR" in text
    assert "What to ask, and whom" in text
    assert "What may end it" not in text


def test_several_ideas_get_a_script_each_and_the_exit_code_is_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(folder, "--ask") == 1
    text = capsys.readouterr().out
    assert text.count("can change the verdict") + text.count("What to ask, and whom") >= 3
    assert "3 ideas: 1 pass, 1 fail, 1 unclear." in text


def test_json_holds_the_interview_only_where_it_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score(folder, "--format", "json")
    assert '"interview":' not in capsys.readouterr().out
    score(folder, "--ask", "--format", "json")
    document: Any = json.loads(capsys.readouterr().out)
    assert Checker(output_schema(), folder).faults(document) == []
    for idea in document["ideas"]:
        questions = idea["interview"]["questions"]
        assert sorted(q["question"] for q in questions) == sorted(idea["open"])
        assert all(list(question) == QUESTION_KEYS for question in questions)


def test_the_schema_knows_the_interview_and_does_not_require_it() -> None:
    assessment = output_schema()["$defs"]["Assessment"]
    assert "interview" in assessment["properties"]
    assert "interview" not in assessment["required"]
    assert "verdict" in assessment["required"]


def test_an_invalid_file_is_told_as_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_text("lifeline: 1\nida: x\n")
    assert score(path, "--ask") == 2
    assert "ida" in capsys.readouterr().out


def test_under_strict_what_nothing_backs_is_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({"entry": "not-yet"}))

    def asked(*words: str) -> set[str]:
        score(path, "--ask", "--format", "json", *words)
        (idea,) = json.loads(capsys.readouterr().out)["ideas"]
        return {question["question"] for question in idea["interview"]["questions"]}

    assert asked("--strict") - asked() == {"lifeline/entry"}


def test_texts_are_in_the_language_that_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score(folder / "open.yaml", "--ask", "--lang", "zh")
    assert "你的五位用户" in capsys.readouterr().out


@pytest.mark.lean
def test_asking_is_lean_and_scoring_does_not_load_it(folder: Path, tmp_path: Path) -> None:
    words = ["score", str(folder / "bad.yaml")]
    loaded(words, tmp_path)
    assert "lifeline.insight.interview.script" not in loaded(words, tmp_path)
    found = loaded([*words, "--ask"], tmp_path)
    assert "lifeline.insight.interview.script" in found
    assert not found & HEAVY
