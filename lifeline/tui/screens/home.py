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
    ORDERS,
    RANGE,
    VERDICT,
    Row,
    free_name,
    idea_files,
    judged,
    matching,
    ordered,
)
from lifeline.tui.telling.shelf import head_at, head_lines, row_lines
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Laid, Page
from lifeline.tui.widgets.rows import Rows
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp
    from lifeline.tui.widgets.rows import Entry, Lay

    Lines = list[str]

PRIVATE = "Nothing leaves this machine: no account, no network, only your files."
NEW, LATE, HERE = "new", "late:", "here:"
"""What the id of a row is, or begins with."""

ORDER_OF = {"idea": NAME, "verdict": VERDICT, "months": RANGE, "until": RANGE, "age": AGE}
"""The order that the name of a column stands for."""

MOST_LATE, AT_ONCE = 5, 20
"""Files of late that are listed; and files that are judged before the list is drawn again."""

LATELY, IN_FOLDER = "Go on with", "In this folder, by {order}"
NONE_HERE = "There is no idea file in this folder yet."
NONE_LIKE = "No idea has these words. Esc shows all."
ONLY = f"The first {MOST} are listed. Name others on the command line: lifeline walk FILE"
BEGIN = "A new idea. Its first question is asked at once; no sign-up, no form."
ASK_NAME = "Under which name is it saved? A file of this name that is there already is opened."


class Heads(Laid):
    """The names of the columns; a click on one puts the folder's files in its order."""

    @dataclass
    class Clicked(Message):
        """A name was clicked."""

        name: str

    def on_click(self, event: events.Click) -> None:
        """Say which."""
        at = event.get_content_offset(self)
        if at is not None:
            self.post_message(self.Clicked(head_at(at.x, Page(self.content_size.width))))


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
        self.late: list[Row] = []
        self.inside: list[Row] = []
        self.order = NAME
        self.is_looking = True

    def compose(self) -> ComposeResult:
        """Lay out the list, below it what can be relied on."""
        yield Words(PRIVATE, id="private")
        yield Input(placeholder="words of a title or a path; Enter goes to the list", id="filter")
        yield Heads(head_lines, classes="heads")
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
        worker, assessor, today = get_current_worker(), self.app.assessor, self.app.today
        late = [judged(assessor, path, today) for path in recent()[:MOST_LATE]]
        self.post_message(self.Judged(late, late=True, is_last=False))
        rows: list[Row] = []
        for path in idea_files(os.curdir, is_over=lambda: worker.is_cancelled):
            rows.append(judged(assessor, path, today))
            if worker.is_cancelled or len(rows) == MOST:
                break
            if len(rows) % AT_ONCE == 0:
                self.post_message(self.Judged(list(rows), late=False, is_last=False))
        self.post_message(self.Judged(rows, late=False, is_last=True))

    @on(Judged)
    def _is_judged(self, message: Judged) -> None:
        if message.late:
            self.late = message.rows
        else:
            self.inside = message.rows
        self.is_looking = not message.is_last
        self._draw()

    # ---- the list

    def _draw(self) -> None:
        words = self.query_one("#filter", Input).value
        late, inside = matching(self.late, words), ordered(matching(self.inside, words), self.order)
        titles = [row.title for row in self.inside]
        entries: list[Entry] = [] if words else [(NEW, _paragraph(BEGIN, "+"))]
        if late:
            entries += [
                _heading(LATELY),
                *((f"{LATE}{row.path}", _row(row, titles)) for row in late),
            ]
        entries.append(_heading(IN_FOLDER.format(order=self.order)))
        entries += [(f"{HERE}{row.path}", _row(row, titles)) for row in inside]
        told = self._told(bool(words), bool(inside))
        rows = self.query_one(Rows)
        rows.offer([*entries, ("", _paragraph(told))] if told else entries)

    def _told(self, is_filtered: bool, is_any: bool) -> str:
        """Say why the folder's list is as it is, where that is not plain."""
        if self.is_looking:
            return "Looking …"
        if not is_any:
            return NONE_LIKE if is_filtered else NONE_HERE
        return ONLY if len(self.inside) == MOST else ""

    @on(Rows.OptionSelected)
    def _is_chosen(self, event: Rows.OptionSelected) -> None:
        id_ = event.option_id or ""
        if id_ == NEW:
            self.action_new()
            return
        row = self._row_of(id_)
        if row is None:
            return
        if row.is_gone:
            self.app.say(f"{row.path} is gone. Press d to take it off this list.")
        elif row.problems:
            self.app.push_screen(ProblemsScreen(row))
        else:
            self._open(row.path)

    def _row_of(self, id_: str) -> Row | None:
        kind, _, path = id_.partition(":")
        rows = self.late if f"{kind}:" == LATE else self.inside
        return next((row for row in rows if row.path == path), None)

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
        self.call_later(self._open, name if "." in os.path.basename(name) else f"{name}.yaml")
        return ""

    def action_filter(self) -> None:
        """Show only what has the words that are typed now."""
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    @on(Input.Changed, "#filter")
    def _is_filtered(self) -> None:
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
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._draw()

    @on(Heads.Clicked)
    def _is_head_clicked(self, event: Heads.Clicked) -> None:
        self.order = ORDER_OF.get(event.name, self.order)
        self._draw()

    def action_forget(self) -> None:
        """Take a file off the list of late."""
        id_ = self.query_one(Rows).here
        if id_.startswith(LATE):
            path = id_.removeprefix(LATE)
            forget(path)
            self.late = [row for row in self.late if row.path != path]
            self._draw()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.open_help()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()


def _row(row: Row, titles: list[str]) -> Lay:
    """Lay out a file; by its name too where another one has the same title."""
    is_twin = titles.count(row.title) > 1
    return lambda page: row_lines(row, page, is_twin=is_twin)


def _heading(title: str) -> Entry:
    return "", lambda page: ["", page.paint(title, "bold")]


def _paragraph(text: str, mark: str = "") -> Lay:
    return lambda page: page.paragraph(text, 2, mark)
