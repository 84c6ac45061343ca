"""What changes while a run is under way, and what is gone when it comes to it.

A pipe that is named first holds a run up: it has found its files then, and read none of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.command import DAY, EXAMPLES, LIFELINE, content, copies, flat, run

PATIENCE = 30
"""Seconds after which something counts as not happening."""


class Held:
    """A run that has found its files, and waits."""

    def __init__(self, folder: Path, *words: str) -> None:
        """Start it: it judges ``a.yaml``, a pipe, and then the files in ``ideas``."""
        self.pipe = folder / "a.yaml"
        os.mkfifo(self.pipe)
        words = ("score", "--as-of", DAY, "--jobs", "1", *words, "a.yaml", "ideas")
        self.process = subprocess.Popen(
            [*LIFELINE, *words],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.end = os.open(self.pipe, os.O_WRONLY)  # returns once the run waits for it

    def let_go(self) -> tuple[int, str, str]:
        """Let it go on; give its exit code, its output, and what it said."""
        os.write(self.end, (EXAMPLES / "dental-lab.yaml").read_bytes())
        os.close(self.end)
        out, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, said


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "deleted": (Path.unlink, "ideas/idea-00001.yaml:1:1: cannot be read: No such file"),
    "a folder": (as_folder, "ideas/idea-00001.yaml:1:1: cannot be read: Is a directory."),
    "emptied": (
        lambda file: file.write_bytes(b""),
        "ideas/idea-00001.yaml:1:1: is empty. Expected lines",
    ),
    "cut": (
        lambda file: file.write_bytes(file.read_bytes()[:150]),
        "ideas/idea-00001.yaml:",
    ),
    "not an idea": (lambda file: file.write_bytes(b"a: b\n"), "ideas/idea-00001.yaml:1:"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_file_that_changes_is_told_and_the_others_are_judged(name: str, tmp_path: Path) -> None:
    change, told = CHANGES[name]
    ideas = copies(tmp_path / "ideas", 4)
    run_ = Held(tmp_path, "--format", "json")
    change(ideas / "idea-00001.yaml")
    code, out, said = run_.let_go()
    assert code == 2
    assert said.startswith(told)
    verdicts = [idea["verdict"] for idea in json.loads(out)["ideas"]]
    assert verdicts.count("invalid") == 1
    assert len(verdicts) == 5


def test_a_folder_that_is_deleted_is_told_file_by_file(tmp_path: Path) -> None:
    ideas = copies(tmp_path / "ideas", 3)
    run_ = Held(tmp_path, "--format", "json")
    shutil.rmtree(ideas)
    code, out, said = run_.let_go()
    assert code == 2
    assert said.count("cannot be read: No such file or directory") == 3
    assert len(json.loads(out)["ideas"]) == 4


def test_a_set_that_changes_does_not_matter_to_a_run(tmp_path: Path) -> None:
    copies(tmp_path / "ideas", 2)
    shutil.copytree(ROOT / "tests" / "sets" / "small", tmp_path / "small")
    (tmp_path / "ideas" / "idea-00000.yaml").write_text("lifeline: 1\nidea: A\n")
    (tmp_path / "ideas" / "idea-00001.yaml").write_text("lifeline: 1\nidea: B\n")
    run_ = Held(tmp_path, "--format", "json", "--set", "small")
    shutil.rmtree(tmp_path / "small")
    _, out, _ = run_.let_go()
    verdicts = {idea["path"]: idea["verdict"] for idea in json.loads(out)["ideas"]}
    assert "invalid" not in (verdicts["ideas/idea-00000.yaml"], verdicts["ideas/idea-00001.yaml"])


def test_where_the_folder_of_the_output_goes_it_is_told(tmp_path: Path) -> None:
    copies(tmp_path / "ideas", 2)
    (tmp_path / "out").mkdir()
    run_ = Held(tmp_path, "--format", "json:out/all.json")
    shutil.rmtree(tmp_path / "out")
    code, out, said = run_.let_go()
    assert (code, out) == (2, "")
    assert said == (
        "out/all.json: cannot be written: No such file or directory."
        " Make the folder first, or name another place.\n"
    )
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "ideas"]


def test_where_somebody_else_writes_the_output_the_last_one_stays(tmp_path: Path) -> None:
    copies(tmp_path / "ideas", 2)
    run_ = Held(tmp_path, "--format", "json:all.json")
    (tmp_path / "all.json").write_text("mine")
    assert run_.let_go()[0] != 2
    assert len(json.loads((tmp_path / "all.json").read_bytes())["ideas"]) == 3
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "all.json", "ideas"]


@pytest.mark.parametrize(
    "words", ["score", "score a.yaml", "new", "walk --plain a.yaml", "config", "baseline check"]
)
def test_a_folder_in_which_one_stands_that_is_gone_is_told(words: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()

    def leave() -> None:
        os.chdir(gone)
        gone.rmdir()

    done = run(*words.split(), cwd=tmp_path, before=leave)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "lifeline: the folder you stand in is no longer there. Change to another one.\n"
    )


class Walk:
    """A walk in plain text, line by line."""

    def __init__(self, file: Path) -> None:
        """Begin it, and give the first answer."""
        self.file = file
        self.process = subprocess.Popen(
            [*LIFELINE, "walk", "--plain", file.name],
            cwd=file.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._type("a")
        until = time.monotonic() + PATIENCE
        while not file.exists():
            assert time.monotonic() < until, "the answer is saved at once"
            time.sleep(0.01)

    def _type(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def go_on(self, *lines: str) -> tuple[int, str]:
        """Type the other lines; give the exit code, and everything that was said."""
        out, err = self.process.communicate("".join(f"{line}\n" for line in lines), PATIENCE)
        assert err == ""
        return self.process.returncode, flat(out)


def other(file: Path) -> bytes:
    """Let another program change a file."""
    changed = file.read_bytes().replace(b"idea: Begun", b"idea: Changed")
    file.write_bytes(changed)
    return changed


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    return tmp_path / "begun.yaml"


def test_a_walk_writes_over_nothing_that_another_program_wrote(begun: Path) -> None:
    walk = Walk(begun)
    changed = other(begun)
    code, said = walk.go_on("b", "", "quit", "", "")
    assert code == 2
    assert "begun.yaml: not saved: another program has changed it." in said
    assert "Not saved. begun.yaml is as it was." in said
    assert begun.read_bytes() == changed
    assert os.listdir(begun.parent) == ["begun.yaml"]


def test_a_walk_can_take_what_another_program_wrote(begun: Path) -> None:
    walk = Walk(begun)
    changed = other(begun)
    code, said = walk.go_on("b", "a", "quit")
    assert code == 0
    assert "Everything is saved in begun.yaml." in said
    assert begun.read_bytes() == changed


def test_a_walk_can_save_beside_what_another_program_wrote(begun: Path) -> None:
    walk = Walk(begun)
    changed = other(begun)
    code, said = walk.go_on("b", "b", "mine.yaml", "quit")
    assert code == 0
    assert "Everything is saved in mine.yaml. To go on: lifeline walk mine.yaml --plain" in said
    assert begun.read_bytes() == changed
    assert content(begun.parent)["mine.yaml"].count(b": ") > 4


def test_a_walk_through_a_file_that_is_deleted_says_so(begun: Path) -> None:
    walk = Walk(begun)
    begun.unlink()
    code, said = walk.go_on("b", "b", "mine.yaml", "quit")
    assert code == 0
    assert "begun.yaml: not saved: it is no longer there." in said
    assert os.listdir(begun.parent) == ["mine.yaml"]


def test_a_walk_that_nobody_listens_to_any_more_has_saved(begun: Path) -> None:
    walk = Walk(begun)
    assert walk.process.stdin
    assert walk.process.stdout
    walk.process.stdout.close()
    walk.process.stdin.write("b\nc\n")
    walk.process.stdin.close()
    assert walk.process.wait(PATIENCE) == 0
    walk.process.stderr.close()  # type: ignore[union-attr]
    assert run("score", begun, cwd=begun.parent).returncode in (1, 3)
