"""``lifeline new``: writes an idea file to fill in, or a copy of one for another direction."""

from __future__ import annotations

import argparse
import os
import re
import shlex
from datetime import date

from lifeline.cli.adding import add_questions, rubrics_wanted
from lifeline.cli.commands import chosen_by_flags, words_of
from lifeline.cli.drafts import write_new
from lifeline.cli.exits import Exit
from lifeline.cli.ideas import day, read_file
from lifeline.cli.naming import require_findable
from lifeline.cli.schema import FIRST_LINE, IDEA_SCHEMA, write_schema
from lifeline.cli.sets import add_set_arguments, chosen_set
from lifeline.cli.talk import say
from lifeline.errors import UsageError
from lifeline.model.idea import Idea
from lifeline.reading.finding.discovery import STDIN
from lifeline.reading.limits import FIRST_YEAR, LAST_YEAR, LONGEST_WORD
from lifeline.reading.saving.revision import Revision
from lifeline.reading.shelves import is_set
from lifeline.report.phrases import count
from lifeline.report.template import numbers_asked, template
from lifeline.schemas.idea import idea_schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*\Z"
WANTED = (
    f"Expected lower-case words joined by hyphens, such as plan-b; at most {LONGEST_WORD} signs"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Examples: lifeline new idea.yaml; to compare two directions:"
        " lifeline new --from idea.yaml --id plan-b"
    )
    parser.add_argument(
        "idea", nargs="?", metavar="IDEA", help="the file to write (default: ID.yaml or idea.yaml)"
    )
    parser.add_argument(
        "--from",
        dest="source",
        metavar="OTHER",
        help="copy this idea file, answers and comments, instead of writing an empty one",
    )
    parser.add_argument("--id", type=_slug, help="the idea's id (default: the file's name)")
    parser.add_argument(
        "--as-of",
        type=_assessed,
        metavar="DATE",
        help="the day that the answers will describe (default: today)",
    )
    parser.add_argument(
        "--with",
        action="append",
        dest="more",
        metavar="RUBRIC",
        help="ask the questions of an optional rubric too, also in a file that is there; or all",
    )
    add_set_arguments(parser)
    parser.add_argument(
        "--schema",
        action="store_true",
        help=f"write {IDEA_SCHEMA} beside it too, from which editors complete and check answers",
    )


def _slug(text: str) -> str:
    if _is_slug(text):
        return text
    raise argparse.ArgumentTypeError(f"'{text}' is not an id. {WANTED}")


def _is_slug(text: str) -> bool:
    return len(text) <= LONGEST_WORD and re.match(SLUG, text) is not None


def _assessed(text: str) -> date:
    found = day(text)
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        return found
    expected = f"Expected a year from {FIRST_YEAR} to {LAST_YEAR}"
    raise argparse.ArgumentTypeError(f"'{text}' is not a likely date. {expected}")


def execute(args: argparse.Namespace) -> int:
    """Write the file, and say what to do with it."""
    if args.source and not (args.idea or args.id):
        raise UsageError("lifeline: the copy needs an id of its own, such as --id plan-b.")
    path = args.idea or f"{args.id or 'idea'}.yaml"
    chosen = chosen_by_flags(args)
    require_findable(path, "new", words_of(chosen))
    compiled = chosen_set(args)
    more = rubrics_wanted(args.more, compiled)
    if args.source:
        _copy(args, path, compiled, chosen)
    elif more and os.path.exists(path):
        _add(args, path, compiled, more)
    else:
        _write(args, path, compiled, more, chosen)
    return Exit.PASSED


def _seen_from(folder: str, chosen: dict[str, str]) -> dict[str, str]:
    """Give what chooses the set as one names it who stands in a folder."""
    if not folder:
        return chosen
    return {
        flag: os.path.relpath(value, folder)
        if not os.path.isabs(value) and (flag == "rubrics" or is_set(value))
        else value
        for flag, value in chosen.items()
    }


