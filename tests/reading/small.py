"""The small set of ``tests/sets/small``, and idea files read against it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lifeline.compiling.store import build
from lifeline.errors import InvalidFile
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import Answer, Idea
from lifeline.reading.idea import read_idea
from lifeline.reading.sets import read_files

FOLDER = str(Path(__file__).parent.parent / "sets" / "small")
HEAD = "lifeline: 1\nidea: A product\nassessed: 2023-06-30\n"


@cache
def small() -> CompiledSet:
    """Compile the set, once for all tests."""
    return build(FOLDER, read_files(FOLDER))


def read(text: str | bytes, path: str = "idea.yaml") -> Idea:
    """Read an idea file."""
    return read_idea(text if isinstance(text, bytes) else text.encode(), path, small())


def read_answers(text: str) -> dict[str, Answer]:
    """Read the lines under ``answers:``; give the answers by the ids of their questions."""
    indented = "".join(f"  {line}\n" for line in text.splitlines())
    answers = read(f"{HEAD}answers:\n{indented}").answers
    return {id_: answers[number] for id_, number in small()["index"].items() if number in answers}


def problems(text: str | bytes) -> list[str]:
    """Give what is wrong with an idea file, if anything, as ``line:column: key: message``."""
    try:
        read(text)
    except InvalidFile as error:
        return [problem.text("")[1:] for problem in error.problems]
    return []
