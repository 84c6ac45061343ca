"""Appending to a ledger: nothing before is touched, nothing is lost, what fails leaves no trace."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.errors import UsageError
from lifeline.reading.ledger import appending
from lifeline.reading.ledger.appending import append, read_bytes
from lifeline.reading.ledger.lines import line_of, read_ledger
from tests.backtesting.ledger.entries import forecast, written
from tests.conftest import ROOT

OLD = written(forecast(), forecast(idea="dentist"))
NEW = line_of(forecast(idea="florist"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(OLD)
    return path


def put(path: Path, lines: bytes = NEW) -> None:
    append(str(path), lambda _: lines)


@given(st.binary(max_size=60) | st.sampled_from([OLD, OLD[:-1], OLD[:-9], OLD[:-1] + b"\r"]))
def test_what_stood_before_stays_byte_for_byte_and_the_new_line_is_read(old: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.jsonl")
        path.write_bytes(old)
        put(path)
        data = path.read_bytes()
    assert data.startswith(old)
    assert data.removeprefix(old) in (NEW, b"\n" + NEW)
    held = read_ledger(data)
    assert read_ledger(NEW).forecasts.items() <= held.forecasts.items()
    assert read_ledger(old).forecasts.items() <= held.forecasts.items()


def test_a_ledger_is_begun_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    with pytest.raises(UsageError, match="cannot be read: No such file or directory"):
        read_bytes(str(path))
    put(path)
    assert path.read_bytes() == NEW == read_bytes(str(path))
    umask = os.umask(0)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_what_is_appended_is_made_from_what_stands_there(file: Path) -> None:
    seen: list[bytes] = []
    append(str(file), lambda held: seen.append(held) or b"")  # type: ignore[func-returns-value]
    assert seen == [OLD]
    assert file.read_bytes() == OLD


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(file.name)
    put(link)
    assert link.is_symlink()
    assert file.read_bytes() == OLD + NEW


def test_permissions_stay(file: Path) -> None:
    file.chmod(0o640)
    put(file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(UsageError, match="cannot be written: it is not a file"):
            put(path)
        with pytest.raises(UsageError, match="cannot be read: it is not a file"):
            read_bytes(str(path))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: No such file or directory"):
        put(tmp_path / "none" / "ledger.jsonl")


def failing(error: int) -> Callable[..., Any]:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("step", ["open", "write", "fsync"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_whatever_fails_the_file_is_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: int
) -> None:
    monkeypatch.setattr(os, step, failing(error))
    with pytest.raises(UsageError, match=r"cannot be written: .* The file is as it was before\."):
        put(file)
    monkeypatch.undo()
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_ledger_that_could_not_be_begun_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(os, step, failing(errno.ENOSPC))
    told = "No space left on device. The file is as it was before.$"
    with pytest.raises(UsageError, match=told):
        put(tmp_path / "ledger.jsonl")
    monkeypatch.undo()
    assert not os.listdir(tmp_path)


def test_an_empty_ledger_is_still_there_where_nothing_could_be_appended(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"")
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    with pytest.raises(UsageError, match="The file is as it was before"):
        put(file)
    assert file.read_bytes() == b""


def test_an_interruption_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(file)
    assert file.read_bytes() == OLD


def test_who_waits_for_the_lock_can_be_interrupted(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(appending, "flock", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(file)
    assert file.read_bytes() == OLD


def test_what_is_written_in_part_is_taken_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    calls: list[int] = []

    def write(number: int, data: bytes) -> int:
        calls.append(number)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(number, data[:20])

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(UsageError, match="The file is as it was before"):
        put(file)
    assert file.read_bytes() == OLD


def test_what_another_program_wrote_meanwhile_is_not_taken_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sync(_number: int) -> None:
        with open(file, "ab") as stream:
            stream.write(b"other\n")
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(UsageError, match="Another program wrote to it just then: look whether"):
        put(file)
    assert file.read_bytes() == OLD + NEW + b"other\n"


def run(script: str, *words: str, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def test_a_full_disk_leaves_the_file_as_it_was(file: Path) -> None:
    script = (
        "import sys\n"
        "from lifeline.errors import UsageError\n"
        "from lifeline.reading.ledger.appending import append\n"
        "try: append(sys.argv[1], lambda _: b'x' * 100_000)\n"
        "except UsageError as error: print(error)\n"
    )
    most = len(OLD) + 9
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # noqa: E731
    told, _ = run(script, str(file), preexec_fn=limit).communicate(timeout=60)
    assert "ledger.jsonl: cannot be written: File too large. The file is as it was before." in told
    assert file.read_bytes() == OLD


MANY = """
import sys
from lifeline.reading.ledger.appending import append
from lifeline.reading.ledger.lines import line_of
from tests.backtesting.ledger.entries import forecast
for n in range(60):
    line = line_of(forecast(idea=f"{sys.argv[2]}-{n}", title="x" * 9000))
    append(sys.argv[1], lambda held: line)
