"""The first screen: a new idea, those of late, and those in the folder where one stands."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from lifeline.reading.saving.recent import forget, recent
from lifeline.tui.keys import ON_HOME, bindings
from lifeline.tui.screens.base import IdeaScreen
from lifeline.tui.screens.file_name import FileNameDialog
from lifeline.tui.screens.problems import ProblemsScreen
from lifeline.tui.shelf import (
    AGE,
    MOST,
    NAME,
    RANGE,
    VERDICT,
    findable,
    free_name,
    idea_files,
    row_of,
)
from lifeline.tui.telling.listing import LATE, NEW, Listing
from lifeline.tui.widgets.heads import Heads
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.rows import Rows
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp
    from lifeline.tui.shelf import Row

PRIVATE = "Nothing leaves this machine: no account, no network, only your files."

ORDER_OF = {"idea": NAME, "verdict": VERDICT, "months": RANGE, "until": RANGE, "age": AGE}
"""The order that the name of a column stands for."""

MOST_LATE, AT_ONCE = 5, 20
"""Files of late that are listed; and files that are judged before the list is drawn again."""

ASK_NAME = "Under which name is it saved? A file of this name that is there already is opened."


class HomeScreen(Screen[None]):
    """A list of idea files; Enter opens one where one left it."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_HOME)]
    HORIZONTAL_BREAKPOINTS = IdeaScreen.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = IdeaScreen.VERTICAL_BREAKPOINTS

    app: LifelineApp

    @dataclass
    class Judged(Message):
        """Some more files were judged; ``late``: those of late."""

        rows: list[Row]
        late: bool
        is_last: bool

    def __init__(self) -> None:
        super().__init__()
        self.listing = Listing(self.app.choosing)

    def compose(self) -> ComposeResult:
        """Lay out the list, below it what can be relied on."""
        yield Words(PRIVATE, id="private")
        yield Input(placeholder="words of a title or a path; Enter goes to the list", id="filter")
        yield Heads()
        yield Rows(id="rows")
        yield Hints()

    def on_mount(self) -> None:
        """Show what is known at once, and judge the files beside."""
        self.query_one("#filter", Input).display = False
        self._draw()
        self.query_one(Rows).focus()
        self.run_worker(self._judge, thread=True, exclusive=True, group="shelf")

    # ---- judging, in a thread of its own

    def _judge(self) -> None:
        worker, judges, today = get_current_worker(), self.app.desk.judges, self.app.desk.today
        late = [row_of(judges, path, today) for path in recent()[:MOST_LATE]]
        self.post_message(self.Judged(late, late=True, is_last=False))
        rows: list[Row] = []
        for path in idea_files(os.curdir, is_over=lambda: worker.is_cancelled):
            rows.append(row_of(judges, path, today))
            if worker.is_cancelled or len(rows) == MOST:
                break
            if len(rows) % AT_ONCE == 0:
                self.post_message(self.Judged(list(rows), late=False, is_last=False))
        self.post_message(self.Judged(rows, late=False, is_last=True))

    @on(Judged)
    def _is_judged(self, message: Judged) -> None:
        if message.late:
            self.listing.late = message.rows
        else:
            self.listing.inside = message.rows
        self.listing.is_looking = not message.is_last
        self._draw()

    # ---- the list

    def _draw(self) -> None:
        self.query_one(Rows).offer(self.listing.entries())

    @on(Rows.OptionSelected)
    def _is_chosen(self, event: Rows.OptionSelected) -> None:
        id_ = event.option_id or ""
        if id_ == NEW:
            self.action_new()
            return
        row = self.listing.row_of(id_)
        if row is None:
            return
        if row.is_gone:
            self.app.say(f"{row.path} is gone. Press d to take it off this list.")
        elif row.problems:
            self.app.push_screen(ProblemsScreen(row))
        else:
            self._open(row.path)

    def _open(self, path: str) -> None:
        """Open an idea where one left it, or begin it."""
        if self.app.open_idea(path):
            self.app.call_later(self.app.go, "question")  # the app ends this screen, not it itself

    # ---- keys

    def action_new(self) -> None:
        """Ask for a file's name, and begin."""
        self.app.push_screen(FileNameDialog("A new idea", ASK_NAME, free_name(), self._begin))

    def _begin(self, name: str) -> str:
        if os.path.isdir(name):
            return f"{name} is a folder. A file's name is needed, such as idea.yaml."
        self.call_later(self._open, findable(name))
        return ""

    def action_filter(self) -> None:
        """Show only what has the words that are typed now."""
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#filter")
    def _is_filtered(self, event: Input.Changed) -> None:
        self.listing.words = event.value
        self._draw()

    @on(Input.Submitted, "#filter")
    def _is_found(self) -> None:
        self.query_one(Rows).focus()

    def action_back(self) -> None:
        """Show all rows again; where all are shown, go back to the idea."""
        field = self.query_one("#filter", Input)
        if field.display:
            field.value, field.display = "", False
            self.query_one(Rows).focus()
        elif self.app.sitting is not None:
            self.app.call_later(self.app.go, "question")

    def action_sort(self) -> None:
        """Put the folder's files in the next order."""
        self.listing.take_next_order()
        self._draw()

    @on(Heads.Clicked)
    def _is_head_clicked(self, event: Heads.Clicked) -> None:
        self.listing.order = ORDER_OF.get(event.name, self.listing.order)
        self._draw()

    def action_forget(self) -> None:
        """Take a file off the list of late."""
        id_ = self.query_one(Rows).here
        if id_.startswith(LATE):
            path = id_.removeprefix(LATE)
            forget(path)
            self.listing.drop(path)
            self._draw()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.open_help()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()
