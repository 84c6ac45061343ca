"""Reads the files of a rubric set into models, each kept beside the source it came from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from lifeline.errors import InvalidFiles
from lifeline.model.coverage import CoverageFile
from lifeline.model.history import HistoryFile
from lifeline.model.published import VersionsFile
from lifeline.model.rubric import ClaimsFile, Retired, Rubric, RubricSet
from lifeline.model.translation import TextFile
from lifeline.reading.sets import (
    CLAIMS_FILE,
    COVERAGE_FILE,
    HISTORY_FILE,
    TEXT_FOLDER,
    VERSIONS_FILE,
)
from lifeline.reading.shelves import SET_FILE
from lifeline.reading.spelling import hint, not_among
from lifeline.reading.standing import Standing
from lifeline.reading.validation import Source

if TYPE_CHECKING:
    from lifeline.model.condition import Path

Model = TypeVar("Model", bound=BaseModel)

NO_CLAIMS = {"claims-format": 1, "sources": [], "claims": []}


@dataclass
class SetModels:
    """A set as its authors wrote it, every part with the source it came from.

    In a set that extends another, rubrics, claims and retired ids of that one are among its own.
    ``standing`` says where these stand. ``retired`` are the entries with their places in the lists
    of their files, ``texts`` the translations that were read, those of the extended set first.
    """

    folder: str
    set: RubricSet
    rubrics: list[tuple[Source, Rubric]]
    claims: ClaimsFile
    history: HistoryFile | None
    sources: list[Source]
    own_files: list[str]
    own_claims: list[str]
    retired: list[tuple[Source, int, Retired]]
    texts: list[tuple[Source, TextFile]]
    extends: dict[str, str] = field(default_factory=dict)
    """The sets it stands on, nearest first, with their versions."""
    standing: Standing = field(default_factory=Standing)
    versions: VersionsFile | None = None
    coverage: CoverageFile | None = None

    def raise_problems(self) -> None:
        """Tell what was recorded in the sources.

        Raises:
            InvalidFiles: when there is something.
        """
        raise_problems(self.folder, self.sources)


def raise_problems(folder: str, sources: list[Source]) -> None:
    """Tell everything that is recorded in some sources of a folder.

    Raises:
        InvalidFiles: when there is something.
    """
    wrong = [source for source in sources if source.problems.found]
    if wrong:
        raise InvalidFiles(source.problems.error(place_of(folder, source.name)) for source in wrong)


def place_of(folder: str, name: str) -> str:
    """Give the path of a file whose name counts from a folder."""
    path = os.path.join(folder, name)
    return os.path.normpath(path) if name.startswith("..") else path


def read_models(folder: str, files: dict[str, bytes], inside: str = "") -> SetModels:
    """Read and validate the files of a set, and those of the set that it extends.

    Args:
        folder: the set's, for messages.
        files: the bytes by name, as ``read_files`` gives them.
        inside: what stands before the names of the set's own files, as ``../ngc/``.

    Raises:
        InvalidFiles: with every problem of every file.
    """
    reader = _Reader(files, inside)
    own = reader.read(SET_FILE, RubricSet)
    if own is None:
        raise_problems(folder, reader.sources)
    assert own is not None, "a file without problems has a model"
    head = reader.sources[0]
    rubrics = reader.rubrics(own.rubrics)
    may_lack = own.extends is not None
    claims = reader.read(CLAIMS_FILE, ClaimsFile, may_lack=may_lack)
    history = reader.read(HISTORY_FILE, HistoryFile, may_lack=True)
    versions = reader.read(VERSIONS_FILE, VersionsFile, may_lack=True)
    coverage = reader.coverage(claims)
    texts = reader.texts()
    raise_problems(folder, reader.sources)
    retired = [(head, place, entry) for place, entry in enumerate(own.retired)]
    claims = claims or ClaimsFile.model_validate(NO_CLAIMS)
    models = SetModels(
        folder=folder,
        set=own,
        rubrics=rubrics,
        claims=claims,
        history=history,
        sources=reader.sources,
        own_files=[source.name for source in reader.sources],
        own_claims=[claim.id for claim in claims.claims],
        retired=retired,
        texts=texts,
    )
    models.versions, models.coverage = versions, coverage
    if own.extends is not None:
        from lifeline.reading.extending import stand_on

        stand_on(models, read_models(folder, files, _base_of(inside, files)))
        models.raise_problems()
    return models


def _base_of(inside: str, files: dict[str, bytes]) -> str:
    """Give what stands before the names of the files of the set that one extends.

    Sets follow one another in the order in which they extend each other.
    """
    heads = [file for file in files if file.rpartition("/")[2] == SET_FILE]
    after = heads[heads.index(f"{inside}{SET_FILE}") + 1 :]
    assert after, "the files of what it extends were read with its own"
    return after[0].removesuffix(SET_FILE)


class _Reader:
    """Reads the files of a set one after the other; the first names the others."""

    def __init__(self, files: dict[str, bytes], inside: str) -> None:
        self.files = files
        self.inside = inside
        self.sources: list[Source] = []

    def rubrics(self, stems: list[str]) -> list[tuple[Source, Rubric]]:
        """Give the rubrics of those names that can be read."""
        found = []
        for place, stem in enumerate(stems):
            rubric = self.read(f"{stem}.yaml", Rubric, ("rubrics", place))
            if rubric:
                found.append((self.sources[-1], rubric))
                _check_name(*found[-1], stem)
        return found

    def read(
        self, name: str, model: type[Model], named_at: Path = (), *, may_lack: bool = False
    ) -> Model | None:
        """Give a file as a model; when it is missing, that is reported where it is named."""
        if self.inside + name not in self.files:
            if not may_lack:
                self._report_lack(name, named_at)
            return None
        self.sources.append(Source(self.inside + name, self.files[self.inside + name]))
        return self.sources[-1].validated(model)

    def coverage(self, claims: ClaimsFile | None) -> CoverageFile | None:
        """Give what is said of claims on which nothing rests, if the set says it."""
        found = self.read(COVERAGE_FILE, CoverageFile, may_lack=True)
        known = [claim.id for claim in claims.claims] if claims else []
        for place, entry in enumerate(found.not_asked if found and claims else ()):
            if entry.claim not in known:
                message = not_among(entry.claim, known, f"a claim of {CLAIMS_FILE}")
                self.sources[-1].add(("not-asked", place, "claim"), message)
        return found

    def texts(self) -> list[tuple[Source, TextFile]]:
        """Give the translations that are there."""
        found, before = [], f"{self.inside}{TEXT_FOLDER}/"
        for name in self.files:
            if name.startswith(before):
                text = self.read(name.removeprefix(self.inside), TextFile)
                if text:
                    found.append((self.sources[-1], text))
                    _check_language(*found[-1])
        return found

    def _report_lack(self, name: str, named_at: Path) -> None:
        others = [other for other in self.files if "/" not in other and other != SET_FILE]
        meant = hint(name.removesuffix(".yaml"), [o.removesuffix(".yaml") for o in others])
        self.sources[0].add(named_at, f"there is no file {name} beside {SET_FILE}.{meant}")


def _check_name(source: Source, rubric: Rubric, stem: str) -> None:
    if rubric.rubric != stem:
        message = f"'{rubric.rubric}' differs from the file's name. Expected {stem}."
        source.add(("rubric",), message)


def _check_language(source: Source, text: TextFile) -> None:
    stem = source.name.rpartition("/")[2].removesuffix(".yaml")
    if text.language != stem:
        message = f"'{text.language}' differs from the file's name. Expected {stem}."
        source.add(("language",), message)
