"""``lifeline ledger resolve``: appends what came of a claim."""

from __future__ import annotations

from lifeline.backtesting.ledger.days import (
    NO,
    YES,
    Days,
    correction_of,
    current,
    day_of,
    product_of,
    resolutions_of,
    stopped_by,
    written_of,
)
from lifeline.backtesting.ledger.making import repeated, resolution_of
from lifeline.backtesting.ledger.standing import standing
from lifeline.errors import UsageError
from lifeline.reading.ledger.lines import Held
from lifeline.reading.limits import LONGEST_TEXT
from lifeline.reading.spelling import brief, listed
from lifeline.report.ledger.added import ResolvedPage
from lifeline.report.ledger.words import resolving
from lifeline.report.phrases import day_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.bookkeeping.book import Book
    from lifeline.model.ledger import Forecast, Resolution

    Data = dict[str, Any]

SHORTEST = 4
"""Signs of the beginning of an id that say which one is meant."""

OPPOSITE = (
    "lifeline: Of {title} on {day} you wrote {outcome} ({forecast}). To correct it, resolve that"
    " one again."
)
"""Two forecasts can speak of one day, of which only one thing is true."""

EXCLUDED = {
    YES: "lifeline: {file}: Of {title} on {day} ({after} months) you wrote no: it had ended by"
    " {ended}, and what had ended has ended for the later days. So it cannot have held on {on}."
    " Nothing was written. If that no was wrong, correct it first: {command}",
    NO: "lifeline: {file}: Of {title} on {day} ({after} months) you wrote yes: what held then held"
    " before. So it cannot have ended by {ended}. Nothing was written. If that yes was wrong,"
    " correct it first: {command}",
}
"""What is said where another day excludes an outcome, by that outcome."""


def resolve(book: Book) -> bool:
    """Append what came of the day of a claim; nothing where just that stands there already.

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
        _require_claim(forecast, book.args.after)
        counts = _counting(held, forecast, book.args.after)
        _refuse_opposite(forecast, book.args, counts)
        new = _resolution(book, forecast, counts)
        _refuse_excluded(book, forecast, new, held)
        known = repeated(new, counts)
        found.update(_came_to(book, forecast, known or new, held), already=known is not None)
        return [] if known else [new]

    found = {**book.head(book.append(entries_for)), **found}
    book.show(found, ResolvedPage)
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


def _require_claim(forecast: Forecast, after: int) -> None:
    known = [claim["after"] for claim in forecast["claims"]]
    if after not in known:
        told = f"the forecast {forecast['id']} says nothing of {after} months: that day had"
        told += f" passed when it was made. Expected one of: {', '.join(map(str, known))}."
        raise UsageError(f"lifeline: {told}")


def _counting(held: Held, forecast: Forecast, after: int) -> list[Resolution]:
    """Give what counts of the day of a claim, whichever forecast of the product it names."""
    days = resolutions_of(held).get(product_of(forecast), {})
    return current(days.get(day_of(forecast, after), []))


def _refuse_opposite(
    forecast: Forecast, args: argparse.Namespace, counts: list[Resolution]
) -> None:
    """Refuse the opposite of what was written down with other forecasts; it may be a slip.

    Where that is disputed, or was written down with this very one, it is a correction.
    """
    about = {(one["forecast"], one["after"]) for one in counts}
    outcomes = {one["outcome"] for one in counts}
    if (forecast["id"], args.after) in about or len(outcomes) != 1 or args.outcome in outcomes:
        return
    title, day = forecast["idea"]["title"], day_text(day_of(forecast, args.after))
    (outcome,), other = outcomes, counts[-1]["forecast"]
    told = OPPOSITE.format(title=title, day=day, outcome=outcome, forecast=other)
    raise UsageError(told)


def _refuse_excluded(book: Book, forecast: Forecast, new: Resolution, held: Held) -> None:
    """Refuse what cannot be true beside what was written of another day of the product.

    Where both stand there already, changing either of them is how that is settled.
    """
    on, every = day_of(forecast, new["after"]), resolutions_of(held).get(product_of(forecast), {})
    before, days = Days(every).outcome(on), Days({**every, on: [*every.get(on, []), new]})
    day = days.outcome(on)
    if not day["against"] or (before["against"] and written_of(before) != new["outcome"]):
        return
    other = days.outcome(day["against"])
    raise UsageError(_excluded(book, forecast, day, other))


def _excluded(book: Book, forecast: Forecast, day: Data, other: Data) -> str:
    """Say which other day excludes what is to be written of a day, and how to correct that one."""
    last, outcome = other["told"][-1], correction_of(other, day["on"])
    return EXCLUDED[written_of(day)].format(
        file=book.file,
        title=forecast["idea"]["title"],
        day=day_text(other["on"]),
        after=last["after"],
        ended=day_text(min(stopped_by(day), stopped_by(other))),
        on=day_text(day["on"]),
        command=f"lifeline ledger {resolving(last, outcome)}{book.argument}",
    )


def _resolution(book: Book, forecast: Forecast, counts: list[Resolution]) -> Resolution:
    args = book.args
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
    """Give what a day came to, for which forecasts, and the other days that follow from it."""
    seen, product = Held(), product_of(forecast)
    seen.forecasts = {
        id_: each for id_, each in held.forecasts.items() if product_of(each) == product
    }
    every = (*held.resolutions.values(), resolution)
    seen.resolutions = {one["id"]: one for one in every if one["forecast"] in seen.forecasts}
    stands = standing(seen, book.today.isoformat())
    on = day_of(forecast, resolution["after"])
    claims = [(each["id"], claim) for each in stands for claim in each["claims"]]
    following = {claim["on"]: claim for _, claim in claims if claim["follows_from"] == on}
    own = {claim["on"]: claim for id_, claim in claims if id_ == forecast["id"]}
    return {
        "forecast": forecast,
        "resolution": resolution,
        "claim": own[on],
        "settles": [id_ for id_, claim in claims if claim["on"] == on],
        "following": [own.get(day, following[day]) for day in sorted(following)],
    }


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
