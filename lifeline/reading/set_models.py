"""Reads the files of a rubric set into models, each kept beside the source it came from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from lifeline.errors import InvalidFile, InvalidFiles
from lifeline.model.rubric import ClaimsFile, Rubric, RubricSet
from lifeline.reading.sets import CLAIMS_FILE, SET_FILE
from lifeline.reading.validation import Source

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class SetModels:
    """A set as its authors wrote it, every part with the source it came from."""

    folder: str
    set: RubricSet
    rubrics: list[tuple[Source, Rubric]]
    claims: ClaimsFile
    sources: list[Source] = field(default_factory=list)

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
            InvalidFile(os.path.join(folder, source.name), source.problems.found)
            for source in wrong
        )


def read_models(folder: str, files: dict[str, bytes]) -> SetModels:
    """Read and validate the files of a set.

    Raises:
        InvalidFiles: with every problem of every file.
    """
    head = Source(SET_FILE, files[SET_FILE])
    rubric_set = head.validated(RubricSet)
    sources = [head]
    if rubric_set is None:
        raise_problems(folder, sources)
    assert rubric_set is not None, "a file without problems has a model"
    rubrics = []
    for place, stem in enumerate(rubric_set.rubrics):
        name = f"{stem}.yaml"
        if name not in files:
            head.add(("rubrics", place), f"there is no file {name} beside {SET_FILE}.")
            continue
        source, rubric = _validated(name, files, Rubric, sources)
        if rubric:
            rubrics.append((source, rubric))
            if rubric.rubric != stem:
                source.add(("rubric",), f"differs from the file's name. Expected {stem}.")
    claims = ClaimsFile.model_validate({"claims-format": 1, "sources": [], "claims": []})
    if CLAIMS_FILE in files:
        claims = _validated(CLAIMS_FILE, files, ClaimsFile, sources)[1] or claims
    raise_problems(folder, sources)
    return SetModels(folder, rubric_set, rubrics, claims, sources)


def _validated(
    name: str, files: dict[str, bytes], model: type[Model], sources: list[Source]
) -> tuple[Source, Model | None]:
    source = Source(name, files[name])
    sources.append(source)
    return source, source.validated(model)
