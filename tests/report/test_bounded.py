"""Where a search was cut short, people are told what was tried all the same."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest

from lifeline.report.terminal import Terminal
from lifeline.report.whatif import brief
from lifeline.report.whatif.bounded import bounded_text
from lifeline.report.whatif.holding import holding_lines

SEARCHED = {"up_to": 4, "tries": 30, "bound": 1000}
HELD = {"id": "field/ends", "movable": False, "because": "It is so.", "facts": []}


@pytest.mark.parametrize(
    ("complete_to", "begin"),
    [(0, "Not every single change"), (1, "Every single change"), (2, "Every plan of up to 2")],
)
def test_what_was_tried_is_told(complete_to: int, begin: str) -> None:
    text = bounded_text({**SEARCHED, "complete_to": complete_to})
    assert text.startswith(begin)
    assert "30 sets" in text
    assert text.endswith("there may be more.")


def test_nothing_is_told_where_no_plan_is_missing() -> None:
    assert not bounded_text({**SEARCHED, "complete_to": 4})


def search(complete_to: int, held: list[Any], **best: Any) -> dict[str, Any]:
    return {
        "target": {"kind": "months", "at_least": 12},
        "reached": False,
        "plans": [],
        "find_out": [],
        "held": held,
        "best": {"months": 3, "plans": [], **best},
        "searched": {**SEARCHED, "complete_to": complete_to},
    }


@pytest.mark.parametrize(("complete_to", "is_told"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_report_tells_it_where_less_was_tried_than_is_promised(
    complete_to: int, is_told: bool
) -> None:
    found = search(complete_to, [HELD], exact=True)
    text = " ".join(brief.lay_out(found, Terminal(StringIO()), ""))
    assert ("there may be more" in text) is is_told


def test_that_nothing_lifts_it_above_some_months_is_said_only_where_all_was_tried() -> None:
    sure, short = (
        " ".join(holding_lines(search(2, [HELD], exact=exact), Terminal(StringIO())))
        for exact in (True, False)
    )
    assert "Nothing you can change lifts this above 3 months." in sure
    assert "lifts this above" not in short
    assert "Nothing that you can change by yourself is enough for that." in short


def test_that_more_changes_are_needed_is_said_only_where_all_was_tried() -> None:
    movable = [{**HELD, "movable": True}]
    sure, short = (
        " ".join(holding_lines(search(complete_to, movable, exact=True), Terminal(StringIO())))
        for complete_to in (4, 1)
    )
    assert "take more changes" in sure
    assert "take more changes" not in short
