"""Hostile files as parts of a rubric set, or of a folder of cases, of somebody else's."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from lifeline.cli.main import main
from lifeline.compiling.store import build
from lifeline.errors import InvalidFiles, LifelineError
from lifeline.reading import folder as folders
from lifeline.reading import sets
from lifeline.reading.cases import read_cases
from lifeline.reading.sets import read_files
from tests.authored import dumped
from tests.hostile.corpus import ALL_READ, ALL_REFUSED, params
from tests.hostile.inert import check_inert
from tests.reading.small import FOLDER, small
from tests.reading.within import check_told
from tests.report.test_inert import ATTACKS

CASES = Path(__file__).parent.parent / "cases" / "small"
DATED = Path(__file__).parent.parent / "sets" / "dated"
"""A folder of cases, and the set that they were coded for."""

SAID = {*"title chosen coded name did event ask why because remedy says label".split()}
"""Keys whose values are any text."""

SECONDS = 5.0
"""Of computing time, on any machine."""


def check_raised(error: InvalidFiles, name: str, data: bytes, started: float) -> None:
    """Check that the file is among those told: others that need it may be too."""
    assert time.process_time() - started < SECONDS
    (file,) = (file for file in error.files if file.path.endswith(os.sep + name))
    check_told(data, file.problems)


@pytest.mark.parametrize("name", ["set.yaml", "product.yaml", "claims.yaml"])
@pytest.mark.parametrize("data", params(ALL_REFUSED | ALL_READ))
def test_a_hostile_part_of_a_set_is_told(name: str, data: bytes) -> None:
    started = time.process_time()
    with pytest.raises(InvalidFiles) as caught:
        build(FOLDER, {**read_files(FOLDER), name: data})
    check_raised(caught.value, name, data, started)


@pytest.mark.parametrize("name", ["cases.yaml", "fan.yaml", "outcomes/fan.yaml"])
@pytest.mark.parametrize("data", params(ALL_REFUSED | ALL_READ))
def test_a_hostile_case_is_told(name: str, data: bytes, tmp_path: Path) -> None:
    folder = shutil.copytree(CASES, tmp_path / "cases")
    (folder / name).write_bytes(data)
    started = time.process_time()
    with pytest.raises(InvalidFiles) as caught:
        read_cases(str(folder), small())
    check_raised(caught.value, name, data, started)


@pytest.mark.parametrize("name", ["cases.yaml", "fan.yaml", "set.yaml", "product.yaml", "x.yaml"])
def test_a_pipe_is_not_waited_for(name: str, tmp_path: Path) -> None:
    """Neither in a folder of cases nor in one of a set."""
    folder = shutil.copytree(CASES, tmp_path / "both")
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    for read in (lambda: read_files(str(folder)), lambda: read_cases(str(folder), small())):
        with pytest.raises(LifelineError, match=r"Not a file|cannot be read"):
            read()


def test_the_files_of_a_folder_are_limited_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, read in (
        (sets, lambda: read_files(FOLDER)),
        (folders, lambda: read_cases(str(CASES), small())),
    ):
        monkeypatch.setattr(module, "FOLDER_BYTES", 1_000)
        with pytest.raises(LifelineError, match="more than"):
            read()


def test_what_a_case_is_called_is_inert(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(CASES, tmp_path / "cases")
    (folder / "\n::error::x\x1b[2J.yaml").write_text("case-format: 1\n")
    assert main(["backtest", "--set", FOLDER, "--cases", str(folder)]) == 2
    check_inert(capsys.readouterr().err)


def saying(part: Any, words: str) -> Any:
    """Give a part of a file with other words for whatever it says."""
    if isinstance(part, list):
        return [saying(item, words) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: words if key in SAID and isinstance(value, str) else saying(value, words)
        for key, value in part.items()
    }


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_set_and_its_cases_say_is_inert(
    attack: str, format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = shutil.copytree(CASES, tmp_path / "cases")
    dated = shutil.copytree(DATED, tmp_path / "set")
    words = f"{ATTACKS[attack]} {ATTACKS[attack]}"
    for file in [*cases.rglob("*.yaml"), *dated.glob("*.yaml")]:
        file.write_bytes(dumped(saying(yaml.load(file.read_bytes(), yaml.BaseLoader), words)))
    run = ["backtest", "--set", str(dated), "--cases", str(cases), "--format", format_]
    code = main(run)
    captured = capsys.readouterr()
    check_inert(captured.out)
    check_inert(captured.err)
    assert code == (2 if attack == "places to fill" else 0), "nothing else is amiss"
    if format_ == "json" and code == 0:
        assert ATTACKS[attack] in json.loads(captured.out)["sample"]["title"]
