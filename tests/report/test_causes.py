"""What each cause of a difference rests on, in sentences."""

from __future__ import annotations

import io
from typing import Any

from lifeline.report.causes import ONLY_STRICT, cause_lines
from lifeline.report.terminal import Terminal

NOTHING: dict[str, Any] = {
    **dict.fromkeys(("calendar", "evidence", "market", "rubric")),
    "changes": [],
    "parts": [],
}
SHORTER = {"low": 6, "high": 12, "verdict": "pass"}
LONGER = {"low": 3, "high": 12, "verdict": "unclear"}


def told(cause: str, ground: dict[str, Any], *, strict: bool = False, **idea: Any) -> str:
    terminal = Terminal(io.StringIO())
    lines = cause_lines({**NOTHING, cause: ground, **idea}, {"strict": strict}, terminal)
    return " ".join(" ".join(lines).split())


def test_days_that_passed_are_told_with_what_is_left_until_the_low_end() -> None:
    ground = {
        "as_of": {"old": "2026-10-01", "new": "2026-11-22"},
        "assessed": {"old": None, "new": "2026-10-01"},
        "days_left": {"old": 30, "new": -1},
        "waivers_ended": ["lifeline/rebuild-ahead"],
    }
    found = told("calendar", ground)
    assert "looked at from 1 October 2026, and now from 22 November 2026." in found
    assert "The day that the answers describe is 1 October 2026 now; it was not given." in found
    assert "the low end was 30 days away, and is past by 1 day now." in found
    assert "The waiver of lifeline/rebuild-ahead has ended." in found


def test_evidence_that_aged_moves_months_only_under_strict_and_says_so() -> None:
    ground = {"aged": ["lifeline/entry"], "renewed": ["lifeline/need"]}
    assert told("evidence", ground) == (
        "• evidence: too old or too little now, or answered too long ago: entry. Counts again for"
        " need. " + ONLY_STRICT
    )
    assert ONLY_STRICT not in told("evidence", ground, strict=True)


def test_a_record_of_the_market_that_changed_is_told_with_its_figures() -> None:
    ground = {
        "version": {"old": "2026-10-01", "new": "2026-11-01"},
        "parameters": [{"parameter": "tokens", "old": None, "new": 1000.0, "unit": "token"}],
        "speaks_against": ["lifeline/entry"],
        "no_longer": ["lifeline/need"],
    }
    found = told("market", ground)
    assert "the record is 2026-10-01 before, and 2026-11-01 now." in found
    assert (
        "The figure tokens was not known on the day described before, and is 1,000 tokens" in found
    )
    assert "The record speaks against the answer to entry now." in found
    assert "The record no longer speaks against the answer to need." in found
    assert found.endswith(ONLY_STRICT)


def test_a_set_that_changed_without_a_new_version_is_told_as_that() -> None:
    old, new = ({"set": "ngc", "version": version} for version in ("0.3.0", "0.3.1"))
    assert "judged by ngc 0.3.0 before, and by ngc 0.3.1 now." in told(
        "rubric", {"old": old, "new": new, "readable": True}
    )
    found = told("rubric", {"old": new, "new": new, "readable": False})
    assert "ngc 0.3.1 was changed, with the same version." in found
    assert "The older file cannot be read by the newer set." in found


def test_what_a_cause_moved_is_said_with_it_or_with_the_next() -> None:
    ground = {"aged": ["lifeline/entry"], "renewed": []}
    part = {"causes": ["evidence"], "old": SHORTER, "new": LONGER}
    found = told("evidence", ground, strict=True, parts=[part])
    assert found.endswith("This moves months: 6 to 12+ → 3 to 12+ and the verdict: pass → unclear.")
    both = {**part, "causes": ["evidence", "market"]}
    assert told("evidence", ground, strict=True, parts=[both]).endswith(
        "What this moves is told with the next cause."
    )
