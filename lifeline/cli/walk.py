"""``lifeline walk``: walks a founder through the questions, and saves after every answer."""

from __future__ import annotations

import os
import sys
from datetime import date

from lifeline.cli.commands import choosing, words_of
from lifeline.cli.configuration.settings import NO_DAY
from lifeline.cli.configuration.settling import view_of
from lifeline.cli.exits import Exit
from lifeline.cli.faces import is_plain_wanted
from lifeline.cli.naming import require_findable
from lifeline.cli.sets import add_set_arguments
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.cli.assessors import Assessors
    from lifeline.tui.app import LifelineApp

NO_IDEA = (
    "lifeline: which idea? Name its file, such as my-idea.yaml; one that is not there is begun."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "A file that is not there is begun. Example: lifeline walk my-idea.yaml"
    parser.add_argument(
        "idea",
        metavar="IDEA",
        nargs="?",
        default="",
        help="an idea file, to begin or to go on with (default: your ideas in a list)",
    )
    parser.add_argument(
        "--quick", action="store_true", help="ask what settles the verdict soonest, and stop there"
    )
    parser.add_argument(
        "--express", action="store_true", help="answer by the letter alone, without Enter"
    )
    parser.add_argument(
        "--plain", action="store_true", help="plain text that only grows, as for a screen reader"
    )
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    add_set_arguments(parser)
    # no flags here, yet their variables count: the walk tells what `lifeline score` does
    parser.set_defaults(as_of=None, exit_zero=False)


def execute(args: argparse.Namespace) -> int:
    """Walk until somebody leaves; whether the idea passes is not asked here."""
    from lifeline.cli.assessors import Assessors

    is_plain = args.plain or is_plain_wanted()
    if is_plain and not args.idea:
        raise UsageError(NO_IDEA)
    if args.idea and not os.path.isfile(args.idea):
        require_findable(args.idea, "walk", choosing(args))
    return (_talk if is_plain else _show)(args, Assessors(args))


def _today(args: argparse.Namespace) -> date:
    """Give the day one looks, which is the one that new answers describe."""
    today: date = view_of(args).value(NO_DAY) or date.today()
    return today


def _talk(args: argparse.Namespace, assessors: Assessors) -> int:
    """Walk in plain text."""
    from lifeline.plain.console import Console
    from lifeline.plain.more import more_about
    from lifeline.plain.saver import Saver
    from lifeline.plain.walker import PlainWalker
    from lifeline.reading.saving.open_file import OpenFile
    from lifeline.report.terminal import Terminal
    from lifeline.walk.beginning import way_through

    assessor = assessors.assessor(args.idea)
    file = OpenFile(args.idea)
    data, today = file.held or b"", _today(args)
    way = way_through(assessor, data, file.path, today, kept=file.kept(), quick=args.quick)
    chosen = choosing(args)
    again = chosen + (words_of({"lang": args.lang}) if args.lang else "")
    console = Console(sys.stdin, Terminal(sys.stdout, again))
    saver = Saver(console, way, file)
    PlainWalker(console, saver, more_about(way, Terminal(sys.stdout, chosen))).walk()
    return Exit.PASSED if saver.is_saved else Exit.INVALID


def _show(args: argparse.Namespace, assessors: Assessors) -> int:
    """Walk in the interface; a file that cannot be read is told before it comes up."""
    from lifeline.tui.app import LifelineApp
    from lifeline.tui.settings import settings_kept, settings_path
    from lifeline.tui.sitting import Sitting

    settings, today = settings_kept(settings_path()), _today(args)
    language = _language(args, settings.language, assessors)
    assessor = assessors.assessor(args.idea, language)
    sitting = Sitting(assessor, args.idea, today, quick=args.quick) if args.idea else None
    app = LifelineApp(
        *(assessor, today, args.idea),
        quick=args.quick,
        express=args.express,
        settings=settings,
        language=language,
        judges=assessors,
    )
    app.sitting = sitting
    app.run(mouse=settings.mouse and not args.no_mouse)
    return _left(app, args.lang)


def _language(args: argparse.Namespace, kept: str, assessors: Assessors) -> str:
    """Give the language to begin in: a flag holds for its call, what was chosen from then on."""
    if args.lang or not kept:
        return str(args.lang)
    return kept if kept in assessors.languages else ""


def _left(app: LifelineApp, flag: str = "") -> int:
    """Say where everything is, now that the terminal is as it was before.

    Args:
        app: with what was worked on.
        flag: the language that was named for this call; the next one is asked for it too, unless
            another was chosen meanwhile.
    """
    from shlex import quote

    from lifeline.cli.talk import say

    sitting = app.sitting
    is_saved = sitting is None or sitting.is_saved
    if sitting is not None and sitting.file.held is not None:
        path = sitting.file.path
        is_all = "Everything is saved" if is_saved else "What could be saved is"
        spoken = words_of({"lang": flag}) if flag and flag == app.language else ""
        again = f"lifeline walk {quote(path)}{app.choosing}{spoken}"
        say(f"{is_all} in {path}. To go on: {again}")
    elif sitting is not None and not is_saved:
        say(f"{sitting.file.path}: not saved. There is no such file.")
    if app.fault is not None:
        raise app.fault
    return Exit.PASSED if is_saved else Exit.INVALID
