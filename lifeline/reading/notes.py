"""What a file is told that holds something retired: what counts today, and what to write."""

from __future__ import annotations

from lifeline.model.idea import Note
from lifeline.model.words import OTHER, RENAMED, RETIRED
from lifeline.reading.spelling import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifeline.model.compiled import RetiredChoice
    from lifeline.model.idea import Answer


def gone(id_: str, version: str) -> str:
    """Say that an id is no more; the other functions take that as their ``lead``."""
    return f"'{id_}' was retired in {version}"


def of_choice(question: str, word: str, old: RetiredChoice) -> Note:
    """Tell of a choice that is no answer to its question any more."""
    lead = f"{gone(word, old['version'])} as an answer to {question}"
    look = f" Look at {_joined(old['look_at'], 'and')}, too." if old["look_at"] else ""
    if old["use"]:
        message = f"{lead}. It counts as {_joined(old['use'], 'or')}."
        return Note(RENAMED, message, f"Write {_instead(old['use'], word)}.{look}")
    message = f"{lead}. None of today's answers means the same, so {question} is open."
    return Note(RETIRED, message, f"Choose another answer instead of '{word}'.{look}")


def of_nothing(lead: str, id_: str) -> Note:
    """Tell of an answer or a waiver whose id nothing took the place of."""
    message = f"{lead}. Nothing took its place, so it does not count."
    return Note(RETIRED, message, f"Take '{id_}' out, or keep it for yourself: it changes nothing.")


def of_beaten(lead: str, id_: str, new: str, there: Answer) -> Note:
    """Tell of an answer beside one to the question that took its place."""
    message = f"{lead}. {new} took its place, and what counts is its answer on line {there.line}."
    return Note(RETIRED, message, f"Take '{id_}' out.")


def of_lost(lead: str, id_: str, new: str) -> Note:
    """Tell of an answer that says nothing about the question of today."""
    message = f"{lead}. {new} took its place, and none of its answers follows from this one."
    return Note(RETIRED, message, f"Answer {new} instead of '{id_}'.")


def of_kept(lead: str, id_: str, new: str, words: dict[str, list[str]]) -> Note:
    """Tell of an answer that counts, and which words of it are others now."""
    message = f"{lead}. {new} took its place, and the answer counts there."
    others = [_instead(use, word) for word, use in words.items() if use != [word]]
    return Note(RENAMED, message, f"Write {_joined([_instead([new], id_), *others], 'and')}.")


def of_waiver(lead: str, id_: str, new: str, *, may_be_waived: bool, is_waived: bool) -> Note:
    """Tell of a waiver of a finding that has another id now."""
    if is_waived:
        message = f"{lead}. {new} took its place and is waived as well."
    elif may_be_waived:
        message = f"{lead}. The waiver counts for {new}."
        return Note(RENAMED, message, f"Write {_instead([new], id_)}.")
    else:
        message = f"{lead}. {new} took its place and cannot be waived."
    return Note(RETIRED, message, f"Take '{id_}' out.")


def of_others(ids: list[str], judging: str) -> Note:
    """Tell of answers to questions that only another set asks."""
    noun = "answer belongs" if len(ids) == 1 else "answers belong"
    message = f"{len(ids)} {noun} to another set, and {judging} judges here: {listed(ids)}."
    return Note(OTHER, message, "Nothing is to be done: they count when that set judges.")


def of_off(noun: str, ids: list[str], judging: str) -> Note:
    """Tell of answers or waivers that are about what the set that judges switches off."""
    is_one = len(ids) == 1
    given = f"1 {noun} does" if is_one else f"{len(ids)} {noun}s do"
    about = f"what {'it is' if is_one else 'they are'} about"
    message = f"{given} not count, as {judging} switches off {about}: {listed(ids)}."
    where = f"{'it counts' if is_one else 'they count'} where a set judges that has it on"
    return Note(OTHER, message, f"Nothing is to be done: {where}.")


def _instead(new: list[str], old: str) -> str:
    """Say what to write for an old word."""
    which = ", whichever is true" if len(new) > 1 else ""
    words = _joined((f"'{word}'" for word in new), "or")
    return f"{words} instead of '{old}'{which}"


def _joined(words: Iterable[str], last: str) -> str:
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end
