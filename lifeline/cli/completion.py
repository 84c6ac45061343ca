"""``lifeline completion``: prints the script that completes this command in a shell."""

from __future__ import annotations

import os

from lifeline.cli.exits import Exit
from lifeline.cli.sets import add_set_arguments
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Any

SHELLS = ("bash", "zsh", "fish")

IDS, RUBRICS, SETS = LISTS = ("ids", "rubrics", "sets")
"""What depends on the set of whoever types: the scripts ask for it when Tab is pressed."""

INSTALL = "pip install 'product-lifeline[completion]'"

FILES = frozenset({"FILE", "PATH", "IDEA", "OTHER", "OLD NEW | REV [REV] --"})
FOLDERS = frozenset({"FOLDER", "OLD", "NEW"})
"""What is completed by the names of files and folders, by what stands for it in the help."""

LISTED = {
    "RULE|QUESTION": IDS,
    "RUBRIC": RUBRICS,
    "NAME|FOLDER": SETS,
    "NAME|FOLDER|REV:FOLDER": SETS,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        'bash: put  eval "$(lifeline completion bash)"  into ~/.bashrc. zsh: save what is printed'
        " as a file _lifeline in a folder of your fpath. fish: save it as"
        " ~/.config/fish/completions/lifeline.fish"
    )
    parser.add_argument(
        "wanted",
        choices=(*SHELLS, *LISTS),
        metavar="|".join(SHELLS),
        help="the shell; ids, rubrics and sets print the words that its script asks for",
    )
    add_set_arguments(parser, texts=False)


def execute(args: argparse.Namespace) -> int:
    """Print a script, or the words that one asks for."""
    if args.wanted in SHELLS:
        print(script(args.wanted))
    else:
        print("\n".join(sorted(_words(args))))
    return Exit.PASSED


def script(shell: str) -> str:
    """Give the script for a shell.

    Raises:
        UsageError: when what writes such scripts is not installed.
    """
    try:
        import shtab
    except ImportError:
        raise UsageError(f"lifeline: completion needs one package more: {INSTALL}") from None
    from lifeline.cli.main import parser_for

    parser = parser_for([])
    for action in _actions(parser):
        if isinstance(action.choices, dict):
            action.choices = tuple(action.choices)  # shtab takes a dictionary for verbs
        found = _completer(action)
        if found:
            action.complete = found  # type: ignore[attr-defined]  # where shtab looks for it
    text: str = shtab.complete(parser, shell)
    return text


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Give the arguments of a parser and of all verbs below it."""
    for action in parser._actions:  # noqa: SLF001  # argparse has no other way to them
        if action.nargs == "A...":  # verbs
            for inner in dict(action.choices or {}).values():
                yield from _actions(inner)
        elif action.nargs != 0:
            yield action


def _completer(action: argparse.Action) -> dict[str, Any] | None:
    """Say how an argument is completed; None where its choices say so, or nothing does."""
    import shtab

    stands = str(action.metavar)
    if stands in FILES:
        return dict(shtab.FILE)
    if stands in FOLDERS:
        return dict(shtab.DIRECTORY)
    if stands in LISTED:
        return dict(shtab.cmd(f"lifeline completion {LISTED[stands]} 2>/dev/null"))
    words = _own_words(action)
    return dict(shtab.cmd(f"printf '%s\\n' {' '.join(words)}")) if words else None


def _own_words(action: argparse.Action) -> tuple[str, ...]:
    """Give the words that a flag takes, where argparse does not know them."""
    from lifeline.cli.configuration.kinds import Word
    from lifeline.cli.configuration.settings import SETTINGS
    from lifeline.report import FORMATS

    flag = next(iter(action.option_strings), "")
    setting = SETTINGS.get(flag.removeprefix("--"))
    if action.dest == "wanted":
        return SHELLS
    if action.dest == "outputs":
        return tuple(FORMATS)
    return setting.kind.words if setting and isinstance(setting.kind, Word) else ()


def _words(args: argparse.Namespace) -> list[str]:
    """Give the words of a list, for the set that would judge here."""
    if args.wanted == SETS:
        return _sets(args)
    from lifeline.cli.sets import chosen_set

    compiled = chosen_set(args)
    ids = [*compiled["texts"]["reasons"], *compiled["ids"]]
    return ids if args.wanted == IDS else [*{id_.partition("/")[0] for id_ in ids}]


def _sets(args: argparse.Namespace) -> list[str]:
    from lifeline.cli.configuration.settling import view_of
    from lifeline.reading.shelves import shipped_sets

    shelf = args.rubrics or view_of(args).value("rubrics")
    shelves = [shelf, shipped_sets()] if shelf else [shipped_sets()]
    names = {os.path.basename(os.path.abspath(folder)) for on in shelves for folder in _on(on)}
    return [*names]


def _on(shelf: str) -> list[str]:
    from lifeline.reading.shelves import sets_on

    try:
        return sets_on(shelf)
    except OSError:
        return []  # whoever types is told when the command runs
