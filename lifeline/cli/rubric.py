"""``lifeline rubric``: for those who write rubric sets. Its own verbs stand in ``SUBVERBS``."""

from __future__ import annotations

from importlib import import_module

from lifeline.cli.subverbs import add_subverbs

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from types import ModuleType

SUBVERBS = {
    "check": "tell everything that is wrong with rubric sets at once, each with its place",
    "test": "run the test vectors of a rubric set: what comes out, and what should",
    "diff": "compare two versions of a rubric set: what changed, and what it does to results",
    "show": "print the manual of a rubric set: each question, rule and claim, with its reason",
    "list": "list the rubric sets that can be chosen, and where they are",
    "new": "write a small rubric set of your own to begin with, and its test vectors",
    "translate": "begin a translation of a rubric set, or bring one up to date",
}
"""Each is a module of ``lifeline.cli.workbench`` with ``add_arguments`` and ``execute``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline rubric check my-set"
    for subverb, subparser in add_subverbs(parser, SUBVERBS).items():
        _module(subverb).add_arguments(subparser)


def execute(args: argparse.Namespace) -> int:
    """Run the verb that is named."""
    code: int = _module(args.subverb).execute(args)
    return code


def _module(subverb: str) -> ModuleType:
    return import_module(f"lifeline.cli.workbench.{subverb}")
