"""Reads the files of a rubric set into models, each kept beside the source it came from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from lifeline.errors import InvalidFiles
from lifeline.model.history import HistoryFile
from lifeline.model.rubric import ClaimsFile, Rubric, RubricSet
from lifeline.reading.sets import CLAIMS_FILE, HISTORY_FILE
from lifeline.reading.shelves import SET_FILE
from lifeline.reading.spelling import hint
from lifeline.reading.validation import Source

if TYPE_CHECKING:
    from lifeline.model.condition import Path

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class SetModels:
    """A set as its authors wrote it, every part with the source it came from."""

    folder: str
    set: RubricSet
    rubrics: list[tuple[Source, Rubric]]
    claims: ClaimsFile
    history: HistoryFile | None
    sources: list[Source]

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
        raise InvalidFiles(
            source.problems.error(os.path.join(folder, source.name)) for source in wrong
        )


def read_models(folder: str, files: dict[str, bytes]) -> SetModels:
    """Read and validate the files of a set.

    Raises:
        InvalidFiles: with every problem of every file.
    """
    reader = _Reader(files)
    rubric_set = reader.read(SET_FILE, RubricSet)
    if rubric_set is None:
        raise_problems(folder, reader.sources)
    assert rubric_set is not None, "a file without problems has a model"
    rubrics = []
    for place, stem in enumerate(rubric_set.rubrics):
        rubric = reader.read(f"{stem}.yaml", Rubric, ("rubrics", place))
        if rubric:
            rubrics.append((reader.sources[-1], rubric))
            _check_name(*rubrics[-1], stem)
    claims = reader.read(CLAIMS_FILE, ClaimsFile)
    history = reader.read(HISTORY_FILE, HistoryFile) if HISTORY_FILE in files else None
    raise_problems(folder, reader.sources)
    assert claims is not None, "a file without problems has a model"
    return SetModels(folder, rubric_set, rubrics, claims, history, reader.sources)


class _Reader:
    """Reads the files of a set one after the other; the first names the others."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.sources: list[Source] = []

    def read(self, name: str, model: type[Model], named_at: Path = ()) -> Model | None:
        """Give a file as a model; when it is missing, that is reported where it is named."""
        if name not in self.files:
            stems = [other.removesuffix(".yaml") for other in self.files if other != SET_FILE]
            meant = hint(name.removesuffix(".yaml"), stems)
            self.sources[0].add(named_at, f"there is no file {name} beside {SET_FILE}.{meant}")
            return None
        self.sources.append(Source(name, self.files[name]))
        return self.sources[-1].validated(model)


def _check_name(source: Source, rubric: Rubric, stem: str) -> None:
    if rubric.rubric != stem:
        message = f"'{rubric.rubric}' differs from the file's name. Expected {stem}."
        source.add(("rubric",), message)
