"""Ideas as they may stand, for what is laid beside a baseline."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lifeline.insight.baseline.accepting import written
from lifeline.model.baseline import Baseline, Standing
from lifeline.model.compiled import CompiledSet

SET: Any = {"set": "small", "version": "1.2.0", "hashes": {"deciding": "52f27d"}}
COMPILED: CompiledSet = SET

IDS = ("one", "two", "three", "four")
VERDICTS = ("pass", "unclear", "fail")
MONTHS = st.sampled_from([0, 3, 6, 12])
FINDINGS = ["a/b at a/c", "a/b at a/d", "a/e"]


def stand(
    id_: str,
    verdict: str = "pass",
    months: tuple[int, int] = (6, 6),
    findings: tuple[str, ...] = (),
) -> Standing:
    """Give an idea that stands so; with ``invalid`` its file cannot be judged."""
    is_judged = verdict != "invalid"
    clocks = dict(zip(("advantage", "necessity"), months, strict=True))
    part = {"part": "months", "verdict": verdict, "wanted": 6, "low": 3, "high": 6, "rules": []}
    made: Any = {
        "id": id_,
        "idea": id_.title() if is_judged else "",
        "path": f"ideas/{id_}.yaml",
        "accepted": {
            "verdict": verdict,
            "months": clocks if is_judged else {},
            "findings": sorted(findings) if is_judged else [],
        },
        "grounds": {
            clock: {"rule": f"a/{clock}", "message": "So.", "remedy": "Do.", "line": n, "column": 3}
            for n, clock in enumerate(clocks, start=5)
        },
        "findings": {each: finding(each) for each in findings if is_judged},
        "gates": [part] if is_judged else [],
        "deciding": "a/c" if is_judged else None,
        "errors": [] if is_judged else [problem()],
    }
    standing: Standing = made
    return standing


def finding(written_: str) -> dict[str, Any]:
    """Give a finding that is written so in a baseline."""
    rule, _, question = written_.partition(" at ")
    return {
        "rule": rule,
        "level": "warning",
        "status": "certain",
        "waits_on": [],
        "waived": False,
        "message": "Mind.",
        "question": question or None,
        "line": 9,
        "column": 3,
        "remedy": "Mend.",
        "claims": [],
    }


def problem() -> dict[str, Any]:
    """Give something that is wrong with a file."""
    return {"message": "is wrong.", "line": 2, "column": 1, "key": "idea", "excerpt": None}


@st.composite
def standings(draw: st.DrawFn, *, invalid: bool = True) -> list[Standing]:
    """Draw some ideas, each with an id of its own."""
    verdicts = [*VERDICTS, *(["invalid"] if invalid else [])]
    return [
        stand(
            id_,
            draw(st.sampled_from(verdicts)),
            (draw(MONTHS), draw(MONTHS)),
            tuple(draw(st.lists(st.sampled_from(FINDINGS), unique=True))),
        )
        for id_ in draw(st.lists(st.sampled_from(IDS), unique=True))
    ]


def baseline_of(ideas: list[Standing]) -> Baseline:
    """Give what a baseline of some ideas holds."""
    return written(COMPILED, ideas)
