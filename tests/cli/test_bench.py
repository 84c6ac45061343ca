"""Each idea is judged as the configuration nearest to it says."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "sets" / "small"
PATIENT = ROOT / "examples" / "rubrics" / "patient"
IDEA = "lifeline: 1\nidea: Nothing is known\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, where one stands, with ideas in two folders."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "idea.yaml").write_text(IDEA)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wanted(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Give the months that are wanted of each idea."""
    assert main(["score", *words, "--format", "json"]) in {0, 3}
    ideas = json.loads(capsys.readouterr().out)["ideas"]
    return {os.path.normpath(idea["path"]): idea["gates"][0]["wanted"] for idea in ideas}


def test_two_folders_may_ask_for_different_things(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a" / "lifeline.toml").write_text("min-months = 3")
    assert wanted(capsys, "a", "b") == {"a/idea.yaml": 3, "b/idea.yaml": 6}
    (corpus / "lifeline.toml").write_text("min-months = 12")
    assert wanted(capsys) == {"a/idea.yaml": 3, "b/idea.yaml": 12}
    assert wanted(capsys, "--no-config") == {"a/idea.yaml": 6, "b/idea.yaml": 6}
    assert wanted(capsys, "--config", "a/lifeline.toml") == {"a/idea.yaml": 3, "b/idea.yaml": 3}
    assert wanted(capsys, "--min-months", "0") == {"a/idea.yaml": 0, "b/idea.yaml": 0}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_names_the_gate_of_its_idea_and_not_that_of_the_run(
    corpus: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a" / "lifeline.toml").write_text("min-months = 3")
    (corpus / "a" / "broken.yaml").write_text("lifeline: 1\nidea: [\n")
    assert main(["score", "--format", "jsonl", "--jobs", jobs]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = {os.path.normpath(line["path"]): line["gate"]["min_months"] for line in lines}
    assert found == {"a/broken.yaml": 3, "a/idea.yaml": 3, "b/idea.yaml": 6}


def test_of_several_overrides_the_last_one_counts(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a" / "later").mkdir()
    (corpus / "a" / "later" / "idea.yaml").write_text(IDEA)
    (corpus / "lifeline.toml").write_text(
        'min-months = 12\n[[overrides]]\npaths = ["a/**"]\nmin-months = 3\nmax-open = 1\n'
        '[[overrides]]\npaths = ["**/later", "nowhere"]\nmin-months = 0\n'
    )
    found = wanted(capsys)
    assert found == {"a/idea.yaml": 3, "a/later/idea.yaml": 0, "b/idea.yaml": 12}
    os.chdir(corpus / "a")
    assert wanted(capsys, ".", "../b") == {
        "../b/idea.yaml": 12,
        "idea.yaml": 3,
        "later/idea.yaml": 0,
    }
    assert main(["score", "later", "--format", "json"]) == 3
    (idea,) = json.loads(capsys.readouterr().out)["ideas"]
    assert [part["part"] for part in idea["gates"]] == ["months", "findings", "open"]


def test_an_override_for_what_is_not_there_is_told_once(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "teams" / "one").mkdir(parents=True)
    (corpus / "lifeline.toml").write_text(
        '[[overrides]]\npaths = ["a", "b/*", "./a/**", "**/later", "c*", "teams/One/**"]\n'
        'min-months = 3\n[[overrides]]\nmin-months = 0\npaths = ["nowhere/at/all"]\n'
    )
    assert main(["score"]) == 0
    assert capsys.readouterr().err == (
        "lifeline.toml:2: overrides.paths: 'c*' is about no file: nothing that is there matches it,"
        " counted from the folder of lifeline.toml.\n"
        "lifeline.toml:2: overrides.paths: 'teams/One/**' is about no file: there is no teams/One,"
        " counted from the folder of lifeline.toml. Did you mean 'one'?\n"
        "lifeline.toml:6: overrides.paths: 'nowhere/at/all' is about no file: there is no"
        " nowhere/at/all, counted from the folder of lifeline.toml.\n"
    )
    os.chdir(corpus / "a")
    assert main(["score", "idea.yaml"]) == 0
    assert "../lifeline.toml:2: overrides.paths" in capsys.readouterr().err


def test_strict_can_be_asked_for_in_one_folder(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = "assessed: 2023-01-01\nanswers:\n  assistant: more-than-ability\n"
    for name in ("a", "b"):
        (corpus / name / "idea.yaml").write_text(IDEA + answers)
    (corpus / "lifeline.toml").write_text('[[overrides]]\npaths = ["a"]\nstrict = true\n')

    def open_() -> list[dict[str, Any]]:
        main(["score", "--format", "json", "--as-of", "2023-01-02"])
        ideas = json.loads(capsys.readouterr().out)["ideas"]
        return [idea["scores"] for idea in ideas]

    strict, lax = open_()
    assert strict != lax
    (corpus / "lifeline.toml").unlink()
    assert open_() == [lax, lax]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_json_tells_of_each_idea_whether_it_was_judged_strictly(
    corpus: Path, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "lifeline.toml").write_text('[[overrides]]\npaths = ["a"]\nstrict = true\n')
    (corpus / "a" / "broken.yaml").write_text("lifeline: 1\nidea: [\n")
    assert main(["score", "--format", "jsonl", "--jobs", jobs]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = {os.path.normpath(line["path"]): line["strict"] for line in lines}
    assert found == {"a/broken.yaml": True, "a/idea.yaml": True, "b/idea.yaml": False}


@pytest.mark.parametrize(
    ("flags", "how", "counted"),
    [
        ([], "Judged by ", "; 1 of the 2 ideas strictly. "),
        (["--strict"], "Judged strictly by ", None),
        (["--no-config"], "Judged by ", None),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        ["score"],
        ["score", "--format", "markdown"],
        ["score", "--format", "html"],
        ["report", "--format", "markdown"],
        ["report"],
    ],
)
def test_the_last_lines_tell_how_many_ideas_were_judged_strictly(
    corpus: Path,
    words: list[str],
    flags: list[str],
    how: str,
    counted: str | None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (corpus / "lifeline.toml").write_text('[[overrides]]\npaths = ["a"]\nstrict = true\n')
    main([*words, *flags])
    told = " ".join(capsys.readouterr().out.split())
    assert how in told
    assert counted is None or counted in told
    assert told.count("strictly") == (how == "Judged strictly by ") + (counted is not None)


def test_ideas_that_fall_under_different_sets_are_told(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "b" / "lifeline.toml").write_text(f'set = "{PATIENT}"')
    assert main(["score"]) == 2
    err = " ".join(capsys.readouterr().err.split())
    assert (
        "a/idea.yaml is to be judged by the set ngc, and ./b/idea.yaml by the set"
        in err.replace(" b/", " ./b/")
    )
    assert str(PATIENT) in err
    assert main(["score", "--set", "ngc"]) == 3
    assert main(["score", "b"]) == 3
    (corpus / "b" / "lifeline.toml").write_text('lang = "zh"')
    assert main(["score"]) == 2
    assert "by the set ngc in zh" in capsys.readouterr().err


def test_a_gate_is_checked_for_the_ideas_that_it_is_about(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "lifeline.toml").write_text("min-score = {nowhere = 3}")
    for name in ("a", "b"):
        (corpus / name / "lifeline.toml").write_text("min-months = 3")
    assert set(wanted(capsys).values()) == {3}
    assert main(["score", "--config", "lifeline.toml"]) == 2
    assert "lifeline.toml:1: min-score: 'nowhere'" in capsys.readouterr().err


def test_figures_of_the_market_are_those_of_the_nearest_configuration(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = IDEA + (
        "assessed: 2026-11-01\nanswers:\n  foundation: own-model\n  general-model: yes\n"
        "  training-budget: 1000000\n  utilisation: 0.4\n"
    )
    for name in ("a", "b"):
        (corpus / name / "idea.yaml").write_text(text)
    (corpus / "a" / "lifeline.toml").write_text("[parameters]\nfrontier-training-cost = 5e5")
    main(["score", "--format", "json"])
    ideas = json.loads(capsys.readouterr().out)["ideas"]
    used = [
        {figure["parameter"]: figure for figure in idea["parameters"]}["frontier-training-cost"]
        for idea in ideas
    ]
    assert used[0]["value"] == 5e5
    assert used[0]["note"] == "settled in a/lifeline.toml"
    assert used[1]["value"] != 5e5


def test_paths_and_formats_can_be_settled_for_the_run(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "lifeline.toml").write_text('paths = ["a"]\nformat = ["jsonl", "json:all.json"]')
    os.chdir(corpus / "b")
    assert main(["score"]) == 3
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["path"] == "../a/idea.yaml"
    assert len(json.loads((corpus / "all.json").read_text())["ideas"]) == 1
    assert main(["score", "idea.yaml", "--format", "jsonl"]) == 3
    assert json.loads(capsys.readouterr().out)["path"] == "idea.yaml"


def test_stdin_falls_under_the_configuration_of_its_name(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    def stdin() -> None:
        text = io.TextIOWrapper(io.BytesIO(IDEA.encode()))
        monkeypatch.setattr(sys, "stdin", text)

    (corpus / "a" / "lifeline.toml").write_text("min-months = 3")
    (corpus / "lifeline.toml").write_text("min-months = 12")
    stdin()
    assert wanted(capsys, "-") == {"<stdin>": 12}
    stdin()
    assert wanted(capsys, "-", "--stdin-filename", "a/new.yaml") == {"a/new.yaml": 3}


def test_where_nothing_is_left_the_configuration_where_one_stands_counts(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "lifeline.toml").write_text('min-months = 12\nexclude = ["a", "b"]')
    assert main(["score", "--format", "json:out.json", "--format", "text"]) == 0
    assert capsys.readouterr().out == ""
    found = json.loads((corpus / "out.json").read_text())
    assert (found["gate"]["min_months"], found["ideas"]) == (12, [])


def test_other_verbs_take_the_configuration_nearest_to_the_idea(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a" / "lifeline.toml").write_text('lang = "zh"')
    assert main(["explain", "a/idea.yaml", "--format", "json"]) == 0
    in_chinese = json.loads(capsys.readouterr().out)
    assert main(["explain", "b/idea.yaml", "--format", "json"]) == 0
    in_english = json.loads(capsys.readouterr().out)
    texts = [found["entries"][0]["because"] for found in (in_chinese, in_english)]
    assert not texts[0].isascii()
    assert texts[1].isascii()


def test_other_verbs_reckon_with_the_figures_nearest_to_the_idea(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = IDEA + (
        "assessed: 2026-11-01\nanswers:\n  foundation: own-model\n  general-model: yes\n"
        "  training-budget: 1000000\n  utilisation: 0.4\n"
    )
    (corpus / "a" / "idea.yaml").write_text(text)

    def status() -> str:
        words = ["explain", "a/idea.yaml", "own-model/below-the-wall", "--format", "json"]
        assert main(words) == 0
        (entry,) = json.loads(capsys.readouterr().out)["entries"]
        told: str = entry["status"]
        return told

    assert status() == "certain"
    (corpus / "a" / "lifeline.toml").write_text("[parameters]\nfrontier-training-cost = 5e5")
    assert status() == "silent"


def test_a_folder_that_is_gone_is_told(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "gone").mkdir()
    os.chdir(corpus / "gone")
    (corpus / "gone").rmdir()
    try:
        assert main(["score", str(corpus / "a")]) == 2
    finally:
        os.chdir(corpus)
    assert "the folder you stand in is no longer there" in capsys.readouterr().err


def test_this_repository_settles_nothing_by_accident(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT / "examples" / "ideas")
    assert main(["config", ".", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["configuration"], found["run_configuration"]) == (None, None)
    assert {each["source"] for each in found["settings"]} == {"default", "set"}
