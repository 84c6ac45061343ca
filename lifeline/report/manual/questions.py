"""What a manual says of a question: how it is answered, and what each answer does."""

from __future__ import annotations

from lifeline.model.words import RUNGS
from lifeline.report.manual.answers import NONE_OF_THEM
from lifeline.report.manual.conditions import ALWAYS
from lifeline.report.manual.rules import brief_effect
from lifeline.report.manual.wording import either, every
from lifeline.report.template import EVIDENCE, UNITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

BETTER = {
    "first": "The choices stand from the best for the product to the worst.",
    "last": "The choices stand from the worst for the product to the best.",
    "higher": "A higher number is better.",
    "lower": "A lower number is better.",
    "yes": "Yes is better.",
    "no": "No is better.",
    "more": "The more of them are true, the better.",
    "fewer": "The fewer of them are true, the better.",
    "none": "No answer is better than another.",
}
FEW = 3
"""Questions that are named where an answer depends on them; of more only the number is told."""


def question_facts(question: Entry) -> list[str]:
    """Say how a question is answered, when it is asked, and what is asked of its answer."""
    facts = [_takes(question), BETTER[question["better"]]]
    if question["when"] not in {None, ALWAYS}:
        facts.append(f"Asked when {question['when']}.")
    if question["may_not_apply"]:
        facts.append("It may not apply to every product.")
    return [*facts, *_backing(question), _change(question["changeable"])]


def _takes(question: Entry) -> str:
    match question["takes"]:
        case "choice":
            return "Answer: one of the choices."
        case "choices":
            return "Answer: all the choices that are true, or [] for none."
        case "number":
            unit = UNITS.get(question["unit"], f" of `{question['unit']}`")
            span = f"from {question['least']:.15g} to {question['most']:.15g}"
            return f"Answer: a number{unit} {span}."
        case _:
            return "Answer: yes or no."


def _backing(question: Entry) -> list[str]:
    """Say what backs an answer, and when it is old; where there is something to say."""
    rung, days = question["evidence"], question["fresh_for"]
    if rung:
        backs = either([EVIDENCE[name] for name in RUNGS[RUNGS.index(rung) :]])
        return [f"What backs an answer: {backs}{f', at most {days} days old' if days else ''}."]
    return [f"No evidence is needed. Look again after {days} days."] if days else []


def _change(effort: str | None) -> str:
    if effort is None:
        return "You cannot change this yourself."
    return f"To change this takes {effort}."


def answer_label(answer: Entry) -> str:
    """Give the words of an answer, which are an author's but for one; "" where it has none."""
    return "None of them" if answer["answer"] == NONE_OF_THEM else answer["label"] or ""


def answer_effects(answer: Entry, entries: dict[str, Entry]) -> list[str]:
    """Say what an answer does, one sentence for each rule and protection."""
    return [_effect(does, entries[does["id"]]) for does in answer["does"]]


def _effect(does: Entry, entry: Entry) -> str:
    said = f"`{does['id']}`: {brief_effect(entry)}"
    if does["certain"]:
        return said
    return f"{said}; also depends on {_others(does['with'])}"


def _others(ids: list[str]) -> str:
    """Say on which other questions something depends; more than a few are told with the rule."""
    if not ids:
        return "the other choices"
    return every(ids) if len(ids) <= FEW else f"{len(ids)} other questions"


def _other_readers(question: Entry) -> list[str]:
    """Give the rules and protections that read a question, and of which no single answer tells."""
    told = {does["id"] for answer in question["answers"] for does in answer["does"]}
    return [reader["id"] for reader in question["read_by"] if reader["id"] not in told]


def reader_facts(question: Entry, entries: dict[str, Entry]) -> list[str]:
    """Say what else reads a question."""
    said = [f"`{id_}` ({brief_effect(entries[id_])})" for id_ in _other_readers(question)]
    return [f"Read by {', '.join(said)}."] if said else []
