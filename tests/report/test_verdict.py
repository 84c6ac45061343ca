"""The verdict in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.report.verdict import part_text, verdict_text

MONTHS: Any = {"part": "months", "verdict": "unclear", "wanted": 6}
DEPENDS = "whether it lasts 6 months depends on what is still open."
PAIR = {"questions": ["lifeline/entry", "lifeline/reach"]}


def deciding(values: int, fails: list[str], settling: int | None = None, **more: Any) -> Any:
    settling = values if settling is None else settling
    found = {"question": "lifeline/assistant", "settling": settling, "values": values}
    return {**found, "passes": [], "fails": fails, "pair": None, **more}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, ""),
        (deciding(2, ["much"], passes=["little"]), " The answer that decides: assistant."),
        (deciding(3, ["much"], settling=1), " The answer that decides: assistant."),
        (deciding(3, ["much", "little"]), " The answer that decides: assistant."),
        (deciding(2, []), " The answer that decides: assistant."),  # of a number
        (deciding(2, ["much", "little"]), " With each answer to assistant it fails."),
        (deciding(2, [], settling=0), ""),
        (
            deciding(2, [], settling=0, pair={**PAIR, "settling": 4}),
            " The answers that decide together: entry and reach.",
        ),
        (deciding(2, [], settling=0, pair={**PAIR, "settling": 0}), ""),
    ],
)
def test_an_unclear_verdict_says_which_answer_decides_and_when_none_can_save_it(
    found: Any, said: str
) -> None:
    unclear: Any = {"lifeline": {}, "verdict": "unclear", "gates": [MONTHS], "deciding": found}
    assert verdict_text(unclear) == DEPENDS + said


def findings(verdict: str, low: int, *rules: str) -> str:
    """Tell of a gate that looks at findings, of which so many stand for sure."""
    met = {"low": low, "high": len(rules), "rules": [f"a/{rule}" for rule in rules]}
    part: Any = {"part": "findings", "verdict": verdict, "wanted": "warning", **met}
    return part_text(part)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (("fail", 1, "one"), "a finding stands against it: one."),
        (("fail", 2, "one", "two"), "2 findings stand against it: one, two."),
        (("fail", 1, "one", "two"), "a finding stands against it: one; another may: two."),
        (
            ("fail", 2, "one", "two", "three", "four"),
            "2 findings stand against it: one, two; 2 others may: three, four.",
        ),
        (("unclear", 0, "one", "two"), "a finding may stand against it: one, two."),
    ],
)
def test_findings_that_may_stand_are_not_told_as_if_they_did(told: Any, text: str) -> None:
    assert findings(*told) == text
