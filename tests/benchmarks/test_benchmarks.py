"""The benchmarks start, and time by what they say; how quick anything is, no test asks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from lifeline.compiling.store import build
from lifeline.errors import InvalidFile
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED

if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet

ROOT = Path(__file__).resolve().parents[2]
NGC = ROOT / "rubrics" / "ngc"


@pytest.fixture(autouse=True)
def _flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts import one another by their plain names."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


def compiled(folder: Path) -> CompiledSet:
    return build(str(folder), read_files(str(folder), ""), "")


@pytest.mark.parametrize("part", ["cold", "folders", "memory"])
def test_a_part_prints_its_rows(part: str, tmp_path: Path) -> None:
    words = ["--installed", sys.executable, "--pairs", "1", "--files", "2", "--part", part]
    command = [sys.executable, str(ROOT / "benchmarks" / "run.py"), "--keep", str(tmp_path), *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "lifeline score" in done.stdout
    assert "A/B" in done.stdout


def test_a_step_that_does_not_work_is_an_error(tmp_path: Path) -> None:
    words = ["--installed", "/bin/false", "--pairs", "1", "--files", "1", "--part", "cold"]
    command = [sys.executable, str(ROOT / "benchmarks" / "run.py"), "--keep", str(tmp_path), *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "benchmark stopped" in done.stderr


def test_a_bigger_set_has_so_many_times_the_questions_and_rules(tmp_path: Path) -> None:
    from bigger import write_bigger

    once, twice = compiled(NGC), compiled(write_bigger(NGC, tmp_path / "twice", 2))
    for part in ("questions", "caps", "findings"):
        sizes = [len(each["deciding"][part]) for each in (once, twice)]
        assert sizes[1] == 2 * sizes[0]


def test_the_wrong_files_are_wrong_and_the_right_one_is_right(tmp_path: Path) -> None:
    from faulty import write_tried

    ngc = compiled(NGC)
    (right,), wrong = write_tried(tmp_path / "tried", NGC)
    assert read_idea(Path(right).read_bytes(), right, ngc).title == "Right"
    assert len(wrong) >= 10
    for path in wrong:
        with pytest.raises(InvalidFile):
            read_idea(Path(path).read_bytes(), path, ngc)


def test_tangled_and_random_sets_are_sets_with_open_ideas(tmp_path: Path) -> None:
    from random_sets import main
    from tangled import write_hidden, write_lifted, write_tangled

    main(str(tmp_path / "random"), "3")
    folders = [
        write_tangled(tmp_path / "tangled", 6, 4),
        write_lifted(tmp_path / "lifted", 4),
        write_hidden(tmp_path / "hidden", 6),
        *(tmp_path / "random").iterdir(),
    ]
    for folder in folders:
        found = compiled(folder)
        data = (folder / "idea" / "idea.yaml").read_bytes()
        idea = read_idea(data, "idea.yaml", found)
        assert assess(idea, found, as_of=ASSESSED)["open"]


def test_the_schema_for_yamale_names_every_question(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    from inside.yamale_schema import main

    main(str(NGC))
    documents = list(yaml.safe_load_all(json.loads(capsys.readouterr().out)))
    questions = {question["id"] for question in compiled(NGC)["deciding"]["questions"]}
    assert questions <= documents[1]["answers"].keys()
