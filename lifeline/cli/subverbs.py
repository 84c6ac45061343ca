"""The verbs below a verb, such as ``add`` of ``lifeline ledger add``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_subverbs(
    parser: argparse.ArgumentParser, subverbs: dict[str, str]
) -> dict[str, argparse.ArgumentParser]:
    """Declare verbs below a verb; the one that is named stands in ``args.subverb``.

    Args:
        parser: the verb's.
        subverbs: what each is for, as part of a sentence.

    Returns:
        The parser of each, for what it takes.
    """
    below = parser.add_subparsers(
        dest="subverb", metavar="VERB", required=True, parser_class=type(parser)
    )
    return {
        subverb: below.add_parser(
            subverb, help=about, description=f"{about[0].upper()}{about[1:]}."
        )
        for subverb, about in subverbs.items()
    }
