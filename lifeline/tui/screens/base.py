"""What all screens about one idea share: its keys, saving, undo, and the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from lifeline.tui.keys import EVERYWHERE, bindings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.binding import BindingType

    from lifeline.tui.app import LifelineApp
    from lifeline.tui.sitting import Sitting


NORMAL = 80
WIDTHS = ((0, "-narrow"), (NORMAL, "-normal"), (110, "-wide"))
HEIGHTS = ((0, "-short"), (20, "-tall"), (34, "-high"))
"""From how many columns and lines on a screen is called what, in stylesheets."""


class IdeaScreen(Screen[None]):
    """A screen about the idea that is worked on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    HORIZONTAL_BREAKPOINTS = [*WIDTHS]  # noqa: RUF012  # as Textual declares it
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012  # as Textual declares it

    app: LifelineApp

    is_left = False
    """Whether another screen is about to be shown in its place."""

    @property
    def sitting(self) -> Sitting:
        """The idea that is worked on."""
        assert self.app.sitting is not None, "there is one while such a screen is shown"
        return self.app.sitting

    def on_compose(self) -> None:
        """Lay out to the size of the terminal from the beginning, not only once it was painted."""
        size = self.app.size
        self.add_class(_named(size.width, WIDTHS), _named(size.height, HEIGHTS))

    async def show(self) -> None:
        """Show the idea as it stands; called when the screen comes up, and after each change."""
        raise NotImplementedError

    async def on_screen_resume(self) -> None:
        """Show what may have changed while another screen was up."""
        await self.show()

    def lead_to(self, name: str) -> None:
        """Show another screen, once this one is done with what it does: it cannot await its end."""
        self.is_left = True
        self.app.call_later(self.app.go, name)

    def leave_for(self, name: str) -> None:
        """Show another screen by a key: what was said in passing was about what one leaves."""
        self.app.clear_notifications()
        self.lead_to(name)

    async def changed(self, change: Callable[[], object]) -> bool:
        """Make a change, save it, and show what it comes to; give whether it was made.

        What cannot be done, or cannot be saved, is said; nothing that was said before is lost.
        """
        is_made = self.app.tried(change)
        if is_made:
            self.app.save()
        await self.show()
        return is_made

    def ask_of_evidence(self, numbers: Iterable[int], then: Callable[[], Awaitable[None]]) -> None:
        """Ask whether evidence that was given for another answer is to be taken out; go on then."""
        from lifeline.telling.backing import OUT, outlived_lines
        from lifeline.tui.screens.sure import SureDialog

        sheet = self.sitting.sheet
        outlived = [number for number in numbers if sheet.outlived(number)]

        async def is_sure(is_out: bool | None) -> None:
            for number in outlived:
                (sheet.drop_evidence if is_out else sheet.keep_evidence)(number)
            if is_out:
                self.app.save()
            await then()

        told = "\n".join([*outlived_lines(sheet, outlived), f"{OUT} y or n"])
        self.app.push_screen(SureDialog(told), is_sure)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what would do nothing."""
        if self.app.sitting is None:
            return super().check_action(action, parameters)
        history = self.sitting.sheet.history
        is_empty = {"undo": not history.past, "redo": not history.future}
        return None if is_empty.get(action) else super().check_action(action, parameters)

    async def action_undo(self) -> None:
        """Take the last change back."""
        if not self.sitting.way.undo():
            self.app.say("There is nothing to take back.")
            return
        await self.changed(lambda: None)

    async def action_redo(self) -> None:
        """Make a change again that was taken back."""
        if not self.sitting.way.redo():
            self.app.say("Nothing was taken back.")
            return
        await self.changed(lambda: None)

    async def action_review(self) -> None:
        """Go to the review."""
        self.leave_for("review")

    async def action_result(self) -> None:
        """Go to the result."""
        self.leave_for("result")

    async def action_what_if(self) -> None:
        """Try other answers."""
        self.leave_for("what_if")

    async def action_home(self) -> None:
        """Go to the list of ideas; everything is saved."""
        self.leave_for("home")

    async def action_back(self) -> None:
        """Go back to the question at which one stood; where there was none, to the list."""
        self.leave_for("question" if self.sitting.way.come_back() else "home")

    def action_help(self) -> None:
        """Show all keys."""
        self.app.open_help()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()


def _named(extent: int, steps: tuple[tuple[int, str], ...]) -> str:
    """Give what a width or a height is called."""
    return [name for least, name in steps if least <= extent][-1]
