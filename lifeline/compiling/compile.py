"""Compiles the models of a set into plain data, and reports what only the whole set can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.compiling.clocks import asked_by, check_places, compile_against_clock
from lifeline.compiling.conditions import atoms_in, compile_condition, reads
from lifeline.compiling.formulas import compile_quantities, parameters_in, questions_in
from lifeline.compiling.hashes import digest
from lifeline.compiling.names import Names, Spot, collect, entries_of, uses_of
from lifeline.compiling.optional import MOVES, check_readers, optional_protections, optional_rubrics
from lifeline.compiling.order import in_order
from lifeline.compiling.overlay import lay_over
from lifeline.compiling.retired import compile_retired
from lifeline.compiling.texts import texts_of
from lifeline.model.condition import ClockName, Comparison
from lifeline.model.words import CAUSES, CLOCKS, PROGRAM_FINDINGS, RUNGS
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.compiling.optional import Reader
    from lifeline.model.compiled import (
        Cap,
        CompiledSet,
        Condition,
        Deciding,
        Finding,
        Parameter,
        Protection,
        Question,
        Score,
    )
    from lifeline.model.condition import Condition as ConditionModel
    from lifeline.model.rubric import Protection as ProtectionModel
    from lifeline.model.rubric import Question as QuestionModel
    from lifeline.model.rubric import Rubric, Rule
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source


def compile_set(models: SetModels, language: str = "") -> CompiledSet:
    """Compile a set.

    Args:
        models: the set as its author wrote it.
        language: the language of its texts, of those whose translations were read; empty for the
            one it was written in.

    Raises:
        InvalidFiles: with every problem found, in the order of the files.
    """
    names = collect(models)
    deciding = _Compiler(models, names).deciding()
    retired = compile_retired(models, names)
    models.raise_problems()
    decides = digest(deciding)
    texts = texts_of(models, decides)
    spoken = lay_over(texts, models, language)
    head = {"set": models.set.set, "version": models.set.version, "valid": models.set.valid_for}
    return {
        "set": models.set.set,
        "version": models.set.version,
        "language": spoken,
        "extends": models.extends,
        "hashes": {
            "content": digest([head, deciding, retired, texts]),
            "deciding": decides,
        },
        "index": names.numbers,
        "ids": [f"{entry['rubric']}/{entry['id']}" for entry in deciding["questions"]],
        "waivable": [*PROGRAM_FINDINGS, *(entry["id"] for entry in deciding["findings"])],
        "valid_for": models.set.valid_for,
        "deciding": deciding,
        "retired": retired,
        "texts": texts,
    }


class _Compiler:
    """Walks the rubrics of a set once for each kind of entry."""

    def __init__(self, models: SetModels, names: Names) -> None:
        self.models = models
        self.names = names
        self.applies: dict[str, Condition] = {}
        self.readers: list[Reader] = []
        """What moves months, with the questions that it looks at."""

    def deciding(self) -> Deciding:
        compile_quantities(self.names)
        for source, rubric in self.models.rubrics:
            if rubric.when:
                spot = Spot(source, ("when",))
                self.applies[rubric.rubric] = self._condition(rubric.rubric, rubric.when, spot)
        entries = list(self._entries("questions"))
        questions = [self._question(rubric, entry, spot) for rubric, entry, spot in entries]
        protections = [self._protection(*found) for found in self._entries("protections")]
        rules = list(self._entries("rules"))
        caps = [self._cap(*found) for found in rules if found[1].cap]
        findings = [self._finding(*found) for found in rules if found[1].finding]
        _note_atoms(questions, protections, caps, findings)
        optional = optional_rubrics(self.models, self.names, self.applies)
        check_readers(self.models, self.names, optional, self.readers)
        gate = self.models.set.gate
        return {
            "questions": questions,
            "order": _judging_order(questions, [spot for _, _, spot in entries]),
            "protections": protections,
            "caps": caps,
            "findings": findings,
            "scores": [self._score(*found) for found in self.models.rubrics if found[1].score],
            "optional": optional,
            "parameters": self._parameters([*questions, *protections, *caps, *findings]),
            "gate": {"min_months": gate.min_months, "fail_on": gate.fail_on},
        }

    def _parameters(self, entries: list[Any]) -> list[Parameter]:
        """Give the parameters, each with the rubrics of what looks at it."""
        readers: dict[int, dict[str, None]] = {}
        for entry in entries:
            rubric = entry.get("rubric") or entry["id"].partition("/")[0]
            for number in parameters_in(entry["when"]):
                readers.setdefault(number, {})[rubric] = None
        return [
            {"id": id_, "unit": entry.unit, "rubrics": list(readers.get(number, {}))}
            for number, (id_, entry) in enumerate(self.names.parameters.items())
        ]

    def _entries(self, kind: str) -> Any:
        """Give (rubric id, entry, spot) for each entry of a kind, in the order of the set."""
        for source, rubric in self.models.rubrics:
            for entry, spot in entries_of(self.models, source, rubric, kind):
                self._check_claims(getattr(entry, "claims", []), spot)
                yield rubric.rubric, entry, spot

    def _check_claims(self, claims: list[str], spot: Spot) -> None:
        for place, claim in enumerate(claims):
            if claim not in self.names.claims:
                message = not_among(claim, self.names.claims, "a claim of claims.yaml")
                spot.at("claims", place).report(message)

    def _condition(self, rubric: str, when: ConditionModel | None, spot: Spot) -> Condition:
        """Compile the condition of something that moves months."""
        found = compile_condition(when, spot, self.names)
        self.readers.append((rubric, reads(found), spot))
        return found

    def _question(self, rubric: str, model: QuestionModel, spot: Spot) -> Question:
        when = self._shown(rubric, model, spot)
        choices = model.choices or []
        points = [choice.points for choice in choices if choice.points is not None]
        if model.kind == "yes-no" and model.is_scored:
            points = [0.0, 1.0] if model.better == "yes" else [1.0, 0.0]
        bands = [(band.at_least or 0.0, band.points) for band in model.bands or ()]
        if bands:
            bands[0] = (model.min or 0.0, bands[0][1])
        numbers = {choice.id: number for number, choice in enumerate(choices)}
        question: Question = {
            "id": model.id,
            "rubric": rubric,
            "kind": model.kind,
            "choices": numbers,
            "least": model.min or 0.0,
            "most": model.max or 0.0,
            "when": when,
            "hidden_by": reads(when) if when else [],
            "may_not_apply": model.may_not_apply,
            "better": model.better,
            "evidence": 1 + RUNGS.index(model.evidence) if model.evidence else 0,
            "fresh_for": model.fresh_for,
            "weight": model.weight or 1.0,
            "points": points or None,
            "bands": bands or None,
            "atoms": [],
            "cuts": [],
            "measured": False,
        }
        if model.record:  # with one only, so that the digest of a set without any stays as it is
            record = model.record.model_dump()
            question["record"] = {status: numbers[id_] for status, id_ in record.items()}
        return question

    def _shown(self, rubric: str, model: QuestionModel, spot: Spot) -> Condition | None:
        """Compile when a question is asked: where its rubric applies and its condition is true."""
        own = self._condition(rubric, model.when, spot.at("when")) if model.when else None
        applies = self.applies.get(rubric)
        if own is None or applies is None:
            return own or applies
        return ["all", [applies, own]]

    def _protection(self, rubric: str, model: ProtectionModel, spot: Spot) -> Protection:
        when = self._condition(rubric, model.when, spot.at("when"))
        return {"id": f"{rubric}/{model.id}", "when": when, "reads": reads(when)}

    def _cap(self, rubric: str, model: Rule, spot: Spot) -> Cap:
        assert model.cap is not None, "only rules with a cap come here"
        when = self._condition(rubric, model.when, spot.at("when"))
        return {
            "id": f"{rubric}/{model.id}",
            "when": when,
            "clock": CLOCKS.index(model.cap.clock),
            "months": model.cap.months,
            "cause": CAUSES.index(model.cap.cause),
            "lifts": self._lifts(model, spot),
            "reads": reads(when),
        }

    def _lifts(self, model: Rule, spot: Spot) -> list[tuple[int, int]]:
        known = self.names.protections
        for id_ in model.unless:
            if id_ not in known:
                spot.at("unless", id_).report(self.names.unknown(id_, known, "a protection"))
            elif id_ in optional_protections(self.models):
                spot.at("unless", id_).report(f"'{id_}' {MOVES}")
        return sorted((known.index(id_), to) for id_, to in model.unless.items() if id_ in known)

    def _finding(self, rubric: str, model: Rule, spot: Spot) -> Finding:
        inside = spot.at("when")
        match model.when:
            case Comparison(operand=ClockName(word)) as comparison:
                when = compile_against_clock(comparison, word, inside, self.names)
                check_places(model, spot)
            case _:
                when = compile_condition(model.when, inside, self.names)
        level = model.finding or ""
        return {"id": f"{rubric}/{model.id}", "when": when, "level": level, "reads": reads(when)}

    def _score(self, source: Source, rubric: Rubric) -> Score:
        scored = [question for question in rubric.questions if question.is_scored]
        parts = [(question.id, question.weight or 1.0) for question in scored]
        own = {question.id for question in rubric.questions}
        for use, spot in uses_of(self.models, source, rubric):
            if self._can_use(use.question, own, spot):
                parts.append((use.question, use.weight))
        return {
            "rubric": rubric.rubric,
            "parts": [(self.names.numbers[id_], weight) for id_, weight in parts],
        }

    def _can_use(self, id_: str, own: set[str], spot: Spot) -> bool:
        questions = self.names.questions
        if id_ not in questions:
            usable = [other for other in questions.keys() - own if questions[other].is_scored]
            spot.report(self.names.unknown(id_, sorted(usable), "a question of another rubric"))
        elif id_ in own:
            spot.report(f"'{id_}' is a question of this rubric: it counts by its own weight.")
        elif not questions[id_].is_scored:
            spot.report(f"'{id_}' has no points, so it cannot count towards a score.")
        else:
            return True
        return False


def _judging_order(questions: list[Question], spots: list[Spot]) -> list[int]:
    """Give the numbers of the questions: what hides comes before what is hidden."""
    needs = {number: question["hidden_by"] for number, question in enumerate(questions)}

    def report(circle: list[int]) -> None:
        path = " needs ".join(questions[number]["id"] for number in circle)
        spots[circle[0]].at("when").report(f"goes in a circle: {path}.")

    return in_order(needs, report)


def _note_atoms(
    questions: list[Question],
    protections: list[Protection],
    caps: list[Cap],
    findings: list[Finding],
) -> None:
    """Write beside each question what conditions ask of it, so that scoring need not look."""
    conditions = [question["when"] for question in questions if question["when"]]
    conditions += [entry["when"] for entry in (*protections, *caps, *findings)]
    atoms = [each for when in conditions for atom in atoms_in(when) for each in asked_by(atom)]
    noted: set[tuple[Any, ...]] = set()
    for atom in atoms:
        if atom[0] == "measures":
            for number in questions_in(atom[1]):
                questions[number]["measured"] = True
        elif (asked := tuple(atom)) not in noted:
            noted.add(asked)
            questions[atom[1]]["atoms"].append(atom)
            if atom[0] == "at-least":
                questions[atom[1]]["cuts"].append(atom[2])
    for question in questions:
        question["cuts"].sort()
