"""Caps that take no month away: they are lifted wherever they fire, or another is as short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at
from lifeline.model.words import CLOCKS, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding
    from lifeline.model.compiled import Cap


def caps_without_effect(bench: Bench) -> Iterator[Finding]:
    """Find the caps without which no clock would ever run longer."""
    for cap in bench.deciding["caps"]:
        if cap["id"] in bench.firing:
            others = bench.beside(cap)
            pairs = {pair for pair in bench.against(cap, others) if pair[0] < FULL}
            if not pairs:
                yield _lifted(bench, cap)
            elif all(own >= least for own, least in pairs):
                is_level = any(own == least for own, least in pairs)
                yield _outdone(bench, cap, others, is_level)


def _lifted(bench: Bench, cap: Cap) -> Finding:
    return found_at(
        bench.spot("rules", cap["id"], "unless"),
        "cap-always-lifted",
        f"wherever {cap['id']} fires, its protections lift it off.",
        "Lift it less, or take the rule out.",
    )


def _outdone(bench: Bench, cap: Cap, others: list[Cap], is_level: bool) -> Finding:
    covering = _covering(bench, cap, others)
    whose = f"that of {covering}" if covering else "another"
    return found_at(
        bench.spot("rules", cap["id"], "cap"),
        "cap-never-alone" if is_level else "cap-always-undercut",
        f"wherever {cap['id']} caps {CLOCKS[cap['clock']]}, {whose} is"
        f" {'as short or ' if is_level else ''}shorter.",
        "Make it shorter, let fewer protections lift it than the other, or take the rule out.",
    )


def _covering(bench: Bench, cap: Cap, others: list[Cap]) -> str | None:
    """Give the first cap that by itself is as short wherever this one applies."""
    for other in others:
        if all(own >= least or own == FULL for own, least in bench.against(cap, [other])):
            return other["id"]
    return None
