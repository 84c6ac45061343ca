"""``lifeline score`` as its users run it."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"
PASSES = {
    "assistant": "more-than-ability",
    "next-model": "improves",
    "place": "own",
    "need": "often",
}
FAILS = {"assistant": "enough", "payers": "nobody", "assets": []}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, answers in (("good", PASSES), ("bad", FAILS), ("open", {})):
        (tmp_path / f"{name}.yaml").write_bytes(idea_file(answers))
    return tmp_path


def score(*words: object) -> int:
    return main(["score", *map(str, words)])


def results(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good"], 0),
        (["bad"], 1),
        (["open"], 3),
        (["good", "open"], 3),
        (["open", "bad"], 1),
        (["good", "bad", "open", "broken"], 2),
        (["missing"], 2),
    ],
)
def test_the_exit_code_is_the_worst_that_occurred(
    folder: Path, names: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.yaml").write_text("lifeline: 1\nidea: x\nanswers: [")
    assert score(*(folder / f"{name}.yaml" for name in names)) == code
    capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "months", "ends", "cause", "verdict"),
    [
        ("chatpdf", 3, "advantage", "absorption", "fail"),
        ("slide-maker", 3, "advantage", "absorption", "fail"),
        ("jasper", 3, "necessity", "absorption", "fail"),
        ("langchain", 6, "advantage", "model-progress", "pass"),
        ("hugging-face", 12, None, None, "pass"),
    ],
)
def test_the_article_s_examples_come_out_as_the_article_has_them(
    name: str,
    months: int,
    ends: str | None,
    cause: str | None,
    verdict: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    score("--format", "json", EXAMPLES / f"{name}.yaml")
    (idea,) = results(capsys)["ideas"]
    lifeline = idea["lifeline"]
    assert lifeline["months"] == {"low": months, "high": months}
    assert (lifeline["ends"], lifeline["cause"], idea["verdict"]) == (ends, cause, verdict)
    assert lifeline["certain"]


def test_where_most_is_unknown_the_range_is_wide_and_nothing_passes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert score("--format", "json", EXAMPLES / "open-questions.yaml") == 3
    (idea,) = results(capsys)["ideas"]
    assert idea["lifeline"]["months"] == {"low": 3, "high": 12}
    assert idea["deciding"]


def test_a_changed_answer_changes_the_months_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (EXAMPLES / "hugging-face.yaml").read_text()
    changed = tmp_path / "hugging-face.yaml"
    changed.write_text(re.sub(r"(assistant:.*\s+answer:) \S+", r"\1 enough", text))
    assert changed.read_text() != text
    assert score(changed) == 0
    assert "lifeline/good-enough-without-us" in capsys.readouterr().out


def test_a_folder_is_searched_and_what_is_no_idea_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "deep.yml").write_bytes(idea_file(PASSES))
    (folder / "compose.yaml").write_text("services: {}\n")
    assert score("--format", "json", folder) == 1
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    names = [Path(idea["path"]).name for idea in found["ideas"]]
    assert names == ["bad.yaml", "good.yaml", "deep.yml", "open.yaml"]
    assert "1 other YAML file is not judged" in captured.err
    assert "compose.yaml" in captured.err


def test_a_folder_without_ideas_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(tmp_path) == 2
    assert "no idea file" in capsys.readouterr().err


def test_the_order_of_paths_changes_no_byte(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sorted(folder.iterdir())
    score("--format", "jsonl", *paths)
    forward = capsys.readouterr().out
    score("--format", "jsonl", *reversed(paths), paths[0])
    assert capsys.readouterr().out == forward


def test_an_idea_can_come_through_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(idea_file(PASSES))))
    assert score("--format", "json", "-") == 0
    assert results(capsys)["ideas"][0]["path"] == "<stdin>"


def test_of_what_comes_through_stdin_commands_name_the_file_by_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(idea_file({}))))
    assert score("-") == 3
    told = " ".join(capsys.readouterr().out.split())
    assert "lifeline walk FILE (" in told
    assert "lifeline score --full FILE" in told


def test_answers_to_what_is_not_asked_are_not_among_those_that_need_evidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "used.yaml"
    path.write_bytes(idea_file({**PASSES, "used": "yes", "launch": 1.5}))
    score(path)
    told = " ".join(capsys.readouterr().out.split())
    assert "of 5 answers rest on too little evidence" in told


def test_an_invalid_file_is_told_with_its_place_and_the_others_are_still_judged(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.yaml").write_text(
        "lifeline: 1\nidea: x\nassessed: 2023-01-01\nanswers:\n  entry: anounced\n"
    )
    assert score("--format", "json", folder) == 2
    captured = capsys.readouterr()
    assert "broken.yaml:5:10: answers.entry: 'anounced'" in captured.err
    assert "Did you mean 'announced'?" in captured.err
    ideas = {Path(idea["path"]).stem: idea for idea in json.loads(captured.out)["ideas"]}
    assert ideas["broken"]["verdict"] == "invalid"
    assert ideas["broken"]["errors"][0]["line"] == 5
    assert ideas["good"]["verdict"] == "pass"


def test_strict_lets_doubted_answers_stand_for_worse(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(folder / "good.yaml") == 0
    assert score("--strict", folder / "good.yaml") == 3
    capsys.readouterr()


def test_the_day_one_looks_ages_evidence_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for day in ("2023-06-30", "2026-01-01"):
        score("--format", "json", "--as-of", day, EXAMPLES / "jasper.yaml")
        found.append(results(capsys)["ideas"][0])
    then, now = found
    assert then["lifeline"] == now["lifeline"]
    stale = [f for f in now["findings"] if f["rule"] == "evidence/stale"]
    assert stale
    assert now["as_of"] == "2026-01-01"


def test_what_the_record_of_the_market_says_is_told_and_doubts_under_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    more = {"capabilities": ["file-chat"], "assessed": "2023-03-31"}
    path.write_bytes(idea_file({"entry": "not-yet"}, **more))
    for strict in (), ("--strict",):
        score(*strict, "--as-of", "2023-12-31", "--format", "json", path)
        (found,) = results(capsys)["ideas"]
        rules = {finding["rule"] for finding in found["findings"]}
        assert {"market/rosier", "market/since", "set/out-of-date"} <= rules
        assert ("lifeline/entry" in found["open"]) == bool(strict)


def test_several_formats_go_to_several_places_in_one_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out.json"
    assert score("--format", "text", "--format", f"json:{out}", folder / "bad.yaml") == 1
    assert "FAIL" in capsys.readouterr().out
    assert json.loads(out.read_text())["summary"]["fail"] == 1
    assert sorted(path.name for path in folder.iterdir() if "out" in path.name) == ["out.json"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--format", "jsn", "x"], "no format"),
        (["--format", "json:", "x"], "no format"),
        (["--as-of", "22.11.2026", "x"], "not a date"),
        (["--strickt", "x"], "unknown: --strickt"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(*words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert "lifeline score --help" in err


def test_two_formats_cannot_go_to_one_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score("--format", "json", "--format", "text", folder) == 2
    assert "two formats" in capsys.readouterr().err
    one, other = folder / "out", folder / "." / ".." / folder.name / "out"
    assert score("--format", f"json:{one}", "--format", f"text:{other}", folder) == 2
    assert "two formats" in capsys.readouterr().err
    assert not one.exists()


def test_a_link_stays_a_link_and_a_pipe_a_pipe(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link, real = folder / "link.json", folder / "real.json"
    link.symlink_to(real)
    assert score("--format", f"json:{link}", folder / "good.yaml") == 0
    assert link.is_symlink()
    assert json.loads(real.read_text())["summary"]["pass"] == 1
    assert score("--format", "json:/dev/null", folder / "good.yaml") == 0
    assert Path("/dev/null").is_char_device()


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taken").mkdir()
    for target in (folder / "nowhere" / "x.json", folder / "taken"):
        assert score("--format", f"json:{target}", folder / "good.yaml") == 2
        assert "cannot be written" in capsys.readouterr().err
    assert not [path for path in folder.iterdir() if path.name.startswith("taken.")]
