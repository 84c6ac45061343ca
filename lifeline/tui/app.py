"""The app: holds the idea that is worked on, and leads from screen to screen."""

from __future__ import annotations

import asyncio
import os
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from lifeline.errors import LifelineError
from lifeline.tui.desk import Desk
from lifeline.tui.judging import OneJudge
from lifeline.tui.legible import legible
from lifeline.tui.settings import Settings
from lifeline.tui.watch import Seat
from lifeline.tui.widgets.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from textual.app import SystemCommand
    from textual.command import Provider
    from textual.events import Resize
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.theme import Theme

    from lifeline.scoring.assess import Assessor
    from lifeline.tui.judging import Judges
    from lifeline.tui.sitting import Sitting

SCREENS = {
    "home": ("lifeline.tui.screens.home", "HomeScreen"),
    "question": ("lifeline.tui.screens.question", "QuestionScreen"),
    "review": ("lifeline.tui.screens.review", "ReviewScreen"),
    "result": ("lifeline.tui.screens.result", "ResultScreen"),
    "what_if": ("lifeline.tui.screens.what_if", "WhatIfScreen"),
}
"""Where each screen is; it is imported when it is first shown."""


def palette_commands() -> type[Provider]:
    """Give what finds the commands of the palette; it is imported when that is opened."""
    from lifeline.tui.palette import CommandsByWords

    return CommandsByWords


COLOURLESS = "ansi-dark"
"""The theme that sends no colour at all under NO_COLOR; others send greys."""

SECONDS = 3.0
"""Between two looks at the file, whether another program has changed it."""


