"""Writes a baseline: in one order, one thing a line, so that git merges what two people change."""

from __future__ import annotations

from lifeline.reading.saving.writing import Word, flow, scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifeline.model.baseline import Accepted, Baseline
    from lifeline.reading.saving.writing import Tree

ABOUT = """\
# What is accepted of these ideas as they stand: the least months, the worst verdict, the findings.
# 'lifeline baseline check' fails on what is worse. Written by lifeline, which keeps no comments.
"""


def baseline_text(baseline: Baseline) -> str:
    """Give the text of a baseline; the same for the same, whatever the order it was made in."""
    rows = [f"set: {scalar(baseline['set'])}", f"version: {baseline['version']}"]
    rows += [f'deciding: "{baseline["deciding"]}"', "ideas:"]
    for id_ in sorted(baseline["ideas"]):
        rows += _idea(id_, baseline["ideas"][id_])
    return "\n".join([f"{ABOUT}baseline: 1", *rows, ""])


def _idea(id_: str, accepted: Accepted) -> Iterator[str]:
    yield f"  {scalar(id_)}:"
    yield f"    verdict: {accepted['verdict']}"
    months: Tree = {clock: Word(number) for clock, number in accepted["months"].items()}
    if months:
        yield f"    months: {flow(months)}"
    if accepted["findings"]:
        yield "    findings:"
        for finding in sorted(accepted["findings"]):
            yield f"      - {scalar(finding)}"
    if "file" in accepted:
        yield f"    file: {scalar(accepted['file'])}"
