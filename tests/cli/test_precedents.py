"""``lifeline precedents`` as its users run it, and what it imports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.reading.shelves import shipped_sets
from tests.authored import idea_file
from tests.backtesting.dated import CASES, FOLDER
from tests.cli.test_explain import loaded
from tests.cli.test_main import HEAVY
from tests.conftest import ROOT
from tests.insight.precedents.test_nearest import FULL, KEYS

EXAMPLES = ROOT / "examples" / "ideas"
SMALL = ROOT / "tests" / "sets" / "small"


def run(*words: object) -> int:
    return main(["precedents", *map(str, words)])


def found_in(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def written(tmp_path: Path, answers: dict[str, Any], **more: Any) -> Path:
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file(answers, **more))
    return path


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_is_compared_with_the_shipped_cases(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, "--format", "json") == 0
    found = found_in(capsys)
    assert list(found) == KEYS
    if found["answers"] < found["distance"]["least_answers"]:
        assert found["nearest"] == []
        return
    fates = {case["fate"] for case in found["nearest"] if case["nearest_of_its_fate"]}
    assert fates == {"lasted", "ended"}
    distances = [case["distance"] for case in found["nearest"]]
    assert distances == sorted(distances)


def test_an_example_that_is_a_case_is_not_its_own_precedent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(EXAMPLES / "jasper.yaml", "--format", "json", "--count", "20")
    found = found_in(capsys)
    assert found["cases"]["same"] == ["jasper"]
    assert "jasper" not in [case["case"] for case in found["nearest"]]
    assert len(found["nearest"]) == 20


def test_a_set_that_extends_the_shipped_one_uses_its_cases_with_its_own_weights(
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = ROOT / "examples" / "rubrics" / "patient"
    assert run(EXAMPLES / "dental-lab.yaml", "--set", own, "--format", "json") == 0
    found = found_in(capsys)
    assert len(found["nearest"]) >= 3
    assert found["distance"]["weights"]["lifeline/assets"] == 4


def test_a_set_with_other_questions_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(written(tmp_path, {}), "--set", SMALL) == 0
    captured = capsys.readouterr()
    assert "small asks other questions" in captured.out
    assert captured.err == ""


def test_cases_of_ones_own_are_read_against_the_chosen_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, FULL)
    assert run(path, "--set", FOLDER, "--cases", CASES, "--format", "json") == 0
    assert found_in(capsys)["cases"]["title"] == "Six things that never were"
    assert run(path, "--set", FOLDER, "--cases", tmp_path / "none") == 2
    assert "no such folder" in capsys.readouterr().err


def test_texts_are_shown_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(EXAMPLES / "jasper.yaml", "--lang", "zh") == 0
    assert "助手" in capsys.readouterr().out


def test_an_invalid_file_is_told_everything_that_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_text("lifeline: 1\nida: x\nanswers: {entry: never}\n")
    assert run(path) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert {"ida:", "answers.entry:"} <= set(captured.err.split())


@pytest.mark.parametrize("count", ["0", "21", "-1", "x", "²", "1.5", "9" * 9000])
def test_a_count_that_makes_no_sense_is_refused(
    count: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("idea.yaml", f"--count={count}") == 2
    assert "is not a number from 1 to 20" in capsys.readouterr().err


@pytest.mark.lean
def test_with_known_cases_it_is_lean(tmp_path: Path) -> None:
    words = ["precedents", str(EXAMPLES / "jasper.yaml")]
    assert loaded(words, tmp_path) & HEAVY, "the first run compiles"
    found = loaded(words, tmp_path)
    assert "lifeline.insight.precedents.nearest" in found
    assert not found & HEAVY


def test_the_shipped_cases_are_where_they_are_looked_for() -> None:
    assert Path(shipped_sets(), "cases", "cases.yaml").is_file()
