"""Remembers for which answer the evidence beside it was given, while answers change.

An idea file holds evidence beside the answer that stands; that it was given for another one can
be known only where the answer changes.
"""

from __future__ import annotations

from lifeline.model.idea import ABSENT, OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Answer

    Key = tuple[int, tuple[tuple[int, date | None], ...]]


class Backing:
    """The answers that were seen beside evidence, by the number of their question."""

    def __init__(self) -> None:
        self._seen: dict[Key, list[Answer]] = {}

    def see(self, answers: dict[int, Answer]) -> None:
        """Look at a state of an idea: evidence that is new is given for the answer beside it.

        Beside an answer that is open it backs nothing, and what it was given for is not forgotten.
        """
        for number, answer in answers.items():
            if answer.evidence and answer.state != OPEN:
                self._seen.setdefault(_key(number, answer), [answer])

    def accept(self, number: int, answer: Answer) -> None:
        """Take the evidence beside an answer for evidence of it, as somebody says so."""
        self._seen.setdefault(_key(number, answer), []).append(answer)

    def pass_on(self, number: int, was: Answer, now: Answer) -> None:
        """Take what is left of evidence, or was corrected, for evidence of what it was given for.

        Evidence of that kind and day that was seen before keeps what was known of it.
        """
        found, key = self._seen.get(_key(number, was)), _key(number, now)
        is_new = self._seen.get(key, [now])[0] is now
        if found and is_new:
            self._seen[key] = [*found]

    def outlived(self, number: int, question: Question, answer: Answer) -> Answer | None:
        """Give the answer that evidence was given for, where it says nothing for the one now."""
        found = self._seen.get(_key(number, answer), []) if answer.evidence else []
        is_backed = any(backs(question, was, answer) for was in found)
        return found[0] if found and not is_backed else None


def _key(number: int, answer: Answer) -> Key:
    return number, tuple(answer.evidence)


def backs(question: Question, was: Answer, now: Answer) -> bool:
    """Whether what shows one answer shows another: the same, or one that leaves more open."""
    if now.state == OPEN:
        return True  # nothing is claimed
    if ABSENT in (was.state, now.state):
        return was.state == now.state
    if question["kind"] == "choices":
        surely, maybe = map(int, was.value)
        least, most = int(now.value[0]), int(now.value[0]) | int(now.value[1])
        return not least & ~surely and not (surely | maybe) & ~most
    if question["kind"] == "number":
        return now.value[0] <= was.value[0] and was.value[-1] <= now.value[-1]
    return set(was.value) <= set(now.value)
