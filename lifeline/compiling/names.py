"""Who is who in a set: the numbers of its questions and protections, and its quantities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeline.model.condition import Path
    from lifeline.model.rubric import Quantity, Question
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source


@dataclass(frozen=True)
class Spot:
    """Where in a source something stands, and the way to report a problem there."""

    source: Source
    path: Path

    def at(self, *steps: str | int) -> Spot:
        """Give a spot further inside."""
        return Spot(self.source, (*self.path, *steps))

    def report(self, message: str) -> None:
        """Record a problem here."""
        self.source.add(self.path, message)


@dataclass
class Names:
    """Every id of a set that a condition, formula or rule may name."""

    questions: dict[str, Question] = field(default_factory=dict)
    quantities: dict[str, tuple[Quantity, Spot]] = field(default_factory=dict)
    protections: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()


def collect(models: SetModels) -> Names:
    """Number the questions and protections of a set; an id used twice is reported."""
    names = Names(claims=frozenset(claim.id for claim in models.claims.claims))
    taken: set[str] = set()
    for source, rubric in models.rubrics:
        for kind in ("questions", "quantities", "protections"):
            for place, entry in enumerate(getattr(rubric, kind)):
                spot = Spot(source, (kind, place))
                if entry.id in taken:
                    spot.at("id").report(f"'{entry.id}' is taken by another entry of the set.")
                    continue
                taken.add(entry.id)
                _enter(names, kind, entry, spot)
        _check_rule_ids(source, rubric)
    return names


def _enter(names: Names, kind: str, entry: Question | Quantity, spot: Spot) -> None:
    if kind == "questions":
        names.numbers[entry.id] = len(names.questions)
        names.questions[entry.id] = entry  # type: ignore[assignment]
    elif kind == "quantities":
        names.quantities[entry.id] = (entry, spot)  # type: ignore[assignment]
    else:
        names.protections.append(entry.id)


def _check_rule_ids(source: Source, rubric: object) -> None:
    taken = {
        entry.id
        for kind in ("questions", "quantities", "protections")
        for entry in getattr(rubric, kind)
    }
    for place, rule in enumerate(getattr(rubric, "rules")):  # noqa: B009
        if rule.id in taken:
            Spot(source, ("rules", place, "id")).report(
                f"'{rule.id}' is taken by another entry of this rubric."
            )
        taken.add(rule.id)
