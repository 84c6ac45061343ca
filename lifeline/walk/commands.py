"""What can be typed instead of an answer: each command by its word, its letter, and what it does.

No letter is one of A to G, which are answers; each means the same as the key of the interface.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Command:
    """A command; ``asks`` tells that words may follow it on the line."""

    __slots__ = ("about", "asks", "letter", "others", "word")

    def __init__(
        self,
        word: str,
        letter: str,
        about: str,
        *,
        asks: bool = False,
        others: tuple[str, ...] = (),
    ) -> None:
        self.word = word
        self.letter = letter
        self.about = about
        self.asks = asks
        self.others = others

    def names(self) -> Iterable[str]:
        """Give every way in which it can be typed."""
        return filter(None, (self.word, self.letter, *self.others))


UNKNOWN = Command("unknown", "u", "you do not know", others=("don't know", "dont know"))
LATER = Command("later", "l", "you will answer it later; it comes again at the end")
SKIP = Command("skip", "s", "go on and write nothing")
NOT_APPLICABLE = Command(
    "not applicable", "x", "the question is not about such a product; you say why", asks=True
)
BACK = Command("back", "k", "to the question before")
ON = Command("on", "o", "to the next question, and leave this answer as it is", others=("next",))
WHY = Command("why", "w", "why this is asked, by whose advice, and what each answer would give")
NOTE = Command("note", "n", "write a note beside the answer", asks=True)
EVIDENCE = Command("evidence", "v", "add evidence for the answer, correct it, take it out")
BY = Command("by", "", "write down who says so", asks=True)
TODAY = Command("today", "", "all answers are true today; you are asked first")
TITLE = Command("title", "", "give the idea another title", asks=True)
UNDO = Command("undo", "z", "take the last change back")
REDO = Command("redo", "y", "make a change again that was taken back")
REVIEW = Command("review", "r", "all answers in a list; go to any of them")
GO = Command("go", "", "to a question, by its number in the review or by its name", asks=True)
RESULT = Command("result", "t", "the verdict as it stands, with reasons", others=("verdict",))
ADD = Command("add", "", "begin a further set of questions, by its name", asks=True)
HELP = Command("help", "?", "this list", others=("h",))
QUIT = Command(
    "quit", "q", "leave; every answer is saved already", others=("exit", "save", "leave")
)

AT_QUESTION = (
    *(UNKNOWN, LATER, SKIP, NOT_APPLICABLE, BACK, ON, WHY, NOTE, EVIDENCE, BY),
    *(UNDO, REDO, REVIEW, RESULT, TITLE, TODAY, HELP, QUIT),
)
AT_REVIEW = (GO, BACK, RESULT, ADD, TODAY, TITLE, UNDO, REDO, REVIEW, HELP, QUIT)
TAKEN = frozenset({"yes", "no", "y", "n", "none"})
"""Words that are answers where the question can be answered by them."""


def command_typed(
    text: str, commands: Iterable[Command], answers: frozenset[str] = frozenset()
) -> tuple[Command, str] | None:
    """Find the command that is meant, and the words that follow it; None where none is.

    Args:
        text: what was typed.
        commands: those that can be given where one stands.
        answers: words that are answers here, in small letters, whatever command has the same.
    """
    folded = " ".join(text.lower().split())
    if folded in answers:
        return None
    for command in commands:
        for name in command.names():
            if folded == name:
                return command, ""
            if command.asks and len(name) > 1 and folded.startswith(f"{name} "):
                return command, text.split(maxsplit=len(name.split()))[-1].strip()
    return None
