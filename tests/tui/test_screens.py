"""The one way in which tests look at a screen."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.screens import watch


class Two(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("one\ntwo")


def test_a_screen_is_read_as_text() -> None:
    async def looked_at(pilot: Pilot[None]) -> None:
        compositor = getattr(pilot.app.screen, "_compositor", None)
        assert hasattr(compositor, "render_strips"), "Textual moved it: mend tests/tui/screens.py"

    assert watch(Two(), looked_at, size=(10, 4)) == "one\ntwo\n\n\n"
