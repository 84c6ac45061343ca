"""Reads what each coder made of the cases of a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeline.model.case import Coding
from lifeline.reading.spelling import hint, not_among

if TYPE_CHECKING:
    from lifeline.model.case import Case, CaseFolder
    from lifeline.reading.citing import Answers, CitedAnswers
    from lifeline.reading.folder import Folder
    from lifeline.reading.validation import Source

CODINGS = "codings"


@dataclass(frozen=True)
class ReadCoding:
    """What one coder made of the cases: their answers, by case and number of the question."""

    coding: Coding
    answers: dict[str, Answers]


class CodingReader:
    """Reads the codings of a folder; a folder of somebody else's cases may have none."""

    def __init__(
        self, folder: Folder, cases: dict[str, Case | None], answers: CitedAnswers
    ) -> None:
        self.folder = folder
        self.cases = cases
        self.answers = answers

    def read(self, head_source: Source, head: CaseFolder | None) -> dict[str, ReadCoding]:
        """Give the codings by coder; each coder that the head names has to have one, or none."""
        stems = self.folder.stems(CODINGS, may_lack=True)
        named = head.coders if head else stems
        for place, coder in enumerate(named if stems else ()):
            if coder not in stems:
                message = f"there is no file {os.path.join(CODINGS, coder)}.yaml."
                head_source.add(("coders", place), message + hint(coder, stems))
        found = {stem: self._coding(stem, named) for stem in stems}
        return {stem: coding for stem, coding in found.items() if coding}

    def _coding(self, stem: str, named: list[str]) -> ReadCoding | None:
        coding = self.folder.model(os.path.join(CODINGS, stem), Coding)
        if coding is None:
            return None
        self.folder.expect_stem("coder", coding.coder, stem)
        if stem not in named:
            message = not_among(stem, named, "a coder that cases.yaml names")
            self.folder.last.add(("coder",), message)
        return ReadCoding(coding, {id_: self._answers(id_) for id_ in coding.cases})

    def _answers(self, id_: str) -> Answers:
        source, path = self.folder.last, ("cases", id_)
        if id_ not in self.cases:
            source.add(path, not_among(id_, self.cases, "a case of this folder"))
        case = self.cases.get(id_)
        return self.answers.read(source, (*path, "answers"), case) if case else {}
