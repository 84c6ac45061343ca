"""The folders that the platform gives: none, closed, full of rubbish, or shared by many runs."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set, unpack
from lifeline.reading.shelves import shipped_sets
from tests.conftest import ROOT
from tests.faults.command import DAY, EXAMPLES, LIFELINE, content, like_everybody, run

SMALL = ROOT / "tests" / "sets" / "small"
NAMES = ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
SCORE = ["score", "--as-of", DAY, "--format", "json", "jasper.yaml"]


def without_homes(**more: str) -> dict[str, str]:
    """Give an environment in which no folder of the platform's is named, but these."""
    return {name: value for name, value in os.environ.items() if name not in NAMES} | more


@pytest.fixture
def judged(idea: Path) -> str:
    """What comes out where nothing is wrong."""
    done = run(*SCORE, cwd=idea.parent)
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


HOMES: dict[str, dict[str, str]] = {
    "no home": {},
    "an empty one": {"HOME": ""},
    "one that is not there": {"HOME": "/nowhere"},
    "one that is no folder": {"HOME": "/dev/null"},
    "one that counts from here": {"HOME": "home", "XDG_CACHE_HOME": "cache"},
    "a file in each place": dict.fromkeys(NAMES, "/dev/null"),
}


@pytest.mark.parametrize("homes", HOMES.values(), ids=HOMES)
def test_where_nothing_can_be_kept_the_result_is_the_same(
    homes: dict[str, str], idea: Path, judged: str
) -> None:
    """Nothing is kept, also not in the folder in which one stands."""
    env = without_homes(XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"], XDG_STATE_HOME="")
    env |= homes
    before = content(idea.parent)
    done = run(*SCORE, cwd=idea.parent, env=env)
    assert (done.returncode, done.stdout, done.stderr) == (1, judged, "")
    assert content(idea.parent) == before
    done = run("walk", "--plain", "new.yaml", cwd=idea.parent, env=env, typed="a\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert content(idea.parent).keys() == before.keys() | {"new.yaml"}


def test_where_nothing_may_be_kept_the_result_is_the_same(idea: Path, judged: str) -> None:
    prefix = like_everybody()
    home = idea.parent.parent / "home"
    home.mkdir(mode=0o555)
    env = without_homes(**dict.fromkeys(NAMES, str(home)))
    done = run(*SCORE, cwd=idea.parent, env=env, prefix=prefix)
    assert (done.returncode, done.stdout, done.stderr) == (1, judged, "")
    done = run("walk", "--plain", "new.yaml", cwd=idea.parent, env=env, prefix=prefix, typed="a\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert not [*home.iterdir()]


def changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def cut(data: bytes, at: int) -> bytes:
    return data[:at]


@pytest.mark.parametrize("damage", [changed, cut])
def test_no_damage_to_what_is_kept_is_taken_for_whole(
    damage: Callable[[bytes, int], bytes],
) -> None:
    """Each byte of the head, and some of the rest, is turned or the last that is left."""
    load_market()
    load_set(os.path.join(shipped_sets(), "ngc"))
    kept = [*Path(os.environ["XDG_CACHE_HOME"]).rglob("*.json")]
    assert len(kept) >= 2
    for file in kept:
        whole = file.read_bytes()
        key = whole.split()[0].decode()
        head = whole.index(b"\n") + 1
        assert unpack(whole, key)
        for at in [*range(head), *(random.randrange(len(whole)) for _ in range(200))]:
            with pytest.raises(ValueError, match=r".+"):
                unpack(damage(whole, at), key)


def folder_for(file: Path) -> None:
    file.unlink()
    file.mkdir()


def link_for(file: Path, to: str = "nothing") -> None:
    file.unlink()
    file.symlink_to(to)


def draft_for(file: Path) -> None:
    file.rename(file.parent / f".{file.name}.saving").write_bytes(b"half")


RUBBISH: dict[str, Callable[[Path], object]] = {
    "one bit turned": lambda file: file.write_bytes(changed(file.read_bytes(), 3_000)),
    "cut": lambda file: file.write_bytes(cut(file.read_bytes(), 3_000)),
    "empty": lambda file: file.write_bytes(b""),
    "not text": lambda file: file.write_bytes(random.randbytes(9_000)),
    "a folder": folder_for,
    "a link to itself": lambda file: link_for(file, file.name),
    "a link to nothing": link_for,
    "an old draft": draft_for,
}


@pytest.fixture(scope="module")
def whole_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run keeps, and nothing else."""
    cache = tmp_path_factory.mktemp("whole")
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    assert run("score", EXAMPLES / "jasper.yaml", cwd=cache, env=env).returncode == 1
    return cache


@pytest.mark.parametrize("damage", RUBBISH.values(), ids=RUBBISH)
def test_a_damaged_cache_is_made_anew(
    damage: Callable[[Path], object], idea: Path, judged: str, whole_cache: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(whole_cache, cache)
    for file in [*cache.rglob("*.json")]:
        damage(file)
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = run(*SCORE, cwd=idea.parent, env=env)
    assert (done.returncode, done.stdout, done.stderr) == (1, judged, "")
    if damage is not folder_for:  # nothing of it is ours to take away
        assert content(cache) == content(whole_cache)


def test_runs_at_once_with_nothing_kept_agree(idea: Path, judged: str, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    begun = [
        subprocess.Popen(
            [*LIFELINE, *SCORE],
            cwd=idea.parent,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    told = [process.communicate(timeout=60) for process in begun]
    assert {process.returncode for process in begun} == {1}
    assert set(told) == {(judged, "")}
    assert all(name.endswith(".json") for name in content(cache))
    for file in cache.rglob("*.json"):
        assert unpack(file.read_bytes(), file.stem)


def test_runs_at_once_that_write_one_file_leave_one_of_theirs(idea: Path) -> None:
    """The last one stays, whole; and nothing lies beside it."""
    (idea.parent / "other.yaml").write_bytes((EXAMPLES / "chatpdf.yaml").read_bytes())
    words = ["score", "--as-of", DAY, "--format", "json:out.json"]
    wholes = set()
    for name in ("jasper.yaml", "other.yaml"):
        run(*words, name, cwd=idea.parent)
        wholes.add((idea.parent / "out.json").read_bytes())
    begun = [
        subprocess.Popen([*LIFELINE, *words, name], cwd=idea.parent, stderr=subprocess.PIPE)
        for name in ("jasper.yaml", "other.yaml") * 4
    ]
    told = {process.communicate(timeout=60)[1] for process in begun}
    assert ({process.returncode for process in begun}, told) == ({1}, {b""})
    assert (idea.parent / "out.json").read_bytes() in wholes
    assert sorted(os.listdir(idea.parent)) == ["jasper.yaml", "other.yaml", "out.json"]


def test_of_runs_at_once_that_begin_one_idea_each_is_told_what_came_out(tmp_path: Path) -> None:
    begun = [
        subprocess.Popen([*LIFELINE, "new", "idea.yaml"], cwd=tmp_path, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    told = [process.communicate(timeout=60)[1] for process in begun]
    assert {process.returncode for process in begun} in ({0}, {0, 2})
    for err in told:
        assert b"Wrote idea.yaml" in err or b"exists already and stays as it is" in err
    assert os.listdir(tmp_path) == ["idea.yaml"]


DAMAGED_STATE = ["", "{", "[]", "null", '{"here": 99999}', "9" * 5000, "[" * 90_000, '"\\ud800"']


@pytest.mark.parametrize("rubbish", DAMAGED_STATE, ids=range(len(DAMAGED_STATE)))
def test_what_a_walk_has_kept_can_be_damaged(rubbish: str, tmp_path: Path) -> None:
    """Where one stood and what can be undone is lost then; answers are not."""
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    assert run("walk", "--plain", "new.yaml", cwd=tmp_path, env=env, typed="a\n").returncode == 0
    before = (tmp_path / "new.yaml").read_bytes()
    for file in (tmp_path / "state").rglob("*.json"):
        file.write_text(rubbish)
    done = run("walk", "--plain", "new.yaml", cwd=tmp_path, env=env, typed="quit\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "new.yaml").read_bytes() == before
