"""Says where a search was cut short: what was tried all the same, and that there may be more."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

BOUNDED = (
    "{tried} Of larger ones, up to {up_to} changes,"
    " {tries} sets were looked at, and then it was enough: there may be more."
)
CUT = (
    "Not every single change was tried: the rules of this set take long to judge. {tries} sets of"
    " up to {up_to} changes were looked at, and then it was enough: there may be more."
)
SINGLE = "Every single change was tried."
SEVERAL = "Every plan of up to {complete_to} changes was tried."

PROMISED = 2
"""Changes of a plan: up to so many every plan is found, but in sets that take long to judge."""


def bounded_text(searched: Entry) -> str:
    """Say how far was looked; nothing where no plan is missing."""
    complete_to = searched["complete_to"]
    if complete_to >= searched["up_to"]:
        return ""
    if not complete_to:
        return CUT.format(**searched)
    tried = SINGLE if complete_to == 1 else SEVERAL.format(**searched)
    return BOUNDED.format(tried=tried, **searched)


def cut_text(searched: Entry) -> str:
    """Say it only where less was tried than is always promised."""
    return bounded_text(searched) if searched["complete_to"] < PROMISED else ""
