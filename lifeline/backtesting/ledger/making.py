"""Makes the entries of a ledger: a forecast from an assessment, and what came of one."""

from __future__ import annotations

from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Any, Literal, cast

from lifeline.backtesting.forecasts import Forecast as Foretold
from lifeline.backtesting.ledger.days import YES, day_of
from lifeline.backtesting.ledger.standing import is_same_saying, replacing
from lifeline.errors import UsageError
from lifeline.reading.ledger.checks import AFTER
from lifeline.reading.ledger.lines import FORMAT, id_of
from lifeline.scoring.calendar import months_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifeline.model.assessment import Assessment, Months
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.ledger import Claim, Clock, Forecast, Outcome, Resolution

    After = Literal[3, 6, 12]
    Own = Mapping[int, float]

NO_DAY = (
    "lifeline: {path}: no forecast can be made, as no answer is given yet, and so no day can be"
    " named. Answer the questions first: lifeline walk {again}"
)
PASSED = (
    "lifeline: {path}: no forecast can be made: its months count from {assessed}, and {last}, the"
    " last day that it speaks of, has passed on {made}. Look at the answers again, set 'assessed:'"
    " to the day on which they hold, and add it then."
)
OWN_PASSED = (
    "lifeline: --probability {after}: {on}, the day {after} months after {assessed}, has passed on"
    " {made}: it can no longer be forecast."
)
TOO_EARLY = (
    "lifeline: {on} lies before {due}, the day that this claim is about, so nobody can know yet"
    " that it comes true. If it has ended already, that can be written down: no."
)
IN_FUTURE = "lifeline: {on} is still to come on {today}. Write down what came of it when it has."
BEFORE_MADE = (
    "lifeline: {on} lies before {made}, the day on which the forecast was made. Expected the day"
    " on which it was seen to have ended, {made} or later."
)


def forecast_of(  # noqa: PLR0913  # what a forecast rests on, by name
    assessment: Assessment,
    compiled: CompiledSet,
    clock: Clock,
    own: Own,
    *,
    strict: bool,
    tool: str,
    choosing: str = "",
) -> Forecast:
    """Make a forecast of one clock.

    Args:
        assessment: what it is made from; it is made on the day of its ``as_of``.
        compiled: the set that judged.
        clock: which clock, or the lifeline, which is the smaller of the two.
        own: the founder's probabilities, by months.
        strict: whether it was judged strictly.
        tool: the version of the program.
        choosing: the words of a command line that choose the set, for the command that is proposed.

    Raises:
        UsageError: when there is no day to forecast, or none that is still ahead.
    """
    lifeline, assessed = assessment["lifeline"], assessment["assessed"]
    if lifeline is None or lifeline["until"] is None or assessed is None:
        path = assessment["path"]
        raise UsageError(NO_DAY.format(path=path, again=f"{quote(path)}{choosing}"))
    months = lifeline["months"] if clock == "lifeline" else lifeline[clock]
    forecast: Any = {
        "ledger": FORMAT,
        "kind": "forecast",
        "idea": {
            "id": assessment["id"],
            "title": assessment["idea"],
            "path": assessment["path"],
        },
        "clock": clock,
        "months": dict(months),
        "made": assessment["as_of"],
        "assessed": assessed,
        "strict": strict,
        "set": {
            "id": compiled["set"],
            "version": compiled["version"],
            "deciding": compiled["hashes"]["deciding"],
        },
        "tool": {"name": "lifeline", "version": tool},
        "claims": _claims(assessment, assessed, months, own),
    }
    return cast("Forecast", {**forecast, "id": id_of(forecast)})


