"""What is told about an entry of a set, as plain data with its place in the rubric's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.reading.nodes import find
from lifeline.reading.set_models import place_of

if TYPE_CHECKING:
    from lifeline.authoring.bench import Bench
    from lifeline.authoring.testing.mutants import Mutant
    from lifeline.authoring.testing.needed_answers import Need
    from lifeline.compiling.names import Spot


def gaps_in_order(gaps: list[Need] | list[Mutant], bench: Bench) -> list[dict[str, Any]]:
    """Give gaps as plain data, in the order of the set's files and their lines."""
    names = [source.name for source in bench.models.sources]
    found = [(gap, *_place(gap.spot)) for gap in gaps]
    found.sort(key=lambda each: (names.index(each[0].spot.source.name), *each[1:]))
    return [
        {
            "kind": gap.kind,
            "id": gap.id,
            "path": place_of(bench.models.folder, gap.spot.source.name),
            "line": line,
            "column": column,
            "message": gap.message,
        }
        for gap, line, column in found
    ]


def _place(spot: Spot) -> tuple[int, int]:
    """Give line and column of a spot, or as near to it as the file goes, counted from 1."""
    assert spot.source.root is not None, "a file that was compiled has a root"
    mark = find(spot.source.root, spot.path)[0].start_mark
    return mark.line + 1, mark.column + 1
