"""Bad rubric sets, and what is said of them.

A new example is a folder in ``tests/bad/sets``, with the files of a set and ``expected.txt``, the
messages; ``--update-goldens`` writes that one, to be read before it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lifeline.compiling.store import build
from lifeline.errors import LifelineError
from lifeline.reading.sets import read_files

FOLDER = Path(__file__).parent.parent / "bad" / "sets"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

JARGON = re.compile(
    r"\b(Input|should|pydantic|valid(?!-for)|dict|str|int|float|bool|None|null)\b|[<>]"
)


def told_of(name: str) -> str:
    """Give what is said of a bad set, without its folder."""
    with pytest.raises(LifelineError) as error:
        build("", read_files(str(FOLDER / name)))
    return f"{error.value}\n"


def test_there_are_bad_examples() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_set_is_told_everything_that_is_wrong_with_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    told = told_of(name)
    expected = FOLDER / name / "expected.txt"
    if request.config.getoption("--update-goldens"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_short_plain_and_said_once(name: str) -> None:
    lines = told_of(name).splitlines()
    assert len(set(lines)) == len(lines)
    for line in lines:
        place, _, message = line.partition(" ")
        assert re.fullmatch(r"[a-z-]+\.yaml:[1-9]\d*:[1-9]\d*:", place)
        assert message.endswith((".", "?"))
        assert len(message) < 300
        assert not JARGON.search(message)