"""


def test_programs_that_append_at_once_lose_nothing(file: Path) -> None:
    programs = [run(MANY, str(file), name) for name in "abcd"]
    for program in programs:
        _, told = program.communicate(timeout=60)
        assert (program.returncode, told) == (0, "")
    data = file.read_bytes()
    held = read_ledger(data)
    assert data.startswith(OLD)
    assert not held.problems
    assert len(held.forecasts) == 2 + 4 * 60
    assert b"\n\n" not in data


ONCE = """
import sys
from lifeline.reading.ledger.appending import append
append(sys.argv[1], lambda held: b"" if b"mine" in held else b"mine\\n")
"""


def test_who_comes_second_sees_what_the_first_appended(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    programs = [run(ONCE, str(path)) for _ in range(4)]
    for program in programs:
        _, told = program.communicate(timeout=60)
        assert (program.returncode, told) == (0, "")
    assert path.read_bytes() == b"mine\n"


def test_nobody_else_may_append_between_looking_and_writing(file: Path) -> None:
    def look(held: bytes) -> bytes:
        with open(file, "ab") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return NEW

    append(str(file), look)
    with open(file, "ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)  # it is free again
    assert file.read_bytes() == OLD + NEW


def test_what_somebody_appends_without_a_lock_is_not_written_over(file: Path) -> None:
    def look(held: bytes) -> bytes:
        with open(file, "ab") as other:
            other.write(b"other\n")
        return NEW

    append(str(file), look)
    assert file.read_bytes() == OLD + b"other\n" + NEW


def test_who_waited_for_a_file_that_was_taken_away_begins_another(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open
    opened: list[int] = []

    def open_(*args: Any) -> int:
        number = real(*args)
        if args[0] == str(file) and not opened:
            file.unlink()  # after it was opened
            opened.append(number)
        return number

    monkeypatch.setattr(os, "open", open_)
    put(file)
    assert file.read_bytes() == NEW


def test_where_nothing_can_be_locked_lines_are_appended_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lock in (failing(errno.ENOLCK), None):
        monkeypatch.setattr(appending, "flock", lock)
        before = file.read_bytes()
        put(file)
        assert file.read_bytes() == before + NEW


def test_a_ledger_of_endless_length_is_not_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appending, "LEDGER_BYTES", len(OLD) - 1)
    told = f"^lifeline: {file}: holds more than .* Begin another one: --file FILE$"
    with pytest.raises(UsageError, match=told):
        read_bytes(str(file))
    with pytest.raises(UsageError, match=told):
        put(file)
    assert file.read_bytes() == OLD


def test_a_ledger_is_never_filled_beyond_what_is_read_of_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(OLD[:-1])  # the line break that is missing needs room too
    monkeypatch.setattr(appending, "LEDGER_BYTES", len(OLD + NEW) - 1)
    told = f"^lifeline: {file}: would hold more .* no more is read of a ledger"
    with pytest.raises(UsageError, match=told):
        put(file)
    assert file.read_bytes() == OLD[:-1]
    monkeypatch.setattr(appending, "LEDGER_BYTES", len(OLD + NEW))
    put(file)
    assert read_bytes(str(file)) == OLD + NEW
