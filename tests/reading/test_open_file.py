"""A file that somebody works on: when it is written, and what is kept about it elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifeline.errors import InvalidFile, LifelineError
from lifeline.reading.saving import open_file
from lifeline.reading.saving.disk import ChangedMeanwhile
from lifeline.reading.saving.open_file import OpenFile

FIRST, SECOND = b"lifeline: 1\nidea: A\n", b"lifeline: 1\nidea: B\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which the program keeps what is its own."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "product-lifeline"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ideas" / "idea.yaml"


def test_a_new_file_is_made_when_something_is_written(path: Path) -> None:
    file = OpenFile(str(path))
    assert (file.held, file.read()) == (None, b"")
    file.write(b"")
    assert not path.parent.exists()
    file.write(FIRST)
    assert path.read_bytes() == file.held == FIRST
    file.write(SECOND)
    assert path.read_bytes() == SECOND
    assert os.listdir(path.parent) == [path.name]


def test_a_file_of_the_working_folder_needs_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    OpenFile("idea.yaml").write(FIRST)
    assert (tmp_path / "idea.yaml").read_bytes() == FIRST


def test_what_the_file_holds_already_is_not_written_again(path: Path) -> None:
    OpenFile(str(path)).write(FIRST)
    before = path.stat().st_ino
    file = OpenFile(str(path))
    assert file.read() == file.held == FIRST
    file.write(FIRST)
    assert path.stat().st_ino == before


def test_what_another_program_wrote_stays_until_it_is_read(path: Path) -> None:
    file = OpenFile(str(path))
    file.write(FIRST)
    path.write_bytes(SECOND)
    with pytest.raises(ChangedMeanwhile):
        file.write(b"lifeline: 1\nidea: C\n")
    assert path.read_bytes() == SECOND
    assert file.read() == SECOND
    path.unlink()
    assert (file.read(), file.held) == (b"", None)
    file.write(FIRST)
    assert path.read_bytes() == FIRST


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as error:
        OpenFile(str(tmp_path))
    assert str(error.value) == f"{tmp_path}:1:1: cannot be read: Is a directory."
    assert error.value.path == str(tmp_path)
    assert error.value.problems[0].key == ""


def test_a_folder_that_cannot_be_made_is_told(path: Path) -> None:
    path.parent.write_bytes(b"no folder")
    inner = str(path.parent / "more" / "idea.yaml")
    file = OpenFile.__new__(OpenFile)  # reading it would fail before
    file.path, file.held = inner, None
    with pytest.raises(LifelineError) as error:
        file.write(FIRST)
    folder = os.path.dirname(inner)
    told = f"{inner}: cannot be saved: the folder {folder} cannot be made: Not a directory."
    assert str(error.value) == told


def test_what_is_kept_about_a_file_is_found_through_any_of_its_names(
    path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = OpenFile(str(path))
    file.write(FIRST)
    assert file.kept() is None
    file.keep({"at": "entry"})
    (path.parent / "link.yaml").symlink_to(path.name)
    monkeypatch.chdir(path.parent)
    for name in (str(path), "idea.yaml", "link.yaml"):
        assert OpenFile(name).kept() == {"at": "entry"}
    assert OpenFile("other.yaml").kept() is None
    assert path.read_bytes() == FIRST
    (kept,) = (state / "walks").iterdir()
    assert kept.suffix == ".json"


def test_a_name_that_is_no_text_keeps_something_too(path: Path) -> None:
    file = OpenFile(os.fsdecode(os.fsencode(path.with_name("id")) + b"\xff\xe9.yaml"))
    file.keep({"at": "entry"})
    assert file.kept() == {"at": "entry"}


def test_of_what_is_kept_no_more_is_read_than_the_program_keeps(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = OpenFile(str(path))
    file.keep({"at": "entry"})
    monkeypatch.setattr(open_file, "MOST_KEPT", 5)
    assert file.kept() is None
