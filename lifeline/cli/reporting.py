"""What ``lifeline report`` does idea by idea: judges it, looks further, hands it on for writing."""

from __future__ import annotations

import os

from lifeline.backtesting.kept import load_curves
from lifeline.cli.commands import choosing
from lifeline.cli.ideas import read_file
from lifeline.cli.sets import shipped_set
from lifeline.cli.talk import say_error
from lifeline.compiling.cases import load_cases
from lifeline.compiling.store import load_set
from lifeline.errors import InvalidFile, InvalidFiles, LifelineError
from lifeline.insight.further import look_further
from lifeline.insight.whatif.trials import Setting
from lifeline.reading.backing import backing_of
from lifeline.reading.fields import line
from lifeline.reading.finding.discovery import STDIN
from lifeline.reading.nodes import Problems, TooManyProblems, compose
from lifeline.reading.shelves import shipped_sets
from lifeline.report.pages.beyond import Beyond
from lifeline.report.phrases import VERDICTS
from lifeline.report.run import Run
from lifeline.scoring.assembling import invalid
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any, Protocol, TextIO

    from lifeline.cli.bench import Bench
    from lifeline.cli.judge import Judge
    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Idea

    Data = dict[str, Any]

    class Writer(Protocol):
        """Takes ideas with what is known beyond their assessment, and writes them at the end."""

        def __init__(self, stream: TextIO, run: Run) -> None:
            """Take the stream and what all ideas share."""

        def add(self, assessment: Assessment, beyond: Beyond | None = None) -> None:
            """Take one idea."""

        def finish(self, summary: dict[str, int]) -> None:
            """Write what was taken."""


CASES = "cases"


def _keep_to_oneself(idea: Idea) -> None:
    """Leave out what somebody wrote in their own words beside their answers."""
    for answer in idea.answers.values():
        answer.note = answer.reason = ""


class Reporting:
    """Looks at ideas one by one, and writes what was found."""

    def __init__(self, bench: Bench, writer: type[Writer], args: argparse.Namespace) -> None:
        self.bench = bench
        self.writer = writer
        self.args = args
        self.cases, self.curves = _known_of_others(bench.compiled)
        self.wrong: list[InvalidFile] = []
        self.summary: dict[str, int] = {}

    def write(self, paths: list[str], stream: TextIO) -> None:
        """Write everything, and tell what is wrong with files.

        Raises:
            InvalidFiles: when nothing can be judged, so that there is nothing to write.
        """
        self.summary = dict.fromkeys(("ideas", *VERDICTS, "waived"), 0)
        writer = self.writer(stream, self._run(paths))
        for path in paths:
            writer.add(*self._counted(*self._looked(path)))
        if len(self.wrong) == len(paths):
            raise InvalidFiles(self.wrong)
        if self.wrong:
            say_error(InvalidFiles(self.wrong))
        writer.finish(self.summary)

    def _run(self, paths: list[str]) -> Run:
        bench = self.bench
        how: Data = {"brief": len(paths) > 1, "market": bench.market, "gate": bench.gate}
        how |= {"choosing": choosing(self.args), "strict": bench.strict(paths)}
        return Run(__version__, bench.compiled, self.args.as_of, **how)

    def _counted(
        self, assessment: Assessment, beyond: Beyond | None
    ) -> tuple[Assessment, Beyond | None]:
        self.summary["ideas"] += 1
        self.summary[assessment["verdict"]] += 1
        self.summary["waived"] += sum(finding["waived"] for finding in assessment["findings"])
        return assessment, beyond

    def _looked(self, path: str) -> tuple[Assessment, Beyond | None]:
        """Judge a file, and find out what is told of it besides."""
        judge = self.bench.judges[path]
        try:
            return self._beyond(judge, path)
        except InvalidFile as error:
            self.wrong.append(error)
            found = invalid(error, judge.as_of, judge.gate, strict=judge.strict)
            return {**found, "idea": _title_in(path)}, None

    def _beyond(self, judge: Judge, path: str) -> tuple[Assessment, Beyond]:
        idea, name, data = judge.read(path)
        if "notes" in self.args.without:
            _keep_to_oneself(idea)
        found = judge.assessed(idea, name)
        how: Data = {"strict": judge.strict, "gate": judge.gate}
        setting = Setting(judge.assessor, idea, judge.as_of, **how)
        return found, Beyond(
            idea,
            look_further(setting, found, self.cases),
            backing=backing_of(data, idea),
            curves=self.curves,
            market=judge.assessor.market,
            without=self.args.without,
        )


def _title_in(path: str) -> str:
    """Give the title in a file that cannot be judged; "" where that cannot be read either."""
    if path == STDIN:
        return ""  # it is read already
    problems = Problems()
    try:
        root = compose(read_file(path)[0], problems)
    except (InvalidFile, TooManyProblems):
        return ""
    for name, node in root.value if root is not None else []:
        if name.value == "idea":
            return line(node, "idea", problems)
    return ""


def _known_of_others(compiled: CompiledSet) -> tuple[Data | None, dict[int, Data]]:
    """Give the shipped cases, and how long they lasted by what the set foretold of them.

    No curve of a set that was not tried on them; None and no curve where they cannot be read.
    """
    folder = os.path.join(shipped_sets(), CASES)
    try:
        judging = load_set(shipped_set())
        cases = load_cases(folder, judging)
        is_tried = compiled["set"] == judging["set"] and compiled["texts"]["history"] is not None
        return cases, load_curves(folder, judging) if is_tried else {}
    except LifelineError:
        return None, {}
