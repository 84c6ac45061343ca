"""Completion: in the real shells, what Tab gives; bash, zsh and fish where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lifeline.cli.completion import SHELLS, script
from lifeline.cli.main import main
from tests.conftest import ROOT

ASKED = """
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
_shtab_lifeline
printf '%s\\n' "${COMPREPLY[@]}"
"""

CASES = [
    (["sc"], {"score", "schema"}),
    (["score", "--min"], {"--min-months", "--min-score"}),
    (["score", "--clock", ""], {"both", "advantage", "necessity"}),
    (["score", "--format", "s"], {"sarif"}),
    (["score", "--set", "n"], {"ngc"}),
    (["rubric", "t"], {"test", "translate"}),
    (["baseline", "check", "--fo"], {"--format", "--force-exclude"}),
    (["explain", "idea.yaml", "lifeline/nothing"], {"lifeline/nothing-protects"}),
    (["new", "--with", "fi"], {"fine-tuning"}),
    (["completion", ""], {"bash", "zsh", "fish"}),
    (["schema", "o"], {"output"}),
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the command is this one."""
    home = tmp_path_factory.mktemp("bin")
    command = home / "lifeline"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m lifeline "$@"\n')
    command.chmod(0o755)
    path = f"{home}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(home)}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> str:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not there")
    name: str = request.param
    return name


def run(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_the_script_is_one_of_the_shell(shell: str, tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_text(script(shell))
    done = run([shell, "-n", str(path)], {**os.environ})
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
@pytest.mark.parametrize(("words", "expected"), CASES)
def test_bash_completes(words: list[str], expected: set[str], environment: dict[str, str]) -> None:
    asked = ["bash", "-c", script("bash") + ASKED, "bash", "lifeline", *words]
    assert set(run(asked, environment).stdout.split()) == expected


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not there")
@pytest.mark.parametrize(("words", "expected"), CASES)
def test_fish_completes(
    words: list[str], expected: set[str], environment: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "lifeline.fish"
    path.write_text(script("fish"))
    line = " ".join(["lifeline", *words])
    done = run(["fish", "-c", f"source {path}; complete -C '{line}'"], environment)
    assert {each.partition("\t")[0] for each in done.stdout.splitlines()} == expected


LOADED = """
fpath=("$1" $fpath)
autoload -Uz compinit && compinit -u -D
print -r -- ${_comps[lifeline]}
"""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not there")
def test_zsh_takes_the_script_for_this_command(environment: dict[str, str], tmp_path: Path) -> None:
    text = script("zsh")
    (tmp_path / "_lifeline").write_text(text)
    done = run(["zsh", "-f", "-c", LOADED, "zsh", str(tmp_path)], environment)
    assert done.stdout == "_lifeline\n", done.stdout + done.stderr
    for words in ("--clock", "both advantage necessity", "lifeline completion ids"):
        assert words in text


def test_ids_are_those_of_the_set_that_would_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    small = ROOT / "tests" / "sets" / "small"
    (tmp_path / "lifeline.toml").write_text(f'set = "{small}"\n')
    assert main(["completion", "ids"]) == 0
    words = capsys.readouterr().out.split()
    assert "product/nothing-protects" in words
    assert words == sorted(words)
    assert main(["completion", "rubrics"]) == 0
    assert capsys.readouterr().out == "product\n"


def test_sets_of_a_shelf_of_ones_own_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "sets", "--rubrics", str(ROOT / "examples" / "rubrics")]) == 0
    assert capsys.readouterr().out.split() == ["ngc", "patient"]


def test_a_shell_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "powershel"]) == 2
    assert "bash" in capsys.readouterr().err


def test_without_what_writes_scripts_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert "product-lifeline[completion]" in capsys.readouterr().err
    assert main(["completion", "ids"]) == 0
