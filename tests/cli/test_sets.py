"""Which set judges: by name, by folder, of one's own, or brought by an installed package."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"
PATIENT = ROOT / "examples" / "rubrics" / "patient"
EMPTY = "lifeline: 1\nidea: Nothing is known\n"


@pytest.fixture
def idea(tmp_path: Path) -> Path:
    path = tmp_path / "idea.yaml"
    path.write_text(EMPTY, encoding="utf-8")
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "shelf" / "small")
    return tmp_path / "shelf"


def judged_by(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main(["score", *map(str, words), "--format", "json"]) in {0, 1, 3}
    name: str = json.loads(capsys.readouterr().out)["set"]["id"]
    return name


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main(["score", *map(str, words)]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    return err


def test_the_shipped_set_judges_unless_another_is_named(
    idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged_by(capsys, idea) == "ngc"
    assert judged_by(capsys, idea, "--set", "ngc") == "ngc"


def test_a_set_is_named_by_its_folder(idea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged_by(capsys, idea, "--set", PATIENT) == "patient"


def test_the_only_set_of_a_folder_is_meant(
    idea: Path, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = judged_by(capsys, idea, "--set", SMALL)
    assert judged_by(capsys, idea, "--rubrics", shelf) == small
    assert judged_by(capsys, idea, "--rubrics", shelf / "small") == small
    assert judged_by(capsys, idea, "--rubrics", shelf, "--set", "small") == small
    assert judged_by(capsys, idea, "--rubrics", shelf, "--set", "ngc") == "ngc"


def test_of_several_sets_one_has_to_be_named(
    idea: Path, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(PATIENT, shelf / "patient")
    assert "holds 2 sets: patient, small. Name one: --set." in refused(
        capsys, idea, "--rubrics", shelf
    )
    assert judged_by(capsys, idea, "--rubrics", shelf, "--set", "patient") == "patient"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--set", "ncg"), "'ncg' is not a rubric set, nor a folder of one. Expected 'ngc'."),
        (("--set", ROOT / "examples"), "holds no rubric set. Expected a file set.yaml in it."),
        (("--set", ROOT / "rubrics"), "Did you mean --rubrics"),
        (("--rubrics", ROOT / "docs"), "holds no rubric set. Expected a folder with a set.yaml."),
        (("--rubrics", "nowhere"), "nowhere: cannot be read: No such file or directory."),
        (("--lang", "tlh"), "'tlh' is not a language of this rubric set."),
    ],
)
def test_a_set_that_is_not_there_is_told(
    words: tuple[object, ...], told: str, idea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in refused(capsys, idea, *words)


def test_a_set_of_an_installed_package_is_found_and_none_of_its_code_is_run(
    idea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(SMALL, site / "advice" / "sets" / "gardens")
    trap = tmp_path / "was-run"
    (site / "advice" / "__init__.py").write_text(f"open({str(trap)!r}, 'w')", encoding="utf-8")
    info = site / "advice-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: advice\nVersion: 1.0\n", encoding="utf-8")
    entry = "[lifeline.rubrics]\ngardens = advice.sets.gardens\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    assert judged_by(capsys, idea, "--set", "gardens") == judged_by(capsys, idea, "--set", SMALL)
    assert not trap.exists()
    assert "advice" not in sys.modules


def test_new_and_explain_take_the_set_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    assert main(["new", str(path), "--set", str(PATIENT)]) == 0
    assert "  patient-owners: unknown\n" in path.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["explain", str(path), "owners-in-a-hurry", "--set", str(PATIENT)]) == 0
    assert "Those who gave you money want it back soon" in " ".join(capsys.readouterr().out.split())
