"""What became of the shipped cases, by the months that a set foretold of each: judged once, kept.

Reading and judging the cases takes a second, and a page about an idea needs nothing of them but
what stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.backtesting.observation import Observation
from lifeline.backtesting.survival import curve_of_tier
from lifeline.compiling.cases import case_files
from lifeline.compiling.market import load_market
from lifeline.compiling.store import kept_or_built, key_of

if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet

FORMAT = "tiers-1"


def load_curves(folder: str, compiled: CompiledSet) -> dict[int, dict[str, Any]]:
    """Give the survival curve of each tier that the set foretells of some case, by its months.

    Args:
        folder: of the cases.
        compiled: the set that they were coded for, which judges them.

    Raises:
        LifelineError: when the cases cannot be read.
    """
    about = f"{FORMAT} {compiled['hashes']['content']} {load_market()['content']}"
    key = key_of(case_files(folder), about)
    tiers = kept_or_built(folder, [], key, lambda: build_tiers(folder, compiled))
    return {
        int(tier): curve_of_tier(int(tier), [Observation(*seen) for seen in group])
        for tier, group in tiers.items()
    }


def build_tiers(folder: str, compiled: CompiledSet) -> dict[str, list[list[float | bool]]]:
    """Judge the cases: what became of each, by the low months that were foretold of it."""
    from lifeline.backtesting.forecasts import forecasts, observation
    from lifeline.reading.cases import read_cases  # with pydantic

    read = [c for c in read_cases(folder, compiled).cases if c.outcome.left_out is None]
    tiers: dict[str, list[list[float | bool]]] = {}
    for case, made in zip(read, forecasts(compiled, read), strict=True):
        seen = observation(case)
        tiers.setdefault(f"{made.months[0]}", []).append([seen.months, seen.ended])
    return dict(sorted(tiers.items(), key=lambda tier: int(tier[0])))
