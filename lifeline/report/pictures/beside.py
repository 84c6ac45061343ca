"""What a picture of the clocks shows beside them: events of the market, and months laid against it.

Pure, as everything here.
"""

from __future__ import annotations

from lifeline.model.idea import GIVEN
from lifeline.model.words import FULL
from lifeline.report.phrases import bare
from lifeline.scoring.calendar import months_after
from lifeline.scoring.idea_record import IdeaRecord
from lifeline.scoring.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

    Sign = dict[str, Any]
    """An event as ``scoring.record`` gives it: ``known``, ``date``, ``actor``, ``what``, …"""

    Laid = dict[str, Any]
    """A ``name``, and the months from ``low`` to ``high``."""

RECENT = 6
"""Months before the assessed day from which on an event is shown."""

MOST = 8
"""Events that are shown, the latest."""


def events_of(idea: Idea, market: CompiledMarket, as_of: date) -> list[Sign]:
    """Give what touched an idea's capabilities in the months before its answers, and on the clock.

    Nothing that became known after ``as_of``; none for an idea without a day.
    """
    if idea.assessed is None:
        return []
    end = min(as_of, months_after(idea.assessed, FULL))
    record = IdeaRecord(idea, end, Record(market))
    record.then = months_after(idea.assessed, -RECENT)
    return record.since()[-MOST:]


def months_against(idea: Idea, compiled: CompiledSet) -> list[Laid]:
    """Give the answers, in months, that rules of the set lay against a clock, such as a launch.

    Those of optional rubrics are told elsewhere.
    """
    optional = {each["rubric"] for each in compiled["deciding"]["optional"]}
    rules = compiled["deciding"]["findings"]
    whens = [rule["when"] for rule in rules if rule["id"].partition("/")[0] not in optional]
    numbers = {when[1] for when in whens if when[0] == "against"}
    found = []
    for number in sorted(numbers):
        answer = idea.answers.get(number)
        if answer is not None and answer.state == GIVEN:
            low, high = answer.value[0], answer.value[-1]
            found.append({"name": bare(compiled["ids"][number]), "low": low, "high": high})
    return found
