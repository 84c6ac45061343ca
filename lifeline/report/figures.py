"""The figures of a back-test for people, each with its sample and its interval."""

from __future__ import annotations

from lifeline.report.phrases import count
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Data = dict[str, Any]

NO_FIGURE = "-"

ABOUT_ORDER = (
    "Of two products, how often the one judged longer lasted longer (Harrell's C; 0.5 is a coin)."
    " Ranges are ordered by their middle, equal ones by durability. Intervals: 95 %, bootstrap."
)
ABOUT_ANSWERS = "An unclear answer counts one half. Intervals: 95 %, Wilson; balanced: MOVER."


def order(figures: Data, terminal: Terminal) -> Lines:
    """Say how well products are ordered."""
    score, months = figures["concordance"], figures["concordance_months"]
    sample = f"{score['pairs']:,} {'pair' if score['pairs'] == 1 else 'pairs'} of"
    sample += f" {count(score['cases'], 'product')}"
    rows = [
        ("concordance", interval(score), sample),
        ("  with the months alone", interval(months), sample),
        ("  if each tier were foreseen", figure(months["ceiling"])),
    ]
    return [*table(terminal, rows), *terminal.paragraph(ABOUT_ORDER)]


def horizons(figures: Data, terminal: Terminal) -> Lines:
    """Say how often it was right that a product lasts for so many months."""
    rows: list[tuple[str, ...]] = []
    for months, horizon in figures["horizons"].items():
        rows += _horizon(months, horizon)
    rows.append(("ranked probability score", figure(figures["range_score"])))
    return [*table(terminal, rows), *terminal.paragraph(ABOUT_ANSWERS)]


def _horizon(months: int, horizon: Data) -> list[tuple[str, ...]]:
    balanced = horizon["balanced_accuracy"]
    rows: list[tuple[str, ...]] = [
        (f"lasts {months} months or more, {count(horizon['cases'], 'product')}",),
        ("  hit rate", _rate(horizon["hit_rate"])),
    ]
    if balanced:
        rows += [
            ("  balanced accuracy", interval(balanced)),
            ("    of those that lasted", _rate(balanced["lasting"])),
            ("    of those that ended", _rate(balanced["ended"])),
        ]
    brier = figure(horizon["brier"])
    return [
        *rows,
        ("  clear answers", percent(horizon["coverage"])),
        ("  Brier score", brier if brier == NO_FIGURE else f"{brier} (a coin: 0.25)"),
    ]


def figure(value: float | None) -> str:
    """Write a figure with two digits; a dash for none."""
    return NO_FIGURE if value is None else f"{value:.2f}"


def percent(share: float | None) -> str:
    """Write a share in percent; a dash for none."""
    return NO_FIGURE if share is None else f"{100 * share:.0f} %"


def interval(found: Data) -> str:
    """Write a figure with its interval, where it has one."""
    if found["value"] is None or found["low"] is None:
        return figure(found["value"])
    return f"{found['value']:.2f} ({found['low']:.2f} to {found['high']:.2f})"


def _rate(rate: Data | None) -> str:
    return f"{interval(rate)} n = {rate['n']}" if rate else NO_FIGURE
