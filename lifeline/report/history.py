"""What history says, in sentences: of products judged like this one, and of a rule."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report.phrases import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Lifeline

    Lasted = dict[str, Any]


def tier_text(history: dict[str, Any] | None, lifeline: Lifeline) -> str:
    """Say how long products lasted that were judged like this one; "" where history says nothing.

    Products are grouped by the low end of their range. Of an open range, history is told for both
    of its ends.
    """
    if history is None:
        return ""
    months = lifeline["months"]
    tiers = {tier["months"]: tier for tier in history["tiers"]}
    told = [_tier(tiers[end]) for end in dict.fromkeys(months.values()) if end in tiers]
    return f"In history (n = {history['cases']}): {'; '.join(told)}." if told else ""


def _tier(tier: Lasted) -> str:
    return f"{count(tier['cases'], 'product')} {judged_text(tier['months'])}: {_lasted(tier)}"


def judged_text(low: int) -> str:
    """Say what was foretold of products, by the low end of their range."""
    return (
        f"judged to last {f'{low} months or more' if low == FULL else f'as little as {low} months'}"
    )


def rule_text(history: dict[str, Lasted] | None, demanded_by: str | None) -> str:
    """Say how long the products lasted in which a rule held, and the others; "" for neither."""
    told = _held(history) if history else ""
    if demanded_by:
        told += f" Fewer than three dated products bear it out: {demanded_by} demands it."
    return told.lstrip()


def _held(history: dict[str, Lasted]) -> str:
    held, others = history["held"], history["others"]
    cases = held["cases"] + others["cases"]
    if not held["cases"]:
        return f"In history, it surely held for none of {count(cases, 'product')}."
    told = f"In history, it surely held for {held['cases']} of {count(cases, 'product')}: "
    told += f"{_lasted(held)}."
    return f"{told} The others: {_lasted(others)}." if others["cases"] else told


def _lasted(group: Lasted) -> str:
    """Say how long a group lasted: ``10 of 11 ended, the median after 9 months``."""
    ended = f"{group['ended']} of {group['cases']} ended"
    if group["median"] is None:
        return f"{ended}, more than half still held when last seen"
    months = f"{group['median']:g} {'month' if group['median'] == 1 else 'months'}"
    return f"{ended}, the median after {months}"
