"""``lifeline baseline``: accepts ideas as they stand, and holds them to it from then on."""

from __future__ import annotations

from lifeline.cli.configuration.kinds import of_flag
from lifeline.cli.configuration.settings import SETTINGS
from lifeline.cli.exits import exit_for
from lifeline.cli.gates import add_gate_arguments
from lifeline.cli.ideas import add_judging_arguments
from lifeline.cli.inputs import add_input_arguments
from lifeline.cli.results import FORMATS
from lifeline.cli.sets import add_set_arguments
from lifeline.cli.subverbs import add_subverbs

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

FILE = "lifeline-baseline.yaml"
GITHUB = "github"

SUBVERBS = {
    "write": "accept the ideas as they stand; of a baseline that is there, nothing gets looser",
    "check": "fail where an idea is worse than was accepted, or better and not taken over yet",
    "prune": "take what became better over, so that it stays so; nothing gets looser",
}
EXITS = {
    "write": "0 when it is written or as it was, 1 when that would accept something worse",
    "check": "0 when nothing is worse or better, 1 when something is",
    "prune": "0 when it is done or there is nothing to do",
}
ALWAYS = "2 when a file or the command line is wrong"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline baseline write ideas/"
    for subverb, subparser in add_subverbs(parser, SUBVERBS).items():
        _add(subverb, subparser)


def _add(subverb: str, parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        f"exit codes: {EXITS[subverb]}, {ALWAYS}. Example: lifeline baseline {subverb} ideas/"
    )
    add_input_arguments(parser)
    parser.add_argument(
        "--file",
        "--baseline",
        dest="baseline",
        metavar="FILE",
        help=f"the baseline (default: {FILE} beside the configuration, or where you are)",
    )
    if subverb == "write":
        parser.add_argument(
            "--loosen", action="store_true", help="accept also what is worse than was accepted"
        )
    formats = (*FORMATS, GITHUB) if subverb == "check" else FORMATS
    parser.add_argument(
        "--format", choices=formats, default="text", help=f"{', '.join(formats)} (default: text)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")
    if subverb == "check":
        parser.add_argument(
            "--exit-zero", action="store_true", help="exit with 0 where it would be 1"
        )
    parser.add_argument(
        "--jobs",
        type=of_flag(SETTINGS["jobs"].kind.read),
        metavar="N",
        help="files judged at once; results are the same (default: as many as make it quicker)",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_gate_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Do what the subverb says."""
    from lifeline.cli.ratchet import Ratchet  # --help needs none of it
    from lifeline.cli.ratchet_output import print_found

    ratchet = Ratchet(args)
    do = {"write": ratchet.write, "check": ratchet.check, "prune": ratchet.prune}
    found = do[args.subverb]()
    print_found(ratchet, found)
    return exit_for([found["verdict"]], zero=getattr(args, "exit_zero", False))
