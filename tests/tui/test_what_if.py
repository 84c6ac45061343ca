"""What if: answers are flipped freely, thrown away, saved as another file, or taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeline.tui.app import LifelineApp
from lifeline.tui.screens.what_if import WhatIfScreen
from tests.conftest import ROOT
from tests.tui.conftest import Begin
from tests.tui.screens import screen_text, watch

Golden = Callable[[str, str], None]
Script = Callable[[Pilot[None]], object]

MOST_LOOKS = 2_000
"""Looks at whether the plans are there, a hundredth of a second or more between two."""

JASPER = (ROOT / "examples/ideas/jasper.yaml").read_text(encoding="utf-8")


async def tried(pilot: Pilot[None], *keys: str) -> WhatIfScreen:
    """Go to the screen, wait for its plans, press keys."""
    await pilot.press("i")
    screen = pilot.app.screen
    assert isinstance(screen, WhatIfScreen)
    for _ in range(MOST_LOOKS):
        if screen.plans.search is not None:
            break
        await pilot.pause(0.01)
    assert screen.plans.search is not None, "its plans are found"
    await pilot.press(*keys)
    return screen


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
def test_the_range_moves_at_once_and_what_is_changed_is_marked(
    begin: Begin, golden: Golden, size: tuple[int, int]
) -> None:
    async def flipped(pilot: Pilot[None]) -> None:
        await tried(pilot, "down", "down", "down", "a")

    shown = watch(begin("jasper"), flipped, size=size)
    golden(f"tui/what-if.{size[0]}x{size[1]}.txt", shown)
    assert "With 1 other answer: 6 months" in shown
    assert "* assistant" in shown
    assert Path("idea.yaml").read_text(encoding="utf-8") == JASPER


def test_left_undoes_right_and_backspace_takes_today(begin: Begin) -> None:
    async def flipped(pilot: Pilot[None]) -> None:
        screen = await tried(pilot, "right", "left")
        assert screen.trial is not None
        assert screen.trial.changed() == []
        await pilot.press("right", "backspace", "down", "u", "i")
        assert screen.trial.changed() == []
        await pilot.press("right", "z")
        assert screen.trial.changed() == []

    watch(begin("jasper"), flipped)


def test_throwing_away_asks_nothing_and_writes_nothing(begin: Begin) -> None:
    async def dropped(pilot: Pilot[None]) -> None:
        await tried(pilot, "right", "escape")
        assert not isinstance(pilot.app.screen, WhatIfScreen)

    watch(begin("jasper"), dropped)
    assert Path("idea.yaml").read_text(encoding="utf-8") == JASPER


def test_a_plan_is_tried_by_one_key(begin: Begin) -> None:
    async def planned(pilot: Pilot[None]) -> None:
        screen = await tried(pilot, "p")
        assert screen.trial is not None
        assert screen.trial.verdicts() == ("fail", "pass")

    assert "What would help most easily, to reach 6 months" in watch(begin("jasper"), planned)


def test_a_variant_is_another_file_and_the_idea_stays(begin: Begin) -> None:
    async def kept(pilot: Pilot[None]) -> None:
        await tried(pilot, "p", "s", "enter")

    watch(begin("jasper"), kept)
    assert Path("idea.yaml").read_text(encoding="utf-8") == JASPER
    assert "(idea-what-if)" in Path("idea-what-if.yaml").read_text(encoding="utf-8")


def test_a_variant_never_takes_the_place_of_a_file(begin: Begin, folder: Path) -> None:
    (folder / "idea-what-if.yaml").write_text("mine", encoding="utf-8")

    async def kept(pilot: Pilot[None]) -> None:
        await tried(pilot, "p", "s", "enter")
        assert "there is a file of this name" in " ".join(screen_text(pilot.app).split())

    watch(begin("jasper"), kept)
    assert (folder / "idea-what-if.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("key", "is_taken"), [("y", True), ("n", False), ("escape", False)])
def test_only_a_yes_takes_it_over(begin: Begin, key: str, is_taken: bool) -> None:
    async def taken(pilot: Pilot[None]) -> None:
        await tried(pilot, "p", "m", "enter", key)
        await pilot.pause()

    watch(begin("jasper"), taken)
    assert (Path("idea.yaml").read_text(encoding="utf-8") != JASPER) is is_taken


BACKED = """
lifeline: 1
idea: One
assessed: 2026-11-01
answers:
  foundation: {answer: own-model, evidence: [{says: seen}]}
"""


@pytest.mark.parametrize(("key", "is_left"), [("y", False), ("n", True)])
def test_evidence_for_other_answers_than_those_taken_over_is_asked_about(
    begin: Begin, key: str, is_left: bool
) -> None:
    async def taken(pilot: Pilot[None]) -> None:
        await tried(pilot, "a", "m", "y")
        await pilot.pause()
        assert "This evidence was given" in screen_text(pilot.app)
        await pilot.press(key)
        await pilot.pause()

    watch(begin(text=BACKED), taken)
    written = Path("idea.yaml").read_text(encoding="utf-8")
    assert "no-model" in written
    assert ("evidence" in written) == is_left


def test_nothing_that_another_program_wrote_is_tried_or_taken_back(begin: Begin) -> None:
    theirs = JASPER.replace("answer: enough", "answer: one-ability", 1)
    assert theirs != JASPER

    async def taken(pilot: Pilot[None]) -> None:
        screen = await tried(pilot, "right")
        assert screen.trial is not None
        before = screen.trial.changed()
        Path("idea.yaml").write_text(theirs, encoding="utf-8")
        app = pilot.app
        assert isinstance(app, LifelineApp)
        app.look()
        await pilot.pause()
        await pilot.press("a")
        assert screen.trial.today.data == theirs.encode()
        assert screen.trial.changed() == before
        await pilot.press("m", "y")

    watch(begin("jasper"), taken)
    assert "answer: one-ability" in Path("idea.yaml").read_text(encoding="utf-8")


def test_nothing_to_take_over_is_said(begin: Begin) -> None:
    async def taken(pilot: Pilot[None]) -> None:
        await tried(pilot, "m")
        assert isinstance(pilot.app.screen, WhatIfScreen)

    watch(begin("jasper"), taken)


def test_a_number_is_typed_below_the_list(begin: Begin) -> None:
    async def typed(pilot: Pilot[None]) -> None:
        screen = await tried(pilot)
        screen.query_one("#rows").stand_at("lifeline/runway")  # type: ignore[attr-defined]
        await pilot.press("enter", "8", "enter")
        assert screen.trial is not None
        assert len(screen.trial.changed()) == 1

    assert "* runway" in watch(begin("jasper"), typed, size=(80, 50))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
def test_an_answer_that_is_one_of_two_is_not_shown_as_one(
    begin: Begin, size: tuple[int, int]
) -> None:
    async def looked(pilot: Pilot[None]) -> None:
        await tried(pilot)

    one = "assistant: more-than-ability"
    several = "assistant: {one-of: [more-than-ability, one-ability]}"
    text = f"lifeline: 1\nidea: Club\nassessed: 2026-11-22\nanswers: {{{several}}}\n"
    row = " assistant        A or B: Something that no better assistant"
    assert row in watch(begin(text=text), looked, size=size)
    assert "A or B: " not in watch(begin(text=text.replace(several, one)), looked, size=size)
