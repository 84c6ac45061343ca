"""Better answers that earn fewer points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import Question


def points_against_better(bench: Bench) -> Iterator[Finding]:
    """Find the questions with one choice, or with bands, whose points fall as answers get better.

    Of several choices each adds points, so that more is never less; fewer may not be better then.
    """
    for id_, question in zip(bench.ids, bench.deciding["questions"], strict=True):
        worse = _falling(question)
        if worse is not None:
            yield found_at(
                bench.spot("questions", id_, *worse),
                "points-against-better",
                f"a better answer to {id_} earns fewer points: 'better' is {question['better']}.",
                "Let the points rise towards the better side, or change 'better'.",
            )


def _falling(question: Question) -> tuple[str | int, ...] | None:
    """Give where the points first go against what is better."""
    if question["kind"] == "choice" and question["points"]:
        return _first_against(question["points"], "choices", rises=question["better"] == "last")
    if question["bands"]:
        points = [points for _, points in question["bands"]]
        return _first_against(points, "bands", rises=question["better"] == "higher")
    if question["kind"] == "choices" and question["points"] and question["better"] == "fewer":
        return ("better",)
    return None


def _first_against(points: list[float], key: str, *, rises: bool) -> tuple[str | int, ...] | None:
    for place, (before, after) in enumerate(pairwise(points), start=1):
        if (after < before) if rises else (after > before):
            return key, place
    return None
