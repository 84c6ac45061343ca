"""The verdict with its reasons: how long, what ends it, what to do, whom to ask, what CI says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message

from lifeline.insight.explaining import explain
from lifeline.report import explanation
from lifeline.report.phrases import head_of, reason_text
from lifeline.tui.keys import ON_RESULT, SECTIONS, bindings, numbered
from lifeline.tui.screens.asking.telling import spared_text
from lifeline.tui.screens.base import IdeaScreen
from lifeline.tui.screens.file_name import FileNameDialog
from lifeline.tui.shelf import free_name
from lifeline.tui.telling.export import export, name_for
from lifeline.tui.telling.further import look_further
from lifeline.tui.telling.result import CAPS, FURTHER, TITLES, Result, summary, title_of
from lifeline.tui.widgets.card import Card
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Laid
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.insight.further import Further
    from lifeline.model.assessment import Cap
    from lifeline.report.terminal import Terminal

    Lines = list[str]

COPIED = "Copied. Where your terminal does not let programs copy, press e to write a file."


class Link(Words):
    """The title of a section at the side; a click goes there."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__(f"{number}  {title}", classes="link")
        self.number = number

    async def on_click(self) -> None:
        """Go to the section."""
        await self.run_action(f"screen.jump('{self.number}')")


class ResultScreen(IdeaScreen):
    """One page of sections; a key, or the list at the side, goes to each."""

    CSS_PATH = "result.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ON_RESULT), *numbered(SECTIONS)]

    @dataclass
    class Looked(Message):
        """What takes longer was found out about an idea."""

        result: Result
        further: Further

    def __init__(self) -> None:
        super().__init__()
        self.result: Result | None = None
        self.shown: bytes | None = None

    def compose(self) -> ComposeResult:
        """Lay out the sections below each other, and where there is room their titles beside."""
        yield Words(id="place")
        yield Words(id="spared", ours=True)
        with Horizontal(id="columns"):
            with Vertical(id="contents"):
                for number, title in enumerate(TITLES, 1):
                    yield Link(number, title)
            with VerticalScroll(id="page"):
                for number, title in enumerate(TITLES, 1):
                    yield Words(f"{number}  {title}", id=f"title-{number}", classes="title")
                    yield Laid(classes=f"section section-{number}")
                    if number == CAPS:
                        yield Vertical(id="caps")
        yield Hints()

    async def show(self) -> None:
        """Show the idea as it stands; what takes longer is looked for beside."""
        sheet = self.sitting.sheet
        if self.shown == sheet.data:
            return
        self.shown = sheet.data
        found = self.sitting.assessment()
        zero = self.app.desk.judges.ends_with_zero
        self.result = result = Result(found, sheet.idea, sheet.compiled, ends_with_zero=zero)
        told = dict.fromkeys((title_of(found), found["path"]))  # once, where they are the same
        self.query_one("#place", Words).say(" · ".join(told))
        self._tell_spared()
        for number in range(1, len(TITLES) + 1):
            self._show_section(result, number)
        await self._show_caps(result)
        idea = sheet.idea
        self.run_worker(
            lambda: self._look_further(
                result, lambda: look_further(sheet.assessor, idea, found, sheet.today)
            ),
            thread=True,
            exclusive=True,
            group="further",
        )

    def _tell_spared(self) -> None:
        """Say at the end of a quick way why it ends here."""
        line = self.query_one("#spared", Words)
        line.say(spared_text(self.sitting.way))
        line.display = bool(line.text)

    def _show_section(self, result: Result, number: int) -> None:
        laid = self.query_one(f".section-{number}", Laid)
        laid.show(lambda page: result.section(number, page))

    async def _show_caps(self, result: Result) -> None:
        holder = self.query_one("#caps", Vertical)
        await holder.remove_children()
        await holder.mount_all([self._card(cap) for cap in result.caps()])

    def _card(self, cap: Cap) -> Card:
        def told(page: Terminal) -> Lines:
            return page.paragraph(reason_text(cap), 2)

        return Card(head_of(cap), told, lambda page: self._explained(cap, page))

    def _explained(self, cap: Cap, page: Terminal) -> Lines:
        """Tell all that a cap rests on, down to the claims."""
        result, sheet = self.result, self.sitting.sheet
        assert result is not None, "caps are shown"
        about = (sheet.compiled, sheet.idea, result.found, cap["rule"])
        judge = sheet.assessor
        found = explain(*about, strict=judge.strict, market=judge.market)
        lines = explanation.lay_out(found, page)
        return lines[lines.index("") + 1 :]  # the title of the idea stands above already

    def _look_further(self, result: Result, look: Callable[[], Further]) -> None:
        """Look in a thread of its own; a message is left, as nobody may wait for it any more."""
        self.post_message(self.Looked(result, look()))

    @on(Looked)
    def _show_further(self, message: Looked) -> None:
        message.result.further = message.further
        if message.result is self.result:
            for number in FURTHER:
                self._show_section(message.result, number)

    # ---- keys

    def action_jump(self, number: str) -> None:
        """Go to a section."""
        title = self.query_one(f"#title-{number}", Words)
        self.query_one("#page", VerticalScroll).scroll_to_widget(title, animate=False, top=True)

    def action_copy(self) -> None:
        """Copy a short summary; how that goes also over ssh is up to the terminal."""
        if self.result is not None:
            self.app.copy_to_clipboard(summary(self.result.found, self.app.choosing))
            self.app.say(COPIED)

    def action_export(self) -> None:
        """Write the whole report into a file whose name is asked for."""
        name = free_name(*name_for(self.sitting.file.path))
        about = "The whole report, as text. Under which name?"
        self.app.push_screen(FileNameDialog("Write a report", about, name, self._exported))

    def _exported(self, name: str) -> str:
        problem = export(self.sitting.sheet, name, self.app.choosing)
        if not problem:
            self.app.say(f"Written: {name}")
        return problem

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what leads here."""
        return False if action == "result" else super().check_action(action, parameters)
