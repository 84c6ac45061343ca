"""What ideas have to meet, as flags ask for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"
DAY = ["--as-of", "2023-06-01"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def gates(
    capsys: pytest.CaptureFixture[str], name: str, *words: str
) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """Give the exit code, the gate of the run, and what each part of it came to."""
    code = main(["score", str(EXAMPLES / f"{name}.yaml"), *DAY, *words, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    (idea,) = found["ideas"]
    return code, found["gate"], {part["part"]: part["verdict"] for part in idea["gates"]}


@pytest.mark.parametrize(
    ("words", "code", "part", "verdict"),
    [
        ([], 0, "months", "pass"),
        (["--min-months", "12"], 1, "months", "fail"),
        (["--min-months", "12", "--clock", "necessity"], 0, "months/necessity", "pass"),
        (["--min-months", "12", "--clock", "advantage"], 1, "months/advantage", "fail"),
        (["--min-score", "lifeline=10"], 0, "score/lifeline", "pass"),
        (["--min-score", "lifeline=99"], 1, "score/lifeline", "fail"),
        (["--fail-on", "warning"], 3, "findings", "unclear"),
        (["--max-open", "0"], 3, "open", "unclear"),
        (["--max-open", "99"], 0, "open", "pass"),
        (["--max-age", "1"], 3, "age", "unclear"),
        (["--max-age", "9999"], 0, "age", "pass"),
    ],
)
def test_each_flag_is_a_part_of_the_gate(
    words: list[str], code: int, part: str, verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    came_to, _, parts = gates(capsys, "langchain", *words)
    assert (came_to, parts[part]) == (code, verdict)


def test_findings_can_be_left_out_of_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    _, gate, parts = gates(capsys, "langchain", "--fail-on", "none")
    assert gate["fail_on"] == "none"
    assert "findings" not in parts


def test_the_gate_of_the_run_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    words = "--min-months 3 --clock advantage --min-score lifeline=1 --min-score own-model=2"
    words += " --fail-on warning --max-open 4 --max-age 5"
    _, gate, _ = gates(capsys, "langchain", *words.split())
    assert gate == {
        "min_months": 3,
        "clock": "advantage",
        "min_score": {"lifeline": 1, "own-model": 2},
        "fail_on": "warning",
        "max_open": 4,
        "max_age": 5,
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--min-months", "13"], "argument --min-months: 13 does not fit. Expected a whole number"),
        (["--min-months", "-1"], "argument --min-months: "),
        (
            ["--fail-on", "blockers"],
            "none. Did you mean 'blocker'? See 'lifeline",
        ),
        (["--clock", "need"], "argument --clock: 'need' is not a clock. Expected one of: both"),
        (["--min-score", "lifeline"], "argument --min-score: 'lifeline' does not fit."),
        (["--min-score", "=3"], "argument --min-score: '=3' does not fit."),
        (["--min-score", "lifeline=1e3"], "Expected RUBRIC=N with a number from 0 to 100"),
        (["--min-score", "lifline=3"], "lifeline: --min-score: 'lifline' is not a rubric of ngc."),
        (["--min-score", "lifline=3"], "Did you mean 'lifeline'?"),
        (["--min-score", "investor-fit=3"], "'investor-fit' has no score. Rubrics with a score:"),
    ],
)
def test_what_cannot_be_asked_for_is_told(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", str(EXAMPLES), *words]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lifeline: 1\nidea: Nothing is known\n", 0),
        ("lifeline: 1\nidea: [\n", 2),
    ],
)
def test_exit_zero_forgives_what_an_idea_comes_to_and_no_invalid_file(
    text: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "idea.yaml").write_text(text)
    failing = str(EXAMPLES / "jasper.yaml")
    assert main(["score", "idea.yaml", failing, "--exit-zero"]) == code
    assert main(["score", "idea.yaml", "--exit-zero"]) == code
    assert main(["score", "idea.yaml", failing]) == (code or 1)


def test_the_interview_looks_at_the_gate_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def effects(*words: str) -> set[str]:
        name = str(EXAMPLES / "open-questions.yaml")
        main(["score", name, "--ask", "--format", "json", *words])
        (idea,) = json.loads(capsys.readouterr().out)["ideas"]
        return {question["effect"] for question in idea["interview"]["questions"]}

    assert "verdict" in effects() | effects("--min-months", "6")
    assert "verdict" not in effects("--min-months", "0", "--fail-on", "none")
