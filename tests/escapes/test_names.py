"""Whatever files are called does nothing in any format; nor does the folder of a rubric set."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.escapes.attacks import TABLE, on_one_line, twin_of
from tests.escapes.cells import cells
from tests.escapes.command import run
from tests.escapes.material import TODAY, written
from tests.escapes.reading import READERS, Shape, difference, read_cut, read_terminal
from tests.escapes.ways import SCORE
from tests.reading.small import FOLDER as SMALL

pytestmark = pytest.mark.usefixtures("as_in_github")

ON = ["--set", SMALL, "--as-of", TODAY]
SOUND = {
    "lifeline": 1,
    "idea": "A product",
    "assessed": "2026-11-01",
    "answers": {"entry": "announced", "assets": [], "uses-model": "no", "runway": "3"},
}
BROKEN = {"lifeline": 1, "idea": "Broken", "answers": {"entry": "somebody"}, "more": 1}
IDEA = "IDEA"
"""Stands for the path of the first file, in the words of a command."""

WAYS: dict[str, tuple[list[str], str]] = {
    **{f"score-{name}": (["score", ".", "--format", name, *ON], r) for name, r in SCORE.items()},
    "score-one": (["score", IDEA, *ON], "terminal"),
    "score-list": (["score", ".", "--list-files", *ON], "terminal"),
    "explain": (["explain", IDEA, *ON], "terminal"),
    "whatif-json": (["whatif", IDEA, "--format", "json", *ON], "json"),
    "compare": (["compare", ".", *ON], "terminal"),
    "compare-raters": (["compare", "--raters", IDEA, IDEA, *ON], "terminal"),
    "diff": (["diff", IDEA, "c/sound.yaml", *ON], "terminal"),
    "report-html": (["report", ".", *ON], "html"),
    "report-markdown": (["report", ".", "--format", "markdown", *ON], "markdown"),
    "badge": (["badge", IDEA, *ON], "picture"),
    "baseline-write": (["baseline", "write", IDEA, "--file", "baseline.yaml", *ON], "terminal"),
    "baseline-check": (["baseline", "check", ".", "--file", "baseline.yaml", *ON], "terminal"),
    "baseline-github": (
        ["baseline", "check", ".", "--file", "baseline.yaml", "--format", "github", *ON],
        "github",
    ),
    "market-touching": (["market", "events", "--touching", ".", *ON[:2]], "terminal"),
    "precedents": (["precedents", IDEA, *ON[:2]], "terminal"),
    "ledger-add": (["ledger", "add", IDEA, "--file", "ledger.jsonl", *ON], "terminal"),
    "ledger-show": (["ledger", "show", "--file", "ledger.jsonl", "--as-of", TODAY], "terminal"),
    "config": (["config"], "terminal"),
    "missing": (["score", f"{IDEA}.missing"], "cut"),  # some names are patterns
}
NOT_HERE = {"config", "missing", "whatif-json", "report-html", "badge", "compare-raters"}
HERE = [way for way in WAYS if way not in NOT_HERE]
"""The ways that are tried on a file that lies where one stands: every format, and what is text."""

TALK = {"cut": read_cut}
"""How talk is read, where a name may be taken for a pattern."""

MOST = 60
"""Signs of a name: in whatever script, it has fewer bytes than any system takes."""

Place = Callable[[str], Path]
WordsOf = Callable[[str, str], list[str]]


def name_of(text: str) -> str:
    """Give a name that files can have, with as much of a text as there is room for."""
    return on_one_line(text)[:MOST].replace("/", "\u2215").replace("\0", "\x01")


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory, own_cache: None) -> Place:
    """Give a folder with files that are called so: one that is sound, and one that is broken."""
    made: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("named")
            for path, data in {f"a/{name}": SOUND, f"b/{name}": BROKEN, "c/sound": SOUND}.items():
                file = made[name] / f"{path}.yaml"
                file.parent.mkdir()
                file.write_bytes(written(data))
        return made[name]

    return folder


def from_above(way: str, name: str) -> list[str]:
    """Give the words of a way about a file in a folder."""
    return [word.replace(IDEA, f"a/{name}.yaml") for word in WAYS[way][0]]


def from_beside(way: str, name: str) -> list[str]:
    """Give the words of a way about a file where one stands: what is told may begin with its name.

    Such a name may look like a flag, so that it stands behind ``--``.
    """
    own = {".": f"{name}.yaml", IDEA: f"{name}.yaml", "c/sound.yaml": "../c/sound.yaml"}
    words = WAYS[way][0]
    flags = [word for word in words if word not in own]
    return [*flags, "--", *(own[word] for word in words if word in own)]


def shape_of(way: str, words: list[str]) -> tuple[int, Shape]:
    reader = WAYS[way][1]
    ran = run(*words)
    return ran.code, [*READERS[reader](ran.out), *TALK.get(reader, read_terminal)(ran.err)]


def leak(way: str, attack: str, named: Place, words_of: WordsOf, inner: str = "") -> str:
    """Say what a name does in a format; nothing where it does nothing."""
    shapes = []
    for text in (attack, twin_of(attack)):
        name = name_of(text)
        os.chdir(named(name) / inner)  # each in a folder of its own, as files are told in order
        if way.startswith(("baseline-", "ledger-")):
            for before in ("baseline-write", "ledger-add"):
                shape_of(before, words_of(before, name))
        try:
            shapes.append(shape_of(way, words_of(way, name)))
        except AssertionError as error:
            return f"not inert: {error}"
    (code, attacked), (meant, harmless) = shapes
    return f"exit code {code}" if code != meant else difference(attacked, harmless)


@pytest.mark.parametrize(("way", "family"), cells(WAYS))
def test_a_name_is_inert(way: str, family: str, named: Place) -> None:
    attacks = TABLE[family]
    found = {name: leak(way, attacks[name], named, from_above) for name in attacks}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(("way", "family"), cells(HERE, always="workflow"))
def test_a_name_that_may_begin_a_line_is_inert(way: str, family: str, named: Place) -> None:
    attacks = TABLE[family]
    folders = ("a", "b") if way.startswith("score-") else ("a",)  # others tell no broken file
    found = {
        (name, inner): leak(way, attacks[name], named, from_beside, inner)
        for name in attacks
        for inner in folders
    }
    assert {name: told for name, told in found.items() if told} == {}
