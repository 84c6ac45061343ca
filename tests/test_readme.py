"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import lifeline
from lifeline.backtesting.backtest import backtest
from lifeline.reading.cases import read_cases
from tests.conftest import ROOT

COIN = 0.5

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_output_shown_is_the_real_one() -> None:
    shown = next(block for block in blocks("") if block.startswith("$ lifeline"))
    command, *lines = shown.rstrip().splitlines()
    words = command.removeprefix("$ lifeline ").split()
    found = subprocess.run(
        [sys.executable, "-m", "lifeline", *words, "--as-of", "2026-11-22"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )
    real = found.stdout.splitlines()[: len(lines)]
    assert lines[:-1] == real[:-1]
    assert real[-1].startswith(lines[-1].removesuffix(" …"))


def test_the_python_shown_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python")
    with (ROOT / "examples/ideas/jasper.yaml").open("rb") as idea:
        exec(code, {"open": lambda *_: idea})
    assert capsys.readouterr().out == "{'low': 3, 'high': 3}\n"


def test_the_idea_shown_is_valid() -> None:
    ngc = lifeline.load_set(str(ROOT / "rubrics" / "ngc"))
    (text,) = blocks("yaml")
    assert lifeline.read_idea(text.encode(), "idea.yaml", ngc).answers


def test_the_figures_are_those_of_the_back_test() -> None:
    ngc = lifeline.load_set(str(ROOT / "rubrics" / "ngc"))
    found = backtest(ngc, read_cases(str(ROOT / "rubrics" / "cases"), ngc))
    figures = found["figures"]
    order, months = figures["concordance"], figures["concordance_months"]
    hits = figures["horizons"][12]["hit_rate"]
    early = figures["horizons"][3]["balanced_accuracy"]["ended"]
    assert early["value"] == 0
    parts = {part["provenance"]: part for part in found["collections"]}
    first, mixed = parts["not recorded"], parts["mixed"]
    assert first["cases"] == first["ended"]
    assert mixed["low"] < COIN and mixed["balanced_accuracy_12"] < COIN
    for sentence in (
        f"judges {figures['cases']} products",
        f"in {order['value']:.0%} pairs (95 % interval {order['low']:.0%} to {order['high']:.0%})",
        f"with the months alone in {months['value']:.0%}",
        f"(naming every tier rightly would reach {months['ceiling']:.0%})",
        f"of the {early['n']} products that ended earlier none was foreseen",
        f"right for {hits['value']:.0%} of 100 ({hits['low']:.0%} to {hits['high']:.0%})",
        f"Of the first all {first['cases']} ended",
        f"in {first['concordance']:.0%} pairs ({first['low']:.0%} to {first['high']:.0%})",
        f"its {mixed['cases']} products of mixed provenance, of which {mixed['ended']} ended",
        f"the order is right in {mixed['concordance']:.0%} pairs, but there are {mixed['pairs']}",
        f"pairs ({mixed['low']:.0%} to {mixed['high']:.0%}, so a coin is not ruled out)",
        f"with the months alone it is right in {mixed['concordance_months']:.0%}",
        f"worse than by a coin (balanced accuracy {mixed['balanced_accuracy_12']:.2f})",
    ):
        told = sentence.replace("% pairs", " of 100 pairs")
        assert re.sub(r"(?<=\d)%", "", told) in README


def test_there_are_exactly_two_commands_for_a_fresh_machine() -> None:
    commands = [block for block in blocks("") if block.startswith("python3 -m venv")]
    assert len(commands) == 2
    assert all(len(command.splitlines()) == 1 for command in commands)


def test_the_public_names_are_the_listed_ones_and_all_there() -> None:
    assert sorted(lifeline.__all__) == lifeline.__all__
    assert all(getattr(lifeline, name) for name in lifeline.__all__)
    assert dir(lifeline) == lifeline.__all__
    with pytest.raises(AttributeError):
        lifeline.nothing  # noqa: B018
