"""What can never happen: rules that cannot fire, questions not asked, protections without use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeline.authoring.finding import found_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.finding import Finding


def silent_rules(bench: Bench) -> Iterator[Finding]:
    """Find the rules that fire in no completion."""
    able = bench.firing.keys() | bench.telling
    for rule in (*bench.deciding["caps"], *bench.deciding["findings"]):
        if rule["id"] not in able:
            yield found_at(
                bench.spot("rules", rule["id"], "when"),
                "rule-never-fires",
                f"no answers make {rule['id']} fire.",
                "Change its condition, or take the rule out.",
            )


def unasked_questions(bench: Bench) -> Iterator[Finding]:
    """Find the questions that are hidden in every completion."""
    for number, id_ in enumerate(bench.ids):
        if not bench.completions.is_asked(number):
            yield found_at(
                bench.spot("questions", id_, "when"),
                "question-never-asked",
                f"no answers make {id_} be asked.",
                "Change its condition, or take the question out.",
            )


def idle_protections(bench: Bench) -> Iterator[Finding]:
    """Find the protections that lift no cap that fires; of the others each lift without use."""
    applying = _applying(bench)
    for number, protection in enumerate(bench.deciding["protections"]):
        id_ = protection["id"]
        lifted = [c["id"] for c in bench.deciding["caps"] if number in dict(c["lifts"])]
        if not any((cap, number) in applying for cap in lifted):
            yield found_at(
                bench.spot("protections", id_, *(["when"] if lifted else [])),
                "protection-lifts-nothing",
                _why_nothing(id_, lifted),
                "Name it under 'unless' of a cap that it holds off, or take it out.",
            )
            continue
        for cap in lifted:
            if cap in bench.firing and (cap, number) not in applying:
                yield found_at(
                    bench.spot("rules", cap, "unless", id_.rpartition("/")[2]),
                    "lift-never-applies",
                    f"{id_} never holds where {cap} fires.",
                    "Take this line out, or change one of the two conditions.",
                )


def _applying(bench: Bench) -> set[tuple[str, int]]:
    """Give each cap with each protection that holds in some completion in which it fires."""
    first = len(bench.ids)
    return {
        (cap, variable - first)
        for cap, result in bench.firing.items()
        for variable, _ in result.holding()
    }


def _why_nothing(id_: str, lifted: list[str]) -> str:
    if not lifted:
        return f"no cap names {id_} under 'unless'."
    return f"{id_} never holds where a cap that it lifts fires."
