"""What a configuration file may hold, and what is told of one that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifeline.cli.configuration.file import read_configuration
from lifeline.cli.configuration.held import Configuration
from lifeline.cli.configuration.nearest import Configurations
from lifeline.errors import InvalidFile, UsageError

ROOT_USER = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def read(path: Path, text: str | bytes) -> Configuration | None:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_configuration(str(path), path.name)


def told(tmp_path: Path, text: str | bytes, name: str = "lifeline.toml") -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        read(tmp_path / name, text)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("min-month = 3", "1:1: 'min-month' is not a setting."),
        ("min_months = 3", "Did you mean 'min-months'?"),
        ("\n\n  as-of = 2026-01-01", "3:3: A configuration takes no as-of: with a fixed day"),
        ('since = "main"', "'since' is for one call of the command, and not for a file."),
        ("min-months = 13", "1:1: min-months: 13 does not fit. Expected a whole number of months"),
        ("min-months = true", "min-months: true does not fit."),
        ("min-months = 6.0", "min-months: 6.0 does not fit."),
        ('min-months = "6"', "min-months: '6' does not fit."),
        ("max-age = -1", "max-age: -1 does not fit. Expected a whole number of days from 0"),
        ("max-open = 1_000_000_000_000", "Expected a whole number of questions from 0 upwards."),
        ('fail-on = "blockers"', "Did you mean 'blocker'?"),
        ("fail-on = []", "fail-on: a list is not text."),
        ('clock = ""', "clock: '' is not text. Expected text, such as \"both\"."),
        ('strict = "yes"', "strict: 'yes' does not fit. Expected true or false."),
        ("min-score = 40", "Expected a table of numbers from 0 to 100"),
        ("min-score = {a = 101}", "min-score: 101 for a does not fit."),
        ("min-score = {a = nan}", "min-score: nan for a does not fit."),
        ("min-score = {a = true}", "min-score: true for a does not fit."),
        ('format = "sarf"', "format: 'sarf' is no format. Expected one of: text, json"),
        ("format = [1]", "format: a list does not fit."),
        ("paths = {}", 'paths: a table does not fit. Expected a list of paths, such as ["ideas"].'),
        ("jobs = 0", "jobs: 0 does not fit."),
        ("overrides = 3", "overrides: is no list of tables. Expected [[overrides]]."),
        ("overrides = [3]", "overrides: is no list of tables. Expected [[overrides]]."),
        ("[[overrides]]\nmin-months = 3", "1:1: overrides.paths: is not there. Expected the files"),
        ("[[overrides]]\npaths = []", "2:1: overrides.paths: a list does not fit."),
        ('[[overrides]]\npaths = "x"', "2:1: overrides.paths: 'x' does not fit."),
        (
            '[[overrides]]\npaths = ["x"]\nset = "ngc"',
            "3:1: 'set' cannot be settled otherwise for some files. Expected one of: paths, min-mo",
        ),
        ('[[overrides]]\npaths = ["x"]\nfail = 3', "3:1: 'fail' is not a setting. Expected one of"),
        (
            '[[overrides]]\npaths = ["x"]\n[[overrides]]\npaths = ["y"]\nmax-open = "3"',
            "5:1: overrides.max-open: '3' does not fit.",
        ),
        ("x = = 3", "1:5: is no TOML: Invalid value."),
        ("min-months = 3\nmin-months = 4", "is no TOML: Cannot overwrite a value."),
        (b"lang = '\xff'", "is no text in UTF-8. Save it as UTF-8."),
        ("x = " + "[" * 100_000, "holds too many lists and tables inside each other."),
        ("x = " + "9" * 5000, "is no TOML:"),
        ("#" + "x" * 1_000_000, "is larger than 1,000,000 bytes."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str | bytes, message: str, tmp_path: Path
) -> None:
    first, *_ = told(tmp_path, text)
    assert message in first
    assert first.startswith("lifeline.toml:")


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    lines = told(tmp_path, 'a = 1\nmin-months = 13\n[min-score]\nlifeline = "x"\n')
    assert [line.split(" ", 1)[0] for line in lines] == [
        "lifeline.toml:1:1:",
        "lifeline.toml:2:1:",
        "lifeline.toml:3:1:",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[tool.lifeline]\nmin-months = 3",
        "[project]\nname = 'x'\n\n[ tool . lifeline ]\nmin-months = 3",
        "[tool.'lifeline']\nmin-months = 3",
        "[tool]\nlifeline = {min-months = 3}",
        "tool = {lifeline = {min-months = 3}}",
        "tool.lifeline.min-months = 3",
    ],
)
def test_a_pyproject_holds_settings_however_toml_writes_them(text: str, tmp_path: Path) -> None:
    made = read(tmp_path / "pyproject.toml", text)
    assert made is not None
    assert made.values == {"min-months": 3}


@pytest.mark.parametrize(
    "text", ["[project]\nname = 'lifeline'", "", "[tool.ruff]\nx = 1", "[tool]\nruff = {}", "x = ="]
)
def test_a_pyproject_without_the_table_is_somebody_else_s(text: str, tmp_path: Path) -> None:
    assert read(tmp_path / "pyproject.toml", text) is None


def test_a_pyproject_is_told_of_by_its_own_lines(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.lifeline]\nmin-months = 13\nx = 1\n"
    assert [line[:19] for line in told(tmp_path, text, "pyproject.toml")] == [
        "pyproject.toml:4:1:",
        "pyproject.toml:5:1:",
    ]
    first, *_ = told(tmp_path, "tool.lifeline = 3", "pyproject.toml")
    assert "has no table tool.lifeline. Expected [tool.lifeline]." in first


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    made = read(tmp_path / "lifeline.toml", b"\xef\xbb\xbfmin-months = 3\r\nlang = 'zh'\r\n")
    assert made is not None
    assert made.values == {"min-months": 3, "lang": "zh"}


def test_what_cannot_be_read_is_told_and_not_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "lifeline.toml"
    place.mkdir()
    with pytest.raises(InvalidFile, match="cannot be read: Is a directory"):
        Configurations().nearest(str(tmp_path))
    place.rmdir()
    place.symlink_to(tmp_path / "gone")
    with pytest.raises(InvalidFile, match="cannot be read: No such file or directory"):
        Configurations().nearest(str(tmp_path))
    place.unlink()
    os.mkfifo(place)
    with pytest.raises(InvalidFile, match="cannot be read: Not a file"):
        Configurations().nearest(str(tmp_path))


@pytest.mark.skipif(ROOT_USER, reason="the superuser may read everything")
def test_what_one_may_not_read_is_told(tmp_path: Path) -> None:
    place = tmp_path / "lifeline.toml"
    place.touch(mode=0)
    with pytest.raises(InvalidFile, match="Permission denied"):
        Configurations().nearest(str(tmp_path))


def test_the_file_that_is_named_has_to_be_there_and_have_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"x\.toml: there is no such configuration file\."):
        Configurations("x.toml").nearest(str(tmp_path))
    (tmp_path / "pyproject.toml").write_text("[project]")
    with pytest.raises(InvalidFile, match="has no table"):
        Configurations("pyproject.toml").nearest(str(tmp_path))
    (tmp_path / "any.toml").write_text("lang = 'zh'")
    found = Configurations("any.toml").nearest("/")
    assert found is not None
    assert (found.path, found.values) == ("any.toml", {"lang": "zh"})


def test_paths_in_a_file_count_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    text = (
        'set = "my/set"\nrubrics = "r"\nbaseline = "b.yaml"\npaths = ["ideas", "/abs"]\n'
        'format = ["text", "json:out/x.json"]\n'
    )
    (tmp_path / "lifeline.toml").write_text(text)
    found = Configurations().nearest(str(tmp_path / "inner"))
    assert found is not None
    values = found.values
    assert values["set"] == "../my/set"
    assert values["rubrics"] == "../r"
    assert values["baseline"] == "../b.yaml"
    assert values["paths"] == ["../ideas", "/abs"]
    assert [o.file for o in values["format"]] == ["", "../out/x.json"]
    (tmp_path / "lifeline.toml").write_text('set = "ngc"')
    named = Configurations().nearest(str(tmp_path))
    assert named is not None
    assert named.values == {"set": "ngc"}, "a name is no path"
