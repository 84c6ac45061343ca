"""Judges idea files one by one, for the verbs that go through many."""

from __future__ import annotations

from lifeline.cli.ideas import read_file
from lifeline.errors import InvalidFile
from lifeline.reading.finding.discovery import STDIN
from lifeline.reading.idea import read_idea, words_for
from lifeline.scoring.assembling import invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from lifeline.model.assessment import Assessment, Gate
    from lifeline.model.idea import Idea
    from lifeline.scoring.assess import Assessor


class Judge:
    """Reads and assesses files; of one that cannot be judged, the assessment says why.

    ``gate`` is what ideas have to meet, where it is not what the set asks for; ``stdin_name`` is
    the name under which stdin is shown.
    """

    __slots__ = ("as_of", "assessor", "gate", "stdin_name", "strict", "words")

    def __init__(
        self,
        assessor: Assessor,
        as_of: date,
        *,
        strict: bool,
        gate: Gate | None = None,
        stdin_name: str = "",
    ) -> None:
        self.assessor = assessor
        self.words = words_for(assessor.compiled)
        self.as_of = as_of
        self.strict = strict
        self.gate = gate or assessor.gate
        self.stdin_name = stdin_name

    def judged(self, path: str) -> Assessment:
        """Give the assessment of a file, or of stdin for ``-``."""
        try:
            idea, name, _ = self.read(path)
        except InvalidFile as error:
            return invalid(error, self.as_of, self.gate, strict=self.strict)
        return self.assessed(idea, name)

    def read(self, path: str) -> tuple[Idea, str, bytes]:
        """Give the idea in a file, the name it is shown under, and the bytes it was read from.

        Raises:
            InvalidFile: when it cannot be judged.
        """
        data, name = self.read_bytes(path)
        return read_idea(data, name, self.assessor.compiled, self.words), name, data

    def read_bytes(self, path: str) -> tuple[bytes, str]:
        """Give the bytes of a file, and the name it is shown under.

        Raises:
            InvalidFile: when it cannot be read.
        """
        data, name = read_file(path)
        return data, self.stdin_name if path == STDIN and self.stdin_name else name

    def assessed(self, idea: Idea, name: str) -> Assessment:
        """Assess an idea that was read."""
        return self.assessor.assess(
            idea, as_of=self.as_of, path=name, strict=self.strict, gate=self.gate
        )

    def asking(self) -> Assessor:
        """Give what assesses as this judge does: strictly or not, and by the same gate."""
        return self.assessor.asking(self.gate, strict=self.strict)
