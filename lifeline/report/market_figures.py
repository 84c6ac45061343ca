"""The figures of the market, for people: parameters with their dates, and base rates."""

from __future__ import annotations

from lifeline.report.market import source_lines
from lifeline.report.phrases import amount, count, day_text
from lifeline.report.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.report.market import Documents
    from lifeline.report.terminal import Terminal

    Data = dict[str, Any]

INDENT = 2

KINDS = {"models": "  by makers of models", "suites": "  by makers of suites or systems"}
"""How the kinds of actors read in a table."""

FOR_COMPARISON = "These figures are something to compare with. No idea's months depend on them."


def lay_out_parameters(found: Data, terminal: Terminal, sources: bool) -> list[str]:
    """Give the lines of some parameters: the value on a day, and all of them where asked for."""
    lines, documents = [], found["documents"] if sources else None
    for parameter in found["parameters"]:
        lines += _parameter(parameter, found["at"], documents, terminal)
    until = f"The record ({found['market']['version']}) reaches until"
    about = f"Values of {day_text(found['at'])}. {until} {day_text(found['market']['until'])}."
    return [*lines, "", *terminal.paragraph(about)]


def _parameter(
    parameter: Data, at: str, documents: Documents | None, terminal: Terminal
) -> list[str]:
    value = parameter["value"]
    told = f"{amount(value['value'], parameter['unit'])}{_since(value)}" if value else ""
    head = f"{parameter['parameter']}: {told or f'no value known by {day_text(at)}'}"
    lines = [terminal.paint(line, "bold") for line in terminal.paragraph(head)]
    lines += terminal.paragraph(parameter["about"], INDENT)
    if parameter["values"] is not None:
        for each in parameter["values"]:
            lead = f"{each['since']}: " if each["since"] else ""
            told = f"{lead}{amount(each['value'], parameter['unit'])}"
            lines += _noted(told, each, documents, terminal)
    elif value:
        lines += _noted("", value, documents, terminal)
    return lines


def _since(value: Data) -> str:
    """Say since when a value holds, or what settles it."""
    return f", since {value['since']}" if value["since"] else f", {value['note']}"


def _noted(told: str, value: Data, documents: Documents | None, terminal: Terminal) -> list[str]:
    note = f"({value['note']})" if value["note"] else ""
    lines = terminal.paragraph(f"{told} {note}", INDENT)
    if documents is not None:
        lines += source_lines(value["sources"], documents, INDENT * 2)
    return lines


def lay_out_rates(found: Data, terminal: Terminal) -> list[str]:
    """Give the lines of the base rates, each with its counts and what it leaves out."""
    shipping, entering = found["announced_to_shipped"], found["product_to_platform"]
    return [
        *_heading("Months from announced to shipped", terminal),
        *table(terminal, _shipping(shipping), ("", "cases", "median", "quartiles")),
        *_within(shipping, terminal),
        *_waiting(shipping["not_shipped"], found["market"]["until"], terminal),
        *_untold(shipping, found["market"]["until"], terminal),
        *terminal.paragraph(shipping["left_out"]),
        *_at_once(shipping["at_once"], terminal),
        "",
        *_heading("Months from the first product to a platform's version", terminal),
        *table(terminal, _entering(entering), ("", "cases", "median", "quartiles")),
        *_within(entering, terminal),
        *terminal.paragraph(entering["left_out"]),
        "",
        *terminal.paragraph(FOR_COMPARISON),
    ]


def _heading(text: str, terminal: Terminal) -> list[str]:
    return [terminal.paint(text, "bold")]


def _shipping(rate: Data) -> list[tuple[str, ...]]:
    rows = [_spread("announcements that shipped", rate)]
    return rows + [_spread(KINDS[kind], inner) for kind, inner in rate["by_kind"].items()]


def _entering(rate: Data) -> list[tuple[str, ...]]:
    shortest = rate["shortest_of_each_capability"]
    return [
        _spread("pairs of product and platform", rate),
        _spread("  the shortest of each capability", shortest),
    ]


def _spread(name: str, rate: Data) -> tuple[str, ...]:
    if rate["median"] is None:
        return (name, str(rate["cases"]), "-", "-")
    low, high = rate["quartiles"]
    return (name, str(rate["cases"]), f"{rate['median']:.1f}", f"{low:.1f} to {high:.1f}")


def _within(rate: Data, terminal: Terminal) -> list[str]:
    told = [f"{each['done']} of {each['cases']} within {each['months']}" for each in rate["within"]]
    return terminal.paragraph(f"{', '.join(told)} months.")


def _untold(shipping: Data, until: str, terminal: Terminal) -> list[str]:
    """Say what it would be at worst, where the record does not tell what came of previews."""
    if not shipping["untold"]:
        return []
    previews = count(len(shipping["untold"]), "preview")
    at_worst = ", ".join(
        f"{each['done']} of {each['if_none_came']} within {each['months']}"
        for each in shipping["within"]
    )
    return terminal.paragraph(
        f"Of {previews} no source says whether what was shown came: not counted above. If none of"
        f" it came by {day_text(until)}, it is {at_worst} months."
    )


def _at_once(events: list[str], terminal: Terminal) -> list[str]:
    """Name what is left out as there was nothing to wait for."""
    told = "Left out, as the record has no wait between announcement and release"
    return terminal.paragraph(f"{told}: {', '.join(events)}.") if events else []


def _waiting(waiting: dict[str, float], until: str, terminal: Terminal) -> list[str]:
    """Name what had not shipped: it counts above where it could be watched for so long."""
    if not waiting:
        return []
    told = ", ".join(f"{id_} after {months:.1f} months" for id_, months in waiting.items())
    lead = f"{count(len(waiting), 'announcement')} had not shipped by {day_text(until)}"
    return terminal.paragraph(
        f"{lead}: {told}. They count above where they could be watched for so long."
    )
