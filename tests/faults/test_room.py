"""A full disk, and a limit on the size of files: told in a line, and everything is as it was."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.command import DAY, EXAMPLES, content, copies, fill, flat, run, small_disk

NO_ROOM = "No space left on device. Make room there, or name another place."
TOO_LARGE = "File too large. Files may not become so large there: name another place."
STAYS = " The file is as it was before."

WRITERS = {
    "a report": ("score --format json:out ideas", "out"),
    "a report of every format": (
        "score --format sarif:1 --format junit:2 --format html:out ideas",
        "out",
    ),
    "a result": ("explain ideas/jasper.yaml --format json -o out", "out"),
    "a baseline": ("baseline write ideas --file out", "out"),
    "a schema": ("schema idea -o out", "out"),
    "a page": ("report ideas -o out", "out"),
    "a badge": ("badge ideas/jasper.yaml -o out", "out"),
    "a form": ("form -o out", "out"),
    "a new idea": ("new out.yaml", "out.yaml"),
}
"""What writes, and to which file."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk, on which there is a good idea."""
    with small_disk(tmp_path / "disk", 600) as place:
        (place / "ideas").mkdir()
        (place / "ideas" / "jasper.yaml").write_bytes((EXAMPLES / "jasper.yaml").read_bytes())
        yield place


def command_of(name: str) -> list[str]:
    words = WRITERS[name][0].split()
    return words if words[0] in ("schema", "form") else [*words, "--as-of", DAY]


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_is_told_and_leaves_everything_as_it_was(name: str, disk: Path) -> None:
    file = WRITERS[name][1]
    fill(disk)
    before = content(disk)
    done = run(*command_of(name), cwd=disk)
    assert (done.returncode, done.stdout) == (2, "")
    (told,) = done.stderr.splitlines()
    assert told.endswith(f": cannot be written: {NO_ROOM}")
    assert told.split(": ")[0] in (file, "1", "2")
    assert content(disk) == before


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "a new idea"])
def test_on_a_full_disk_the_old_file_stays(name: str, disk: Path) -> None:
    file = WRITERS[name][1]
    done = run(*command_of(name), cwd=disk)
    assert (disk / file).exists()
    copies(disk / "ideas", 1)  # so there is something new to write
    more = ["--loosen"] if name == "a baseline" else []
    fill(disk)
    before = content(disk)
    done = run(*command_of(name), *more, cwd=disk)
    assert done.returncode == 2, done.stdout
    assert done.stderr.count("\n") == 1
    assert NO_ROOM in done.stderr
    assert content(disk) == before


