"""The interface full of attacks: screens show words, and nothing of a text is markup."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from lifeline.compiling.store import build
from lifeline.reading.sets import read_files
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from tests.escapes.attacks import TABLE, likened, twin_of
from tests.escapes.conftest import Folder
from tests.escapes.material import market
from tests.escapes.ways import A
from tests.hostile.inert import CONTROL

SIZE = (100, 60)
OWN_SIGNS = "\u2066\u2067\u2068\u2069\u200e\u200f"
"""Signs by which the interface isolates texts that run from the right."""

ATTACKS = {
    "csi": TABLE["terminal"]["csi"],
    "link": TABLE["terminal"]["osc-link"],
    "c1": TABLE["terminal"]["c1"],
    "nul": TABLE["terminal"]["nul-and-tab"],
    "override": TABLE["unicode"]["bidi-override"],
    "not-characters": TABLE["unicode"]["not-characters"],
    "rich": TABLE["markup"]["rich"],
    "textual": TABLE["markup"]["textual"],
    "inline": TABLE["markdown"]["inline"],
}

Script = Callable[[Pilot[None]], Awaitable[None]]
Screen = tuple[str, list[tuple[Any, ...]]]
"""The text of a screen, and what its parts are told to do."""


async def question(pilot: Pilot[None]) -> None:
    """Stand at the first question, which is open already."""
    await pilot.pause()


async def why(pilot: Pilot[None]) -> None:
    """Ask why it is asked."""
    await pilot.press("w")
    await pilot.pause()


async def result(pilot: Pilot[None]) -> None:
    """Look at the result."""
    assert isinstance(pilot.app, LifelineApp)
    await pilot.app.go("result")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def review(pilot: Pilot[None]) -> None:
    """Look at all answers."""
    assert isinstance(pilot.app, LifelineApp)
    await pilot.app.go("review")
    await pilot.pause()


SCREENS: dict[str, Script] = {"question": question, "why": why, "result": result, "review": review}


def shown(app: LifelineApp, script: Script) -> Screen:
    """Start an app, do what a script does, and give what a terminal would be sent."""

    async def go() -> Screen:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await script(pilot)
            await pilot.pause(1 / 50)
            strips = app.screen._compositor.render_strips()
            parts = [segment for strip in strips for segment in strip]
            told = [
                (part.style.link, sorted(part.style.meta))
                for part in parts
                if part.style and (part.style.link or part.style.meta)
            ]
            return "\n".join("".join(s.text for s in strip) for strip in strips), told

    return asyncio.run(go())


@pytest.mark.xdist_group("escapes-screens")
@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_shows_words(
    screen: str,
    attack: str,
    stand_in: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    found: list[Screen] = []
    for text in (ATTACKS[attack], twin_of(ATTACKS[attack])):
        stand_in(text)
        compiled = build("hostile", read_files("hostile"))
        app = LifelineApp(Assessor(compiled, market(text)), date(2026, 11, 22), A)
        found.append(shown(app, SCREENS[screen]))
    (attacked, told), (harmless, meant) = found
    bare = "".join(sign for sign in attacked if sign not in OWN_SIGNS)
    assert not CONTROL.search(bare)
    assert "ask" in attacked or "title" in attacked, "it shows texts of the files"
    assert not any(link for link, _ in told)
    assert {tuple(meta) for _, meta in told} <= {tuple(meta) for _, meta in meant}
    assert likened(attacked)[:200] == likened(harmless)[:200]
