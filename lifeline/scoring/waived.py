"""What the program tells of waivers that do nothing any more. Imported where an idea has some."""

from __future__ import annotations

from lifeline.model.idea import Note
from lifeline.model.words import EXPIRED, UNUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lifeline.model.assessment import Finding
    from lifeline.model.idea import Idea, Waiver
    from lifeline.scoring.completions import Completions

AGAIN = "Take it out of the file, or give it a new last day if you still accept this."
OUT = "Take it out of the file."


def of_waivers(
    idea: Idea, as_of: date, findings: Iterable[Finding], completions: Completions
) -> Iterator[Note]:
    """Tell of waivers that are over, and of those whose finding is not even possible.

    Of a rubric that is left out nothing is looked for, so nothing is told of its waivers either.
    """
    found = {finding["rule"] for finding in findings}
    for rule, waiver in sorted(idea.waivers.items()):
        if waiver.until < as_of:
            yield _at(waiver, _expired(rule, waiver, is_found=rule in found))
        elif rule not in found and rule.partition("/")[0] not in completions.left_out:
            message = f"{rule} is waived, and nothing of the kind is found."
            yield _at(waiver, Note(UNUSED, message, OUT))


def _expired(rule: str, waiver: Waiver, *, is_found: bool) -> Note:
    lead = f"The waiver of {rule} ended on {waiver.until}"
    if is_found:
        return Note(EXPIRED, f"{lead}, so this counts again.", AGAIN)
    return Note(EXPIRED, f"{lead}, and nothing of the kind is found.", OUT)


def _at(waiver: Waiver, note: Note) -> Note:
    note.line, note.column = waiver.line, waiver.column
    return note
