"""Reads the test vectors of a rubric set: the YAML files in its folder ``tests``.

A near miss becomes a vector of its own, with the answers of the one it stands under.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lifeline.errors import LifelineError
from lifeline.model.idea import Idea
from lifeline.model.vectors import DEFAULT_DAY, VectorFile
from lifeline.reading.expected import Ids, read_expected
from lifeline.reading.folder import Folder
from lifeline.reading.nodes import TooManyProblems, find
from lifeline.reading.vector_answers import VectorAnswers, check_change, told

if TYPE_CHECKING:
    import datetime

    from lifeline.model.compiled import CompiledSet
    from lifeline.model.condition import Path
    from lifeline.model.vectors import Expect
    from lifeline.model.vectors import Vector as Written
    from lifeline.reading.validation import Source
    from lifeline.reading.vector_answers import Answers

TESTS = "tests"
"""The folder of a set in which its vectors lie."""


@dataclass(frozen=True)
class Vector:
    """Answers that can be assessed, and what has to come out.

    ``expected`` has for each thing that is compared (``months``, ``caps.certain``) its value as
    plain data; ``path`` leads to the vector in its source.
    """

    name: str
    idea: Idea
    as_of: datetime.date
    strict: bool
    expected: dict[str, Any]
    source: Source
    path: Path

    def place(self, *steps: str | int) -> tuple[int, int]:
        """Give line and column of the vector, or of something inside it, counted from 1."""
        assert self.source.root is not None, "a file that was read has a root"
        node, _ = find(self.source.root, (*self.path, *steps))
        return node.start_mark.line + 1, node.start_mark.column + 1


def read_vectors(folder: str, compiled: CompiledSet) -> list[Vector]:
    """Read every vector of a set, in the order of the files' names and their lines.

    Raises:
        LifelineError: when there is none, or a file cannot be read.
        InvalidFiles: with every problem of every file.
    """
    reader = _Reader(Folder(folder), compiled)
    stems = reader.folder.stems(TESTS, may_lack=True)
    if not stems:
        place = os.path.join(folder, TESTS)
        raise LifelineError(
            f"{place}: holds no test vectors, so nothing was tested. Expected files such as"
            f" {os.path.join(TESTS, 'first.yaml')} beside set.yaml."
        )
    for stem in stems:
        reader.read(stem)
    reader.folder.raise_problems()
    return reader.vectors


@dataclass
class _Reader:
    """Reads the files of vectors one after the other; names are unique among all of them."""

    folder: Folder
    compiled: CompiledSet
    vectors: list[Vector] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ids = Ids(self.compiled)
        self.answers = VectorAnswers(self.compiled)

    def read(self, stem: str) -> None:
        file = self.folder.model(os.path.join(TESTS, stem), VectorFile)
        if file is None or self.folder.last.problems.found:
            return  # a key that stands twice would be told again
        for place, written in enumerate(file.vectors):
            with suppress(TooManyProblems):
                self._read(written, ("vectors", place))

    def _read(self, written: Written, path: Path) -> None:
        source = self.folder.last
        answers = self.answers.read(source, (*path, "answers"))
        self._add(written, written.name, answers, written.expect, (path, "name"))
        for place, near in enumerate(written.near):
            inner: Path = (*path, "near", place)
            changed = self.answers.read(source, (*inner, "change"))
            check_change(source, path, inner)
            name = f"{written.name}, with {told(source, (*inner, 'change'))}"
            self._add(written, name, {**answers, **changed}, near.expect, (inner, "change"))

    def _add(
        self,
        written: Written,
        name: str,
        answers: Answers,
        expect: Expect,
        at: tuple[Path, str],
    ) -> None:
        path, key = at
        source = self.folder.last
        if name in self.taken:
            source.add((*path, key), f"'{name}' is already tested in {self.taken[name]}.")
        self.taken[name] = source.name
        idea = Idea()
        idea.id = idea.title = name
        idea.assessed = written.assessed or DEFAULT_DAY
        idea.answers = answers
        expected = read_expected(expect, source, (*path, "expect"), self.ids)
        as_of = written.as_of or idea.assessed
        self.vectors.append(Vector(name, idea, as_of, written.strict, expected, source, path))
