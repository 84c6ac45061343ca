"""By what exactly the ideas of a page were judged: versions, digests, days, sizes of samples."""

from __future__ import annotations

from lifeline.report import phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Gate
    from lifeline.report.run import Run

NO_MARKET = "none was used"


def facts(run: Run, gates: dict[str, int]) -> list[tuple[str, Any]]:
    """Give names and values, in order; ``gates`` counts the ideas by the text of their gate."""
    compiled, market = run.compiled, run.market
    hashes = compiled["hashes"]
    record = (
        f"{market['version']}, until {market['until']}, content {market['content']}"
        if market
        else NO_MARKET
    )
    found = [
        ("Program", f"lifeline {run.version}"),
        ("Rubric set", f"{compiled['set']} {compiled['version']} ({compiled['language']})"),
        ("Digest of the whole set", hashes["content"]),
        ("Digest of what decides", hashes["deciding"]),
        ("Record of the market", record),
        *_gates(gates or {gate_text(run.gate): 0}),
        ("Seen on", run.as_of.isoformat()),
    ]
    history = compiled["texts"]["history"]
    return [*found, ("Products of the back-test", history["cases"])] if history else found


def _gates(gates: dict[str, int]) -> list[tuple[str, str]]:
    """Give the gate of all ideas; of several each, and how many ideas it was asked of."""
    if len(gates) == 1:
        return [("Gate", text) for text in gates]
    return [(f"Gate of {phrases.count(ideas, 'idea')}", text) for text, ideas in gates.items()]


def gate_text(gate: Gate) -> str:
    """Name what an idea had to meet, as the flags that ask for it."""
    told = [f"at least {gate['min_months']} months on {_clocks(gate['clock'])}"]
    told += [f"{rubric} at least {least:g}" for rubric, least in gate["min_score"].items()]
    told += [f"no {gate['fail_on']} that is not waived"] if gate["fail_on"] != "none" else []
    told += [f"at most {gate['max_open']} open"] if gate["max_open"] is not None else []
    told += [f"at most {gate['max_age']} days old"] if gate["max_age"] is not None else []
    return "; ".join(told)


def _clocks(clock: str) -> str:
    return "both clocks" if clock == "both" else f"the clock of {clock}"
