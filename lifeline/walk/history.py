"""What was changed in an idea file, step by step, so that each step can be taken back."""

from __future__ import annotations

import hashlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MOST_STEPS = 200
"""Steps that can be taken back; earlier ones are forgotten."""


class Step:
    """One change: from the byte ``at`` on, ``new`` took the place of ``old``.

    ``question`` is the full id of what was answered, "" where it was something else.
    """

    __slots__ = ("at", "new", "old", "question")

    def __init__(self, at: int, old: bytes, new: bytes, question: str) -> None:
        self.at = at
        self.old = old
        self.new = new
        self.question = question

    def done(self, data: bytes) -> bytes:
        """Give the file after the step, for the one before it."""
        return data[: self.at] + self.new + data[self.at + len(self.old) :]

    def undone(self, data: bytes) -> bytes:
        """Give the file before the step, for the one after it."""
        return data[: self.at] + self.old + data[self.at + len(self.new) :]


def step_between(before: bytes, after: bytes, question: str) -> Step:
    """Give the step that leads from one file to another, without what both begin and end with."""
    shorter = min(len(before), len(after))
    start = _most(shorter, lambda n: before[:n] == after[:n])
    rest, instead = before[start:], after[start:]
    end = _most(shorter - start, lambda n: not n or rest[-n:] == instead[-n:])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    return Step(start, old, new, question)


def _most(most: int, holds: Callable[[int], bool]) -> int:
    """Give the greatest number for which something holds; it holds for 0 and all below that."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if holds(middle):
            least = middle
        else:
            most = middle - 1
    return least


class History:
    """The steps that were taken, and those taken back that can be taken again."""

    __slots__ = ("future", "past")

    def __init__(self) -> None:
        self.past: list[Step] = []
        self.future: list[Step] = []

    def add(self, step: Step) -> None:
        """Take a new step; what was taken back before cannot be taken again."""
        self.past = [*self.past, step][-MOST_STEPS:]
        self.future = []

    def undo(self, data: bytes) -> tuple[bytes, str] | None:
        """Take the last step back: give the file before it and its question; None without one."""
        if not self.past:
            return None
        step = self.past.pop()
        self.future.append(step)
        return step.undone(data), step.question

    def redo(self, data: bytes) -> tuple[bytes, str] | None:
        """Take a step again that was taken back last; None where there is none."""
        if not self.future:
            return None
        step = self.future.pop()
        self.past.append(step)
        return step.done(data), step.question

    def kept(self, data: bytes) -> dict[str, Any]:
        """Give the steps as plain data, with the digest of the file that they belong to."""
        return {
            "file": _digest(data),
            "past": [_kept(step) for step in self.past],
            "future": [_kept(step) for step in self.future],
        }


def history_kept(kept: Any, data: bytes) -> History:
    """Read steps that were kept; none where they belong to another state of the file.

    They are kept before the file is saved: where that did not come to pass, the last one was not
    taken. What was kept may be damaged or written by anybody: what is not as expected counts as
    nothing.
    """
    found = History()
    try:
        past, future = map(_read, kept["past"]), map(_read, kept["future"])
        found.past, found.future = list(past), list(future)
        return found if _fits(found, data, kept["file"]) else History()
    except (AttributeError, KeyError, TypeError, ValueError):
        return History()


def _fits(found: History, data: bytes, digest: Any) -> bool:
    """Whether steps lead to a file, or would with the last one; that one is taken out then."""
    if digest == _digest(data):
        return True
    if found.past and digest == _digest(found.past[-1].done(data)):
        found.past.pop()
        return True
    if found.future and digest == _digest(found.future[-1].undone(data)):
        found.past.append(found.future.pop())
        return True
    return False


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _kept(step: Step) -> list[Any]:
    return [step.at, step.old.hex(), step.new.hex(), step.question]


def _read(kept: Any) -> Step:
    at, old, new, question = kept
    if not (isinstance(at, int) and at >= 0 and isinstance(question, str)):
        raise ValueError
    return Step(at, bytes.fromhex(old), bytes.fromhex(new), question)
