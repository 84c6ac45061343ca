"""A flag goes before the environment, that before the nearest file, that before the default."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.configuration.settings import CALL, IDEA, SETTINGS, TABLE
from lifeline.cli.configuration.settling import settings_of, settle
from lifeline.cli.main import main, parser_for

Sample = tuple[list[str], Any, str, Any, str, Any, Any]

ON = (["--{key}"], True, "1", True, "{key} = true", True, False)
SAMPLES: dict[str, Sample] = {
    "set": (["--set", "a"], "a", "b", "b", 'set = "c"', "c", None),
    "rubrics": (["--rubrics", "a"], "a", "b", "b", 'rubrics = "c"', "c", None),
    "lang": (["--lang", "zh"], "zh", "ar", "ar", 'lang = "de"', "de", None),
    "min-months": (["--min-months", "12"], 12, "3", 3, "min-months = 0", 0, None),
    "clock": (
        ["--clock", "both"], "both", "advantage", "advantage", 'clock = "necessity"', "necessity",
        None,
    ),
    "min-score": (
        ["--min-score", "a=1", "--min-score", "b=2.5"], {"a": 1, "b": 2.5}, "a=3,b=4 c=5",
        {"a": 3, "b": 4, "c": 5}, "min-score = {d = 6}", {"d": 6}, None,
    ),
    "fail-on": (
        ["--fail-on", "none"], "none", "warning", "warning", 'fail-on = "blocker"', "blocker", None,
    ),
    "max-open": (["--max-open", "0"], 0, "5", 5, "max-open = 6", 6, None),
    "max-age": (["--max-age", "0"], 0, "5", 5, "max-age = 6", 6, None),
    "strict": ON,
    "exclude": (
        ["--exclude", "a", "--exclude", "b"], ["a", "b"], "c,d e", ["c", "d", "e"],
        'exclude = ["f"]', ["f"], None,
    ),
    "format": (
        ["--format", "json", "--format", "text:a"], ["json", "text:a"], "jsonl,text:b",
        ["jsonl", "text:b"], 'format = ["jsonl", "json:c"]', ["jsonl", "json:c"], None,
    ),
    "exit-zero": ON,
    "jobs": (["--jobs", "2"], 2, "3", 3, "jobs = 4", 4, None),
    "as-of": (
        ["--as-of", "2026-01-02"], date(2026, 1, 2), "2026-03-04", date(2026, 3, 4), "", None,
        date.today(),
    ),
    "since": (["--since", "a"], "a", "b", "b", "", None, None),
    "stdin-filename": (["--stdin-filename", "a"], "a", "b", "b", "", None, None),
    "files-from": (["--files-from", "a"], "a", "b", "b", "", None, None),
    "config": (["--config", "lifeline.toml"], "lifeline.toml", "b.toml", "b.toml", "", None, None),
} | {
    key: (["--{key}"], True, "yes", True, "", None, False)
    for key in (
        "force-exclude", "skip-unmarked", "no-gitignore", "list-files", "null", "watch", "full",
        "ask", "no-config",
    )
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("lifeline.toml", "b.toml"):
        (tmp_path / name).write_text("")
    return tmp_path


def flags_of(verb: str) -> list[str]:
    subparsers = parser_for([verb])._subparsers
    assert subparsers is not None
    (group,) = subparsers._group_actions
    assert isinstance(group, argparse._SubParsersAction)
    every = [action.option_strings[-1] for action in group.choices[verb]._actions[1:]
             if action.option_strings]  # fmt: skip
    return [flag.removeprefix("--") for flag in every]


def test_every_flag_of_score_is_in_the_table_and_has_a_variable() -> None:
    for key in flags_of("score"):
        assert key in SETTINGS, f"--{key}: add it to the table of settings"
        setting = SETTINGS[key]
        assert setting.flag == f"--{key}"
        assert setting.variable == "LIFELINE_" + key.upper().replace("-", "_")


def test_every_setting_with_a_flag_has_a_sample_here() -> None:
    missing = {setting.key for setting in TABLE if setting.flag} - {*SAMPLES, "baseline", "ledger"}
    assert not missing


def found(key: str, words: list[str]) -> Any:
    args = parser_for(["score"]).parse_args(["score", *words])
    settle(args)
    setting = SETTINGS[key]
    if setting.scope == IDEA:
        value = settings_of(args).of("idea.yaml").value(key)
        return False if value is None and key == "strict" else value
    value = getattr(args, setting.dest)
    if key == "format" and value:
        return [f"{o.format}:{o.file}" if o.file else o.format for o in value]
    return value


@pytest.mark.parametrize("key", [key for key in SAMPLES if key in flags_of("score")])
def test_what_is_nearer_goes_before(key: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, flagged, text, from_variable, line, from_file, default = SAMPLES[key]
    words = [word.format(key=key) for word in words]
    assert found(key, []) == default
    if SETTINGS[key].scope != CALL:
        (here / "lifeline.toml").write_text(line.replace("{key}", key))
        assert found(key, []) == from_file
    monkeypatch.setenv(SETTINGS[key].variable, "")
    assert found(key, []) == (default if from_file is None else from_file), "empty is not set"
    monkeypatch.setenv(SETTINGS[key].variable, text)
    assert found(key, []) == from_variable
    if key != "no-config":  # which contradicts itself
        assert found(key, words) == flagged


def test_a_variable_can_put_off_what_a_file_puts_on(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "lifeline.toml").write_text("strict = true\nexit-zero = true")
    monkeypatch.setenv("LIFELINE_STRICT", "0")
    monkeypatch.setenv("LIFELINE_EXIT_ZERO", "false")
    assert not found("strict", [])


@pytest.mark.parametrize(
    ("variable", "text", "told"),
    [
        ("LIFELINE_MIN_MONTHS", "13", "Expected a whole number of months from 0 to 12."),
        ("LIFELINE_MIN_MONTHS", "six", "'six' does not fit."),
        ("LIFELINE_MIN_MONTHS", "٣", "does not fit."),
        ("LIFELINE_MAX_OPEN", "-1", "Expected a whole number of questions from 0 upwards."),
        ("LIFELINE_CLOCK", "advantag", "Did you mean 'advantage'?"),
        ("LIFELINE_FAIL_ON", "blockers", "Did you mean 'blocker'?"),
        ("LIFELINE_STRICT", "maybe", "Expected 1 or 0, or true or false."),
        ("LIFELINE_FORMAT", "text sarf", "'sarf' is no format."),
        ("LIFELINE_AS_OF", "today", "'today' is not a date such as 2026-11-22."),
        ("LIFELINE_MIN_SCORE", "lifeline", "Expected RUBRIC=N with a number from 0 to 100"),
        ("LIFELINE_MIN_SCORE", "lifeline=nan", "Expected RUBRIC=N with a number from 0 to 100"),
        ("LIFELINE_MIN_SCORE", "lifeline=101", "Expected RUBRIC=N with a number from 0 to 100"),
    ],
)
def test_a_wrong_value_in_the_environment_names_the_variable(
    variable: str,
    text: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, text)
    assert main(["score", "."]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"{variable}: ")
    assert told in err


def test_a_variable_of_another_verb_s_flags_is_not_read(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "idea.yaml").write_text("lifeline: 1\nidea: x\n")
    monkeypatch.setenv("LIFELINE_FORMAT", "sarf")
    assert main(["explain", "idea.yaml"]) == 0
    assert capsys.readouterr().out.startswith("x: ")
