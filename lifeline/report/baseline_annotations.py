"""What is worse or better than a baseline has it, as annotations on the lines of a pull request."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.report.accepted import better_text, worse_text
from lifeline.report.formats.concerns import ERROR, INVALID_FILE, NOTE
from lifeline.report.formats.github import DRAWN, annotation
from lifeline.report.formats.places import Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lifeline.model.baseline import Change

TITLE = "lifeline baseline"
REST = "{rest} not drawn here. All of them: lifeline baseline check{arguments}"


def annotated(found: dict[str, Any], arguments: str = "") -> list[str]:
    """Give the annotations, what is worse first, and how many GitHub does not draw.

    ``arguments`` were given on the command line, for the commands that are proposed.
    """
    places = Places()
    lines = [line for change in found["new"] for line in _worse(change, places)]
    lines += [_better(change, places, found["file"], arguments) for change in found["stale"]]
    rest = len(lines) - DRAWN
    if rest > 0:
        told = phrases.count(rest, "more remark") + (" is" if rest == 1 else " are")
        lines[DRAWN:] = [
            annotation(NOTE, [REST.format(rest=told, arguments=arguments)], title=TITLE)
        ]
    return lines


def _worse(change: Change, places: Places) -> Iterator[str]:
    file = places.shown(change["path"] or "")
    for problem in change["errors"]:
        key = f"{problem['key']}: " if problem["key"] else ""
        told, (line, column) = f"{key}{problem['message']}", (problem["line"], problem["column"])
        yield annotation(ERROR, [told], file=file, line=line, col=column, title=INVALID_FILE)
    if not change["errors"]:
        told, (line, column) = worse_text(change), (change["line"], change["column"])
        title = change["rule"] or TITLE
        message = [told, change["remedy"]]
        yield annotation(ERROR, message, file=file, line=line, col=column, title=title)


def _better(change: Change, places: Places, baseline: str, arguments: str) -> str:
    message = [better_text(change), f"Take it over: lifeline baseline prune{arguments}"]
    file = places.shown(change["path"] or baseline)
    return annotation(ERROR, message, file=file, line=change["line"], title=TITLE)
