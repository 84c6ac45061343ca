"""The market's record for people; the golden files are to be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifeline.report.market import lay_out_events, lay_out_ideas
from lifeline.report.market_figures import lay_out_parameters, lay_out_rates
from lifeline.report.phrases import amount
from lifeline.report.terminal import Terminal
from lifeline.scoring.market import status_of, value_at
from lifeline.scoring.market_rates import base_rates
from tests.scoring.records import small

DAY = date(2023, 12, 31)


def head() -> dict[str, Any]:
    market = small()
    record = {"version": market["version"], "until": market["until"]}
    return {"market": record, "reaches": market["reaches"], "documents": market["documents"]}


def events(capability: str = "file-chat") -> dict[str, Any]:
    market = small()
    return {
        "capabilities": [capability],
        "status": [status_of(capability, DAY, market)],
        "events": [event for event in market["events"] if capability in event["capabilities"]],
        "retreats": market["retreats"],
        "not_shipped": market["not_shipped"],
    }


def nothing() -> dict[str, Any]:
    return {"capabilities": [], "status": [], "events": [], "retreats": [], "not_shipped": []}


def parameters(day: date, asked: str = "") -> dict[str, Any]:
    shown = [
        {
            "parameter": id_,
            "about": parameter["about"],
            "unit": parameter["unit"],
            "value": value_at(id_, day, small()),
            "values": parameter["values"] if asked == id_ else None,
        }
        for id_, parameter in small()["parameters"].items()
    ]
    return {**head(), "at": day.isoformat(), "parameters": shown}


def written(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def plain() -> Terminal:
    return Terminal(io.StringIO())


@pytest.mark.parametrize("sources", [False, True])
def test_events(golden: Callable[[str, str], None], sources: bool) -> None:
    found = {**head(), **events()}
    name = "events-with-sources" if sources else "events"
    golden(f"market/{name}.txt", written(lay_out_events(found, plain(), sources)))


def test_events_of_nothing() -> None:
    found = {**head(), **nothing()}
    lines = lay_out_events(found, plain(), sources=False)
    assert lines[0] == "Nothing of this is in the record."
    assert lines[-2].startswith("0 events, 0 retreats. The record (1.2.0) reaches until")


def test_events_by_idea(golden: Callable[[str, str], None]) -> None:
    then = [status_of("file-chat", date(2023, 4, 1), small())]
    idea = {"path": "ideas/reader.yaml", "id": "reader", "idea": "Reader", "assessed": "2023-04-01"}
    found = {
        **head(),
        "ideas": [
            {**idea, **events(), "status_then": then},
            {**idea, "idea": "A draft", "assessed": None, **nothing(), "status_then": None},
        ],
    }
    golden("market/ideas.txt", written(lay_out_ideas(found, plain(), sources=False)))


def test_parameters(golden: Callable[[str, str], None]) -> None:
    told = lay_out_parameters(parameters(date(2023, 1, 31), "training-cost"), plain(), sources=True)
    golden("market/parameters.txt", written(told))


def test_rates(golden: Callable[[str, str], None]) -> None:
    golden("market/rates.txt", written(lay_out_rates({**head(), **base_rates(small())}, plain())))


def test_what_rates_would_be_at_worst_is_said_where_nobody_knows_what_came_of_a_preview() -> None:
    open_ended: Any = {**small(), "retreats": []}
    text = written(lay_out_rates({**head(), **base_rates(open_ended)}, plain()))
    lead = "Of 1 preview no source says whether what was shown came: not counted above."
    counts = "1 of 2 within 3, 1 of 2 within 6, 1 of 1 within 12 months"
    told = f"{lead} If none of it came by 31 December 2023, it is {counts}."
    assert told in " ".join(text.split())


def test_rates_of_nothing_are_dashes() -> None:
    empty: Any = {**small(), "events": [], "retreats": [], "not_shipped": [], "pairs": []}
    lines = lay_out_rates({**head(), **base_rates(empty)}, plain())
    assert [line.split()[-3:] for line in lines if " -" in line] == [["0", "-", "-"]] * 3


def test_text_of_a_record_does_nothing_on_the_screen() -> None:
    market = small()
    event: Any = {**market["events"][0], "what": "a\x1b[2Jb", "actor": "Ac\u202eme"}
    found = {**head(), **nothing(), "events": [event]}
    text = written(lay_out_events(found, plain(), sources=True))
    assert all(sign.isprintable() or sign == "\n" for sign in text)


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (60_000_000.0, "USD", "60,000,000 USD"),
        (0.3, "1", "0.3"),
        (24.0, "month", "24 months"),
        (1.0, "month", "1 month"),
        (0.006, "USD/minute", "0.006 USD/minute"),
    ],
)
def test_an_amount_is_said_with_its_unit(value: float, unit: str, told: str) -> None:
    assert amount(value, unit) == told
