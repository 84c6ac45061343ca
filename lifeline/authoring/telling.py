"""Answers that make no difference: questions that nothing reads, choices that nothing tells apart.

Two choices are the same to a set when every condition and every score takes the one as the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import Condition, Question


def answers_without_effect(bench: Bench) -> Iterator[Finding]:
    """Find the questions that change nothing, and of the others the choices that do not."""
    for number, question in enumerate(bench.deciding["questions"]):
        is_scored = number in bench.scored
        if is_scored or question["atoms"] or question["measured"]:
            yield from _same_choices(bench, bench.ids[number], question, is_scored)
        else:
            yield found_at(
                bench.spot("questions", bench.ids[number]),
                "question-unused",
                f"{bench.ids[number]} is asked, but nothing reads it and it earns no points.",
                "Let a rule read it, give its answers points, or take the question out.",
            )


def _same_choices(bench: Bench, id_: str, question: Question, is_scored: bool) -> Iterator[Finding]:
    words = list(question["choices"])
    for place, word in enumerate(words):
        same = (e for e in range(place) if _are_same(question, e, place, is_scored))
        first = next(same, None)
        if first is not None:
            yield found_at(
                bench.spot("questions", id_, "choices", place),
                "choice-never-matters",
                f"nothing tells {word} from {words[first]}: both have the same effect everywhere.",
                "Make one choice of the two, or let a rule or their points tell them apart.",
            )


def _are_same(question: Question, one: int, other: int, is_scored: bool) -> bool:
    several = question["kind"] == "choices"
    points = question["points"] if is_scored else None
    if points and (points[one] != points[other] or (several and points[one])):
        return False  # of several choices, two that earn the same earn it twice
    return not any(_tells(atom, one, other) for atom in question["atoms"])


def _tells(atom: Condition, one: int, other: int) -> bool:
    """Whether an atom may be true of the one choice and not of the other, or of both at once."""
    has_one, has_other = (bool(atom[2] >> number & 1) for number in (one, other))
    return has_one != has_other or (atom[0] == "equals" and has_one)
