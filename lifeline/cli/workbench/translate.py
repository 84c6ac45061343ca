"""``lifeline rubric translate``: a translation of a set, begun or brought up to date."""

from __future__ import annotations

import os
import re

from lifeline.cli.exits import Exit
from lifeline.errors import LifelineError, UsageError
from lifeline.reading.sets import TEXT_FOLDER
from lifeline.reading.shelves import packaged_sets

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from lifeline.authoring.translated import Translation
    from lifeline.authoring.translating import Done
    from lifeline.model.condition import Path

ALL = "all"
"""In the place of ids: every entry that is stale."""

SHOWN = 5
"""Entries that a line names."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.epilog = "Example: lifeline rubric translate my-set --lang zh"
    parser.add_argument("folder", metavar="FOLDER", help="the folder of your set, with a set.yaml")
    parser.add_argument(
        "--lang", metavar="CODE", required=True, help="the language to translate into, as zh"
    )
    parser.add_argument(
        "--seen",
        nargs="+",
        metavar="ID",
        default=[],
        help=f"entries that you looked at again after their texts had changed; or: {ALL}",
    )


def execute(args: argparse.Namespace) -> int:
    """Write the translation, and say what is left to do."""
    from lifeline.authoring.translating import translated
    from lifeline.cli.talk import say
    from lifeline.reading.saving.disk import save
    from lifeline.reading.saving.layout import Layout

    folder = args.folder
    if os.path.dirname(os.path.abspath(folder)) == packaged_sets():
        raise UsageError("lifeline: the installed set cannot be changed. Name your own folder.")
    file = os.path.join(folder, TEXT_FOLDER, f"{args.lang}.yaml")
    before, data, found = _translation(folder, args.lang)
    layout = Layout(data)
    seen = _seen(found, args.seen, file)
    done = translated(found, layout, seen)
    after = layout.encode(done.text)
    if after != before:
        _make_folder(os.path.dirname(file))
        save(file, after, before)
    say(f"{file}: {_told(done)} {_left(found, done)}{_old_comments(found, seen)}")
    return Exit.PASSED


def _translation(folder: str, language: str) -> tuple[bytes | None, bytes, Translation]:
    """Give the file of a translation as it is, as it would be begun, and what is in that.

    Raises:
        LifelineError: when the set or the translation has problems, or it needs none.
    """
    from lifeline.authoring.translated import translations_of
    from lifeline.authoring.translating import begun
    from lifeline.model.scalars import LANGUAGE
    from lifeline.reading.set_models import read_models
    from lifeline.reading.sets import EVERY, read_files

    if not re.fullmatch(LANGUAGE, language):
        raise UsageError(f"lifeline: '{language}' is not a language. Expected a code such as zh.")
    name = f"{TEXT_FOLDER}/{language}.yaml"
    every = read_files(folder, EVERY)
    # what is wrong with the other translations is told by those who check the set
    files = {n: d for n, d in every.items() if f"{TEXT_FOLDER}/" not in n or n.endswith(name)}
    before = files.get(name)
    files.setdefault(name, begun(os.path.basename(os.path.abspath(folder)), language))
    models = read_models(folder, files)
    if models.set.language == language:
        raise UsageError(f"lifeline: the set is written in {language}: nothing is to translate.")
    found = next(t for t in translations_of(models) if t.source.name == name)
    return before, files[name], found


def _seen(found: Translation, ids: list[str], file: str) -> list[Path]:
    """Give the stale entries that are named.

    Raises:
        UsageError: when one is not in the set, or has no text in the translation. Where those that
            it should have are from another day, they are written anew, so that is no mistake.
    """
    texts = {place for place, entry in found.entries.items() if entry.texts()}
    texts.update(found.outdated())
    stale = found.stale()
    if ids == [ALL]:
        return stale
    named = [place for id_ in ids for place in _named(found, id_)]
    for place in named:
        if place not in texts:
            raise UsageError(f"{file}: {place[-1]} has no text there yet, so none was looked at.")
    return [place for place in stale if place in named]


def _named(found: Translation, id_: str) -> list[Path]:
    """Give the entries of an id, which may lack its rubric where it is clear without."""
    from lifeline.reading.spelling import not_among

    ids = [str(place[-1]) for place in found.words]
    bare = [place for place in found.words if str(place[-1]).partition("/")[2] == id_]
    places = [place for place in found.words if place[-1] == id_] or bare
    if not places or (places == bare and len(bare) > 1):
        raise UsageError(f"lifeline: {not_among(id_, ids, 'an entry of this set')}")
    return places


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise LifelineError(f"{folder}: cannot be made: {error.strerror}.") from error


def _told(done: Done) -> str:
    counts = {
        "now with 'of'": done.marked,
        "looked at again": done.seen,
        "laid out anew, as their texts had changed": done.renewed,
        "added to be translated": done.added,
    }
    told = [f"{number} {what}" for what, number in counts.items() if number]
    return f"entries: {', '.join(told)}." if told else "nothing to write."


def _left(found: Translation, done: Done) -> str:
    """Say how many entries are still to be translated, or to be looked at again."""
    lacking, stale = len(found.lacking()), len(found.stale()) - done.seen
    if not lacking and not stale:
        return f"All {len(found.wanted)} entries are translated."
    return (
        f"Of {len(found.wanted)} entries {lacking} are left to translate, {stale} to look at again."
    )


def _old_comments(found: Translation, seen: list[Path]) -> str:
    """Say in which entries that were looked at again something may be left as it was laid out."""
    from lifeline.authoring.translated import named
    from lifeline.reading.spelling import listed

    partly = [p for p in seen if found.words[p].keys() - found.entries[p].texts().keys()]
    if not partly:
        return ""
    ids = listed([named(place) for place in partly], SHOWN)
    return (
        f" Texts that are still comments in {ids} have the old wording:"
        " look into the files of the set for today's."
    )
