"""Lays two advisers' views of one idea beside each other."""

from __future__ import annotations

from lifeline.insight.advisers.reading import read_for_both
from lifeline.insight.advisers.views import FIRES, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket

    Entry = dict[str, Any]

FORMAT = 1


def compare_advisers(  # noqa: PLR0913  # what is judged, by whom, and how
    data: bytes,
    path: str,
    sets: tuple[CompiledSet, CompiledSet],
    market: CompiledMarket | None,
    as_of: date,
    *,
    strict: bool = False,
    gates: tuple[Gate | None, Gate | None] = (None, None),
) -> dict[str, Any]:
    """Compare how two sets judge one idea file.

    Args:
        data: the file's bytes.
        path: its name.
        sets: the two sets, compiled.
        market: the record of the market.
        as_of: the day one looks.
        strict: whether too little evidence counts as possibly worse.
        gates: what the idea has to meet under each, where it is not what the set asks for.

    Raises:
        InvalidFile: when the file has problems that are not the other set's words.
    """
    ideas, otherwise = read_for_both(data, path, *sets)
    first, second = (
        View(compiled, idea, market, as_of, path=path, strict=strict, gate=gate)
        for compiled, idea, gate in zip(sets, ideas, gates, strict=True)
    )
    return {
        "format": FORMAT,
        "mode": "advisers",
        **{key: first.found[key] for key in ("path", "id", "idea", "assessed", "as_of")},
        "strict": strict,
        "advisers": [first.result(), second.result()],
        **_rules(first, second),
        "protections": _only(first.protections(), second.protections()),
        "parameters": _only(_parameters(first), _parameters(second)),
        "questions": _questions(first, second),
        "related": _related(first.compiled, second.compiled),
        "shared": _shared(first, second),
        "taken_otherwise": otherwise,
    }


def _rules(first: View, second: View) -> dict[str, Any]:
    """Give the rules that cap under one of the two and do not do the same under the other.

    Those come first that leave the least months.
    """
    ids = list(dict.fromkeys((*first.fires, *second.fires)))
    entries: list[Entry] = [
        {"rule": id_, "under": [first.of_rule(id_), second.of_rule(id_)]} for id_ in ids
    ]
    parting = [entry for entry in entries if not _is_alike(*entry["under"])]
    parting.sort(key=lambda entry: min(map(_least, entry["under"])))
    alike = [entry["rule"] for entry in entries if entry not in parting]
    return {"parting": parting, "alike": alike}


def _is_alike(one: Entry, other: Entry) -> bool:
    keys = ("clock", "cause", "status", "value")
    return all(one.get(key) == other.get(key) for key in keys)


def _least(entry: Entry) -> int:
    return int(entry["value"]["low"]) if entry["state"] == FIRES else 99


def _only(one: list[str], other: list[str]) -> list[list[str]]:
    """Give what only the first has, and what only the second has."""
    return [[id_ for id_ in one if id_ not in other], [id_ for id_ in other if id_ not in one]]


def _parameters(view: View) -> list[str]:
    return [used["parameter"] for used in view.found["parameters"]]


def _questions(first: View, second: View) -> list[list[Entry]]:
    """Give for each of the two what only it asks, with the answers, or None where open.

    Questions go by the names that stand in idea files, without their rubrics.
    """
    shared = _shared(first, second)
    return [
        [view.question(id_) for id_ in view.asked if _bare(id_) not in shared]
        for view in (first, second)
    ]


def _shared(first: View, second: View) -> list[str]:
    """Give the names under which both ask something."""
    theirs = {_bare(id_) for id_ in second.asked}
    return [_bare(id_) for id_ in first.asked if _bare(id_) in theirs]


def _related(first: CompiledSet, second: CompiledSet) -> bool:
    """Whether two sets stand on one another, or on a third: then a name means one thing in both."""
    one, other = ({compiled["set"], *compiled["extends"]} for compiled in (first, second))
    return bool(one & other)


def _bare(id_: str) -> str:
    return id_.rpartition("/")[2]
