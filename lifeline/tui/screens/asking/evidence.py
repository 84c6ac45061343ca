"""A dialog for what backs an answer: piece by piece it is written, corrected, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from lifeline.errors import UsageError
from lifeline.tui.keys import IN_EVIDENCE, bindings
from lifeline.tui.screens.asking.dialog import Dialog
from lifeline.tui.screens.asking.piece import PieceForm, PieceRows
from lifeline.tui.screens.sure import SureDialog
from lifeline.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from lifeline.walk.pieces import Pieces

    Write = Callable[[Callable[[], object]], bool]
    """Makes a change and saves it; gives whether it was made."""

HEADING = "What backs the answer"
CORRECTING = "Correct what backs the answer"
NOTHING = "Nothing backs it yet."
DROP = "What you wrote is not added yet. Drop it? y drops it, n goes back."
DROP_CHANGES = "What you changed is not in its place yet. Drop it? y drops it, n goes back."
TAKEN_OUT = "Taken out. z brings it back."


class EvidenceDialog(Dialog):
    """Lists the pieces there are, and takes one more after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_EVIDENCE)]

    def __init__(self, wanted: str, pieces: Pieces, write: Write) -> None:
        """Take what the question asks for, the pieces, and what makes a change to them."""
        super().__init__(HEADING, wanted)
        self.pieces = pieces
        self.write = write
        self.nothing = Words(NOTHING, id="items")
        self.rows = PieceRows()
        self.form = PieceForm(pieces.sheet.today)

    def fields(self) -> ComposeResult:
        """Give the pieces there are, and what another one consists of."""
        yield self.nothing
        yield self.rows
        yield self.form

    def on_mount(self) -> None:
        """Show what there is."""
        self._tell()
        self._be_ready()

    def on_screen_resume(self) -> None:
        """Show what there is by now; another program may have changed it."""
        self._tell()

    def _tell(self) -> None:
        corrected = self.form.corrected
        if corrected is not None and not self.pieces.holds(corrected):
            self.form.corrected = None  # what is written can still be added
        self.rows.tell(self.pieces.all())
        self.nothing.display = not self.rows.display
        heading = HEADING if self.form.corrected is None else CORRECTING
        self.query_one("#heading", Words).say(heading)
        self.refresh_bindings()

    def _be_ready(self) -> None:
        """Be where one sees all that can be done: at the pieces, or where the first is begun."""
        (self.rows if self.rows.display else self.form.kinds).focus()

    def is_kept(self) -> bool:
        """Keep what is written already: all of it, as where the terminal is closed."""
        return not self.form.is_begun or self._is_written()

    def _is_written(self) -> bool:
        form, pieces, piece = self.form, self.pieces, self.form.corrected
        try:
            typed = form.typed()
        except UsageError as error:
            self.app.say(str(error), severity="error")
            return False
        if not self.write(lambda: pieces.correct(piece, *typed) if piece else pieces.add(*typed)):
            return False
        form.clear()
        if self.is_running:
            self._tell()
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what is in the lines."""
        if action in ("add", "replace"):
            return (action == "add") == (self.form.corrected is None)
        if action == "undo":
            return self.pieces.can_undo or None
        return super().check_action(action, parameters)

    # ---- keys

    def action_add(self) -> None:
        """Add a piece, and be ready for another one."""
        if self._is_written():
            self.rows.stand_at_last()
            self._be_ready()

    def action_replace(self) -> None:
        """Put what was corrected in its place."""
        if self._is_written():
            self._be_ready()

    def action_keep(self) -> None:
        """Keep what is written, and close."""
        if self.is_kept():
            self.dismiss()

    def action_close(self) -> None:
        """Close; half of a piece backs nothing, so it is never added by that."""
        self._settle(self.dismiss)

    def action_leave(self) -> None:
        """Leave the interface."""
        self._settle(self.app.leave)

    def action_begin(self, sign: str) -> None:
        """Begin a new piece by its kind; or give the one in the lines another kind."""
        self.form.kinds.action_pick(sign)
        self.form.words.focus()

    @on(PieceRows.OptionSelected)
    def _correct(self) -> None:
        self._settle(self._fill_in)

    def _fill_in(self) -> None:
        self.form.correct(self.rows.chosen)
        self._tell()
        self.form.words.focus()

    def action_take_out(self) -> None:
        """Take the piece out that the cursor is on."""
        self._settle_correction(self._take_out)

    def _take_out(self) -> None:
        piece = self.rows.chosen
        self.app.clear_notifications()
        if self.write(lambda: self.pieces.take_out(piece)):
            self.app.say(TAKEN_OUT)
        self._tell()
        self._be_ready()

    def action_undo(self) -> None:
        """Take back the last of what was done here."""
        self._settle_correction(self._undo)

    def _undo(self) -> None:
        self.app.clear_notifications()
        self.write(self.pieces.undo)
        self._tell()
        self._be_ready()

    def _settle_correction(self, then: Callable[[], object]) -> None:
        """Go on where nothing is being corrected: it may not be there afterwards."""
        if self.form.corrected is None:
            then()
        else:
            self._settle(then)

    def _settle(self, then: Callable[[], object]) -> None:
        """Go on once somebody has dropped what is written and not kept."""
        if not self.form.is_begun:
            self.form.clear()
            then()
            return

        def is_sure(is_dropped: bool | None) -> None:
            if is_dropped:
                self.form.clear()
                then()

        told = DROP if self.form.corrected is None else DROP_CHANGES
        self.app.push_screen(SureDialog(told), is_sure)
