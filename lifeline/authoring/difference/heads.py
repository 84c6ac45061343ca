"""Judges what became of the set itself: its name, gate, rubrics, claims and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.authoring.difference.change import BREAKING, COMPATIBLE, NONE, Change, Verdict
from lifeline.authoring.difference.fields import WORDING, field_changes
from lifeline.authoring.difference.side import Placed, spot_of
from lifeline.authoring.difference.switched import comes, switched_off
from lifeline.compiling.names import Spot
from lifeline.reading.sets import CLAIMS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.authoring.difference.fields import Judges
    from lifeline.authoring.difference.pairing import Pairing
    from lifeline.authoring.difference.side import Side
    from lifeline.model.rubric import Entry
    from lifeline.reading.validation import Source

NAME = Verdict(BREAKING, "Idea files record the version of a set under its name.")
GATE = Verdict(BREAKING, "The same answers give another verdict.")
SCORE = Verdict(BREAKING, "The same answers give another score.")
NO_SCORE = Verdict(BREAKING, "Results have one score less.")
NEW_SCORE = Verdict(COMPATIBLE, "Results have one score more.")
APPLIES = Verdict(BREAKING, "Its questions are asked of other ideas than before.")
OPTIONAL = Verdict(BREAKING, "Where nothing of it is answered, results are other than before.")
PARAMETERS = Verdict(NONE, "What names them is told by itself.")
NEW_RUBRIC = Verdict(COMPATIBLE, "Files stay valid. What stands in it is told by itself.")
NO_RUBRIC = Verdict(NONE, "What stood in it is told by itself.")
VALID = Verdict(NONE, "Only a finding depends on it.")
BASE = Verdict(NONE, "What is different in the set that it extends is told by itself.")
ORDER = Verdict(NONE, "Only what is asked and shown first changes.")
NEW_CLAIM = Verdict(COMPATIBLE, "No result changes, and rules can rest on it.")
CLAIM = Verdict(NONE, "No result changes: claims are what rules rest on, and do not decide.")
NEW_LANGUAGE = Verdict(COMPATIBLE, "No result changes, and more people can read it.")
NO_LANGUAGE = Verdict(BREAKING, "Who reads the set in this language cannot do so any more.")


def _score(before: str | None, after: str | None) -> Verdict:
    if before is None:
        return NEW_SCORE
    return NO_SCORE if after is None else WORDING


SET: Judges = {
    **dict.fromkeys(("set_format", "version", "retired", "rubrics", "overrides")),
    "extends": BASE,
    "valid_for": VALID,
    "set": NAME,
    "gate": GATE,
    "title": WORDING,
    "language": WORDING,
}
ENTRIES = ("questions", "quantities", "protections", "rules")
RUBRIC: Judges = {
    **dict.fromkeys(("rubric_format", "rubric", *ENTRIES)),
    "title": WORDING,
    "about": WORDING,
    "score": _score,
    "uses": SCORE,
    "when": APPLIES,
    "optional": OPTIONAL,
    "parameters": PARAMETERS,
}
CLAIMS: Judges = {"id": None, **dict.fromkeys(("says", "source", "tag", "asks", "status"), CLAIM)}
SOURCES: Judges = {"id": None, **dict.fromkeys(("title", "author", "date", "link"), CLAIM)}


def set_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what changed in the file that names the set, and in the languages it can be read in."""
    sides = pairing.old, pairing.new
    old, new = (Placed("the set", "", s.models.set, Spot(s.set_source, ()), {}) for s in sides)
    yield from field_changes(old, new, pairing.new.name, SET)
    was, is_ = (set(side.languages) for side in sides)
    for language in sorted(is_ - was):
        yield _told(pairing.new, "language", NEW_LANGUAGE, f"the translation {language} is new.")
    for language in sorted(was - is_):
        message = f"the translation {language} is not there any more."
        yield _told(pairing.old, "language", NO_LANGUAGE, message)


def translation_changes(pairing: Pairing) -> Iterator[Change]:
    """Tell which translations say something else than before."""
    old, new = (
        {_text_name(source): (source, text) for source, text in side.models.texts}
        for side in (pairing.old, pairing.new)
    )
    for name, (source, text) in new.items():
        if name in old and old[name][1] != text:
            message = f"the translation {text.language} says something else."
            yield Change(WORDING, pairing.new.name, Spot(source, ()), message)


