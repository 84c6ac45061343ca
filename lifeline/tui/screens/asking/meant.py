"""Choices that are marked, or a number that is typed, as the answer that Enter would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.model.idea import GIVEN
from lifeline.scoring.saying import said
from lifeline.walk.marking import marked_by, value_marked
from lifeline.walk.typed import LETTERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer, Value
    from lifeline.tui.widgets.choices import Choices


class Meant:
    """An answer that could be given: its value, and its name for people."""

    __slots__ = ("name", "value")

    def __init__(self, value: Value, name: str) -> None:
        self.value = value
        self.name = name

    def is_given(self, answer: Answer | None) -> bool:
        """Whether this is what the file says already."""
        return answer is not None and answer.state == GIVEN and answer.value == self.value


def meant(question: Question, choices: Choices) -> Meant | None:
    """Give what Enter would answer; None where nothing is chosen.

    Of choices of which one is true, several that are marked mean one of these; else the one that
    the cursor is on is meant.
    """
    if question["kind"] == "choices":
        return _all_of(question, choices.sure, choices.perhaps)
    if len(choices.sure) > 1:
        return _all_of(question, choices.sure)
    return _all_of(question, frozenset({choices.cursor} if choices.cursor >= 0 else choices.sure))


def under_cursor(question: Question, choices: Choices) -> Meant | None:
    """Give the answer that the choice under the cursor would make, beside what is marked."""
    if question["kind"] != "choices" or choices.cursor < 0:
        return meant(question, choices)
    if choices.cursor == choices.none:
        return _all_of(question, frozenset({choices.none}))
    here = frozenset({choices.cursor}) - choices.perhaps
    return _all_of(question, choices.sure - {choices.none} | here, choices.perhaps)


def _all_of(
    question: Question, sure: frozenset[int], perhaps: frozenset[int] = frozenset()
) -> Meant | None:
    if not sure and not perhaps:
        return None
    name = letters_text(question, sure, perhaps)
    if question["kind"] != "choices":
        return Meant(value_marked(question, sure), name)
    several = sure - {len(question["choices"])}
    surely, maybe = (value_marked(question, places)[0] for places in (several, perhaps))
    return Meant((int(surely), int(maybe)), name)


def marks_of(question: Question, answer: Answer | None) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places that an answer marks, as sure and as perhaps true."""
    sure = marked_by(question, answer)
    if question["kind"] != "choices" or answer is None or answer.state != GIVEN:
        return sure, frozenset()
    count, maybe = len(question["choices"]), int(answer.value[1])
    perhaps = frozenset(place for place in range(count) if maybe >> place & 1)
    return sure or (frozenset() if perhaps else frozenset({count})), perhaps


def letters_text(question: Question, sure: Collection[int], perhaps: Collection[int] = ()) -> str:
    """Name choices by their letters: ``A``, ``one of A, C``; of several that can be true, all."""
    if question["kind"] == "choices" and not perhaps and sure == {len(question["choices"])}:
        return "none of them"
    told = [LETTERS[place] for place in sorted(sure)]
    told += [f"perhaps {LETTERS[place]}" for place in sorted(perhaps)]
    one_of = "one of " if question["kind"] != "choices" and len(told) > 1 else ""
    return one_of + ", ".join(told)


def given_text(question: Question, answer: Answer) -> str:
    """Name an answer that is not open as it stands on the screen: choices by their letters."""
    if question["kind"] == "number" or answer.state != GIVEN:
        return said(question, answer)
    return letters_text(question, *marks_of(question, answer))
