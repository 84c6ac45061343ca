"""Repositories in others: what is pinned of them, and whether it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.reading.git.repository import Repository
from lifeline.reading.git.submodules import (
    is_here,
    pinned,
    pins,
    roots_around,
    superproject_of,
)
from tests.repositories import commit, git, repository


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with a submodule ``in/sub``, and a folder ``in/other`` that is none."""
    here = repository(tmp_path / "around", monkeypatch)
    for name in ("in/sub", "in/other"):
        (here / name).mkdir(parents=True)
        (here / name / "a.yaml").write_text("x: 1\n")
    git(here / "in" / "sub", "init", "-q")
    commit(here / "in" / "sub", "Inside")
    git(here, "commit", "-q", "--allow-empty", "-m", "Before")
    commit(here, "Around")
    monkeypatch.chdir(here)
    return here.resolve()


def test_a_submodule_knows_what_is_around_it(around: Path) -> None:
    assert superproject_of("in/sub") == str(around)
    assert superproject_of("in/other") == ""
    assert superproject_of("nowhere") == ""


def test_roots_lead_down_from_the_repository_in_which_one_is(around: Path) -> None:
    sub = str(around / "in" / "sub")
    within = around / "in" / "sub" / "more"
    within.mkdir()
    git(within, "init", "-q")
    (within / "b.yaml").write_text("x: 1\n")
    commit(within, "Further inside")
    commit(around / "in" / "sub", "Pinned")
    every = [str(around), sub, str(within)]
    for here in (str(around), str(around / "in"), f"{sub}-beside", str(around.parent), "/"):
        assert roots_around("in/sub/more", here) == every
    for here in (sub, f"{sub}/else"):
        assert roots_around("in/sub/more", here) == every[1:]
    assert roots_around("in/sub/more", str(within)) == every[2:]
    assert roots_around(".", "/") == every[:1]


def test_a_version_pins_commits_of_submodules_and_of_nothing_else(around: Path) -> None:
    inside = git(around / "in" / "sub", "rev-parse", "HEAD")
    for folder in ("", "in"):
        assert pins(Repository(), "HEAD", folder) == {"in/sub": inside}
    assert pins(Repository(), "HEAD", "in/other") == {}
    assert pins(Repository(), "HEAD~1", "") == {}
    assert pinned(Repository(), "HEAD", str(around / "in" / "sub")) == inside
    assert pinned(Repository(), "HEAD~1", "in/sub") is None


def test_pins_are_found_from_a_folder_inside_and_whatever_they_are_called(
    around: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = "-in/s\tub"
    (around / odd).mkdir(parents=True)
    git(around / odd, "init", "-q")
    (around / odd / "a.yaml").write_text("x: 1\n")
    commit(around / odd, "Inside")
    commit(around, "Odd")
    monkeypatch.chdir(around / "in")
    assert pinned(Repository(), "HEAD", str(around / odd)) is not None
    assert list(pins(Repository(), "HEAD", "-in")) == [odd]
    assert list(pins(Repository(), "HEAD", "")) == [odd, "in/sub"]


def test_a_commit_is_here_only_where_the_submodule_itself_is(around: Path) -> None:
    inside, outside = (git(around / name, "rev-parse", "HEAD") for name in ("in/sub", "."))
    assert is_here("in/sub", inside)
    assert not is_here("in/sub", outside)
    assert not is_here("in/other", outside), "a folder of the repository around it"
    assert not is_here("nowhere", inside)
