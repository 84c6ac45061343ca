"""Lays the entries of two versions side by side, by the ids that they have now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.holding import When
from lifeline.authoring.difference.meaning import Meanings
from lifeline.authoring.difference.renames import Renames, renames
from lifeline.authoring.difference.side import Placed, Side
from lifeline.compiling.conditions import ALWAYS, compile_condition
from lifeline.compiling.formulas import compile_quantities
from lifeline.compiling.names import collect, entries_of, rubric_spot
from lifeline.model.formula import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.compiling.names import Spot
    from lifeline.model.rubric import Rubric

    Entries = dict[str, Placed]
    Both = tuple[Entries, Entries]


class Pairing:
    """Two versions of a set; each kind of entry as a pair of mappings, old and new, by id."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.renames = renames(old.compiled, new.compiled)
        self._named = ((old, self.renames), (new, Renames()))

    @cached_property
    def questions(self) -> Both:
        """The questions by their bare ids, under which idea files answer them."""
        old, new = (_questions(*side) for side in self._named)
        return old, new

    @cached_property
    def protections(self) -> Both:
        """The protections, as ``RUBRIC/ID``."""
        old, new = (_reasoned(*side, "protections") for side in self._named)
        return old, new

    @cached_property
    def rules(self) -> Both:
        """The rules, as ``RUBRIC/ID``."""
        old, new = (_reasoned(*side, "rules") for side in self._named)
        return old, new

    @cached_property
    def rubrics(self) -> Both:
        """The rubrics themselves."""
        old, new = (_rubrics(*side) for side in self._named)
        return old, new


def _questions(side: Side, names: Renames) -> Entries:
    deciding = side.compiled["deciding"]
    compiled = deciding["questions"]
    meanings = Meanings(compiled, names)
    found = {}
    for _, model, spot in _entries(side, "questions"):
        question = compiled[side.compiled["index"][model.id]]
        decides = {
            "rubric": question["rubric"],
            "when": When(question["when"] or ALWAYS, deciding, meanings),
            "unit": units_of(model.unit or "1"),
            "weight": question["weight"] if model.is_scored else None,
            "bands": [(band.at_least, band.points) for band in model.bands or ()],
            "evidence": question["evidence"],
        }
        placed = Placed(f"question {model.id}", model.id, model, spot, decides)
        found[names.question(model.id)] = placed
    return found


def _reasoned(side: Side, names: Renames, kind: str) -> Entries:
    deciding, noun = side.compiled["deciding"], kind.removesuffix("s")
    meanings = Meanings(deciding["questions"], names)
    rules = (*deciding["protections"], *deciding["caps"], *deciding["findings"])
    conditions = {entry["id"]: entry["when"] for entry in rules}
    own = {entry["id"].rpartition("/")[2]: entry["id"] for entry in deciding["protections"]}
    found = {}
    for rubric, model, spot in _entries(side, kind):
        id_ = f"{rubric.rubric}/{model.id}"
        decides: dict[str, Any] = {"when": When(conditions[id_], deciding, meanings)}
        if kind == "rules":
            lifts = {names.rule(own[lift]): months for lift, months in model.unless.items()}
            decides["unless"] = lifts
        found[names.rule(id_)] = Placed(f"{noun} {id_}", id_, model, spot, decides)
    return found


def _entries(side: Side, kind: str) -> Iterator[tuple[Rubric, Any, Spot]]:
    for source, rubric in side.models.rubrics:
        for model, spot in entries_of(side.models, source, rubric, kind):
            yield rubric, model, spot


def _rubrics(side: Side, names: Renames) -> Entries:
    found = {}
    deciding, known = side.compiled["deciding"], collect(side.models)
    compile_quantities(known)
    meanings = Meanings(deciding["questions"], names)
    for source, rubric in side.models.rubrics:
        spot = rubric_spot(side.models, source, rubric)
        when = compile_condition(rubric.when, spot.at("when"), known)
        uses = {names.question(use.question): use.weight for use in rubric.uses}
        decides = {"uses": uses, "when": When(when, deciding, meanings)}
        name = f"rubric {rubric.rubric}"
        found[rubric.rubric] = Placed(name, rubric.rubric, rubric, spot, decides)
    return found
