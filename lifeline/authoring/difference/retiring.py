"""Judges what became of the retired ids: older idea files hold them still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, Change, Verdict
from lifeline.authoring.difference.renames import Renames
from lifeline.authoring.difference.switched import is_passed_over
from lifeline.compiling.names import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.authoring.difference.side import Side
    from lifeline.model.compiled import RetiredQuestion

    Stands = dict[str | None, frozenset[str]]

FORGOTTEN = Verdict(BREAKING, "Older idea files hold it and cannot be read any more.")
LESS = Verdict(BREAKING, "Answers of older idea files count no more, or as something else.")
MORE = Verdict(COMPATIBLE, "More answers of older idea files count.")
READABLE = Verdict(COMPATIBLE, "Older idea files that hold it can be read now.")


def retired_changes(pairing: Pairing) -> Iterator[Change]:
    """Give the retired ids that were forgotten, that stand for something else, or came late."""
    old, new = (_places(side) for side in (pairing.old, pairing.new))
    was = _stands(pairing.old, pairing.renames)
    is_ = _stands(pairing.new, Renames())
    for id_, place in old.items():
        if is_passed_over(pairing.new, id_):
            continue  # with its question, of which that is told
        if id_ not in new:
            message = f"retired id {id_} is not listed any more."
            yield Change(FORGOTTEN, pairing.old.name, place, message)
        elif was[id_] != is_[id_]:
            gained = all(is_[id_].get(word) == words for word, words in was[id_].items())
            message = f"retired id {id_} stands for something else."
            yield Change(MORE if gained else LESS, pairing.new.name, new[id_], message)
    known = _ids(pairing.old)
    for id_, place in new.items():
        if id_ not in old and id_ not in known and not is_passed_over(pairing.old, id_):
            message = f"retired id {id_} is listed now, and was not known before."
            yield Change(READABLE, pairing.new.name, place, message)


def _places(side: Side) -> dict[str, Spot]:
    return {
        entry.id: Spot(source, ("retired", place)) for source, place, entry in side.models.retired
    }


def _stands(side: Side, names: Renames) -> dict[str, Stands]:
    """Give what each retired id stands for, by its answers; None stands for the id itself."""
    retired, found = side.compiled["retired"], {}
    for id_, entry in retired["questions"].items():
        found[id_] = _question(entry, side, names)
    for question, choices in retired["choices"].items():
        for word, choice in choices.items():
            uses = frozenset(names.choice(question, use) for use in choice["use"])
            found[f"{question}.{word}"] = {None: uses} if uses else {}
    for id_, rule in retired["rules"].items():
        found[id_] = {None: frozenset([names.rule(rule["use"])])} if rule["use"] else {}
    return found


def _question(entry: RetiredQuestion, side: Side, names: Renames) -> Stands:
    if entry["use"] is None:
        return {}
    target = side.compiled["deciding"]["questions"][entry["use"]]["id"]
    found: Stands = {None: frozenset([names.question(target)])}
    for word, words in (entry["words"] or {}).items():
        found[word] = frozenset(names.choice(target, each) for each in words)
    return found


def _ids(side: Side) -> set[str]:
    """Give everything that a version knows by the names under which ids are retired."""
    deciding = side.compiled["deciding"]
    known = {
        entry["id"]
        for kind in (deciding["caps"], deciding["findings"], deciding["protections"])
        for entry in kind
    }
    for part in (side.compiled["retired"]["questions"], side.compiled["retired"]["rules"]):
        known |= {id_ for id_, entry in part.items() if "off" in entry}
    for question in deciding["questions"]:
        words = list(question["choices"]) or ["yes", "no"]
        known |= {question["id"], *(f"{question['id']}.{word}" for word in words)}
    return known
