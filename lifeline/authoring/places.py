"""Finds places in braces that nobody fills in: only findings with a clock have something there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.bench import KINDS, RUBRICS
from lifeline.authoring.finding import found_at
from lifeline.compiling.clocks import KNOWN_PLACES, places_in
from lifeline.compiling.names import Spot
from lifeline.compiling.overlay import words_of
from lifeline.compiling.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.condition import Path


def unfilled_places(bench: Bench) -> Iterator[Finding]:
    """Find the texts in which a founder would read ``{answer}`` or ``{clock}`` as it stands."""
    filled = {f["id"] for f in bench.deciding["findings"] if f["when"][0] == "against"}
    for entry, texts in words_of(texts_of(bench.models, "")).items():
        if entry[0] == "claims" or (entry[0] == "reasons" and entry[1] in filled):
            continue
        for path, text in texts.items():
            for place in [known for known in KNOWN_PLACES if known in places_in(text)]:
                yield found_at(
                    _spot(bench, entry, path),
                    "text-places",
                    f"nothing is filled in here for {place}, so it would be read as it stands.",
                    "Say it in words. Only 'because' and 'remedy' of a finding that lays a number"
                    " against a clock can have such places.",
                )


def _spot(bench: Bench, entry: Path, path: Path) -> Spot:
    """Give where a text stands: in an entry, or in what the set says of one that it takes over."""
    section, id_ = entry[0], str(entry[-1])
    if section == "set":
        return Spot(bench.models.sources[0], path)
    kinds = (kind for kind in (RUBRICS, *KINDS) if (kind, id_) in bench.spots)
    return bench.spot(next(kinds), id_, *_steps(bench, id_, path))


def _steps(bench: Bench, id_: str, path: Path) -> Path:
    """Give the way to a text inside its entry; choices stand there in a list."""
    if path[0] != "choices":
        return path
    choices = bench.deciding["questions"][bench.ids.index(id_)]["choices"]
    return "choices", choices[str(path[1])], "label"
