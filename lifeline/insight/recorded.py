"""Gives what the record of the market has of an idea's capabilities, beside a question."""

from __future__ import annotations

from lifeline.scoring.idea_record import IdeaRecord
from lifeline.scoring.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

    Entry = dict[str, Any]

HEAD = ("capability", "means", "status", "companies")


def what_the_record_has(
    compiled: CompiledSet,
    idea: Idea,
    as_of: date,
    id_: str,
    market: CompiledMarket | None,
) -> Entry | None:
    """Give what the record of the assessed day suggests as the answer to a question, and why.

    Returns:
        The ``day``, the choice that it ``suggests``, and for each capability how far the big
        companies were, which ones, and the ``signs`` of it with their sources; None where no
        record was used, the question takes nothing from it, or the idea names nothing in it.
    """
    question = compiled["deciding"]["questions"][compiled["ids"].index(id_)]
    if market is None:
        return None
    record = IdeaRecord(idea, as_of, Record(market))
    suggested = record.suggested(question, record.then)
    if suggested is None:
        return None
    return {
        "day": record.then.isoformat(),
        "suggests": list(question["choices"])[suggested],
        "statuses": [_status(record, capability) for capability in record.capabilities],
        "documents": market["documents"],
    }


def _status(record: IdeaRecord, capability: str) -> Entry:
    status = record.record.status(capability, record.then)
    signs = record.record.signs(status)
    return {**{key: status[key] for key in HEAD}, "signs": signs}
