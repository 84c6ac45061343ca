"""The nearest cases to an idea, what became of each, and where the answers are alike."""

from __future__ import annotations

from datetime import date

from lifeline.compiling.cases import settled_word
from lifeline.insight.precedents.distance import NAME, dissimilarity, distance, shared
from lifeline.insight.trying import hidden
from lifeline.model.words import FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor

    Entry = dict[str, Any]
    Words = dict[str, Any]
    Ranked = tuple[float, str, Entry]

FORMAT = 1

FEWEST = 5
"""Answers below which nearness says nothing: most cases agree on so few."""

LEAST_SHARE = 0.5
"""Of the answers of an idea that any case could be compared by, so many have to be shared."""

DIGITS = 4
"""Of a distance that is told."""

LASTED, ENDED, TOO_SOON = "lasted", "ended", "too-soon"
"""It lasted 12 months or more; it ended before; or it was not seen for so long yet."""


def precedents(assessor: Assessor, idea: Idea, cases: Entry, count: int) -> Entry:
    """Give the cases nearest to an idea, and the nearest that lasted and that did not.

    Args:
        assessor: has the set that the idea was read by, which tells how much each question weighs.
        idea: the answers that are compared, those that say one thing and that nothing hides.
        cases: compiled, as ``compiling.cases`` gives them.
        count: how many to give; the nearest that lasted and that ended come on top where they are
            not among them.
    """
    compiled = assessor.compiled
    answers = _comparable(assessor, idea, cases)
    same = [case["id"] for case in cases["cases"] if _is_same(case, idea)]
    others = [case for case in cases["cases"] if case["id"] not in same]
    ranked = _ranked(compiled, answers, others)
    firsts = _first_of_each(ranked)
    chosen = [
        each for place, each in enumerate(ranked) if place < count or each[1] in firsts.values()
    ]
    return {
        "format": FORMAT,
        "id": idea.id,
        "idea": idea.title,
        "set": {"id": compiled["set"], "version": compiled["version"]},
        "cases": {
            "title": cases["title"],
            "chosen": cases["chosen"],
            "count": len(cases["cases"]),
            "left_out": cases["left_out"],
            "same": same,
            "questions": len(_asked_of_both(compiled, cases)),
            "compared": len(ranked),
        },
        "distance": {
            "name": NAME,
            "least_share": LEAST_SHARE,
            "least_answers": FEWEST,
            "weights": {
                id_: _question(compiled, id_)["weight"] for id_ in compiled["ids"] if id_ in answers
            },
        },
        "answers": len(answers),
        "nearest": [
            _told(compiled, answers, each, nearest=firsts, among=place < count)
            for place, each in enumerate(chosen)
        ],
    }


def fate(case: Entry) -> str:
    """Say whether a case lasted as long as the months that lifeline counts to."""
    outcome = case["outcome"]
    if outcome["months"] >= FULL:
        return LASTED
    return TOO_SOON if outcome["still_holding"] else ENDED


def settled_answers(compiled: CompiledSet, idea: Idea) -> Words:
    """Give the answers of an idea that say one thing, by the full id of the question."""
    questions = compiled["deciding"]["questions"]
    words = {
        compiled["ids"][number]: settled_word(questions[number], answer)
        for number, answer in sorted(idea.answers.items())
    }
    return {id_: word for id_, word in words.items() if word is not None}


def _comparable(assessor: Assessor, idea: Idea, cases: Entry) -> Words:
    """Give the settled answers to questions that are asked and that some case answers, too."""
    compiled = assessor.compiled
    as_written = assessor.asking(None, strict=False)  # also where it is judged strictly
    unasked = hidden(as_written, idea, date.min)  # so no day has a say
    known = _asked_of_both(compiled, cases) - unasked
    return {id_: word for id_, word in settled_answers(compiled, idea).items() if id_ in known}


def _asked_of_both(compiled: CompiledSet, cases: Entry) -> set[str]:
    """Give the questions that some case answers and the set asks in the same sense.

    That is so in the set that the cases were coded for, and in those that extend it; elsewhere the
    same id may mean something else.
    """
    if cases["coded_for"] not in {compiled["set"], *compiled["extends"]}:
        return set()
    answered: set[str] = set().union(*(case["answers"] for case in cases["cases"]))
    return answered.intersection(compiled["ids"])


def _is_same(case: Entry, idea: Idea) -> bool:
    """Whether an idea file is about the product of a case: no product is its own precedent.

    What stands in brackets behind the name of a case tells which of a maker's products it is.
    """
    names = {case["name"].casefold(), case["name"].partition(" (")[0].casefold()}
    return case["id"] == idea.id or idea.title.casefold() in names


def _ranked(compiled: CompiledSet, answers: Words, cases: list[Entry]) -> list[Ranked]:
    """Give the cases that share enough answers, the nearest first, ties by id."""
    found = []
    for case in cases:
        count = len(shared(compiled, answers, case["answers"]))
        apart = distance(compiled, answers, case["answers"])
        if apart is not None and count >= max(FEWEST, LEAST_SHARE * len(answers)):
            found.append((round(apart, 12), case["id"], case))
    return sorted(found, key=lambda each: each[:2])


def _first_of_each(ranked: list[Ranked]) -> dict[str, str]:
    """Give the id of the nearest case that lasted, and of the nearest that ended."""
    found: dict[str, str] = {}
    for _, id_, case in ranked:
        found.setdefault(fate(case), id_)
    found.pop(TOO_SOON, None)
    return found


def _told(
    compiled: CompiledSet, answers: Words, ranked: Ranked, *, nearest: dict[str, str], among: bool
) -> Entry:
    apart, id_, case = ranked
    both = shared(compiled, answers, case["answers"])
    pairs = [_pair(compiled, question, name, answers, case) for question, name in both]
    compared = {pair["question"] for pair in pairs}
    return {
        "case": id_,
        "name": case["name"],
        "did": case["did"],
        "vantage": case["vantage"],
        "distance": round(apart, DIGITS),
        "shared": len(pairs),
        "alike": [pair for pair in pairs if not pair["apart"]],
        "different": [pair for pair in pairs if pair["apart"]],
        "not_compared": [name for name in answers if name not in compared],
        "partly_known": [name for name in answers if name in case["partly_known"]],
        "fate": fate(case),
        "nearest_of_its_fate": id_ in nearest.values(),
        "among_the_nearest": among,
        "outcome": case["outcome"],
        "sources": case["sources"],
    }


def _pair(
    compiled: CompiledSet, question: Question, id_: str, answers: Words, case: Entry
) -> Entry:
    """Give what both answer to one question, by word and as the label says it."""
    text = compiled["texts"]["questions"][id_]
    yours, theirs = answers[id_], case["answers"][id_]
    return {
        "question": id_,
        "weight": question["weight"],
        "apart": round(dissimilarity(question, yours, theirs), DIGITS),
        "yours": yours,
        "theirs": theirs,
        "labels": {"yours": _label(text, yours), "theirs": _label(text, theirs)},
    }


def _label(text: Entry, word: Any) -> str:
    """Say an answer as founders read it."""
    if isinstance(word, list):
        return "; ".join(text["labels"][name] for name in word) or "none of them"
    if isinstance(word, float | int):
        return f"{word:.15g}"
    return str(text["labels"].get(word, word))


def _question(compiled: CompiledSet, id_: str) -> Question:
    return compiled["deciding"]["questions"][compiled["ids"].index(id_)]
