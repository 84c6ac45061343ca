"""``lifeline market``: the dated record of what big companies shipped, and of what it costs."""

from __future__ import annotations

from datetime import date

from lifeline.cli.exits import Exit
from lifeline.cli.ideas import day
from lifeline.cli.results import add_result_arguments, print_result
from lifeline.cli.sets import add_set_arguments
from lifeline.cli.subverbs import add_subverbs

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket

FORMAT = 1

SUBVERBS = {
    "events": "list what big companies shipped, announced and took back, with dates",
    "parameters": "list prices, costs and sizes of models, as they were on a day",
    "rates": "tell how long it takes from announced to shipped, and until a platform enters",
}

EVENTS_EPILOG = (
    "An event of which only the month is known counts from the first day of the next month."
    " Example: lifeline market events --touching ideas/"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline market events --capability file-chat --since 2023-09-01"
    parsers = add_subverbs(parser, SUBVERBS)
    _add_events_arguments(parsers["events"])
    _add_parameters_arguments(parsers["parameters"])
    parsers["rates"].epilog = "They are something to compare with: no months depend on them."
    for subparser in parsers.values():
        add_result_arguments(subparser)


def _add_events_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EVENTS_EPILOG
    for name, metavar, about in (
        ("--capability", "CAP", "only events of these capabilities, as file-chat"),
        ("--actor", "NAME", "only events of these companies"),
    ):
        parser.add_argument(
            name, nargs="+", action="extend", default=[], metavar=metavar, help=about
        )
    parser.add_argument("--since", type=day, metavar="DATE", help="from this day on, as 2023-09-01")
    parser.add_argument(
        "--until",
        type=day,
        default=date.today(),
        metavar="DATE",
        help="up to this day (default: today)",
    )
    parser.add_argument(
        "--touching",
        nargs="+",
        action="extend",
        default=[],
        metavar="PATH",
        help="for each idea file under PATH: events of its capabilities after its 'assessed' day",
    )
    _add_sources_argument(parser)
    add_set_arguments(parser, texts=False)


def _add_parameters_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Example: lifeline market parameters context-window --at 2023-12-31"
    parser.add_argument(
        "id", nargs="?", default="", metavar="ID", help="one parameter, with all its values"
    )
    parser.add_argument(
        "--at",
        type=day,
        default=date.today(),
        metavar="DATE",
        help="the day of which values are shown (default: today)",
    )
    _add_sources_argument(parser)


def _add_sources_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sources", action="store_true", help="text: show where it was read")


def execute(args: argparse.Namespace) -> int:
    """Run the verb that is named on the shipped record."""
    from lifeline.cli.sets import chosen_market

    code: int = RUN[args.subverb](args, chosen_market())
    return code


def _events(args: argparse.Namespace, market: CompiledMarket) -> int:
    from lifeline.cli.touching import all_events, events_by_idea
    from lifeline.report.market import lay_out_events, lay_out_ideas

    head = {**_head(market), "reaches": market["reaches"], "documents": market["documents"]}
    if not args.touching:
        found = {**head, **all_events(args, market)}
        print_result(args, found, lambda terminal: lay_out_events(found, terminal, args.sources))
        return Exit.PASSED
    ideas, unread = events_by_idea(args, market)
    found = {**head, "ideas": ideas}
    print_result(args, found, lambda terminal: lay_out_ideas(found, terminal, args.sources))
    return Exit.INVALID if unread else Exit.PASSED


def _parameters(args: argparse.Namespace, market: CompiledMarket) -> int:
    from lifeline.errors import UsageError
    from lifeline.reading.spelling import not_among
    from lifeline.report.market_figures import lay_out_parameters

    every = market["parameters"]
    if args.id and args.id not in every:
        raise UsageError(f"lifeline: {not_among(args.id, every, 'a parameter of the record')}")
    shown = [_parameter(id_, args, market) for id_ in ([args.id] if args.id else every)]
    head = {**_head(market), "documents": market["documents"], "at": args.at.isoformat()}
    found = {**head, "parameters": shown}
    print_result(args, found, lambda terminal: lay_out_parameters(found, terminal, args.sources))
    return Exit.PASSED


def _parameter(id_: str, args: argparse.Namespace, market: CompiledMarket) -> dict[str, Any]:
    """Give a parameter with its value on the day; with all its values, if it is asked for."""
    from lifeline.scoring.market import value_at

    parameter = market["parameters"][id_]
    value = value_at(id_, args.at, market)
    return {
        "parameter": id_,
        "about": parameter["about"],
        "unit": parameter["unit"],
        "value": value and {key: value[key] for key in ("value", "since", "note", "sources")},
        "values": parameter["values"] if args.id else None,
    }


def _rates(args: argparse.Namespace, market: CompiledMarket) -> int:
    from lifeline.report.market_figures import lay_out_rates
    from lifeline.scoring.market_rates import base_rates

    found = {**_head(market), **base_rates(market)}
    print_result(args, found, lambda terminal: lay_out_rates(found, terminal))
    return Exit.PASSED


def _head(market: CompiledMarket) -> dict[str, Any]:
    head = {key: market[key] for key in ("version", "content", "until")}
    return {"format": FORMAT, "market": head}


RUN = {"events": _events, "parameters": _parameters, "rates": _rates}
