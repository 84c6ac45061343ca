"""A compiled set is kept, and used again only where it is whole and of these very files."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling import store
from lifeline.compiling.store import (
    COMPILED_FILE,
    build,
    compiled_file,
    key_of,
    load_set,
    pack,
    unpack,
)
from lifeline.errors import LifelineError
from lifeline.reading.keeping import platform_folder
from lifeline.reading.sets import read_files
from tests.authored import dumped, files_of
from tests.compiling.farm import CLAIMS, QUESTIONS, farm, rubric

LOAD = """
import sys
from lifeline.compiling.store import load_set
print(load_set(sys.argv[1])["texts"]["title"], "pydantic" in sys.modules)
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with the platform's cache folder in it."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home" / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def cache(home: Path) -> Path:
    return Path(platform_folder("cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a set."""
    path = tmp_path / "farm"
    path.mkdir()
    authored = farm(rubric("garden", questions=QUESTIONS))
    for name, text in files_of(authored, CLAIMS).items():
        (path / name).write_bytes(text)
    return path


def title(folder: Path) -> str:
    """The title of the set that is loaded from a folder."""
    found: str = load_set(str(folder))["texts"]["title"]
    return found


def packed(folder: Path, **more: Any) -> bytes:
    """The set of a folder as it is kept, with another title in it to know it by."""
    files = read_files(str(folder))
    found = build(str(folder), files)
    found["texts"] |= more
    return pack(found, key_of(files))


def in_a_process(folder: Path) -> list[str]:
    """Load a set in a fresh process: its title, and whether pydantic was imported."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder)], capture_output=True, text=True, check=True
    )
    return done.stdout.rsplit(maxsplit=1)


def test_the_second_load_does_not_import_pydantic(folder: Path, cache: Path) -> None:
    assert in_a_process(folder) == ["A farm", "True"]
    assert in_a_process(folder) == ["A farm", "False"]
    assert len(os.listdir(cache)) == 1


def test_the_kept_set_is_what_was_compiled(folder: Path, cache: Path) -> None:
    first, second = load_set(str(folder)), load_set(str(folder))
    assert first == second
    assert first == json.loads(json.dumps(build("", read_files(str(folder)))))


def test_the_kept_file_is_json_after_one_line(folder: Path, cache: Path) -> None:
    kept = kept_file(folder, cache)
    head, body = kept.read_bytes().split(b"\n", 1)
    assert len(head.split()) == 2
    assert json.loads(body)["set"] == "farm"


def kept_file(folder: Path, cache: Path) -> Path:
    """Load a set, and give the one file in which it is kept."""
    load_set(str(folder))
    (kept,) = cache.iterdir()
    return kept


@pytest.mark.skipif(sys.platform == "win32", reason="knows no such rights")
def test_what_a_set_says_is_no_secret(folder: Path, cache: Path) -> None:
    before = os.umask(0o022)
    try:
        assert kept_file(folder, cache).stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


class Trap:
    """When unpickled, it makes a folder."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, ("trapped",)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "truncated": lambda whole: whole[:-9],
    "only-its-first-line": lambda whole: whole.split(b"\n")[0],
    "one-letter-changed": lambda whole: whole.replace(b"A farm", b"A form"),
    "of-another-key": lambda whole: b"0" * 32 + whole[32:],
    "binary": lambda _: bytes(range(256)) * 9,
    "not-ascii": lambda whole: b"\xff\xfe" + whole,
    "pickled": lambda _: pickle.dumps(Trap()),
    "something-added": lambda whole: whole + b" ",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_built_again_and_replaced(
    damage: Callable[[bytes], bytes],
    folder: Path,
    cache: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = kept_file(folder, cache)
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert title(folder) == "A farm"
    assert kept.read_bytes() == whole
    assert not Path("trapped").exists()


def test_a_folder_in_place_of_the_file_does_no_harm(folder: Path, cache: Path) -> None:
    kept = kept_file(folder, cache)
    kept.unlink()
    kept.mkdir()
    assert title(folder) == "A farm"
    assert os.listdir(cache) == [kept.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_an_unreadable_file_is_replaced(folder: Path, cache: Path) -> None:
    kept = kept_file(folder, cache)
    kept.chmod(0)
    assert title(folder) == "A farm"
    assert kept.read_bytes()


def test_a_file_in_place_of_the_cache_folder_does_no_harm(folder: Path, cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("mine")
    assert title(folder) == "A farm"
    assert cache.read_text() == "mine"


@pytest.mark.parametrize("step", ["makedirs", "replace"])
def test_a_closed_disk_does_no_harm(
    step: str, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, step, refuse)
    assert title(folder) == "A farm"
    assert not cache.exists() or not os.listdir(cache)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks for no XDG_CACHE_HOME")
def test_a_relative_cache_folder_is_not_used(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert title(folder) == "A farm"
    assert not Path("here").exists()


def test_a_changed_file_is_never_served_from_the_cache(folder: Path, cache: Path) -> None:
    assert title(folder) == "A farm"
    head = folder / "set.yaml"
    before = head.stat()
    head.write_bytes(head.read_bytes().replace(b"A farm", b"A form"))
    os.utime(head, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert title(folder) == "A form"
    assert len(os.listdir(cache)) == 2


def test_another_version_of_the_program_builds_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_set(str(folder))
    monkeypatch.setattr(store, "__version__", "99.0.0")
    load_set(str(folder))
    assert len(os.listdir(cache)) == 2


def test_a_set_with_problems_is_not_kept(folder: Path, cache: Path) -> None:
    (folder / "garden.yaml").write_text("rubric-format: 1\n")
    with pytest.raises(LifelineError):
        load_set(str(folder))
    assert not cache.exists()


@pytest.fixture
def packaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the folder's parent be where an installed package keeps its sets."""
    monkeypatch.setattr(store, "packaged_sets", lambda: str(folder.parent))
    return folder


def test_a_fresh_file_in_the_package_is_used(packaged: Path, cache: Path) -> None:
    (packaged / COMPILED_FILE).write_bytes(packed(packaged, title="Packaged"))
    assert load_set(str(packaged))["texts"]["title"] == "Packaged"
    assert not cache.exists()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("", "compiled.json"),
        ("en", "compiled.json"),
        ("de", "compiled-de.json"),
        ("DE", "compiled-de.json"),
        ("de-AT", "compiled-de.json"),
    ],
)
def test_the_package_holds_a_set_in_each_language(
    asked: str, name: str, packaged: Path, cache: Path
) -> None:
    (packaged / "text").mkdir()
    text = {"text-format": 1, "language": "de"}
    (packaged / "text" / "de.yaml").write_bytes(dumped(text))
    for language in ("", "de"):
        files = read_files(str(packaged), language)
        found = build(str(packaged), files, language)
        found["texts"]["title"] = compiled_file(language)
        (packaged / compiled_file(language)).write_bytes(pack(found, key_of(files)))
    assert load_set(str(packaged), asked)["texts"]["title"] == name
    assert not cache.exists()
    assert compiled_file() == COMPILED_FILE


def test_a_file_beside_a_set_from_elsewhere_is_not_believed(folder: Path, cache: Path) -> None:
    (folder / COMPILED_FILE).write_bytes(packed(folder, title="Forged"))
    assert load_set(str(folder))["texts"]["title"] == "A farm"


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_in_the_package_is_ignored(
    damage: Callable[[bytes], bytes], packaged: Path, cache: Path
) -> None:
    beside = packaged / COMPILED_FILE
    beside.write_bytes(damage(packed(packaged)))
    before = beside.read_bytes()
    assert load_set(str(packaged))["texts"]["title"] == "A farm"
    assert beside.read_bytes() == before


def test_a_stale_file_in_the_package_is_ignored(packaged: Path, cache: Path) -> None:
    (packaged / COMPILED_FILE).write_bytes(packed(packaged, title="Packaged"))
    with (packaged / "claims.yaml").open("a") as file:
        file.write("# A comment.\n")
    assert load_set(str(packaged))["texts"]["title"] == "A farm"


def test_processes_at_once_leave_one_whole_file(folder: Path, cache: Path) -> None:
    command = [sys.executable, "-c", LOAD, str(folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert {process.communicate()[0].split()[:2] == [b"A", b"farm"] for process in running} == {
        True
    }
    (kept,) = cache.iterdir()
    key = key_of(read_files(str(folder)))
    assert unpack(kept.read_bytes(), key)["set"] == "farm"


def test_a_folder_without_a_set_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(LifelineError, match=r"holds no rubric set. Expected a file set.yaml"):
        load_set(str(tmp_path))
    with pytest.raises(LifelineError, match=r"cannot read the rubric set"):
        load_set(str(tmp_path / "nowhere"))
