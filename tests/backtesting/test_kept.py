"""How long cases lasted, by what was foretold of them: judged once, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.backtesting import kept
from lifeline.backtesting.kept import load_curves
from lifeline.model.compiled import CompiledSet
from lifeline.reading.shelves import shipped_sets

CASES = str(Path(shipped_sets(), "cases"))


def test_the_curves_are_those_of_the_products_that_verdicts_tell_of(ngc: CompiledSet) -> None:
    history = ngc["texts"]["history"]
    found = load_curves(CASES, ngc)
    assert [
        {key: curve[key] for key in ("cases", "ended", "median")} | {"months": tier}
        for tier, curve in found.items()
    ] == [{"median": None, **tier} for tier in history["tiers"]]


def test_cases_are_judged_once(ngc: CompiledSet, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_curves(CASES, ngc)

    def fail(*_: object) -> None:
        raise AssertionError("they were judged again")

    monkeypatch.setattr(kept, "build_tiers", fail)
    assert load_curves(CASES, ngc) == first


def test_another_set_has_other_curves(ngc: CompiledSet, monkeypatch: pytest.MonkeyPatch) -> None:
    other: CompiledSet = {**ngc, "hashes": {**ngc["hashes"], "content": "another"}}
    monkeypatch.setattr(kept, "build_tiers", lambda *_: {"3": [[5, True]]})
    assert load_curves(CASES, other)[3]["cases"] == 1
