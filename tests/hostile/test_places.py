"""What only looks like a file, what cannot be read, and names that mean harm."""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from lifeline.cli.main import main

if not hasattr(os, "mkfifo"):
    pytest.skip("needs pipes with names", allow_module_level=True)
from tests.hostile.inert import check_inert

GOOD = "lifeline: 1\nidea: A good one\n"
BAD = "lifeline: 1\nidea: A bad one\nanswers: [\n"

NAMES = [
    "a\n::error file=x::pwned.yaml",
    "::error::x.yaml",
    "  ::stop-commands::x.yaml",
    "##[add-mask]a.yaml",
    "a\x1b[2J\x1b]0;title\x07.yaml",
    "a\r\x9b31m.yaml",
    "\u202egood\u2066.yaml",
    "a\udcff\udcfe.yaml",
    "<b>|[red]a*.yaml",
    "-.yaml",
    "--format.yaml",
    " .yaml",
    "x" * 250 + ".yaml",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a good file, which is the current one."""
    monkeypatch.chdir(tmp_path)
    Path("good.yaml").write_text(GOOD)
    return tmp_path


def score(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, list[str]], str]:
    """Give the exit code, what is wrong with each file, and what was said."""
    code = main(["score", "--format", "jsonl", *words])
    captured = capsys.readouterr()
    ideas = map(json.loads, captured.out.splitlines())
    told = {idea["path"]: [error["message"] for error in idea["errors"]] for idea in ideas}
    return code, told, captured.err


def make_special(name: str) -> None:
    """Make a pipe, a socket, or a link to a device."""
    if name.startswith("pipe"):
        os.mkfifo(name)
    elif name.startswith("socket"):
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(name)
    else:
        Path(name).symlink_to("/dev/zero")


SPECIAL = ["device.yaml", "pipe.yaml", "socket.yaml"]


def test_what_is_no_file_is_passed_over_in_a_folder_with_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SPECIAL:
        make_special(name)
    code, told, err = score(capsys, ".")
    assert (code, told) == (3, {"./good.yaml": []})
    assert err == (
        "2 special files are not judged, as pipes, devices and sockets are read only when named:"
        " ./pipe.yaml, ./socket.yaml\n"
        "1 link is not judged, as links are followed only to files inside the folder that was"
        " named: ./device.yaml\n"
    )


def test_a_pipe_that_is_named_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_special("pipe.yaml")
    feeder = Thread(target=lambda: Path("pipe.yaml").write_text(GOOD))
    feeder.start()
    assert score(capsys, "pipe.yaml")[:2] == (3, {"pipe.yaml": []})
    feeder.join()


@pytest.mark.parametrize(
    ("name", "message"),
    [("device.yaml", "is larger than 1,000,000 bytes"), ("socket.yaml", "cannot be read: ")],
)
def test_a_device_or_a_socket_that_is_named_is_told(
    folder: Path, name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_special(name)
    code, told, _ = score(capsys, name, "good.yaml")
    assert code == 2
    assert told["good.yaml"] == []
    assert told[name][0].startswith(message)


def test_a_folder_named_like_an_idea_file_is_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("inner.yaml").mkdir()
    Path("inner.yaml", "deep.yaml").write_text(GOOD)
    assert score(capsys, ".")[:2] == (3, {"./good.yaml": [], "./inner.yaml/deep.yaml": []})
    assert score(capsys, "inner.yaml")[:2] == (3, {"inner.yaml/deep.yaml": []})


def test_links_that_lead_in_circles_are_passed_over_in_a_folder_with_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("self.yaml").symlink_to("self.yaml")
    Path("up").symlink_to(".")
    Path("folder.yaml").symlink_to(".")
    code, told, err = score(capsys, ".")
    assert (code, told) == (3, {"./good.yaml": []})
    assert err.startswith("1 link is not judged")
    assert err.endswith(": ./self.yaml\n")


def test_a_link_that_leads_in_a_circle_is_told_where_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("self.yaml").symlink_to("self.yaml")
    code, told, _ = score(capsys, "self.yaml")
    assert code == 2
    assert told["self.yaml"][0].startswith("cannot be read: Too many levels")


@contextmanager
def nested(depth: int) -> Iterator[None]:
    """Make folders inside each other with a good file in the last; what cleans up is too shy."""
    inner = os.open(".", os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("a", dir_fd=inner)
        inner = moved(inner, "a")
    with open("deep.yaml", "w", opener=lambda *to: os.open(*to, dir_fd=inner)) as file:
        file.write(GOOD)
    try:
        yield
    finally:
        os.unlink("deep.yaml", dir_fd=inner)
        for _ in range(depth):
            inner = moved(inner, "..")
            os.rmdir("a", dir_fd=inner)
        os.close(inner)


def moved(folder: int, to: str) -> int:
    """Open another folder from an open one, and close that."""
    found = os.open(to, os.O_RDONLY, dir_fd=folder)
    os.close(folder)
    return found


def test_folders_inside_each_other_are_searched_however_deep(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Deeper than Python may call itself, and not too deep for a path."""
    with nested(1200):
        code, told, _ = score(capsys, ".")
    assert code == 3
    assert len(told) == 2


def test_a_folder_that_cannot_be_searched_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also the administrator's."""
    Path("broken").mkdir()
    Path("broken", "inner.yaml").write_text(GOOD)
    real = os.scandir

    def fail(path: str) -> Any:
        if path.endswith("broken"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return real(path)

    monkeypatch.setattr(os, "scandir", fail)
    code, told, _ = score(capsys, ".")
    assert code == 2
    assert told.keys() == {"./good.yaml", "./broken"}
    assert told["./broken"][0].startswith("cannot be read: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_what_may_not_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("locked", "names-only"):
        Path(name).mkdir()
        Path(name, "inner.yaml").write_text(GOOD)
    Path("secret.yaml").write_text(GOOD)
    Path("locked").chmod(0)
    Path("names-only").chmod(stat.S_IRUSR)
    Path("secret.yaml").chmod(0)
    code, told, _ = score(capsys, ".")
    named, told_of_named, _ = score(capsys, "locked")
    for name in ("locked", "names-only"):
        Path(name).chmod(stat.S_IRWXU)
    denied = ["cannot be read: Permission denied."]
    hidden = ("./locked", "./names-only/inner.yaml", "./secret.yaml")
    assert (code, told) == (2, {"./good.yaml": [], **dict.fromkeys(hidden, denied)})
    assert (named, told_of_named) == (2, {"locked": denied})


@pytest.mark.parametrize("text", [GOOD, BAD, "no: idea\n"], ids=["good", "bad", "other"])
@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_whatever_a_file_is_called_it_is_inert(
    folder: Path, name: str, format_: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text)
    assert main(["score", "--format", format_, "."]) == (2 if text == BAD else 3)
    captured = capsys.readouterr()
    check_inert(captured.out)
    check_inert(captured.err)
    if format_ == "json":
        ideas = json.loads(captured.out)["ideas"]
        assert len(ideas) == (1 if text.startswith("no") else 2)
        captured.out.encode()  # no half of a sign is left
        for idea in ideas:
            idea["path"].encode()


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("verb", ["score", "explain"])
def test_whatever_is_named_and_missing_is_inert(
    folder: Path, verb: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, f"./{name}"]) == 2
    assert name.startswith("-") or main([verb, name]) == 2
    assert main([name]) == 2
    captured = capsys.readouterr()
    check_inert(captured.out)
    check_inert(captured.err)
