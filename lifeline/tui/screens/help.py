"""All keys of the screen below, as they are declared, and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.keys import format_key
from textual.screen import ModalScreen

from lifeline.tui.keys import EVERYWHERE, IN_HELP, SECTIONS, bindings
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.hints import Hints
from lifeline.tui.widgets.page import Laid

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from lifeline.report.terminal import Terminal
    from lifeline.tui.app import LifelineApp

    Row = tuple[str, str]

COLUMN = 17
MOST_KEYS = 6
"""Keys for one command; more of them are letters and digits, which are told in one line."""

NAMES = {"pageup": "PgUp", "pagedown": "PgDn", "backspace": "Backspace", "delete": "Del"}
NAMES |= {"escape": "Esc", "question_mark": "?", "slash": "/", "shift+tab": "Shift+Tab"}
NAMES |= {"enter": "Enter", "space": "Space"}
CHOICES: list[Row] = [
    ("A to G, 1 to 7", "mark a choice; Enter then answers with it"),
    ("Up, Down", "move over the choices; nothing is chosen by that"),
]
ONE_OF = "mark one more, where it is one of two"
ONE = "mark the choice that the cursor is on, or take its mark away"
SEVERAL = "mark one more; again: it is perhaps true; again: not marked"
NUMBER: list[Row] = [
    ("Digits", "type a number, or two such as 3-9; Enter then answers with it"),
]
BY_NAME: list[Row] = [
    ("Ctrl+P", "every command by its name; also themes and languages"),
]
SAFE = "Whatever you press, your answers are saved. Nothing leaves this machine."


class HelpScreen(ModalScreen[None]):
    """A list that can be scrolled."""

    CSS_PATH = "message.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IN_HELP)]

    app: LifelineApp

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self.groups = groups(below)

    def compose(self) -> ComposeResult:
        """Lay out the keys by group."""
        with VerticalScroll(id="message"):
            yield Laid(self._lines)
        yield Hints(with_palette=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#message").focus()

    def _lines(self, page: Terminal) -> list[str]:
        lines = []
        for heading, rows in self.groups:
            lines.append(page.paint(heading, "bold"))
            for keys, about in rows:
                lines += page.paragraph(about, COLUMN, f"{keys} ")
            lines.append("")
        return [*lines, *page.paragraph(SAFE)]

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave."""
        self.app.leave()


def groups(screen: Screen[object]) -> list[tuple[str, list[Row]]]:
    """Give the keys of a screen that do something now: its own, then what is everywhere so."""
    shared = {key.about for key in EVERYWHERE}
    rows = _rows(screen)
    own = [*(row for row in rows if row[1] not in shared), *_sections(screen)]
    others = [row for row in rows if row[1] in shared]
    found = [
        ("Answers", _answers(screen)),
        ("On this screen", own),
        ("Everywhere", others + BY_NAME),
    ]
    return [(heading, group) for heading, group in found if group]


def _answers(screen: Screen[object]) -> list[Row]:
    """Tell how the question of a screen is answered; nothing where none is asked."""
    for choices in screen.query(Choices):
        if not choices.display:
            return NUMBER
        one = ONE_OF if choices.is_one_of else ONE
        return [*CHOICES, ("Space", SEVERAL if choices.many else one)]
    return []


def _sections(screen: Screen[object]) -> list[Row]:
    """Give one row for all digits that go to a section, where there are any."""
    keys = [
        k
        for k, active in screen.active_bindings.items()
        if active.binding.tooltip == SECTIONS.about
    ]
    return [(f"{_name(keys[0])} to {_name(keys[-1])}", SECTIONS.about)] if keys else []


def _rows(screen: Screen[object]) -> list[Row]:
    """Give what each key does, as it is declared; one row for all keys that do the same."""
    rows: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        is_told = isinstance(active.node, Choices)  # once for all letters
        if active.binding.id and active.binding.tooltip and not is_told:
            rows.setdefault(active.binding.tooltip, []).append(_name(key))
    return [(", ".join(keys), about) for about, keys in rows.items() if len(keys) <= MOST_KEYS]


def _name(key: str) -> str:
    if key in NAMES:
        return NAMES[key]
    return "+".join(part.capitalize() for part in key.split("+")) if "+" in key else format_key(key)
