"""Whether a file was changed by somebody else, and in which lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifeline.reading.saving.open_file import OpenFile
from lifeline.tui.watch import MOST_LINES, Watch, difference


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    path = tmp_path / "idea.yaml"
    path.write_bytes(b"one\n")
    return OpenFile(str(path))


def test_a_file_as_it_was_read_is_not_changed(file: OpenFile) -> None:
    watch = Watch()
    assert not watch.finds_change(file)
    os.utime(file.path, ns=(1, 1))
    assert not watch.finds_change(file), "touched is not changed"


def test_a_change_is_told_once_until_the_next_one(file: OpenFile) -> None:
    watch = Watch()
    Path(file.path).write_bytes(b"other\n")
    assert watch.finds_change(file)
    assert not watch.finds_change(file)
    Path(file.path).unlink()
    assert watch.finds_change(file)
    assert not watch.finds_change(file)


def test_a_file_that_somebody_else_begins_is_a_change(tmp_path: Path) -> None:
    file, watch = OpenFile(str(tmp_path / "new.yaml")), Watch()
    assert not watch.finds_change(file)
    Path(file.path).write_bytes(b"theirs\n")
    assert watch.finds_change(file)


def test_only_lines_that_differ_are_shown_each_with_where_it_stands() -> None:
    assert difference(b"a\nb\nc\n", b"a\nx\nc\nd\n") == ["here: b", "disk: x", "disk: d"]
    assert difference(b"a\n", b"a\n") == []


def test_a_long_difference_is_cut_and_says_so() -> None:
    lines = difference(b"", b"x\n" * (MOST_LINES + 5))
    assert lines[-1] == "and 5 more lines"
    assert len(lines) == MOST_LINES + 1


def test_bytes_that_are_no_text_can_be_shown() -> None:
    assert difference(b"", b"\xff\n") == ["disk: \ufffd"]
