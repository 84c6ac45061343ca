"""A screen as the text that a terminal would show, and what shows it: keys, one after another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

SIZE = (80, 24)
REDRAWN = 1 / 100
"""Seconds after which Textual has drawn again what changed: here, 250 times a second."""


def screen_text(app: App[None]) -> str:
    """Give the lines of the screen that is shown, without the spaces at their ends.

    Leans on one private attribute of Textual; ``test_screens`` says so if it moves.
    """
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    return "\n".join(lines) + "\n"


def play(app: App[None], *keys: str, size: tuple[int, int] = SIZE) -> str:
    """Start an app, press keys, and give the screen as it is then."""

    async def pressed(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)

    return watch(app, pressed, size=size)


def watch(
    app: App[None],
    script: Callable[[Pilot[None]], Awaitable[None]],
    *,
    size: tuple[int, int] = SIZE,
) -> str:
    """Start an app, do what a script does with it, and give the screen as it is then."""

    async def run() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await script(pilot)
            await pilot.pause(REDRAWN)
            await pilot.pause()
            return screen_text(app)

    return asyncio.run(run())


async def quickly(pilot: Pilot[None], keys: str) -> None:
    """Press keys, given with spaces between, without waiting after each."""
    for key in keys.split():
        pilot.app.simulate_key(key)
    await pilot.pause()
