"""``lifeline compare`` as its users run it: portfolios, raters, advisers; and what it imports."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, idea_file
from tests.cli.test_explain import loaded
from tests.cli.test_main import HEAVY
from tests.conftest import ROOT
from tests.reading.small import FOLDER as SMALL
from tests.repositories import commit, repository

PATIENT = str(ROOT / "examples" / "rubrics" / "patient")
EXAMPLES = str(ROOT / "examples" / "ideas")
WEEKS: Authored = {"copy-time": "weeks", "assistant": "enough"}
SOUND: Authored = {"assistant": "more-than-ability", "next-model": "improves", "place": "own"}
BROKEN = 'lifeline: 1\nida: x\n"\\e[31mred\\x07": y\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two ideas, of which one surely ends early."""
    (tmp_path / "kite.yaml").write_bytes(idea_file(WEEKS, idea="Kite"))
    (tmp_path / "sun.yaml").write_bytes(idea_file({"assistant": "one-ability"}, idea="Sun"))
    return tmp_path


def run(*words: object) -> int:
    return main(["compare", *map(str, words)])


def found_in(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    text = capsys.readouterr().out
    assert text.isascii(), "any stream can take it"
    found: dict[str, Any] = json.loads(text)
    return found


# ---- Portfolios


def test_a_folder_is_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("2 ideas, as seen on ")
    assert "Kite" in captured.out
    assert captured.err == ""


def test_json_has_a_row_for_each_idea_and_no_whole_assessment(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--format", "json", "--as-of", "2024-02-29") == 0
    found = found_in(capsys)
    assert list(found)[:2] == ["format", "mode"]
    assert (found["mode"], found["as_of"], found["invalid"]) == ("portfolio", "2024-02-29", [])
    assert {row["idea"] for row in found["ideas"]} == {"Kite", "Sun"}
    assert not {"caps", "findings", "answers"} & found["ideas"][0].keys()


def test_the_order_of_the_names_changes_no_byte(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [folder / "kite.yaml", folder / "sun.yaml"]
    run(*names)
    one = capsys.readouterr().out
    run(*names[::-1])
    assert capsys.readouterr().out == one


def test_each_idea_is_judged_by_the_configuration_nearest_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, settled in (("north", "strict = true\nmin-months = 0\n"), ("south", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "idea.yaml").write_bytes(idea_file(SOUND, idea=name))
        (tmp_path / name / "lifeline.toml").write_text(settled)
    run("north", "south", "--format", "json")
    one = capsys.readouterr().out
    run("south", "north", "--format", "json")
    assert capsys.readouterr().out == one, "the order of the names does not matter"
    found = json.loads(one)
    rows = {row["idea"]: row for row in found["ideas"]}
    main(["score", "north", "south", "--format", "json"])
    scored = {each["idea"]: each for each in found_in(capsys)["ideas"]}
    for name, row in rows.items():
        assert row["durability"] == scored[name]["scores"]["lifeline"]
        assert row["verdict"] == scored[name]["verdict"]
    assert (rows["north"]["strict"], rows["south"]["strict"], found["strict"]) == (
        True,
        False,
        False,
    )
    assert rows["north"]["durability"] != rows["south"]["durability"]
    run("north", "south")
    assert capsys.readouterr().out.splitlines()[0].endswith(", 1 of them strict")


def test_an_invalid_file_is_told_and_the_others_are_compared(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "broken.yaml"
    path.write_text(BROKEN)
    assert run(folder, "--format", "json") == 2
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert [entry["path"] for entry in found["invalid"]] == [str(path)]
    assert len(found["ideas"]) == 2
    assert f"{path}:2:1: ida:" in captured.err
    assert f"{path}:3:1" in captured.err, "all of its problems are told"
    assert "1 file is left out of the comparison" in captured.err
    assert not set(captured.err) & set("\x1b\x07")


def test_an_idea_that_fails_its_gate_is_compared_like_any_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = folder / "kite.yaml"
    name.write_bytes(idea_file({**WEEKS, "payers": "nobody", "assets": [], "place": "visit"}))
    assert main(["score", str(name)]) == 1
    assert run(name) == 0


def test_strict_compares_strict_results(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "--strict", "--format", "json")
    rows = {row["path"]: row["months"] for row in found_in(capsys)["ideas"]}
    main(["score", str(folder), "--strict", "--format", "json"])
    scored = json.loads(capsys.readouterr().out)["ideas"]
    assert rows == {each["path"]: each["lifeline"]["months"] for each in scored}


def test_another_gate_changes_verdicts_and_no_months(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = []
    for months in ("6", "0"):
        run(folder, "--min-months", months, "--format", "json")
        rows.append(found_in(capsys)["ideas"])
    assert [row["verdict"] for row in rows[0]] == ["unclear", "unclear"]
    assert [row["verdict"] for row in rows[1]] == ["pass", "pass"]
    assert [row["months"] for row in rows[0]] == [row["months"] for row in rows[1]]


def test_no_idea_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.yaml").write_text("x: 1\n")
    assert run(tmp_path) == 2
    assert "no idea file in" in capsys.readouterr().err


def test_it_writes_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder)
    printed = capsys.readouterr().out
    out = folder / "out.txt"
    assert run(folder, "-o", out) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == printed


def test_the_examples_can_be_compared_in_every_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in ([], ["--lang", "zh"], ["--lang", "ar"], ["--full"]):
        assert run(EXAMPLES, *words) == 0
        assert "can be put in order" in capsys.readouterr().out


# ---- Raters


def test_raters_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = (folder / "kite.yaml", folder / "sun.yaml")
    assert run("--raters", *names) == 0
    assert "answered by 2 people" in capsys.readouterr().out
    assert run("--raters", *names, "--format", "json") == 0
    found = found_in(capsys)
    assert found["mode"] == "raters"
    assert found["differ_in"] == ["idea"]
    assert "lifeline/assistant" in [entry["question"] for entry in found["questions"]]


def test_people_whose_files_are_judged_otherwise_are_told_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled = '[[overrides]]\npaths = ["sun.yaml"]\nstrict = true\n'
    (folder / "lifeline.toml").write_text(settled)
    assert run("--raters", folder) == 0
    assert "Only some of the files are judged strictly" in capsys.readouterr().out
    assert run("--raters", folder, "--strict") == 0
    assert "Only some" not in capsys.readouterr().out


@pytest.mark.parametrize(("least", "verdict"), [("3", "pass"), ("12", "fail")])
def test_raters_and_advisers_judge_by_the_gate_that_is_asked_for(
    least: str, verdict: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kite.yaml"
    path.write_bytes((ROOT / "examples" / "ideas" / "langchain.yaml").read_bytes())
    words = ["--min-months", least, "--format", "json", "--as-of", "2026-11-22"]
    run("--raters", path, ROOT / "examples" / "ideas" / "langchain.yaml", *words)
    raters = found_in(capsys)["raters"]
    assert [each["verdict"] for each in raters] == [verdict, verdict]
    run(path, "--against", "ngc", *words)
    advisers = found_in(capsys)["advisers"]
    assert [each["verdict"] for each in advisers] == [verdict, verdict]
    assert {each["gate"]["min_months"] for each in advisers} == {int(least)}


def test_one_rater_is_too_few(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--raters", folder / "kite.yaml") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Name two or more" in captured.err


def test_all_invalid_files_of_raters_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(BROKEN)
    assert run("--raters", folder) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count(": ida: ") == 2


# ---- Advisers


def test_two_advisers_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder / "kite.yaml", "--against", PATIENT) == 0
    assert "Where they part" in capsys.readouterr().out
    assert run(folder / "kite.yaml", "--against", PATIENT, "--format", "json") == 0
    found = found_in(capsys)
    assert found["mode"] == "advisers"
    assert [view["set"] for view in found["advisers"]] == ["ngc", "patient"]


def test_the_first_adviser_is_the_one_that_set_names(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (folder / "kite.yaml", "--set", PATIENT, "--against", "ngc", "--format", "json")
    assert run(*words) == 0
    assert [view["set"] for view in found_in(capsys)["advisers"]] == ["patient", "ngc"]


def test_an_adviser_that_asks_nothing_of_what_is_answered_is_no_mistake(
    folder: Path, ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder / "kite.yaml", "--against", SMALL) == 0
    captured = capsys.readouterr()
    assert "small asks nothing that this file answers" in captured.out
    assert captured.err == ""


def test_an_idea_that_neither_can_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "broken.yaml"
    path.write_text(BROKEN)
    assert run(path, "--against", PATIENT) == 2
    assert f"{path}:2:1: ida:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--against", "ngc"], "Name one file"),
        (["a.yaml", "b.yaml", "--against", "ngc"], "Name one file"),
        (["a.yaml", "--raters", "--against", "ngc"], "not allowed with argument"),
        (["a.yaml", "--against", "ngx"], "'ngx' is not a rubric set"),
        (["a.yaml", "--format", "jsonl"], "invalid choice: 'jsonl'"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert expected in captured.err
    assert len(captured.err.splitlines()) == 1


@pytest.mark.lean
def test_comparing_with_a_known_set_is_lean(folder: Path, tmp_path: Path) -> None:
    for words in (["compare", str(folder)], ["compare", "--raters", str(folder)]):
        loaded(words, tmp_path)
        found = loaded(words, tmp_path)
        assert any(name.startswith("lifeline.report.comparison.") for name in found)
        assert not found & HEAVY


@pytest.mark.lean
def test_help_waits_for_nothing(tmp_path: Path) -> None:
    found = loaded(["compare", "--help"], tmp_path)
    assert not any(name.startswith(("lifeline.insight", "lifeline.report.comp")) for name in found)
    assert not found & HEAVY


# ---- Which files


AGAINST = ("--against", PATIENT, "--format", "json")


def test_advisers_judge_the_one_file_that_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    for words in (("*n.yaml",), (".", "--exclude", "kite.yaml"), ("--files-from", "list.txt")):
        Path("list.txt").write_text("sun.yaml\n", encoding="utf-8")
        assert run(*words, *AGAINST) == 0
        assert found_in(capsys)["path"].endswith("sun.yaml")
    assert run(".", *AGAINST) == 2
    assert "Name one file" in capsys.readouterr().err


def test_advisers_look_only_at_what_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run("kite.yaml", *AGAINST, "--since", "HEAD") == 2
    assert "in no git repository" in capsys.readouterr().err
    commit(repository(folder, monkeypatch), "Ideas")
    assert run("kite.yaml", *AGAINST, "--since", "HEAD") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no idea file changed since HEAD: nothing is judged." in captured.err


def test_advisers_show_stdin_under_the_name_that_it_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(idea_file(WEEKS, idea="Kite")))
    monkeypatch.setattr("sys.stdin", stdin)
    assert run("-", *AGAINST, "--stdin-filename", "kite.yaml") == 0
    assert found_in(capsys)["path"] == "kite.yaml"


@pytest.mark.parametrize("mode", [["--raters"], ["--against", "ngc"], []])
def test_where_all_is_passed_over_nothing_is_compared_and_that_is_no_mistake(
    mode: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--exclude", "*", *mode) == 0
    assert "nothing is judged" in capsys.readouterr().err
