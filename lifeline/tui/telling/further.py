"""What takes longer to find out than the verdict, with the dated products that are shipped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lifeline.compiling.cases import load_cases
from lifeline.compiling.store import load_set
from lifeline.errors import LifelineError
from lifeline.insight import further
from lifeline.insight.whatif.trials import Setting
from lifeline.reading.shelves import shipped_sets

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.insight.further import Further
    from lifeline.model.assessment import Assessment
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor

SHIPPED, CASES = "ngc", "cases"


def look_further(assessor: Assessor, idea: Idea, found: Assessment, today: date) -> Further:
    """Look for plans that help, for what to ask whom, and for products like this one."""
    return further.look_further(Setting(assessor, idea, today), found, _cases())


def _cases() -> dict[str, Any] | None:
    shelf = shipped_sets()
    try:
        return load_cases(os.path.join(shelf, CASES), load_set(os.path.join(shelf, SHIPPED)))
    except LifelineError:
        return None
