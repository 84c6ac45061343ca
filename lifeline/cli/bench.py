"""Judges idea files each as the configuration nearest to it says."""

from __future__ import annotations

from lifeline.cli.gates import gate_for
from lifeline.cli.judge import Judge
from lifeline.cli.sets import market_settled
from lifeline.cli.views import Views
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from lifeline.cli.configuration.view import View
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

    def strict(self, paths: Iterable[str]) -> int:
        """Count the files that are judged strictly."""
        return sum(self.judges[path].strict for path in paths)


def bench_for(args: argparse.Namespace, paths: Iterable[str], kind: type[Judge] = Judge) -> Bench:
    """Give the judges of some idea files.

    Raises:
        LifelineError: when a configuration cannot be read or asks for what is not there, or the
            files are to be judged by different sets.
    """
    views = Views(args, paths)
    compiled = views.set()
    seating = Seating(args, compiled, kind)
    judges = {view: seating.judge(view) for view in views.each}
    return Bench(
        compiled,
        market_settled(views.usual),
        gate_for(compiled, views.usual),
        {path: judges[view] for path, view in views.by_path.items()},
    )


class Seating:
    """Makes judges; those who reckon with the same figures of the market share what they learn.

    ``is_beside`` says that the set is compared with the one that is meant; see ``gate_for``.
    """

    def __init__(
        self,
        args: argparse.Namespace,
        compiled: CompiledSet,
        kind: type[Judge] = Judge,
        *,
        is_beside: bool = False,
    ) -> None:
        self.args = args
        self.compiled = compiled
        self.kind = kind
        self.is_beside = is_beside
        self.assessors: dict[str, Assessor] = {}

    def judge(self, view: View) -> Judge:
        """Give the judge of the files of a view."""
        return self.kind(
            self.assessor(view),
            self.args.as_of,
            strict=bool(view.value("strict")),
            gate=gate_for(self.compiled, view, is_beside=self.is_beside),
            stdin_name=getattr(self.args, "stdin_filename", None) or "",
        )

    def assessor(self, view: View) -> Assessor:
        """Give what assesses with the figures that a view settles."""
        where = view.settled("parameters").where
        if where not in self.assessors:
            self.assessors[where] = Assessor(self.compiled, market_settled(view))
        return self.assessors[where]
