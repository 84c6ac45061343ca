"""Series of forecasts beside each other, for people: what a set has to beat, and parts of it."""

from __future__ import annotations

from lifeline.report.figures import figure, interval
from lifeline.report.phrases import bare, count
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Data = dict[str, Any]

KINDS = {
    "simple": "Saying the same of every product",
    "question": "One question alone: it lasts if the answer earns half its points",
    "without-cap": "Leaving one cap out",
    "without-protection": "Leaving one protection out",
}

LONGEST = 42
"""Signs of the name of a baseline: so it fits beside its figures."""

HEADS = ["order", "months", "12", "ranges"]
"""What series of forecasts are compared by."""

KEYS = ["concordance", "concordance_months", "balanced_accuracy_12", "range_score"]
"""The figures below these heads."""

ABOUT_SERIES = (
    "order: concordance; months: with the months alone; 12: balanced accuracy at 12 months; ranges:"
    " ranked probability score, less is better. All on the same {products}."
)
ABOUT_PARTS = (
    "Cases of different provenance were collected in different ways; within one, nothing is owed to"
    " that. pairs: of which one knows which ended first; beside the order its interval, 95 %,"
    " bootstrap."
)


def baselines(found: Data, texts: Data, terminal: Terminal) -> Lines:
    """Give a table of a set and of all that it has to beat."""
    rows = [["this set", *_figures(_own(found["figures"]))]]
    for kind, title in KINDS.items():
        of_kind = [row for row in found["baselines"] if row["kind"] == kind]
        rows += [[title]] if of_kind else []
        rows += [[f"  {_named(row['name'], texts)}", *_figures(row)] for row in of_kind]
    about = ABOUT_SERIES.format(products=count(found["sample"]["cases"], "product"))
    return [
        *table(terminal, rows, ["", *HEADS]),
        *terminal.paragraph(about),
        *_not_coded(found["sample"]["not_coded"], terminal),
    ]


def provenances(parts: list[Data], terminal: Terminal) -> Lines:
    """Give a table of the figures within each provenance, where there are several."""
    if len(parts) < 2:  # noqa: PLR2004  # one is the whole
        return []
    rows = [_provenance(part) for part in parts]
    lines = table(terminal, rows, ["", "pairs", *HEADS])
    return [*lines, *terminal.paragraph(ABOUT_PARTS)]


def _provenance(part: Data) -> list[str]:
    name = f"{part['provenance']}, {part['ended']} of {part['cases']} ended"
    order = interval({**part, "value": part["concordance"]})
    return [name, str(part["pairs"]), order, *_figures(part)[1:]]


def _figures(series: Data) -> list[str]:
    return [figure(series[key]) for key in KEYS]


def _own(figures: Data) -> Data:
    balanced = figures["horizons"][12]["balanced_accuracy"]
    return {
        "concordance": figures["concordance"]["value"],
        "concordance_months": figures["concordance_months"]["value"],
        "balanced_accuracy_12": balanced and balanced["value"],
        "range_score": figures["range_score"],
    }


def _named(name: str, texts: Data) -> str:
    asked = texts["questions"].get(name)
    text = bare(name) + (f": {asked['ask']}" if asked else "")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _not_coded(questions: list[str], terminal: Terminal) -> Lines:
    """Name the scored questions of which these cases can say nothing."""
    ids = ", ".join(map(bare, questions))
    told = f"Scored questions that no case answers, so not tested: {ids}."
    return terminal.paragraph(told) if ids else []
