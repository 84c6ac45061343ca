"""Folders full of attacks, made once and looked at in many ways."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from tests.escapes import material
from tests.escapes.command import run
from tests.escapes.ways import SET_UP

Folder = Callable[[str], Path]


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory, own_cache: None) -> Folder:
    """Give the folder all of whose texts are one, and make it where it is not there."""
    made: dict[str, Path] = {}

    def folder(text: str) -> Path:
        if text not in made:
            made[text] = tmp_path_factory.mktemp("hostile")
            material.write_folder(made[text], text)
            os.chdir(made[text])
            for words in SET_UP:
                assert run(*words).code in {0, 1}
        return made[text]

    return folder


@pytest.fixture
def as_in_github(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test run as a step of GitHub's does, and come back from where it went."""
    here = Path.cwd()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    yield
    os.chdir(here)


@pytest.fixture
def stand_in(folder_of: Folder, monkeypatch: pytest.MonkeyPatch, as_in_github: None) -> Folder:
    """Give what goes to the folder of a text until the test is over, and names it.

    The record of the market holds the text, too.
    """

    def standing(text: str) -> Path:
        market = material.market(text)
        monkeypatch.setattr("lifeline.cli.sets.load_market", lambda: market)
        folder = folder_of(text)
        os.chdir(folder)
        return folder

    return standing


@pytest.fixture(scope="package", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """Keep what jinja2 makes of a template: pages are written a thousand times here."""
    compiled: dict[str, Any] = {}
    compile_anew = jinja2.Environment.compile

    def compile_once(environment: jinja2.Environment, source: str, *how: Any) -> Any:
        if source not in compiled:
            compiled[source] = compile_anew(environment, source, *how)
        return compiled[source]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        yield
