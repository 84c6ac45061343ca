"""How to begin with an idea of which nothing is answered."""

from __future__ import annotations

import shlex

from lifeline.reading.finding.discovery import STDIN_NAME
from lifeline.report.headings import NOTHING_ANSWERED, NOTHING_ASKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment


def begin_text(assessment: Assessment, choosing: str = "") -> str:
    """Say what to type: with the path of the file, and ``choosing`` its set."""
    if not assessment["completeness"]["asked"]:
        return NOTHING_ASKED
    return NOTHING_ANSWERED.format(file=file_text(assessment, choosing))


def file_text(assessment: Assessment, choosing: str = "") -> str:
    """Name the file of an idea on a command line, with the words that choose its set."""
    path = assessment["path"]
    return f"{'FILE' if path == STDIN_NAME else shlex.quote(path)}{choosing}"
