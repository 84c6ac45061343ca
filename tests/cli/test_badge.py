"""``lifeline badge`` as its users run it."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.cli.test_explain import loaded
from tests.cli.test_main import HEAVY
from tests.conftest import ROOT
from tests.report.pictures.seen import Picture

IDEAS = ROOT / "examples" / "ideas"
CALL_DESK = IDEAS / "call-desk.yaml"
DAY = ("--as-of", "2026-11-22")


def run(*words: object) -> int:
    return main(["badge", *map(str, words)])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "idea.yaml"
    path.write_text('lifeline: 1\nida: x\n"\\e[31mred\\x07": y\n')
    return path


@pytest.mark.parametrize("stem", ["dental-lab", "chatpdf", "call-desk"])
def test_a_badge_is_written_whatever_it_says_and_that_is_no_failure(
    stem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "lifeline.svg"
    assert run(IDEAS / f"{stem}.yaml", "-o", out, *DAY) == 0
    golden = ROOT / "tests" / "goldens" / "pictures" / f"{stem}.badge.svg"
    assert out.read_bytes() == golden.read_bytes()
    assert capsys.readouterr() == ("", "")
    assert [*tmp_path.iterdir()] == [out]


def test_without_a_file_it_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CALL_DESK, *DAY) == 0
    assert "Call desk" in Picture(capsys.readouterr().out).title


def test_json_is_what_a_badge_service_reads(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CALL_DESK, "--format", "json", *DAY) == 0
    text = capsys.readouterr().out
    assert text.isascii(), "any stream can take it"
    assert list(json.loads(text)) == ["schemaVersion", "label", "message", "color", "isError"]


def test_the_badge_of_an_invalid_file_says_so_and_its_problems_are_told(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = broken.parent / "lifeline.svg"
    out.write_text("of last month")
    assert run(broken, "-o", out, *DAY) == 2
    assert Picture(out.read_text()).words == ["lifeline", "invalid"]
    err = capsys.readouterr().err
    assert f"{broken}:2:1: ida:" in err
    assert f"lifeline: the badge in {out} says that the file is invalid.\n" in err
    assert not set(err) & set("\x1b\x07")


def test_the_json_of_an_invalid_file_says_so(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(broken, "--format", "json") == 2
    assert json.loads(capsys.readouterr().out)["message"] == "invalid"


def test_where_there_is_no_such_file_the_badge_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "lifeline.svg"
    out.write_text("of last month")
    assert run(tmp_path / "missing.yaml", "-o", out) == 2
    assert out.read_text() == "of last month"
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "cannot be read" in captured.err


def test_an_idea_can_come_through_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(idea_file({}))))
    assert run("-", *DAY) == 0
    assert Picture(capsys.readouterr().out).words == ["lifeline", "not answered yet"]


@pytest.mark.parametrize(
    ("flags", "word"),
    [
        ([], "unclear"),
        (["--min-months", "3"], "passes"),
        (["--min-months", "12"], "fails"),
        (["--min-months", "3", "--max-age", "1"], "unclear"),
        (["--min-months", "6", "--clock", "advantage"], "passes"),
        (["--min-months", "3", "--fail-on", "warning"], "fails"),
        (["--min-months", "3", "--min-score", "lifeline=99"], "fails"),
    ],
)
def test_it_is_judged_by_the_gate_that_is_asked_for(
    flags: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(CALL_DESK, *DAY, *flags) == 0
    assert Picture(capsys.readouterr().out).words[-1] == word


def test_it_says_what_score_says(capsys: pytest.CaptureFixture[str]) -> None:
    for strict in ([], ["--strict"]):
        for path in sorted(IDEAS.glob("*.yaml")):
            main(["score", str(path), *DAY, *strict, "--format", "json"])
            (scored,) = json.loads(capsys.readouterr().out)["ideas"]
            run(path, *DAY, *strict, "--format", "json")
            message = json.loads(capsys.readouterr().out)["message"]
            months = scored["lifeline"]["months"]
            span = "–".join(
                dict.fromkeys(f"{end}+" if end == 12 else f"{end}" for end in months.values())
            )
            verdict = {"pass": "passes", "fail": "fails"}.get(scored["verdict"], "unclear")
            if not scored["answers"]:
                assert message == "not answered yet"
                continue
            if scored["lifeline"]["until"]["high"] < "2026-11-22":
                assert message.startswith(f"{span} months, ")
                assert message.endswith(", past")
                continue
            assert message == f"{span} months, {verdict}"


def test_the_configuration_beside_the_idea_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_bytes(CALL_DESK.read_bytes())
    (tmp_path / "lifeline.toml").write_text("min-months = 3\n")
    assert run(path, *DAY) == 0
    assert Picture(capsys.readouterr().out).words[-1] == "passes"
    assert run(path, *DAY, "--no-config") == 0
    assert Picture(capsys.readouterr().out).words[-1] == "unclear"


def test_another_set_can_judge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "idea.yaml"
    path.write_bytes(idea_file({}))
    assert run(path, "--set", ROOT / "tests" / "sets" / "small", *DAY) == 0
    assert Picture(capsys.readouterr().out).words[0] == "lifeline"


def test_the_same_day_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for _ in range(2):
        run(CALL_DESK, *DAY)
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "the following arguments are required: IDEA"),
        (["x", "--format", "png"], "invalid choice: 'png'"),
        (["x", "-y"], "unknown: -y"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert "lifeline badge --help" in err


def test_a_badge_is_of_one_idea_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CALL_DESK, "b.yaml") == 2
    assert capsys.readouterr().err == (
        "lifeline: b.yaml: a badge is of one idea; draw them one by one.\n"
    )
    assert run(tmp_path) == 2
    assert capsys.readouterr() == ("", f"lifeline: {tmp_path}: is a folder: name one idea file.\n")


def test_a_day_that_is_ahead_is_told_and_the_badge_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    path.write_bytes(
        CALL_DESK.read_bytes().replace(b"assessed: 2026-11-01", b"assessed: 2027-03-01")
    )
    assert run(path, *DAY) == 0
    out, err = capsys.readouterr()
    assert Picture(out).words[0] == "lifeline"
    assert err == (
        f"lifeline: {path}: 'assessed' is in the future (1 March 2027), seen from 22 November"
        " 2026. Write the day that the answers describe.\n"
    )


@pytest.mark.lean
def test_a_badge_needs_nothing_heavy(tmp_path: Path) -> None:
    words = ["badge", str(CALL_DESK), "-o", str(tmp_path / "lifeline.svg")]
    loaded(words, tmp_path)
    assert not loaded(words, tmp_path) & HEAVY


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(CALL_DESK, "-o", os.path.join(tmp_path, "none", "lifeline.svg")) == 2
    assert "cannot be written" in capsys.readouterr().err
