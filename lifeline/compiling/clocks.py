"""Compiles findings that lay a number of months against a clock, and checks their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifeline.compiling.conditions import ALWAYS
from lifeline.model.formula import units_of
from lifeline.model.words import CAP_MONTHS, COMPARABLE, FULL, PLACES
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.compiling.conditions import Compiled
    from lifeline.compiling.names import Names, Spot
    from lifeline.model.condition import Comparison
    from lifeline.model.rubric import Question, Rule

MONTH = {"month": 1}
KNOWN_PLACES = tuple(f"{{{word}}}" for word in PLACES)
_PLACE = re.compile(r"\{[^{}]*\}")


def compile_against_clock(comparison: Comparison, word: str, spot: Spot, names: Names) -> Compiled:
    """Compile the comparison of a number question with the clock of that name."""
    subject = comparison.subject
    in_months = [id_ for id_, question in names.questions.items() if _is_in_months(question)]
    if subject not in in_months:
        message = names.unknown(subject, in_months, "a number question with unit month")
        spot.at(*comparison.path).report(message)
    if word not in COMPARABLE:
        message = not_among(word, COMPARABLE, "a clock")
        spot.at(*comparison.operand_path, "clock").report(message)
    if subject not in in_months or word not in COMPARABLE:
        return ALWAYS
    return ["against", names.numbers[subject], COMPARABLE.index(word), comparison.operator]


def _is_in_months(question: Question) -> bool:
    return question.kind == "number" and units_of(question.unit or "1") == MONTH


def places_in(text: str) -> list[str]:
    """Give what stands in braces in a text, each once."""
    return list(dict.fromkeys(_PLACE.findall(text)))


def check_places(rule: Rule, spot: Spot) -> None:
    """Report what stands in braces in the texts of a rule with a clock, and is no place."""
    for key, text in (("because", rule.because), ("remedy", rule.remedy)):
        for place in places_in(text):
            if place not in KNOWN_PLACES:
                spot.at(key).report(not_among(place, KNOWN_PLACES, "a place that is filled in"))


def asked_by(atom: Compiled) -> list[Compiled]:
    """Give what an atom asks of a question by itself: whether it is each of a clock's months."""
    if atom[0] != "against":
        return [atom]
    return [["at-least", atom[1], months] for months in (*CAP_MONTHS, FULL)]
