"""What git ignores, held against git itself on generated trees and patterns."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifeline.reading.finding.ignoring import Ignoring, ignoring_at, within

needs_git = pytest.mark.skipif(which("git") is None, reason="git is not installed")

NAMES = ["a", "b", "ab", "foo", "bar", "x.yaml", "é", "a b", "*", "\\", "]", "#a", "!a"]
PIECES = (
    *("a", "b", "foo", "bar", "*", "**", "?", "/", "[ab]", "[!a]", "[a-c]", "[[:alpha:]]", "\\"),
    *(".", "é", " ", "!", "#", "x.yaml", "]", "-", "[]a]", "[a", "[a-]", "**/", "/**", "/**/"),
)

paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(tuple)
trees = st.sets(paths, min_size=1, max_size=12)
odd = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
usual = st.sampled_from(["*.yaml", "!x.yaml", "a/", "!a", "/b", "a/**", "!*", "*", "foo", "a/*"])
lines = st.one_of(usual, odd)
ignore_files = st.lists(lines, min_size=1, max_size=4).map("\n".join)


def built(root: Path, tree: set[tuple[str, ...]]) -> list[Path]:
    """Make files, and give the folders."""
    for path in sorted(tree, key=len, reverse=True):
        place = root.joinpath(*path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.touch()
    return [root, *(place for place in sorted(root.rglob("*")) if place.is_dir())]


def everything(folder: Path) -> Iterator[Path]:
    for place in sorted(folder.rglob("*")):
        if place.name != ".gitignore" and ".git" not in place.relative_to(folder).parts:
            yield place


def ignored_by_git(root: Path) -> set[str]:
    names = [str(place.relative_to(root)) for place in everything(root)]
    words = ["git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "--stdin", "-z"]
    done = subprocess.run(
        words, cwd=root, input="\0".join(names).encode(), capture_output=True, check=False
    )
    return {name for name in done.stdout.decode().split("\0") if name}


def ignored_by_us(root: Path) -> set[str]:
    found: set[Path] = set()
    waiting: list[tuple[Path, Ignoring | None]] = [(root, ignoring_at(str(root)))]
    while waiting:
        folder, rules = waiting.pop()
        for place in folder.iterdir():
            if place.name in {".git", ".gitignore"}:
                continue
            assert rules is not None
            if rules.ignores(str(place), is_folder=place.is_dir()):
                found |= {place, *everything(place)}
            elif place.is_dir():
                waiting.append((place, within(str(place), rules)))
    return {str(place.relative_to(root)) for place in found}


@needs_git
@settings(max_examples=60)
@given(tree=trees, top=ignore_files, inner=ignore_files, excluded=lines, where=st.integers(0, 99))
@example(
    tree={("foo", "x", "bar"), ("foox", "bar"), ("foobar",)},
    top="foo**/bar",
    inner="",
    excluded="",
    where=0,
)
@example(
    tree={("a", "b", "x.yaml"), ("a", "x.yaml")},
    top="*.yaml\r\n!x.yaml   \n",
    inner="/x.yaml",
    excluded="",
    where=2,
)
def test_we_ignore_what_git_ignores(
    tree: set[tuple[str, ...]], top: str, inner: str, excluded: str, where: int
) -> None:
    with TemporaryDirectory() as named:
        root = Path(os.path.realpath(named))
        subprocess.run(["git", "init", "-q", "--template=", str(root)], check=True)
        folders = built(root, tree)
        (root / ".git/info").mkdir(exist_ok=True)
        (root / ".git/info/exclude").write_bytes(excluded.encode())
        folders[where % len(folders)].joinpath(".gitignore").write_bytes(inner.encode())
        (root / ".gitignore").write_bytes(top.encode())
        assert ignored_by_us(root) == ignored_by_git(root)


def repository(root: Path, **files: str) -> Path:
    (root / ".git").mkdir(parents=True, exist_ok=True)
    (root / ".gitignore").write_text("*.yaml\n")
    return root


def test_outside_of_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    assert ignoring_at(os.path.realpath(tmp_path)) is None


def test_a_repository_in_another_has_rules_of_its_own(tmp_path: Path) -> None:
    root = repository(Path(os.path.realpath(tmp_path)))
    inner = root / "inner"
    (inner / ".git").mkdir(parents=True)
    rules = within(str(inner), ignoring_at(str(root)))
    assert rules is not None
    assert not rules.ignores(str(inner / "a.yaml"), is_folder=False)


def test_a_work_tree_of_its_own_shares_what_its_repository_excludes(tmp_path: Path) -> None:
    root = Path(os.path.realpath(tmp_path))
    own = root / "main/.git/worktrees/side"
    own.mkdir(parents=True)
    (own / "commondir").write_text("../..\n")
    (root / "main/.git/info").mkdir()
    (root / "main/.git/info/exclude").write_text("draft-*\n")
    side = root / "side"
    side.mkdir()
    (side / ".git").write_text(f"gitdir: {own}\n")
    rules = ignoring_at(str(side))
    assert rules is not None
    assert rules.ignores(str(side / "draft-1.yaml"), is_folder=False)


def test_a_file_of_patterns_that_is_a_link_or_a_folder_says_nothing(tmp_path: Path) -> None:
    root = Path(os.path.realpath(tmp_path))
    (root / ".git").mkdir()
    (root / "elsewhere").write_text("*\n")
    (root / ".gitignore").symlink_to("elsewhere")
    (root / "a").mkdir()
    (root / "a/.gitignore").mkdir()
    rules = within(str(root / "a"), ignoring_at(str(root)))
    assert rules is not None
    assert not rules.ignores(str(root / "a/x.yaml"), is_folder=False)
