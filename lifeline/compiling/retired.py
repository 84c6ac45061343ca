"""Compiles the retired ids of a set, so that older idea files can be read by it.

They stand beside what decides: they say how an old answer is read, not what follows from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.names import Spot
from lifeline.model.retirement import CHOICE, QUESTION, kind_of
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.compiling.names import Names
    from lifeline.model.compiled import Retired, RetiredChoice, RetiredQuestion, RetiredRule
    from lifeline.model.rubric import Question
    from lifeline.model.rubric import Retired as Entry
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.standing import Off

NEVER_AGAIN = "A retired id is never used again."
ONE_ONLY = "names several choices. Expected one, as {id} is answered by several choices itself."
NO_CHOICES = "maps choices, and {id} is answered by a number. Expected same, or no map."


def compile_retired(models: SetModels, names: Names) -> Retired:
    """Compile the retired ids; one that is still in use, or leads nowhere, is reported."""
    compiler = _Compiler(models, names)
    found: Retired = {"questions": {}, "choices": {}, "rules": {}}
    for source, place, entry in models.retired:
        spot, kind = Spot(source, ("retired", place)), kind_of(entry.id)
        if kind == QUESTION:
            found["questions"][entry.id] = compiler.question(entry, spot)
        elif kind == CHOICE:
            question, _, choice = entry.id.partition(".")
            found["choices"].setdefault(question, {})[choice] = compiler.choice(entry, spot)
        else:
            found["rules"][entry.id] = compiler.rule(entry, spot)
    for id_, off in models.standing.off.items():
        _pass_over(found, id_, off)
    return found


def _pass_over(found: Retired, id_: str, off: Off) -> None:
    """Take what is switched off, so that a file for the extended set is read as well."""
    if off.kind == "questions":
        passed: RetiredQuestion = {"version": "", "use": None, "words": {}, "off": off.set}
        found["questions"][id_.partition("/")[2]] = passed
    elif off.kind in ("rules", "protections"):
        found["rules"][id_] = {"version": "", "use": None, "off": off.set}


class _Compiler:
    """Compiles one entry after the other; knows every id that is in use."""

    def __init__(self, models: SetModels, names: Names) -> None:
        self.names = names
        self.rules = [
            f"{rubric.rubric}/{entry.id}"
            for _, rubric in models.rubrics
            for kind in ("rules", "protections")
            for entry in getattr(rubric, kind)
        ]

    def question(self, entry: Entry, spot: Spot) -> RetiredQuestion:
        names = self.names
        if entry.id in (*names.questions, *names.quantities, *names.protections):
            _refuse(entry.id, "an id of this set", spot)
        made: RetiredQuestion = {"version": entry.version, "use": None, "words": {}}
        if entry.use and self._is_question(entry.use[0], spot.at("use", 0)):
            made["use"] = names.numbers[entry.use[0]]
            made["words"] = _words(entry, names.questions[entry.use[0]], spot.at("map"))
        return made

    def choice(self, entry: Entry, spot: Spot) -> RetiredChoice:
        made: RetiredChoice = {"version": entry.version, "use": [], "look_at": []}
        id_, _, word = entry.id.partition(".")
        if not self._is_question(id_, spot.at("id")):
            return made
        question = self.names.questions[id_]
        if word in choices_of(question):
            _refuse(word, f"a choice of {id_}", spot)
        for place, use in enumerate(entry.use):
            inside = spot.at("use", place)
            if kind_of(use) != CHOICE:
                self._is_question(use, inside)
                made["look_at"].append(use)
            elif _is_choice(use, question, inside):
                made["use"].append(use.partition(".")[2])
        _check_number(made["use"], question, spot.at("use"))
        return made

    def rule(self, entry: Entry, spot: Spot) -> RetiredRule:
        if entry.id in self.rules:
            _refuse(entry.id, "a rule or protection of this set", spot)
        use = entry.use[0] if entry.use else None
        if use is not None and use not in self.rules:
            message = self.names.unknown(use, self.rules, "a rule or protection of this set")
            spot.at("use", 0).report(message)
        return {"version": entry.version, "use": use}

    def _is_question(self, id_: str, spot: Spot) -> bool:
        known = self.names.questions
        if id_ not in known:
            spot.report(self.names.unknown(id_, known, "a question of this set"))
        return id_ in known


def choices_of(question: Question) -> list[str]:
    """Give the words that answer a question; of a number there are none."""
    if question.kind == "yes-no":
        return ["yes", "no"]
    return [choice.id for choice in question.choices or ()]


def _refuse(id_: str, what: str, spot: Spot) -> None:
    spot.at("id").report(f"'{id_}' is {what}. {NEVER_AGAIN}")


def _words(entry: Entry, question: Question, spot: Spot) -> dict[str, list[str]] | None:
    """Give what each old word stands for; None where every answer stays as it is."""
    known = choices_of(question)
    if entry.map is None:
        return {}
    if isinstance(entry.map, str):
        return {word: [word] for word in known} or None
    if not known:
        spot.report(NO_CHOICES.format(id=question.id))
    for old, words in entry.map.items() if known else ():
        for word in words:
            if word not in known:
                spot.at(old).report(not_among(word, known, f"a choice of {question.id}"))
        _check_number(words, question, spot.at(old))
    return entry.map


def _is_choice(id_: str, question: Question, spot: Spot) -> bool:
    own = [f"{question.id}.{word}" for word in choices_of(question)]
    if id_ in own:
        return True
    other = id_.partition(".")[0]
    if other == question.id:
        spot.report(not_among(id_, own, f"a choice of {question.id}"))
    else:
        expected = f"Expected a choice of {question.id}; or '{other}', to look at that question."
        spot.report(f"'{id_}' is no answer to {question.id}. {expected}")
    return False


def _check_number(words: list[str], question: Question, spot: Spot) -> None:
    """Report several words for a question that is answered by several at once."""
    if len(words) > 1 and question.kind == "choices":
        spot.report(ONE_ONLY.format(id=question.id))
