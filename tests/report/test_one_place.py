"""Text, JSON, the interface and the page say the same numbers of every example.

Each is read back by itself: what stands on it is looked for in its words, and held to the JSON.
"""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.insight.further import look_further
from lifeline.insight.whatif.trials import Setting
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.report.phrases import head_of
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import Assessor
from lifeline.tui.telling.result import TITLES, Result
from tests.conftest import ROOT
from tests.report.read_back import Page

EXAMPLES = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))
TODAY = "2026-11-22"
FULL = 12
DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"

Numbers = dict[str, Any]


def ends(low: int, high: int) -> str:
    """Write a range of months as people read it: 12 is "12 or more"."""
    first, last = (f"{end}+" if end == FULL else f"{end}" for end in (low, high))
    return first if first == last else f"{first} to {last}"


def day(iso: str) -> str:
    at = date.fromisoformat(iso)
    return f"{at.day} {at:%B} {at.year}"


def of_json(told: dict[str, Any]) -> Numbers:
    lifeline = told["lifeline"]
    months = {name: lifeline[name] for name in ("months", "advantage", "necessity")}
    return {
        "months": {name: ends(**span) for name, span in months.items()},
        "until": {day(lifeline["until"]["low"]), day(lifeline["until"]["high"])},
        "caps": {
            cap["rule"].rpartition("/")[2]: ends(**cap["value"])
            for cap in told["caps"]
            if cap["value"]["low"] < FULL
        },
        "scores": {
            tuple(dict.fromkeys((round(score["low"]), round(score["high"]))))
            for score in told["scores"].values()
            if score
        },
    }


def scores_in(words: str) -> set[tuple[int, ...]]:
    found = re.findall(r": (\d+)(?: to (\d+))? of\s+100", words)
    return {tuple(int(end) for end in ends if end) for ends in found}


def days_in(words: str) -> set[str]:
    """Give the days in the sentence that says until when."""
    found = re.search(r"That is (?:at least )?until ([^.]*)\.", words)
    assert found, words[:300]
    return set(re.findall(DAY, found[1]))


def bars_in(text: str) -> dict[str, str]:
    found = re.findall(r"(?m)^(lifeline|advantage|necessity) +[█░·]+ +(\S.*)$", text)
    return {name.replace("lifeline", "months"): span for name, span in found}


def of_text(text: str) -> Numbers:
    summary = " ".join(text.partition("Lifeline: ")[2].split())
    caps = r"(?m)^(\d\S*(?: to \S+)?) +(?:advantage|necessity), \S+\s+\(\w[\w-]*/([\w-]+)\)$"
    return {
        "months": bars_in(text),
        "until": days_in(summary),
        "caps": {rule: span for span, rule in re.findall(caps, text)},
        "scores": scores_in(text),
    }


HEAD = re.compile(r"(\S+(?: to \S+)?) months, (?:perhaps, )?\w+: .* \(([\w-]+)\)")


def caps_in(heads: list[str]) -> dict[str, str]:
    read = [HEAD.fullmatch(head) for head in heads]
    return {found[2]: found[1] for found in read if found}


def of_page(text: str) -> Numbers:
    page = Page(text)
    drawn = dict(re.findall(r'<desc id="idea-1-(\w+)-desc">([^<]*)<', text))
    clocks = re.findall(r"(Lifeline|Advantage|Necessity): ([^.]*)\.", drawn["clocks"])
    large = re.search(r'<p class="large"[^>]*><strong>([^<]*)<', text)
    assert large
    months = {name.lower(): in_signs(said) for name, said in clocks}
    assert months.pop("lifeline") == large[1]
    return {
        "months": {"months": large[1], **months},
        "until": days_in(page.words),
        "caps": caps_in(page.titles),
        "scores": scores_in(drawn.get("scores", "")),
    }


def in_signs(said: str) -> str:
    """Give months in words in signs: ``3 to 12 or more months`` as ``3 to 12+``."""
    return said.replace(" or more", "").replace(" months", "").replace("12", "12+")


def of_interface(path: Path, compiled: CompiledSet) -> Numbers:
    from lifeline.compiling.market import load_market

    idea = read_idea(path.read_bytes(), str(path), compiled)
    assessor, today = Assessor(compiled, load_market()), date.fromisoformat(TODAY)
    found = assessor.assess(idea, as_of=today, path=str(path))
    result = Result(found, idea, compiled)
    result.further = look_further(Setting(assessor, idea, today), found, None)
    page = Terminal(io.StringIO())
    lines = [line for n in range(1, len(TITLES) + 1) for line in result.section(n, page)]
    text = "\n".join(lines)
    summary = " ".join(text.partition("Lifeline: ")[2].split())
    return {
        "months": bars_in(text),
        "until": days_in(summary),
        "caps": caps_in([head_of(cap) for cap in result.caps()]),
        "scores": scores_in(text),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_everything_says_the_same_numbers(
    path: Path, ngc: CompiledSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    how = [str(path), "--as-of", TODAY]
    main(["score", *how, "--format", "json"])
    told = of_json(json.loads(capsys.readouterr().out)["ideas"][0])
    main(["score", *how])
    assert of_text(capsys.readouterr().out) == told
    assert of_interface(path, ngc) == told
    for words in (["report", *how], ["score", *how, "--format", "html"]):
        main(words)
        assert of_page(capsys.readouterr().out) == told
