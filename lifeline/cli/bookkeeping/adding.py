"""``lifeline ledger add``: appends a forecast that is made from an assessment."""

from __future__ import annotations

import os
import re
from itertools import pairwise

from lifeline.backtesting.ledger.making import correcting, forecast_of, same_as
from lifeline.cli.commands import choosing
from lifeline.cli.ideas import read_file
from lifeline.cli.ledger import AFTER
from lifeline.cli.sets import chosen_market, chosen_set
from lifeline.cli.single import require_file, still_ahead
from lifeline.errors import UsageError
from lifeline.reading.idea import read_idea
from lifeline.reading.spelling import brief
from lifeline.report.ledger.added import AddedPage
from lifeline.scoring.assess import assess
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.bookkeeping.book import Book
    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.ledger import Forecast
    from lifeline.reading.ledger.lines import Held

_MONTHS = "|".join(map(str, AFTER))
PROBABILITY = re.compile(rf"({_MONTHS})=([01]|[01]?\.[0-9]{{1,6}})")
PERCENT = re.compile(rf"({_MONTHS})=([0-9]{{1,3}}) ?%?")


def add(book: Book) -> bool:
    """Append a forecast of each clock, unless the same stands there already.

    What cannot be read in the file does not keep anybody from adding to it.

    Raises:
        LifelineError: when the idea cannot be judged, nothing of it can be forecast, or the ledger
            cannot be written.
    """
    args = book.args
    own = own_probabilities(args.own)
    compiled = chosen_set(args)
    assessment = _assessed(args, compiled)
    how: dict[str, Any] = {"strict": args.strict, "tool": __version__, "choosing": choosing(args)}
    made = [
        forecast_of(assessment, compiled, clock, own, **how)
        for clock in dict.fromkeys(args.clocks or ["lifeline"])
    ]
    new: list[Forecast] = []
    already: list[Forecast] = []

    def entries_for(held: Held) -> list[Forecast]:
        for forecast in made:
            same = same_as(forecast, held.forecasts)
            (already if same else new).append(same or correcting(forecast, held.forecasts))
        return new

    began = not os.path.exists(book.file)
    found = {
        **book.head(book.append(entries_for)),
        "began": began,
        "answers": len(assessment["answers"]),
        "added": new,
        "already": already,
    }
    book.show(found, AddedPage)
    return True


def _assessed(args: argparse.Namespace, compiled: CompiledSet) -> Assessment:
    require_file(args.idea)
    data, name = read_file(args.idea)
    idea = read_idea(data, name, compiled)
    market, strict = chosen_market(args), args.strict
    found = assess(idea, compiled, as_of=args.as_of, path=name, strict=strict, market=market)
    ahead = still_ahead(found, is_day_given=args.as_of is not None)
    if ahead:
        raise UsageError(ahead)
    return found


def own_probabilities(words: list[str]) -> dict[int, float]:
    """Read probabilities such as ``6=0.7``, by months.

    Raises:
        UsageError: when a word is something else, two are about the same months, or they rise
            with the months.
    """
    found: dict[int, float] = {}
    for word in words:
        match = PROBABILITY.fullmatch(word)
        if not match or float(match[2]) > 1:
            told = f"'{brief(word)}' is no probability. Expected MONTHS=P, with 3, 6 or 12 months"
            told += f" and P from 0 to 1, as 6=0.7.{_meant(word)}"
            raise UsageError(f"lifeline: --probability: {told}")
        if int(match[1]) in found:
            told = f"{match[1]} months are given twice. Keep one."
            raise UsageError(f"lifeline: --probability: {told}")
        found[int(match[1])] = float(match[2])
    _refuse_rising(found)
    return found


def _meant(word: str) -> str:
    """Say what is meant by a share in percent."""
    match = PERCENT.fullmatch(word)
    if not match or int(match[2]) > 100:  # noqa: PLR2004  # percent
        return ""
    return f" Did you mean {match[1]}={int(match[2]) / 100:g}?"


def _refuse_rising(own: dict[int, float]) -> None:
    days = sorted(own)
    for early, late in pairwise(days):
        if own[late] > own[early]:
            raise UsageError(
                f"lifeline: --probability: {late}={own[late]:g} is more than"
                f" {early}={own[early]:g}: what still holds after {late} months held after"
                f" {early}."
            )
