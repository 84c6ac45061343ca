"""How to begin with an idea of which nothing is answered."""

from __future__ import annotations

import shlex

from lifeline.reading.finding.discovery import STDIN
from lifeline.report.headings import NOTHING_ANSWERED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment


def begin_text(assessment: Assessment) -> str:
    """Say what to type, with the path of the file."""
    path = assessment["path"]
    return NOTHING_ANSWERED.format(path="FILE" if path == STDIN else shlex.quote(path))
