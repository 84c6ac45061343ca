"""Compares the fields of two entries that belong together; a table says how each is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import BREAKING, NONE, Change, Verdict, parted
from lifeline.authoring.difference.side import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.difference.side import Placed

Judge = Callable[[Any, Any], Verdict]
Judges = Mapping[str, Judge | Verdict | None]
"""What a changed field means, by its name: always the same, or by what it was and is; None where
it is judged elsewhere."""

WORDING = Verdict(NONE, "Only wording: no result changes.")
UNJUDGED = Verdict(BREAKING, "It may change results.")
NOTHING = "nothing"


def field_changes(old: Placed, new: Placed, folder: str, judges: Judges) -> Iterator[Change]:
    """Give what changed in the fields of an entry; a field that no table names is breaking."""
    for field, info in type(new.model).model_fields.items():
        judge = judges.get(field, UNJUDGED)
        before, after = old.value(field), new.value(field)
        if judge is not None and before != after:
            verdict = judge if isinstance(judge, Verdict) else judge(before, after)
            yield changed_field(old, new, folder, info.alias or field, verdict)


def changed_field(old: Placed, new: Placed, folder: str, key: str, verdict: Verdict) -> Change:
    """Tell of a field what it was and what it is."""
    spot = new.spot.at(*key.split("."))
    before, after = written(old.spot.at(*key.split("."))), written(spot)
    message = f"'{key}' of {new.name} {_said(before, after)}"
    return Change(verdict, folder, spot, message, before, after)


def _said(before: str | None, after: str | None) -> str:
    if before == after:
        return "is written as before, and what it rests on means something else."
    was, is_ = parted(before or NOTHING, after or NOTHING)
    return f"was: {was}; now: {is_.rstrip('.')}."
