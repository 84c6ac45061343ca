"""The whole report about an idea, as a file of text."""

from __future__ import annotations

import io
import os

from lifeline.errors import LifelineError
from lifeline.reading.saving.disk import ChangedMeanwhile, save
from lifeline.report.formats.text import TextReporter
from lifeline.report.run import Run
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.walk.sheet import Sheet


def name_for(path: str) -> tuple[str, str]:
    """Give what the name of a report about a file begins and ends with."""
    return f"{os.path.splitext(path)[0]}-report", ".txt"


def export(sheet: Sheet, name: str, choosing: str = "") -> str:
    """Write the report into a new file; give what speaks against it, "" when it is written."""
    try:
        save(name, report(sheet, choosing).encode(), None)
    except ChangedMeanwhile:
        return f"{name}: there is a file of this name. Give another one."
    except LifelineError as error:
        return str(error)
    return ""


def report(sheet: Sheet, choosing: str = "") -> str:
    """Give the text that ``lifeline score`` prints of the idea."""
    stream = io.StringIO()
    market = sheet.assessor.market
    how: dict[str, Any] = {"brief": False, "market": market, "choosing": choosing}
    how["strict"] = int(sheet.assessor.strict)
    run = Run(__version__, sheet.compiled, sheet.today, **how)
    reporter = TextReporter(stream, run)
    assessment = sheet.assessment()
    reporter.add(assessment)
    reporter.finish({"ideas": 1, assessment["verdict"]: 1})
    return stream.getvalue()
