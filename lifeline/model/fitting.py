"""What must fit together inside one entry of a rubric file; each problem with the path to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lifeline.model.condition import Path, Wrong
from lifeline.model.scalars import complaint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifeline.model.rubric import ClaimsFile, Protection, Question, Rubric, Rule

Entry = TypeVar("Entry")

FIELDS = {
    "choice": ("choices",),
    "choices": ("choices",),
    "number": ("unit", "min", "max"),
    "yes-no": (),
}
"""What a question of each kind needs, and one of another kind may not have."""

BETTER = {
    "choice": ("first", "last", "none"),
    "choices": ("more", "fewer", "none"),
    "number": ("higher", "lower", "none"),
    "yes-no": ("yes", "no", "none"),
}
"""What can be better; where a question is scored, one of the first two."""

TWICE = "is in this list twice"


def judged(entry: Entry, problems: Iterable[Wrong]) -> Entry:
    """Give an entry that has no problems.

    Raises:
        PydanticCustomError: with the problems that it has.
    """
    found = list(problems)
    if found:
        raise complaint(found)
    return entry


def question_problems(question: Question) -> Iterator[Wrong]:
    """Name what does not fit the kind of a question, or its points."""
    yield from _field_problems(question)
    yield from _better_problems(question)
    yield from _points_problems(question)
    yield from _number_problems(question)
    yield from _record_problems(question)
    ids = [choice.id for choice in question.choices or ()]
    yield from repeated(ids, ("choices",), "is already the id of another choice", "id")


def _field_problems(question: Question) -> Iterator[Wrong]:
    kind, needed = question.kind, FIELDS[question.kind]
    for name in ("choices", "unit", "min", "max", "bands"):
        is_there = getattr(question, name) is not None
        if name in needed and not is_there:
            yield Wrong((name,), f"is missing: kind {kind} needs it.")
        if is_there and name not in needed and (kind, name) != ("number", "bands"):
            yield Wrong((name,), f"does not fit kind {kind}. Leave it out.")


def _better_problems(question: Question) -> Iterator[Wrong]:
    allowed = BETTER[question.kind][: 2 if question.is_scored else None]
    if question.better not in allowed:
        what = "a scored question" if question.better == "none" else f"kind {question.kind}"
        expected = ", ".join(allowed)
        message = f"'{question.better}' does not fit {what}. Expected one of: {expected}."
        yield Wrong(("better",), message)


def _points_problems(question: Question) -> Iterator[Wrong]:
    if question.weight is not None and not question.is_scored:
        yield Wrong(("weight",), "counts for nothing without points. Add points, or leave it out.")
    for place, choice in enumerate(question.choices or ()):
        if question.is_scored and choice.points is None:
            message = "is missing: either all choices have points, or none has."
            yield Wrong(("choices", place, "points"), message)


def _number_problems(question: Question) -> Iterator[Wrong]:
    least, most = question.min, question.max
    if least is None or most is None:
        return
    if least >= most:
        yield Wrong(("min",), f"must be below max, which is {most:.15g}.")
    for place, band in enumerate(question.bands or ()):
        message = _band_problem(place, band.at_least, least, most)
        if message:
            yield Wrong(("bands", place, "at-least"), message)
        least = least if band.at_least is None else band.at_least


def _band_problem(place: int, start: float | None, floor: float, most: float) -> str:
    if start is None:
        return "is missing: only the first band has none." if place else ""
    if place == 0:
        return "does not fit the first band, which begins at min. Leave it out."
    if start <= floor:
        return f"must be above {floor:.15g}, where the band before begins."
    return f"must be at most max, which is {most:.15g}." if start > most else ""


def _record_problems(question: Question) -> Iterator[Wrong]:
    """Name what keeps the market's record from suggesting an answer."""
    if question.record is None:
        return
    if question.kind != "choice":
        yield Wrong(("record",), f"does not fit kind {question.kind}. Leave it out.")
    elif question.better == "none":
        message = "needs to know which choice is better. Expected better: first, or better: last."
        yield Wrong(("record",), message)
    else:
        ids = tuple(choice.id for choice in question.choices or ())
        yield from _suggestion_problems(question.record.model_dump(), ids, question.better)


