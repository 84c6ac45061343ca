"""Bad idea files, and what is said of them.

A new example is a file ``NAME.yaml`` in ``tests/bad/ideas``, and ``NAME.txt`` beside it with the
expected messages; ``--update-goldens`` writes that one, to be read before it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reading.small import problems

FOLDER = Path(__file__).parent.parent / "bad" / "ideas"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

QUOTED = re.compile(r"'[^']*'")
JARGON = re.compile(
    r"\b(mapping|scalar|sequence|node|token|block|flow|stream|context|parse|octet|indicator|anchor"
    r"|alias|tag|YAML|str|int|float|bool|dict|None|null)s?\b"
)


def test_there_are_bad_examples() -> None:
    assert NAMES


def test_every_bad_example_has_its_messages_and_every_message_its_example() -> None:
    found = sorted(path.name for path in FOLDER.iterdir())
    assert found == sorted(f"{name}{ending}" for name in NAMES for ending in (".txt", ".yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_idea_file_is_told_everything_that_is_wrong_with_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    told = "".join(f"{line}\n" for line in problems((FOLDER / f"{name}.yaml").read_bytes()))
    assert told, "nothing is wrong with this file"
    expected = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-goldens", default=False):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_plain_words(name: str) -> None:
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        place, _, message = line.partition(" ")
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*:", place)
        assert message.endswith((".", "?"))
        assert len(message) < 300
        assert not JARGON.search(QUOTED.sub("", message))
