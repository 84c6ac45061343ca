"""``lifeline new IDEA --with RUBRIC`` on a file that is there: what is added, and what stays."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea

HEAD = "lifeline: 1\nidea: A\nassessed: 2026-11-22\n"
ROWS = f"{HEAD}answers:\n  used: yes   # mine\n"
FIRST = "made-possible"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def added(text: str | bytes) -> bytes:
    """Add the questions of a rubric to a file, and give what it holds then."""
    path = Path("idea.yaml")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["new", "idea.yaml", "--with", "investor-fit"]) == 0
    return path.read_bytes()


def test_text_that_looks_like_an_answer_stays_as_it_is() -> None:
    summary = f"summary: |\n  Notes:\n\n    {FIRST}: unknown\n  {FIRST}: unknown\n"
    found = added(ROWS.replace("assessed", f"{summary}assessed")).decode()
    assert summary in found
    assert found.count("# 1 of 6: ") == 1
    assert found.index("# 1 of 6: ") > found.index("answers:")


def test_each_question_stands_below_its_comment() -> None:
    found = added(ROWS).decode()
    assert found.startswith(f"{ROWS}\n  # 1 of 6: ")
    numbers = re.findall(r"^  # (\d) of 6: ", found, re.MULTILINE)
    assert numbers == ["1", "2", "3", "4", "5", "6"]
    blocks = found.removeprefix(ROWS).strip("\n").split("\n\n")
    assert [len(re.findall("^  [^#]", block, re.MULTILINE)) for block in blocks] == [1] * 6
    assert all(block.endswith(": unknown") for block in blocks)


def test_rows_further_in_get_comments_as_far_in() -> None:
    found = added(f"{HEAD}answers:\n      used: yes\n").decode()
    assert f"\n      {FIRST}: unknown\n" in found
    assert "\n      # 1 of 6: " in found


def test_lines_end_as_they_did() -> None:
    found = added(ROWS.replace("\n", "\r\n"))
    assert b"# 1 of 6: " in found
    assert found.count(b"\n") == found.count(b"\r\n") == found.count(b"\r")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_can_be_read_stays(codec: str, ngc: CompiledSet) -> None:
    marked = "\ufeff" + ROWS.replace("A", "Ä 😀")
    found = added(marked.encode(codec))
    assert found.decode(codec).startswith(f"{marked}\n  # 1 of 6: ")
    assert len(read_idea(found, "idea.yaml", ngc).answers) == 7


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}answers: {{used: yes}}\n",
        '{lifeline: 1, idea: A, answers: {"used": unknown}}',
    ],
)
def test_answers_in_braces_get_no_comments(text: str, ngc: CompiledSet) -> None:
    found = added(text)
    assert b"#" not in found
    assert len(read_idea(found, "idea.yaml", ngc).answers) == 7


def test_a_file_without_answers_gets_them_with_comments(ngc: CompiledSet) -> None:
    found = added(HEAD)
    assert b"\n  # 1 of 6: " in found
    assert len(read_idea(found, "idea.yaml", ngc).answers) == 6


def test_a_text_that_keeps_its_blank_lines_gets_none_more() -> None:
    rows = "  used:\n    answer: yes\n    note: |+\n      One.\n\n"
    found = added(f"{HEAD}answers:\n{rows}").decode()
    assert f"{rows}  # 1 of 6: " in found


def test_what_is_there_already_is_not_added_again() -> None:
    once = added(ROWS)
    assert added(once) == once


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        (["idea.yaml", "--id", "plan-b"], "--id"),
        (["--id", "idea"], "--id"),
        (["idea.yaml", "--as-of", "2026-01-01"], "--as-of"),
        (["idea.yaml", "--schema"], "--schema"),
    ],
)
def test_nothing_else_of_the_file_can_be_settled(
    words: list[str], flag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("idea.yaml").write_text(ROWS, encoding="utf-8")
    assert main(["new", *words, "--with", "investor-fit"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"lifeline: {flag} does not go with --with where the file is there")
    assert line.endswith(f"Leave {flag} out.")
    assert os.listdir() == ["idea.yaml"]
    assert Path("idea.yaml").read_text(encoding="utf-8") == ROWS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("idea.yaml")
    assert main(["new", "idea.yaml", "--with", "web3"]) == 2
    assert "idea.yaml is not a file that questions can be added to" in capsys.readouterr().err


def test_a_link_to_a_file_stays_one() -> None:
    Path("there.yaml").write_text(ROWS, encoding="utf-8")
    Path("idea.yaml").symlink_to("there.yaml")
    assert main(["new", "idea.yaml", "--with", "investor-fit"]) == 0
    assert Path("idea.yaml").is_symlink()
    assert f"  {FIRST}: unknown\n" in Path("there.yaml").read_text(encoding="utf-8")
