"""Judges ideas, lays them beside their baseline, and writes it anew."""

from __future__ import annotations

import os
from shlex import quote

from lifeline.cli.baseline import FILE
from lifeline.cli.bench import bench_for
from lifeline.cli.commands import choosing, selecting
from lifeline.cli.configuration.kinds import from_here
from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.drafts import write_whole
from lifeline.cli.ideas import read_file
from lifeline.cli.inputs import chosen_inputs
from lifeline.cli.irreplaceable import BASELINE, require_apart
from lifeline.cli.running import judged_all
from lifeline.cli.still_there import still_there, with_places
from lifeline.errors import InvalidFile, UsageError
from lifeline.insight.baseline.accepting import tightened, written
from lifeline.insight.baseline.comparing import INVALID, VERDICTS, compare, require_own_ids
from lifeline.insight.baseline.standing import standing
from lifeline.reading.baseline import read_baseline
from lifeline.reading.finding.globs import is_pattern
from lifeline.reading.saving.baseline import baseline_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Set
    from typing import Any

    from lifeline.model.baseline import Baseline

    Data = dict[str, Any]

FORMAT = 1
"""Raised when a key of the JSON output changes its meaning or goes; keys may be added."""

NAMED = 3
"""Paths that are repeated in the commands that are proposed."""


class Ratchet:
    """Some ideas as they stand, beside their baseline."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Judge the ideas.

        Raises:
            LifelineError: when there is none, two have one id, or they cannot be judged at all.
        """
        self.args = args
        self.file = args.baseline or _beside_configuration(args)
        require_apart(args.output, self.file, BASELINE)
        paths = chosen_inputs(args)
        bench = bench_for(args, paths)
        self.compiled = bench.compiled
        judged = judged_all(bench, paths, args.jobs)
        self.standings = [standing(each) for each in judged]
        require_own_ids(self.standings)
        self.whole = bool(paths) and _is_whole(args)
        self.text = ""
        """What the baseline is to hold from now on; nothing where it stays as it is."""

    def check(self) -> Data:
        """Compare the ideas with what was accepted.

        Raises:
            LifelineError: when there is no baseline, or it is not of this set.
        """
        found = self._compared(self._accepted())
        if any(change["kind"] == INVALID for change in found["new"]):
            found["verdict"] = INVALID
        elif found["new"] or found["stale"]:
            found["verdict"] = "fail"
        return found

    def prune(self) -> Data:
        """Take over what became better; of what is worse only files that cannot be judged are told.

        Raises:
            LifelineError: when there is no baseline, or it is not of this set.
        """
        baseline = self._accepted()
        found = self._compared(baseline)
        found["new"] = [change for change in found["new"] if change["kind"] == INVALID]
        if found["new"]:
            found["verdict"] = INVALID
        if found["stale"]:
            standings = with_places(self.standings, self.file)
            self._change(tightened(baseline, standings, found["stale"]), found)
        return found

    def write(self) -> Data:
        """Accept the ideas as they stand; nothing is written where that would loosen a baseline.

        Raises:
            LifelineError: when what is there is no baseline of this set, and is not to be loosened.
        """
        old = self._read() if os.path.exists(self.file) else None
        loosen = self.args.loosen
        if old and not loosen:
            self._require_set(old)
        found = self._compared(old)
        if found["new"] and not loosen:
            found["verdict"] = "fail"
            return found
        standings = with_places(self.standings, self.file)
        new = written(self.compiled, standings, old, found["stale"])
        if new != old:
            self._change(new, found)
        return found

    def _accepted(self) -> Baseline:
        if not os.path.exists(self.file):
            raise UsageError(
                f"lifeline: {self.file}: there is no baseline. Write one first:"
                f" lifeline baseline write{self.arguments()}"
            )
        baseline = self._read()
        self._require_set(baseline)
        return baseline

    def _read(self) -> Baseline:
        return read_baseline(*read_file(self.file))

    def _require_set(self, baseline: Baseline) -> None:
        was, now = baseline["set"], self.compiled["set"]
        if was != now:
            raise UsageError(
                f"lifeline: {self.file}: is about the set '{was}', and '{now}' judges here. Choose"
                f" the set: --set {was}. Or name another baseline: --file FILE."
            )

    def save(self) -> None:
        """Write the baseline, if it is not to stay as it is.

        Raises:
            UsageError: when it cannot be written.
        """
        if self.text:
            write_whole(self.file, lambda out: print(self.text, end="", file=out), BASELINE)

    def _change(self, baseline: Baseline, found: Data) -> None:
        """Take what the baseline is to hold; it has to be such that it can be read again."""
        self.text = baseline_text(baseline)
        try:
            read_baseline(self.text.encode(), self.file)
        except InvalidFile as error:
            raise UsageError(
                f"lifeline: {self.file}: would be too large to be read again. Write several, one"
                " for each folder: lifeline baseline write FOLDER --file FILE"
            ) from error
        found["written"] = True

    def _compared(self, old: Baseline | None) -> Data:
        """Give what the verb prints; the verdict is that nothing is wrong."""
        difference: Data = {"new": [], "stale": []}
        if old:
            difference |= compare(old, self.standings, self._others(old))
        was, now = old and _set(old), _set(written(self.compiled, []))
        return {
            "format": FORMAT,
            "action": self.args.subverb,
            "file": self.file,
            "set": now,
            "accepted_by": was,
            "rubric_changed": bool(was and was["deciding"] != now["deciding"]),
            "whole": self.whole,
            "written": False,
            "verdict": "pass",
            **difference,
            "summary": self._summary(difference),
        }

    def _others(self, old: Baseline) -> Set[str]:
        """Give the ideas of a baseline that are not among those here, and not gone."""
        ids = old["ideas"].keys() - {each["id"] for each in self.standings}
        return still_there(old, ids, self.file) if self.whole else ids

    def _summary(self, difference: Data) -> dict[str, int]:
        accepted = [each["accepted"] for each in self.standings]
        verdicts: list[str] = [each["verdict"] for each in accepted]
        return {
            "ideas": len(accepted),
            **{verdict: verdicts.count(verdict) for verdict in VERDICTS},
            "findings": sum(len(each["findings"]) for each in accepted),
            **{name: len(changes) for name, changes in difference.items()},
        }

    def arguments(self) -> str:
        """Give which files the command line means, for another command about the same."""
        named = self.args.paths if len(self.args.paths) <= NAMED else ["PATH…"]
        file = ["--file", self.file] if self.args.baseline else []
        words = "".join(f" {quote(word)}" for word in [*named, *file])
        return f"{words}{selecting(self.args)}{choosing(self.args)}"


def _set(baseline: Baseline) -> dict[str, str]:
    """Give the set that something was accepted by."""
    return {"id": baseline["set"], "version": baseline["version"], "deciding": baseline["deciding"]}


def _is_whole(args: argparse.Namespace) -> bool:
    """Whether folders are looked at, or patterns, and not only some files that are named.

    A file that is named and is not there is still one that is named.
    """
    if args.since or args.files_from:
        return False
    return not args.paths or any(os.path.isdir(path) or is_pattern(path) for path in args.paths)


def _beside_configuration(args: argparse.Namespace) -> str:
    """Give where the baseline is that nobody names."""
    configuration = settings_of(args).of_run().configuration
    return from_here(configuration.folder, FILE) if configuration else FILE
