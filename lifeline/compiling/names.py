"""Who is who in a set: the numbers of its questions and protections, and its quantities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lifeline.model.rubric import Parameter, Protection, Quantity, Question

if TYPE_CHECKING:
    from lifeline.compiling.formulas import Measured
    from lifeline.model.condition import Path
    from lifeline.model.rubric import Rubric
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source

NOUNS = {"questions": "question", "quantities": "quantity", "protections": "protection"}
"""The kinds of entries whose ids are unique in a set."""


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
    measured: dict[str, Measured] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    claims: tuple[str, ...] = ()


def collect(models: SetModels) -> Names:
    """Number the questions and protections of a set; an id used twice is reported."""
    names = Names(claims=tuple(claim.id for claim in models.claims.claims))
    taken: dict[str, str] = {}
    questions = 0
    for source, rubric in models.rubrics:
        for kind, noun in NOUNS.items():
            for place, entry in enumerate(getattr(rubric, kind)):
                spot = Spot(source, (kind, place))
                if _is_new(entry.id, f"a {noun} of {source.name}", taken, spot):
                    _enter(names, entry, spot, questions)
                questions += kind == "questions"
        _enter_parameters(names, source, rubric)
        _check_rule_ids(source, rubric)
    return names


def _enter_parameters(names: Names, source: Source, rubric: Rubric) -> None:
    """Take the market parameters that a rubric names; several may name one, in the same unit."""
    for place, entry in enumerate(rubric.parameters):
        known = names.parameters.setdefault(entry.id, entry)
        if known.unit != entry.unit:
            spot = Spot(source, ("parameters", place, "unit"))
            spot.report(f"{entry.unit} differs from {known.unit}, which another rubric says.")


def _enter(names: Names, entry: object, spot: Spot, number: int) -> None:
    if isinstance(entry, Question):
        names.questions[entry.id] = entry
        names.numbers[entry.id] = number
    elif isinstance(entry, Quantity):
        names.quantities[entry.id] = (entry, spot)
    elif isinstance(entry, Protection):
        names.protections.append(entry.id)


def _check_rule_ids(source: Source, rubric: Rubric) -> None:
    taken = {
        entry.id: f"a {noun} of this rubric"
        for kind, noun in NOUNS.items()
        for entry in getattr(rubric, kind)
    }
    for place, rule in enumerate(rubric.rules):
        _is_new(rule.id, "a rule of this rubric", taken, Spot(source, ("rules", place)))


def _is_new(id_: str, whose: str, taken: dict[str, str], spot: Spot) -> bool:
    """Take an id, or report whose it is already."""
    if id_ in taken:
        spot.at("id").report(f"'{id_}' is already the id of {taken[id_]}.")
        return False
    taken[id_] = whose
    return True
