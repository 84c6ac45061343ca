"""``demanded-by``: the claim for which a rule stands that history does not bear out."""

from __future__ import annotations

import pytest

from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIM, CLAIMS, cap, farm, protection, question, rubric, rule

DEMAND = {"demanded-by": "S1-1"}
WHEN = {"fig": True}


def garden(**parts: Authored) -> CompiledSet:
    wall = protection("wall", WHEN) | parts.get("protection", {})
    dry = rule("dry", cap=cap()) | parts.get("rule", {})
    late = rule("late", finding="note") | parts.get("finding", {})
    found = rubric(
        "garden",
        questions=[question("fig", "yes-no")],
        protections=[wall],
        rules=[dry, late],
    )
    return compiled(farm(found), {**CLAIMS, "claims": [CLAIM, {**CLAIM, "id": "S1-2"}]})


def test_a_rule_or_protection_may_say_which_of_its_claims_demands_it() -> None:
    reasons = garden(protection=DEMAND, rule=DEMAND)["texts"]["reasons"]
    demanded = {id_: reason["demanded_by"] for id_, reason in reasons.items()}
    assert demanded == {"garden/wall": "S1-1", "garden/dry": "S1-1", "garden/late": None}


@pytest.mark.parametrize(
    ("part", "key"),
    [("protection", "protections[0]"), ("rule", "rules[0]"), ("finding", "rules[1]")],
)
def test_a_claim_that_it_does_not_rest_on_cannot_demand_it(part: str, key: str) -> None:
    with pytest.raises(LifelineError) as error:
        garden(**{part: {"demanded-by": "S1-2"}})
    (line,) = str(error.value).splitlines()
    assert line.endswith(
        f"{key}.demanded-by: is none of its claims. Expected S1-1. Did you mean 'S1-1'?"
    )


def test_what_demands_a_rule_moves_no_result() -> None:
    assert garden(rule=DEMAND)["hashes"]["deciding"] == garden()["hashes"]["deciding"]
    assert garden(rule=DEMAND)["hashes"]["content"] != garden()["hashes"]["content"]
