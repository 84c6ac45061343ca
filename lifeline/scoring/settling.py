"""Tells which open question to answer next, and what its answers would come to."""

from __future__ import annotations

from lifeline.scoring.deciding import Decider
from lifeline.scoring.gate import FAIL, PASS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model import assessment as told
    from lifeline.model.compiled import Question
    from lifeline.scoring.deciding import Deciding
    from lifeline.scoring.result import Result
    from lifeline.scoring.solution import Solved
    from lifeline.scoring.written import Written


PAIR = 2
"""Questions that are answered together at most, to see what that settles."""


def deciding_of(
    solved: Solved,
    gated: list[Result],
    still_open: list[int],
    ids: list[str],
    written: Written,
) -> told.Deciding | None:
    """Give the deciding question of an unclear verdict; None where nothing is open."""
    decider = Decider(solved.solution, solved.gate, gated, written)
    found = decider.best(still_open)
    if found is None:
        return None
    pair: told.Pair | None = None
    if found.pair:
        both = [ids[number] for number in found.pair.questions]
        pair = {"questions": both, **_settling(found.pair)}
    number = found.questions[0]
    words = _words(decider, number, solved.deciding["questions"][number])
    return {
        "question": ids[number],
        **_settling(found),
        "passes": [word for word, verdict in words if verdict == PASS],
        "fails": [word for word, verdict in words if verdict == FAIL],
        "pair": pair,
    }


def is_settling(found: told.Deciding) -> bool:
    """Whether some answer, or pair of answers, settles the verdict."""
    return bool(found["settling"] or (found["pair"] and found["pair"]["settling"]))


def _settling(found: Deciding) -> told.Settling:
    """Give how many of the values of a question, or of a pair, settle the verdict."""
    share = round(found.clear / found.total, 4)
    return {"settles": share, "settling": found.clear, "values": found.total}


def _words(decider: Decider, number: int, question: Question) -> list[tuple[str, str]]:
    """Give each word that may be the answer, with the verdict that it brings; of numbers none."""
    if question["kind"] not in ("choice", "yes-no"):
        return []
    words = list(question["choices"]) or ["no", "yes"]
    return [
        (words[value], verdict)
        for value, verdict in decider.verdicts(number).items()
        if isinstance(value, int) and value >= 0
    ]
