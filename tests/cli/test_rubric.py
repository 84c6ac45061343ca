"""``lifeline rubric check`` as authors run it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.cli.rubric import SUBVERBS
from lifeline.cli.workbench import check
from lifeline.reading.shelves import shipped_sets

BAD = Path(__file__).parent.parent / "bad"
NOTES = BAD / "checks" / "claims-not-cited"
ERRORS = BAD / "checks" / "cap-always-undercut"
REFUSED = BAD / "sets" / "quantity-circle"


def run(*words: object) -> int:
    return main(["rubric", "check", *map(str, words)])


def test_a_set_with_notes_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(NOTES) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    first, remedy, last = captured.out.splitlines()
    assert first == f"{NOTES}/claims.yaml:4:1: claims: note: 2 claims are cited by nothing yet."
    assert remedy == "  → Write questions and rules for them, or keep them for later."
    assert last.endswith("claims-not-cited (claims-not-cited 0.1.0): 0 errors, 1 note.")


def test_a_set_with_errors_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ERRORS) == 2
    out = capsys.readouterr().out
    assert f"{ERRORS}/garden.yaml:11:54: rules[2].cap: error: wherever garden/far" in out
    assert "1 error, 0 notes." in out


def test_what_compiling_refuses_is_told_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(REFUSED) == 2
    out = capsys.readouterr().out
    expected = (REFUSED / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert out.splitlines()[:-1] == [f"{REFUSED}/{line}" for line in expected]
    assert "1 error, 0 notes." in out


def test_several_sets_are_all_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(REFUSED, NOTES, ERRORS, "--format", "json") == 2
    text = capsys.readouterr().out
    assert text.isascii()
    found = json.loads(text)
    assert found["format"] == 1
    assert [(each["set"], each["errors"], each["notes"]) for each in found["sets"]] == [
        (None, 1, 0),
        ("claims-not-cited", 0, 1),
        ("cap-always-undercut", 1, 0),
    ]
    keys = "level check path message line column key excerpt remedy".split()
    assert all(list(f) == keys for each in found["sets"] for f in each["findings"])
    assert found["sets"][2]["findings"][0]["line"] == 11


def test_a_folder_without_a_set_is_told_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, NOTES) == 2
    captured = capsys.readouterr()
    assert captured.err == f"{tmp_path}: holds no rubric set. Expected a file set.yaml in it.\n"
    assert "0 errors, 1 note." in captured.out


def test_it_writes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(ERRORS)
    printed = capsys.readouterr().out
    assert run(ERRORS, "-o", tmp_path / "out") == 2
    assert capsys.readouterr().out == ""
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed


def test_what_a_set_or_its_folder_says_does_nothing_to_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a\x1b[31mset"
    shutil.copytree(ERRORS, folder)
    assert run(folder) == 2
    assert "\x1b" not in capsys.readouterr().out


def test_without_a_folder_the_shipped_set_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "json") == 0
    assert [each["set"] for each in json.loads(capsys.readouterr().out)["sets"]] == ["ngc"]


def test_a_shipped_set_is_checked_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("ngc", "--format", "json") == 0
    assert [each["set"] for each in json.loads(capsys.readouterr().out)["sets"]] == ["ngc"]


def test_a_folder_goes_before_a_shipped_set_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(NOTES, tmp_path / "ngc")
    monkeypatch.chdir(tmp_path)
    assert run("ngc") == 0
    assert "ngc (claims-not-cited 0.1.0): 0 errors, 2 notes." in capsys.readouterr().out


def test_a_name_of_no_set_is_told_and_the_others_are_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("ngcc", NOTES) == 2
    captured = capsys.readouterr()
    assert "'ngcc' is not a rubric set, nor a folder of one." in captured.err
    assert "0 errors, 1 note." in captured.out


def test_to_record_a_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--record") == 2
    told = "lifeline: --record changes files. Name the folder of your set.\n"
    assert capsys.readouterr().err == told


def test_nothing_is_recorded_in_an_installed_set_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "packaged_sets", shipped_sets)
    assert run("ngc", "--record") == 2
    assert capsys.readouterr().err.startswith("lifeline: the installed set cannot be changed.")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a set without errors, whose test vectors cannot be read."""
    folder = Path(shutil.copytree(NOTES, tmp_path / "claims-not-cited"))
    (folder / "tests").mkdir()
    vector = "{name: A, answers: {entyr: nobody}, expect: {months: 0}}"
    text = f"vectors-format: 1\nvectors:\n  - {vector}\n"
    (folder / "tests" / "faulty.yaml").write_text(text, encoding="utf-8")
    return folder


def test_test_vectors_that_cannot_be_read_are_told(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(faulty) == 2
    out = capsys.readouterr().out
    assert f"{faulty}/tests/faulty.yaml:3:25: vectors[0].answers.entyr: " in out
    assert "(claims-not-cited 0.1.0): 1 error, 1 note." in out


def test_test_vectors_are_read_and_not_run(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = faulty / "tests" / "faulty.yaml"
    file.write_text(file.read_text("utf-8").replace("entyr: nobody", ""), encoding="utf-8")
    assert run(faulty) == 0
    assert "0 errors, " in capsys.readouterr().out


def test_nothing_is_recorded_while_test_vectors_cannot_be_read(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in faulty.iterdir())
    assert run(faulty, "--record") == 2
    assert "nothing is recorded, as the set has errors." in capsys.readouterr().err
    assert sorted(path.name for path in faulty.iterdir()) == before


def test_a_rubric_that_the_set_does_not_name_is_told_with_what_is_missing_by_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(NOTES, tmp_path / "own")
    shutil.copy(folder / "garden.yaml", folder / "shed.yaml")
    note = f"{folder}/shed.yaml:1:1: note: nothing reads this file: set.yaml does not name it"
    assert run(folder) == 0
    assert note in capsys.readouterr().out
    rubric = (folder / "garden.yaml").read_text(encoding="utf-8")
    (folder / "garden.yaml").write_text(rubric.replace("because", "unless: {wall: 12}, because"))
    assert run(folder) == 2
    out = capsys.readouterr().out
    assert "'wall' is not a protection" in out
    assert note in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["rubric"], "required: VERB. See 'lifeline rubric --help'."),
        (["rubric", "chek"], "invalid choice: 'chek'"),
        (["rubric", "check", "--strict"], "unknown: --strict."),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert len(err.splitlines()) == 1


def test_help_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rubric", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert all(about in out for about in SUBVERBS.values())
