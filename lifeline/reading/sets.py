"""Reads the bytes of a rubric set: all that is needed to know whether it was compiled before."""

from __future__ import annotations

import os

from lifeline.errors import LifelineError
from lifeline.reading.files import read_part
from lifeline.reading.limits import FOLDER_BYTES
from lifeline.reading.shelves import SET_FILE, set_named, shipped_sets
from lifeline.reading.spelling import not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CLAIMS_FILE, HISTORY_FILE = "claims.yaml", "history.yaml"
VERSIONS_FILE, COVERAGE_FILE = "versions.yaml", "coverage.yaml"
TEXT_FOLDER = "text"
EVERY = "*"
"""In the place of a language: all of them."""

MOST_BASES = 10
"""Sets that stand one upon the other."""


def read_files(folder: str, language: str = "") -> dict[str, bytes]:
    """Give the bytes of a set's files by name, and of those of the set that it extends.

    These are the YAML files directly in the folder, sorted, and the translation that is asked for.
    Names count from the folder: ``lifeline.yaml``, ``text/zh.yaml``, ``../ngc/lifeline.yaml``.

    Args:
        folder: the set's.
        language: a code such as ``zh``, which also serves for ``zh-CN``; ``EVERY`` for all
            translations; empty for none.

    Raises:
        LifelineError: when the folder or a file cannot be read, holds no set, extends what is not
            there, or is not translated.
    """
    reader = _Reader(folder)
    chain = [folder]
    reader.read_folder(folder)
    while base := _extended(reader.head_of(chain[-1])):
        chain.append(_base_of(chain, base))
        reader.read_folder(chain[-1])
    if language:
        _read_texts(reader, chain, language)
    return reader.files


class _Reader:
    """Reads the files of several folders, whose names count from the first."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.size = 0

    def name_of(self, folder: str, *names: str) -> str:
        """Give the name of a file in a folder, as it counts from the first."""
        if folder == self.folder:
            return "/".join(names)
        try:
            folder = os.path.relpath(folder, self.folder)
        except ValueError:  # on another drive
            folder = os.path.abspath(folder)
        return "/".join((folder.replace(os.sep, "/"), *names))

    def read_folder(self, folder: str) -> None:
        """Read every YAML file directly in a folder.

        Raises:
            LifelineError: when something cannot be read, or no set is there.
        """
        try:
            for name in sorted(name for name in os.listdir(folder) if name.endswith(".yaml")):
                self.read(folder, name)
        except OSError as error:
            told = f"{folder}: cannot read the rubric set: {error.strerror}."
            raise LifelineError(told) from error
        if self.name_of(folder, SET_FILE) not in self.files:
            raise LifelineError(f"{folder}: holds no rubric set. Expected a file {SET_FILE} in it.")

    def head_of(self, folder: str) -> bytes:
        """Give the bytes of the file that names a set."""
        return self.files[self.name_of(folder, SET_FILE)]

    def read(self, folder: str, *names: str) -> None:
        """Read one file."""
        data = read_part(os.path.join(folder, *names))
        self.files[self.name_of(folder, *names)] = data
        self.size += len(data)
        if self.size > FOLDER_BYTES:
            raise too_large(self.folder)


def _head(data: bytes) -> dict[str, Any]:
    """Give what a set file says, as plain YAML; nothing where it is faulty, as its model says."""
    from lifeline.reading.nodes import Problems, TooManyProblems, compose, plain

    problems = Problems()
    try:
        root = compose(data, problems)
        found = plain(root, problems) if root is not None and not problems.found else {}
    except TooManyProblems:
        return {}
    return found if isinstance(found, dict) else {}


def _extended(data: bytes) -> str:
    """Give the name of the set that a set extends, or nothing."""
    extends = _head(data).get("extends") if b"extends" in data else None
    named = extends.get("set") if isinstance(extends, dict) else None
    return named if isinstance(named, str) else ""


def _base_of(chain: list[str], name: str) -> str:
    """Give the folder of the set that the last of a chain extends: beside it, or a shipped one."""
    last = chain[-1]
    file = os.path.join(last, SET_FILE)
    shelves = [os.path.dirname(os.path.abspath(last)), shipped_sets()]
    found = set_named(name, shelves) if os.path.basename(name) == name else None
    if found is None:
        raise LifelineError(
            f"{file}: extends '{name}', and no such set is there. Expected a folder of that name"
            " beside this one, or a shipped set."
        )
    places = [os.path.realpath(folder) for folder in chain]
    if os.path.realpath(found) in places:
        raise LifelineError(f"{file}: extends '{name}', and so itself: that goes in a circle.")
    if len(chain) >= MOST_BASES:
        told = f"{MOST_BASES} sets stand one upon the other already. Expected fewer."
        raise LifelineError(f"{file}: extends '{name}', and {told}")
    return os.path.relpath(found) if not os.path.isabs(last) else found


def _read_texts(reader: _Reader, chain: list[str], language: str) -> None:
    """Read the translations of each set of a chain."""
    there = [(folder, code) for folder in chain for code in languages_of(folder)]
    wider = wider_first(language)
    for folder, code in there:
        if language == EVERY or code.lower() in wider:
            try:
                reader.read(folder, TEXT_FOLDER, f"{code}.yaml")
            except OSError as error:
                place = os.path.join(folder, TEXT_FOLDER, f"{code}.yaml")
                raise LifelineError(f"{place}: cannot be read: {error.strerror}.") from error
    codes = {code for _, code in there}
    if language != EVERY and not any(code.lower() in wider for code in codes):
        _check_is_source(reader.head_of(chain[0]), language, codes)


def _check_is_source(data: bytes, language: str, codes: set[str]) -> None:
    """Refuse a language into which a set is neither translated nor written."""
    named = _head(data).get("language")
    source = named if isinstance(named, str) else "en"
    if str(source).lower() not in wider_first(language):
        told = not_among(language, sorted({*codes, source}), "a language of this rubric set")
        raise LifelineError(f"lifeline: {told}")


def wider_first(language: str) -> list[str]:
    """Give a language after those that it is a kind of, in small letters: zh, zh-hant, zh-hant-tw.

    Where there is no text in a language, one of these does.
    """
    parts = language.lower().split("-")
    return ["-".join(parts[: most + 1]) for most in range(len(parts))]


def languages_of(folder: str) -> list[str]:
    """Give the languages into which a set is translated, sorted."""
    try:
        names = os.listdir(os.path.join(folder, TEXT_FOLDER))
    except OSError:
        return []
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def too_large(folder: str) -> LifelineError:
    """Give the error of a folder whose files together have too many bytes."""
    return LifelineError(f"{folder}: its YAML files have more than {FOLDER_BYTES:,} bytes.")
