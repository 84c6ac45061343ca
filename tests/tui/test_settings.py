"""What is remembered of a person, whatever has become of the file it is in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.tui.settings import Settings, settings_kept, settings_path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def test_settings_are_found_again(tmp_path: Path) -> None:
    path = str(tmp_path / "deep" / "interface.json")
    settings = Settings(theme="dracula", language="zh", mouse=False, path=path)
    settings.keep()
    assert settings_kept(path) == settings
    assert list((tmp_path / "deep").iterdir()) == [Path(path)]


@given(st.binary(max_size=40) | JSON.map(lambda held: json.dumps(held).encode()))
def test_a_damaged_file_counts_as_nothing_said(
    tmp_path_factory: pytest.TempPathFactory, held: bytes
) -> None:
    path = tmp_path_factory.mktemp("settings") / "interface.json"
    path.write_bytes(held)
    found = settings_kept(str(path))
    assert isinstance(found.theme, str)
    assert isinstance(found.mouse, bool)


def test_of_a_wrong_kind_only_that_one_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "interface.json"
    path.write_text('{"theme": 3, "mouse": false, "path": "/elsewhere"}', encoding="ascii")
    assert settings_kept(str(path)) == Settings(mouse=False, path=str(path))


def test_where_they_cannot_be_kept_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="ascii")
    Settings(path=str(tmp_path / "file" / "interface.json")).keep()
    Settings().keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_without_an_absolute_folder_nothing_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    monkeypatch.chdir(tmp_path)
    Settings(path=settings_path(), mouse=False).keep()
    assert settings_kept(settings_path()).mouse
    assert list(tmp_path.iterdir()) == []
