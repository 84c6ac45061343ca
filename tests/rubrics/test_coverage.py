"""The claims of the shipped set that it has to take up, and its reasons where it does not."""

from __future__ import annotations

from lifeline.authoring.coverage_of_claims import cited_by, has_to_be_covered
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from tests.conftest import ROOT

FOLDER = str(ROOT / "rubrics" / "ngc")
NGC = read_models(FOLDER, read_files(FOLDER))
CLAIMS = NGC.claims.claims
COVERED = [claim.id for claim in CLAIMS if has_to_be_covered(claim)]


def test_of_257_claims_158_have_to_be_covered() -> None:
    assert (len(CLAIMS), len(COVERED)) == (257, 158)


def test_of_each_source_every_claim_is_there_in_its_order() -> None:
    counts = {"S000": 21, "S001": 26, "S002": 46, "S003": 143, "S004": 21}
    every = [
        f"{source}-{number}" for source, most in counts.items() for number in range(1, most + 1)
    ]
    assert [claim.id for claim in CLAIMS] == every


def test_each_of_the_158_is_either_cited_or_left_out_for_a_reason() -> None:
    assert NGC.coverage is not None
    left_out = [entry.claim for entry in NGC.coverage.not_asked]
    cited = [claim for claim in COVERED if claim in cited_by(NGC)]
    assert sorted([*cited, *left_out]) == sorted(COVERED)


def test_reasons_are_sentences_and_no_two_are_the_same() -> None:
    assert NGC.coverage is not None
    reasons = [entry.reason for entry in NGC.coverage.not_asked]
    assert len({*reasons}) == len(reasons)
    for reason in reasons:
        assert reason.endswith(".")
        assert len(reason) > 30
