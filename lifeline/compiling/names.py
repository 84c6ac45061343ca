"""Who is who in a set: the numbers of its questions and protections, and its quantities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lifeline.model.rubric import Parameter, Protection, Quantity, Question
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.compiling.formulas import Measured
    from lifeline.model.condition import Path
    from lifeline.model.rubric import Rubric, Use
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.standing import Off
    from lifeline.reading.validation import Source

NOUNS = {"questions": "question", "quantities": "quantity", "protections": "protection"}
"""The kinds of entries whose ids are unique in a set."""


@dataclass(frozen=True)
class Spot:
    """Where in a source something stands, and the way to report a problem there.

    ``otherwise`` are the spots at which a set that extends this one says something else, by the
    way inside to what it takes the place of.
    """

    source: Source
    path: Path
    otherwise: dict[Path, Spot] = field(default_factory=dict, compare=False)

    def at(self, *steps: str | int) -> Spot:
        """Give a spot further inside; of what is said otherwise, the one where it is said."""
        if steps in self.otherwise:
            return self.otherwise[steps]
        depth = len(steps)
        inside = {way[depth:]: s for way, s in self.otherwise.items() if way[:depth] == steps}
        return Spot(self.source, (*self.path, *steps), inside)

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
    off: dict[str, Off] = field(default_factory=dict)
    """What a set switches off of the one that it extends, by every name that one may give it."""

    def unknown(self, word: str, known: Iterable[str], noun: str) -> str:
        """Say that a word is not a known one: that it is off, or which one was perhaps meant."""
        if word not in self.off:
            return not_among(word, known, noun)
        return f"'{word}' {self.off[word].told()}"


def rubric_spot(models: SetModels, source: Source, rubric: Rubric) -> Spot:
    """Give where a rubric stands."""
    return Spot(source, (), _otherwise(models, rubric.rubric))


def entries_of(
    models: SetModels, source: Source, rubric: Rubric, kind: str
) -> Iterator[tuple[Any, Spot]]:
    """Give the entries of a kind of a rubric, each with where it stands.

    In a set that extends another one some may be off, so their numbers are no places.
    """
    for number, entry in enumerate(getattr(rubric, kind)):
        place = models.standing.place(source, kind, number)
        yield entry, Spot(source, (kind, place), _otherwise(models, f"{rubric.rubric}/{entry.id}"))


def _otherwise(models: SetModels, id_: str) -> dict[Path, Spot]:
    said = models.standing.said.get(id_, {})
    return {way: Spot(source, path) for way, (source, path) in said.items()}


def uses_of(models: SetModels, source: Source, rubric: Rubric) -> Iterator[tuple[Use, Spot]]:
    """Give what the score of a rubric counts of other ones, each with where that is named."""
    for number, use in enumerate(rubric.uses):
        place = models.standing.place(source, "uses", number)
        yield use, Spot(source, ("uses", place, "question"))


def collect(models: SetModels) -> Names:
    """Number the questions and protections of a set; an id used twice is reported."""
    names = Names(claims=tuple(claim.id for claim in models.claims.claims), off=_off(models))
    taken: dict[str, str] = {}
    questions = 0
    for source, rubric in models.rubrics:
        for kind, noun in NOUNS.items():
            for entry, spot in entries_of(models, source, rubric, kind):
                if _is_new(entry.id, f"a {noun} of {source.name}", taken, spot):
                    _enter(names, entry, spot, questions)
                questions += kind == "questions"
        _enter_parameters(names, source, rubric)
        _check_rule_ids(models, source, rubric)
    return names


def _off(models: SetModels) -> dict[str, Off]:
    """Give what is off as ``RUBRIC/ID``, and what is named without its rubric by that, too."""
    off = models.standing.off
    bare = {id_.partition("/")[2]: each for id_, each in off.items() if each.kind in NOUNS}
    return {**off, **bare}


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


def _check_rule_ids(models: SetModels, source: Source, rubric: Rubric) -> None:
    taken = {
        entry.id: f"a {noun} of this rubric"
        for kind, noun in NOUNS.items()
        for entry in getattr(rubric, kind)
    }
    for rule, spot in entries_of(models, source, rubric, "rules"):
        _is_new(rule.id, "a rule of this rubric", taken, spot)


def _is_new(id_: str, whose: str, taken: dict[str, str], spot: Spot) -> bool:
    """Take an id, or report whose it is already."""
    if id_ in taken:
        spot.at("id").report(f"'{id_}' is already the id of {taken[id_]}.")
        return False
    taken[id_] = whose
    return True
