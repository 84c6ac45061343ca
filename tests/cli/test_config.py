"""``lifeline config`` as its users run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.configuration.settings import TABLE
from lifeline.cli.main import main
from tests.conftest import ROOT

TOML = """\
# what we ask of ideas
min-months = 6
min-score = {lifeline = 40}
format = ["text", "json:all.json"]
paths = ["ideas"]

[parameters]
frontier-training-cost = 5e8

[[overrides]]
paths = ["ideas/batch-1/**", "drafts"]
min-months = 12
strict = true
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ideas" / "batch-1").mkdir(parents=True)
    (tmp_path / "ideas" / "batch-1" / "idea.yaml").touch()
    (tmp_path / "lifeline.toml").write_text(TOML)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["config", *words, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def settings(found: dict[str, Any]) -> dict[str, tuple[Any, str]]:
    return {each["setting"]: (each["value"], each["where"]) for each in found["settings"]}


def test_each_setting_is_shown_with_where_it_comes_from(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIFELINE_MAX_AGE", "30")
    monkeypatch.setenv("LIFELINE_FORMAT", "sarif:a.sarif,text")
    found = shown(capsys, "ideas")
    by_key = settings(found)
    assert list(by_key) == [setting.key for setting in TABLE]
    assert by_key["min-months"] == (6, "lifeline.toml:2")
    assert by_key["min-score"] == ({"lifeline": 40}, "lifeline.toml:3")
    assert by_key["format"] == (["sarif:a.sarif", "text"], "LIFELINE_FORMAT")
    assert by_key["max-age"] == (30, "LIFELINE_MAX_AGE")
    assert by_key["fail-on"] == ("blocker", "the set ngc")
    assert by_key["clock"] == ("both", "default")
    assert by_key["paths"] == (["ideas"], "lifeline.toml:5")
    assert by_key["parameters"] == ({"frontier-training-cost": 5e8}, "lifeline.toml:7")
    assert found["overrides"] == []


def test_overrides_that_are_about_the_file_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ("ideas/batch-1/idea.yaml", "ideas/batch-1"):
        found = shown(capsys, path)
        paths = ["ideas/batch-1/**", "drafts"]
        assert found["overrides"] == [{"number": 1, "line": 10, "paths": paths}]
        assert settings(found)["min-months"] == (12, "lifeline.toml:12")
        assert settings(found)["strict"] == (True, "lifeline.toml:13")


def test_the_only_set_on_a_shelf_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "shelf").mkdir()
    (project / "shelf" / "small").symlink_to(ROOT / "tests" / "sets" / "small")
    (project / "lifeline.toml").write_text('rubrics = "shelf"')
    found = shown(capsys)
    assert settings(found)["set"][0] == found["set"] != "ngc"


@pytest.mark.parametrize(
    ("name", "path"), [("override", "ideas/batch-1/idea.yaml"), ("elsewhere", "own"), ("none", ".")]
)
def test_as_people_see_it(
    name: str,
    path: str,
    project: Path,
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (project / "own").mkdir()
    (project / "own" / "lifeline.toml").write_text('lang = "zh"\nfail-on = "none"\n')
    if name == "none":
        (project / "lifeline.toml").unlink()
        monkeypatch.setenv("LIFELINE_SINCE", "main")
    assert main(["config", path]) == 0
    golden(f"config/{name}.txt", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        (["nowhere"], "", "lifeline: nowhere: there is no such file or folder."),
        (["--config", "x", "--no-config"], "", "not allowed with argument --config"),
        ([], "min-month = 3", "lifeline.toml:1:1: 'min-month' is not a setting."),
        ([], "min-score = {fine = 3}", "lifeline.toml:1: min-score: 'fine' is not a rubric"),
        ([], "[parameters]\nfine = 3", "lifeline.toml:1: parameters: 'fine' is not a market param"),
    ],
)
def test_what_cannot_be_shown_is_told(
    words: list[str], text: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "lifeline.toml").write_text(text)
    assert main(["config", *words]) == 2
    assert told in capsys.readouterr().err


def test_what_a_file_holds_does_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "lifeline.toml").write_text(
        'exclude = ["\\u001b[31m::error::x", "##[error]"]\n'
        '[[overrides]]\npaths = ["**", "\\u001b]0;x\\u0007"]\n'
    )
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "##[" not in out


def test_of_overrides_also_what_may_be_in_any_folder_is_looked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    overrides = '[[overrides]]\npaths = ["**/draft-*", "ideas/**/*.yaml", "ideas/*/*.yml"]\n'
    (project / "lifeline.toml").write_text(f"{overrides}min-months = 3\n")
    assert main(["config"]) == 0
    why = "is about no file: nothing that is there matches it, counted from the folder of"
    assert capsys.readouterr().err.splitlines() == [
        f"lifeline.toml:2: overrides.paths: '{pattern}' {why} lifeline.toml."
        for pattern in ("**/draft-*", "ideas/*/*.yml")
    ]
