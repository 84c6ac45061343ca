"""``lifeline ledger due`` and ``show``: what is asked of a ledger, and what it comes to."""

from __future__ import annotations

from lifeline.backtesting.ledger.scoring import scores
from lifeline.backtesting.ledger.standing import due, standing
from lifeline.report.ledger.due import DuePage
from lifeline.report.ledger.shown import ShownPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.cli.bookkeeping.book import Book


def list_due(book: Book) -> bool:
    """Print what has come due and what comes next; say whether every line could be read.

    Raises:
        UsageError: when there is no ledger.
    """
    held, day = book.read(), book.today.isoformat()
    found = {**book.head(held), **due(standing(held, day))}
    book.show(found, DuePage)
    return not held.problems


def show(book: Book) -> bool:
    """Print every forecast and how right they were; say whether every line could be read.

    Raises:
        UsageError: when there is no ledger.
    """
    held, day = book.read(), book.today.isoformat()
    forecasts = standing(held, day)
    found = {**book.head(held), "forecasts": forecasts, "scores": scores(forecasts, day)}
    book.show(found, ShownPage)
    return not held.problems
