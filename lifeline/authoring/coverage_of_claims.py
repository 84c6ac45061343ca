"""Holds a set to its claims: what asks something of founders is cited, or it is said why not.

Only sets with a ``coverage.yaml`` are held to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.bench import KINDS
from lifeline.authoring.finding import found_at
from lifeline.compiling.names import Spot
from lifeline.reading.sets import CLAIMS_FILE, COVERAGE_FILE
from lifeline.reading.spelling import brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.rubric import Claim
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source

TAGS = ("advice", "definition", "number", "example")
"""Claims of these kinds tell a founder what to do or to look at, even where they ask nothing."""


def claims_not_covered(bench: Bench) -> Iterator[Finding]:
    """Find the set's own claims that ask something, and that nothing takes up."""
    source = own_file(bench.models, CLAIMS_FILE)
    for place, claim in _not_covered(bench.models):
        assert source is not None, "a set with claims of its own has a file of them"
        why = "asks something of founders" if claim.asks else f"is tagged {claim.tag}"
        yield found_at(
            Spot(source, ("claims", place, "id")),
            "claim-not-covered",
            f"'{brief(claim.id)}' {why}, but nothing cites it, and {COVERAGE_FILE} does not say"
            " why.",
            "Let a question, protection or rule cite it under 'claims', or give the reason under"
            f" 'not-asked' in {COVERAGE_FILE}.",
        )


def _not_covered(models: SetModels) -> Iterator[tuple[int, Claim]]:
    """Give those claims, each with its place in the set's own file."""
    if models.coverage is None:
        return
    covered = {*cited_by(models), *(entry.claim for entry in models.coverage.not_asked)}
    claims = {claim.id: claim for claim in models.claims.claims}
    for place, id_ in enumerate(models.own_claims):
        if id_ not in covered and has_to_be_covered(claims[id_]):
            yield place, claims[id_]


def claims_covered_twice(bench: Bench) -> Iterator[Finding]:
    """Find the reasons why nothing rests on a claim on which something does."""
    models, cited = bench.models, cited_by(bench.models)
    for place, entry in enumerate(models.coverage.not_asked if models.coverage else ()):
        if entry.claim in cited:
            source = own_file(models, COVERAGE_FILE)
            assert source is not None, "what was read has a source"
            yield found_at(
                Spot(source, ("not-asked", place, "claim")),
                "claim-covered-twice",
                f"{cited[entry.claim]} cites '{brief(entry.claim)}', so no reason is needed here.",
                "Take the entry out.",
            )


def has_to_be_covered(claim: Claim) -> bool:
    """Whether a claim asks something of founders, or tells them what to do or to look at."""
    return claim.asks or claim.tag in TAGS


def cited_by(models: SetModels) -> dict[str, str]:
    """Give the claims on which something rests, each with the first that cites it."""
    cited: dict[str, str] = {}
    for _, rubric in models.rubrics:
        for kind in KINDS:
            for entry in getattr(rubric, kind):
                for claim in entry.claims:
                    cited.setdefault(claim, f"{rubric.rubric}/{entry.id}")
    return cited


def own_file(models: SetModels, name: str) -> Source | None:
    """Give a file of the set itself, not of one that it extends."""
    return next((source for source in models.sources if source.name == name), None)
