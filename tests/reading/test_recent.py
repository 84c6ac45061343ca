"""The files that somebody worked on lately."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lifeline.reading.saving.recent import MOST, forget, recent, remember


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file in which they are kept."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "product-lifeline" / "recent.json"


def names() -> list[str]:
    return [Path(path).name for path in recent()]


def test_the_last_one_comes_first_and_each_stands_once(tmp_path: Path) -> None:
    assert recent() == []
    for name in ("a.yaml", "b.yaml", "a.yaml", str(tmp_path / "b.yaml")):
        remember(name)
    assert recent() == [str(tmp_path / "b.yaml"), str(tmp_path / "a.yaml")]


def test_one_is_taken_off_by_any_of_its_names(tmp_path: Path) -> None:
    for name in "abc":
        remember(name)
    forget(str(tmp_path / "b"))
    forget("a")
    assert names() == ["c"]


def test_only_so_many_are_kept(kept: Path) -> None:
    for number in range(MOST + 1):
        remember(str(number))
    assert names() == [str(number) for number in range(MOST, 0, -1)]
    assert len(json.loads(kept.read_bytes())) == MOST


@pytest.mark.parametrize(
    ("held", "found"), [("{}", []), ('"/a"', []), ('[1, null, "/a"]', ["/a"]), ("[", [])]
)
def test_of_what_was_not_written_by_us_paths_are_taken(
    held: str, found: list[str], kept: Path
) -> None:
    kept.parent.mkdir()
    kept.write_text(held)
    assert recent() == found


def test_no_more_is_read_than_the_program_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    remember("a.yaml")
    monkeypatch.setattr("lifeline.reading.saving.recent.MOST_BYTES", 5)
    assert recent() == []
