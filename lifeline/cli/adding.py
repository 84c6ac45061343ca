"""Puts the questions of optional rubrics into an idea file that is there already."""

from __future__ import annotations

import os

from lifeline.cli.ideas import read_file
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.reading.nodes import MappingNode, Problems, compose, plain
from lifeline.reading.saving import disk
from lifeline.reading.saving.layout import Layout
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
        LifelineError: when the file cannot be read or written, or is a pipe or a device.
    """
    if not os.path.isfile(path):
        raise UsageError(
            f"lifeline: {path} is not a file that questions can be added to. Name an idea file."
        )
    before, name = read_file(path)
    revision = Revision(before, name, compiled)
    questions = compiled["deciding"]["questions"]
    wanted = [
        number
        for number, question in enumerate(questions)
        if question["rubric"] in rubrics and number not in revision.idea.answers
    ]
    for number in wanted:
        revision.leave_open(questions[number]["id"])
    disk.save(path, _explained(revision.result(), wanted, compiled), before)
    say(f"{name}: {count(len(wanted), 'question')} added, every answer still unknown.")


def _explained(data: bytes, wanted: list[int], compiled: CompiledSet) -> bytes:
    """Put what each question asks above its line; in braces no comment fits."""
    rows = _rows(data, [compiled["deciding"]["questions"][number]["id"] for number in wanted])
    for gap in ("", None):  # below a text that keeps its blank lines, one more would belong to it
        changed = _with_comments(data, rows, gap, compiled)
        if _says_the_same(data, changed):
            return changed
    return data


def _rows(data: bytes, ids: list[str]) -> dict[str, int]:
    """Say where answers stand that have a row each, in the order of the file."""
    root = compose(data, Problems())
    entries = root.value if root else ()
    node = next((value for name, value in entries if name.value == "answers"), None)
    if not isinstance(node, MappingNode) or node.flow_style:
        return {}
    return {name.value: name.start_mark.index for name, _ in node.value if name.value in ids}


def _with_comments(
    data: bytes, rows: dict[str, int], gap: str | None, compiled: CompiledSet
) -> bytes:
    """Put comments above rows, as far in as these stand, from the last to the first."""
    layout = Layout(data)
    text = layout.text
    for place, (id_, at) in reversed([*enumerate(rows.items(), start=1)]):
        start = layout.line_start(at)
        *comment, _ = explained(compiled, compiled["index"][id_], f"{place} of {len(rows)}")
        lines = [text[start:at] + line.strip() for line in comment]
        above = lines if gap is None else [gap, *lines]
        text = text[:start] + "".join(line + layout.newline for line in above) + text[start:]
    return layout.encode(text)


def _says_the_same(data: bytes, changed: bytes) -> bool:
    before, after = compose(data, Problems()), compose(changed, Problems())
    if before is None or after is None:
        return False
    return bool(plain(before, Problems()) == plain(after, Problems()))
