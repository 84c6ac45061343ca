"""``lifeline ledger resolve``: appends what came of a claim."""

from __future__ import annotations

from lifeline.backtesting.ledger.making import repeated, resolution_of
from lifeline.backtesting.ledger.standing import current, standing_of
from lifeline.cli.results import print_result
from lifeline.errors import UsageError
from lifeline.reading.limits import LONGEST_TEXT
from lifeline.reading.spelling import brief, listed
from lifeline.report.ledger.added import lay_out_resolved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.cli.bookkeeping.book import Book
    from lifeline.model.ledger import Forecast, Resolution
    from lifeline.reading.ledger.lines import Held

    Data = dict[str, Any]

SHORTEST = 4
"""Signs of the beginning of an id that say which one is meant."""


def resolve(book: Book) -> bool:
    """Append what came of a claim; nothing where just that stands there already.

    Raises:
        LifelineError: when there is no such claim, its outcome cannot be known yet, or the ledger
            cannot be written.
    """
    book.args.source = _text("--source", book.args.source)
    book.args.note = None if book.args.note is None else _text("--note", book.args.note)
    book.require()
    found: Data = {}

    def entries_for(held: Held) -> list[Resolution]:
        forecast = _meant(book, held)
        counts = current(_of_claim(held, forecast["id"], book.args.after))
        new = _resolution(book, forecast, counts)
        known = repeated(new, counts)
        found.update(_came_to(book, forecast, known or new, held), already=known is not None)
        return [] if known else [new]

    found = {**book.head(book.append(entries_for)), **found}
    print_result(
        book.args, found, lambda terminal: lay_out_resolved(found, terminal, book.argument)
    )
    return True


def _meant(book: Book, held: Held) -> Forecast:
    """Give the forecast that is meant by how its id begins."""
    word = book.args.forecast
    found = [id_ for id_ in held.forecasts if id_.startswith(word)]
    if len(word) < SHORTEST or not found:
        known = f" Expected one of: {listed(held.forecasts)}." if held.forecasts else ""
        told = f"'{brief(word)}' is not the id of a forecast in {book.file}.{known}"
        raise UsageError(f"lifeline: {told}")
    if len(found) > 1:
        told = f"'{brief(word)}' could be {listed(found)}. Write more of it."
        raise UsageError(f"lifeline: {told}")
    return held.forecasts[found[0]]


def _resolution(book: Book, forecast: Forecast, counts: list[Resolution]) -> Resolution:
    args = book.args
    known = [claim["after"] for claim in forecast["claims"]]
    if args.after not in known:
        told = f"the forecast {forecast['id']} says nothing of {args.after} months: that day had"
        told += f" passed when it was made. Expected one of: {', '.join(map(str, known))}."
        raise UsageError(f"lifeline: {told}")
    return resolution_of(
        forecast,
        args.after,
        args.outcome,
        args.on,
        source=args.source,
        note=args.note,
        today=book.today,
        replaces=[one["id"] for one in counts],
    )


def _came_to(book: Book, forecast: Forecast, resolution: Resolution, held: Held) -> Data:
    """Give what a claim came to, and the other claims for which that has a consequence."""
    resolutions = {**held.resolutions, resolution["id"]: resolution}
    stands = standing_of(forecast, resolutions.values(), book.today.isoformat())
    claims = {claim["after"]: claim for claim in stands["claims"]}
    after = resolution["after"]
    return {
        "forecast": forecast,
        "resolution": resolution,
        "claim": claims[after],
        "following": [each for each in claims.values() if each["follows_from"] == after],
    }


def _of_claim(held: Held, forecast: str, after: int) -> list[Resolution]:
    every = held.resolutions.values()
    return [one for one in every if (one["forecast"], one["after"]) == (forecast, after)]


def _text(flag: str, text: str) -> str:
    """Give a text that somebody typed.

    Raises:
        UsageError: when it says nothing, or is longer than can be read again.
    """
    if not text.strip():
        raise UsageError(f"lifeline: {flag} is empty. Expected some words, or a link.")
    if len(text) > LONGEST_TEXT:
        told = f"has {len(text)} signs. Expected {LONGEST_TEXT} at most."
        raise UsageError(f"lifeline: {flag} {told}")
    return text.strip()
