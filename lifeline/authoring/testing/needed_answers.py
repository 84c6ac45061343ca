"""The answers that the vectors of a set should exercise; see ``needs``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lifeline.scoring.conditions import FALSE, TRUE, judge
from lifeline.scoring.values import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lifeline.authoring.bench import Bench
    from lifeline.authoring.testing.seeing import Seen
    from lifeline.compiling.names import Spot
    from lifeline.model.compiled import Condition, Question

    Possible = tuple[str, Condition, int, tuple[str | int, ...]]


@dataclass(frozen=True)
class Need:
    """One thing that some vector should exercise: where it stands, and whether a vector does."""

    kind: str
    id: str
    spot: Spot
    message: str
    is_met: Callable[[Seen], bool]


def needed_answers(bench: Bench, number: int, question: Question) -> Iterator[Need]:
    """Give each answer to a question that some vector should give for certain."""
    id_ = bench.ids[number]
    for word, atom, truth, steps in _possible_answers(number, question):
        yield Need(
            "answer",
            id_,
            bench.spot("questions", id_, *steps),
            f"no vector answers {question['id']} with {word}.",
            partial(_is_answered, number=number, atom=atom, truth=truth),
        )


def _possible_answers(number: int, question: Question) -> Iterator[Possible]:
    """Give each answer in words, with an atom that has that truth where it is given."""
    if question["kind"] == "number":
        for cut in question["cuts"]:
            if question["least"] < cut <= question["most"]:
                atom = ["at-least", number, cut]
                yield f"{cut:.15g} or more", atom, TRUE, ()
                yield f"less than {cut:.15g}", atom, FALSE, ()
        return
    several = question["kind"] == "choices"
    for place, word in enumerate(question["choices"] or ("no", "yes")):
        steps = ("choices", place) if question["choices"] else ()
        atom = ["includes" if several else "in", number, 1 << place]
        yield f"'{word}'{' among others or alone' if several else ''}", atom, TRUE, steps


def _is_answered(seen: Seen, *, number: int, atom: Condition, truth: int) -> bool:
    raw = seen.completions.raw[number]
    asked = HIDDEN not in seen.completions.possible[number]
    return asked and judge([atom[0], 0, atom[2]], [raw]) == truth
