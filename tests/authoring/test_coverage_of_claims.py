"""Which claims a set has to take up, and when it is held to them."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.authoring.check import check_set
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import SetModels, read_models
from tests.authored import dumped, files_of
from tests.compiling.farm import farm, question, rubric

CHECKS = {"claim-not-covered", "claim-covered-twice", "claims-not-cited"}


def claim(id_: str, tag: str = "claim", **more: Any) -> dict[str, Any]:
    status = {"verdict": "holds", "date": "2026-11-22"}
    return {"id": id_, "says": "Fruit.", "source": "S1", "tag": tag, "status": status, **more}


def files(*claims: dict[str, Any], not_asked: list[str] | None = None) -> dict[str, bytes]:
    """Give the files of a set in which a question rests on S1-1."""
    source = {"id": "S1", "title": "On fruit", "author": "A. Gardener", "date": "2023-09"}
    every = {"claims-format": 1, "sources": [source], "claims": [claim("S1-1"), *claims]}
    asked = rubric("garden", questions=[question("soil", "yes-no", claims=["S1-1"])])
    found = files_of(farm(asked), every)
    if not_asked is not None:
        entries = [{"claim": id_, "reason": "Nobody can count that."} for id_ in not_asked]
        found["coverage.yaml"] = dumped({"coverage-format": 1, "not-asked": entries})
    return found


def checked(models: SetModels) -> list[tuple[str, str]]:
    """Give what is found about claims: the check, and the file."""
    found = check_set(models, compile_set(models))
    return [(each.check, each.file) for each in found if each.check in CHECKS]


@pytest.mark.parametrize("tag", ["advice", "definition", "number", "example"])
def test_what_tells_founders_something_has_to_be_covered(tag: str) -> None:
    models = read_models("", files(claim("S1-2", tag), not_asked=[]))
    assert checked(models) == [("claim-not-covered", "claims.yaml")]


@pytest.mark.parametrize("tag", ["claim", "caveat", "forecast"])
def test_other_claims_have_to_be_covered_only_where_they_ask(tag: str) -> None:
    silent = read_models(
        "", files(claim("S1-2", tag), claim("S1-3", tag, asks=False), not_asked=[])
    )
    asking = read_models("", files(claim("S1-2", tag, asks=True), not_asked=[]))
    assert checked(silent) == []
    assert checked(asking) == [("claim-not-covered", "claims.yaml")]


def test_a_reason_covers_a_claim() -> None:
    models = read_models("", files(claim("S1-2", "advice", asks=True), not_asked=["S1-2"]))
    assert checked(models) == []


def test_a_reason_is_too_much_where_the_claim_is_cited() -> None:
    models = read_models("", files(not_asked=["S1-1"]))
    assert checked(models) == [("claim-covered-twice", "coverage.yaml")]


def test_a_set_without_a_coverage_file_is_only_told_how_many_claims_it_does_not_cite() -> None:
    models = read_models("", files(claim("S1-2", "advice", asks=True)))
    assert checked(models) == [("claims-not-cited", "claims.yaml")]


def test_a_set_is_not_held_to_the_claims_of_the_one_it_extends() -> None:
    base = files(claim("S1-2", "advice"), not_asked=["S1-2"])
    head = {"set-format": 1, "set": "bees", "version": "0.1.0", "title": "Mine"}
    head["extends"] = {"set": "farm", "version": "0.1.0"}
    own = {"set.yaml": dumped(head), "coverage.yaml": files(not_asked=[])["coverage.yaml"]}
    below = {f"../farm/{name}": data for name, data in base.items()}
    models = read_models("", {**own, **below})
    assert checked(models) == []
    assert models.coverage is not None
    assert models.coverage.not_asked == []


def test_whether_a_claim_asks_changes_nothing_of_a_compiled_set() -> None:
    asking, silent = (
        compile_set(read_models("", files(claim("S1-2", asks=asks)))) for asks in (True, False)
    )
    assert asking == silent
