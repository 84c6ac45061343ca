"""``lifeline compare``: many ideas, several people's answers to one, or two advisers on one."""

from __future__ import annotations

from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.exits import Exit
from lifeline.cli.gates import add_gate_arguments, gate_for
from lifeline.cli.ideas import add_judging_arguments
from lifeline.cli.inputs import add_input_arguments, chosen_inputs
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.bench import Bench
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor

FEWEST_RATERS = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "Examples: lifeline compare ideas/; lifeline compare --raters ann.yaml ben.yaml;"
        " lifeline compare idea.yaml --against my-set/"
    )
    add_input_arguments(parser)
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument(
        "--raters",
        action="store_true",
        help="the files are several people's answers about one idea: tell where they differ, and"
        " what each difference is worth",
    )
    modes.add_argument(
        "--against",
        metavar="NAME|FOLDER",
        help="judge one idea by this rubric set too, and tell where the two part, and why",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_gate_arguments(parser)
    parser.add_argument(
        "--full", action="store_true", help="text: show every idea, also of hundreds"
    )
    add_result_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Compare; whether ideas pass is told, and is no matter of the exit code."""
    if args.against is not None:
        return _advisers(args)
    from lifeline.cli.bench import bench_for

    paths = chosen_inputs(args)
    compare = _raters if args.raters else _portfolio
    return compare(args, paths, bench_for(args, paths))


def _portfolio(args: argparse.Namespace, paths: list[str], bench: Bench) -> int:
    from lifeline.cli.talk import say_error
    from lifeline.errors import InvalidFile
    from lifeline.insight.portfolio.comparing import Portfolio
    from lifeline.report.comparison.portfolio import lay_out

    portfolio = Portfolio(bench.compiled, bench.market, args.as_of, many=len(paths))
    invalid = []
    for path in paths:
        try:
            portfolio.add(*_read(path, bench))
        except InvalidFile as error:
            say_error(error)
            errors = [problem.data() for problem in error.problems]
            invalid.append({"path": error.path, "errors": errors})
    found = {**portfolio.compared(), "invalid": invalid}
    print_result(args, found, lambda terminal: lay_out(found, terminal, full=args.full))
    _say_left_out(len(invalid))
    return Exit.INVALID if invalid else Exit.PASSED


def _read(path: str, bench: Bench) -> tuple[Idea, str, Assessor]:
    """Give the idea in a file, the name it is shown under, and what judges it."""
    judge = bench.judges[path]
    idea, name, _ = judge.read(path)
    return idea, name, judge.asking()


def _say_left_out(invalid: int) -> None:
    if invalid:
        from lifeline.cli.talk import say

        noun = "1 file is" if invalid == 1 else f"{invalid} files are"
        say(f"{noun} left out of the comparison until what is told above is mended.")


def _raters(args: argparse.Namespace, paths: list[str], bench: Bench) -> int:
    from lifeline.errors import InvalidFile, InvalidFiles
    from lifeline.insight.raters import compare_raters
    from lifeline.report.comparison.raters import lay_out

    if not paths:
        return Exit.PASSED  # it is said why
    if len(paths) < FEWEST_RATERS:
        raise UsageError(
            "lifeline: --raters compares several people's files of one idea, and there is only one:"
            f" {paths[0]}. Name two or more."
        )
    read, wrong = [], []
    for path in paths:
        try:
            read.append(_read(path, bench))
        except InvalidFile as error:
            wrong.append(error)
    if wrong:
        raise InvalidFiles(wrong)
    found = compare_raters(read, args.as_of)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED


def _advisers(args: argparse.Namespace) -> int:
    from lifeline.cli.bench import bench_for
    from lifeline.cli.sets import folder_of
    from lifeline.compiling.store import load_set
    from lifeline.insight.advisers.comparing import compare_advisers
    from lifeline.report.comparison.advisers import lay_out

    path = _one_file(args)
    if not path:
        return Exit.PASSED  # it is said why
    bench, view = bench_for(args, [path]), settings_of(args).of(path)
    judge, shelves = bench.judges[path], [args.rubrics] if args.rubrics else []
    second = load_set(folder_of(args.against, shelves), args.lang)
    data, name = judge.read_bytes(path)
    gates = judge.gate, gate_for(second, view, is_beside=True)
    how: dict[str, Any] = {"strict": judge.strict, "gates": gates}
    sets, market = (bench.compiled, second), judge.assessor.market
    found = compare_advisers(data, name, sets, market, args.as_of, **how)
    print_result(args, found, lambda terminal: lay_out(found, terminal))
    return Exit.PASSED


def _one_file(args: argparse.Namespace) -> str:
    """Give the one idea file that is meant; "" where it is passed over.

    Raises:
        LifelineError: when there is none, or more than one.
    """
    is_named = args.paths or args.files_from
    paths = chosen_inputs(args) if is_named else []
    if len(paths) > 1 or not is_named:
        raise UsageError(
            "lifeline: --against compares two rubric sets on one idea file. Name one file:"
            " lifeline compare idea.yaml --against NAME."
        )
    return paths[0] if paths else ""
