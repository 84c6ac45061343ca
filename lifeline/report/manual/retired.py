"""Ids that are in use no more, or switched off: what took their place, as data and in words."""

from __future__ import annotations

import re

from lifeline.report.manual.wording import either, every

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import Retired

    Entry = dict[str, Any]


def retired_of(retired: Retired, ids: list[str]) -> list[Entry]:
    """Give what is retired: its id, in which version, and what it is read as today.

    ``use`` are ids that took its place, of a choice those of which one is true; ``words`` what each
    old answer of a question stands for, None where all stay as they are.
    """
    gone: list[tuple[str, str, list[str], dict[str, list[str]] | None]] = [
        (id_, old["version"], [] if old["use"] is None else [ids[old["use"]]], old["words"])
        for id_, old in retired["questions"].items()
        if "off" not in old
    ]
    for id_, choices in retired["choices"].items():
        for word, choice in choices.items():
            use = [*(f"{id_}.{name}" for name in choice["use"]), *choice["look_at"]]
            gone.append((f"{id_}.{word}", choice["version"], use, {}))
    for id_, rule in retired["rules"].items():
        if "off" not in rule:
            gone.append((id_, rule["version"], [rule["use"]] if rule["use"] else [], {}))
    keys = ("id", "in", "use", "words")
    return [dict(zip(keys, old, strict=True)) for old in gone]


def off_of(retired: Retired) -> list[Entry]:
    """Give what is switched off: its id, and the set that does that."""
    every: dict[str, Any] = {**retired["questions"], **retired["rules"]}
    return [{"id": id_, "set": old["off"]} for id_, old in every.items() if "off" in old]


def retired_text(old: Entry) -> str:
    """Say since when an id is retired, and what it is read as today."""
    said = f"`{old['id']}`, retired in {old['in']}"
    if not old["use"]:
        return f"{said}: nothing took its place."
    # what took the place of a choice are choices, and questions that ask for the rest of it
    asking = [id_ for id_ in old["use"] if "." in old["id"] and "." not in id_]
    read_as = [f"`{id_}`" for id_ in old["use"] if id_ not in asking]
    told = [f"now {either(read_as)}"] if read_as else []
    told += [f"look at {every(asking)}{' too' if read_as else ' instead'}"] if asking else []
    return f"{said}: {'; '.join(told)}.{_words(old['words'])}"


def _words(words: dict[str, list[str]] | None) -> str:
    """Say what the answers of a retired question stand for."""
    if words is None:
        return " Its answers stay as they are."
    said = [f"{_plain(word)} is read as {either(new)}" for word, new in words.items()]
    return f" There, {'; '.join(said)}." if said else ""


def _plain(word: str) -> str:
    """Give an old answer, which no pattern holds to be an id, where it looks like one."""
    return word if re.fullmatch("[a-z0-9-]+", word) else "another word"
