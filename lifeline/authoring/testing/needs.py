"""What the vectors of a set should exercise, each with the test of whether one vector does.

- Each choice: some vector answers exactly it; of several choices, one that is among the answer.
  Yes and no both, and each side of each number that a condition asks about. An answer counts where
  its question is asked in every completion.
- Each rule: it fires for certain in some vector and is silent for certain in another.
- Each protection: it holds for certain in some vector, and for certain not in another.
- Each protection under ``unless``: it holds for certain where the cap fires for certain.
- Each comparison in a condition, of a rule, a protection or a question: it is true for certain in
  some vector and false for certain in another.

Left out is only what no answers bring about, as the search over all of them found.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lifeline.authoring.testing.needed_answers import Need, needed_answers
from lifeline.authoring.testing.wording import leaves_in, written
from lifeline.scoring.conditions import FALSE, TRUE, judge
from lifeline.scoring.result import CERTAIN, SILENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.testing.seeing import Seen
    from lifeline.compiling.names import Spot
    from lifeline.model.compiled import Condition

SIDES = ((TRUE, "true"), (FALSE, "false"))


def needs(bench: Bench, all_open: Seen) -> Iterator[Need]:
    """Give everything that can be exercised.

    Args:
        bench: the set with its entries' places.
        all_open: what comes out where nothing is known.
    """
    for number, question in enumerate(bench.deciding["questions"]):
        if all_open.completions.is_asked(number):
            yield from needed_answers(bench, number, question)
    yield from _rules(bench, all_open)
    yield from _protections(bench, all_open)
    yield from _lifts(bench)
    yield from _comparisons(bench, all_open)


def _rules(bench: Bench, all_open: Seen) -> Iterator[Need]:
    solution = all_open.solution
    for rule, result in (*solution.caps, *solution.findings):
        spot, id_ = bench.spot("rules", rule["id"]), rule["id"]
        message = f"no vector makes {id_} fire for certain."
        yield Need("rule", id_, spot, message, partial(_fires, id_=id_))
        if result.status != CERTAIN:
            message = f"in no vector is {id_} silent for certain."
            yield Need("rule", id_, spot, message, partial(_is_silent, id_=id_))


def _fires(seen: Seen, *, id_: str) -> bool:
    return id_ in (*seen.caps(CERTAIN), *seen.findings(CERTAIN))


def _is_silent(seen: Seen, *, id_: str) -> bool:
    solution = seen.solution
    return all(rule["id"] != id_ for rule, _ in (*solution.caps, *solution.findings))


def _protections(bench: Bench, all_open: Seen) -> Iterator[Need]:
    for number, protection in enumerate(bench.deciding["protections"]):
        id_, found = protection["id"], all_open.protection(number)
        for status, cannot, verb in (
            (CERTAIN, SILENT, "hold for certain"),
            (SILENT, CERTAIN, "not hold for certain"),
        ):
            if found != cannot:
                yield Need(
                    "protection",
                    id_,
                    bench.spot("protections", id_),
                    f"in no vector does {id_} {verb}.",
                    partial(_has_status, number=number, status=status),
                )


def _has_status(seen: Seen, *, number: int, status: str) -> bool:
    return seen.protection(number) == status


def _lifts(bench: Bench) -> Iterator[Need]:
    first = len(bench.ids)
    for cap, result in ((cap, bench.firing.get(cap["id"])) for cap in bench.deciding["caps"]):
        able = {variable - first for variable, _ in result.holding()} if result else set()
        for number, _ in cap["lifts"]:
            if number in able:
                id_ = bench.deciding["protections"][number]["id"]
                yield Need(
                    "lift",
                    cap["id"],
                    bench.spot("rules", cap["id"], "unless", id_.rpartition("/")[2]),
                    f"no vector makes {cap['id']} fire for certain where {id_} holds for certain.",
                    partial(_is_lifted, id_=cap["id"], number=number),
                )


def _is_lifted(seen: Seen, *, id_: str, number: int) -> bool:
    return id_ in seen.caps(CERTAIN) and seen.protection(number) == CERTAIN


def _comparisons(bench: Bench, all_open: Seen) -> Iterator[Need]:
    for id_, spot, condition in conditions_of(bench):
        if condition[0] == "against":
            continue  # it is the whole condition, so whether the rule fires says it all
        for leaf in _different(leaves_in(condition)):
            able = judge(leaf, all_open.completions.possible)
            for truth, word in SIDES:
                if able & truth:
                    text = written(leaf, bench.deciding["questions"])
                    yield Need(
                        "condition",
                        id_,
                        spot,
                        f"in no vector is '{text}', in the condition of {id_}, {word} for certain.",
                        partial(_has_truth, leaf=leaf, truth=truth),
                    )


def _different(leaves: list[Condition]) -> list[Condition]:
    return list({repr(leaf): leaf for leaf in leaves}.values())


def _has_truth(seen: Seen, *, leaf: Condition, truth: int) -> bool:
    return seen.truths(leaf) == truth


def conditions_of(bench: Bench) -> Iterator[tuple[str, Spot, Condition]]:
    """Give every condition of a set, with the id of its entry and its place."""
    deciding = bench.deciding
    for id_, question in zip(bench.ids, deciding["questions"], strict=True):
        if question["when"] is not None:
            yield id_, bench.spot("questions", id_, "when"), question["when"]
    for protection in deciding["protections"]:
        yield (
            protection["id"],
            bench.spot("protections", protection["id"], "when"),
            protection["when"],
        )
    for rule in (*deciding["caps"], *deciding["findings"]):
        yield rule["id"], bench.spot("rules", rule["id"], "when"), rule["when"]
