"""Caps that take no month away: they are lifted wherever they fire, or another is as short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.beside import Beside
from lifeline.authoring.finding import found_at
from lifeline.model.words import CLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import Cap


def caps_without_effect(bench: Bench) -> Iterator[Finding]:
    """Find the caps without which no clock would ever run longer; of others say if that is open."""
    undecided = []
    for clock in range(len(CLOCKS)):
        beside = Beside(bench, clock)
        for cap in beside.caps:
            pairs = beside.all_others(cap)
            if not pairs.months:
                yield _lifted(bench, cap)
            elif pairs.are_covered:
                yield _outdone(bench, cap, beside.covering(cap), is_level=pairs.are_level)
            elif not pairs.exact:
                undecided.append(cap)
    if undecided:
        yield _undecided(bench, undecided)


def _lifted(bench: Bench, cap: Cap) -> Finding:
    return found_at(
        bench.spot("rules", cap["id"], "unless"),
        "cap-always-lifted",
        f"wherever {cap['id']} fires, its protections lift it off.",
        "Lift it less, or take the rule out.",
    )


def _outdone(bench: Bench, cap: Cap, covering: Cap | None, *, is_level: bool) -> Finding:
    whose = f"that of {covering['id']}" if covering else "another"
    return found_at(
        bench.spot("rules", cap["id"], "cap"),
        "cap-never-alone" if is_level else "cap-always-undercut",
        f"wherever {cap['id']} caps {CLOCKS[cap['clock']]}, {whose} is"
        f" {'as short or ' if is_level else ''}shorter.",
        "Make it shorter, let fewer protections lift it than the other, or take the rule out.",
    )


def _undecided(bench: Bench, caps: list[Cap]) -> Finding:
    """Tell once of all caps of which too much would have to be tried, at the first in the set."""
    first = min(caps, key=bench.deciding["caps"].index)
    others = f" and {len(caps) - 1} more" if len(caps) > 1 else ""
    return found_at(
        bench.spot("rules", first["id"], "cap"),
        "cap-not-decided",
        f"whether {first['id']}{others} ever cut a clock short that no other cap does is too hard"
        " to decide.",
        "Try some answers by hand: 'lifeline score' says what each cap does.",
    )
