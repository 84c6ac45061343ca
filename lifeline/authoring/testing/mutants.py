"""A set in weakened forms, on its compiled data: what vectors should notice, one change at a time.

Each rule is left out. Each cap is one step longer (0, 3, 6, off). Each protection under ``unless``
is taken away, and lifts one step less and one step more. The conditions of rules and protections
are changed as ``weakening`` says. Each finding goes to the other side of what the gate looks at.
Where scores are expected, each choice with points loses them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lifeline.authoring.testing.weakening import NEVER, changes_to
from lifeline.compiling.conditions import atoms_in
from lifeline.model.words import CAP_MONTHS, FULL, LEVELS
from lifeline.scoring.gate import gated_levels
from lifeline.scoring.resolving import with_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.compiling.names import Spot
    from lifeline.model.compiled import Cap, Condition, Deciding, Finding, Question
    from lifeline.scoring.resolving import KnownFigures

STEPS = (*CAP_MONTHS, FULL)


@dataclass(frozen=True)
class Mutant:
    """A changed set: ``entry`` of the list ``where`` in its data stands in the place of ``old``.

    ``entry`` is None where it is left out.
    """

    kind: str
    id: str
    spot: Spot
    message: str
    where: str
    place: int
    old: Any
    entry: Any

    def with_values(self, values: KnownFigures) -> Mutant:
        """Give the change as it is with the values of parameters."""
        if not values or "when" not in self.old or self.where == "questions":
            return self
        entry = None if self.entry is None else with_values(self.entry, values)
        return replace(self, old=with_values(self.old, values), entry=entry)

    def applied(self, deciding: Deciding) -> Deciding:
        """Give the data of the set with the change."""
        entries: list[Any] = list(deciding[self.where])  # type: ignore[literal-required]
        entries[self.place : self.place + 1] = [] if self.entry is None else [self.entry]
        changed: Deciding = {**deciding, self.where: entries}  # type: ignore[misc]
        if self.kind == "condition":
            changed["questions"] = _asked(deciding["questions"], self.entry["when"])
        return changed


def mutants(bench: Bench, scored: set[str]) -> Iterator[Mutant]:
    """Give every weakened form of a set; points of the rubrics whose scores are expected too."""
    deciding = bench.deciding
    for place, protection in enumerate(deciding["protections"]):
        spot = bench.spot("protections", protection["id"])
        yield from _conditions(deciding, "protections", place, spot.at("when"))
    for place, cap in enumerate(deciding["caps"]):
        spot = bench.spot("rules", cap["id"])
        yield from _rule(deciding, "caps", place, spot)
        yield from _lengths(cap, place, spot)
        yield from _lifts(cap, place, deciding, spot)
    for place, finding in enumerate(deciding["findings"]):
        spot = bench.spot("rules", finding["id"])
        yield from _rule(deciding, "findings", place, spot)
        if finding["id"].partition("/")[0] not in bench.optional:  # at these no gate looks
            yield from _levels(finding, place, deciding, spot)
    for number in sorted(
        {n for s in deciding["scores"] if s["rubric"] in scored for n, _ in s["parts"]}
    ):
        spot = bench.spot("questions", bench.ids[number])
        yield from _points(deciding["questions"][number], number, bench.ids[number], spot)


def _rule(deciding: Deciding, where: str, place: int, spot: Spot) -> Iterator[Mutant]:
    rule = deciding[where][place]  # type: ignore[literal-required]
    message = f"no vector notices when {rule['id']} is left out."
    yield Mutant("rule", rule["id"], spot, message, where, place, rule, None)
    yield from _conditions(deciding, where, place, spot.at("when"), but=NEVER)


def _conditions(
    deciding: Deciding, where: str, place: int, spot: Spot, but: Condition | None = None
) -> Iterator[Mutant]:
    """Change the condition of an entry, ``but`` not into this one, which is tried otherwise."""
    old = deciding[where][place]  # type: ignore[literal-required]
    for told, when in changes_to(old["when"], deciding["questions"]):
        if when != but:
            message = f"no vector notices when the condition of {old['id']} {told}."
            entry = {**old, "when": when}
            yield Mutant("condition", old["id"], spot, message, where, place, old, entry)


def _lengths(cap: Cap, place: int, spot: Spot) -> Iterator[Mutant]:
    longer = STEPS[STEPS.index(cap["months"]) + 1]
    what = (
        "takes no month away" if longer == FULL else f"allows {longer} months, not {cap['months']}"
    )
    lifts = [(number, max(to, longer)) for number, to in cap["lifts"]]
    entry: Cap = {**cap, "months": longer, "lifts": lifts}
    message = f"no vector notices when {cap['id']} {what}."
    yield Mutant("cap", cap["id"], spot.at("cap"), message, "caps", place, cap, entry)


def _lifts(cap: Cap, place: int, deciding: Deciding, spot: Spot) -> Iterator[Mutant]:
    """Change how far each protection lifts a cap; to the cap's own months is not at all."""
    for number, (protection, months) in enumerate(cap["lifts"]):
        id_ = deciding["protections"][protection]["id"]
        beside = STEPS[STEPS.index(months) - 1], *STEPS[STEPS.index(months) + 1 :][:1]
        for to in sorted({cap["months"], *beside}):
            lifts = [*cap["lifts"][:number], (protection, to), *cap["lifts"][number + 1 :]]
            lifting = f"lifts it to {to} months, not {months}"
            what = "does not lift it" if to == cap["months"] else lifting
            yield Mutant(
                "lift",
                cap["id"],
                spot.at("unless", id_.rpartition("/")[2]),
                f"no vector notices when in {cap['id']} {id_} {what}.",
                "caps",
                place,
                cap,
                {**cap, "lifts": lifts},
            )


def _levels(finding: Finding, place: int, deciding: Deciding, spot: Spot) -> Iterator[Mutant]:
    """Let the gate look at a finding that it passes over, and the reverse."""
    gated = gated_levels(deciding["gate"])
    others = [level for level in LEVELS if level not in gated]
    if gated and others:
        level = others[0] if finding["level"] in gated else gated[-1]
        message = f"no vector notices when {finding['id']} is a {level}, not a {finding['level']}."
        entry: Finding = {**finding, "level": level}
        spot = spot.at("finding")
        yield Mutant("level", finding["id"], spot, message, "findings", place, finding, entry)


def _points(question: Question, number: int, id_: str, spot: Spot) -> Iterator[Mutant]:
    points = question["points"] or []
    for place, word in enumerate(question["choices"] or ("no", "yes")):
        if place < len(points) and points[place]:
            lost = [*points[:place], 0.0, *points[place + 1 :]]
            entry: Question = {**question, "points": lost}
            message = f"no vector notices when '{word}' of {id_} has no points."
            inner = spot.at("choices", place) if question["choices"] else spot
            yield Mutant("points", id_, inner, message, "questions", number, question, entry)


def _asked(questions: list[Question], when: Condition) -> list[Question]:
    """Let the numbers of a changed condition be told apart, where nothing did so before."""
    found = list(questions)
    for atom in atoms_in(when):
        if atom[0] == "at-least" and atom[2] not in found[atom[1]]["cuts"]:
            question = found[atom[1]]
            found[atom[1]] = {
                **question,
                "atoms": [*question["atoms"], atom],
                "cuts": sorted({*question["cuts"], atom[2]}),
            }
    return found if found != questions else questions