def _add(args: argparse.Namespace, path: str, compiled: CompiledSet, more: list[str]) -> None:
    """Add questions to a file that is there; the rest of it stays."""
    for flag, kept in (("--id", args.id), ("--as-of", args.as_of), ("--schema", args.schema)):
        if kept:
            raise UsageError(
                f"lifeline: {flag} does not go with --with where the file is there already: of"
                f" {path} all that it says stays. Leave {flag} out."
            )
    add_questions(path, more, compiled)


def _write(
    args: argparse.Namespace,
    path: str,
    compiled: CompiledSet,
    more: list[str],
    chosen: dict[str, str],
) -> None:
    """Write a file with every question and no answer."""
    folder, choosing = os.path.dirname(path), words_of(chosen)
    there = words_of(_seen_from(folder, chosen))
    idea = Idea()
    idea.title, idea.id, idea.assessed = _title(path), args.id or "", args.as_of or date.today()
    text = template(compiled, idea, more, there)
    hint = (
        "; or, to compare another direction with it: lifeline new --from"
        f" {_word(path)} --id plan-b{choosing}"
    )
    schema = os.path.join(folder, IDEA_SCHEMA)
    if args.schema or os.path.exists(schema):
        text = f"{FIRST_LINE}\n{text}"
    _create(path, text.encode(), hint)
    if args.schema:
        write_schema(schema, idea_schema(compiled))
        say(f"Wrote {schema}, which the first line of the new file names for editors.")
    then = f"lifeline score {_word(path)}{choosing}"
    say(*_next_steps(path, len(numbers_asked(compiled, more)), then))


def _next_steps(path: str, asked: int, then: str) -> list[str]:
    """Say what was written, and what to do with it."""
    if not asked:
        return [f"Wrote {path}: no question is asked, so there is nothing to answer. Then: {then}"]
    return [
        f"Wrote {path}: {count(asked, 'question')}, every answer still unknown.",
        f"Open it in an editor and answer what you can, then: {then}",
    ]


def _copy(
    args: argparse.Namespace, path: str, compiled: CompiledSet, chosen: dict[str, str]
) -> None:
    """Write a copy with another id."""
    if args.more:
        raise UsageError(
            "lifeline: --with does not go with --from, which copies the questions as they are. Add"
            " them to the copy afterwards."
        )
    if args.as_of:
        raise UsageError("lifeline: --as-of does not go with --from, which copies the day too.")
    if args.schema:
        raise UsageError(
            "lifeline: --schema does not go with --from, which copies the first line as it is. To"
            f" write only the schema: lifeline schema idea -o {IDEA_SCHEMA}{words_of(chosen)}"
        )
    data, name = read_file(args.source)
    revision = Revision(data, name, compiled)
    id_ = args.id or _stem(path)
    if not _is_slug(id_):
        raise UsageError(f"lifeline: the copy needs an id: --id. {WANTED}.")
    if id_ == revision.idea.id:
        raise UsageError(f"lifeline: {name} has the id {id_} already. Give the copy another: --id.")
    revision.id(id_)
    _create(path, revision.result(), ".")
    say(f"Wrote {path}: a copy of {name} with the id {id_}.")
    both = " ".join(_word(file) for file in (args.source, path) if file != STDIN)
    then = f"lifeline score {both}{words_of(chosen)}"
    say(f"Change the name behind `idea:` and the answers that differ, then: {then}")


def _title(path: str) -> str:
    """Give the file's name in words."""
    words = " ".join(re.split(r"[\s._-]+", _stem(path))).strip()
    return words[:1].upper() + words[1:]


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _create(path: str, data: bytes, hint: str) -> None:
    """Write a new file, whole or not at all.

    Raises:
        UsageError: when there is something already, or it cannot be written.
    """
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise UsageError(f"{path}: cannot be written: there is no folder {folder}. Make it first.")
    try:
        write_new(path, data)
    except FileExistsError:
        raise UsageError(
            f"lifeline: {path} exists already and stays as it is. Give another name{hint}"
        ) from None


def _word(path: str) -> str:
    """Give a path as one word of a command line."""
    return shlex.quote(path)
