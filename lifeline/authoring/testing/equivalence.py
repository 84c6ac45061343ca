"""Changes that no vector can notice: the changed set gives the same for all answers there are.

Told apart are the things that a vector can expect. A rule that is left out, and a condition: where
the rule fires, or the protection holds. Months of a cap or a lift: how each combination of answers
ends, beside the other caps. The level of a finding: the verdict, by the months. Where the search is
not exact, or a quantity is involved, nothing counts as proven, and the change is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.testing.weakening import NEVER
from lifeline.model.words import CLOCKS
from lifeline.scoring.completions import ONE
from lifeline.scoring.conditions import reads_open
from lifeline.scoring.elimination import eliminate
from lifeline.scoring.endings import bits_in, combined, ending_factor, endings_in, months_of
from lifeline.scoring.factors import Factor
from lifeline.scoring.result import CERTAIN, FIRES, SILENCE, SILENT, keep_the_other
from lifeline.scoring.rules import cap_factor, finding_factor

if TYPE_CHECKING:
    from lifeline.authoring.testing.mutants import Mutant
    from lifeline.authoring.testing.under_test import UnderTest
    from lifeline.model.compiled import Condition
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.factors import Table

LIFELINE = len(CLOCKS)


def is_without_effect(mutant: Mutant, changed: UnderTest, tested: UnderTest) -> bool:
    """Whether a change is proven to make no difference."""
    completions = changed.all_open()
    if mutant.kind == "points":
        return not completions.is_asked(mutant.place)
    if mutant.old["when"][0] == "against":
        return _clock_is_idle(mutant, tested)
    if mutant.kind in ("rule", "condition"):
        after = mutant.entry["when"] if mutant.entry else NEVER
        return _holds_alike(mutant.old["when"], after, completions)
    if mutant.kind == "level":
        return _never_decides(mutant, tested, completions)
    return _ends_alike(mutant, tested, completions)


def _holds_alike(one: Condition, other: Condition, completions: Completions) -> bool:
    """Whether two conditions are true in the same completions."""
    reads = reads_open(one, completions.possible) | reads_open(other, completions.possible)

    def outcomes() -> int:
        true, otherwise = completions.holds(one)
        also_true, also_otherwise = completions.holds(other)
        differ = (true and also_otherwise) or (otherwise and also_true)
        return FIRES if differ else SILENCE

    factor = completions.factor(tuple(sorted(reads)), outcomes)
    found = eliminate(completions.closure([factor]), (), keep_the_other, ONE)
    return not found.table.get((), 0) & FIRES


def _clock_is_idle(mutant: Mutant, tested: UnderTest) -> bool:
    """Whether a finding that looks at a clock is never told, or is always told as it is changed."""
    completions = tested.all_open()
    seen = tested.seen(completions)
    told = {finding["id"]: result.status for finding, result in seen.solution.findings}
    if not completions.exact:
        return False
    alike = CERTAIN if mutant.kind == "condition" else SILENT
    return told.get(mutant.id, SILENT) == alike


def _never_decides(mutant: Mutant, tested: UnderTest, completions: Completions) -> bool:
    """Whether nothing that a finding is told of passes the gate by its months."""
    rule = finding_factor(mutant.old, completions)
    least = tested.deciding["gate"]["min_months"]
    endings = _endings(rule, "", tested, completions)
    return not any(
        months_of(ending, LIFELINE) >= least
        for assignment, outcomes in rule.table.items()
        if outcomes & FIRES
        for ending in endings_in(endings.get(assignment, 0))
    )


def _ends_alike(mutant: Mutant, tested: UnderTest, completions: Completions) -> bool:
    """Whether a cap with other months leaves every completion the same ending."""
    before, after = (
        ending_factor(cap, cap_factor(cap, completions)) for cap in (mutant.old, mutant.entry)
    )
    assert before.scope == after.scope, "only months were changed"
    if not completions.exact:
        return False
    others = _endings(before, mutant.id, tested, completions)
    return all(
        combined(ending, before.table[assignment]) == combined(ending, after.table[assignment])
        for assignment, endings in others.items()
        for ending in bits_in(endings)
    )


def _endings(kept: Factor, but: str, tested: UnderTest, completions: Completions) -> Table:
    """Give the endings that all caps but one leave, by the variables of a factor."""
    factors = [Factor(kept.scope, dict.fromkeys(kept.table, ONE))]
    for rule in tested.rulebook.caps:
        result = rule.result(completions) if rule.cap["id"] != but else None
        if result is not None:
            factors.append(result.ending)
    return eliminate(completions.closure(factors), kept.scope, combined, ONE).table
