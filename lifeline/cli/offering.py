"""Puts the questions of optional rubrics into an idea file that is there already."""

from __future__ import annotations

import re

from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.reading.files import read_named
from lifeline.reading.saving import disk
from lifeline.reading.saving.revision import Revision
from lifeline.reading.spelling import not_among
from lifeline.report.phrases import count
from lifeline.report.template import explained

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet

EVERY = "all"


def rubrics_wanted(named: list[str] | None, compiled: CompiledSet) -> list[str]:
    """Give the optional rubrics that are named, in the order of the set.

    Raises:
        UsageError: when one is none of the set's.
    """
    known = [rubric["rubric"] for rubric in compiled["deciding"]["optional"]]
    for name in named or ():
        if name not in (*known, EVERY):
            told = not_among(name, [*known, EVERY], "an optional rubric")
            raise UsageError(f"lifeline: {told}")
    return [name for name in known if named and (name in named or EVERY in named)]


def add_questions(path: str, rubrics: list[str], compiled: CompiledSet) -> None:
    """Add the questions of some rubrics to a file, each explained and unknown; nothing else moves.

    Raises:
        LifelineError: when the file cannot be read or written.
    """
    before = read_named(path)
    revision = Revision(before, path, compiled)
    questions = compiled["deciding"]["questions"]
    wanted = [
        number
        for number, question in enumerate(questions)
        if question["rubric"] in rubrics and number not in revision.idea.answers
    ]
    for number in wanted:
        revision.leave_open(questions[number]["id"])
    text = revision.result().decode()
    for place, number in enumerate(wanted, start=1):
        text = _with_comment(text, questions[number]["id"], compiled, number, (place, len(wanted)))
    disk.save(path, text.encode(), before)
    say(f"{path}: {count(len(wanted), 'question')} added, every answer still unknown.")


def _with_comment(
    text: str, id_: str, compiled: CompiledSet, number: int, place: tuple[int, int]
) -> str:
    """Put what a question asks above its line, as far in as that stands."""
    found = re.search(rf"^([ ]*){re.escape(id_)}: unknown$", text, re.MULTILINE)
    if found is None:
        return text  # the answers stand in braces, where no comment fits
    *comment, _ = explained(compiled, number, f"{place[0]} of {place[1]}")
    indent = found[1]
    lines = [f"{indent}{line.strip()}" if line.strip() else "" for line in ["", *comment]]
    return text[: found.start()] + "\n".join(lines) + "\n" + text[found.start() :]