def _text_name(source: Source) -> str:
    """Name a translation alike in both versions, wherever the folder of its set lies."""
    return "/".join(source.name.split("/")[-3:]).rpartition(":")[2]


def rubric_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what changed at the head of each rubric, and which rubrics came or went."""
    old, new = pairing.rubrics
    for id_, entry in new.items():
        if id_ in old:
            yield from field_changes(old[id_], entry, pairing.new.name, RUBRIC)
        else:
            spot = entry.spot.at("rubric")
            message = comes(pairing, "rubric", entry)
            yield Change(NEW_RUBRIC, pairing.new.name, spot, message)
    for id_, entry in old.items():
        if id_ not in new:
            verdict = NO_SCORE if entry.value("score") else NO_RUBRIC
            message = f"{entry.name} is not there any more."
            gone = Change(verdict, pairing.old.name, entry.spot.at("rubric"), message)
            yield switched_off(pairing, "rubric", entry, verdict) or gone


def order_changes(pairing: Pairing) -> Iterator[Change]:
    """Tell where rubrics or questions that both versions have stand in another order."""
    if _is_reordered(*pairing.rubrics):
        message = "the rubrics stand in another order."
        yield _told(pairing.new, "rubrics", ORDER, message)
    elif _is_reordered(*pairing.questions):
        message = "the questions stand in another order."
        spot = next(iter(pairing.questions[1].values())).spot
        yield Change(ORDER, pairing.new.name, spot, message)


def _is_reordered(old: dict[str, Placed], new: dict[str, Placed]) -> bool:
    return [id_ for id_ in old if id_ in new] != [id_ for id_ in new if id_ in old]


def claim_changes(pairing: Pairing) -> Iterator[Change]:
    """Give what became of the claims and of the documents they are taken from."""
    for kind, judges in (("claims", CLAIMS), ("sources", SOURCES)):
        old, new = (_by_id(side, kind) for side in (pairing.old, pairing.new))
        for id_, entry in new.items():
            if id_ in old:
                yield from field_changes(old[id_], entry, pairing.new.name, judges)
            else:
                yield Change(NEW_CLAIM, pairing.new.name, entry.spot, f"{entry.name} is new.")
        for id_ in old.keys() - new.keys():
            entry = old[id_]
            message = f"{entry.name} is not there any more."
            yield Change(CLAIM, pairing.old.name, entry.spot, message)


def _by_id(side: Side, kind: str) -> dict[str, Placed]:
    """Give the claims or sources of a set, each where it stands."""
    entries: Iterable[Entry] = getattr(side.models.claims, kind)
    found: dict[str, Placed] = {}
    for entry in entries:
        id_ = _id_of(entry)
        name = f"{kind.removesuffix('s')} {id_}"
        found[id_] = Placed(name, id_, entry, _claim_spot(side, kind, id_), {})
    return found


def _id_of(entry: Any) -> str:
    id_: str = entry.id
    return id_


def _claim_spot(side: Side, kind: str, id_: str) -> Spot:
    """Give where a claim stands: a set that extends another has its own and those of that one."""
    sources = [s for s in side.models.sources if s.name.rpartition("/")[2] == CLAIMS_FILE]
    spots = [spot_of(source, kind, id_) for source in sources]
    return next(spot for spot in spots if len(spot.path) > 1)


def _told(side: Side, key: str, verdict: Verdict, message: str) -> Change:
    return Change(verdict, side.name, Spot(side.set_source, (key,)), message)


def other_writing(pairing: Pairing) -> Iterator[Change]:
    """Tell that what decides is written in another way, where nothing else is different in it."""
    old, new = (side.compiled["hashes"]["deciding"] for side in (pairing.old, pairing.new))
    if old != new:
        message = "what decides is written in another way, such as rules in another order."
        verdict = Verdict(NONE, "It means the same: no result changes.")
        yield Change(verdict, pairing.new.name, Spot(pairing.new.set_source, ("version",)), message)
