"""What is passed over on purpose: in folders that are searched, and among what is named."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.finding.excluding import Exclusions

Build = Callable[..., None]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Give a way to write files in an empty folder, which is the current one; ``x/`` is one."""
    monkeypatch.chdir(tmp_path)

    def write(*names: str, **texts: str) -> None:
        files = dict.fromkeys(names, "lifeline: 1\n") | texts
        for name, text in files.items():
            place = Path(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                place.mkdir(parents=True, exist_ok=True)
            else:
                place.write_text(text)

    return write


def searched(paths: list[str], *patterns: str, base: str = "", by_git: bool = False) -> list[str]:
    return find_ideas(paths, Exclusions(patterns, base, by_git=by_git)).paths


def forced(paths: list[str], *patterns: str, base: str = "", by_git: bool = False) -> list[str]:
    return find_ideas(paths, Exclusions(patterns, base, by_git=by_git), force=True).paths


def test_patterns_count_from_the_current_folder_or_from_one_that_is_given(build: Build) -> None:
    build("a/x.yaml", "a/b/x.yaml", "x.yaml")
    assert searched(["."], "/a/x.yaml") == ["./a/b/x.yaml", "./x.yaml"]
    assert searched(["a"], "/a/x.yaml") == ["a/b/x.yaml"]
    assert searched(["."], "/x.yaml", base="a") == ["./a/b/x.yaml", "./x.yaml"]


def test_what_is_passed_over_is_counted_once_a_folder_as_one(build: Build) -> None:
    build("a/x.yaml", "a/y.yaml", "b.yaml", "c.yaml")
    found = find_ideas([".", "./a/.."], Exclusions(["/a", "b.yaml"], by_git=False))
    assert (found.paths, found.left_out) == (["./c.yaml"], 2)


def test_what_git_ignores_is_passed_over_where_that_is_asked_for(build: Build) -> None:
    build(".git/", "a.yaml", "b.yaml", "in/a.yaml", "in/c.yaml")
    build(**{".gitignore": "a.yaml\n!b.yaml\n", "in/.gitignore": "c.yaml\n"})
    assert searched(["."], by_git=True) == ["./b.yaml"]
    assert searched(["in"], by_git=True) == []
    assert searched(["."], "b.yaml", by_git=True) == [], "nothing takes back what is excluded"
    assert len(searched(["."])) == 4


@pytest.mark.parametrize("pattern", ["in/", "out", ".*", "..", "."])
def test_the_folders_above_are_not_matched_by_a_pattern_that_counts_from_below(
    pattern: str, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build("out/in/deep/a.yaml", "out/in/b.yaml")
    base = os.path.abspath("out/in/deep")
    monkeypatch.chdir("out/in")
    everything = ["../in/b.yaml", "../in/deep/a.yaml"]
    assert searched([".."], pattern) == everything
    assert searched([".."], ".*", base=base) == everything
    assert forced(["b.yaml", "deep/a.yaml"], pattern) == ["b.yaml", "deep/a.yaml"]


def test_what_is_named_is_passed_over_only_by_force(build: Build) -> None:
    build("a.yaml", "old/b.yaml", "old/deep/c.yaml")
    named = ["a.yaml", "old/b.yaml", "old/deep/c.yaml"]
    assert searched(named, "*") == named
    assert find_ideas(named, None, force=True).paths == named
    assert find_ideas(["old"], Exclusions(["old"], by_git=False)).paths == named[1:]
    found = find_ideas([*named, "old"], Exclusions(["old"], by_git=False), force=True)
    assert (found.paths, found.left_out) == (["a.yaml"], 3)


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["*", "!a.yaml"], ["a.yaml"]),
        (["/deep"], ["a.yaml", "old/b.yaml", "old/deep/c.yaml"]),
        (["/old/deep"], ["a.yaml", "old/b.yaml"]),
        (["deep/"], ["a.yaml", "old/b.yaml"]),
        (["a.yaml/"], ["a.yaml", "old/b.yaml", "old/deep/c.yaml"]),
        (["/old/*", "!b.yaml"], ["a.yaml", "old/b.yaml"]),
        (["old/", "!c.yaml"], ["a.yaml"]),
    ],
)
def test_by_force_a_folder_that_is_passed_over_takes_with_it_what_is_in_it(
    patterns: list[str], left: list[str], build: Build
) -> None:
    named = ["a.yaml", "old/b.yaml", "old/deep/c.yaml"]
    build(*named)
    assert forced(named, *patterns) == left


def test_by_force_a_folder_is_passed_over_as_a_folder(build: Build) -> None:
    build("old/b.yaml", "new/old/c.yaml")
    assert forced(["old", "new"], "old/") == []
    assert forced(["new"], "/old/") == ["new/old/c.yaml"]


def test_by_force_git_is_asked_from_its_root_down(build: Build) -> None:
    named = ["a.yaml", "old/b.yaml", "new/c.yaml", "new/in/d.yaml", "new/in/e.yaml"]
    build(".git/", *named)
    build(**{".gitignore": "old/\n", "new/.gitignore": "/c.yaml\n", "new/in/.gitignore": "d*\n"})
    assert forced(named, by_git=True) == ["a.yaml", "new/in/e.yaml"]
    assert forced(["old"], by_git=True) == []
    assert forced(named) == sorted(named)


def test_where_git_is_not_asked_no_repository_inside_is(build: Build) -> None:
    build("in/.git/", "in/a.yaml", **{"in/.gitignore": "*\n"})
    assert searched(["."]) == ["./in/a.yaml"]
    assert searched(["."], by_git=True) == []


def test_by_force_a_repository_in_another_is_asked_alone(build: Build) -> None:
    build(".git/", "in/.git/", "in/a.yaml", "in/b.yaml")
    build(**{".gitignore": "in/\na.yaml\n", "in/.gitignore": "b.yaml\n"})
    assert forced(["in/a.yaml", "in/b.yaml"], by_git=True) == ["in/a.yaml"]
    assert forced(["in"], by_git=True) == [], "it is in the other one itself"


def test_where_there_is_no_repository_a_gitignore_says_nothing(build: Build) -> None:
    build("a.yaml", "in/b.yaml")
    build(**{".gitignore": "*\n", "in/.gitignore": "*\n"})
    assert searched(["."], by_git=True) == ["./a.yaml", "./in/b.yaml"]
    assert forced(["a.yaml", "in/b.yaml"], by_git=True) == ["a.yaml", "in/b.yaml"]


def test_standard_input_is_never_passed_over(build: Build) -> None:
    build("-")
    assert forced(["-", "./-"], "*") == ["-"]
