"""The verb that walks: which face it shows, and what it imports."""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lifeline.cli import faces
from lifeline.cli.assessors import Assessors
from lifeline.cli.main import main, parser_for
from lifeline.cli.walk import _left
from lifeline.compiling.store import load_set
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from lifeline.tui.sitting import Sitting
from tests.conftest import ROOT

SMALL = ROOT / "tests/sets/small"
FORMER = "lifeline: 1\nidea: Club\nassessed: 2022-05-10\nanswers: {runway: 9}\n"


def run(
    folder: Path, *words: str, code: str = "", typed: str = ""
) -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "lifeline"]
    return subprocess.run(
        [sys.executable, *start, *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


@pytest.mark.parametrize(
    ("variables", "is_plain"),
    [
        ({}, False),
        ({"ACCESSIBLE": "1"}, True),
        ({"ACCESSIBLE": "yes"}, True),
        ({"ACCESSIBLE": "False"}, False),
        ({"ACCESSIBLE": "0"}, False),
        ({"ACCESSIBLE": ""}, False),
        ({"TERM": "dumb"}, True),
    ],
)
def test_the_environment_may_ask_for_plain_text(
    variables: dict[str, str], is_plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "is_in_terminal", lambda: True)
    for name in ("ACCESSIBLE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert faces.is_plain_wanted() is is_plain


def test_without_a_terminal_an_idea_has_to_be_named(tmp_path: Path) -> None:
    found = run(tmp_path, "walk")
    assert found.returncode == 2
    assert "which idea?" in found.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("plan", "plan does not end in .yaml, so 'lifeline score' would not find it in a folder."),
        ("plan", "Did you mean: lifeline walk plan.yaml --set mine"),
        (".", ". is a folder. Did you mean: lifeline walk ./idea.yaml --set mine"),
    ],
)
def test_nothing_is_begun_that_score_would_not_find(tmp_path: Path, name: str, told: str) -> None:
    found = run(tmp_path, "walk", name, "--set", "mine", typed="b\n")
    assert found.returncode == 2
    assert told in " ".join(found.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_opened_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "plan").write_text(FORMER, encoding="utf-8")
    assert run(tmp_path, "walk", "plan").returncode == 0


def test_a_file_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "idea.yaml").write_text("lifeline: 1\nidea: [\n", encoding="utf-8")
    found = run(tmp_path, "walk", "idea.yaml")
    assert found.returncode == 2
    assert "idea.yaml:" in found.stderr


@pytest.mark.parametrize("words", [["--help"], ["walk", "--help"], ["walk", "idea.yaml"]])
def test_plain_talk_and_help_import_no_interface(tmp_path: Path, words: list[str]) -> None:
    code = (
        "import sys; from lifeline.cli.main import main; main(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    found = run(tmp_path, *words, code=code)
    loaded = set(found.stderr.split())
    assert "lifeline.cli.walk" in loaded
    assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}


def test_one_looks_from_the_day_that_the_environment_settles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "idea.yaml").write_text(FORMER, encoding="utf-8")
    monkeypatch.setenv("LIFELINE_AS_OF", "2022-05-11")
    assert "has passed" not in run(tmp_path, "walk", "idea.yaml", typed="result\n").stdout
    run(tmp_path, "walk", "new.yaml", typed="b\n")
    assert "assessed: 2022-05-11" in (tmp_path / "new.yaml").read_text(encoding="utf-8")
    monkeypatch.setenv("LIFELINE_AS_OF", "2024-05-11")
    assert "has passed" in run(tmp_path, "walk", "idea.yaml", typed="result\n").stdout
    monkeypatch.setenv("LIFELINE_AS_OF", "yesterday")
    assert run(tmp_path, "walk", "idea.yaml").returncode == 2


def test_exit_zero_is_known_from_a_file_and_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["walk", "idea.yaml"]
    assert not Assessors(parser_for(words).parse_args(words)).ends_with_zero
    Path("lifeline.toml").write_text("exit-zero = true\n", encoding="utf-8")
    assert Assessors(parser_for(words).parse_args(words)).ends_with_zero
    monkeypatch.setenv("LIFELINE_EXIT_ZERO", "0")
    assert not Assessors(parser_for(words).parse_args(words)).ends_with_zero


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., LifelineApp]:
    """Give what runs the verb, does something with the interface, and gives it as it was left."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(faces, "is_in_terminal", lambda: True)
    for name in ("ACCESSIBLE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    Path("idea.yaml").write_text(FORMER, encoding="utf-8")

    def shown_with(act: Callable[[LifelineApp], object], *words: str) -> LifelineApp:
        apps: list[LifelineApp] = []

        def acted(app: LifelineApp, **_: object) -> None:
            apps.append(app)
            act(app)

        monkeypatch.setattr(LifelineApp, "run", acted)
        assert main(["walk", "idea.yaml", *words]) == 0
        return apps[0]

    return shown_with


def test_the_flag_of_a_language_holds_for_its_call_only(
    shown: Callable[..., LifelineApp], capsys: pytest.CaptureFixture[str]
) -> None:
    app = shown(lambda app: app.settings.keep(), "--lang", "zh")
    assert app.language == "zh"
    assert capsys.readouterr().err.endswith("lifeline walk idea.yaml --lang zh\n")
    assert shown(lambda app: app.settings.keep()).language == ""
    assert capsys.readouterr().err.endswith("lifeline walk idea.yaml\n")


def test_a_language_that_is_chosen_holds_from_then_on(
    shown: Callable[..., LifelineApp], capsys: pytest.CaptureFixture[str]
) -> None:
    def choose(app: LifelineApp) -> None:
        app.language = app.settings.language = "ar"
        app.settings.keep()

    shown(choose, "--lang", "zh")
    assert "--lang" not in capsys.readouterr().err
    assert shown(lambda app: app.settings.keep()).language == "ar"
    assert shown(lambda app: app.settings.keep(), "--set", str(SMALL)).language == ""
    assert shown(lambda _: None).language == "ar"


def test_its_last_words_in_plain_text_keep_the_language_too(tmp_path: Path) -> None:
    (tmp_path / "closed").symlink_to(tmp_path / "nowhere" / "at-all")
    typed = "b\nq\nelsewhere.yaml\n"
    found = run(tmp_path, "walk", "closed/idea.yaml", "--lang", "zh", typed=typed)
    assert "lifeline walk elsewhere.yaml --plain --lang zh" in " ".join(found.stdout.split())


def test_its_last_words_go_on_with_the_set_that_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    given = Namespace(set="my set", rubrics=None)
    assessor = Assessor(load_set(str(SMALL)))
    app = LifelineApp(assessor, date(2026, 11, 22), judges=Assessors(given))
    Path("idea.yaml").write_text("lifeline: 1\nidea: Club\n", encoding="utf-8")
    app.sitting = Sitting(assessor, "idea.yaml", date(2026, 11, 22))
    _left(app)
    assert capsys.readouterr().err.endswith("lifeline walk idea.yaml --set 'my set'\n")
