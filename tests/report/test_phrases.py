"""Words around a result: what depends on open questions, and what is known."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.report.phrases import reason_text

OPEN = ["garden/assets", "garden/runway"]


@pytest.mark.parametrize(
    ("status", "waits_on", "expected"),
    [
        ("certain", [], "Deer come."),
        (
            "certain",
            OPEN,
            "What it leaves depends on what is still open: assets, runway. Deer come.",
        ),
        (
            "possible",
            OPEN,
            "This depends on what is still open: assets, runway. If it is so: Deer come.",
        ),
    ],
)
def test_only_the_reason_of_a_cap_that_may_not_hold_is_said_with_if(
    status: str, waits_on: list[str], expected: str
) -> None:
    cap: Any = {"because": "Deer come.", "status": status, "waits_on": waits_on}
    assert reason_text(cap) == expected
