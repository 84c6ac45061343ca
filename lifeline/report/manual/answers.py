"""What each answer to a question does: its points, and the rules and protections it counts for.

Of each condition is told what is left of it where one answer is given and nothing else is known:
true, false, or the condition that waits on other questions.
"""

from __future__ import annotations

from lifeline.report.manual.remaining import left, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import Condition, Question
    from lifeline.report.manual.remaining import Atoms, Rest

    Alone = tuple[str, Atoms, float | None]
    Told = tuple[str, Atoms, list[Atoms], float | None]
    """An answer, its atoms, those it is compared with to tell its effect, and its points."""
    Entry = dict[str, Any]

NONE_OF_THEM = "[]"
"""How an idea file says that no choice of several is true."""


def answers_of(
    number: int, question: Question, labels: dict[str, str], readers: Any, ids: list[str]
) -> list[Entry]:
    """Give every answer of a question in its author's order; of a number, the spans that differ.

    Args:
        number: the question's place in the compiled set.
        question: the question itself.
        labels: the words of its choices.
        readers: (kind, compiled entry) of all that read it.
        ids: the full ids of all questions.
    """
    answers = [
        {
            "answer": name,
            "label": labels.get(name),
            "points": points,
            "does": [
                _does(kind, entry["id"], rest, number, ids)
                for kind, entry in readers
                if (rest := left(entry["when"], number, atoms)) is not False
                and any(left(entry["when"], number, other) != rest for other in contrasts)
            ],
        }
        for name, atoms, contrasts, points in _answers(question)
    ]
    has_effect = any(answer["does"] or answer["points"] is not None for answer in answers)
    return answers if has_effect or question["kind"] != "number" else []


def _does(kind: str, id_: str, rest: Rest, number: int, ids: list[str]) -> Entry:
    waits = [] if isinstance(rest, bool) else sorted(read(rest) - {number})
    return {"id": id_, "kind": kind, "certain": rest is True, "with": [ids[n] for n in waits]}


def _answers(question: Question) -> list[Told]:
    if question["kind"] == "number":
        return _against_each_other(_spans(question))
    names = list(question["choices"]) or ["no", "yes"]
    points: list[float | None] = [*(question["points"] or ())] or [None] * len(names)
    if question["kind"] != "choices":
        return _against_each_other(
            [(name, _one(1 << bit), points[bit]) for bit, name in enumerate(names)]
        )
    several: list[Told] = [
        (name, _with(1 << bit), [_without(1 << bit)], points[bit]) for bit, name in enumerate(names)
    ]
    return [*several, (NONE_OF_THEM, _nothing, [_unknown], None)]


def _against_each_other(alone: list[Alone]) -> list[Told]:
    every = [atoms for _, atoms, _ in alone]
    return [(name, atoms, every, points) for name, atoms, points in alone]


def _one(bit: int) -> Atoms:
    """Take the one choice that is true."""
    return lambda atom: bool(atom[2] & bit)


def _with(bit: int) -> Atoms:
    """Take a choice that is true among others that are not known."""

    def rest(atom: Condition) -> Rest:
        if atom[2] & bit:
            return True if atom[0] == "includes" else atom
        return False if atom[0] == "equals" else atom

    return rest


def _without(bit: int) -> Atoms:
    """Take a choice that is not true among others that are not known.

    An atom that does not name the choice is taken as if it were true: it is not what an atom asks
    for, so no rule is told beside it.
    """

    def rest(atom: Condition) -> Rest:
        operator, number, mask = atom
        if not mask & bit:
            return _with(bit)(atom)
        return [operator, number, mask & ~bit] if operator == "includes" and mask != bit else False

    return rest


def _nothing(atom: Condition) -> Rest:
    """Take no choice as true."""
    return bool(atom[0] == "equals" and atom[2] == 0)


def _unknown(atom: Condition) -> Rest:
    return atom


def _spans(question: Question) -> list[Alone]:
    """Give the spans of numbers that conditions and points tell apart."""
    bands = question["bands"] or []
    least, most = question["least"], question["most"]
    starts = sorted({least, *question["cuts"], *(start for start, _ in bands)})
    starts = [start for start in starts if least <= start <= most]
    return [
        (_span(start, end), _from(start), _points(start, bands))
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]


def _span(start: float, end: float | None) -> str:
    return f"{start:.15g} or more" if end is None else f"{start:.15g} to below {end:.15g}"


def _from(start: float) -> Atoms:
    return lambda atom: start >= atom[2]


def _points(start: float, bands: list[tuple[float, float]]) -> float | None:
    return next((points for from_, points in reversed(bands) if start >= from_), None)
