"""What takes longer to find out than the verdict: plans, an interview script, precedents."""

from __future__ import annotations

from lifeline.insight.interview.script import interview
from lifeline.insight.precedents.nearest import precedents
from lifeline.insight.whatif.asking import search_for
from lifeline.insight.whatif.targets import MonthsTarget, VerdictTarget
from lifeline.model.idea import OPEN
from lifeline.model.words import CAP_MONTHS, FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.whatif.targets import Target
    from lifeline.insight.whatif.trials import Setting
    from lifeline.model.assessment import Assessment, Interview

    Entry = dict[str, Any]

NEAREST = 3
"""Products that are told."""


class Further:
    """What was found out.

    ``search`` is None where nothing is answered: every plan would be one to answer the questions.
    ``nearest`` is None where there are no cases.
    """

    __slots__ = ("nearest", "script", "search")

    def __init__(self, search: Entry | None, script: Interview, nearest: Entry | None) -> None:
        self.search = search
        self.script = script
        self.nearest = nearest


def look_further(setting: Setting, found: Assessment, cases: Entry | None) -> Further:
    """Look for plans that help, for what to ask whom, and for products like this one.

    Args:
        setting: the idea and how it is judged.
        found: its assessment.
        cases: compiled, as ``compiling.cases`` gives them; None where they cannot be read.
    """
    compiled, idea = setting.compiled, setting.idea
    script = interview(compiled, setting.today, idea, setting.as_of, found["deciding"])
    is_begun = any(answer.state != OPEN for answer in idea.answers.values())
    search = search_for(setting, _target(setting, found)) if is_begun else None
    nearest = precedents(setting.assessor, idea, cases, NEAREST) if cases else None
    return Further(search, script, nearest)


def _target(setting: Setting, found: Assessment) -> Target:
    """Give what is looked for: that it passes; where it does, the next months that there are."""
    if found["verdict"] != "pass" or found["lifeline"] is None:
        return VerdictTarget(setting.idea, setting.as_of, setting.today.gate)
    low = found["lifeline"]["months"]["low"]
    return MonthsTarget(min((m for m in (*CAP_MONTHS, FULL) if m > low), default=FULL))
