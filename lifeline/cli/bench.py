"""Judges idea files each as the configuration nearest to it says."""

from __future__ import annotations

import os

from lifeline.cli.configuration.kinds import from_here
from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.configuration.view import View
from lifeline.cli.gates import gate_for
from lifeline.cli.judge import Judge
from lifeline.cli.sets import folder_settled, market_settled, set_settled
from lifeline.errors import UsageError
from lifeline.reading.shelves import shipped_sets
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from lifeline.model.assessment import Assessment, Gate
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket


class Bench:
    """The judges of one run, by the files that they judge.

    ``compiled`` is the set of all ideas; ``gate`` and ``market`` are those of the run itself,
    without what is settled otherwise for some files.
    """

    __slots__ = ("compiled", "gate", "judges", "market")

    def __init__(
        self,
        compiled: CompiledSet,
        market: CompiledMarket,
        gate: Gate,
        judges: dict[str, Judge],
    ) -> None:
        self.compiled = compiled
        self.market = market
        self.gate = gate
        self.judges = judges

    def judged(self, path: str) -> Assessment:
        """Give the assessment of one of the files."""
        return self.judges[path].judged(path)


def bench_for(args: argparse.Namespace, paths: Iterable[str], kind: type[Judge] = Judge) -> Bench:
    """Give the judges of some idea files.

    Raises:
        LifelineError: when a configuration cannot be read or asks for what is not there, or the
            files are to be judged by different sets.
    """
    settings = settings_of(args)
    views = {path: settings.of(path) for path in paths}
    firsts: dict[View, str] = {}
    for path, view in views.items():
        firsts.setdefault(view, path)
    usual = _usual(settings.of_run(), firsts)
    folder, _ = _one_set(firsts) if firsts else _set_of(usual)
    compiled = set_settled(folder, next(iter(firsts), usual))
    seating = _Seating(args, compiled, kind)
    judges = {view: seating.judge(view) for view in firsts}
    return Bench(
        compiled,
        market_settled(usual),
        gate_for(compiled, usual),
        {path: judges[view] for path, view in views.items()},
    )


def _usual(here: View, firsts: dict[View, str]) -> View:
    """Give what is settled for the run itself: where one stands, if that concerns an idea of it."""
    configurations = [view.configuration for view in firsts]
    if not firsts or here.configuration in configurations:
        return here
    return View(here.given, configurations[0], [])


def _set_of(view: View) -> tuple[str, str]:
    return folder_settled(view), view.value("lang") or ""


def _one_set(firsts: dict[View, str]) -> tuple[str, str]:
    """Give the folder and the language of the set that all files are to be judged by."""
    (first, of), *others = [(_set_of(view), path) for view, path in firsts.items()]
    for other, path in others:
        if other != first:
            raise UsageError(
                f"lifeline: {of} is to be judged by {_said(first)}, and {path} by {_said(other)}."
                " Judge them in two runs, or name one set: --set."
            )
    return first


def _said(chosen: tuple[str, str]) -> str:
    """Name a set: the shipped ones by their name, as they lie elsewhere on every machine."""
    folder, lang = chosen
    shelf, name = os.path.split(folder)
    named = name if shelf == shipped_sets() else from_here("", folder)
    return f"the set {named} in {lang}" if lang else f"the set {named}"


class _Seating:
    """Makes judges; those who reckon with the same figures of the market share what they learn."""

    def __init__(self, args: argparse.Namespace, compiled: CompiledSet, kind: type[Judge]) -> None:
        self.args = args
        self.compiled = compiled
        self.kind = kind
        self.assessors: dict[str, Assessor] = {}

    def judge(self, view: View) -> Judge:
        """Give the judge of the files of a view."""
        return self.kind(
            self.assessor(view),
            self.args.as_of,
            strict=bool(view.value("strict")),
            gate=gate_for(self.compiled, view),
            stdin_name=getattr(self.args, "stdin_filename", None) or "",
        )

    def assessor(self, view: View) -> Assessor:
        """Give what assesses with the figures that a view settles."""
        where = view.settled("parameters").where
        if where not in self.assessors:
            self.assessors[where] = Assessor(self.compiled, market_settled(view))
        return self.assessors[where]
