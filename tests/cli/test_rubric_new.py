"""``lifeline rubric new``: a set that is good from the first day; nothing is overwritten."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.authoring.starting import PLACES, TEMPLATES, starter_files
from lifeline.cli.main import main
from lifeline.compiling.compile import compile_set
from lifeline.compiling.store import load_set
from lifeline.reading.set_models import read_models
from tests.authored import ASSESSED

LONGEST = 120


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> int:
    return main(["rubric", *words])


def test_a_new_set_has_neither_errors_nor_notes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "shop-helper") == 0
    assert capsys.readouterr().out == ""
    assert run("check", "shop-helper") == 0
    assert capsys.readouterr().out == "shop-helper (shop-helper 0.1.0): 0 errors, 0 notes.\n"


def test_its_vectors_try_everything_and_notice_every_change(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("new", "shop-helper") == 0
    assert run("test", "./shop-helper", "--coverage", "--mutate") == 0, capsys.readouterr().out


def test_it_says_what_to_do_next_and_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "Shop Helper") == 0
    wrote, *steps = capsys.readouterr().err.splitlines()
    assert wrote == (
        "Wrote Shop Helper: set.yaml, shop-helper.yaml, claims.yaml,"
        f" {os.path.join('tests', 'first.yaml')}."
    )
    assert len(steps) == 3
    commands = [step.partition(": lifeline ")[2].partition(", then lifeline ") for step in steps]
    told = [shlex.split(command) for parts in commands for command in parts[::2] if command]
    assert [words[0] for words in told] == ["rubric", "rubric", "new", "score"]
    assert [main(words) for words in told] == [0, 0, 0, 3]


def test_the_id_and_title_come_from_the_name_of_the_folder() -> None:
    assert run("new", "My_first set") == 0
    compiled_set = load_set("My_first set")
    assert compiled_set["set"] == "my-first-set"
    assert compiled_set["texts"]["title"] == "My first set"


def test_the_id_and_title_can_be_given() -> None:
    assert run("new", "somewhere/Plan B", "--id", "plan-b", "--title", 'A: "b" # c') == 0
    compiled_set = load_set("somewhere/Plan B")
    assert compiled_set["set"] == "plan-b"
    assert compiled_set["texts"]["title"] == 'A: "b" # c'


@pytest.mark.parametrize(
    ("folder", "other"), [("rubrics/medical", "rubrics/scribe"), ("medical/", "scribe")]
)
def test_a_set_is_not_called_otherwise_than_its_folder(
    folder: str, other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", folder, "--id", "scribe") == 2
    told = capsys.readouterr().err
    assert told.startswith("lifeline: the folder is called medical, and the set would be scribe. ")
    assert told.endswith(f" lifeline rubric new {other}\n")
    assert not list(tmp_path.iterdir())
    assert run("new", other, "--id", "scribe") == 0


@settings(max_examples=30)
@given(st.text().map(str.strip).filter(lambda text: text and text.isprintable()))
def test_any_title_is_kept_as_it_is(title: str) -> None:
    files = starter_files("a-set", title, ASSESSED)
    flat = {name: data for name, data in files.items() if os.path.dirname(name) == ""}
    compiled_set = compile_set(read_models("a-set", flat))
    assert compiled_set["texts"]["title"] == title
    assert compiled_set["texts"]["rubrics"]["a-set"]["title"] == title


@pytest.mark.parametrize("title", ["__ID__", "__NO__", "a\nb: c", "\x1b[31m"])
def test_a_strange_title_does_no_harm(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "a-set", "--title", title) == 0
    assert run("check", "a-set") == 0


def test_what_lies_in_a_folder_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "set.yaml").write_text("mine", encoding="utf-8")
    assert run("new", "full") == 2
    assert capsys.readouterr().err == (
        "lifeline: full is not empty, and everything in it stays as it is. Give the name of a new"
        f" folder, such as {os.path.join('full', 'my-set')}.\n"
    )
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["set.yaml"]
    assert (tmp_path / "full" / "set.yaml").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("new", "empty") == 0
    assert (tmp_path / "empty" / "empty.yaml").is_file()


def test_a_file_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a-file").write_text("mine", encoding="utf-8")
    assert run("new", "a-file") == 2
    assert capsys.readouterr().err == (
        "lifeline: a-file is a file. Give the name of a new folder.\n"
    )
    assert run("new", "a-file/inside") == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "id_",
    ["set", "claims", "history", "versions", "evidence", "20", "yes", "Big", "a b", "a--b", "../x"],
)
def test_an_id_that_a_set_cannot_have_is_told(
    id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "a-set", "--id", id_) == 2
    assert f"'{id_}' cannot be the id of a set. Expected lower-case" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_whose_name_gives_no_id_needs_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "評価") == 2
    assert "Give one: --id." in capsys.readouterr().err
    assert run("new", "評価", "--id", "shop-helper") == 0


def test_the_name_of_a_shipped_set_is_left_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "ngc") == 2
    assert capsys.readouterr().err == (
        "lifeline: ngc is the name of a set that comes with the program. Give another.\n"
    )


def test_the_templates_are_short_and_fit_a_screen() -> None:
    assert sorted(os.listdir(TEMPLATES)) == sorted(PLACES)
    for name, data in starter_files("shop-helper", "Shop helper", ASSESSED).items():
        lines = data.decode().splitlines()
        assert max(map(len, lines)) <= LONGEST, name
        assert len(lines) <= LONGEST, name
