"""``lifeline schema``: what is printed, where to, and what it takes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.cli.schema import FIRST_LINE, IDEA_SCHEMA, SUBJECTS


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_schema_is_printed_as_json(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", subject]) == 0
    told, talk = capsys.readouterr()
    schema = json.loads(told)
    assert list(schema)[:3] == ["$schema", "title", "$comment"]
    assert told.isascii()
    assert not talk


def test_a_schema_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "idea"]) == 0
    printed = capsys.readouterr().out
    file = tmp_path / "idea.schema.json"
    assert main(["schema", "idea", "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == printed
    assert capsys.readouterr() == ("", "")


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "output", "-o", str(tmp_path / "none" / "x.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_what_is_no_subject_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "ideas"]) == 2
    assert "idea" in capsys.readouterr().err


@pytest.mark.parametrize("subject", ["idea", "output"])
def test_the_schemas_of_ideas_and_output_need_no_pydantic(subject: str) -> None:
    code = (
        f"import sys; from lifeline.cli.main import main; main(['schema', '{subject}']);"
        "print(*sys.modules, file=sys.stderr)"
    )
    for _ in range(2):  # the second run finds the compiled set
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
    assert "pydantic" not in found.stderr.split()


def test_a_new_file_names_the_schema_that_is_written_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea, schema = tmp_path / "plan.yaml", tmp_path / IDEA_SCHEMA
    assert main(["new", str(idea), "--schema"]) == 0
    assert idea.read_text(encoding="utf-8").startswith(f"{FIRST_LINE}\nlifeline: 1\n")
    assert main(["schema", "idea"]) == 0
    assert capsys.readouterr().out == schema.read_text(encoding="utf-8")
    assert main(["score", str(idea)]) == 3


@pytest.mark.parametrize("is_there", [False, True])
def test_a_new_file_names_a_schema_only_where_there_is_one(is_there: bool, tmp_path: Path) -> None:
    idea, schema = tmp_path / "plan.yaml", tmp_path / IDEA_SCHEMA
    if is_there:
        schema.write_text("{}", encoding="utf-8")
    assert main(["new", str(idea)]) == 0
    assert idea.read_text(encoding="utf-8").startswith(FIRST_LINE) == is_there
    assert not is_there or schema.read_text(encoding="utf-8") == "{}"


def test_a_copy_keeps_its_first_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["new", str(tmp_path / "b.yaml"), "--from", "a.yaml", "--id", "b", "--schema"]
    assert main(words) == 2
    assert "--schema does not go with --from" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]
