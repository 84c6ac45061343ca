"""Finds what a translation of a set says of other texts than those that stand there today."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at
from lifeline.authoring.translated import named, translations_of
from lifeline.compiling.clocks import KNOWN_PLACES, places_in
from lifeline.model.translation import SECTIONS
from lifeline.reading.spelling import brief, hint, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.authoring.translated import Translation
    from lifeline.compiling.names import Spot
    from lifeline.model.condition import Path

NAMED = 5
"""Entries that a finding on all of a translation names."""

NOUNS = dict(
    zip(SECTIONS, ("a rubric", "a question", "a rule or protection", "a claim"), strict=True)
)


def stale_translations(bench: Bench) -> Iterator[Finding]:
    """Find the texts that are not shown, as they translate what stood there before."""
    for found in translations_of(bench.models):
        command = _command(bench, found)
        for place in found.stale():
            yield found_at(
                found.spot(*place, "of"),
                "translation-stale",
                "the text that this translates has changed, so it is not shown.",
                f"Mend the translation, then run {command} --seen {named(place)}.",
            )
        for place in found.outdated():
            yield found_at(
                found.spot(*place, "of"),
                "translation-stale",
                "the text that stands here to be translated has changed since.",
                f"Run {command}: it writes today's in its place.",
            )
        unmarked = found.unmarked()
        if unmarked:
            verb = "entry does" if len(unmarked) == 1 else "entries do"
            yield found_at(
                found.spot("language"),
                "translation-stale",
                f"{len(unmarked)} {verb} not say with 'of' what is translated, and so"
                f" count for nothing: {_first(unmarked)}.",
                f"Run {command}: it writes that.",
            )


def missing_translations(bench: Bench) -> Iterator[Finding]:
    """Count, for each language, the entries that are shown in the language of the set."""
    for found in translations_of(bench.models):
        lacking, code = found.lacking(), found.file.language
        if lacking:
            yield found_at(
                found.spot("language"),
                "translation-missing",
                f"{len(lacking)} of {len(found.wanted)} entries have no text, or not all of it,"
                f" in {code}: {_first(lacking)}.",
                " ".join(_how_to_add(bench, found, lacking)),
            )


def _how_to_add(bench: Bench, found: Translation, lacking: list[Path]) -> Iterator[str]:
    """Say how to come by the texts that are lacking: some may stand there to be translated."""
    there = [place for place in lacking if place in found.entries]
    if len(there) < len(lacking):
        command = _command(bench, found)
        yield f"Run {command}: it adds those that are not there, as comments to translate."
    if there:
        yield f"Some of {_first(there)} are still to be written: where they stand as comments, take"
        yield "the '# ' away and put yours in their place."


def _command(bench: Bench, found: Translation) -> str:
    """Give what to run to bring a translation up to date."""
    folder = bench.models.folder
    place = shlex.quote(folder) if folder else "FOLDER"
    return f"lifeline rubric translate {place} --lang {found.file.language}"


def _first(places: list[Path]) -> str:
    return listed([brief(named(place)) for place in places], NAMED)


def unknown_translations(bench: Bench) -> Iterator[Finding]:
    """Find translations of what the set does not have."""
    for found in translations_of(bench.models):
        for place, entry in found.entries.items():
            if place not in found.words:
                known = [named(other) for other in found.words if other[0] == place[0]]
                noun = f"{NOUNS[str(place[0])]} of this set"
                yield _unknown(found.spot(*place), named(place), noun, known)
                continue
            known = [named(path) for path in found.words[place] if len(path) > 1]
            for path in entry.texts():
                if path not in found.words[place]:
                    noun = "a choice of this question" if known else "something to translate here"
                    yield _unknown(found.spot(*place, *path), named(path), noun, known)


def _unknown(spot: Spot, word: str, noun: str, known: list[str]) -> Finding:
    remedy = f"{hint(word, known)} Otherwise take it out.".lstrip() if hint(word, known) else ""
    return found_at(
        spot,
        "translation-unknown",
        f"'{brief(word)}' is not {noun}.",
        remedy or "Put it where it belongs, or take it out.",
    )


def misplaced_translations(bench: Bench) -> Iterator[Finding]:
    """Find texts in which other places are filled in than in what they translate."""
    for found in translations_of(bench.models):
        stale = found.stale()
        for place, entry in found.entries.items():
            if place[0] == "claims" or place not in found.words or place in stale:
                continue
            for path, text in entry.texts().items():
                wanted = _places(found.words[place].get(path, ""))
                if _places(text, wanted) != wanted:
                    yield found_at(
                        found.spot(*place, *path),
                        "translation-places",
                        f"has other places in braces than what it translates. {_expected(wanted)}",
                        "Keep each place as it is, braces and all; an answer or a number of"
                        " months stands there when it is shown.",
                    )


def _places(text: str, wanted: set[str] | None = None) -> set[str]:
    """Give the places in a text; where there should be some, all that look so."""
    found = set(places_in(text))
    return found if wanted else found.intersection(KNOWN_PLACES)


def _expected(wanted: set[str]) -> str:
    return f"Expected {' and '.join(sorted(wanted))}." if wanted else "Expected none."
