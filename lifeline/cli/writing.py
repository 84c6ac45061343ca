"""Judges idea files and puts what comes out into words, where that is done: here or elsewhere."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict

    from lifeline.cli.running import Judging
    from lifeline.model.assessment import Assessment, Problem
    from lifeline.report.by_idea import ByIdea

    class Written(TypedDict):
        """What a run needs of an idea that was judged.

        ``texts`` is what each output writes of it; None where the output takes the assessment.
        """

        path: str
        verdict: str
        errors: list[Problem]
        waived: int
        texts: list[str | None]
        assessment: Assessment | None


class Writing:
    """Judges files, and writes of each what hangs on it alone.

    ``reporters`` are those of the run, None for one that has to see the assessments itself. An
    assessment is twenty times as long as its file, so that it is sent between processes only where
    somebody needs it.
    """

    __slots__ = ("judge", "reporters")

    def __init__(self, judge: Judging[Assessment], reporters: Sequence[ByIdea | None]) -> None:
        self.judge = judge
        self.reporters = reporters

    def __reduce__(self) -> tuple[type[Writing], tuple[Judging[Assessment], list[None]]]:
        """Leave the reporters behind: a process that begins anew has none of their streams."""
        return Writing, (self.judge, [None] * len(self.reporters))

    def judged(self, path: str) -> Written:
        """Judge a file."""
        assessment = self.judge.judged(path)
        texts = [None if each is None else each.text(assessment) for each in self.reporters]
        return {
            "path": assessment["path"],
            "verdict": assessment["verdict"],
            "errors": assessment["errors"],
            "waived": sum(finding["waived"] for finding in assessment["findings"]),
            "texts": texts,
            "assessment": assessment if None in texts else None,
        }
