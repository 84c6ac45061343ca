"""Which configuration counts for a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.cli.configuration import nearest
from lifeline.cli.configuration.nearest import Configurations


def values(configurations: Configurations, folder: Path) -> object:
    found = configurations.nearest(str(folder))
    return found and found.values.get("min-months")


def test_the_nearest_one_counts_and_nothing_of_those_above_it(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "lifeline.toml").write_text("min-months = 3\nlang = 'zh'")
    assert values(Configurations(), inner) == 3
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.lifeline]\nmin-months = 6")
    assert values(Configurations(), inner) == 6
    (tmp_path / "a" / "lifeline.toml").write_text("min-months = 0")
    found = Configurations().nearest(str(inner))
    assert found is not None
    assert found.values == {"min-months": 0}
    assert values(Configurations(), tmp_path) == 3
    assert values(Configurations(none=True), inner) is None


def test_a_pyproject_of_others_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "lifeline.toml").write_text("min-months = 3")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n")
    assert values(Configurations(), tmp_path / "a") == 3


def test_a_link_to_a_folder_counts_where_it_is_named(tmp_path: Path) -> None:
    for name, months in (("real", 3), ("other", 6)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lifeline.toml").write_text(f"min-months = {months}")
    (tmp_path / "other" / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "deep").mkdir()
    assert values(Configurations(), tmp_path / "other" / "link") == 3
    (tmp_path / "real" / "lifeline.toml").unlink()
    assert values(Configurations(), tmp_path / "other" / "link" / "deep") == 6


def test_each_folder_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    lying_in = nearest._lying_in

    def counted(folder: str) -> object:
        looked.append(folder)
        return lying_in(folder)

    monkeypatch.setattr(nearest, "_lying_in", counted)
    (tmp_path / "lifeline.toml").touch()
    folders = [tmp_path / "x" / str(number) for number in range(10)]
    configurations = Configurations()
    for folder in folders * 100:
        configurations.nearest(str(folder))
    assert len(looked) == len(set(looked)) == 12
    assert str(tmp_path) in looked


def test_no_folder_is_too_deep(tmp_path: Path) -> None:
    (tmp_path / "lifeline.toml").write_text("min-months = 3")
    assert values(Configurations(), tmp_path.joinpath(*["d"] * 3000)) == 3
