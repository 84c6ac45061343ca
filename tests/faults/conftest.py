"""What tests of faults share: an idea to lose, and folders of the platform's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.model.compiled import CompiledSet
from tests.faults.command import EXAMPLES


@pytest.fixture(autouse=True)
def kept_set(ngc: CompiledSet) -> None:
    """Let the cache hold the set, so that a run is quick."""


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what walks remember away from whoever runs the tests."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def idea(tmp_path: Path) -> Path:
    """An idea file in a folder of its own."""
    folder = tmp_path / "ideas"
    folder.mkdir()
    file = folder / "jasper.yaml"
    file.write_bytes((EXAMPLES / "jasper.yaml").read_bytes())
    return file
