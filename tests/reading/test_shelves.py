"""Where rubric sets are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.reading import shelves
from lifeline.reading.shelves import SET_FILE, set_named, sets_on, shipped_sets


def add_set(folder: Path) -> str:
    folder.mkdir(parents=True)
    (folder / SET_FILE).touch()
    return str(folder)


def test_the_shipped_sets_lie_in_the_package_or_else_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "__file__", str(tmp_path / "lifeline/reading/shelves.py"))
    assert shipped_sets() == str(tmp_path / "rubrics")
    (tmp_path / "lifeline" / "rubrics").mkdir(parents=True)
    assert shipped_sets() == str(tmp_path / "lifeline" / "rubrics")


def test_on_a_shelf_are_the_folders_with_a_set_in_order(tmp_path: Path) -> None:
    found = [add_set(tmp_path / name) for name in ("b", "a", "c")]
    (tmp_path / "not-one").mkdir()
    (tmp_path / "text").touch()
    assert sets_on(str(tmp_path)) == sorted(found)
    assert sets_on(found[0]) == [found[0]], "a set is its own shelf"
    assert sets_on(str(tmp_path / "not-one")) == []
    with pytest.raises(FileNotFoundError):
        sets_on(str(tmp_path / "missing"))


def test_a_set_is_taken_from_the_first_shelf_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [add_set(tmp_path / path) for path in ("one/a", "two/a", "two/b")]
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    assert [set_named(name, [one, two]) for name in "abc"] == [found[0], found[2], None]
    assert set_named("a", [two, one]) == found[1]
    assert set_named("b", [found[0], found[2]]) == found[2], "a set is its own shelf"
    assert set_named("two", [two]) is None, "it is a shelf, and no set"
    monkeypatch.chdir(found[2])
    assert (set_named("b", ["."]), set_named("a", ["."])) == (".", None)