def _suggestion_problems(
    record: dict[str, str], ids: tuple[str, ...], better: str
) -> Iterator[Wrong]:
    """Name what is no choice, and what gets better as the big companies get further."""
    before = worst = None
    for status, id_ in record.items():
        if id_ not in ids:
            message = f"'{id_}' is not a choice here. Expected one of: {', '.join(ids)}."
            yield Wrong(("record", status), message, id_, ids)
            continue
        place = ids.index(id_) if better == "first" else -ids.index(id_)
        if worst is not None and place < worst:
            message = f"'{id_}' is a better answer than that of {before}. Expected none better."
            yield Wrong(("record", status), message)
        else:
            before, worst = status, place


def effect_problems(rule: Rule) -> Iterator[Wrong]:
    """Name what keeps a rule from having exactly one effect."""
    if rule.cap is None and rule.finding is None:
        yield Wrong((), "has no effect. Expected a cap or a finding.")
    if rule.cap is not None and rule.finding is not None:
        yield Wrong(("finding",), "stands beside a cap. Keep one of the two.")
    if rule.cap is None and rule.unless:
        yield Wrong(("unless",), "lifts a cap, and this rule has none. Leave it out.")
    for protection, months in rule.unless.items():
        if rule.cap is not None and months <= rule.cap.months:
            message = f"must be more than the cap, which is {rule.cap.months}."
            yield Wrong(("unless", protection), message)


def demand_problems(entry: Protection | Rule) -> Iterator[Wrong]:
    """Name a claim that demands an entry and is none of those that it rests on."""
    if entry.demanded_by is not None and entry.demanded_by not in entry.claims:
        among = "one of: " if len(entry.claims) > 1 else ""
        message = f"is none of its claims. Expected {among}{', '.join(entry.claims)}."
        yield Wrong(("demanded-by",), message, entry.demanded_by, tuple(entry.claims))


def use_problems(rubric: Rubric) -> Iterator[Wrong]:
    """Name the questions of other rubrics that cannot count towards a score."""
    if rubric.uses and rubric.score is None:
        yield Wrong(("uses",), "counts for nothing without a score. Add 'score', or leave it out.")
    used = [use.question for use in rubric.uses]
    yield from repeated(used, ("uses",), TWICE, "question")


def optional_problems(rubric: Rubric) -> Iterator[Wrong]:
    """Name the caps of a rubric that may be left out: without it there would be more months."""
    for place, rule in enumerate(rubric.rules):
        if rubric.optional and rule.cap:
            message = "caps a clock, and this rubric is optional: whoever left it out would gain."
            yield Wrong(("rules", place, "cap"), f"{message} Make it a finding, or the rubric due.")
        if rubric.optional and rule.finding == "blocker":
            message = "blocks nothing, as this rubric is optional. Expected warning or note."
            yield Wrong(("rules", place, "finding"), f"blocker {message}")


def claim_problems(file: ClaimsFile) -> Iterator[Wrong]:
    """Name claims and sources that stand twice, and claims from nowhere."""
    sources = tuple(source.id for source in file.sources)
    claims = [claim.id for claim in file.claims]
    yield from repeated(sources, ("sources",), "is already the id of another source", "id")
    yield from repeated(claims, ("claims",), "is already the id of another claim", "id")
    for place, claim in enumerate(file.claims):
        if claim.source not in sources:
            path = ("claims", place, "source")
            yield Wrong(path, "is not a source of this file.", claim.source, sources)


def repeated(ids: Iterable[str], path: Path, problem: str, *last: str) -> Iterator[Wrong]:
    """Name each id of a list that stands in it before."""
    taken: set[str] = set()
    for place, id_ in enumerate(ids):
        if id_ in taken:
            yield Wrong((*path, place, *last), f"'{id_}' {problem}.")
        taken.add(id_)
