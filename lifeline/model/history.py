"""What a back-test found, as it is kept beside the set that it tested."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from lifeline.model.rubric import Entry
from lifeline.model.scalars import Words, one_of

Count = Annotated[int, Field(ge=0)]


class Lasted(Entry):
    """How long some products lasted; no ``median`` where more than half still held."""

    cases: Count
    ended: Count
    median: Annotated[float, Field(ge=0)] | None = None


class Tier(Lasted):
    """The products that were judged with one low end, in months."""

    months: Count


class RuleHistory(Entry):
    """The products in which a rule surely held, and the others."""

    held: Lasted
    others: Lasted


class HistoryFile(Entry):
    """The history of a set; told only for the very rules that it was found with."""

    history_format: Annotated[int, one_of(1)]
    deciding: Words
    cases: Count
    tiers: list[Tier]
    rules: dict[str, RuleHistory]
