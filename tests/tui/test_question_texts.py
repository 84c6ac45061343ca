"""Any text in a question, a title or a field: shown as it is, in every language, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from lifeline.compiling.store import load_set
from lifeline.reading.shelves import shipped_sets
from lifeline.report.terminal import END, FROM_FIRST, FROM_RIGHT
from lifeline.report.wrapping import columns
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.number import NumberField
from lifeline.tui.widgets.page import Page, Prose
from lifeline.tui.widgets.words import Words, isolated
from tests.tui.conftest import TODAY
from tests.tui.screens import watch

NASTY = [
    "[/price/month]",
    "[bold",
    "\x1b[31m",
    "שלום [/",
    "🧑‍🚀" * 30,
    "a" * 999,
    "\u202eabc",
    "\ud800",
]
TEXTS = st.one_of(st.text(max_size=60), st.sampled_from(NASTY))
SIZE = (80, 24)

MOST_TRANSLATED = 40
"""Questions that are looked at in each translation: the longest, which are cut off first."""


class Shown(App[None]):
    """Words, choices and a field, to be filled with anything."""

    def compose(self) -> ComposeResult:
        yield Words(id="words")
        yield Choices(id="choices")
        yield NumberField(id="number")


def test_any_text_is_shown(folder: Path) -> None:
    async def filled(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        words, choices = screen.query_one("#words", Words), screen.query_one(Choices)
        rounds = iter(range(10**6))

        @settings(max_examples=60, suppress_health_check=list(HealthCheck))
        @given(st.lists(TEXTS, min_size=1, max_size=7), TEXTS)
        def fill(labels: list[str], text: str) -> None:
            words.say(text)
            choices.offer(labels, [0], many=next(rounds) % 2 == 0)
            screen.query_one("#number", Input).value = text
            for row in choices.rows:
                for line in row.lines(30):
                    assert not any(sign in line for sign in "\x1b\n\r\u202e")
                    assert columns(line) <= 60

        fill()
        await pilot.pause()

    watch(Shown(), filled, size=(40, 12))


@settings(max_examples=30)
@given(st.text(alphabet="אבג abc[]/ 12", max_size=20))
def test_what_is_isolated_holds_what_it_held(text: str) -> None:
    assert isolated(text).strip("\u2067\u2068\u2069") == text


@pytest.mark.parametrize("text", ["4 of 14 · عمر المنتج", "With A: باقٍ"])
def test_a_line_of_ours_runs_from_the_left_also_with_words_from_the_right(text: str) -> None:
    assert isolated(text, ours=True) == f"{FROM_FIRST}{text}{END}"


def test_a_line_that_is_mostly_from_the_right_runs_so() -> None:
    assert isolated("4 عمر المنتج").startswith(FROM_RIGHT)


def test_prose_hangs_below_its_points_and_breaks_where_words_are_not_spaced(folder: Path) -> None:
    prose = Prose()
    prose.say("Why:\n\n• one two three four five\n• 词语没有空格也要断行 ChatGPT，断行")
    assert prose.lay(Page(16)) == [
        "Why:",
        "",
        "• one two three",
        "  four five",
        "• 词语没有空格也",
        "  要断行",
        "  ChatGPT，断行",
    ]


def test_labels_hang_below_one_another(folder: Path) -> None:
    async def offered(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Choices).offer(["one two three four five six seven"], [])

    screen = watch(Shown(), offered, size=(24, 12))
    rows = [line for line in screen.splitlines() if "two" in line or "five" in line]
    assert [row.index(next(iter(row.split()[-3:]))) >= 7 for row in rows]
    assert all(row.startswith(" " * 7) for row in rows if "○" not in row)


def is_reached(choices: Choices, asked: Widget) -> bool:
    """Whether the end of the choice under the cursor is on the screen."""
    row = choices.rows[choices.cursor].region
    return row.height > 0 and row.bottom <= asked.region.bottom


@pytest.mark.parametrize("language", ["", "zh", "ar"])
def test_every_question_is_whole_and_every_choice_is_reached(folder: Path, language: str) -> None:
    assessor = Assessor(load_set(str(Path(shipped_sets(), "ngc")), language))
    app = LifelineApp(assessor, TODAY, "idea.yaml")

    async def looked_at(pilot: Pilot[None]) -> None:
        assert app.sitting is not None
        way = app.sitting.way
        for rubric in list(way.sheet.offered()):
            way.begin(rubric)
        texts = way.sheet.compiled["texts"]["questions"]
        stops = sorted(way.sheet.agenda, key=lambda stop: len(str(texts[stop.id])))
        for stop in stops[-MOST_TRANSLATED:] if language else stops:
            way.here = stop.number
            await app.screen.show()  # type: ignore[attr-defined]
            choices, asked = app.screen.query_one(Choices), app.screen.query_one("#asked")
            if choices.display:
                choices.action_move("end")
            await pilot.pause()
            if choices.display and not is_reached(choices, asked):
                await pilot.pause()  # a list scrolls only once it is laid out
            assert asked.region.height >= 3
            assert app.screen.query_one("#enter").region.bottom < SIZE[1], stop.id
            assert not choices.display or is_reached(choices, asked), stop.id

    watch(app, looked_at, size=SIZE)
