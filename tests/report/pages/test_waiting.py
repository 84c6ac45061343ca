"""Sections that wait: in their order, and where there is no room for them, with a word."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from lifeline.errors import UsageError
from lifeline.report.pages import waiting
from lifeline.report.pages.waiting import WaitingRoom

FULL = Path("/dev/full")


@pytest.mark.parametrize("most", [1, 10, 1000])
def test_what_waits_comes_out_in_its_order(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "IN_MEMORY", most)
    parts = [f"{number}\n" for number in range(100)]
    stream = io.StringIO()
    with WaitingRoom() as room:
        for part in parts:
            room.add(part)
        room.empty_into(stream)
    assert stream.getvalue() == "".join(parts)
    assert room.spool.closed


def test_of_a_room_that_nobody_holds_nothing_stays_open() -> None:
    room = WaitingRoom()
    spool = room.spool
    del room
    assert spool.closed


@pytest.mark.skipif(not FULL.is_char_device(), reason="needs a device that is full")
def test_what_finds_no_room_at_the_very_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has its last part in a buffer, and says so of it only then; closing it fails too."""

    def full(*_: object, **__: object) -> Any:
        return FULL.open("w+", encoding="ascii")

    monkeypatch.setattr(waiting, "SpooledTemporaryFile", full)
    stream = io.StringIO()
    told = r"temporary files cannot be written: No space .* TMPDIR"
    with pytest.raises(UsageError, match=told), WaitingRoom() as room:
        room.add("a section")
        room.empty_into(stream)
    assert room.spool.closed
    assert stream.getvalue() == ""


def test_a_folder_that_is_full_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with WaitingRoom() as room:
        monkeypatch.setattr(room.spool, "write", fail)
        with pytest.raises(UsageError, match="temporary files cannot be written: No space"):
            room.add("a section")
