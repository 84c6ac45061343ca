"""Checks a set that compiles for what its author cannot have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.bench import Bench
from lifeline.authoring.better import better_answers_that_cost
from lifeline.authoring.binding import caps_without_effect
from lifeline.authoring.coverage_of_claims import claims_covered_twice, claims_not_covered
from lifeline.authoring.cut_texts import texts_cut_off
from lifeline.authoring.finding import ERROR
from lifeline.authoring.notes import equal_weights, uncited_claims, unused_quantities
from lifeline.authoring.outside import another_version, folder_name, parameters
from lifeline.authoring.places import unfilled_places
from lifeline.authoring.pointing import points_against_better
from lifeline.authoring.reachable import idle_protections, silent_rules, unasked_questions
from lifeline.authoring.telling import answers_without_effect
from lifeline.authoring.translations import (
    misplaced_translations,
    missing_translations,
    stale_translations,
    unknown_translations,
)
from lifeline.authoring.versioning import (
    version_lowered,
    version_not_raised,
    version_not_recorded,
)

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
    points_against_better,
    unfilled_places,
    equal_weights,
    unused_quantities,
    uncited_claims,
    claims_not_covered,
    claims_covered_twice,
    parameters,
    another_version,
    folder_name,
    version_lowered,
    texts_cut_off,
    version_not_raised,
    version_not_recorded,
    stale_translations,
    missing_translations,
    unknown_translations,
    misplaced_translations,
)


def check_set(models: SetModels, compiled: CompiledSet) -> list[Finding]:
    """Give everything that the checks find in a set, in the order of its files and lines.

    Of what stands in a set that it extends only the errors: the notes are for its own author.

    Args:
        models: the set as its author wrote it.
        compiled: what compiling made of it.
    """
    bench = Bench(models, compiled)
    names = [source.name for source in models.sources]
    every = (finding for check in CHECKS for finding in check(bench))
    found = [f for f in every if f.level == ERROR or f.file in models.own_files]
    return sorted(found, key=lambda f: (names.index(f.file), f.line, f.column, f.message))
