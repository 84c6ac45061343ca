"""``lifeline rubric show`` as authors and founders run it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main

SETS = Path(__file__).parent.parent / "sets"


def run(*words: object) -> int:
    return main(["rubric", "show", *map(str, words)])


def test_without_a_name_it_shows_the_shipped_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.startswith("Is it still worth starting a business in AI?\n")
    assert "the rubric set `ngc`" in captured.out


@pytest.mark.parametrize(
    "words", [("ngc", "used"), ("--set", "ngc", "used"), ("ngc", "lifeline/used")]
)
def test_an_id_shows_just_that_entry(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 0
    assert capsys.readouterr().out.startswith("Question `used`\n")


def test_as_markdown_it_is_utf_8_whatever_stdout_would_encode(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\n")
    monkeypatch.setattr(sys, "stdout", stdout)
    assert run("ngc", "--lang", "zh", "--format", "markdown") == 0
    assert "还值得创业吗" in stdout.buffer.getvalue().decode("utf-8")


def test_a_set_of_ones_own_is_shown_by_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SETS / "small", "money-ends") == 0
    out = capsys.readouterr().out
    assert out.startswith("Finding `money-ends`\n  It holds when `runway` is below 6.\n")


def test_a_set_is_found_on_a_shelf(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("small", "--rubrics", SETS, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "A small set"


def test_an_unknown_id_is_told_with_what_was_perhaps_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("ngc", "nothing-protekts") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "lifeline: 'nothing-protekts' is no rule, protection or question of ngc. Did you mean"
        " 'nothing-protects'?\n"
    )


def test_an_id_alone_is_told_how_to_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("used") == 2
    assert capsys.readouterr().err == (
        "lifeline: 'used' is not a rubric set, but an id of ngc. Did you mean: lifeline rubric show"
        " ngc used\n"
    )


def test_what_is_neither_set_nor_id_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ngcc") == 2
    assert capsys.readouterr().err.startswith("lifeline: 'ngcc' is not a rubric set")


def test_a_set_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--set", "ngc", "small", "used") == 2
    assert capsys.readouterr().err == "lifeline: name one set: ngc or small.\n"


def test_json_holds_the_manual_or_one_entry(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SETS / "small", "--format", "json") == 0
    manual = json.loads(capsys.readouterr().out)
    assert manual["format"] == 1
    assert [rubric["id"] for rubric in manual["rubrics"]] == ["product"]
    assert run(SETS / "small", "holds-a-network", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["entry"]["lifts"] == [
        {"rule": "product/nothing-protects", "from": 6, "months": 12}
    ]
    assert {key: found[key] for key in ("set", "version", "digests")} == {
        key: manual[key] for key in ("set", "version", "digests")
    }


def test_it_goes_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "small.md"
    assert run(SETS / "small", "--format", "markdown", "-o", page) == 0
    assert capsys.readouterr().out == ""
    text = page.read_text(encoding="utf-8")
    again = f"lifeline rubric show --set {SETS / 'small'} --format markdown -o docs/small.md"
    assert again in text.split("\n", 1)[0]
    assert "\n# A small set\n" in text


def test_a_set_with_errors_is_told_as_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "set.yaml").write_text("set-format: 1\n", encoding="utf-8")
    assert run(tmp_path) == 2
    assert str(tmp_path / "set.yaml") in capsys.readouterr().err
