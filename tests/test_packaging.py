"""What is built is whole: the wheel from the checkout, the sdist, and the wheel from the sdist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from lifeline import __version__
from lifeline.compiling.market import load_market, market_key
from lifeline.compiling.store import COMPILED_FILE, compiled_file, key_of, unpack
from lifeline.reading.market import market_files
from lifeline.reading.sets import languages_of, read_files
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("packaging")  # one worker builds for all of these tests

NGC = "lifeline/rubrics/ngc"
MARKET = "lifeline/rubrics/market"
LANGUAGES = ["", *languages_of(str(ROOT / "rubrics" / "ngc"))]


def run(*words: str | Path, cwd: Path, **env: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python with some further variables of the environment."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=cwd,
        env={**os.environ, **{key: str(value) for key, value in env.items()}},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist and the wheel from it, and in ``direct`` the wheel from here."""
    folder = tmp_path_factory.mktemp("built")
    build: list[str | Path] = ["-m", "build", "--no-isolation", ROOT, "--outdir"]
    for words in ([*build, folder], [*build, folder / "direct", "--wheel"]):
        done = run(*words, cwd=folder, PYTHONDONTWRITEBYTECODE="1")  # nothing is left in ROOT
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def wheel(built: Path) -> dict[str, bytes]:
    """The files of the wheel from the sdist."""
    return contents(only(built, "*.whl"))


@pytest.fixture(scope="session")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel from the sdist is installed."""
    target = tmp_path_factory.mktemp("installed")
    words = ["install", "--no-deps", "--no-index", "--disable-pip-version-check", "--target"]
    done = run("-m", "pip", *words, target, only(built, "*.whl"), cwd=target)
    assert done.returncode == 0, done.stderr
    return target


def test_both_wheels_are_the_same(built: Path, wheel: dict[str, bytes]) -> None:
    assert contents(only(built / "direct", "*.whl")) == wheel


def test_the_wheel_holds_the_package_and_its_rubrics(wheel: dict[str, bytes]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("lifeline/**/*.py")}
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("rubrics/**/*.yaml")}
    rubrics = {f"lifeline/{file}" for file in files}
    rubrics |= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("lifeline/**/*.yaml")}
    for ending in ("tcss", "css", "html", "jinja", "js"):
        shown = ROOT.glob(f"lifeline/**/*.{ending}")
        rubrics |= {path.relative_to(ROOT).as_posix() for path in shown}
    compiled = {f"{NGC}/{compiled_file(language)}" for language in LANGUAGES}
    expected = modules | rubrics | compiled | {"lifeline/py.typed", f"{MARKET}/{compiled_file()}"}
    meta = f"product_lifeline-{__version__}.dist-info/"
    assert {name for name in wheel if not name.startswith(meta)} == expected
    assert f"{meta}licenses/LICENSE" in wheel


def test_the_wheel_holds_the_compiled_set_of_its_very_files(wheel: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        key = key_of(read_files(str(ROOT / "rubrics" / "ngc"), language))
        found = unpack(wheel[f"{NGC}/{compiled_file(language)}"], key)
        assert (found["set"], found["language"]) == ("ngc", language or "en")


def test_the_wheel_holds_the_compiled_market_of_its_very_files(wheel: dict[str, bytes]) -> None:
    key = market_key(market_files(str(ROOT / "rubrics" / "market")))
    found = unpack(wheel[f"{MARKET}/{compiled_file()}"], key)
    assert found["content"] == load_market()["content"]


def test_the_sdist_holds_what_building_and_testing_need(built: Path) -> None:
    with tarfile.open(only(built, "*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tested = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/**/*.py")}
    rubrics = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("rubrics/**/*.yaml")}
    needed = {"pyproject.toml", "build_hook.py", "LICENSE", "README.md", "lifeline/py.typed"}
    assert tested | rubrics | needed <= names
    assert f"rubrics/ngc/{COMPILED_FILE}" not in names


@pytest.mark.parametrize(
    ("idea", "code", "language"),
    [("hugging-face", 0, "en"), ("chatpdf", 1, "en"), ("chatpdf", 1, "zh-CN")],
)
def test_an_installed_wheel_needs_no_cache(
    idea: str, code: int, language: str, installed: Path, tmp_path: Path
) -> None:
    cache, empty = tmp_path / "cache", tmp_path / "empty"
    for folder in (cache, empty):
        folder.mkdir()
    path = ROOT / "examples" / "ideas" / f"{idea}.yaml"
    done = run(
        *("-m", "lifeline", "score", path, "--lang", language),
        cwd=empty,
        PYTHONPATH=installed,
        XDG_CACHE_HOME=cache,
        LOCALAPPDATA=cache,
        HOME=cache,
    )
    assert done.returncode == code, done.stderr
    assert bool(re.search("[一-鿿]", done.stdout)) == (language == "zh-CN")
    assert not os.listdir(cache)
    assert not os.listdir(empty)


def test_the_installed_record_of_the_market_needs_no_cache(installed: Path, tmp_path: Path) -> None:
    home = dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"), tmp_path)
    done = run("-m", "lifeline", "market", "rates", cwd=tmp_path, PYTHONPATH=installed, **home)
    assert (done.returncode, done.stderr) == (0, "")
    assert not os.listdir(tmp_path)


def test_it_is_the_installed_one_that_runs(installed: Path, tmp_path: Path) -> None:
    words = "import lifeline; print(lifeline.__file__)"
    done = run("-c", words, cwd=tmp_path, PYTHONPATH=installed)
    assert Path(done.stdout.strip()) == installed / "lifeline" / "__init__.py"


def test_the_command_is_installed(installed: Path, tmp_path: Path) -> None:
    command = only(installed / "bin", "lifeline*")
    done = subprocess.run(
        [command, "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == f"lifeline {__version__}\n"