@pytest.mark.parametrize("name", WRITERS)
def test_a_limit_on_the_size_of_files_is_told(name: str, idea: Path) -> None:
    folder = idea.parent.parent
    before = content(folder)
    done = run(
        *command_of(name),
        cwd=folder,
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    (told,) = done.stderr.splitlines()
    assert told.endswith(f": cannot be written: {TOO_LARGE}")
    assert content(folder) == before


def test_a_walk_on_a_full_disk_says_what_is_not_saved(disk: Path) -> None:
    file = disk / "ideas" / "jasper.yaml"
    (disk / "ideas" / "new.yaml").touch()
    fill(disk)
    before = content(disk)
    done = run("walk", "--plain", "ideas/begun.yaml", cwd=disk, typed="a\nb\n")
    assert done.returncode == 2
    assert "ideas/begun.yaml: cannot be saved: No space left on device." in flat(done.stdout)
    assert "What you said is kept here as long as you stay." in flat(done.stdout)
    assert "Another name to save it under" in done.stdout
    assert "Not saved." in done.stdout
    assert content(disk) == before
    assert file.read_bytes() == (EXAMPLES / "jasper.yaml").read_bytes()


def test_a_walk_on_a_full_disk_can_go_elsewhere(disk: Path, tmp_path: Path) -> None:
    fill(disk)
    elsewhere = tmp_path / "elsewhere.yaml"
    typed = f"a\nquit\n{elsewhere}\n"
    done = run("walk", "--plain", "ideas/begun.yaml", cwd=disk, typed=typed)
    assert done.returncode == 0
    assert "Everything is saved in" in done.stdout
    assert b"foundation:" in elsewhere.read_bytes()
    assert run("score", elsewhere, cwd=disk).returncode == 3


def test_an_answer_on_a_full_disk_leaves_the_file(disk: Path) -> None:
    file = disk / "ideas" / "jasper.yaml"
    fill(disk)
    before = content(disk)
    done = run("walk", "--plain", file, cwd=disk, typed="1\nlater\nquit\n\n")
    assert done.returncode == 2
    assert "The file is as it was before." in flat(done.stdout)
    assert content(disk) == before


def test_a_full_disk_below_the_cache_and_the_state_changes_nothing(
    disk: Path, tmp_path: Path
) -> None:
    fill(disk)
    before = content(disk)
    names = ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME")
    env = {**os.environ, **{name: str(disk) for name in names}}
    small = ROOT / "tests" / "sets" / "small"
    begun = tmp_path / "begun.yaml"
    done = run("walk", "--plain", begun, "--set", small, cwd=tmp_path, env=env, typed="a\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert begun.exists()
    assert content(disk) == before


def test_a_forecast_on_a_full_disk_leaves_the_ledger(disk: Path) -> None:
    """What is appended is there whole, or nothing of it."""
    words: list[str | Path] = ["ledger", "add", "--as-of", DAY, EXAMPLES / "dental-lab.yaml"]
    for before_it in ("nothing", "a forecast"):
        (disk / "filler").unlink(missing_ok=True)
        if before_it == "a forecast":
            first = [*words[:-1], EXAMPLES / "call-desk.yaml"]
            assert run(*first, cwd=disk).returncode == 0
        fill(disk)
        ledger = disk / "lifeline-ledger.jsonl"
        if ledger.exists():
            assert ledger.stat().st_size < 4096, "it has room left in its last page"
            with ledger.open("a") as file:
                file.write("\n" * (4096 - ledger.stat().st_size))
        before = content(disk)
        done = run(*words, cwd=disk)
        assert done.returncode == 2
        assert "lifeline-ledger.jsonl: cannot be written: No space left on device." in done.stderr
        assert "The file is as it was before." in done.stderr
        assert content(disk) == before


def test_a_summary_without_room_is_as_it_was(tmp_path: Path) -> None:
    """Of what is added to a file that others write to as well, no part stays."""
    with small_disk(tmp_path / "disk", 12) as disk:
        summary = disk / "summary.md"
        summary.write_text("before\n")
        (disk / "filler").write_bytes(bytes(4096))
        env = {**os.environ, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
        ideas = copies(tmp_path / "ideas", 30)
        done = run("score", "--format", "auto", ideas, cwd=tmp_path, env=env)
        assert done.returncode == 2
        assert f"{summary}: cannot be written: {NO_ROOM}{STAYS}" in done.stderr
        assert summary.read_text() == "before\n"


FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="needs a device that is full")


@needs_full
@pytest.mark.parametrize(
    "words", ["--help", "--version", "score --help", "score IDEA", "explain IDEA", "rubric list"]
)
def test_an_output_that_takes_nothing_is_told(words: str, idea: Path) -> None:
    done = run(*words.replace("IDEA", str(idea)).split(), cwd=idea.parent, out=FULL)
    assert done.returncode == 2
    assert done.stderr == f"lifeline: the output cannot be written: {NO_ROOM}\n"


@needs_full
@pytest.mark.parametrize(
    ("words", "code"),
    [("score IDEA", 1), ("score .", 1), ("score none.yaml", 2), ("scor", 2), ("score --x", 2)],
)
def test_a_log_without_room_changes_no_exit_code(words: str, code: int, idea: Path) -> None:
    (idea.parent / "other.yaml").write_text("a: b\n")
    done = run(*words.replace("IDEA", str(idea)).split(), cwd=idea.parent, err=FULL)
    assert done.returncode == code
