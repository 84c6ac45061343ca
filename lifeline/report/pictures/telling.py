"""Pictures in whole sentences, for those who do not see them: the same facts in the same words."""

from __future__ import annotations

from lifeline.model.words import CLOCKS
from lifeline.report import phrases
from lifeline.report.pictures.drawing import number
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifeline.model.assessment import Assessment, Cap, Lift, Months
    from lifeline.report.pictures.beside import Laid, Sign


def clocks_title(assessment: Assessment) -> str:
    """Say what the picture of the clocks shows."""
    start = assessment["assessed"]
    since = f", counted from {phrases.day_text(start)}" if start else ""
    return f"{assessment['idea']}: how many months it lasts{since}"


def clocks_text(
    assessment: Assessment, events: Sequence[Sign], against: Sequence[Laid]
) -> list[str]:
    """Say what the picture of the clocks says."""
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "nothing is drawn of what could not be read"
    until = phrases.until_text(lifeline, assessment["as_of"])
    told = [f"Lifeline: {months_text(lifeline['months'])}. {until}"]
    clocks: dict[str, Months] = {clock: lifeline[clock] for clock in CLOCKS}  # type: ignore[literal-required]
    told += [f"{name.capitalize()}: {months_text(months)}." for name, months in clocks.items()]
    told += [_cap_text(cap) for cap in phrases.taking(assessment["caps"])]
    told += [f"{e['name'].capitalize()}: {number_text(e['low'], e['high'])}." for e in against]
    if events:
        told.append("In the record of the market:")
        told += [f"{event_text(sign)}: {what_text(sign)}" for sign in events]
    return told


def _cap_text(cap: Cap) -> str:
    name = phrases.bare(cap["rule"])
    months = months_text(_only(cap["value"]["low"]))
    perhaps = "" if phrases.is_sure(cap) else "perhaps "
    return phrases.sentence(f"{perhaps}{name} leaves the {cap['clock']} {months}.")


def caps_text(cap: Cap) -> list[str]:
    """Say what a cap takes, and what lifts it."""
    name = phrases.bare(cap["rule"])
    perhaps = "perhaps " if cap["status"] == "possible" else ""
    limited = f"{perhaps}{name} limits the {cap['clock']} to {cap['months']} months"
    taken = phrases.sentence(f"{limited} ({cap['cause']}).")
    lifts = [_lift_text(lift, months_text(_only(lift["months"]))) for lift in cap["lifted_by"]]
    return [taken, *(f"{phrases.sentence(lift)}." for lift in lifts)]


def brief_lift(lift: Lift) -> str:
    """Say in a few words to how many months a protection lifts a cap."""
    return _lift_text(lift, phrases.short(_only(lift["months"])))


def _lift_text(lift: Lift, months: str) -> str:
    perhaps = "perhaps " if lift["status"] == "possible" else ""
    return f"{perhaps}{phrases.bare(lift['protection'])} lifts it to {months}"


def _only(months: int) -> Months:
    return {"low": months, "high": months}


def event_text(sign: Sign) -> str:
    """Name an event of the market: its day or month, and who."""
    iso = sign["date"]
    day = phrases.day_text(iso) if len(iso) == len("2026-11-22") else _month_text(iso)
    return f"{day}, {sign['actor']}"


def _month_text(iso: str) -> str:
    year, _, month = iso.partition("-")
    return f"{phrases.MONTHS[int(month) - 1]} {year}"


def what_text(sign: Sign) -> str:
    """Say what happened."""
    return sign["what"] or "announced, and not shipped by then."


def number_text(low: float, high: float) -> str:
    """Say a number of months that is no range of a clock: ``1 month``, ``3 to 9 months``."""
    noun = "month" if low == high == 1 else "months"
    least, most = number(low), number(high)
    return f"{least} {noun}" if least == most else f"{least} to {most} {noun}"
