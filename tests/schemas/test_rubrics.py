"""The schemas of rubrics, sets and claims say of a file what its model says of it.

What shows only when the files of a set are looked at together is asked of neither. A new good set
is a folder in ``tests/good/sets``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from lifeline.compiling.store import build
from lifeline.model.rubric import ClaimsFile, Rubric, RubricSet
from lifeline.reading.sets import CLAIMS_FILE, COVERAGE_FILE, HISTORY_FILE, read_files
from lifeline.reading.shelves import SET_FILE
from lifeline.reading.validation import Source
from lifeline.schemas.rubrics import claims_schema, rubric_schema, set_schema
from tests.conftest import ROOT
from tests.schemas.checking import Checker

KINDS: dict[str, tuple[Callable[[], Any], type[BaseModel]]] = {
    SET_FILE: (set_schema, RubricSet),
    CLAIMS_FILE: (claims_schema, ClaimsFile),
    "": (rubric_schema, Rubric),
}
GOOD_SETS = [
    ROOT / "rubrics" / "ngc",
    ROOT / "examples" / "rubrics" / "patient",
    *sorted((ROOT / "tests" / "sets").iterdir()),
    *sorted((ROOT / "tests" / "good" / "sets").iterdir()),
]


UNDESCRIBED = (HISTORY_FILE, "versions.yaml", COVERAGE_FILE)
"""What has no schema: what a command writes and nobody edits, and a list of claims."""


def files_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*.yaml")) if path.name not in UNDESCRIBED)


BAD_SETS = ROOT / "tests" / "bad" / "sets"
BAD = {
    path.relative_to(BAD_SETS).with_suffix("").as_posix(): path
    for folder in sorted(BAD_SETS.iterdir())
    for path in files_in(folder)
}
GOOD = [path for folder in GOOD_SETS for path in files_in(folder)]

ID_TWICE = "ids that differ are more than a schema can ask for"
TWO_NUMBERS = "a schema cannot compare two numbers of a file"
CANNOT_SAY = {
    "claims-ids-twice/claims": ID_TWICE,
    "claims-unknown-source/claims": "what one part of a file is called, another cannot ask for",
    "question-min-above-max/garden": TWO_NUMBERS,
    "question-two-choices-one-id/garden": ID_TWICE,
    "record-gets-better/garden": "a schema cannot ask in which order choices stand",
    "record-suggests-no-choice/garden": "what one key of a question lists, another cannot ask for",
    "retired-twice-and-too-early/set": ID_TWICE,
}
"""Bad files that a schema accepts, and why."""


@pytest.fixture(scope="module")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checker]:
    return {
        name: Checker(schema(), tmp_path_factory.mktemp("schemas"))
        for name, (schema, _) in KINDS.items()
    }


def kind_of(path: Path) -> str:
    return path.name if path.name in KINDS else ""


def is_named(path: Path) -> bool:
    """Whether something is said to be wrong with a file of a bad set, alone or beside others."""
    expected = (path.parent / "expected.txt").read_text(encoding="utf-8")
    return any(line.startswith(f"{path.name}:") for line in expected.splitlines())


def test_there_are_examples() -> None:
    assert BAD.keys() >= CANNOT_SAY.keys()
    assert len(GOOD) > len(GOOD_SETS)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_where_a_schema_can_say_so(
    name: str, checkers: dict[str, Checker]
) -> None:
    path = BAD[name]
    text, kind = path.read_bytes(), kind_of(path)
    if Source(path.name, text).validated(KINDS[kind][1]) is None:
        assert checkers[kind].accepts(text) == (name in CANNOT_SAY)
    else:
        assert name not in CANNOT_SAY
        assert is_named(path) or checkers[kind].accepts(text)


@pytest.mark.parametrize("folder", GOOD_SETS, ids=lambda folder: folder.name)
def test_a_good_set_is_accepted_by_the_reader_and_the_schemas(
    folder: Path, checkers: dict[str, Checker]
) -> None:
    build(str(folder), read_files(str(folder)))
    for path in files_in(folder):
        assert checkers[kind_of(path)].accepts(path.read_bytes()), path


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described(kind: str) -> None:
    schema = KINDS[kind][0]()
    for entry in (schema, *schema["$defs"].values()):
        assert entry["description"]
        if "propertyNames" not in entry and entry.get("additionalProperties") is False:
            assert all(found["description"] for found in entry["properties"].values())
