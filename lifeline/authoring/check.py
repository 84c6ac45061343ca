"""Checks a set that compiles for what its author cannot have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.bench import Bench
from lifeline.authoring.better import better_answers_that_cost
from lifeline.authoring.binding import caps_without_effect
from lifeline.authoring.notes import equal_weights, uncited_claims
from lifeline.authoring.reachable import idle_protections, silent_rules, unasked_questions
from lifeline.authoring.telling import answers_without_effect

if TYPE_CHECKING:
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import CompiledSet
    from lifeline.reading.set_models import SetModels

CHECKS = (
    silent_rules,
    unasked_questions,
    idle_protections,
    caps_without_effect,
    better_answers_that_cost,
    answers_without_effect,
    equal_weights,
    uncited_claims,
)


def check_set(models: SetModels, compiled: CompiledSet) -> list[Finding]:
    """Give everything that the checks find in a set, in the order of its files and lines.

    Args:
        models: the set as its author wrote it.
        compiled: what compiling made of it.
    """
    bench = Bench(models, compiled)
    names = [source.name for source in models.sources]
    found = [finding for check in CHECKS for finding in check(bench)]
    return sorted(found, key=lambda f: (names.index(f.file), f.line, f.column, f.message))
