"""Puts a set upon the one that it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.model.extending import prefix_of, unprefixed
from lifeline.reading.overriding import overridden
from lifeline.reading.sets import CLAIMS_FILE

if TYPE_CHECKING:
    from lifeline.model.rubric import Retired, Rubric, RubricSet
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.standing import Standing
    from lifeline.reading.validation import Source

    Rubrics = list[tuple[Source, Rubric]]

PREFIXED = ("questions", "quantities", "protections")
"""What is named without its rubric, and so could be mistaken for something of another set."""

RETIRABLE = ("questions", "protections", "rules")
"""What a retired id can lead to: no rubric and no quantity, though one may be called the same."""

INHERITED = ("gate", "valid_for")
"""What a set takes over of the set that it extends, unless it says its own."""


def stand_on(models: SetModels, base: SetModels) -> None:
    """Put a set upon the one that it extends; what does not fit is recorded."""
    own, head = models.set, models.sources[0]
    named = own.extends.set if own.extends else ""
    if base.set.set != named:
        message = f"'{named}' is the folder of a set that is called {base.set.set}."
        head.add(("extends", "set"), f"{message} Expected the same name for both.")
    _check_prefixes(own, models.rubrics)
    rubrics, models.standing = overridden(own, head, base.rubrics, base.standing)
    models.rubrics = [*rubrics, *models.rubrics]
    models.retired += _still_retired(base, models.standing)
    models.extends = {base.set.set: base.set.version, **base.extends}
    kept = [key for key in INHERITED if key not in own.model_fields_set]
    models.set = own.model_copy(update={key: getattr(base.set, key) for key in kept})
    for kind in ("sources", "claims"):
        _check_new(kind, models, base)
    both = {
        kind: [*getattr(base.claims, kind), *getattr(models.claims, kind)]
        for kind in ("sources", "claims")
    }
    models.claims = models.claims.model_copy(update=both)
    models.sources += base.sources
    models.texts = [*base.texts, *models.texts]


def _check_new(kind: str, models: SetModels, base: SetModels) -> None:
    """Record claims, or sources of claims, whose ids the extended set has already."""
    taken = {entry.id for entry in getattr(base.claims, kind)}
    source = next((s for s in models.sources if s.name.rpartition("/")[2] == CLAIMS_FILE), None)
    for place, entry in enumerate(getattr(models.claims, kind)):
        if source and entry.id in taken:
            message = f"'{entry.id}' is already an id in {base.set.set}."
            source.add((kind, place, "id"), message)


def _check_prefixes(own: RubricSet, rubrics: Rubrics) -> None:
    """Report every id that a set adds and that lacks the set's own name before it."""
    for source, rubric in rubrics:
        for kind in PREFIXED:
            for place, entry in enumerate(getattr(rubric, kind)):
                if not entry.id.startswith(prefix_of(own)):
                    source.add((kind, place, "id"), unprefixed(entry.id, own))


def _still_retired(base: SetModels, standing: Standing) -> list[tuple[Source, int, Retired]]:
    """Give the retired ids of the extended set, but for choices of a question that is off."""
    off = {
        id_.partition("/")[2] if put.kind == "questions" else id_  # as idea files know it
        for id_, put in standing.off.items()
        if put.kind in RETIRABLE
    }
    return [
        (source, place, _without(entry, off))
        for source, place, entry in base.retired
        if entry.id.partition(".")[0] not in off
    ]


def _without(entry: Retired, off: set[str]) -> Retired:
    """Give an entry that leads to nothing that is off."""
    use = [id_ for id_ in entry.use if id_ not in off]
    if use == entry.use:
        return entry
    return entry.model_copy(update={"use": use})
