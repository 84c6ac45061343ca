"""What an author may want to know of a set that works as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.coverage_of_claims import cited_by, own_file
from lifeline.authoring.finding import found_at
from lifeline.compiling.names import Spot, entries_of
from lifeline.model.condition import subjects_of
from lifeline.reading.sets import CLAIMS_FILE
from lifeline.reading.switching_off import KINDS, subjects_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.rubric import Rubric


def equal_weights(bench: Bench) -> Iterator[Finding]:
    """Find the scores in which every question weighs the same."""
    sources = {rubric.rubric: source for source, rubric in bench.models.rubrics}
    for score in bench.deciding["scores"]:
        weights = {weight for _, weight in score["parts"]}
        if len(score["parts"]) > 1 and len(weights) == 1:
            yield found_at(
                Spot(sources[score["rubric"]], ("score",)),
                "weights-all-equal",
                f"all {len(score['parts'])} questions of this score weigh the same.",
                "Give more 'weight' to what tells good products from bad ones, if you know it.",
            )


def unused_quantities(bench: Bench) -> Iterator[Finding]:
    """Find the quantities that no condition looks at, be it in another quantity."""
    rubrics = [rubric for _, rubric in bench.models.rubrics]
    looked_at = _looked_at(rubrics)
    for source, rubric in bench.models.rubrics:
        for quantity, spot in entries_of(bench.models, source, rubric, "quantities"):
            if quantity.id not in looked_at:
                yield found_at(
                    spot,
                    "quantity-unused",
                    f"no condition looks at {quantity.id}, by itself or in another quantity.",
                    "Use it, or take it out.",
                )


def _looked_at(rubrics: list[Rubric]) -> set[str]:
    """Give the questions and quantities that conditions look at, also inside of quantities."""
    conditions = [rubric.when for rubric in rubrics if rubric.when]
    entries = [(kind, entry) for r in rubrics for kind in KINDS for entry in getattr(r, kind)]
    formulas = {entry.id: subjects_read(entry) for kind, entry in entries if kind == "quantities"}
    others = [subjects_read(entry) for kind, entry in entries if kind != "quantities"]
    pending = set().union(*map(subjects_of, conditions), *others)
    found: set[str] = set()
    while pending:
        found |= pending
        pending = set().union(*(formulas.get(id_, set()) for id_ in pending)) - found
    return found


def uncited_claims(bench: Bench) -> Iterator[Finding]:
    """Count the set's own claims on which nothing rests, where the set does not say why."""
    source = own_file(bench.models, CLAIMS_FILE)
    if source is None or bench.models.coverage:
        return
    cited = cited_by(bench.models)
    left = [claim for claim in bench.models.own_claims if claim not in cited]
    if left:
        verb, them = ("claim is", "it") if len(left) == 1 else ("claims are", "them")
        yield found_at(
            Spot(source, ("claims",)),
            "claims-not-cited",
            f"{len(left)} {verb} cited by nothing yet.",
            f"Write questions and rules for {them}, or keep {them} for later.",
        )
