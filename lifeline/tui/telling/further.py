"""What takes longer to find out than the verdict: plans, an interview script, precedents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from lifeline.compiling.cases import load_cases
from lifeline.compiling.store import load_set
from lifeline.errors import LifelineError
from lifeline.insight.interview.script import interview
from lifeline.insight.precedents.nearest import precedents
from lifeline.insight.whatif.asking import search_for
from lifeline.insight.whatif.targets import MonthsTarget, VerdictTarget
from lifeline.insight.whatif.trials import Setting
from lifeline.model.words import CAP_MONTHS, FULL
from lifeline.reading.shelves import shipped_sets

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.insight.whatif.targets import Target
    from lifeline.model.assessment import Assessment, Interview
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor

    Entry = dict[str, Any]

SHIPPED, CASES = "ngc", "cases"
NEAREST = 3
"""Products that are told."""


class Further(NamedTuple):
    """What was found out.

    ``search`` is None where nothing is answered: every plan would be one to answer the questions.
    ``nearest`` is None where the cases cannot be read.
    """

    search: Entry | None
    script: Interview
    nearest: Entry | None


def look_further(assessor: Assessor, idea: Idea, found: Assessment, today: date) -> Further:
    """Look for plans that help, for what to ask whom, and for products like this one."""
    setting = Setting(assessor, idea, today)
    script = interview(assessor.compiled, setting.today, idea, today, found["deciding"])
    search = search_for(setting, _target(setting, found)) if idea.answers else None
    return Further(search, script, _nearest(assessor, idea))


def _target(setting: Setting, found: Assessment) -> Target:
    """Give what is looked for: that it passes; where it does, the next months that there are."""
    if found["verdict"] != "pass" or found["lifeline"] is None:
        return VerdictTarget(setting.idea, setting.as_of, setting.today.gate)
    low = found["lifeline"]["months"]["low"]
    return MonthsTarget(min((m for m in (*CAP_MONTHS, FULL) if m > low), default=FULL))


def _nearest(assessor: Assessor, idea: Idea) -> Entry | None:
    shelf = shipped_sets()
    try:
        cases = load_cases(os.path.join(shelf, CASES), load_set(os.path.join(shelf, SHIPPED)))
    except LifelineError:
        return None
    return precedents(assessor.compiled, idea, cases, NEAREST)
