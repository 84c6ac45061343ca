"""Whatever a file's texts hold does nothing in any format: formats times attacks.

Each cell runs the command on files full of one attack, parses what comes out, and holds it to what
comes out for the attack's harmless twin.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xmlschema

from lifeline.report import FORMATS
from tests.escapes.attacks import TABLE, twin_of
from tests.escapes.cells import cells
from tests.escapes.command import run
from tests.escapes.conftest import Folder
from tests.escapes.reading import READERS, Shape, difference, read_terminal
from tests.escapes.ways import SCORE, WAYS
from tests.schemas.checking import Checker
from tests.schemas.test_official import OFFICIAL


def shape_of(way: str) -> tuple[int, Shape]:
    """Run the command in a way, and give its exit code and the shape of what it told."""
    words, reader = WAYS[way]
    ran = run(*words)
    return ran.code, [*READERS[reader](ran.out), *read_terminal(ran.err)]


def leak(way: str, attack: str, stand_in: Folder) -> str:
    """Say what an attack does in a format; nothing where it does nothing."""
    try:
        stand_in(attack)
        code, attacked = shape_of(way)
        stand_in(twin_of(attack))
        meant, harmless = shape_of(way)
    except AssertionError as error:
        return f"not inert: {error}"
    return f"exit code {code}" if code != meant or code == 2 else difference(attacked, harmless)


@pytest.mark.parametrize(("way", "family"), cells(WAYS))
def test_it_is_inert(way: str, family: str, stand_in: Folder) -> None:
    found = {name: leak(way, attack, stand_in) for name, attack in TABLE[family].items()}
    assert {name: told for name, told in found.items() if told} == {}


def test_every_format_of_score_is_tried() -> None:
    assert SCORE.keys() == FORMATS.keys()


@pytest.mark.parametrize("family", TABLE)
def test_what_others_publish_schemas_of_follows_them(
    family: str, stand_in: Folder, tmp_path: Path
) -> None:
    junit = xmlschema.XMLSchema(str(OFFICIAL / "junit-10.xsd"))
    sarif = Checker(json.loads((OFFICIAL / "sarif-schema-2.1.0.json").read_bytes()), tmp_path)
    for attack in TABLE[family].values():
        stand_in(attack)
        for way in ("score-junit", "rubric-test-junit"):
            junit.validate(run(*WAYS[way][0]).out)
        assert not sarif.faults(json.loads(run(*WAYS["score-sarif"][0]).out))
