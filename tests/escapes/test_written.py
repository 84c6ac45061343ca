"""Files that the command writes hold what it read, and are read back to the same; talk is inert."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from lifeline.compiling.store import build
from lifeline.model.idea import OPEN
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from tests.escapes.attacks import ATTACKS, TABLE, likened, twin_of
from tests.escapes.command import run
from tests.escapes.conftest import Folder
from tests.escapes.reading import READERS, difference, read_painted, read_terminal
from tests.escapes.ways import ON, SET, A
from tests.reading.small import FOLDER as SMALL

ATTACK = pytest.mark.parametrize(
    "attack",
    [
        pytest.param(text, id=f"{family}-{name}", marks=pytest.mark.xdist_group(family))
        for family, attacks in TABLE.items()
        for name, text in attacks.items()
    ],
)
TYPED = ["note {attack} note", "a", "title {attack} title", "evidence", "a", "{attack} told"]
TYPED += ["n", "k", "why", "list", "reach", "b", "", "x{attack}", "q"]


def texts_in(data: object) -> list[str]:
    """Give all texts and keys in plain data, in order."""
    if isinstance(data, dict):
        return [text for pair in data.items() for part in pair for text in texts_in(part)]
    if isinstance(data, list):
        return [text for item in data for text in texts_in(item)]
    return [data] if isinstance(data, str) else []


@ATTACK
def test_a_new_file_asks_every_question_and_answers_none(
    attack: str, stand_in: Folder, tmp_path: Path
) -> None:
    """What the set says stands in comments: it ends none of them."""
    found = []
    for number, text in enumerate((attack, twin_of(attack))):
        stand_in(text)
        path = tmp_path / f"{number}.yaml"
        ran = run("new", str(path), *SET, "--with", "all", "--as-of", "2026-11-01")
        assert ran.code == 0
        read_terminal(ran.err)
        written = path.read_text(encoding="utf-8")
        data = yaml.safe_load(written)
        compiled = build("hostile", read_files("hostile"))
        idea = read_idea(written.encode(), str(path), compiled)
        assert all(answer.state == OPEN for answer in idea.answers.values())
        comments = [line for line in written.split("\n") if line.lstrip().startswith("#")]
        found.append([data["answers"], {**data, "idea": ""}, len(comments) > 10])
    assert not (told := difference(*found)), told


@ATTACK
def test_a_copy_reads_as_the_file_it_was_copied_from(
    attack: str, stand_in: Folder, tmp_path: Path
) -> None:
    stand_in(attack)
    copy = tmp_path / "plan-c.yaml"
    assert run("new", str(copy), "--from", A, *SET).code == 0
    before, after = (yaml.safe_load(Path(path).read_bytes()) for path in (A, copy))
    assert after.pop("id") == "plan-c"
    assert after == before


@ATTACK
def test_a_ledger_and_a_baseline_hold_the_words_and_no_more(attack: str, stand_in: Folder) -> None:
    lines, baselines = [], []
    for text in (attack, twin_of(attack)):
        stand_in(text)
        ledger = Path("ledger.jsonl").read_text(encoding="utf-8")
        assert ledger.count("\n") == len(ledger.splitlines()) == 1
        lines.append(sorted(map(likened, texts_in(json.loads(ledger)))))
        baseline = yaml.safe_load(Path("baseline.yaml").read_bytes())
        baselines.append([likened(text) for text in texts_in(baseline)])
    assert lines[0] == lines[1]
    assert baselines[0] == baselines[1]


@ATTACK
def test_a_translation_begins_as_the_set_it_translates(
    attack: str, stand_in: Folder, tmp_path: Path
) -> None:
    found = []
    for number, text in enumerate((attack, twin_of(attack))):
        folder = stand_in(text)
        copy = tmp_path / str(number) / "hostile"
        copy.mkdir(parents=True)
        for file in (folder / "hostile").glob("*.yaml"):
            (copy / file.name).write_bytes(file.read_bytes())
        ran = run("rubric", "translate", str(copy), "--lang", "zz")
        assert ran.code in {0, 2}
        read_terminal(ran.out + ran.err.replace(str(copy), ""))
        data = yaml.safe_load((copy / "text" / "zz.yaml").read_bytes())
        found.append([likened(text) for text in texts_in(data)])
        assert run("score", A, "--set", str(copy), "--lang", "zz", *ON[2:]).code in {0, 1}
    assert found[0] == found[1]


@ATTACK
def test_a_plain_talk_is_inert_and_saves_what_was_typed(
    attack: str, stand_in: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    stand_in(attack)
    typed = " ".join(attack.split()).replace("\x00", "")
    text = "".join(f"{line}\n" for line in TYPED).replace("{attack}", typed)
    path = tmp_path / "idea.yaml"
    ran = run("walk", "--plain", str(path), *SET, typed=text)
    assert ran.code == 0
    read_terminal(ran.out.replace(str(tmp_path), ""))
    read_terminal(ran.err.replace(str(tmp_path), ""))
    compiled = build("hostile", read_files("hostile"))
    idea = read_idea(path.read_bytes(), str(path), compiled)
    assert likened(f"{attack}title") in likened(idea.title)


@ATTACK
def test_colours_are_our_own(
    attack: str, stand_in: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    found = []
    for text in (attack, twin_of(attack)):
        stand_in(text)
        ran = run("score", A, *ON, watched=True)
        found.append([*read_painted(ran.out), *read_terminal(ran.err)])
    assert found[0][0].startswith("\x1b[")
    assert not (told := difference(*found)), told


@ATTACK
def test_the_summary_of_a_step_is_inert(
    attack: str, stand_in: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("")
    stand_in(attack)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = run("score", "ideas", "--format", "auto", *ON)
    READERS["auto"](ran.out)
    assert READERS["markdown"](summary.read_text(encoding="utf-8"))


def test_every_attack_has_a_name_of_its_own() -> None:
    assert len(ATTACKS) == sum(map(len, TABLE.values()))
    assert len(set(ATTACKS.values())) == len(ATTACKS)
    assert all(twin_of(twin_of(text)) == twin_of(text) for text in ATTACKS.values())


def test_a_small_set_has_no_attacks() -> None:
    assert "\x1b" not in "".join(map(bytes.decode, read_files(SMALL).values()))