class LifelineApp(App[None]):
    """Walks a founder through the questions of an idea. Nothing leaves this machine."""

    TITLE = "lifeline"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar = []
    COMMANDS: ClassVar = {palette_commands}

    def __init__(  # noqa: PLR0913  # most by name
        self,
        assessor: Assessor,
        today: date,
        path: str = "",
        *,
        quick: bool = False,
        express: bool = False,
        settings: Settings | None = None,
        language: str = "",
        judges: Judges | None = None,
    ) -> None:
        """Take what judges, the day, and perhaps the file of an idea to begin with.

        Args:
            assessor: judges as long as no idea is open.
            today: the day one looks.
            path: the file of an idea, which need not be there yet; "" to begin at home.
            quick: whether the way goes by what settles the verdict soonest.
            express: whether the choice of a letter answers at once.
            settings: what is remembered of the person.
            language: of the texts, as long as no other is chosen; "" for the configured one.
            judges: give what judges each idea; without them ``assessor`` judges all.
        """
        # told before the theme: only then does Textual take all colour out, not make it grey
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.desk = Desk(assessor, judges or OneJudge(assessor), today, quick=quick)
        self.seat = Seat()
        self.first_path = path
        self.express = express
        self.settings = settings or Settings()
        self.language = language
        self.before = self.shown = ""
        self.turn = asyncio.Lock()
        self._take_theme()

    def _take_theme(self) -> None:
        if self.no_color:
            self.theme = COLOURLESS
        elif self.settings.theme in self.available_themes:
            self.theme = self.settings.theme

    def get_default_screen(self) -> Screen[None]:
        """Begin with an idea, or with the list of ideas; no blank screen is painted before it."""
        is_open = self.sitting is not None or (
            bool(self.first_path) and self.open_idea(self.first_path)
        )
        self.desk.remember()
        self.shown = "question" if is_open else "home"
        screen = screen_of(self.shown)
        self.stylesheet.read_all(screen.css_path)
        return screen

    def on_mount(self) -> None:
        """Look after the terminal and the file."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.set_interval(SECONDS, self.look)
        self._fit(self.size)

    def get_css_variables(self) -> dict[str, str]:
        """Give the colours of the theme, none of them too pale to be read."""
        self.theme_variables = legible(super().get_css_variables())
        return self.theme_variables

    def _keep_theme(self, theme: Theme) -> None:
        if not self.no_color:
            self.settings.theme = theme.name
            self.settings.keep()

    # ---- ideas

    @property
    def sitting(self) -> Sitting | None:
        """The idea that is worked on, if any."""
        return self.desk.sitting

    @sitting.setter
    def sitting(self, sitting: Sitting | None) -> None:
        self.desk.sitting = sitting

    @property
    def choosing(self) -> str:
        """The words that choose the set, for the commands that are proposed."""
        return self.desk.judges.choosing

    def open_idea(self, path: str) -> bool:
        """Open an idea, or begin one; give whether it can be worked on."""
        if not self.desk.is_saved:
            self.save()
        if not self.desk.is_saved:
            return False  # what speaks against it was said
        return self.tried(lambda: self.desk.open(path, self.language))

    async def speak(self, language: str) -> None:
        """Show the texts of the set in another language, now and from now on."""
        if self.tried(lambda: self.desk.speak(language)):
            self.language = self.settings.language = language
            self.settings.keep()
            await self.go(self.shown)

    # ---- screens

    async def go(self, name: str) -> None:
        """Show a screen in the place of the one that is shown; one after the other, if hurried."""
        async with self.turn:
            if name != self.shown:
                self.before, self.shown = self.shown, name
            is_first = len(self.screen_stack) == 1  # Textual keeps that one below all others
            await (self.push_screen if is_first else self.switch_screen)(screen_of(name))

    def on_resize(self, event: Resize) -> None:
        """Cover everything kindly while the terminal is too small."""
        if self.shown:
            self._fit(event.size)

    def _fit(self, size: Size) -> None:
        from lifeline.tui.screens.too_small import TooSmallScreen, is_too_small

        covering = self.screen if isinstance(self.screen, TooSmallScreen) else None
        if covering is not None and is_too_small(size):
            covering.tell(size)
        elif covering is not None:
            covering.dismiss()
        elif is_too_small(size):
            self.push_screen(TooSmallScreen(size))

    def open_help(self) -> None:
        """Show all keys."""
        from lifeline.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give what can be done by its name: what the keys do here, themes, languages."""
        from lifeline.tui.commands import commands_of

        return commands_of(self, screen)

    # ---- saving and leaving

    def tried(self, change: Callable[[], object]) -> bool:
        """Try a change; say what speaks against it, and give whether it was made."""
        problem = self.problem_of(change)
        if problem:
            self.say(problem, severity="error")
        return not problem

    def problem_of(self, change: Callable[[], object]) -> str:
        """Try a change; give what speaks against it, "" where it was made."""
        try:
            change()
        except LifelineError as error:
            return str(error)
        return ""

    def save(self) -> str:
        """Save the idea; say what speaks against it, and give it."""
        problem = self.desk.save()
        if self.sitting is not None and self.sitting.is_changed_elsewhere:
            self._settle()
        elif problem:
            self.say(problem, severity="error")
        return problem

    def look(self) -> None:
        """Look whether the terminal is still there, and the file as it was left."""
        if self.seat.is_gone:
            self._get_up()
        elif self.desk.finds_change():
            self._settle()

    def _get_up(self) -> None:
        """Leave where nothing can be asked or shown any more; every answer was saved when given."""
        if self.sitting is not None:
            self.sitting.keep_place()
        self.exit()

    def on_app_focus(self) -> None:
        """Look at the file when somebody comes back from another window."""
        self.look()

    def _settle(self) -> None:
        """Let one choose between two states of the file."""
        from lifeline.tui.screens.conflict import ConflictDialog

        assert self.sitting is not None, "there is an idea"
        if not any(isinstance(screen, ConflictDialog) for screen in self.screen_stack):
            self.push_screen(ConflictDialog(self.sitting))

    def say(self, text: str, severity: str = "information") -> None:
        """Say something in passing, in the place of what was said before; it is read as it is."""
        self.clear_notifications()
        self.notify(str(plain(text)), severity=severity, markup=False)  # type: ignore[arg-type]

    def leave(self) -> None:
        """Leave; everything that can be saved is."""
        problem = "" if self.desk.is_saved else self.save()
        if self.sitting is None:
            self.exit()
        elif self.sitting.is_saved:
            self.sitting.keep_place()
            self.exit()
        elif not self.sitting.is_changed_elsewhere:
            self.leave_unsaved(problem)

    def leave_unsaved(self, problem: str = "") -> None:
        """Leave where the file cannot be saved: another name is offered first."""
        from lifeline.tui.screens.leaving import LeavingDialog

        assert self.sitting is not None, "there is an idea"
        self.clear_notifications()  # the dialog says it, and should not be covered
        self.push_screen(LeavingDialog(self.sitting, problem))

    async def action_quit(self) -> None:
        """Leave, whatever screen is shown."""
        self.leave()

    def action_help_quit(self) -> None:
        """Leave by Ctrl-C, as everywhere."""
        self.leave()

    @property
    def fault(self) -> Exception | None:
        """The mistake of our own that ended the app, if any."""
        return self._exception

    def _fatal_error(self) -> None:
        """End at once after a mistake; the command tells it, once the terminal is as before."""
        self._close_messages_no_wait()


def screen_of(name: str) -> Screen[None]:
    """Give a new screen by its name."""
    module, attribute = SCREENS[name]
    screen: Screen[None] = getattr(import_module(module), attribute)()
    return screen
