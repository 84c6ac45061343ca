"""What leads on: hints that are whole, one screen at a time, ideas of late, columns to click."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from lifeline.reading.saving.recent import recent
from lifeline.tui.app import LifelineApp
from lifeline.tui.shelf import AGE, NAME, RANGE
from lifeline.tui.telling.shelf import head_at
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Page
from tests.tui.conftest import Begin
from tests.tui.screens import play, screen_text, watch
from tests.tui.test_question import at, told


@pytest.mark.parametrize("width", [40, 56, 60, 80, 120])
def test_hints_are_whole_and_help_is_among_them(begin: Begin, width: int) -> None:
    last = play(begin(), size=(width, 24)).splitlines()[-1]
    assert "⏎ Answer" in last
    assert "? Help" in last
    assert ("palette" in last) == (width >= 100)
    assert ("t Result" in last) == (width >= 60)
    assert len(last) <= width


def test_screens_that_are_called_for_at_once_come_one_after_the_other(begin: Begin) -> None:
    app = begin()

    async def hurried(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await asyncio.wait_for(asyncio.gather(app.go("review"), app.go("result")), 20)

    watch(app, hurried)
    assert app.shown == "result"
    assert len(app.screen_stack) <= 2


def test_an_idea_is_remembered_once_there_is_a_file_of_it(begin: Begin) -> None:
    play(begin())
    assert recent() == []
    play(begin(), "a", "enter")
    assert recent() == [str(Path("idea.yaml").resolve())]


def test_what_is_said_takes_the_place_of_what_was_said(begin: Begin) -> None:
    app = begin()

    async def said_twice(pilot: Pilot[None]) -> None:
        await at("runway", "enter", "enter")(pilot)
        assert told(app) == "Type a number from 0 to 60 months, or two such as 3-9."

    watch(app, said_twice)


def test_help_tells_how_to_go_to_a_section(begin: Begin) -> None:
    shown = play(begin("jasper"), "t", "question_mark", size=(80, 60))
    assert "Go to the section of that number" in shown


@pytest.mark.parametrize(("column", "name"), [(0, "idea"), (26, "verdict"), (76, "age")])
def test_a_column_is_known_by_where_it_is(column: int, name: str) -> None:
    assert head_at(column, Page(77)) == name


def test_a_click_on_a_column_sorts_by_it(begin: Begin) -> None:
    app: LifelineApp = begin("jasper")
    orders = []

    async def clicked(pilot: Pilot[None]) -> None:
        await app.go("home")
        await pilot.pause()
        heads = app.screen.query_one(".heads")
        line = Path("copy.yaml")
        line.write_bytes(Path("idea.yaml").read_bytes())
        for name in ("months", "age", "idea"):
            found = heads.render_line(0).text.index(name)
            await pilot.click(".heads", offset=(found + 2, 0))
            await pilot.pause()
            orders.append(app.screen.listing.order)  # type: ignore[attr-defined]

    watch(app, clicked)
    assert orders == [RANGE, AGE, NAME]


def test_files_of_one_title_are_told_apart(begin: Begin) -> None:
    app = begin("jasper")
    Path("copy.yaml").write_bytes(Path("idea.yaml").read_bytes())

    async def at_home(pilot: Pilot[None]) -> None:
        await app.go("home")
        for _ in range(2_000):
            if not app.screen.listing.is_looking:  # type: ignore[attr-defined]
                break
            await pilot.pause(0.01)

    assert "copy.yaml: Jasper" in watch(app, at_home)


def hint_at(screen: str, word: str) -> tuple[int, int]:
    """Give where a hint stands in the last line."""
    return screen.splitlines()[-1].index(word), len(screen.splitlines()) - 1


def test_a_click_on_a_hint_does_what_its_key_does(begin: Begin) -> None:
    app = begin()

    async def clicked(pilot: Pilot[None]) -> None:
        await pilot.click(offset=hint_at(screen_text(app), "Review"))
        await pilot.pause()
        assert app.shown == "review"
        await pilot.click(offset=hint_at(screen_text(app), "palette"))
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)

    watch(app, clicked, size=(120, 24))


def test_a_click_on_a_dimmed_hint_or_beside_hints_does_nothing(begin: Begin) -> None:
    app = begin()

    async def clicked(pilot: Pilot[None]) -> None:
        before = screen_text(app)
        await pilot.click(offset=hint_at(before, "Back"))
        await pilot.click(offset=hint_at(before, "  ▏^p"))
        await pilot.pause()
        assert screen_text(app) == before

    watch(app, clicked, size=(120, 24))


def test_the_hint_below_the_mouse_says_what_it_does(begin: Begin) -> None:
    app = begin()

    async def pointed(pilot: Pilot[None]) -> None:
        hints = app.screen.query_one(Hints)
        await pilot.hover(offset=hint_at(screen_text(app), "Why"))
        assert hints.tooltip == "Why this is asked, by whose advice"
        await pilot.hover("#ask")
        await pilot.pause()
        assert hints.tooltip is None

    watch(app, pointed)


def test_what_was_said_about_a_question_is_not_said_of_the_next_screen(begin: Begin) -> None:
    app = begin()

    async def said(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        assert told(app).startswith("Mark one, A to D")
        await pilot.press("r")
        await pilot.pause()
        assert told(app) == ""
        await pilot.press("enter", "enter")
        assert told(app)
        await pilot.press("b", "enter")
        assert told(app) == ""

    watch(app, said)


def test_the_first_painting_is_the_whole_screen(begin: Begin) -> None:
    app, painted = begin(), list[str]()

    async def looked_at(pilot: Pilot[None]) -> None:
        await pilot.pause()
        painted.append(screen_text(app))

    with pytest.MonkeyPatch.context() as patch:
        display = app._display

        def seen(screen: Screen[object], drawn: object) -> None:
            painted.append(screen_text(app))
            display(screen, drawn)  # type: ignore[arg-type]

        patch.setattr(app, "_display", seen)
        watch(app, looked_at)
    assert painted[0] == painted[-1]
