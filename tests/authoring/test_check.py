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
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def checked(folder: Path) -> list[Finding]:
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
    assert {each.check for name in NAMES for each in checked(FOLDER / name)} == set(LEVELS)


def test_nothing_is_wrong_with_the_shipped_set() -> None:
    found = checked(Path(shipped_sets(), "ngc"))
    assert [told(each) for each in found if each.level == ERROR] == []


def test_nothing_is_to_be_said_of_the_example_of_another_opinion() -> None:
    assert checked(ROOT / "examples" / "rubrics" / "patient") == []
