"""Where formats go: several in one run, the summary of a step, readers that leave."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.report import FORMATS
from tests.authored import idea_file
from tests.conftest import ROOT

IDEA = ROOT / "examples" / "ideas" / "jasper.yaml"
SMALL = str(ROOT / "tests" / "sets" / "small")


def score(*words: object) -> int:
    return main(["score", *map(str, words)])


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run as GitHub Actions does; give the file that it collects the summary of a step in."""
    path = tmp_path / "summary.md"
    path.write_text("before", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_many_formats_come_of_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [name for name in FORMATS if name not in {"auto", "text"}]
    words = [f"--format={name}:{tmp_path / name}" for name in names]
    assert score("--format=text", *words, IDEA) == 1
    assert "FAIL" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert json.loads((tmp_path / "sarif").read_text())["version"] == "2.1.0"


def test_the_summary_of_a_step_is_added_to(
    summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    score("--format", f"markdown:{summary}", IDEA)
    assert summary.read_text(encoding="utf-8").startswith("before\n## How long each idea lasts\n")
    assert capsys.readouterr().out == ""


def test_another_file_is_written_anew(
    summary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.md"
    other.write_text("before", encoding="utf-8")
    score("--format", f"markdown:{other}", IDEA)
    assert other.read_text(encoding="utf-8").startswith("## How long")


def test_auto_annotates_and_adds_to_the_summary(
    summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score("--format", "auto", IDEA) == 1
    out = capsys.readouterr().out
    assert out.startswith("Jasper\nFAIL:")
    assert "\n::error file=" in out
    assert "## How long each idea lasts" in summary.read_text(encoding="utf-8")


def test_auto_adds_to_the_summary_once(summary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    score("--format", "auto", "--format", f"markdown:{summary}", IDEA)
    assert summary.read_text(encoding="utf-8").count("## How long") == 1


def test_auto_is_text_elsewhere(
    summary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    score("--format", "auto", IDEA)
    out = capsys.readouterr().out
    score(IDEA)
    assert capsys.readouterr().out == out
    assert summary.read_text(encoding="utf-8") == "before"


def test_auto_tells_what_is_wrong_with_a_file_once(
    tmp_path: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("lifeline: 1\nidea: [", encoding="utf-8")
    assert score("--format", "auto", broken) == 2
    captured = capsys.readouterr()
    assert "INVALID" in captured.out
    assert captured.err == ""


def test_auto_takes_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert score("--format", "auto:x.txt", IDEA) == 2
    assert "finds out where it writes" in capsys.readouterr().err


def test_a_summary_that_cannot_be_written_is_told_before_anything_is_judged(
    summary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    assert score("--format", "auto", IDEA) == 2
    captured = capsys.readouterr()
    assert "cannot be written" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("buffered", ["", "-u"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_reader_that_leaves_early_is_no_fault_in_any_format(name: str, buffered: str) -> None:
    score = f"{sys.executable} {buffered} -m lifeline score --format {name} {IDEA}"
    command_line = f"unset PYTHONUNBUFFERED; {score} | true; exit ${{PIPESTATUS[0]}}"
    found = subprocess.run(
        ["bash", "-c", command_line], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (found.returncode, found.stderr) == (1, "")


@pytest.mark.parametrize(
    "words",
    [
        ["score", "idea.yaml", "--format", "html:idea.yaml"],
        ["explain", "idea.yaml", "-o", "idea.yaml"],
        ["report", "idea.yaml", "-o", "link.yaml"],
        ["badge", "idea.yaml", "-o", "idea.yaml"],
        ["form", "-o", "idea.yaml"],
    ],
)
def test_a_result_is_never_written_over_answers(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("idea.yaml").write_bytes(idea_file({"entry": "nobody"}))
    Path("link.yaml").symlink_to("idea.yaml")
    assert main(words) == 2
    assert "is an idea file, and its answers would be lost" in capsys.readouterr().err
    assert Path("idea.yaml").read_bytes() == idea_file({"entry": "nobody"})


OURS = {
    "accepted.yaml": b"# About it.\nbaseline: 1\nset: ngc\n",
    "lifeline-baseline.yaml": b"<<<<<<< ours\n",
    "forecasts.jsonl": b'{"ledger": 1, "kind": "forecast"}\n',
    "lifeline-ledger.jsonl": b"",
    "lifeline.toml": b"min-months = 3\n",
    "pyproject.toml": b"[tool.lifeline]\n",
    "other.toml": b"min-months = 3\n",
    "set.yaml": b"# About it.\n\nset-format: 1\nset: shop\n",
    "first.yml": b"rubric-format: 1\n",
    "case.yaml": b"case-format: 1\n",
    "history.yaml": b"history-format: 1\n",
}
"""What lifeline keeps or reads besides idea files."""


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize(
    "words",
    [
        "score idea.yaml --format json:{}",
        "score idea.yaml --format text:link",
        "explain idea.yaml -o {}",
        "form -o {}",
        "config --no-config -o {}",
        "rubric test SMALL --format junit -o {}",
    ],
)
def test_a_result_is_never_written_over_what_lifeline_keeps_or_reads(
    words: str,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("idea.yaml").write_bytes(idea_file({"entry": "nobody"}))
    Path(name).write_bytes(OURS[name])
    Path("link").symlink_to(name)
    monkeypatch.setenv("LIFELINE_NO_CONFIG", "1")
    assert main(words.format(name).replace("SMALL", SMALL).split()) == 2
    told = capsys.readouterr().err
    assert "would be lost. Nothing was written: name another file." in told
    assert Path(name).read_bytes() == OURS[name]


@pytest.mark.parametrize("name", ["lifeline-baseline.yaml", "lifeline-ledger.jsonl"])
def test_no_result_takes_a_name_under_which_lifeline_keeps_something(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("idea.yaml").write_bytes(idea_file({"entry": "nobody"}))
    assert main(["score", "idea.yaml", "--format", f"json:{name}"]) == 2
    assert not Path(name).exists()


def test_no_result_goes_through_a_link_that_is_called_as_what_lifeline_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shared").write_text("min-months = 3\n", encoding="utf-8")
    Path("lifeline.toml").symlink_to("shared")
    assert main(["config", "-o", "lifeline.toml"]) == 2
    assert Path("shared").read_text(encoding="utf-8") == "min-months = 3\n"


def test_a_result_of_before_is_replaced_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("idea.yaml").write_bytes(idea_file({"entry": "nobody"}))
    for format_ in ("text", "json", "jsonl"):
        for _ in range(2):
            main(["score", "idea.yaml", "--format", f"{format_}:out.yaml"])
    assert Path("out.yaml").read_bytes().startswith(b"{")
