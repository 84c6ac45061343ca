"""Compiles the record of the market into the plain data that the run uses, and finds it again."""

from __future__ import annotations

from lifeline.compiling.hashes import digest
from lifeline.compiling.store import COMPILED_FILE, kept_or_built, key_of
from lifeline.reading.market import market_files, shipped_market

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.market import Event, MarketFile
    from lifeline.model.rubric import Entry
    from lifeline.reading.market_models import MarketModels

FORMAT = "market-2"
MONTHS_IN_YEAR = 12


def load_market(folder: str = "") -> CompiledMarket:
    """Give the compiled record of a folder, kept between runs; without one the shipped record.

    Raises:
        LifelineError: when a file of it is missing, cannot be read, or has problems.
    """
    folder = folder or shipped_market()
    files = market_files(folder)
    found: CompiledMarket = kept_or_built(
        folder, [COMPILED_FILE], market_key(files), lambda: build_market(folder, files)
    )
    return found


def market_key(files: dict[str, bytes]) -> str:
    """Name the content of a record's files for this version of the program."""
    return key_of(files, FORMAT)


def build_market(folder: str, files: dict[str, bytes]) -> CompiledMarket:
    """Compile a record from its files, whatever is kept. Here pydantic is imported.

    Raises:
        InvalidFiles: with every problem of every file.
    """
    from lifeline.reading.market_models import read_market

    return compile_market(read_market(folder, files))


def compile_market(models: MarketModels) -> CompiledMarket:
    """Give the plain data of a record, each list in the order in which it became known."""
    compiled = {
        **_head(models.market),
        "caution": models.pairs.caution,
        "events": _by_day(_event(event) for event in models.events.events),
        "retreats": _by_day(_dated(entry, "date") for entry in models.events.retreats),
        "not_shipped": _by_day(_dated(entry, "announced") for entry in models.events.not_shipped),
        "entered": [entry.model_dump() for entry in models.events.entered],
        "prices": _by_day(_dated(price, "date") for price in models.prices.prices),
        "pairs": [pair.model_dump() for pair in models.pairs.pairs],
        "parameters": {
            parameter.id: {
                "unit": parameter.unit,
                "about": parameter.about,
                "values": [_dated(value, "since") for value in parameter.values],
            }
            for parameter in models.parameters.parameters
        },
    }
    found: Any = {**compiled, "content": digest(compiled)}
    market: CompiledMarket = found
    return market


def known_from(moment: str) -> str:
    """Give the first day on which something dated so is taken for known.

    Of what only the month is known that is the first day of the next one: so no day is told of
    anything that was still to come on it.
    """
    year, month, *day = moment.split("-")
    if day:
        return moment
    later, first = divmod(int(month), MONTHS_IN_YEAR)
    return f"{int(year) + later:04}-{first + 1:02}-01"


def _head(file: MarketFile) -> dict[str, Any]:
    head = file.model_dump(mode="json", exclude={"market_format"})
    for name, actor in head["actors"].items():
        actor["company"] = actor["company"] or name
    return head


def _event(event: Event) -> dict[str, Any]:
    data = _dated(event, "date")
    data["capabilities"] = event.capabilities
    del data["capability"], data["also"]
    data["announced_known"] = event.announced and known_from(event.announced)
    return data


def _dated(entry: Entry, name: str) -> dict[str, Any]:
    data = entry.model_dump()
    return {**data, "known": known_from(data[name])}


def _by_day(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: entry["known"])
