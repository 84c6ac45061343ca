"""How an answer is backed, in a few words."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.model.words import STALE, UNBACKED
from lifeline.report.backing import backed_text


@pytest.mark.parametrize(
    ("rung", "fault", "told"),
    [
        (2, None, "backed"),
        (2, UNBACKED, "needs evidence"),
        (2, STALE, "evidence is old"),
        (0, None, "no evidence asked for"),
        (0, STALE, "answer is old"),
    ],
)
def test_only_where_evidence_is_asked_for_it_can_be_old(
    rung: int, fault: str | None, told: str
) -> None:
    question: Any = {"evidence": rung}
    assert backed_text(question, fault) == told
