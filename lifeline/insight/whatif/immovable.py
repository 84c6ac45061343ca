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


def _told(trials: Trials, moves: list[Move], id_: str) -> Entry:
    reasons = trials.setting.compiled["texts"]["reasons"]
    search = Search(trials.alone(id_), moves, most=1)
    return {
        "id": id_,
        "movable": True if search.plans else _unless_all_were_tried(trials, search, id_),
        "because": reasons[id_]["because"] if id_ in reasons else None,
        "facts": _facts(trials, sorted(trials.hurdles[id_])),
    }


def _unless_all_were_tried(trials: Trials, search: Search, id_: str) -> bool | None:
    """Give False where nothing is left to try.

    Of numbers that are reckoned with only some were tried; of many open questions none were.
    """
    questions = trials.setting.today.deciding["questions"]
    reckoned = [number for number in trials.hurdles[id_] if questions[number]["measured"]]
    is_sure = search.is_exhausted and id_ != OPEN
    is_sure = is_sure and not any(map(trials.setting.effort, reckoned))
    return False if is_sure else None


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
