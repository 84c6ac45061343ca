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

from lifeline.reading.finding.ignoring import Ignoring, as_git_sees, ignoring_at, within
from lifeline.reading.limits import FILE_BYTES

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


@pytest.mark.parametrize(
    ("lines", "ignored", "others"),
    [
        ("*.yaml", ["a.yaml", "x/a.yaml"], ["a.yml", "x/"]),
        ("*.yaml|!x.yaml", ["a.yaml"], ["x.yaml", "d/x.yaml"]),
        ("!x.yaml|*.yaml", ["x.yaml"], []),
        ("/a", ["a", "a/"], ["x/a"]),
        ("x/a", ["x/a"], ["y/x/a", "a"]),
        ("a/", ["a/", "x/a/"], ["a", "x/a"]),
        ("/x/a/", ["x/a/"], ["a/", "x/a", "y/x/a/"]),
        ("#a|\\#b", ["#b"], ["#a", "a"]),
        ("!a|\\!b", ["!b"], ["a", "!a"]),
        ("a  |b\\ |c\\\\ ", ["a", "b ", "c\\"], ["a  ", "b", "c\\ "]),
        ("a\\|b\\\\", ["b\\"], ["a", "a ", "a\\", "b"]),
        ("|!| |/|//", [], ["a", "a/", " ", "!"]),
        ("a b|cX|d\t", ["a b", "cX", "d\t"], ["a", "b", "c", "d"]),
        ("caf?|th??", ["thé"], ["café"]),  # a letter may be several bytes
    ],
)
def test_a_line_ignores(lines: str, ignored: list[str], others: list[str]) -> None:
    """Each as git has it, too; a path that ends with a slash is one of a folder."""
    rules = Ignoring("/root", [as_git_sees(line) for line in lines.split("|")])
    places = {path: f"/root/{path.rstrip('/')}" for path in ignored + others}
    found = [p for p, at in places.items() if rules.ignores(at, is_folder=p.endswith("/"))]
    assert found == ignored


def test_the_nearest_folder_that_says_something_has_the_say() -> None:
    rules = Ignoring("/root/in", ["!a", "c"], Ignoring("/root", ["a", "/b", "!c", "/in/d"]))
    found = [n for n in "abcde" if rules.ignores(f"/root/in/{n}", is_folder=False)]
    assert found == ["c", "d"]


@pytest.mark.parametrize("base", ["/", "/root/in"])
def test_of_the_folder_itself_and_those_above_no_line_says_anything(base: str) -> None:
    rules = Ignoring(base, ["*"])
    assert not any(rules.ignores(p, is_folder=True) for p in (base, os.path.dirname(base), "/"))
    assert rules.ignores("/root/in/a", is_folder=True)


def test_elsewhere_lines_hold_for_names() -> None:
    rules = Ignoring("/root/in", ["a", "/b", "../c"])
    places = [f"{folder}/{name}" for folder in ("/root/out", "/o", "") for name in "abc"]
    found = [place for place in places if rules.ignores(place, is_folder=False)]
    assert found == ["/root/out/a", "/o/a", "/a"]


def repository(root: Path, lines: str | bytes = "*.yaml\n", excluded: str = "") -> Path:
    (root / ".git/info").mkdir(parents=True, exist_ok=True)
    (root / ".git/info/exclude").write_text(excluded)
    (root / ".gitignore").write_bytes(lines if isinstance(lines, bytes) else lines.encode())
    return root


def ignored(folder: Path, *names: str) -> list[str]:
    """Give which files of a folder are ignored there."""
    rules = ignoring_at(str(folder))
    assert rules is not None
    return [name for name in names if rules.ignores(str(folder / name), is_folder=False)]


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
    assert ignored(side, "draft-1.yaml", "x.yaml") == ["draft-1.yaml"]


@pytest.mark.parametrize("link", ["gitdir: ../kept/side\n", "more\ngitdir:../kept/side", "x: y"])
def test_a_repository_may_be_kept_elsewhere(tmp_path: Path, link: str) -> None:
    root = Path(os.path.realpath(tmp_path))
    (root / "kept/side/info").mkdir(parents=True)
    (root / "kept/side/info/exclude").write_text("draft-*\n")
    (root / "side").mkdir()
    (root / "side/.git").write_text(link)
    there = ["draft-1.yaml"] if "kept" in link else []
    assert ignored(root / "side", "draft-1.yaml") == there


def test_each_folder_from_the_root_downwards_adds_what_it_ignores(tmp_path: Path) -> None:
    root = repository(Path(os.path.realpath(tmp_path)), "a\n!b\n/c\n/x/d\n", "b\ne\n")
    (root / "x/y").mkdir(parents=True)
    (root / "x/.gitignore").write_text("!a\n/f\n")
    (root / "x/y/.gitignore").write_text("/g\n")
    assert ignored(root, *"abcdefg") == ["a", "c", "e"]
    assert ignored(root / "x", *"abcdefg") == ["d", "e", "f"]
    assert ignored(root / "x/y", *"abcdefg") == ["e", "g"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (b"\xef\xbb\xbfa\n", ["a"]),
        (b"a\r\nb\r\nd", ["a", "b", "d"]),
        (b"a\rb\n", []),
        (b"caf\xe9\ncaf\xc3\xa9\n", ["café"]),
        (b"#" * (FILE_BYTES - 2) + b"\na", ["a"]),
        (b"#" * (FILE_BYTES - 1) + b"\na", []),
    ],
)
def test_a_file_of_patterns_is_read_as_git_reads_it_but_for_one_that_is_far_too_large(
    tmp_path: Path, text: bytes, names: list[str]
) -> None:
    root = repository(Path(os.path.realpath(tmp_path)), text)
    assert ignored(root, "a", "b", "d", "café") == names


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
