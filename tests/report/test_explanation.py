"""An explanation as people read it, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifeline.insight.explaining import explain
from lifeline.report.explanation import lay_out
from lifeline.report.terminal import Terminal
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, Authored, idea
from tests.backtesting.dated import dated
from tests.report.formats.test_text import Screen
from tests.scoring.records import small
from tests.scoring.test_market_findings import field

WEEKS: Authored = {
    "entry": {"one-of": ["announced", "where-they-work"]},
    "copy-time": "weeks",
    "assets": ["network"],
    "used": False,
    "launch": 8,
}
LASTS: Authored = {"entry": "nobody", "copy-time": "year", "assets": ["network"], "used": True}


def found_of(answers: Authored, subject: str = "", **more: Any) -> dict[str, Any]:
    read = idea(answers, dated(), **more)
    as_of = date(2023, 9, 30)
    return explain(dated(), read, assess(read, dated(), as_of=as_of, path="idea.yaml"), subject)


def told(found: dict[str, Any], width: int = 80, encoding: str = "utf-8") -> str:
    screen = Screen(encoding)
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, terminal))
    return screen.getvalue()


@pytest.mark.parametrize(
    "subject", ["", "network", "shipped", "window-missed", "copy-time", "assets", "used"]
)
def test_an_explanation_reads_as_its_golden_file(
    subject: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"explanation/{subject or 'everything'}.txt", told(found_of(WEEKS, subject)))


@pytest.mark.parametrize(
    "subject",
    ["network", "shipped", "window-missed", "not-used", "launch", "used", "nothing-protects"],
)
def test_what_says_nothing_reads_as_its_golden_file(
    subject: str, golden: Callable[[str, str], None]
) -> None:
    answers = {**LASTS, "assets": []}
    golden(f"explanation/{subject}.silent.txt", told(found_of(answers, subject)))


def test_what_is_open_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("explanation/open.txt", told(found_of({})))
    golden("explanation/open.entry.txt", told(found_of({}, "entry")))


def test_what_the_record_has_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    for day, name in (("2023-03-01", "nothing"), ("2023-05-02", "announced")):
        more = {"assessed": day, "capabilities": ["memory", "file-chat"]}
        read = idea({"entry": "not-yet"}, field(), **more)
        assessment = assess(read, field(), as_of=ASSESSED, path="idea.yaml", market=small())
        found = explain(field(), read, assessment, "entry", market=small())
        golden(f"explanation/record.{name}.txt", told(found))


def test_a_narrow_terminal_gets_narrow_text(golden: Callable[[str, str], None]) -> None:
    golden("explanation/everything.narrow.txt", told(found_of(WEEKS), 40))
    long = found_of(WEEKS, idea="A name that is far too long for a narrow terminal to show")
    long["path"] = "a/folder/with/a/long/name/" * 3 + "idea.yaml"
    for width in (40, 80):
        for subject in ("", "entry", "network"):
            long["entries"] = found_of(WEEKS, subject)["entries"]
            assert max(map(len, told(long, width).splitlines())) <= width


def test_a_stream_without_our_signs_gets_plain_ones() -> None:
    assert told(found_of(WEEKS), encoding="ascii").isascii()


def test_where_no_cap_fires_nothing_is_taken_away() -> None:
    found = found_of(LASTS)
    found["entries"] = [one for one in found["entries"] if one["kind"] != "cap"]
    assert "Nothing takes months away: 12 months or more." in told(found)
    assert "Nothing takes months away" not in told(found_of(LASTS))
    assert "Nothing takes months away" not in told(found_of(LASTS, "entry"))


def test_a_claim_is_told_in_full_once() -> None:
    text = " ".join(told(found_of(WEEKS)).split())
    assert text.count("What is hard to copy lasts longer.") == 1
    assert "T1-1, as above." in text


def test_what_a_file_contains_cannot_repaint_the_screen() -> None:
    found = found_of(WEEKS)
    evil = "\x1b[31mred\x07 \u202eback\ud800"
    found["idea"] = found["path"] = evil
    found["entries"][0]["because"] = found["entries"][0]["id"] = evil
    found["entries"][0]["answers"] = {evil: evil}
    assert not set(told(found)) & set("\x1b\x07\u202e\ud800")


def test_a_watched_stream_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal(Screen(watched=True))
    terminal.width = 40
    lines = lay_out(found_of(WEEKS), terminal)
    assert lines[0].startswith("\x1b[1m")
    painted = [line for line in lines if "\x1b" in line]
    assert all(line.endswith("\x1b[0m") for line in painted), "no colour runs over a line's end"


def test_the_day_of_the_assessment_is_the_one_that_is_told() -> None:
    assert found_of(WEEKS)["assessed"] == ASSESSED.isoformat()
    assert found_of(WEEKS)["as_of"] == "2023-09-30"
