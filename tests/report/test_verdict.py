"""The verdict in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.report.verdict import verdict_text

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
