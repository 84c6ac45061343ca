"""The interview script: open questions in the order in which asking them is worth most."""

from __future__ import annotations

from lifeline.insight.interview.answering import possible_answers
from lifeline.insight.interview.worth import Weigher
from lifeline.scoring.values import HIDDEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.insight.interview.worth import Worth
    from lifeline.model.assessment import (
        Deciding,
        Interview,
        OpenQuestion,
        Pair,
    )
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.scoring.solution import Solved


def interview(
    compiled: CompiledSet,
    solved: Solved,
    idea: Idea,
    as_of: date,
    deciding: Deciding | None = None,
) -> Interview:
    """Put the open questions of an idea in order.

    First comes the one with the largest share of values after which the verdict is settled, and
    where no question alone settles it, the two that together do so most often; then the one after
    which the range of months is narrowest, on the mean over its values and at worst; then the one
    that leaves most points of scores open; then the order of the set. What can move neither verdict
    nor months comes last. Nothing is assumed of the answers to the others: an interview can stop
    after any question, and the order may be another once one is answered.

    Args:
        compiled: the set, for its texts.
        solved: the idea, solved by that set with the gate that is meant.
        idea: the same, for what it waives.
        as_of: the day one looks.
        deciding: the deciding question of its assessment, which names the two.
    """
    weigher = Weigher(solved, idea, as_of)
    completions = solved.solution.completions
    still_open = filter(completions.is_open, range(len(completions.questions)))
    pair = _pair(deciding)
    both = frozenset(map(compiled["ids"].index, pair["questions"] if pair else ()))
    ranked = sorted(map(weigher.worth, still_open), key=lambda worth: worth.rank(both))
    questions = [_told(compiled, solved, worth) for worth in ranked]
    return {"questions": questions, "pair": pair}


def _pair(deciding: Deciding | None) -> Pair | None:
    """Give the two questions that settle the verdict together, where no single one ever does."""
    if deciding is None or deciding["settling"] or not deciding["pair"]:
        return None
    return deciding["pair"] if deciding["pair"]["settling"] else None


def _told(compiled: CompiledSet, solved: Solved, worth: Worth) -> OpenQuestion:
    number = worth.number
    question, id_ = solved.deciding["questions"][number], compiled["ids"][number]
    text = compiled["texts"]["questions"][id_]
    total = len(worth.outcomes)
    return {
        "question": id_,
        "kind": question["kind"],  # type: ignore[typeddict-item]  # one of the four
        "ask": text["ask"],
        "ask_whom": text["ask_whom"],
        "unit": text["unit"],
        "effect": worth.effect,  # type: ignore[typeddict-item]  # one of the four
        "settles": round(worth.settling / total, 4),
        "settling": worth.settling,
        "values": total,
        "width": {"mean": round(worth.mean, 2), "worst": worth.worst},
        "points": round(worth.points, 1),
        "may_be_needless": HIDDEN in solved.solution.completions.possible[number],
        "answers": possible_answers(question, text["labels"], worth.outcomes),
    }
