"""Annotations as GitHub's runner reads them: on their lines, the worst first, as many as drawn."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifeline.report.formats.github import DRAWN, annotation
from lifeline.report.formats.places import Places
from tests.report.commands import read_commands
from tests.report.reported import BROKEN, FAILS, PASSES, UNCLEAR, all_judged, judged, written


def test_an_annotation_names_file_line_column_and_rule() -> None:
    command = read_commands(written("github", [judged(FAILS, "ideas/a.yaml")]))[1]
    assert command.name == "error"
    assert command.properties == {
        "file": "ideas/a.yaml",
        "line": "8",
        "col": "3",
        "title": "product/money-ends",
    }
    assert command.message == "Your money ends soon.\nRaise money."


def test_errors_come_first_then_warnings_then_notices() -> None:
    commands = read_commands(written("github", all_judged()))
    assert [command.name for command in commands] == [*["error"] * 4, "warning", "notice"]
    files = [command.properties["file"] for command in commands]
    assert files == [
        *["ideas/broken.yaml"] * 2,
        *["ideas/fails.yaml"] * 2,
        "ideas/unclear.yaml",
        "ideas/fails.yaml",
    ]


def test_what_passes_or_is_waived_is_not_annotated() -> None:
    assert written("github", [judged(PASSES)]) == ""
    waived = read_commands(written("github", [judged(UNCLEAR)]))
    assert [command.properties["title"] for command in waived] == ["product/nothing-protects"]


def test_a_cap_above_the_gate_is_not_annotated() -> None:
    commands = read_commands(written("github", [judged(FAILS, min_months=6, fail_on="none")]))
    assert [command.properties["title"] for command in commands] == [
        "product/money-ends",
        "evidence/unbacked",
    ]


def test_of_many_the_worst_of_each_are_drawn_and_the_rest_counted() -> None:
    many = [judged(FAILS, f"ideas/{number:03}.yaml") for number in range(300)]
    commands = read_commands(written("github", [*many, judged(BROKEN, "ideas/z.yaml")]))
    errors = [command for command in commands if command.name == "error"]
    notices = [command for command in commands if command.name == "notice"]
    assert (len(errors), len(notices)) == (DRAWN, DRAWN)
    files = [command.properties["file"] for command in errors]
    assert files == ["ideas/z.yaml"] * 2 + [f"ideas/{number:03}.yaml" for number in range(8)]
    assert len({command.properties["title"] for command in errors}) == 2, "each file's worst first"
    assert notices[-1].message.startswith(f"{3 * 300 + 2 - 2 * DRAWN + 1} more remarks of lifeline")


def test_the_order_of_files_changes_no_byte() -> None:
    many = [judged(FAILS, f"ideas/{number:03}.yaml") for number in range(230)]
    assert written("github", many) == written("github", many[::-1])


def test_signs_that_end_a_command_or_a_property_are_written_otherwise() -> None:
    text = annotation("note", ["100%0A of it\r\n::error::x", "b"], file="a,b:c%.yaml", title="x")
    assert "\n" not in text
    assert "\r" not in text
    (command,) = read_commands(f"{text}\n")
    assert command.properties == {"file": "a,b:c%.yaml", "title": "x"}
    assert command.message == "100%0A of it  ::error::x\nb"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("ideas/a.yaml", "work/ideas/a.yaml"),
        ("../b.yaml", "b.yaml"),
        ("../../c.yaml", "../../c.yaml"),
    ],
)
def test_paths_begin_at_the_root_of_the_repository(
    path: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "repository" / "work"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    assert Places().shown(path) == shown
    assert Places().shown(os.path.abspath(path)) == shown
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert Places().shown(path) == path