def _claims(assessment: Assessment, assessed: str, months: Months, own: Own) -> list[Claim]:
    """Give what is claimed of each day that is still ahead."""
    made = assessment["as_of"]
    days = {after: _day_after(assessed, after) for after in AFTER}
    for after in own:
        if days[after] <= made:
            words = {"after": after, "on": days[after], "assessed": assessed, "made": made}
            raise UsageError(OWN_PASSED.format(**words))
    foretold = Foretold((months["low"], months["high"]), (0.0, 0.0))
    claims: list[Any] = [
        {"after": after, "on": on, "probability": foretold.lasts(after), "own": own.get(after)}
        for after, on in days.items()
        if on > made
    ]
    if not claims:
        words = {"assessed": assessed, "last": days[AFTER[-1]], "made": made}
        raise UsageError(PASSED.format(path=assessment["path"], **words))
    return claims


def _day_after(assessed: str, months: int) -> str:
    return months_after(date.fromisoformat(assessed), months).isoformat()


def same_as(forecast: Forecast, others: Mapping[str, Forecast]) -> Forecast | None:
    """Give the earliest of other forecasts, by id, that says the same of the same days and counts.

    One that was corrected says it no more.
    """
    said, replaced = _said(forecast), replacing(others)
    alike = [other for id_, other in others.items() if id_ not in replaced and _said(other) == said]
    return min(alike, key=lambda other: (other["made"], other["id"]), default=None)


def _said(forecast: Forecast) -> Any:
    own = _own(forecast)
    idea = forecast["idea"]["id"], forecast["idea"]["title"]
    clock = forecast["clock"], forecast["months"], forecast["assessed"]
    return idea, clock, forecast["set"]["deciding"], own


def _own(forecast: Forecast) -> list[tuple[int, float]]:
    claims = forecast["claims"]
    return sorted((claim["after"], claim["own"]) for claim in claims if claim["own"] is not None)


def correcting(forecast: Forecast, others: Mapping[str, Forecast]) -> Forecast:
    """Give a forecast that replaces those of the same day with which a founder said otherwise."""
    own, replaced = _own(forecast), replacing(others)
    old = [
        id_
        for id_, other in others.items()
        if own and _own(other) not in ([], own) and is_same_saying(forecast, other)
    ]
    old = sorted(id_ for id_ in old if id_ not in replaced)
    if not old:
        return forecast
    found: Any = {**forecast, "replaces": old}
    return cast("Forecast", {**found, "id": id_of(found)})


def repeated(resolution: Resolution, counts: Sequence[Resolution]) -> Resolution | None:
    """Give the one resolution that counts already, if it says the same, whenever it was written."""
    if len(counts) == 1 and _outcome(counts[0]) == _outcome(resolution):
        return counts[0]
    return None


def _outcome(resolution: Resolution) -> tuple[str | None, ...]:
    return resolution["outcome"], resolution["on"], resolution["source"], resolution["note"]


def resolution_of(  # noqa: PLR0913  # what is written down, by name
    forecast: Forecast,
    after: int,
    outcome: Outcome,
    on: date,
    *,
    source: str,
    note: str | None,
    today: date,
    replaces: Iterable[str],
) -> Resolution:
    """Write down what came of one claim of a forecast.

    Args:
        forecast: the forecast.
        after: the months of the claim, of which it has one.
        outcome: whether the clock still ran on the day of the claim.
        on: the day from which that is known.
        source: who or what says so.
        note: what else is to be said.
        today: the day on which it is written down.
        replaces: the ids of resolutions of that day that it corrects.

    Raises:
        UsageError: when that cannot be known.
    """
    due = day_of(forecast, after)
    words = {"on": on, "due": due, "today": today, "made": forecast["made"]}
    if on > today:
        raise UsageError(IN_FUTURE.format(**words))
    if outcome == YES and on.isoformat() < due:
        raise UsageError(TOO_EARLY.format(**words))
    if on.isoformat() < forecast["made"]:
        raise UsageError(BEFORE_MADE.format(**words))
    resolution: Any = {
        "ledger": FORMAT,
        "kind": "resolution",
        "forecast": forecast["id"],
        "after": after,
        "outcome": outcome,
        "on": on.isoformat(),
        "source": source,
        "note": note,
        "written": today.isoformat(),
        "replaces": sorted(replaces),
    }
    return cast("Resolution", {**resolution, "id": id_of(resolution)})
