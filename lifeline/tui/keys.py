"""Every key of the interface, declared once: footer, palette and help read it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable


class Key(NamedTuple):
    """A command of the interface: ``action`` is the method that does it.

    ``footer``: whether it is among the few that are always shown, in the order in which they stand
    here; the first ones are seen on the narrowest screen.
    """

    action: str
    keys: str
    label: str
    about: str
    footer: bool = False


ON_QUESTION = (
    Key("commit", "enter", "Answer", "Answer with what is marked, and go on", footer=True),
    Key("unknown", "u", "Don't know", "You do not know", footer=True),
    Key("back", "left,k,shift+tab", "Back", "To the question before", footer=True),
    Key("later", "l", "Later", "You will answer it later; it comes again at the end", footer=True),
)
BESIDE_QUESTION = (
    Key("why", "w", "Why", "Why this is asked, by whose advice", footer=True),
    Key("on", "right,o", "On", "To the next question; this answer stays as it is"),
    Key("skip", "s", "Skip", "Go on and write nothing"),
    Key("not_applicable", "x", "Not about us", "The question is not about such a product"),
    Key("note", "n", "Note", "Write a note beside the answer"),
    Key("evidence", "v", "Evidence", "Add evidence for the answer, correct it, take it out"),
    Key("by", "p", "Who says so", "Write down who says so"),
    Key("page('up')", "pageup", "Up", "See what stands above"),
    Key("page('down')", "pagedown", "Down", "See what stands below"),
)
HOME = Key("home", "escape", "Home", "To your ideas; everything is saved")
LEADING = (
    Key("result", "t", "Result", "The verdict as it stands, with reasons, what to do", footer=True),
    Key("review", "r", "Review", "All answers in a list; go to any of them", footer=True),
    Key("help", "question_mark,f1", "Help", "All keys, and what they do", footer=True),
)
EVERYWHERE = (
    *LEADING,
    Key("what_if", "i", "What if", "Try other answers without changing anything", footer=True),
    Key("undo", "z,ctrl+z", "Undo", "Take the last change back"),
    Key("redo", "y,ctrl+y", "Redo", "Make a change again that was taken back"),
    HOME._replace(keys="h"),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; everything is saved"),
)
ON_CHOICES = (
    *(Key(f"pick('{sign}')", sign, sign, "Mark this choice") for sign in "abcdefgABCDEFG12345670"),
    Key("mark_more", "space", "One more", "Mark one more, or mark as perhaps true"),
    *(Key(f"move('{key}')", key, key, "Move") for key in ("up", "down", "home", "end")),
)
"""What a list of choices takes. Bindings, not a handler: so all keys come in their order, however
quickly they are typed."""

IN_DIALOG = (
    Key("keep", "ctrl+s", "Save", "Save it, and go back to the question", footer=True),
    Key("close", "escape", "Close", "Back to the question; what you wrote is kept", footer=True),
    Key("leave", "ctrl+c,ctrl+q", "Leave", "Leave; what you wrote is kept"),
)
IN_LINE = (Key("keep", "enter", "Save", "Save it, and go back to the question"),)
IN_NAME = (
    Key("keep", "enter,ctrl+s", "Take it", "Take this name", footer=True),
    Key("close", "escape", "Back", "Back; nothing is written", footer=True),
    Key("leave", "ctrl+c,ctrl+q", "Leave", "Leave; everything is saved"),
)
IN_NOTE = (Key("edit", "ctrl+o", "Your editor", "Write it in your own editor", footer=True),)
IN_EVIDENCE = (
    Key("add", "enter", "Add", "Add it; more can follow", footer=True),
    Key("replace", "enter", "Replace", "Put it in the place of the old one", footer=True),
    Key("close", "escape", "Close", "Back; you are asked about what is not added", footer=True),
    Key("undo", "z", "Undo", "Take back what you did here", footer=True),
    Key("leave", "ctrl+c,ctrl+q", "Leave", "Leave; you are asked about what is not added"),
)
ON_PIECES = (
    Key("select", "enter", "Correct", "Correct it in the lines below", footer=True),
    Key("screen.take_out", "delete,backspace", "Take out", "Take it out", footer=True),
    Key("cursor_down", "down,j", "Down", "To the next one"),
    Key("cursor_up", "up,k", "Up", "To the one before"),
    Key("first", "home", "First", "To the first one"),
    Key("last", "end", "Last", "To the last one"),
    *(Key(f"screen.begin('{sign}')", sign, sign, "Add such a one") for sign in "abcABC123"),
)
IN_WHY = (
    Key("close", "escape,w,enter", "Close", "Back to the question", footer=True),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; everything is saved"),
)

IN_LIST = (
    Key("select", "enter", "Open", "Open what the cursor is on", footer=True),
    Key("cursor_down", "down,j", "Down", "To the next row"),
    Key("cursor_up", "up,k", "Up", "To the row before"),
)
ON_HOME = (
    Key("new", "n", "New idea", "Begin a new idea", footer=True),
    Key("filter", "slash", "Find", "Show only rows with the words that you type", footer=True),
    Key("sort", "s", "Sort", "By name, verdict, range or age", footer=True),
    Key("forget", "d,delete", "Take off", "Take the file off this list; it is not deleted"),
    Key("help", "question_mark,f1", "Help", "All keys, and what they do", footer=True),
    Key("leave", "q", "Leave", "Leave; everything is saved", footer=True),
    Key("leave", "ctrl+c,ctrl+q", "Leave", "Leave, also while you type; everything is saved"),
    Key("back", "escape", "Back", "Show all rows again; or back to the idea"),
)
TO_QUESTION = Key("back", "escape", "Back", "To the question where you were", footer=True)
ON_REVIEW = (
    Key("order", "o", "Order", "Open questions first, or all in their order", footer=True),
    TO_QUESTION,
    Key("today", "T", "Date today", "The answers hold today; you went through all of them"),
    Key("entitle", "n", "Name", "Give the idea another name"),
)
ON_RESULT = (
    Key("copy", "c", "Copy", "Copy a short summary", footer=True),
    Key("export", "e", "Export", "Write the whole report into a file", footer=True),
    TO_QUESTION,
)
ON_CARD = (Key("open", "enter,space", "Open", "Show or hide on what it rests", footer=True),)
IN_PROBLEMS = (
    Key("close", "escape,enter", "Close", "Back to the list", footer=True),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; everything is saved"),
)
SECTIONS = Key("jump", "1,2,3,4,5,6,7,8,9", "Sections", "Go to the section of that number")
ON_WHAT_IF = (
    Key(
        "flip(1)", "right", "Flip", "The next answer to the question under the cursor", footer=True
    ),
    Key("flip(-1)", "left", "Back", "The answer before, to the question under the cursor"),
    Key("plan", "p", "Try plan", "Try the next plan that would help", footer=True),
    Key("as_today", "backspace,delete", "As today", "This answer as it is today", footer=True),
    Key("variant", "s", "Save as", "Save these answers as a new file", footer=True),
    Key("take_over", "m", "Take over", "Take these answers over into your idea", footer=True),
    Key("back", "escape", "Drop", "Back; nothing of this was written", footer=True),
    Key("help", "question_mark,f1", "Help", "All keys, and what they do", footer=True),
    Key("unknown", "u", "Don't know", "As if you did not know"),
    Key("commit", "enter", "Number", "Type a number, where one is asked for"),
    Key("what_if", "i", "All as today", "All answers as they are today"),
    Key("review", "r", "Review", "All answers in a list; go to any of them"),
    Key("result", "t", "Result", "The verdict as it stands, with reasons and what to do"),
    Key("undo", "z,ctrl+z", "Undo", "Take the last flip back"),
    Key("redo", "y,ctrl+y", "Redo", "Make a flip again that was taken back"),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; nothing of this was written"),
    *(Key(f"pick('{sign}')", sign, sign, "Choose it") for sign in "abcdefgABCDEFG1234567"),
)
ON_FLIPS = (
    Key("cursor_down", "down,j", "Down", "To the next question"),
    Key("cursor_up", "up,k", "Up", "To the question before"),
)
IN_HELP = (
    Key("close", "escape,question_mark,f1,enter", "Close", "Back", footer=True),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; everything is saved"),
)
IN_SURE = (
    Key("yes", "y", "Yes", "Do it", footer=True),
    Key("no", "n,escape", "No", "Leave it as it is", footer=True),
    Key("no", "ctrl+c,ctrl+q", "No", "Leave it as it is"),
)
IN_LEAVING = (
    Key("drop", "ctrl+d", "Leave unsaved", "Leave; what is not saved is lost", footer=True),
)
IN_CONFLICT = (
    Key(
        "theirs",
        "a",
        "As on disk",
        "Take the file as it is; where it is gone, save it again",
        footer=True,
    ),
    Key("mine", "b", "Other name", "Keep yours under another name", footer=True),
    Key("again", "c", "Look again", "Look at the file again", footer=True),
    Key("close", "escape", "Decide later", "Back; nothing is overwritten", footer=True),
    Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave; you are asked for another name"),
)
WHEN_TOO_SMALL = (Key("leave", "q,ctrl+c,ctrl+q", "Leave", "Leave", footer=True),)


def bindings(keys: Iterable[Key]) -> list[Binding]:
    """Give the keys as Textual binds them."""
    return [
        Binding(key.keys, key.action, key.label, show=key.footer, id=key.action, tooltip=key.about)
        for key in keys
    ]


def numbered(key: Key) -> list[Binding]:
    """Give a command that is told which of its keys was pressed, as Textual binds it."""
    return [
        Binding(each, f"{key.action}('{each}')", key.label, show=False, tooltip=key.about)
        for each in key.keys.split(",")
    ]
