"""What can be done by its name in the palette: the keys of the screen, themes, languages, mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from lifeline.tui.app import LifelineApp

NAMES = {"ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French"}
NAMES |= {"he": "Hebrew", "ja": "Japanese", "ko": "Korean", "pt": "Portuguese", "zh": "Chinese"}
"""Languages by their codes; one that is not among them goes by its code."""


def commands_of(app: LifelineApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Give the commands of a screen; what its keys do is declared with the keys."""
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        is_ours = binding.id is not None and binding.id not in seen
        if is_ours and active.enabled and active.node is screen:
            seen.add(binding.id)
            run = partial(app.run_action, binding.action, screen)
            yield SystemCommand(binding.description, binding.tooltip, run)
    yield SystemCommand("Theme", "Choose other colours, light or dark", app.action_change_theme)
    yield from _languages(app)
    yield _mouse(app)


def _languages(app: LifelineApp) -> Iterator[SystemCommand]:
    for code in app.desk.judges.languages:
        name = NAMES.get(code, code)
        told = f"Ask the questions in {name}; what you answered stays"
        yield SystemCommand(f"Language: {name}", told, partial(app.speak, code))


def _mouse(app: LifelineApp) -> SystemCommand:
    def turn() -> None:
        app.settings.mouse = not app.settings.mouse
        app.settings.keep()
        app.say(f"From the next start, the mouse is {'used' if app.settings.mouse else 'left'}.")

    if app.settings.mouse:
        return SystemCommand("Mouse off", "Leave the mouse to the terminal, to select text", turn)
    return SystemCommand("Mouse on", "Choose and scroll with the mouse", turn)
