"""The sentences of a manual: the program's own, in which ids stand between backticks.

An id with a slash is a rule, protection or question of a rubric; one without is a question or an
answer. Nothing that authors wrote as text stands in them.
"""

from __future__ import annotations

from lifeline.report.phrases import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Entry = dict[str, Any]

FAIL_ON = {
    "blocker": ["no blocker stands against it"],
    "warning": ["no blocker or warning stands against it"],
    "none": [],
}
CLOCKS = (
    "Two clocks are judged. The advantage is how long users get more from the product than they can"
    " get elsewhere; the necessity is how long people need such a product at all. The lifeline is"
    " the shorter of the two."
)
RULES = (
    "Every clock begins at 12 months, which means 12 or more. A rule with a cap sets the most that"
    " is left of one clock, for example 6 months; where several do, the lowest counts. A protection"
    " lifts caps. A finding tells something and takes no months."
)
OPEN = "What is not known stays open: the result is then a range of months."
HOW = (CLOCKS, RULES, OPEN)
TITLES = {
    "question": "Question",
    "protection": "Protection",
    "cap": "Rule",
    "finding": "Finding",
}


def head_text(manual: Entry) -> str:
    """Say what a manual is of."""
    bases = ", ".join(f"`{name}` {version}" for name, version in manual["extends"].items())
    stands = f" It extends {bases}." if bases else ""
    return (
        f"The manual of the rubric set `{manual['set']}`, version {manual['version']}: every"
        f" question with what each answer does, and every rule with its reason.{stands}"
    )


def gate_text(gate: Entry) -> str:
    """Say what an idea must meet to pass."""
    months = gate["min_months"]
    needed = [f"it lasts {months} months or more"] if months else []
    needed += FAIL_ON[gate["fail_on"]]
    passes = f"An idea passes when {' and '.join(needed)}" if needed else "Every idea passes"
    return f"{passes}, unless a run asks for another gate."


def score_text(parts: list[Entry]) -> str:
    """Say how a score is worked out."""
    asked = count(len(parts), "question")
    return (
        f"From 0 to 100, from {asked}: the points of each answer times the weight of its question,"
        " divided by the weights of all that were asked. It compares ideas with the same months,"
        " and moves no month and no verdict."
    )


def either(words: Iterable[str]) -> str:
    """Say that it is one of some words."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def every(ids: Iterable[str]) -> str:
    """Name some ids."""
    *others, last = (f"`{id_}`" for id_ in ids)
    return f"{', '.join(others)} and {last}" if others else last
