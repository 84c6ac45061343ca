"""Gives answers, days and texts as idea files say them: the way back of what the readers do."""

from __future__ import annotations

from lifeline.errors import UsageError
from lifeline.model.chosen import YES_NO, chosen
from lifeline.reading.answers import EVIDENCE
from lifeline.reading.saving.writing import Rows, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.reading.saving.writing import Tree

    Form = dict[str, Tree]


def form_of(question: Question, value: Value) -> Form:
    """Give a value, see ``lifeline.model.idea.Answer``, as the keys of an answer's long form."""
    first, last = value[0], value[-1]
    names: list[Tree] = list(question["choices"])
    if question["kind"] == "choices":
        surely, maybe = chosen(names, first), chosen(names, last)
        both: Form = {"surely": surely} if surely else {}
        return both | {"maybe": maybe} if maybe else {"answer": surely}
    if question["kind"] == "number":
        if first == last:
            return {"answer": _number(first)}
        return {"between": [_number(first), _number(last)]}
    if question["kind"] == "yes-no":
        return {"answer": Word(YES_NO[int(first)])}
    if len(value) == 1:
        return {"answer": names[int(first)]}
    return {"one-of": [names[int(number)] for number in sorted(value)]}


def short(form: Form) -> Tree:
    """Give the keys of a long form as a short answer, where there is one; rows stay rows."""
    is_short = form.keys() == {"answer"} and not isinstance(form, Rows)
    return form["answer"] if is_short else form


def long(entry: Tree) -> Form:
    """Give a short answer as the keys of a long form."""
    if isinstance(entry, dict):
        return entry
    return {"answer": entry}


def _number(value: float) -> Word:
    text = repr(float(value))
    return Word(text.removesuffix(".0"))


def day(value: date) -> Word:
    """Give a day as it is written."""
    return Word(value.isoformat())


def text(value: str) -> str:
    """Give a text as it is read again.

    Raises:
        UsageError: when a file cannot hold it.
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageError("lifeline: the text holds half a sign. Type it again.") from None
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def item(values: Mapping[str, str | date]) -> Form:
    """Give an item of evidence as it is written, its keys in their order; its day may be text."""
    assert values.keys() <= {*EVIDENCE}, "a key of evidence"
    return {name: _part(name, value) for name, value in values.items() if value}


def _part(name: str, value: str | date) -> str:
    if isinstance(value, str):
        return Word(value) if name == "date" else text(value)
    return day(value)
