"""The plans that would help, beside the answers that are tried; looked for while one tries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from lifeline.insight.whatif.asking import default_target, search_for
from lifeline.insight.whatif.trials import Setting
from lifeline.tui.screens.trying import plans_lines
from lifeline.tui.widgets.page import Laid

if TYPE_CHECKING:
    from typing import Any

    from lifeline.walk.sheet import Sheet

    Entry = dict[str, Any]


class Plans(Laid):
    """Shows what was found for an idea as it is saved; ``search`` is None until then."""

    @dataclass
    class Found(Message):
        """What was looked for was found."""

        search: Entry

    def __init__(self) -> None:
        super().__init__(classes="plans")
        self.search: Entry | None = None
        self.taken = 0

    def look(self, sheet: Sheet) -> None:
        """Look for plans in a thread of its own; the screen is there before them."""
        setting = Setting(sheet.assessor, sheet.idea, sheet.today)

        def found() -> None:
            self.post_message(self.Found(search_for(setting, default_target(setting))))

        self.run_worker(found, thread=True, exclusive=True)

    @on(Found)
    def _tell(self, message: Found) -> None:
        self.search, self.taken = message.search, 0
        self.show(lambda page: plans_lines(message.search, page))

    def take_next(self) -> Entry | None:
        """Give the next plan, after the last one the first again; None where there is none."""
        plans = self.search["plans"] if self.search else []
        if not plans:
            return None
        plan: Entry = plans[self.taken % len(plans)]
        self.taken += 1
        return plan
