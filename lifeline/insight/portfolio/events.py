"""What one event would hit: a big company gives everybody what several of the ideas rest on.

The questions to which the record of the market suggests answers are then answered as if it had been
shipped; all other answers stay as they are.
"""

from __future__ import annotations

from lifeline.insight.trying import backed
from lifeline.model.idea import GIVEN
from lifeline.scoring.completions import rubrics_left_out
from lifeline.scoring.market import SHIPPED, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.insight.portfolio.rows import Row
    from lifeline.model.assessment import Months
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Answer, Idea
    from lifeline.scoring.assess import Assessor

    Entry = dict[str, Any]


def months_if_shipped(assessor: Assessor, idea: Idea, as_of: date) -> Months | None:
    """Give the months of an idea if a big company offered what it rests on to everybody.

    None where the answers say so already, or the set does not ask.
    """
    changed = _as_if_shipped(assessor.compiled, idea, as_of)
    if not changed:
        return None
    other = idea.with_answers({**idea.answers, **changed})
    return assessor.solve(other, as_of=as_of).months()


def _as_if_shipped(compiled: CompiledSet, idea: Idea, as_of: date) -> dict[int, Answer]:
    """Give the answers that would change, by the numbers of their questions."""
    deciding = compiled["deciding"]
    left_out = rubrics_left_out(deciding, idea.answers)
    return {
        number: backed((question["record"][SHIPPED],), as_of)
        for number, question in enumerate(deciding["questions"])
        if "record" in question
        and question["rubric"] not in left_out
        and _is_better(question, idea.answers.get(number))
    }


def _is_better(question: Question, answer: Answer | None) -> bool:
    """Whether an answer, at its best, is better than what is suggested once it is shipped."""
    if answer is None or answer.state != GIVEN:
        return True
    shipped = question["record"][SHIPPED]
    first, last = answer.value[0], answer.value[-1]
    return first < shipped if question["better"] == "first" else last > shipped


def events_of(rows: list[Row], market: CompiledMarket, as_of: date) -> list[Entry]:
    """Give for each capability that ideas rest on what would become of them if it were shipped.

    Those come first that take months from most ideas, then those that most ideas rest on.
    """
    found = []
    for capability in market["capabilities"]:
        touched = [row for row in rows if capability in row["capabilities"]]
        if touched:
            found.append(_event(touched, status_of(capability, as_of, market)))
    return sorted(found, key=lambda entry: (-len(entry["falls"]), -len(entry["ideas"])))


def _event(touched: list[Row], status: Entry) -> Entry:
    falls = [
        {"path": row["path"], "before": row["months"], "after": row["shipped"]}
        for row in touched
        if row["shipped"] and _falls(row["months"], row["shipped"])
    ]
    falls.sort(key=lambda fall: fall["after"]["low"] - fall["before"]["low"])
    return {
        **{key: status[key] for key in ("capability", "means", "day", "status", "companies")},
        "ideas": [row["path"] for row in touched],
        "falls": falls,
        "told_already": sum(row["shipped"] is None for row in touched),
    }


def _falls(before: Months, after: Months) -> bool:
    return after["low"] < before["low"] or after["high"] < before["high"]
