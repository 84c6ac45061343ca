"""Patterns of paths, for shells that leave them as they are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from lifeline.reading.finding.globs import is_pattern, matches

FILES = (
    *("a.yaml", "b.yml", ".c.yaml", "ideas/a.yaml", "ideas/x/b.yaml", "ideas/.y/c.yaml"),
    *("more/a.yaml", "more/x/b.yaml", "more/z/x/c.yaml"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "pattern",
    [
        "*.yaml",
        "*.y*ml",
        "./*.yaml",
        ".*.yaml",
        "ideas/*",
        "ideas/*/*.yaml",
        "*/[a-x]*",
        "id[e]as/?.yaml",
        "**/*.yaml",
        "ideas/**/b.yaml",
        "**/x/**/*.yaml",
        "ideas/../*.yaml",
        "ideas//*.yaml",
    ],
)
def test_a_pattern_stands_for_what_a_shell_puts_for_it(folder: Path, pattern: str) -> None:
    script = f"shopt -s globstar; printf '%s\\0' {pattern}"
    shell = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    theirs = [os.path.normpath(name) for name in shell.stdout.split("\0")[:-1]]
    assert [os.path.normpath(name) for name in matches(pattern)] == sorted(theirs)
    assert theirs


def test_from_the_root(folder: Path) -> None:
    assert matches(f"{folder}/*.yml") == [f"{folder}/b.yml"]


def test_every_depth_at_the_end_is_the_folder(folder: Path) -> None:
    assert (matches("ideas/**"), matches("**")) == (["ideas"], ["."])


def test_links_to_folders_are_not_followed_into_every_depth(folder: Path) -> None:
    Path("ideas/round").symlink_to("..")
    assert matches("ideas/**/b.yaml") == ["ideas/x/b.yaml"]


def test_nothing_there_is_nothing(folder: Path) -> None:
    for pattern in ("*.txt", "nowhere/*.yaml", "a.yaml/*", "nowhere/**"):
        assert matches(pattern) == []


def test_what_is_there_is_no_pattern(folder: Path) -> None:
    Path("[x].yaml").touch()
    Path("gone*.yaml").symlink_to("nowhere")
    kinds = {name: is_pattern(name) for name in ("[x].yaml", "gone*.yaml", "b*", "b.yaml", "no")}
    assert kinds == {
        "[x].yaml": False,
        "gone*.yaml": False,
        "b*": True,
        "b.yaml": False,
        "no": False,
    }
