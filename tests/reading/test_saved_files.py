"""What saving does to files, to be read by people.

A new example is a file ``NAME.txt`` in ``tests/saving``: why it is there, then ``=== change``,
``=== before`` and ``=== after``; ``--update-goldens`` writes the last one, to be read before it is
kept.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.reading.changes import revised

FOLDER = Path(__file__).parent.parent / "saving"
EXAMPLES = sorted(FOLDER.glob("*.txt"), key=str)


def test_there_are_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_file_is_saved_as_the_example_says(path: Path, request: pytest.FixtureRequest) -> None:
    why, change, before, after = parts(path)
    found = revised(before.encode(), yaml.safe_load(change)).decode()
    if request.config.getoption("--update-goldens", default=False):
        told = "".join([why, "=== change\n", change, "=== before\n", before, "=== after\n", found])
        path.write_text(told, encoding="utf-8")
        after = found
    assert found == after


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\x85"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_line_ends_and_encodings_of_other_systems_stay(
    path: Path, encoding: str, ending: str
) -> None:
    _, change, before, after = parts(path)
    if not before:
        return
    data = before.replace("\n", ending).encode(encoding)
    found = revised(data, yaml.safe_load(change)).decode(encoding)
    assert found == after.replace("\n", ending)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_file_without_a_last_line_break_gets_none(path: Path) -> None:
    _, change, before, after = parts(path)
    if "lifeline" in before:
        found = revised(before.rstrip("\n").encode(), yaml.safe_load(change)).decode()
        assert found.rstrip("\n") == after.rstrip("\n")
        assert not found.endswith("\n")


def parts(path: Path) -> list[str]:
    """Give why an example is there, its changes, and the file before and after them."""
    return re.split(r"^=== \w+\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
