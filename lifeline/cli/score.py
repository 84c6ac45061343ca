"""``lifeline score``: judges idea files and exits with what came out."""

from __future__ import annotations

from lifeline.cli.bench import bench_for
from lifeline.cli.commands import choosing
from lifeline.cli.exits import exit_for
from lifeline.cli.gates import add_gate_arguments
from lifeline.cli.ideas import add_judging_arguments
from lifeline.cli.inputs import add_input_arguments, add_running_arguments, chosen_inputs
from lifeline.cli.judge import Judge
from lifeline.cli.outputs import Output, Outputs, output
from lifeline.cli.progress import with_progress
from lifeline.cli.running import judged_all
from lifeline.cli.sets import add_set_arguments
from lifeline.cli.talk import say
from lifeline.cli.writing import Writing
from lifeline.errors import UsageError
from lifeline.report.phrases import VERDICTS
from lifeline.report.run import Run
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.cli.writing import Written

TEXT = "text"

NULL_ALONE = "lifeline: --null is about what --list-files prints: give both, or leave it out."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = (
        "exit codes: 0 every idea passed, 1 at least one failed, 2 a file or the command line is"
        " wrong, 3 none failed but at least one is unclear. Every flag can be settled by a variable"
        " too, as LIFELINE_MIN_MONTHS, and what is meant for all runs in a lifeline.toml: lifeline"
        " config shows what holds. Example: lifeline score ideas/"
    )
    add_input_arguments(parser)
    parser.add_argument(
        "--format",
        type=output,
        action="append",
        dest="outputs",
        metavar="NAME[:FILE]",
        help="text, json, jsonl, markdown, html, csv, junit, sarif, github or auto (what suits the"
        " CI that runs it), to stdout or a file; may be repeated (default: text)",
    )
    add_set_arguments(parser)
    add_judging_arguments(parser)
    add_gate_arguments(parser)
    parser.add_argument(
        "--exit-zero",
        action="store_true",
        help="exit with 0 also when an idea fails or is unclear, never when a file is invalid",
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="text: show everything, also for several ideas, or where nothing is answered yet",
    )
    parser.add_argument(
        "--ask",
        action="store_true",
        help="print the open questions in the order in which to ask them, and whom to ask",
    )
    add_running_arguments(parser)


def execute(args: argparse.Namespace) -> int:
    """Judge the files, once or whenever they are saved, and give the exit code."""
    if args.watch:
        from lifeline.cli.watching import watch  # few runs do

        return watch(args, judge_files)
    return judge_files(args)


def judge_files(args: argparse.Namespace) -> int:
    """Judge the files and give the exit code."""
    if args.null and not args.list_files:
        raise UsageError(NULL_ALONE)
    paths = chosen_inputs(args)
    if args.list_files:
        from lifeline.cli.listing import print_for_programs, print_list

        return print_for_programs(paths) if args.null else print_list(paths)
    bench = bench_for(args, paths, _judge_class(args))
    run = Run(
        __version__,
        bench.compiled,
        args.as_of,
        brief=len(paths) > 1 and not args.full,
        market=bench.market,
        gate=bench.gate,
        choosing=choosing(args),
        full=args.full,
        strict=bench.strict(paths),
    )
    summary = dict.fromkeys(("ideas", *VERDICTS, "waived"), 0)
    with Outputs(_outputs(args, paths), run) as outputs:
        judged = judged_all(Writing(bench, outputs.by_idea()), paths, args.jobs)
        for written in with_progress(judged, len(paths), prints=outputs.prints):
            if written["errors"] and not outputs.shows_errors:
                _say_errors(written)
            summary["ideas"] += 1
            summary[written["verdict"]] += 1
            summary["waived"] += written["waived"]
            outputs.add(written)
        outputs.finish(summary)
    occurred = [verdict for verdict in VERDICTS if summary[verdict]]
    return exit_for(occurred, zero=args.exit_zero)


def _outputs(args: argparse.Namespace, paths: list[str]) -> list[Output]:
    """Give what is written; where nothing is judged, people are told so on stderr only."""
    outputs: list[Output] = args.outputs or [Output(TEXT, "")]
    return [each for each in outputs if paths or each.file or each.format != TEXT]


def _judge_class(args: argparse.Namespace) -> type[Judge]:
    if not args.ask:
        return Judge
    from lifeline.cli.asking import AskingJudge  # most runs ask nothing

    return AskingJudge


def _say_errors(written: Written) -> None:
    from lifeline.report.problems import problem_lines

    say(*problem_lines(written["path"], written["errors"]))
