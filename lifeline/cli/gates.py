"""What an idea has to meet, as flags, variables and configurations ask for it."""

from __future__ import annotations

from lifeline.cli.configuration.kinds import of_flag
from lifeline.cli.configuration.plural import score
from lifeline.cli.configuration.settings import GATE, SETTINGS
from lifeline.errors import UsageError
from lifeline.reading.spelling import hint, listed
from lifeline.scoring.gate import gate_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from lifeline.cli.configuration.view import Settled, View
    from lifeline.model.assessment import Gate
    from lifeline.model.compiled import CompiledSet

SHOWN = {
    "min-months": ("N", "the least months that an idea has to last, 0 to 12 (default: the set's)"),
    "clock": ("CLOCK", "which months count: both, advantage or necessity (default: both)"),
    "min-score": ("RUBRIC=N", "the least score of a rubric, 0 to 100; may be repeated"),
    "fail-on": ("LEVEL", "findings to fail on: blocker, warning or none (default: the set's)"),
    "max-open": ("N", "the most questions that may be open; with more, the idea is unclear"),
    "max-age": ("DAYS", "the most days since it was assessed; with more, the idea is unclear"),
}


def add_gate_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what an idea has to meet; whatever is not given is settled elsewhere."""
    group = parser.add_argument_group("gate", "what each idea has to meet, by itself")
    for key in GATE:
        metavar, about = SHOWN[key]
        flag, kind = SETTINGS[key].flag, SETTINGS[key].kind
        if key == "min-score":
            group.add_argument(
                flag, type=of_flag(score), action="append", metavar=metavar, help=about
            )
        else:
            group.add_argument(flag, type=of_flag(kind.read), metavar=metavar, help=about)


def gate_for(compiled: CompiledSet, view: View, *, is_beside: bool = False) -> Gate:
    """Give the gate that is settled for some ideas; what is not is what the set asks for.

    Args:
        compiled: the set that judges them.
        view: what is settled.
        is_beside: it is compared with the set that is meant: a score that it has not is not wanted.

    Raises:
        UsageError: when a score is wanted of what is no rubric, or has none.
    """
    gate: dict[str, Any] = {**gate_of(compiled["deciding"]["gate"])}
    for key in GATE:
        settled = view.settled(key)
        if settled.value is not None:
            gate[SETTINGS[key].dest] = settled.value
    if is_beside:
        scored = {score["rubric"] for score in compiled["deciding"]["scores"]}
        gate["min_score"] = {r: least for r, least in gate["min_score"].items() if r in scored}
    elif gate["min_score"]:
        _check_rubrics(compiled, view.settled("min-score"))
    return gate  # type: ignore[return-value]  # the keys are those of the table


def chosen_gate(args: argparse.Namespace, compiled: CompiledSet) -> Gate:
    """Give the gate for the idea that a verb is about; see ``gate_for``.

    Raises:
        LifelineError: when a configuration cannot be read, or asks for what the set has not.
    """
    from lifeline.cli.configuration.settling import view_of

    return gate_for(compiled, view_of(args))


def _check_rubrics(compiled: CompiledSet, settled: Settled) -> None:
    scored = [score["rubric"] for score in compiled["deciding"]["scores"]]
    known = {id_.partition("/")[0] for id_ in compiled["ids"]}
    for rubric in settled.value:
        if rubric in scored:
            continue
        has = "has no score" if rubric in known else f"is not a rubric of {compiled['set']}"
        told = f"'{rubric}' {has}. Rubrics with a score: {listed(scored)}."
        raise UsageError(f"{settled.lead('min-score')}{told}{hint(rubric, scored)}")
