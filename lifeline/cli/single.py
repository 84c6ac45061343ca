"""What verbs about one idea share: that it is one file, and that its day has come."""

from __future__ import annotations

import os

from lifeline.errors import UsageError
from lifeline.report.phrases import day_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment


def require_file(path: str) -> None:
    """Ask that a path is no folder.

    Raises:
        UsageError: when it is one.
    """
    if os.path.isdir(path):
        raise UsageError(f"lifeline: {path}: is a folder: name one idea file.")


def still_ahead(assessment: Assessment, *, is_day_given: bool) -> str:
    """Say that the day which the answers describe is still to come; "" where it is not.

    Args:
        assessment: what the idea came to.
        is_day_given: whether somebody says from which day one looks, so that this is not today.
    """
    assessed, as_of = assessment["assessed"], assessment["as_of"]
    if assessed is None or assessed <= as_of:
        return ""
    seen = f", seen from {day_text(as_of)}" if is_day_given else ""
    return (
        f"lifeline: {assessment['path']}: 'assessed' is in the future"
        f" ({day_text(assessed)}){seen}. Write the day that the answers describe."
    )
