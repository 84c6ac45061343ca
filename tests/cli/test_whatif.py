"""``lifeline whatif`` as its users run it, and what it imports."""

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
from tests.authored import idea_file
from tests.cli.test_main import EXAMPLES, HEAVY

KEYS = ["format", "path", "id", "idea", "assessed", "as_of", "strict", "set", "today", "tried"]
KEYS += ["search"]


@pytest.fixture
def idea(tmp_path: Path) -> Path:
    """Give an idea of which everything is open: every set can judge it."""
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({}))
    return path


def run(*words: object) -> int:
    return main(["whatif", *map(str, words)])


def found_in(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_every_example_can_be_asked(
    path: Path, strict: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, *strict) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "What is wanted:" in captured.out
    assert max(map(len, captured.out.splitlines())) <= 80


def test_it_prints_json_with_the_keys_that_are_documented(
    idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea, "--format", "json", "--as-of", "2024-02-29", "--target", "6") == 0
    text = capsys.readouterr().out
    assert text.isascii(), "any stream can take it"
    found = json.loads(text)
    assert list(found) == KEYS
    assert (found["path"], found["as_of"], found["tried"]) == (str(idea), "2024-02-29", None)
    assert found["search"]["target"] == {"kind": "months", "at_least": 6}
    assert found["search"]["plans"]


def test_its_result_is_the_same_each_time(idea: Path) -> None:
    words = [sys.executable, "-m", "lifeline", "whatif", str(idea), "--format", "json"]
    texts = {
        subprocess.run(
            words, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(texts) == 1


def test_an_answer_is_tried_by_hand_and_nothing_else_is_looked_for(
    idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea, "--try", "used=yes", "--try", "payers=individuals", "--format", "json") == 0
    found = found_in(capsys)
    assert [step["question"] for step in found["tried"]["steps"]] == [
        "lifeline/used",
        "lifeline/payers",
    ]
    assert found["search"] is None
    assert run(idea, "--try", "used=yes", "--target", "12", "--format", "json") == 0
    assert found_in(capsys)["search"]["plans"]


def test_what_is_tried_is_what_the_file_would_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    answers = {"assistant": "more-than-ability", "need": "often"}
    path.write_bytes(idea_file(answers))
    run(path, "--try", "used=no", "--try", "launch=3|9", "--format", "json")
    gives = found_in(capsys)["tried"]["gives"]
    path.write_bytes(idea_file({**answers, "used": False, "launch": {"between": [3, 9]}}))
    main(["score", "--format", "json", str(path)])
    (scored,) = found_in(capsys)["ideas"]
    assert (gives["months"], gives["verdict"]) == (scored["lifeline"]["months"], scored["verdict"])


def test_all_plans_are_shown_on_request(idea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(idea)
    some = capsys.readouterr().out
    run(idea, "--all")
    every = capsys.readouterr().out
    assert some.count("\nPlan ") == 3
    assert every.count("\nPlan ") > 3


def test_an_idea_can_come_through_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(idea_file({}))))
    assert run("-", "--format", "json") == 0
    assert found_in(capsys)["path"] == "<stdin>"


def test_it_writes_to_a_file(idea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(idea)
    printed = capsys.readouterr().out
    out = idea.parent / "out.txt"
    assert run(idea, "-o", out) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == printed


def test_it_speaks_another_language(idea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(idea, "--lang", "zh") == 0
    assert "通用助手" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "the following arguments are required: IDEA"),
        (["x", "--target", "9"], "invalid choice: 9"),
        (["x", "--verdict", "fail"], "invalid choice: 'fail'"),
        (["x", "--target", "6", "--verdict", "pass"], "not allowed with argument --target"),
        (["x", "y"], "unknown: y"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert "lifeline whatif --help" in err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--try", "payers=fw"], "Did you mean 'few'?"),
        (["--try", "payrs=few"], "Did you mean 'payers'?"),
        (["--try", "payers"], "Expected QUESTION=ANSWER"),
        (["--score", "lifelin=50"], "Did you mean 'lifeline'?"),
        (["--score", "lifeline"], "whole number from 1 to 100"),
    ],
)
def test_what_means_nothing_is_refused_with_what_was_perhaps_meant(
    words: list[str], expected: str, idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(idea, *words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert expected in captured.err
    assert len(captured.err.splitlines()) == 1


def test_an_invalid_file_is_told_everything_that_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_text('lifeline: 1\nida: x\n"\\e[31mred\\x07": y\n')
    assert run(path) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{path}:2:1: ida:" in captured.err
    assert not set(captured.err) & set("\x1b\x07")


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
def test_asking_with_a_known_set_is_lean(idea: Path, tmp_path: Path) -> None:
    loaded(["whatif", str(idea)], tmp_path)
    found = loaded(["whatif", str(idea)], tmp_path)
    assert "lifeline.insight.whatif.asking" in found
    assert not found & HEAVY


@pytest.mark.lean
def test_help_waits_for_nothing_heavy(tmp_path: Path) -> None:
    found = loaded(["whatif", "--help"], tmp_path)
    assert "lifeline.insight.whatif.asking" not in found
    assert not found & HEAVY


def test_the_gate_of_a_configuration_is_the_one_to_reach(
    idea: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(idea.parent)
    passed = {"kind": "verdict", "verdict": "pass"}
    for more, target in (("", {"kind": "months", "at_least": 12}), ("max-open = 0\n", passed)):
        Path("lifeline.toml").write_text(f"min-months = 3\n{more}", encoding="utf-8")
        assert run(idea, "--format", "json") == 0
        assert found_in(capsys)["search"]["target"] == target
    assert run(idea, "--verdict", "pass", "--format", "json") == 0
    held = [each["id"] for each in found_in(capsys)["search"]["held"]]
    assert "open" in held
    run(idea, "--verdict", "pass")
    assert "lifeline explain" not in capsys.readouterr().out
