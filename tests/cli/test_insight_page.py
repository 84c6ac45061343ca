"""What the page of insights says of the flags of its verbs is so."""

from __future__ import annotations

import re

import pytest

from lifeline.cli.main import main
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "insight.md").read_text(encoding="utf-8")
HEAD = PAGE.partition("\n## ")[0]
VERBS = sorted(set(re.findall(r"^\|.*`lifeline (\w+) ", HEAD, re.MULTILINE)))


def without(flag: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Give the verbs of the page that do not take a flag."""
    lacking = []
    for verb in VERBS:
        assert main([verb, "--help"]) == 0
        if not re.search(rf"(?m)^  (\S+ \w+, )?{flag}\b", capsys.readouterr().out):
            lacking.append(verb)
    return lacking


def test_flags_that_not_every_verb_takes_are_told_with_those_that_do_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert len(VERBS) == 6
    assert without("--set", capsys) == without("--format", capsys) == []
    assert "All take `--set` and `--format json`." in HEAD
    assert without("--output", capsys) == ["score"]
    assert "`-o FILE` writes the result to a file; `score`," in HEAD
    assert without("--strict", capsys) == without("--as-of", capsys) == ["precedents"]
    assert "with `--strict` and `--as-of`, but for `precedents`" in HEAD


@pytest.mark.parametrize("flag", ["-o", "--output=ask.json"])
def test_who_wants_the_score_in_a_file_is_told_how(
    flag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--ask", flag]) == 2
    assert capsys.readouterr().err == (
        f"lifeline: unknown: {flag}. To write a result to a file, put it behind its"
        " format: --format text:FILE. See 'lifeline score --help'.\n"
    )
