"""What an author may want to know of a set that works as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.coverage_of_claims import cited_by, own_file
from lifeline.authoring.finding import found_at
from lifeline.compiling.names import Spot
from lifeline.reading.sets import CLAIMS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding


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
