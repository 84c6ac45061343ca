"""The interface as tests start it: on a fixed day, in a folder of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lifeline.compiling.market import load_market
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)

Begin = Callable[..., LifelineApp]

MOMENT = 1 / 250
"""Seconds after which Textual looks again whether all keys are dealt with; of its own it waits for
five times as long, twice after each key."""


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait as long as there is something to do, and not much longer; draw as soon as there is."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", MOMENT)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", MOMENT / 20)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", MOMENT)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder; what is remembered between runs is beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture(scope="session")
def assessor(ngc: CompiledSet) -> Assessor:
    """Give what judges by the shipped set and the shipped record of the market."""
    loaded = Assessor(ngc, load_market())
    gc.freeze()  # the set is large, and is there for all tests: do not look through it again
    return loaded


@pytest.fixture
def begin(folder: Path, assessor: Assessor) -> Begin:
    """Give what begins an app at an idea file, new, or with the text of an example."""

    def begun(
        example: str = "", *, text: str = "", quick: bool = False, express: bool = False
    ) -> LifelineApp:
        path = folder / "idea.yaml"
        if example:
            text = (ROOT / f"examples/ideas/{example}.yaml").read_text(encoding="utf-8")
        if text:
            path.write_text(text, encoding="utf-8")
        return LifelineApp(assessor, TODAY, "idea.yaml", quick=quick, express=express)

    return begun
