"""What would have to change as people read it, held to golden files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lifeline.insight.whatif.asking import search_for, target_named, what_if
from lifeline.insight.whatif.by_hand import answers_named
from lifeline.insight.whatif.targets import MonthsTarget
from lifeline.report.terminal import Terminal
from lifeline.report.whatif.page import lay_out
from tests.authored import ASSESSED, Authored
from tests.backtesting.dated import dated
from tests.insight.whatif.movable import movable, setting
from tests.insight.whatif.test_asking import LASTS, WEAK
from tests.report.formats.test_text import Screen


def found_of(
    answers: Authored,
    months: int | None = None,
    *,
    named: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    score: str = "",
    **more: Any,
) -> dict[str, Any]:
    compiled = movable(dated(), "weeks", **{"used": "months", **dict.fromkeys(facts)})
    base = setting(answers, compiled, **more)
    after = base.answered(answers_named(compiled, named, ASSESSED)) if named else base
    wanted = months or score or not named
    target = target_named(after, months, score, "") if wanted else None
    return what_if(base, after, "idea.yaml", target)


def told(
    found: dict[str, Any], width: int = 80, encoding: str = "utf-8", *, every: bool = False
) -> str:
    screen = Screen(encoding)
    terminal = Terminal(screen)
    terminal.width = width
    terminal.write(lay_out(found, terminal, every=every))
    return screen.getvalue()


OPEN_COPY: Authored = {name: answer for name, answer in WEAK.items() if name != "copy-time"}
FACTS = ("entry", "copy_time", "assets")

PAGES: dict[str, dict[str, Any]] = {
    "plans": found_of(WEAK, 6),
    "larger": found_of(WEAK, 12),
    "open": found_of({}, 12),
    "wide": found_of({**WEAK, "entry": {"one-of": ["nobody", "announced"]}}, 12),
    "held": found_of(WEAK, 12, facts=FACTS),
    "nearest": found_of({**WEAK, "entry": "nobody"}, 12, facts=("copy_time",)),
    "find-out": found_of(OPEN_COPY, 6, facts=FACTS),
    "reached": found_of(LASTS),
    "strict": found_of({**LASTS, "copy-time": "months"}, 12, strict=True),
    "score": found_of(WEAK, score="product=60"),
    "score.never": found_of(WEAK, score="product=100", facts=FACTS),
    "tried": found_of(WEAK, named=("copy-time=year", "launch=3", "entry=unknown")),
    "tried.needless": found_of(LASTS, named=("launch=3",), facts=("launch",)),
    "tried.fact": found_of(WEAK, named=("copy-time=months",), facts=("copy_time",)),
    "tried.then": found_of(WEAK, 12, named=("copy-time=months",)),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_reads_as_its_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"whatif/{name}.txt", told(PAGES[name]))


def test_all_plans_are_shown_where_they_are_asked_for(golden: Callable[[str, str], None]) -> None:
    text = told(PAGES["larger"], every=True)
    golden("whatif/larger.all.txt", text)
    assert text.count("Plan ") == len(PAGES["larger"]["search"]["plans"])
    assert "--all" not in text


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_terminal_gets_narrow_text(name: str) -> None:
    for width in (40, 80):
        assert max(map(len, told(PAGES[name], width).splitlines())) <= width


@pytest.mark.parametrize("name", PAGES)
def test_a_stream_without_our_signs_gets_plain_ones(name: str) -> None:
    assert told(PAGES[name], encoding="ascii").isascii()


def test_a_bound_that_was_hit_is_told() -> None:
    found = found_of({}, 12)
    short = search_for(setting({}, movable(dated())), MonthsTarget(12), bound=0)
    text = " ".join(told({**found, "search": short}).split())
    assert "Every plan of up to 2 changes was tried." in text
    assert "there may be more" in text
    assert "there may be more" not in told(found)


def test_what_a_file_contains_cannot_repaint_the_screen() -> None:
    evil = "\x1b[31mred\x07 \u202eback\ud800"
    found = found_of(WEAK, 12)
    found["idea"] = found["path"] = evil
    step = found["search"]["plans"][0]["steps"][0]
    step["ask"] = step["from"]["said"] = evil
    step["to"]["labels"] = [evil]
    step["or"] = [evil]
    step["remedies"] = [{"id": evil, "remedy": evil}]
    assert not set(told(found)) & set("\x1b\x07\u202e\ud800")


def test_a_watched_stream_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal(Screen(watched=True))
    terminal.width = 40
    lines = lay_out(PAGES["plans"], terminal)
    assert lines[0].startswith("\x1b[1m")
    assert all(line.endswith("\x1b[0m") for line in lines if "\x1b" in line)


@pytest.mark.parametrize("name", PAGES)
def test_it_says_that_another_answer_is_no_change_of_the_product(name: str) -> None:
    assert " ".join(told(PAGES[name]).split()).count("does not change it.") == 1
