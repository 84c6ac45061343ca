"""``lifeline score --watch``: judged again when something is saved."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lifeline.cli import main as command
from lifeline.cli import watching
from lifeline.cli.configuration.settling import settle
from lifeline.cli.score import judge_files
from lifeline.cli.watching import watch
from tests.authored import idea_file
from tests.conftest import ROOT

PASSES: dict[str, object] = {
    "assistant": "more-than-ability",
    "next-model": "improves",
    "place": "own",
    "need": "often",
}
FAILS: dict[str, object] = {"assistant": "enough", "payers": "nobody", "assets": []}
WAITS = "waits for the next change"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "deep/c"):
        write(f"{name}.yaml", PASSES)
    return tmp_path


def write(name: str, answers: dict[str, object]) -> None:
    place = Path(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(idea_file(answers))


class Watched:
    """A watch whose changes a test makes; after each it looks at what was printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        self.capsys = capsys
        self.words = words

    def over(self, changes: Iterator[set[str]]) -> int:
        words = ["score", "--watch", *self.words]
        args = command.parser_for(words).parse_args(words)
        settle(args)
        return watch(args, judge_files, changes)

    def printed(self) -> tuple[str, str]:
        captured = self.capsys.readouterr()
        return captured.out, captured.err


@pytest.fixture
def watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> Watched:
    return Watched(capsys)


def real(*names: str) -> set[str]:
    return {os.path.realpath(name) for name in names}


def test_everything_is_judged_first_and_then_what_was_saved(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        out, err = watched.printed()
        assert "3 ideas: 3 pass." in out
        assert WAITS in err
        write("b.yaml", FAILS)
        yield real("b.yaml")
        out, err = watched.printed()
        assert "FAIL" in out
        assert "ideas:" not in out, "one idea is shown in full"
        assert err == "\nlifeline: saved: b.yaml\n"

    assert watched.over(changes()) == 0


def test_a_new_idea_is_judged_and_one_that_is_gone_is_left_alone(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        watched.printed()
        write("deep/NEW.YAML", FAILS)
        yield real("deep/NEW.YAML")
        out, err = watched.printed()
        assert "FAIL" in out
        assert "saved: deep/NEW.YAML" in err
        Path("deep/NEW.YAML").unlink()
        yield real("deep/NEW.YAML")
        assert watched.printed() == ("", "")

    watched.over(changes())


def test_what_is_none_of_ours_is_passed_over(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        watched.printed()
        Path("notes.txt").touch()
        Path("pyproject.toml").write_text("[tool.other]\n")
        yield real("notes.txt", "pyproject.toml")
        assert watched.printed() == ("", "")

    watched.over(changes())


def test_a_configuration_that_is_saved_moves_all_and_holds_from_then_on(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        assert "3 pass" in watched.printed()[0]
        Path("lifeline.toml").write_text('exclude = ["deep"]\nmin-score = {lifeline = 100}\n')
        yield real("lifeline.toml")
        out, err = watched.printed()
        assert "2 ideas:" in out
        assert "2 pass" not in out
        assert "saved: lifeline.toml" in err

    watched.over(changes())


def test_a_set_that_a_configuration_nearer_to_the_ideas_names_moves_them_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "tests/sets/small", "sets/small")
    Path("deep/c.yaml").write_text("lifeline: 1\nidea: X\n")
    Path("deep/lifeline.toml").write_text("set = '../sets/small'\n")
    Path("a.yaml").unlink()
    Path("b.yaml").unlink()
    watched = Watched(capsys, ".")

    def changes() -> Iterator[set[str]]:
        watched.printed()
        with Path("sets/small/set.yaml").open("a") as file:
            file.write("# changed\n")
        yield real("sets/small/set.yaml")
        assert "saved: sets/small/set.yaml" in watched.printed()[1]

    watched.over(changes())


def test_a_set_that_is_saved_moves_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "tests/sets/small", "sets/small")
    for name in ("a", "b", "deep/c"):
        Path(f"{name}.yaml").write_text("lifeline: 1\nidea: X\n")
    watched = Watched(capsys, "--set", "sets/small", "a.yaml", "b.yaml")

    def changes() -> Iterator[set[str]]:
        assert "2 ideas:" in watched.printed()[0]
        with Path("sets/small/set.yaml").open("a") as file:
            file.write("# changed\n")
        yield real("sets/small/set.yaml")
        out, err = watched.printed()
        assert "2 ideas:" in out
        assert "saved: sets/small/set.yaml" in err

    watched.over(changes())


def test_mistakes_are_told_and_the_watch_goes_on(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        watched.printed()
        Path("lifeline.toml").write_text("min-month = 3\n")
        yield real("lifeline.toml")
        assert "min-months" in watched.printed()[1]
        Path("lifeline.toml").unlink()
        Path("a.yaml").write_text("lifeline: 1\nidea: [")
        yield real("a.yaml")
        assert "a.yaml:2" in "".join(watched.printed())
        write("a.yaml", PASSES)
        yield real("a.yaml")
        assert "PASS" in watched.printed()[0]

    watched.over(changes())


def test_a_file_of_results_always_holds_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = Watched(capsys, "--format", "jsonl:out")

    def changes() -> Iterator[set[str]]:
        write("b.yaml", FAILS)
        yield real("b.yaml")
        assert len(Path("out").read_text().splitlines()) == 3

    watched.over(changes())


def test_a_file_of_results_holds_no_idea_that_is_gone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = Watched(capsys, "--format", "csv:out.csv")

    def changes() -> Iterator[set[str]]:
        watched.printed()
        Path("b.yaml").unlink()
        yield real("b.yaml")
        assert watched.printed() == ("", "\nlifeline: gone: b.yaml\n")
        paths = [line.partition(",")[0] for line in Path("out.csv").read_text().splitlines()[1:]]
        assert paths == ["./a.yaml", "./deep/c.yaml"]
        Path("a.yaml").unlink()
        Path("deep/c.yaml").unlink()
        yield real("a.yaml", "deep/c.yaml")
        assert "no idea file" in watched.printed()[1]
        write("b.yaml", PASSES)
        yield real("b.yaml")
        assert len(Path("out.csv").read_text().splitlines()) == 2, "the watch went on"

    assert watched.over(changes()) == 0


def test_ctrl_c_is_its_end(watched: Watched) -> None:
    def changes() -> Iterator[set[str]]:
        yield set()
        raise KeyboardInterrupt

    assert watched.over(changes()) == 0


@pytest.mark.parametrize("words", [["-"], ["--files-from", "-"]])
def test_stdin_is_not_watched(
    words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["score", "--watch", *words]) == 2
    assert "stdin does not change" in capsys.readouterr().err


def test_without_the_extra_it_is_told_how_to_get_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert command.main(["score", "--watch"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert watching.INSTALL in captured.err


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_on_a_real_disk(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    Path("lifeline.toml").write_text("min-months = 3\n")
    child = subprocess.Popen(
        [sys.executable, "-u", "-m", "lifeline", "score", "--watch", "deep"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None
    lines = iter(child.stdout.readline, "")
    guard = threading.Timer(60, child.kill)  # then the lines end, and what was waited for fails
    guard.start()
    try:
        assert any(WAITS in line for line in lines)
        write("deep/c.yaml", FAILS)
        assert any("saved: deep/c.yaml" in line for line in lines)
        assert any("Judged by" in line for line in lines)
        Path("lifeline.toml").write_text("min-months = 12\n")
        assert any("saved: lifeline.toml" in line for line in lines)
    finally:
        guard.cancel()
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)
    assert child.returncode == 0
