"""``lifeline explain`` as its users run it, and what it imports."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.model.compiled import CompiledSet
from lifeline.report.explanation import lay_out
from lifeline.report.terminal import Terminal
from tests.authored import idea_file
from tests.cli.test_main import HEAVY
from tests.conftest import ROOT
from tests.insight.test_explaining import KEYS, QUESTION_KEYS

PARTLY_OPEN = ROOT / "examples" / "ideas" / "open-questions.yaml"


@pytest.fixture
def idea(tmp_path: Path) -> Path:
    """Give an idea of which everything is open: it can be explained by any set."""
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({}))
    return path


def run(*words: object) -> int:
    return main(["explain", *map(str, words)])


def found_in(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_everything_that_takes_months_is_explained(
    idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("An idea: ")
    assert "takes 9 months" in captured.out
    assert captured.err == ""


def test_it_prints_json_with_the_keys_that_are_documented(
    idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea, "--format", "json", "--as-of", "2024-02-29") == 0
    text = capsys.readouterr().out
    assert text.isascii(), "any stream can take it"
    found = json.loads(text)
    assert list(found) == KEYS
    assert (found["path"], found["as_of"], found["subject"]) == (str(idea), "2024-02-29", None)


def test_every_rule_protection_and_question_can_be_explained(
    ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    for id_ in (*ngc["texts"]["reasons"], *ngc["ids"]):
        assert run(PARTLY_OPEN, id_.rpartition("/")[2], "--format", "json") == 0
        found = found_in(capsys)
        assert found["subject"] == id_
        assert [entry["id"] for entry in found["entries"]] == [id_]
        lines = lay_out(found, Terminal(io.StringIO()))
        assert all(len(line) <= 80 or "https://" in line for line in lines)


def test_a_question_shows_the_months_of_each_answer(
    idea: Path, ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea, ngc["ids"][0], "--format", "json") == 0
    (entry,) = found_in(capsys)["entries"]
    assert list(entry) == QUESTION_KEYS
    assert entry["months_by_answer"]


def test_an_unknown_subject_is_refused_with_what_was_perhaps_meant(
    idea: Path, ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    name = ngc["deciding"]["questions"][0]["id"]
    assert run(idea, f"{name}x") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"lifeline: '{name}x' is no rule, protection or question of ngc. Did you mean '{name}'?\n"
    )


def test_strict_explains_the_strict_result(
    tmp_path: Path, ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    backed = (q for q in ngc["deciding"]["questions"] if q["evidence"] and q["kind"] == "choice")
    question = next(backed)
    best, *_ = question["choices"]
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({question["id"]: best}))
    run(path, question["id"], "--strict", "--format", "json")
    found = found_in(capsys)
    (entry,) = found["entries"]
    (given,) = [row for row in entry["months_by_answer"] if row["given"]]
    assert given["months"] == found["lifeline"]["months"]
    main(["score", "--strict", "--format", "json", str(path)])
    (scored,) = found_in(capsys)["ideas"]
    assert found["lifeline"] == scored["lifeline"]


def test_an_idea_can_come_through_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(idea_file({}))))
    assert run("-", "--format", "json") == 0
    assert found_in(capsys)["path"] == "<stdin>"


def test_a_name_in_any_script_reaches_any_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "idea.yaml", tmp_path / "out.json"
    path.write_bytes(idea_file({}, idea="妙鸭 🦆"))
    assert run(path, "--format", "json", "-o", out) == 0
    assert json.loads(out.read_text())["idea"] == "妙鸭 🦆"
    for format_ in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "lifeline", "explain", str(path), "--format", format_],
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_it_writes_to_a_file(idea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(idea)
    printed = capsys.readouterr().out
    out = idea.parent / "out.txt"
    out.write_text("before")
    assert run(idea, "-o", out) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == printed
    assert sorted(idea.parent.iterdir()) == [idea, out]


def test_a_wrong_subject_leaves_the_file_as_it_was(idea: Path) -> None:
    out = idea.parent / "out.txt"
    out.write_text("before")
    assert run(idea, "no-such-thing", "-o", out) == 2
    assert out.read_text() == "before"
    assert sorted(idea.parent.iterdir()) == [idea, out]


@pytest.mark.parametrize("name", ["missing.yaml", ""])
def test_a_file_that_cannot_be_read_is_told_in_a_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / name) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "cannot be read" in captured.err
    assert len(captured.err.splitlines()) == 1


def test_an_invalid_file_is_told_everything_that_is_wrong_with_it_and_cannot_repaint_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_text('lifeline: 1\nida: x\n"\\e[31mred\\x07": y\n')
    assert run(path) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{path}:2:1: ida:" in captured.err
    assert not set(captured.err) & set("\x1b\x07")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "the following arguments are required: IDEA"),
        (["x", "--as-of", "yesterday"], "not a date"),
        (["x", "--format", "jsonl"], "invalid choice: 'jsonl'"),
        (["x", "y", "z"], "unknown: z"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert "lifeline explain --help" in err


def loaded(words: list[str], cache: Path) -> set[str]:
    code = (
        "import sys; from lifeline.cli.main import main;"
        f"main({words!r}); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
    )
    return set(done.stderr.split())


@pytest.mark.lean
def test_explaining_with_a_known_set_is_lean(idea: Path, tmp_path: Path) -> None:
    words = ["explain", str(idea), "nothing-protects"]
    loaded(words, tmp_path)
    found = loaded(words, tmp_path)
    assert "lifeline.insight.explaining" in found
    assert not found & HEAVY


@pytest.mark.lean
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["backtest", "--help"]])
def test_help_waits_for_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    found = loaded(words, tmp_path)
    assert "lifeline.cli.backtest" in found
    assert not found & HEAVY


def test_a_question_is_explained_with_what_the_record_of_the_market_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({}, capabilities=["file-chat"], assessed="2023-03-31"))
    assert run(path, "entry", "--format", "json") == 0
    (entry,) = found_in(capsys)["entries"]
    assert (entry["record"]["day"], entry["record"]["suggests"]) == ("2023-03-31", "announced")
    assert run(path, "entry") == 0
    assert "The record of the market on 31 March 2023 suggests" in capsys.readouterr().out
