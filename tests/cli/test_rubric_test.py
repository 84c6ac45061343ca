"""``lifeline rubric test`` as authors run it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lifeline.cli.main import main

SMALL = Path(__file__).parent.parent / "sets" / "small"

WRONG = """\
vectors-format: 1
vectors:
  - name: nothing is known
    answers: {}
    expect:
      verdict: fail
      months: 3
      ends: necessity
      cause: none
      certain: true
      caps: {certain: [], possible: [nothing-protects]}
      findings: {possible: []}
      scores: {product: [20.5, 60]}
      deciding: runway
  - name: a network
    answers: {assets: [network]}
    expect: {months: 12}
    near:
      - change: {assets: [permit], runway: 3}
        expect: {months: [6, 12], findings: {certain: []}, open: [runway, entry]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the small set with vectors of which two are wrong."""
    shutil.copytree(SMALL, tmp_path / "small")
    shutil.rmtree(tmp_path / "small" / "tests")
    (tmp_path / "small" / "tests").mkdir()
    (tmp_path / "small" / "tests" / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    return tmp_path / "small"


def run(*words: object) -> int:
    return main(["rubric", "test", *map(str, words)])


def test_vectors_that_come_out_as_expected_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SMALL) == 0
    captured = capsys.readouterr()
    assert captured.out == "12 vectors: 12 passed, 0 failed.\n"
    assert captured.err == ""


def test_the_vectors_of_the_small_set_leave_no_gap(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SMALL, "--coverage", "--mutate") == 0
    assert capsys.readouterr().out.splitlines() == [
        "coverage: 22 of 22 exercised, 0 not.",
        "changes to the set: 11 of 11 noticed, 0 not.",
        "12 vectors: 12 passed, 0 failed.",
    ]


@pytest.mark.parametrize("how", [["SET"], ["--set", "SET"], ["--rubrics", "SHELF"]])
def test_a_set_is_named_in_several_ways(
    how: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"SET": str(folder), "SHELF": str(folder.parent)}
    assert run(*(places.get(word, word) for word in how)) == 1
    assert "3 vectors: 1 passed, 2 failed." in capsys.readouterr().out


def test_a_set_is_named_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--set", folder) == 2
    assert capsys.readouterr().err == "lifeline: the set is named twice. Expected it once.\n"


def test_what_differs_is_shown_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    assert run(folder, "--coverage", "--mutate") == 1
    golden("vectors/failed.txt", capsys.readouterr().out.replace(str(folder), "FOLDER"))


def test_json_holds_all_that_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--format", "json") == 1
    text = capsys.readouterr().out
    assert text.isascii()
    found = json.loads(text)
    assert [found[key] for key in ("format", "set", "version")] == [1, "small", "1.2.0"]
    assert found["coverage"] is found["changes"] is None
    assert found["summary"] == {"vectors": 3, "passed": 1, "failed": 2, "updated": 0}
    first, second, third = found["vectors"]
    assert (first["path"], first["line"]) == (f"{folder}/tests/wrong.yaml", 3)
    assert [each["status"] for each in (first, second, third)] == ["failed", "passed", "failed"]
    assert third["name"] == "a network, with assets: [permit], runway: 3"
    assert third["differences"] == [
        {
            "key": "months",
            "expected": [6, 12],
            "found": [6, 6],
            "line": 20,
            "column": 18,
        },
        {
            "key": "findings.certain",
            "expected": [],
            "found": ["product/money-ends"],
            "line": 20,
            "column": 46,
            "missing": [],
            "extra": ["product/money-ends"],
        },
        {
            "key": "open",
            "expected": ["product/runway", "product/entry"],
            "found": ["product/entry", "product/uses-model", "product/training-budget"],
            "line": 20,
            "column": 60,
            "missing": ["product/runway"],
            "extra": ["product/uses-model", "product/training-budget"],
        },
    ]


def test_a_gap_fails_a_run_of_which_every_vector_passes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "vectors-format: 1\nvectors: [{name: a, answers: {}, expect: {months: [6, 12]}}]\n"
    (folder / "tests" / "wrong.yaml").write_text(text, encoding="utf-8")
    assert run(folder) == 0
    assert run(folder, "--coverage") == 1
    assert run(folder, "--mutate") == 1
    capsys.readouterr()
    assert run(folder, "--coverage", "--mutate", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["summary"]["failed"] == 0
    for search, done in (("coverage", "exercised"), ("changes", "noticed")):
        assert found[search]["of"] == found[search][done] + len(found[search]["gaps"])
        for gap in found[search]["gaps"]:
            assert list(gap) == "kind id path line column message".split()
            assert gap["path"] == f"{folder}/product.yaml"


def test_junit_is_xml_whatever_a_vector_is_called(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "tests" / "wrong.yaml"
    name = r'"]]> <!-- \e[31m ##[add-mask] & é \0 \uFFFE"'
    file.write_text(WRONG.replace("name: nothing is known", f"name: {name}"), encoding="utf-8")
    assert run(folder, "--format", "junit", "--coverage") == 1
    text = capsys.readouterr().out
    assert text.isascii()
    assert "##[" not in text
    root = ElementTree.fromstring(text)
    first, second = root
    assert (first.get("name"), first.get("tests"), first.get("failures")) == (str(file), "3", "2")
    assert second.get("name") == "coverage"
    assert second.get("tests") == second.get("failures") == str(len(second))
    assert root.get("tests") == str(len(first) + len(second))
    assert first[0].get("name") == "]]> <!--  [31m ##[add-mask] & é    "
    failure = first[2].find("failure")
    assert failure is not None
    assert failure.text
    assert failure.text.splitlines()[:2] == [f"{file}:19:9", "months: expected [6, 12], found 6"]


def test_junit_says_that_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SMALL, "--format", "junit", "--coverage", "--mutate") == 0
    root = ElementTree.fromstring(capsys.readouterr().out)
    assert [suite.get("failures") for suite in root] == ["0"] * 4
    assert [case.get("name") for suite in root[2:] for case in suite] == [
        "everything is exercised",
        "every change is noticed",
    ]


@pytest.mark.parametrize("format_", ["text", "json", "junit"])
def test_it_writes_to_a_file(
    format_: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, "--format", format_)
    printed = capsys.readouterr().out
    assert run(folder, "--format", format_, "-o", tmp_path / "out") == 1
    assert capsys.readouterr().out == ""
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed


def test_expectations_are_written_anew_and_shown(
    folder: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    assert run(folder, "--update") == 0
    golden("vectors/updated.txt", capsys.readouterr().out.replace(str(folder), "FOLDER"))
    golden("vectors/updated.yaml", (folder / "tests" / "wrong.yaml").read_text(encoding="utf-8"))
    assert run(folder, "--update") == 0
    assert capsys.readouterr().out == "3 vectors: 3 passed, 0 failed.\n"


def test_what_was_written_anew_is_told_in_json_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--update", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["summary"] == {"vectors": 3, "passed": 1, "failed": 0, "updated": 2}
    assert [each["status"] for each in found["vectors"]] == ["updated", "passed", "updated"]
    assert found["vectors"][2]["differences"][0]["found"] == [6, 6]


def test_when_nothing_runs_that_is_no_success(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / "tests")
    assert run(folder) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        f"{folder}/tests: holds no test vectors, so nothing was tested. Expected files such as"
        " tests/first.yaml beside set.yaml.\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("tests/wrong.yaml", "vectors-format: 1\nvectors: []\n", "2:1: vectors: has too few"),
        ("tests/wrong.yaml", WRONG.replace("months: 12", ""), "17:5: vectors[1].expect: expects"),
        ("product.yaml", "rubric-format: 2\n", "rubric-format: 2 is not allowed"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(
    name: str, text: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert run(folder, "--update") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{folder}/{name}:" in captured.err
    assert told in captured.err


def test_what_a_file_holds_does_nothing_to_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "tests" / "wrong.yaml"
    text = WRONG.replace("name: nothing is known", r'name: "\e[31m\n::error::"')
    file.write_text(text, encoding="utf-8")
    assert run(folder) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())
