"""An idea of a baseline is gone when its file is, and not when a run does not look at it."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.conftest import ROOT
from tests.repositories import commit, repository

SMALL = str(ROOT / "tests" / "sets" / "small")
FILE = "lifeline-baseline.yaml"
ANSWERS: dict[str, Any] = {"entry": "nobody", "assets": ["network"], "runway": 12}
WORSE = {**ANSWERS, "runway": 3}
PATHS = ("ideas/seed/one.yaml", "ideas/seed/two.yaml", "ideas/growth/three.yaml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of three ideas in two folders, all of them accepted."""
    repository(tmp_path / "repository", monkeypatch)
    monkeypatch.chdir(tmp_path / "repository")
    for name in [name for name in os.environ if name.startswith("LIFELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LIFELINE_SET", SMALL)
    for path in PATHS:
        put(path)
    assert baseline("write", "ideas") == 0
    return tmp_path


def put(path: str, answers: dict[str, Any] = ANSWERS, **more: Any) -> None:
    Path(path).parent.mkdir(exist_ok=True, parents=True)
    Path(path).write_bytes(idea_file(answers, **more))


def baseline(verb: str, *words: str) -> int:
    return main(["baseline", verb, *words])


def gone(capsys: pytest.CaptureFixture[str], words: str) -> list[str]:
    """Give the ids of the ideas that a check tells as gone; pruning takes out no other."""
    capsys.readouterr()
    baseline("check", "--format", "json", *shlex.split(words))
    found = json.loads(capsys.readouterr().out)["stale"]
    told = [change["id"] for change in found if change["kind"] == "idea"]
    before = accepted()
    baseline("prune", *shlex.split(words))
    assert before - accepted() == {*told}
    return told


def accepted() -> set[str]:
    """Give the ids in the baseline."""
    lines = Path(FILE).read_text(encoding="utf-8").splitlines()
    return {line[2:-1] for line in lines if line.startswith("  ") and line[2] != " "}


LOOKING_ELSEWHERE = [
    "ideas/seed",
    "ideas/seed ideas/growth",
    "'ideas/*/t*.yaml'",
    "'ideas/gr*'",
    "ideas/seed/one.yaml",
    "ideas/seed/one.yaml ideas/growth",
    "ideas --exclude seed",
    "ideas --exclude '*.yaml'",
    "ideas/seed/missing.yaml",
    "--files-from list.txt",
    "ideas --since HEAD",
]


@pytest.mark.parametrize("words", LOOKING_ELSEWHERE)
def test_what_is_there_is_not_gone_whatever_a_run_looks_at(
    words: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("list.txt").write_text("ideas/growth\n", encoding="utf-8")
    commit(here / "repository", "Ideas")
    assert gone(capsys, words) == []
    baseline("write", "--loosen", *shlex.split(words))
    assert accepted() >= {"one", "two", "three"}


@pytest.mark.parametrize("words", ["", "ideas", "ideas/seed", "'ideas/*/*.yaml'"])
def test_what_is_not_there_any_more_is_gone(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(PATHS[1]).unlink()
    assert gone(capsys, words) == ["two"]


NAMED = [
    "ideas/seed/one.yaml",
    "ideas/seed/two.yaml",
    "--files-from list.txt",
    "ideas --exclude '*.yaml'",
]


@pytest.mark.parametrize("words", NAMED)
def test_files_that_are_named_tell_of_nothing_else_also_where_one_is_not_there(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(PATHS[1]).unlink()
    Path("list.txt").write_text("ideas\n", encoding="utf-8")
    assert gone(capsys, words) == []


def test_what_git_ignores_is_not_gone(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".gitignore").write_text("growth/\n", encoding="utf-8")
    assert gone(capsys, "ideas") == []


def test_a_file_that_moved_is_not_gone(capsys: pytest.CaptureFixture[str]) -> None:
    Path(PATHS[0]).rename("ideas/growth/one.yaml")
    assert gone(capsys, "ideas/seed") == []
    Path(PATHS[1]).unlink()
    put("archive/other.yaml", id="two")
    assert gone(capsys, "ideas") == []


def test_an_idea_is_known_by_its_id_and_not_by_the_name_of_a_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path(PATHS[1]).unlink()
    put("archive/two.yaml", id="another")
    assert gone(capsys, "ideas") == ["two"]


def test_a_file_elsewhere_that_is_broken_keeps_the_idea_it_holds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path in PATHS[1:]:
        Path(path).unlink()
    for name, text in (("three", "answers: {"), ("b", "'id': 'two'  # so\nanswers: {")):
        put(f"archive/{name}.yaml")
        Path(f"archive/{name}.yaml").write_text(f"lifeline: 1\n{text}", encoding="utf-8")
    assert gone(capsys, "ideas") == []


ELSEWHERE = ["../shared/four.yaml", ".drafts/four.yaml", "ideas/four.idea"]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_of_an_idea_that_a_search_does_not_come_upon_the_place_is_held(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(path, WORSE)
    assert baseline("write", "--loosen", path) == 0
    assert f"    file: {path}\n" in Path(FILE).read_text(encoding="utf-8")
    assert gone(capsys, "ideas") == []
    put(path)
    assert baseline("prune", path) == 0
    assert f"    file: {path}\n" in Path(FILE).read_text(encoding="utf-8")
    Path(path).unlink()
    assert gone(capsys, "ideas/seed") == ["four"]


def test_an_idea_behind_a_link_is_held_with_its_place(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("../shared/far.yaml")
    Path("ideas/four.yaml").symlink_to(here / "shared" / "far.yaml")
    assert baseline("write", "ideas/four.yaml") == 0
    assert baseline("write", "--loosen", "ideas/four.yaml") == 0
    assert gone(capsys, "ideas") == []


def test_a_place_is_seen_from_the_baseline(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("../shared/four.yaml")
    monkeypatch.chdir("ideas")
    assert baseline("write", "--file", f"../{FILE}", "../../shared/four.yaml") == 0
    assert "file: ../shared/four.yaml" in Path("..", FILE).read_text(encoding="utf-8")
    monkeypatch.chdir("..")
    assert gone(capsys, "ideas") == []


def test_a_command_that_is_proposed_looks_at_the_same_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(PATHS[0], WORSE)
    words = "ideas --exclude growth --exclude '*.yml' --no-gitignore"
    assert baseline("check", *shlex.split(words)) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert f"lifeline baseline write --loosen {words}" in told


def test_what_a_configuration_excludes_is_not_said_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("lifeline.toml").write_text('exclude = ["growth"]\n', encoding="utf-8")
    put(PATHS[0], WORSE)
    assert baseline("check", "ideas") == 1
    assert capsys.readouterr().out.endswith("--loosen ideas\n")
