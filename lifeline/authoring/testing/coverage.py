"""What no vector of a set exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.testing.needs import needs
from lifeline.authoring.testing.placing import gaps_in_order

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.authoring.testing.running import Trial
    from lifeline.authoring.testing.under_test import UnderTest


def coverage(bench: Bench, tested: UnderTest, trials: list[Trial]) -> dict[str, Any]:
    """Give how much can be exercised, how much is, and the gaps in the order of the files."""
    open_ = tested.seen(tested.all_open())
    every = [need for need in needs(bench, open_) if bench.is_own(need.spot, need.id)]
    left = every
    for trial in trials:
        left = [need for need in left if not need.is_met(trial.seen)]
    return {
        "exercised": len(every) - len(left),
        "of": len(every),
        "gaps": gaps_in_order(left, bench),
    }
