"""One sentence on what moved: plain enough to stand at the top of a pull request."""

from __future__ import annotations

from lifeline.insight.movement.reasons import count, reasons
from lifeline.insight.movement.steps import CALENDAR
from lifeline.model.words import FULL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Data = dict[str, Any]


def sentence(found: Data) -> str:
    """Say what became of an idea, and because of what."""
    return _SENTENCES[found["change"]](found)


def _added(found: Data) -> str:
    return f"{found['id']} is new: {_state(found['new'])}."


def _deleted(found: Data) -> str:
    was = f"; it was at {_state(found['old'])}" if found["old"]["lifeline"] else ""
    return f"{found['id']} is gone{was}."


def _readable(found: Data) -> str:
    return f"{found['id']} can be read now: {_state(found['new'])}."


def _unreadable(found: Data) -> str:
    return f"{found['id']} can no longer be read: {_problems(found)} in its file."


def _never(found: Data) -> str:
    return f"{found['id']} cannot be read: {_problems(found)} in its file."


def _problems(found: Data) -> str:
    return count(len(found["errors"]["new"]), "problem")


def _verdict(found: Data) -> str:
    verdicts = f"from {found['old']['verdict']} to {found['new']['verdict']}"
    lead = f"The verdict on {found['id']} went {verdicts}, with the months as before"
    return f"{lead}{_because(found)}."


def sentence_of_all(ideas: list[Data]) -> str:
    """Say how many ideas moved, and what became of the one that moved most.

    The ideas are given in order of urgency.
    """
    if len(ideas) == 1:
        return str(ideas[0]["sentence"])
    moved = [idea for idea in ideas if idea["change"] not in ("same", "time", "other")]
    total = count(len(ideas), "idea")
    if not moved:
        others = sum(idea["change"] == "other" for idea in ideas)
        more = f"; something else moved in {others} of them" if others else ""
        return f"The months and the verdicts of all {total} are as before{more}."
    first = moved[0]["sentence"]
    lead = f"{len(moved)} of {total} moved"
    return f"{lead}; {_lower(first, moved[0]['id'])}"


def _lower(text: str, name: str) -> str:
    return text if text.startswith(name) else text[0].lower() + text[1:]


def _months(found: Data) -> str:
    """Say from where to where the ends of a range went."""
    name = found["id"]
    was, is_ = (found[state]["lifeline"]["months"] for state in ("old", "new"))
    if was["low"] == was["high"] and is_["low"] == is_["high"]:
        return f"{name} {_went(was['low'], is_['low'])}{_because(found)}."
    first, *second = [end for end in ("low", "high") if was[end] != is_[end]]
    told = f"The {first} end of {name} {_went(was[first], is_[first])}"
    for end in second:
        told += f" and its {end} end {_went(was[end], is_[end])}"
    return f"{told}{_because(found)}."


def _went(old: int, new: int) -> str:
    return f"{'fell' if new < old else 'rose'} from {_end(old)} to {_end(new)} months"


def _end(months: int) -> str:
    return f"{months} or more" if months == FULL else str(months)


def _state(state: Data) -> str:
    """Say the months and the verdict of a state."""
    months = state["lifeline"]["months"]
    low, high = _end(months["low"]), _end(months["high"])
    span = low if low == high else f"{low} to {high}"
    return f"{span} months, {state['verdict']}"


def _because(found: Data) -> str:
    """Give the reasons, those that moved the end or the verdict which the sentence speaks of."""
    told = reasons(found)
    if not told:
        return ""
    *most, last = told
    return f", because {', '.join(most)} and {last}" if most else f", because {last}"


def _as_before(found: Data) -> str:
    """Say that neither months nor verdict moved, and what did."""
    told = []
    edits = len(found["changes"])
    if edits:
        told.append(
            f"{count(edits, 'change')} in the file {'moves' if edits == 1 else 'move'} neither"
        )
    left = found[CALENDAR] and found[CALENDAR]["days_left"]
    if left and None not in left.values():
        told += _left(left["old"], left["new"])
    head = f"The months and the verdict of {found['id']} are as before"
    return f"{head}: {' and '.join(told)}." if told else f"{head}."


def _left(old: int, new: int) -> list[str]:
    """Say how many days fewer or more are left; of what has passed, when it has just done so."""
    if new < 0:
        return ["the day of its low end has passed"] if old >= 0 else []
    if old == new:
        return []
    number = abs(old - new)
    verb = "is" if number == 1 else "are"
    return [f"{count(number, 'day')} {'fewer' if new < old else 'more'} {verb} left"]


def _same(found: Data) -> str:
    return f"Nothing moved in {found['id']}."


_SENTENCES = {
    "added": _added,
    "deleted": _deleted,
    "readable": _readable,
    "unreadable": _unreadable,
    "never-readable": _never,
    "months": _months,
    "verdict": _verdict,
    "other": _as_before,
    "time": _as_before,
    "same": _same,
}
