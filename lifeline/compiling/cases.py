"""Compiles dated products into plain data, kept between runs: what each answered, and its end.

Answers stand there by the words of the set that the cases were coded for, so that a set which
extends it can compare them with its own.
"""

from __future__ import annotations

import os

from lifeline.compiling.store import kept_or_built, key_of
from lifeline.errors import LifelineError
from lifeline.model.chosen import written
from lifeline.model.idea import GIVEN
from lifeline.reading.files import read_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Answer
    from lifeline.reading.cases import Cases, ReadCase

    Compiled = dict[str, Any]

FORMAT = "cases-3"
FOLDERS = ("", "codings", "outcomes")
ENDING = ".yaml"


def load_cases(folder: str, compiled: CompiledSet) -> Compiled:
    """Give the compiled cases of a folder, read against the set that they were coded for.

    Raises:
        LifelineError: when the folder cannot be read, or holds no cases for this set.
        InvalidFiles: with every problem of every file.
    """
    files = case_files(folder)
    key = key_of(files, f"{FORMAT} {compiled['hashes']['content']}")
    found: Compiled = kept_or_built(folder, [], key, lambda: build_cases(folder, compiled))
    return found


def case_files(folder: str) -> dict[str, bytes]:
    """Give the bytes of every file that reading the cases looks at, by its name in the folder.

    Raises:
        LifelineError: when one cannot be read.
    """
    found = {}
    try:
        for inner in FOLDERS:
            path = os.path.join(folder, inner)
            names = sorted(os.listdir(path)) if os.path.isdir(path) else []
            for name in names:
                if name.endswith(ENDING):
                    found[f"{inner}/{name}"] = read_part(os.path.join(path, name))
    except OSError as error:
        raise LifelineError(f"{error.filename}: cannot be read: {error.strerror}.") from error
    return found


def build_cases(folder: str, compiled: CompiledSet) -> Compiled:
    """Compile cases from their files, whatever is kept. Here pydantic is imported."""
    from lifeline.reading.cases import read_cases

    return compile_cases(read_cases(folder, compiled), compiled)


def compile_cases(cases: Cases, compiled: CompiledSet) -> Compiled:
    """Give the plain data of cases; of those that are in no figure only that, and why."""
    used = [case for case in cases.cases if case.outcome.left_out is None]
    return {
        "title": cases.head.title,
        "chosen": cases.head.chosen,
        "coded_for": compiled["set"],
        "left_out": left_out(cases),
        "cases": [_case(case, compiled) for case in used],
    }


def left_out(cases: Cases) -> list[dict[str, str]]:
    """Give the cases that are in no figure, each with the reason."""
    return [
        {"case": read.case.case, "name": read.case.name, "because": read.outcome.left_out}
        for read in cases.cases
        if read.outcome.left_out is not None
    ]


def settled_word(question: Question, answer: Answer) -> Any:
    """Give an answer as a word, a sorted list of words, or a number; None where it is not settled.

    Settled is what says one thing: not what is open, does not apply, or may be several.
    """
    if answer.state != GIVEN:
        return None
    value, kind = answer.value, question["kind"]
    is_open = value[1] if kind == "choices" else value[0] != value[-1]
    if is_open:
        return None
    return value[0] if kind == "number" else written(question, value)


def _case(read: ReadCase, compiled: CompiledSet) -> Compiled:
    case, questions = read.case, compiled["deciding"]["questions"]
    words = {
        compiled["ids"][number]: settled_word(questions[number], answer)
        for number, answer in read.idea.answers.items()
    }
    return {
        "id": case.case,
        "name": case.name,
        "did": case.did,
        "vantage": case.vantage.strftime("%Y-%m"),
        "answers": {id_: word for id_, word in words.items() if word is not None},
        "partly_known": [
            compiled["ids"][number]
            for number, answer in read.idea.answers.items()
            if answer.state == GIVEN and words[compiled["ids"][number]] is None
        ],
        "outcome": _outcome(read),
        "sources": [source.model_dump() for source in case.sources],
    }


def _outcome(read: ReadCase) -> Compiled:
    outcome = read.outcome
    second = outcome.second_reading
    return {
        "months": outcome.months,
        "still_holding": outcome.still_holding,
        "until": outcome.until and outcome.until.strftime("%Y-%m"),
        "kind": outcome.kind,
        "event": outcome.event,
        "status": outcome.status,
        "confidence": outcome.confidence,
        "rebuilt": outcome.rebuilt,
        "second_reading": second
        and {
            "vantage": second.vantage.strftime("%Y-%m"),
            "months": second.months,
            "kind": second.kind,
        },
        "alternative_reading": outcome.alternative_reading,
        "note": outcome.note,
    }
