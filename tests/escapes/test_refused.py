"""What is wrong with a file is told, and what it holds does nothing in the telling."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.escapes.attacks import ATTACKS, TABLE, on_one_line, twin_of
from tests.escapes.cells import cells
from tests.escapes.command import run
from tests.escapes.material import TODAY, written
from tests.escapes.reading import READERS, Shape, difference, read_terminal
from tests.escapes.ways import SCORE
from tests.reading.small import FOLDER as SMALL

pytestmark = pytest.mark.usefixtures("as_in_github")

ON = ["--set", SMALL, "--as-of", TODAY]
WAYS: dict[str, tuple[list[str], str]] = {
    **{f"score-{name}": (["score", ".", "--format", name, *ON], r) for name, r in SCORE.items()},
    "explain": (["explain", "choice.yaml", *ON], "terminal"),
    "compare": (["compare", ".", *ON], "terminal"),
    "report-html": (["report", ".", *ON], "html"),
    "report-markdown": (["report", ".", "--format", "markdown", *ON], "markdown"),
    "badge-svg": (["badge", "choice.yaml", *ON], "picture"),
    "new-from": (["new", "copy.yaml", "--from", "choice.yaml", *ON[:2]], "terminal"),
    "set": (["rubric", "check", "broken"], "terminal"),
    "set-json": (["rubric", "check", "broken", "--format", "json"], "json"),
    "settings": (["score", "choice.yaml", "--config", "settings.toml"], "terminal"),
}
MOST = 24
"""Signs of an attack, so that it is told whole where it is told in other words, too."""

HEAD = {"lifeline": 1, "idea": "A product", "assessed": "2026-11-01"}


def refused(attack: str) -> dict[str, dict[str, Any]]:
    """Give idea files that cannot be judged, as where words belong there is an attack."""
    word = f"{on_one_line(attack)[:MOST]} word"
    answer, link = {"answer": "announced"}, word.replace("https", "x")
    return {
        "key": {**HEAD, word: 1},
        "question": {**HEAD, "answers": {word: "yes"}},
        "choice": {**HEAD, "answers": {"entry": word, "assets": [word], "runway": word}},
        "name": {**HEAD, "idea": f"two\n{attack} word"},
        "id": {**HEAD, "id": word},
        "day": {**HEAD, "assessed": word},
        "set": {**HEAD, "set": {"small": word}},
        "sound": HEAD,
        "scheme": {
            **HEAD,
            "answers": {"entry": {**answer, "evidence": [{"link": link}]}},
        },
        "rung": {**HEAD, "answers": {"entry": {**answer, "evidence": [{word: "x"}]}}},
        "waiver": {**HEAD, "waivers": {word: {"reason": "x"}, f"product/{word}": {"until": word}}},
        "applies": {**HEAD, "answers": {"entry": {"not-applicable": word}}},
    }


def write_folder(folder: Path, attack: str) -> None:
    """Write files with an attack where something else was expected."""
    for name, data in refused(attack).items():
        (folder / f"{name}.yaml").write_bytes(written(data))
    word = f"{on_one_line(attack)[:MOST]} word"
    rubric = {"rubric-format": 1, "rubric": word, "title": "x", "about": "x", word: word}
    broken = {
        "set.yaml": {
            "set-format": 1,
            "set": word,
            "version": word,
            "title": "x",
            "rubrics": [word],
        },
        "claims.yaml": {"claims-format": 1, "sources": [], "claims": [{"id": word, "tag": word}]},
        "rubric.yaml": {**rubric, "questions": [{"id": word, "kind": word, "when": {word: word}}]},
    }
    (folder / "broken").mkdir()
    for name, data in broken.items():
        (folder / "broken" / name).write_bytes(written(data))
    text = "".join(f"\\U{ord(sign):08X}" for sign in word)
    (folder / "settings.toml").write_text(f'"{text}" = "{text}"\nset = "{text}"\n', "ascii")


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory: pytest.TempPathFactory, own_cache: None) -> Callable[[str], Path]:
    made: dict[str, Path] = {}

    def folder(text: str) -> Path:
        if text not in made:
            made[text] = tmp_path_factory.mktemp("refused")
            write_folder(made[text], text)
        return made[text]

    return folder


def leak(way: str, attack: str, folder_of: Callable[[str], Path]) -> str:
    """Say what an attack does in a format; nothing where it does nothing."""
    words, reader = WAYS[way]
    found: list[tuple[int, Shape]] = []
    for text in (attack, twin_of(attack)):
        os.chdir(folder_of(text))
        ran = run(*words)
        try:
            found.append((ran.code, [*READERS[reader](ran.out), *read_terminal(ran.err)]))
        except AssertionError as error:
            return f"not inert: {error}"
    (code, attacked), (meant, harmless) = found
    return f"exit code {code}" if code != meant else difference(attacked, harmless)


@pytest.mark.parametrize(("way", "family"), cells(WAYS))
def test_what_is_told_is_inert(way: str, family: str, folder_of: Callable[[str], Path]) -> None:
    found = {name: leak(way, attack, folder_of) for name, attack in TABLE[family].items()}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_file_that_is_no_yaml_is_told(attack: str, tmp_path: Path) -> None:
    """Of it a line is shown, as it is; what is wrong with it depends on the attack."""
    (tmp_path / "idea.yaml").write_text(f"lifeline: 1\nidea: a: {ATTACKS[attack]}\n- [", "utf-8")
    os.chdir(tmp_path)
    for name, reader in SCORE.items():
        ran = run("score", "idea.yaml", "--format", name, *ON)
        assert ran.code == 2
        READERS[reader](ran.out)
        read_terminal(ran.err)
