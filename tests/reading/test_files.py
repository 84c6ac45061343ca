"""Bytes of files, and what is no file. How much of one is read at most is in ``test_limits``."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from lifeline.reading.files import CHUNK, read_found, read_part

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")


@pytest.mark.parametrize("most", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1, 4 * CHUNK])
def test_as_many_bytes_are_read_as_are_asked_for(most: int, tmp_path: Path) -> None:
    data = os.urandom(3 * CHUNK)
    file = tmp_path / "x.yaml"
    file.write_bytes(data)
    assert read_found(str(file), most) == data[:most]


@needs_pipes
def test_a_part_of_a_set_that_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    pipe = str(tmp_path / "pipe.yaml")
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Not a file") as caught:
        read_part(pipe)
    told = caught.value.errno, caught.value.strerror, caught.value.filename
    assert told == (errno.EINVAL, "Not a file", pipe)
    with pytest.raises(IsADirectoryError, match=os.strerror(errno.EISDIR)) as caught:
        read_part(str(tmp_path))
    assert (caught.value.errno, caught.value.filename) == (errno.EISDIR, str(tmp_path))


@needs_pipes
def test_what_becomes_a_pipe_after_it_was_looked_at_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = str(tmp_path / "x.yaml")
    os.mkfifo(pipe)
    monkeypatch.setattr(stat, "S_ISREG", lambda _: True)
    reading = Thread(target=read_found, args=[pipe], daemon=True)
    reading.start()
    reading.join(10)
    assert not reading.is_alive()
