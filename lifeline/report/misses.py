"""The misses of a back-test for people: what was said, what happened, and what misled."""

from __future__ import annotations

from lifeline.report.phrases import count, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Miss = dict[str, Any]

KINDS = {
    "too-short": ("judged too short", "Several caps together."),
    "too-long": ("judged too long", "No cap was short enough."),
}
"""What a miss is called, and what is said where nothing by itself misled."""


def misses(found: list[Miss], terminal: Terminal) -> list[str]:
    """Tell every miss, those that were judged too short first."""
    bullet = terminal.signs["bullet"]
    lines = []
    for kind in KINDS:
        for miss in found:
            if miss["kind"] == kind:
                lines += terminal.paragraph(_sentence(miss), 2, bullet)
    return lines


def _sentence(miss: Miss) -> str:
    words, by_nothing = KINDS[miss["kind"]]
    months = count(miss["observed"], "month")
    held = f"held for {months} or more" if miss["still_holding"] else f"ended after {months}"
    rules = ", ".join(rule.rpartition("/")[2] for rule in miss["misled_by"])
    misled = f"Misled by {rules}." if rules else by_nothing
    return f"{miss['name']}: {words}, {short(miss['months'])}; {held}. {misled}"
