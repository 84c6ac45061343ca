"""Lays translations over the texts of a set: each where it translates what stands there today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.hashes import digest
from lifeline.reading.sets import TEXT_FOLDER, wider_first

if TYPE_CHECKING:
    from lifeline.compiling.texts import Texts
    from lifeline.model.condition import Path
    from lifeline.model.translation import TextFile
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source

    Slots = dict[Path, tuple[Texts, str]]
    """The texts of one entry by where a translation has them, each as a mapping and its key."""

    Words = dict[Path, str]

SIGNS = 8
"""Of a digest, those that name what an entry translates."""


def lay_over(texts: Texts, models: SetModels, language: str) -> str:
    """Put the translations into a language in the place of the texts of a set.

    Those of a set go before those of the set that it extends, and a language before those that it
    is a kind of.

    Args:
        texts: what is changed.
        models: the set, with the translations that were read.
        language: a code, or nothing.

    Returns:
        The language that the texts are in now, as far as they are translated.
    """
    files = [file for source, file in models.texts if _is_spoken(source, file, models, language)]
    slots = slots_of(texts) if files else {}
    current = {place: digest_of_words(words) for place, words in _words(slots).items()}
    for file in files:
        for place, entry in file.entries().items():
            if entry.of is not None and entry.of == current.get(place):
                _fill(slots[place], entry.texts())
    return max((file.language for file in files), key=len, default=models.set.language)


def _is_spoken(source: Source, file: TextFile, models: SetModels, language: str) -> bool:
    is_own = source.name.startswith(f"{TEXT_FOLDER}/")
    return file.language.lower() in wider_first(language) and not (
        is_own and file.language == models.set.language
    )


def _fill(slots: Slots, words: Words) -> None:
    for path, text in words.items():
        if path in slots:
            holder, key = slots[path]
            holder[key] = text


def slots_of(texts: Texts) -> dict[Path, Slots]:
    """Give what can be translated, by where its translation stands, in the order of the set."""
    slots: dict[Path, Slots] = {("set",): _slots(texts, "title")}
    for id_, text in texts["rubrics"].items():
        slots["rubrics", id_] = _slots(text, "title", "about", "score")
    for id_, text in texts["questions"].items():
        labels = {("choices", choice): (text["labels"], choice) for choice in text["labels"]}
        slots["questions", id_] = _slots(text, "ask", "why", "ask_whom") | labels
    for id_, text in texts["reasons"].items():
        slots["reasons", id_] = _slots(text, "because", "remedy")
    for id_, text in texts["claims"].items():
        slots["claims", id_] = _slots(text, "says") | _slots(text["status"], "note")
    return slots


def _slots(holder: Texts, *keys: str) -> Slots:
    return {(key.replace("_", "-"),): (holder, key) for key in keys if holder[key] is not None}


def words_of(texts: Texts) -> dict[Path, Words]:
    """Give the texts that can be translated, on one line each; like ``slots_of``."""
    return _words(slots_of(texts))


def _words(slots: dict[Path, Slots]) -> dict[Path, Words]:
    return {
        place: {path: " ".join(holder[key].split()) for path, (holder, key) in entry.items()}
        for place, entry in slots.items()
    }


def digest_of_words(words: Words) -> str:
    """Give what names the texts of an entry, as it stands behind ``of`` in a translation."""
    return digest({"/".join(map(str, path)): text for path, text in words.items()})[:SIGNS]
