"""Tries the weakened forms of a set: which of them no vector notices.

A vector on which a change has no effect is told by the one rule that was changed, before anything
is solved anew; so most changes cost little.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from lifeline.authoring.testing.comparing import is_noticed
from lifeline.authoring.testing.equivalence import is_without_effect
from lifeline.authoring.testing.mutants import mutants
from lifeline.authoring.testing.placing import gaps_in_order
from lifeline.authoring.testing.under_test import UnderTest
from lifeline.scoring.conditions import FALSE, TRUE, UNDEFINED, judge
from lifeline.scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.authoring.testing.mutants import Mutant
    from lifeline.authoring.testing.running import Trial
    from lifeline.scoring.completions import Completions
    from lifeline.scoring.resolving import KnownFigures

ONE_TRUTH = (TRUE, FALSE, UNDEFINED)


def unnoticed(bench: Bench, tested: UnderTest, trials: list[Trial]) -> dict[str, Any]:
    """Give how many changes can be noticed, how many are, and the others in the files' order.

    Vectors that fail as it is notice nothing. Changes that make no difference to any answers do
    not count.
    """
    passed = [trial for trial in trials if not trial.differences]
    passed.sort(key=lambda trial: "deciding" in trial.vector.expected)  # that takes longest to find
    names = {name for trial in passed for name in trial.vector.expected}
    scored = {name.partition(".")[2] for name in names if name.startswith("scores.")}
    noticed = 0
    left: list[Mutant] = []
    own = (each for each in mutants(bench, scored) if bench.is_own(each.spot, each.id))
    for mutant in own:
        if _some_notices(mutant, passed):
            noticed += 1
        elif not is_without_effect(mutant, changed_by(mutant, tested), tested):
            left.append(mutant)
    return {"noticed": noticed, "of": noticed + len(left), "gaps": gaps_in_order(left, bench)}


def _some_notices(mutant: Mutant, trials: list[Trial]) -> bool:
    """Whether some vector notices a change, each on the set as it is on its day."""
    known: dict[KnownFigures, tuple[Mutant, UnderTest]] = {}
    for trial in trials:
        values = trial.tested.values
        if values not in known:
            on_the_day = mutant.with_values(values)
            known[values] = (on_the_day, changed_by(on_the_day, trial.tested))
        if _is_noticed(*known[values], trial.tested, trial):
            return True
    return False


def changed_by(mutant: Mutant, tested: UnderTest) -> UnderTest:
    """Give a set under test with a change; rules that stay keep what they were found to do."""
    deciding = mutant.applied(tested.deciding)
    rulebook = Rulebook(deciding)
    if deciding["questions"] is tested.deciding["questions"]:
        _keep_known(mutant, rulebook, tested)
    return UnderTest(tested.ids, deciding, rulebook, tested.decided, tested.values)


def _keep_known(mutant: Mutant, rulebook: Rulebook, tested: UnderTest) -> None:
    known = tested.rulebook
    rulebook.classes, rulebook.shares = known.classes, known.shares
    lifting = mutant.place if mutant.where == "protections" else None
    caps = {id(rule.cap): rule for rule in known.caps}
    findings = {id(rule.finding): rule for rule in known.findings}
    rulebook.caps = [
        rule
        if any(number == lifting for number, _ in rule.cap["lifts"])
        else caps.get(id(rule.cap), rule)
        for rule in rulebook.caps
    ]
    rulebook.findings = [findings.get(id(rule.finding), rule) for rule in rulebook.findings]


def _is_noticed(mutant: Mutant, changed: UnderTest, tested: UnderTest, trial: Trial) -> bool:
    completions = trial.seen.completions
    asks_the_same = changed.deciding["questions"] is tested.deciding["questions"]
    if asks_the_same and _is_idle(mutant, completions):
        return False
    if asks_the_same and mutant.where != "protections":
        completions = copy(completions)  # whether it is exact may change, and nothing else
    else:
        completions = changed.completions(trial.vector)
    return is_noticed(trial.vector, changed.seen(completions))


def _is_idle(mutant: Mutant, completions: Completions) -> bool:
    """Whether a change is seen to do nothing by the answers of one vector."""
    if mutant.old["when"][0] == "against":
        return False
    before = judge(mutant.old["when"], completions.possible)
    if mutant.kind == "condition":
        return before in ONE_TRUTH and before == judge(mutant.entry["when"], completions.possible)
    return not before & TRUE
