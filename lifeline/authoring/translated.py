"""A translation of a set beside what there is to translate: what is stale in it, what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.compiling.names import Spot
from lifeline.compiling.overlay import digest_of_words, words_of
from lifeline.compiling.texts import texts_of
from lifeline.reading.set_models import place_of
from lifeline.reading.sets import TEXT_FOLDER

if TYPE_CHECKING:
    from lifeline.compiling.texts import Texts
    from lifeline.model.condition import Path
    from lifeline.model.translation import TextFile
    from lifeline.reading.set_models import SetModels
    from lifeline.reading.validation import Source


class Translation:
    """One file of the set's own, beside what there is to translate.

    ``wanted`` are the texts a founder can meet, by entry: of claims, those that something rests on.
    """

    def __init__(self, source: Source, file: TextFile, models: SetModels) -> None:
        self.path = place_of(models.folder, source.name)
        self.source = source
        self.file = file
        self.entries = file.entries()
        texts = texts_of(models, "")
        self.words = words_of(texts)
        self.current = {place: digest_of_words(words) for place, words in self.words.items()}
        cited = _cited(texts)
        self.wanted = {
            place: words
            for place, words in self.words.items()
            if place[0] != "claims" or place[1] in cited
        }
        others = [other for _, other in models.texts if other.language == file.language]
        self._others = [other.entries() for other in others if other is not file]

    def spot(self, *steps: str | int) -> Spot:
        """Give a place in the file."""
        return Spot(self.source, steps)

    def is_current(self, place: Path) -> bool:
        """Whether an entry of the file translates what stands there today."""
        return place in self.entries and self.entries[place].of == self.current.get(place)

    def stale(self) -> list[Path]:
        """Give the entries that translate what stood there once."""
        return [place for place in self._behind() if self.entries[place].texts()]

    def outdated(self) -> list[Path]:
        """Give the entries without any text yet that were laid out for what stood there once."""
        return [place for place in self._behind() if not self.entries[place].texts()]

    def _behind(self) -> list[Path]:
        known = [place for place in self.entries if place in self.words]
        return [place for place in known if self.entries[place].of and not self.is_current(place)]

    def unmarked(self) -> list[Path]:
        """Give the entries with texts that do not say what they translate."""
        known = [place for place in self.entries if place in self.words]
        return [p for p in known if self.entries[p].of is None and self.entries[p].texts()]

    def lacking(self) -> list[Path]:
        """Give the entries of which no text, or not each, is translated; stale ones are."""
        return [place for place in self.wanted if self.words[place].keys() - self._said(place)]

    def _said(self, place: Path) -> set[Path]:
        own = self.entries.get(place)
        said = set(own.texts()) if own else set()
        for other in self._others:
            if place in other and other[place].of == self.current[place]:
                said |= set(other[place].texts())
        return said


def translations_of(models: SetModels) -> list[Translation]:
    """Give the translations among the set's own files."""
    return [
        Translation(source, file, models)
        for source, file in models.texts
        if source.name.startswith(f"{TEXT_FOLDER}/")
    ]


def _cited(texts: Texts) -> set[str]:
    entries = [*texts["questions"].values(), *texts["reasons"].values()]
    return {claim for entry in entries for claim in entry["claims"]}


def named(place: Path) -> str:
    """Give an entry as authors call it."""
    return str(place[-1])
