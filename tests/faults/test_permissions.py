"""What may not be read or written: told by its name, and everything else is done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.command import DAY, content, copies, flat, like_everybody, run

DENIED = "Permission denied"
ELSEWHERE = f"cannot be written: {DENIED}. Name a place in which you may write."


@pytest.fixture
def prefix() -> list[str]:
    return like_everybody()


@contextmanager
def closed(path: Path, mode: int) -> Iterator[None]:
    """Take permissions away for a while."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_judged(
    tmp_path: Path, prefix: list[str]
) -> None:
    ideas = copies(tmp_path / "ideas", 3)
    with closed(ideas / "idea-00001.yaml", 0):
        done = run("score", "--format", "json", "ideas", cwd=tmp_path, prefix=prefix)
    assert done.returncode == 2
    assert done.stderr == f"ideas/idea-00001.yaml:1:1: cannot be read: {DENIED}.\n"
    verdicts = [idea["verdict"] for idea in json.loads(done.stdout)["ideas"]]
    assert verdicts.count("invalid") == 1
    assert len(verdicts) == 3


def test_a_folder_that_may_not_be_searched_is_told_and_the_others_are_judged(
    tmp_path: Path, prefix: list[str]
) -> None:
    copies(tmp_path / "ideas", 2)
    shut = copies(tmp_path / "ideas" / "shut", 2)
    with closed(shut, 0):
        done = run("score", "--format", "json", "ideas", cwd=tmp_path, prefix=prefix)
    assert done.returncode == 2
    assert done.stderr == f"ideas/shut:1:1: cannot be read: {DENIED}.\n"
    assert len(json.loads(done.stdout)["ideas"]) == 3


@pytest.mark.parametrize(
    "words",
    [
        "score ideas --format json:shut/out",
        "explain ideas/idea-00000.yaml -o shut/out",
        "baseline write ideas --file shut/out",
        "schema idea -o shut/out",
        "new shut/out.yaml",
    ],
)
def test_a_folder_that_may_not_be_written_is_told(
    words: str, tmp_path: Path, prefix: list[str]
) -> None:
    copies(tmp_path / "ideas", 1)
    (tmp_path / "shut").mkdir()
    before = content(tmp_path)
    with closed(tmp_path / "shut", 0o555):
        done = run(*words.split(), cwd=tmp_path, prefix=prefix)
    assert (done.returncode, done.stdout) == (2, "")
    (told,) = done.stderr.splitlines()
    assert told in {f"shut/{name}: {ELSEWHERE}" for name in ("out", "out.yaml")}
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        "score ideas --format json:out",
        "explain ideas/idea-00000.yaml -o out",
        "schema idea -o out",
    ],
)
def test_a_write_protected_file_is_not_written_over(
    words: str, tmp_path: Path, prefix: list[str]
) -> None:
    copies(tmp_path / "ideas", 1)
    file = tmp_path / "out"
    file.write_text("mine")
    with closed(file, 0o444):
        done = run(*words.split(), cwd=tmp_path, prefix=prefix)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "out: cannot be written: the file is write-protected, and stays as it is."
        " Take the protection off, or name another place.\n"
    )
    assert file.read_text() == "mine"
    assert sorted(os.listdir(tmp_path)) == ["ideas", "out"]


def test_a_written_file_keeps_its_permissions(idea: Path) -> None:
    out = idea.parent / "out.json"
    out.touch(mode=0o600)
    assert run("score", idea, "--format", f"json:{out}", cwd=idea.parent).returncode == 1
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_text())


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_a_walk_that_may_not_save_says_so(mode: int, idea: Path, prefix: list[str]) -> None:
    """The file is write-protected, or its folder is."""
    before = content(idea.parent)
    with closed(idea if mode == 0o444 else idea.parent, mode):
        done = run(
            "walk", "--plain", "jasper.yaml", cwd=idea.parent, prefix=prefix, typed="1\nlater\n"
        )
    assert (done.returncode, done.stderr) == (2, "")
    assert "jasper.yaml: cannot be saved: " in flat(done.stdout)
    assert "What you said is kept here as long as you stay." in flat(done.stdout)
    assert "Not saved. jasper.yaml is as it was." in flat(done.stdout)
    assert content(idea.parent) == before


def test_a_walk_through_a_file_that_may_not_be_read_ends_at_once(
    idea: Path, prefix: list[str]
) -> None:
    with closed(idea, 0):
        done = run("walk", "--plain", "jasper.yaml", cwd=idea.parent, prefix=prefix, typed="a\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"jasper.yaml:1:1: cannot be read: {DENIED}.\n"


@pytest.mark.parametrize("closed_part", ["set.yaml", "product.yaml", "."])
def test_a_set_that_may_not_be_read_is_told(
    closed_part: str, idea: Path, prefix: list[str]
) -> None:
    folder = idea.parent.parent / "small"
    folder.mkdir()
    for name in ("set.yaml", "product.yaml", "claims.yaml"):
        source = Path(__file__).parent.parent / "sets" / "small" / name
        (folder / name).write_bytes(source.read_bytes())
    with closed(folder / closed_part, 0):
        done = run("score", "--set", "small", idea, cwd=folder.parent, prefix=prefix)
    assert (done.returncode, done.stdout) == (2, "")
    assert DENIED in done.stderr
    assert "small" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_configuration_that_may_not_be_read_is_told(idea: Path, prefix: list[str]) -> None:
    file = idea.parent / "lifeline.toml"
    file.write_text("min-months = 12\n")
    with closed(file, 0):
        done = run("score", idea, "--as-of", DAY, cwd=idea.parent, prefix=prefix)
    assert (done.returncode, done.stdout) == (2, "")
    assert "lifeline.toml" in done.stderr
    assert DENIED in done.stderr


def test_where_a_folder_may_not_be_searched_no_idea_of_a_baseline_is_called_gone(
    tmp_path: Path, prefix: list[str]
) -> None:
    ideas, shut = copies(tmp_path / "ideas", 2), tmp_path / "closed"
    shut.mkdir()
    assert run("baseline", "write", "ideas", cwd=tmp_path).returncode == 0
    (ideas / "idea-00001.yaml").unlink()
    with closed(shut, 0):
        done = run("baseline", "check", "ideas", cwd=tmp_path, prefix=prefix)
    assert done.returncode == 0, done.stdout
    done = run("baseline", "check", "ideas", cwd=tmp_path, prefix=prefix)
    assert "there is no file with the id 'idea-00001' any more" in flat(done.stdout)
