"""``lifeline backtest`` as its users run it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from lifeline.backtesting.recording import file_text
from lifeline.cli import backtest as verb
from lifeline.cli import results
from lifeline.cli.main import main
from lifeline.compiling.store import load_set
from lifeline.reading.sets import HISTORY_FILE
from tests.backtesting.dated import CASES, FOLDER
from tests.backtesting.test_backtest import KEYS
from tests.conftest import GOLDENS


def run(*words: object) -> int:
    return main(["backtest", *map(str, words)])


def run_small(*words: object) -> int:
    return run("--set", FOLDER, "--cases", CASES, *words)


@pytest.fixture
def own_set(tmp_path: Path) -> Path:
    """Give a copy of the set without its history."""
    folder = tmp_path / "own"
    shutil.copytree(FOLDER, folder)
    (folder / HISTORY_FILE).unlink()
    return folder


def test_the_shipped_set_is_tested_on_the_shipped_cases(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["set"]["id"] == "ngc"
    assert found["sample"]["cases"] == len(found["cases"]) > 40


def test_it_prints_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_small() == 0
    captured = capsys.readouterr()
    assert captured.out == (GOLDENS / "backtest" / "small.txt").read_text(encoding="utf-8")
    assert captured.err == ""


def test_it_prints_json_with_the_keys_that_are_documented(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_small("--format", "json") == 0
    text = capsys.readouterr().out
    assert text.isascii(), "any stream can take it"
    found = json.loads(text)
    assert list(found) == KEYS
    assert list(found["figures"]["horizons"]) == ["3", "6", "12"]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_it_writes_to_a_file_what_it_would_print(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_small("--format", format_)
    printed = capsys.readouterr().out
    out = tmp_path / "out"
    assert run_small("--format", format_, "-o", out) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == printed
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.txt"
    out.write_text("before")

    def half(stream: Any, *_: object) -> None:
        stream.write("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(results, "_write", half)
    with pytest.raises(KeyboardInterrupt):
        run_small("-o", out)
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").mkdir()
    for target in (tmp_path / "nowhere" / "x.json", tmp_path / "taken"):
        assert run_small("-o", target) == 2
        err = capsys.readouterr().err
        assert "cannot be written" in err
        assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a disk that is full")
def test_a_full_disk_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_small("-o", "/dev/full") == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("/dev/full: cannot be written: No space left on device. ")
    assert Path("/dev/full").is_char_device()


def test_what_was_found_is_kept_beside_the_set_and_told_by_it(
    own_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load_set(str(own_set))["texts"]["history"] is None
    assert run("--set", own_set, "--cases", CASES, "--record", "--format", "json") == 0
    captured = capsys.readouterr()
    kept = own_set / HISTORY_FILE
    assert captured.err == f"What was found is kept in {kept}.\n"
    assert kept.read_text(encoding="utf-8") == file_text(json.loads(captured.out)["history"])
    assert load_set(str(own_set))["texts"]["history"]["cases"] == 6
    assert sorted(path.name for path in own_set.iterdir()) == sorted(
        path.name for path in FOLDER.iterdir()
    )


def test_recording_twice_changes_nothing(own_set: Path) -> None:
    words = ("--set", own_set, "--cases", CASES, "--record", "-o", os.devnull)
    run(*words)
    before = (own_set / HISTORY_FILE).read_bytes()
    assert run(*words) == 0
    assert (own_set / HISTORY_FILE).read_bytes() == before


def test_without_being_asked_nothing_is_kept(own_set: Path) -> None:
    assert run("--set", own_set, "--cases", CASES, "-o", os.devnull) == 0
    assert not (own_set / HISTORY_FILE).exists()


@pytest.mark.parametrize("ending", ["", "/", "/../own"])
def test_the_installed_set_is_not_changed(
    ending: str,
    own_set: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(verb, "packaged_sets", lambda: str(own_set.parent))
    assert run("--set", f"{own_set}{ending}", "--cases", CASES, "--record") == 2
    err = capsys.readouterr().err
    assert err == "lifeline: the installed set cannot be changed. Name your own: --set.\n"
    assert not (own_set / HISTORY_FILE).exists()


def test_a_history_that_cannot_be_written_is_told_and_the_old_one_stays(
    own_set: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load_set(str(own_set))  # keeping the compiled set moves a file too
    before = sorted(own_set.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert run("--set", own_set, "--cases", CASES, "--record") == 2
    captured = capsys.readouterr()
    assert f"{HISTORY_FILE}: cannot be written: No space left on device." in captured.err
    assert captured.out == ""
    assert sorted(own_set.iterdir()) == before


def nothing(folder: Path) -> None:
    shutil.rmtree(folder)


def no_cases(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        path.unlink()


def only_a_head(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        if path.name != "cases.yaml":
            path.unlink()


def no_outcomes(folder: Path) -> None:
    shutil.rmtree(folder / "outcomes")


def unreadable(folder: Path) -> None:
    (folder / "fan.yaml").unlink()
    (folder / "fan.yaml").mkdir()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (nothing, "no such folder"),
        (no_cases, "holds no cases"),
        (only_a_head, "holds no cases"),
        (no_outcomes, "outcomes: no such folder"),
        (unreadable, "fan.yaml: cannot be read: Is a directory"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_in_a_line(
    spoil: Any, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cases"
    shutil.copytree(CASES, folder)
    spoil(folder)
    assert run("--set", FOLDER, "--cases", folder) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert expected in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_mistake_in_a_case_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cases"
    shutil.copytree(CASES, folder)
    case = folder / "fan.yaml"
    case.write_text(case.read_text().replace("vantage: 2020-04", 'vantage: "\\e[31mApril"'))
    outcome = folder / "outcomes" / "dial.yaml"
    outcome.write_text(outcome.read_text().replace("months: 9", "months: 8"))
    assert run("--set", FOLDER, "--cases", folder) == 2
    err = capsys.readouterr().err
    assert f"{case}:5:1: vantage: is not a month." in err
    assert f"{outcome}:3:1: months: 8 is not the time from 2020-06 to 2021-03." in err
    assert "\x1b" not in err


def test_a_set_that_asks_other_questions_needs_products_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--set", FOLDER) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "lifeline: dated asks other questions than the set that the shipped products were judged"
        " by. Test it on products of your own: --cases FOLDER.\n"
    )


def test_what_a_set_that_asks_the_same_cannot_read_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CASES, tmp_path / "cases")
    (tmp_path / "dated").symlink_to(FOLDER)
    case = next(path for path in (tmp_path / "cases").glob("*.yaml") if path.stem != "cases")
    case.write_text("case-format: 2\n", encoding="utf-8")
    for name, value in (("shipped_sets", tmp_path), ("shipped_set", tmp_path / "dated")):
        monkeypatch.setattr(verb, name, lambda value=value: str(value))
    assert run("--set", FOLDER) == 2
    assert f"{case}:1:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--format", "yaml"], "invalid choice: 'yaml'"),
        (["--sets", "x"], "unknown: --sets x"),
        (["extra"], "unknown: extra"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert "lifeline backtest --help" in err
