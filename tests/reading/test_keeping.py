"""What the program keeps for itself: where, for whom, and what a fault does (nothing)."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from lifeline.reading.drafting import draft_of
from lifeline.reading.keeping import keep, keep_plain, kept_plain, platform_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_kept_is_given_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "kept.json"
    keep_plain(str(path), {"theme": "nord", "name": "\u00e9"})
    assert kept_plain(str(path), 1_000) == {"theme": "nord", "name": "\u00e9"}
    assert [other.name for other in path.parent.iterdir()] == ["kept.json"]


def test_what_is_kept_people_can_read_and_write_themselves(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    keep_plain(str(path), {"theme": "nord"})
    assert path.read_bytes() == b'{\n  "theme": "nord"\n}'
    path.write_bytes(b'\xef\xbb\xbf{"theme": "plain"}')  # as Windows saves UTF-8
    assert kept_plain(str(path), 1_000) == {"theme": "plain"}


def test_what_a_crash_left_behind_is_taken_up(tmp_path: Path) -> None:
    path = str(tmp_path / "kept")
    Path(draft_of(path)).write_bytes(b"half a file, longer than the whole one")
    keep(path, b"")
    assert {other.name: other.read_bytes() for other in tmp_path.iterdir()} == {"kept": b""}


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_what_is_private_only_its_owner_reads(tmp_path: Path) -> None:
    keep_plain(str(tmp_path / "own" / "kept.json"), [])
    keep(str(tmp_path / "any" / "kept.json"), b"[]", private=False)
    assert mode(tmp_path / "own") == 0o700
    assert mode(tmp_path / "own" / "kept.json") == 0o600
    umask = os.umask(0)
    os.umask(umask)
    assert mode(tmp_path / "any") == 0o777 & ~umask
    assert mode(tmp_path / "any" / "kept.json") == 0o666 & ~umask


@pytest.mark.parametrize("held", [b"", b"{", b"\xff", b"[" * 5_000, b"[1, 2, 3, 4]"])
def test_what_cannot_be_read_counts_as_never_kept(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "kept.json").write_bytes(held)
    assert kept_plain(str(tmp_path / "kept.json"), most=6_000 if len(held) > 99 else 6) is None
    assert kept_plain(str(tmp_path / "none.json"), most=6) is None


def test_what_cannot_be_kept_leaves_what_was_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder" / "kept.json").mkdir(parents=True)
    keep(str(tmp_path / "file" / "kept.json"), b"[]")
    keep(str(tmp_path / "folder" / "kept.json"), b"[]")
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["kept.json"]


@pytest.mark.parametrize(
    ("system", "variable", "usual"),
    [
        ("linux", "XDG_CONFIG_HOME", ".config"),
        ("win32", "APPDATA", "AppData/Roaming"),
        ("darwin", "", "Library/Application Support"),
    ],
)
def test_the_folder_is_the_platform_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, variable: str, usual: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "named"))
        assert platform_folder("config") == str(tmp_path / "named" / "product-lifeline")
        monkeypatch.delenv(variable)
    assert Path(platform_folder("config")) == tmp_path / "home" / usual / "product-lifeline"


def test_each_kind_has_its_own_folder_on_unix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    assert len({platform_folder("cache"), platform_folder("state"), platform_folder("config")}) == 3


def test_nothing_is_kept_where_no_folder_is_absolute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.chdir(tmp_path)
    keep_plain(os.path.join(platform_folder("state"), "kept.json"), [])
    assert list(tmp_path.iterdir()) == []
