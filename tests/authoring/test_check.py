"""Sets that compile and are not what their author meant, and what is said of them.

A new example is a folder in ``tests/bad/checks``, with the files of a set and ``expected.txt``, the
findings; ``--update-goldens`` writes that one, to be read before it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lifeline.authoring.check import check_set
from lifeline.authoring.finding import ERROR, LEVELS, Finding
from lifeline.authoring.unread import unread_files
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import EVERY, read_files
from lifeline.reading.shelves import shipped_sets
from tests.compiling.test_bad_sets import JARGON
from tests.conftest import ROOT

FOLDER = Path(__file__).parent.parent / "bad" / "checks"
SMALL = ROOT / "tests" / "sets" / "small"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def checked(folder: Path) -> list[Finding]:
    """Check a set that lies nowhere: its folder here has the name of what is wrong with it."""
    models = read_models("", read_files(str(folder), EVERY))
    unread = unread_files(str(folder), models.own_files)
    return [*check_set(models, compile_set(models)), *unread]


def told(found: Finding) -> str:
    place = f"{found.file}:{found.line}:{found.column}: {found.key}"
    return f"{place}: {found.level}: {found.message} ({found.check})\n  {found.remedy}\n"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_with_a_set_is_told(name: str, request: pytest.FixtureRequest) -> None:
    text = "".join(map(told, checked(FOLDER / name)))
    expected = FOLDER / name / "expected.txt"
    if request.config.getoption("--update-goldens"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_short_plain_and_said_once(name: str) -> None:
    found = checked(FOLDER / name)
    assert found
    assert len(set(found)) == len(found)
    for each in found:
        assert each.message.endswith(".")
        assert each.remedy.endswith(".")
        assert len(each.message) < 200
        assert not JARGON.search(f"{each.message} {each.remedy}")
        assert not re.search(r"\bNone\b|\[\[", each.message)


def test_every_check_has_an_example() -> None:
    found = {each.check for name in NAMES for each in checked(FOLDER / name)}
    assert found == set(LEVELS) - {"folder-name"}  # which has a test of its own


def test_a_folder_that_is_not_called_as_its_set_is_told() -> None:
    models = read_models("rubrics/medical/", read_files(str(SMALL), EVERY))
    found = check_set(models, compile_set(models))
    assert [told(each) for each in found if each.check == "folder-name"] == [
        (
            "set.yaml:3:1: set: note: the set is called small, and its folder medical. '--set' and"
            " 'extends' find a set by its folder's name; idea files and messages name it as it is"
            " called here. (folder-name)\n  Give both one name.\n"
        )
    ]


def test_a_folder_that_is_called_as_its_set_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SMALL)
    for folder in (".", "", f"../{SMALL.name}/"):
        models = read_models(folder, read_files(str(SMALL), EVERY))
        found = check_set(models, compile_set(models))
        assert "folder-name" not in {each.check for each in found}


def test_nothing_is_wrong_with_the_shipped_set() -> None:
    found = checked(Path(shipped_sets(), "ngc"))
    assert [told(each) for each in found if each.level == ERROR] == []


def test_nothing_is_to_be_said_of_the_example_of_another_opinion() -> None:
    assert checked(ROOT / "examples" / "rubrics" / "patient") == []
