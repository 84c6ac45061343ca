"""The numbers that a question is tried with: of each span the one that asks for least."""

from __future__ import annotations

from typing import Any

import pytest

from lifeline.insight.whatif.spans import Span, spans_of
from lifeline.insight.whatif.words import span_told

FIRST = Span(0, 6, is_first=True, is_last=False)
MIDDLE = Span(6, 12, is_first=False, is_last=False)
LAST = Span(12, 24, is_first=False, is_last=True)
NARROW = Span(0.5, 1, is_first=True, is_last=False)


@pytest.mark.parametrize(
    ("span", "top"),
    [
        (FIRST, 5),
        (MIDDLE, 11),
        (LAST, 24),
        (NARROW, 0.75),
        (Span(5, 6, is_first=False, is_last=False), 5),
    ],
)
def test_the_greatest_number_that_is_named_is_a_whole_step_below_the_end(
    span: Span, top: float
) -> None:
    assert span.top == top


@pytest.mark.parametrize(
    ("today", "better", "nearest"),
    [
        (None, "higher", 6),
        (None, "lower", 11),
        (None, "none", 6),
        ((3, 3), "higher", 6),
        ((18, 18), "higher", 11),
        ((18, 18), "lower", 11),
        ((3, 3), "lower", 6),
        ((11.5, 11.5), "higher", 11.5),
        ((6, 6), "lower", 6),
        ((12, 12), "higher", 11),
        ((2, 8), "higher", 6),
        ((2, 8), "lower", 8),
        ((8, 30), "higher", 8),
        ((8, 30), "lower", 11),
    ],
)
def test_the_number_nearest_to_what_is_known_today_is_tried(
    today: tuple[float, float] | None, better: str, nearest: float
) -> None:
    assert MIDDLE.nearest(today, better) == nearest


def question(cuts: list[float], bands: list[tuple[float, float]] | None = None) -> Any:
    return {"least": 0, "most": 24, "cuts": cuts, "bands": bands}


def told(asked: Any, *, scored: bool) -> list[tuple[float, float, bool, bool]]:
    return [(s.low, s.high, s.is_first, s.is_last) for s in spans_of(asked, scored=scored)]


def test_numbers_are_cut_where_a_condition_or_a_score_tells_them_apart() -> None:
    assert told(question([]), scored=True) == [(0, 24, True, True)]
    assert told(question([12, 6]), scored=False) == [
        (0, 6, True, False),
        (6, 12, False, False),
        (12, 24, False, True),
    ]
    banded = question([6], [(0, 0), (12, 1)])
    assert told(banded, scored=False) == [(0, 6, True, False), (6, 24, False, True)]
    assert [low for low, *_ in told(banded, scored=True)] == [0, 6, 12]


def test_a_span_names_only_the_ends_that_it_does_not_share_with_the_question() -> None:
    assert span_told(None) is None
    assert span_told(FIRST) == {"at_least": None, "below": 6}
    assert span_told(MIDDLE) == {"at_least": 6, "below": 12}
    assert span_told(LAST) == {"at_least": 12, "below": None}
