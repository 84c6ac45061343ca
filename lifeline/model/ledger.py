"""What stands in a ledger of forecasts, one entry a line. For type checkers and the schema."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Months, Tool

Outcome = Literal["yes", "no"]
Clock = Literal["lifeline", "advantage", "necessity"]


class Subject(TypedDict):
    """The idea that a forecast is about; ``path`` is the file as it was named."""

    id: str
    title: str
    path: str


class JudgedBy(TypedDict):
    """The set that a forecast was made with; ``deciding`` is a digest."""

    id: str
    version: str
    deciding: str


class Claim(TypedDict):
    """That a clock still runs on a day, so many months ``after`` the assessed one.

    ``probability`` is what the range of months says: 1 that it does, 0 that it does not, 0.5 that
    this is open. ``own`` is what the founder says, where they said anything.
    """

    after: Literal[3, 6, 12]
    on: str
    probability: float
    own: float | None


class Forecast(TypedDict):
    """A forecast as it was made, on the day ``made``; months count from the day ``assessed``.

    It claims something of those days only that were ahead when it was made. Where the founder
    mistyped, one of the same day names those that it ``replaces``: their ``own`` counts no more.
    """

    ledger: Literal[1]
    kind: Literal["forecast"]
    id: str
    idea: Subject
    clock: Clock
    months: Months
    made: str
    assessed: str
    strict: bool
    set: JudgedBy
    tool: Tool
    claims: list[Claim]
    replaces: NotRequired[list[str]]


class Resolution(TypedDict):
    """What came of one claim of a forecast, who says so, and from what day that is.

    It counts for every forecast of the same idea and clock that speaks of the day of that claim.
    ``on``: when it was seen to run still, or no longer to run. ``written``: when it was put down.
    A correction names the resolutions that it ``replaces``.
    """

    ledger: Literal[1]
    kind: Literal["resolution"]
    id: str
    forecast: str
    after: Literal[3, 6, 12]
    outcome: Outcome
    on: str
    source: str
    note: str | None
    written: str
    replaces: list[str]


Entry = Forecast | Resolution
