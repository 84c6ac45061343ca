"""What holds an idea back whatever is changed, and the facts that it rests on."""

from __future__ import annotations

from lifeline.insight.whatif.searching import Search
from lifeline.insight.whatif.targets import OPEN
from lifeline.insight.whatif.words import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lifeline.insight.whatif.moves import Move
    from lifeline.insight.whatif.trials import Trials

    Entry = dict[str, Any]


def held_by(trials: Trials, moves: list[Move]) -> list[Entry]:
    """Tell each hurdle that stands today.

    ``movable``: whether some moves take it away by itself; None where none were found that do, and
    not all were tried.
    """
    return [_told(trials, moves, id_) for id_ in trials.standing(frozenset())]


def is_out_of_reach(trials: Trials, search: Search) -> bool:
    """Whether no moves are enough, however many: none were found, and nothing is left to try.

    Of numbers that are reckoned with only some were tried; of many open questions none were.
    """
    questions = trials.setting.today.deciding["questions"]
    reckoned = [number for number in trials.numbers() if questions[number]["measured"]]
    is_tried = search.is_exhausted and OPEN not in trials.hurdles
    return is_tried and not search.plans and not any(map(trials.setting.effort, reckoned))


def _told(trials: Trials, moves: list[Move], id_: str) -> Entry:
    reasons = trials.setting.compiled["texts"]["reasons"]
    alone = trials.alone(id_)
    search = Search(alone, moves, most=1)
    stays = False if is_out_of_reach(alone, search) else None
    return {
        "id": id_,
        "movable": True if search.plans else stays,
        "because": reasons[id_]["because"] if id_ in reasons else None,
        "facts": _facts(trials, alone.numbers()),
    }


def _facts(trials: Trials, numbers: Iterable[int]) -> list[Entry]:
    """Tell the answers that nobody can change, of questions that are asked."""
    setting = trials.setting
    found = []
    for number in numbers:
        if setting.effort(number) is None and setting.today.solution.completions.is_asked(number):
            id_ = setting.compiled["ids"][number]
            text = setting.compiled["texts"]["questions"][id_]
            question = setting.today.deciding["questions"][number]
            answer = told(question, text, setting.idea.answers.get(number))
            found.append({"question": id_, "ask": text["ask"], **answer})
    return found
