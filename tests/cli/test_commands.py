"""The commands that are proposed: copied as they stand, they go on with the set that was chosen."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"
FOLDER = "my sets/small"
WORDS = f"--set {shlex.quote(FOLDER)}"

UNANSWERED = "lifeline: 1\nidea: Club\nassessed: 2026-11-01\n"
ANSWERED = f"{UNANSWERED}answers: {{entry: announced}}\n"

PROPOSING = {
    "score idea.yaml other.yaml": "lifeline score FILE",
    "score idea.yaml --ask": "'lifeline new",
    "score empty.yaml --format markdown --min-months 12": "lifeline walk empty.yaml",
    "report empty.yaml": "lifeline walk empty.yaml",
    "report empty.yaml --format markdown": "lifeline walk empty.yaml",
    "report idea.yaml other.yaml": "lifeline compare",
    "ledger add empty.yaml": "lifeline walk empty.yaml",
    "baseline write idea.yaml": "lifeline baseline check idea.yaml",
    "rubric show --format markdown": "lifeline rubric show",
    "new new.yaml": "lifeline score new.yaml",
    "form -o form.html": "lifeline score FILE",
}
"""What is run, and how a command begins that it proposes."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SMALL, tmp_path / FOLDER)
    for name, text in (("idea", ANSWERED), ("other", ANSWERED), ("empty", UNANSWERED)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Give all that a verb says, on one line."""
    main([*words])
    told = capsys.readouterr()
    page = f"{told.out} {told.err}".replace("&#39;", "'").replace("\\", "")
    return " ".join(page.split())


@pytest.mark.parametrize(("run", "command"), PROPOSING.items())
def test_a_command_that_is_proposed_names_the_set_of_this_one(
    run: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, *run.split(), "--set", FOLDER)
    assert re.search(f"{re.escape(command)}[^:,;]*{re.escape(WORDS)}", told), told


@pytest.mark.parametrize(("run", "command"), PROPOSING.items())
def test_what_a_variable_or_a_configuration_settles_is_not_said_again(
    here: Path,
    run: str,
    command: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (here / "lifeline.toml").write_text(f'set = "{FOLDER}"\n', encoding="utf-8")
    configured = said(capsys, *run.split())
    for file in (*here.glob("*.toml"), *here.glob("new.yaml"), *here.glob("lifeline-*")):
        file.unlink()
    monkeypatch.setenv("LIFELINE_SET", FOLDER)
    varied = said(capsys, *run.split())
    assert command in configured
    assert command in varied
    assert "--set " not in configured + varied


def test_a_shelf_is_named_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "score", "idea.yaml", "other.yaml", "--rubrics", str(here / "my sets"))
    assert f"lifeline score FILE --rubrics {shlex.quote(str(here / 'my sets'))}" in told


def test_no_forecast_of_nothing_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare one.yaml").write_text("lifeline: 1\nidea: Club\n", encoding="utf-8")
    told = said(capsys, "ledger", "add", "bare one.yaml", "--set", FOLDER)
    assert told.endswith(f"Answer the questions first: lifeline walk 'bare one.yaml' {WORDS}")
