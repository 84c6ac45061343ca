"""When to stop: what would have to be true by the earliest end, from the plans that were found."""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report import phrases
from lifeline.report.sentences import first_sentence
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

MOST = 4
"""Ways on that are named."""

FEW = 4
"""Words below which an answer says nothing without its question."""

BY = (
    "By {day} one of the following has to be true, and you need to be able to show it. If none is,"
    " do not build another version of the same: use what is left to choose the next direction."
)
PAST = (
    "{day} has passed. If none of the following is true by now, do not build another version of"
    " the same: choose the next direction."
)
NO_WAY = (
    "Nothing that you can change by yourself was found that is enough. So plan as if it ends on"
    " {day}, and choose the next direction before that day."
)
NO_WAY_PAST = (
    "{day} has passed, and nothing that you can change by yourself was found that is enough."
    " Choose the next direction now."
)
UNDATED = "A day can be named once the first answer is given."
HOLDS = "Nothing says that you should stop."
HOLDS_BUT = "But for that, nothing says that you should stop."
AGAIN = "Go through the answers again by {day}, and at once when one of them is no longer true."
AGAIN_PAST = "{day} has passed: go through the answers again now."

OR_BETTER = " (this or better)"


class Stop:
    """Says it of one idea; ``has_before``: something has to be settled first."""

    def __init__(self, compiled: CompiledSet, terminal: Terminal, *, has_before: bool) -> None:
        self.compiled = compiled
        self.terminal = terminal
        self.holds = HOLDS_BUT if has_before else HOLDS

    def told(self, assessment: Assessment, search: Entry | None) -> Lines:
        """Give the day, and the ways on."""
        lifeline, paragraph = assessment["lifeline"], self.terminal.paragraph
        if search is None or lifeline is None or lifeline["until"] is None:
            return paragraph(UNDATED)
        iso = lifeline["until"]["low"]
        day = phrases.day_text(iso)
        is_past = iso < assessment["as_of"]
        if lifeline["months"]["low"] == FULL:
            again = AGAIN_PAST if is_past else AGAIN
            return paragraph(f"{self.holds} {again.format(day=day)}")
        plans = search["plans"] or search["find_out"]
        if not plans:
            return paragraph((NO_WAY_PAST if is_past else NO_WAY).format(day=day))
        return [*paragraph((PAST if is_past else BY).format(day=day)), *self._ways(plans[:MOST])]

    def _ways(self, plans: list[Entry]) -> Lines:
        lines: Lines = []
        for plan in plans:
            steps = "; and ".join(step_text(step, self.compiled) for step in plan["steps"])
            months = months_text(plan["gives"]["months"])
            lines += _bullet(f"{steps} (then {months})", self.terminal)
        return lines


def step_text(step: Entry, compiled: CompiledSet) -> str:
    """Say what a step asks to be true, in the set's words, and whether better would do too."""
    labels = [label for label in step["to"]["labels"] if label not in step["from"]["labels"]]
    told = "; ".join(labels or step["to"]["labels"])
    words = told or _plain(step)
    if not told or len(told.split()) < FEW:
        words = f"{first_sentence(step['ask'])} {words}"
    return f"{phrases.bare(step['question'])}{_or_better(step, compiled)}: {words}"


def _plain(step: Entry) -> str:
    """Say an answer that no words of the set stand for: yes or no, or a number, in its span."""
    span, unit = step["span"], step["unit"] or "1"
    if not span:
        return step["to"]["said"].capitalize()  # type: ignore[no-any-return]
    ends = {"at least": span["at_least"], "below": span["below"]}
    told = [f"{word} {phrases.amount(end, unit)}" for word, end in ends.items() if end is not None]
    return phrases.sentence(" and ".join(told)) if told else step["to"]["said"]


def _or_better(step: Entry, compiled: CompiledSet) -> str:
    """Say that a better choice would do too, where each that the question knows would."""
    question = compiled["deciding"]["questions"][compiled["ids"].index(step["question"])]
    names, better = list(question["choices"]), question["better"]
    if step["value"] not in names or better not in ("first", "last"):
        return ""
    place = names.index(step["value"])
    beyond = names[:place] if better == "first" else names[place + 1 :]
    return OR_BETTER if beyond and set(beyond) <= set(step["or"]) else ""


def _bullet(text: str, terminal: Terminal) -> Lines:
    return terminal.paragraph(text, 2, terminal.signs["bullet"])
