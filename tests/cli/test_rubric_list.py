"""``lifeline rubric list``: what can be chosen, also where it has errors."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lifeline.cli.main import main

SMALL = Path(__file__).parent.parent / "sets" / "small"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a folder with a set that is well and one that is not."""
    shutil.copytree(SMALL, tmp_path / "small")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "set.yaml").write_text("set-format: 1\n", encoding="utf-8")
    (tmp_path / "no-set").mkdir()
    return tmp_path


def run(*words: object) -> int:
    return main(["rubric", "list", *map(str, words)])


def test_the_shipped_set_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    head, sums, _folder = capsys.readouterr().out.splitlines()
    assert head.startswith("ngc ")
    assert head.endswith(": Is it still worth starting a business in AI?")
    assert sums.startswith("  80 questions, 96 rules; language: en")


def test_sets_of_ones_own_come_first(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--rubrics", shelf, "--format", "json") == 0
    sets = json.loads(capsys.readouterr().out)["sets"]
    assert [listed["name"] for listed in sets] == ["broken", "small", "ngc"]
    assert sets[0] == {"name": "broken", "folder": str(shelf / "broken"), "errors": True}
    assert sets[1] == {
        "name": "small",
        "folder": str(shelf / "small"),
        "errors": False,
        "set": "small",
        "version": "1.2.0",
        "title": "A small set",
        "languages": ["en"],
        "questions": 5,
        "rules": 2,
    }


def test_an_id_that_is_not_the_name_is_listed_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, tmp_path / "medical")
    assert run("--rubrics", tmp_path) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "medical 1.2.0 (called small in idea files): A small set"


def test_a_set_with_errors_says_how_to_see_them(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shelf)
    assert run("--rubrics", ".") == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "broken: has errors: lifeline rubric check ./broken"


def test_languages_are_those_it_is_written_in_and_translated_into(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shelf / "small" / "text").mkdir()
    (shelf / "small" / "text" / "zh.yaml").write_text("", encoding="utf-8")
    assert run("--rubrics", shelf, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["sets"][1]["languages"] == ["en", "zh"]


def test_a_set_is_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "json") == 0
    shipped = json.loads(capsys.readouterr().out)["sets"]
    assert run("--rubrics", Path(shipped[0]["folder"]).parent, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["sets"] == shipped


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--rubrics", tmp_path / "gone") == 2
    assert capsys.readouterr().err == (
        f"lifeline: {tmp_path / 'gone'}: cannot be read: No such file or directory.\n"
    )
