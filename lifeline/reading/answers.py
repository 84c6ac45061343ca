"""Reads one answer of an idea file: its short or long form, its value by kind, its evidence."""

from __future__ import annotations

import re

from lifeline.model.idea import ABSENT, GIVEN, Answer
from lifeline.model.words import RESERVED_ANSWERS
from lifeline.reading import fields
from lifeline.reading.nodes import MappingNode, ScalarNode, SequenceNode
from lifeline.reading.spelling import listed, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import Node

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.reading.nodes import Problems

FORMS = {
    "choice": ("answer", "one-of"),
    "choices": ("answer", "surely", "maybe"),
    "number": ("answer", "between"),
    "yes-no": ("answer",),
}
"""What may stand in the place of a short answer, by kind of question."""

ABOUT = ("by", "evidence", "note")
LONG = ("answer", "one-of", "between", "surely", "maybe", "not-applicable", *ABOUT)
RUNG_KEYS = {"says": 1, "link": 2, "measurement": 3}
EVIDENCE = (*RUNG_KEYS, "date")

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")
_YES_NO = {"no": 0, "false": 0, "yes": 1, "true": 1}


def read_answer(
    question: Question, name: Node, node: Node, key: str, problems: Problems
) -> Answer:
    """Read the answer to a question; what is wrong with it leaves it open and is reported."""
    answer = Answer(name.start_mark.line + 1, name.start_mark.column + 1)
    if type(node) is MappingNode:
        _read_long(answer, question, node, key, problems)
    else:
        _read_value(answer, question, node, key, problems)
    return answer


def _read_long(
    answer: Answer, question: Question, node: MappingNode, key: str, problems: Problems
) -> None:
    forms: dict[str, Node] = {}
    for name, name_node, value in fields.entries(node, key, LONG, "a key of an answer", problems):
        inner = f"{key}.{name}"
        if name == "evidence":
            _read_evidence(answer, value, inner, problems)
        elif name in ABOUT:
            setattr(answer, name, fields.text(value, inner, problems))
        elif name == "not-applicable" or name in FORMS[question["kind"]]:
            forms[name] = value
        else:
            problems.add(name_node, inner, _misfit(question, name))
    _read_form(answer, question, forms, node, key, problems)


def _misfit(question: Question, form: str) -> str:
    expected = listed(FORMS[question["kind"]])
    return f"'{form}' does not fit a question of kind {question['kind']}. Expected: {expected}."


def _read_form(
    answer: Answer,
    question: Question,
    forms: dict[str, Node],
    node: Node,
    key: str,
    problems: Problems,
) -> None:
    if "surely" in forms or "maybe" in forms:
        names, reader = ("surely", "maybe"), _read_maybe
    else:
        names, reader = tuple(forms)[:1], _READERS[next(iter(forms), "")]
    if not forms:
        expected = listed(FORMS[question["kind"]])
        problems.add(node, key, f"says nothing. Expected one of: {expected}; or unknown.")
    elif set(forms) - set(names):
        problems.add(node, key, f"says it in several ways: {listed(forms)}. Keep one.")
    else:
        reader(answer, question, forms, key, problems)


def _read_plain(
    answer: Answer, question: Question, forms: dict[str, Node], key: str, problems: Problems
) -> None:
    _read_value(answer, question, forms["answer"], f"{key}.answer", problems)


def _read_one_of(
    answer: Answer, question: Question, forms: dict[str, Node], key: str, problems: Problems
) -> None:
    inner = f"{key}.one-of"
    numbers = _choices(question, forms["one-of"], inner, problems)
    if numbers is None:
        return
    if len(numbers) < 2:  # noqa: PLR2004  # one of two, at least
        problems.add(forms["one-of"], inner, "names fewer than two choices. Expected two or more.")
        return
    _give(answer, tuple(sorted(numbers)))


def _read_maybe(
    answer: Answer, question: Question, forms: dict[str, Node], key: str, problems: Problems
) -> None:
    masks = []
    for name in ("surely", "maybe"):
        node = forms.get(name)
        numbers = _choices(question, node, f"{key}.{name}", problems) if node else []
        masks.append(None if numbers is None else _mask(numbers))
    surely, maybe = masks
    if surely is None or maybe is None:
        return
    if surely & maybe:
        problems.add(forms["maybe"], f"{key}.maybe", "a choice stands under surely and maybe.")
    else:
        _give(answer, (surely, maybe))


def _read_between(
    answer: Answer, question: Question, forms: dict[str, Node], key: str, problems: Problems
) -> None:
    node, inner = forms["between"], f"{key}.between"
    ends = fields.items(node, inner, "a list of two numbers, such as [3, 9]", problems)
    if not ends:
        return
    numbers = [_number(question, end, inner, problems) for end in ends]
    if len(numbers) != 2:  # noqa: PLR2004
        problems.add(node, inner, "is not a pair. Expected two numbers, such as [3, 9].")
    elif numbers[0] is not None and numbers[1] is not None:
        if numbers[0] > numbers[1]:
            problems.add(node, inner, "begins above its end. Expected the smaller number first.")
        else:
            _give(answer, (numbers[0], numbers[1]))


def _read_not_applicable(
    answer: Answer, question: Question, forms: dict[str, Node], key: str, problems: Problems
) -> None:
    node, inner = forms["not-applicable"], f"{key}.not-applicable"
    if not question["may_not_apply"]:
        problems.add(
            node, inner, "this question always applies. Expected an answer to it, or unknown."
        )
        return
    answer.reason = fields.text(node, inner, problems)
    answer.state = ABSENT


_READERS: dict[str, Callable[[Answer, Question, dict[str, Node], str, Problems], None]] = {
    "": _read_plain,
    "answer": _read_plain,
    "one-of": _read_one_of,
    "between": _read_between,
    "not-applicable": _read_not_applicable,
}


def _give(answer: Answer, value: Value) -> None:
    answer.state = GIVEN
    answer.value = value


def _read_value(
    answer: Answer, question: Question, node: Node, key: str, problems: Problems
) -> None:
    """Read what stands for a value in the short form, or under ``answer:``."""
    if type(node) is ScalarNode and node.value in RESERVED_ANSWERS:
        return
    kind = question["kind"]
    if kind == "choices":
        numbers = _choices(question, node, key, problems)
        if numbers is not None:
            _give(answer, (_mask(numbers), 0))
    elif type(node) is not ScalarNode:
        problems.add(node, key, f"is not a single value. Expected {_expected(question)}.")
    elif node.value == "":
        problems.add(node, key, f"is empty. Expected {_expected(question)}, or unknown.")
    elif kind == "choice":
        number = question["choices"].get(node.value)
        if number is None:
            _refuse_choice(question, node, key, problems)
        else:
            _give(answer, (number,))
    elif kind == "yes-no":
        truth = _YES_NO.get(node.value.lower())
        if truth is None:
            problems.add(node, key, f"'{node.value}' is neither. Expected yes, no or unknown.")
        else:
            _give(answer, (truth,))
    else:
        value = _number(question, node, key, problems)
        if value is not None:
            _give(answer, (value, value))


def _expected(question: Question) -> str:
    if question["kind"] == "yes-no":
        return "yes or no"
    if question["kind"] == "number":
        return f"a number from {question['least']:g} to {question['most']:g}"
    return f"one of: {listed(question['choices'])}"


def _refuse_choice(question: Question, node: Node, key: str, problems: Problems) -> None:
    known = [*question["choices"], "unknown"]
    problems.add(node, key, not_among(node.value, known, f"a choice of {question['id']}"))


def _choices(question: Question, node: Node, key: str, problems: Problems) -> list[int] | None:
    """Give the numbers of the choices in a list, or None with problems."""
    if type(node) is not SequenceNode:
        problems.add(node, key, f"is not a list. Expected such as [{next(iter(question['choices']))}].")
        return None
    numbers: list[int] = []
    for place, item in enumerate(node.value):
        inner = f"{key}[{place}]"
        number = question["choices"].get(item.value) if type(item) is ScalarNode else None
        if type(item) is not ScalarNode:
            problems.add(item, inner, "is not a choice. Expected its id.")
        elif number is None:
            _refuse_choice(question, item, inner, problems)
        elif number in numbers:
            problems.add(item, inner, f"'{item.value}' stands twice. Keep one.")
        else:
            numbers.append(number)
    return numbers if len(numbers) == len(node.value) else None


def _mask(numbers: list[int]) -> int:
    return sum(1 << number for number in numbers)


def _number(question: Question, node: Node, key: str, problems: Problems) -> float | None:
    value = node.value if type(node) is ScalarNode else ""
    if not value or not _NUMBER.match(value):
        shown = f"'{value}' is" if value else "is"
        problems.add(
            node, key, f"{shown} not a number. Expected {_expected(question)}, digits only."
        )
        return None
    number = float(value)
    if question["least"] <= number <= question["most"]:
        return number
    problems.add(node, key, f"{value} is out of bounds. Expected {_expected(question)}.")
    return None


def _read_evidence(answer: Answer, node: Node, key: str, problems: Problems) -> None:
    example = "a list such as [{says: …, link: …, date: …}]"
    for place, item in enumerate(fields.items(node, key, example, problems)):
        inner = f"{key}[{place}]"
        if not fields.is_mapping(item, inner, "says, link or measurement, and a date", problems):
            continue
        _read_item(answer, item, inner, problems)


def _read_item(answer: Answer, item: Node, key: str, problems: Problems) -> None:
    rung, when = 0, None
    for name, _, value in fields.entries(item, key, EVIDENCE, "a key of evidence", problems):
        inner = f"{key}.{name}"
        if name == "date":
            when = fields.day(value, inner, problems)
            continue
        read = fields.link if name == "link" else fields.text
        if read(value, inner, problems):
            rung = max(rung, RUNG_KEYS[name])
    if rung:
        answer.evidence.append((rung, when))
    elif not any(name.value in RUNG_KEYS for name, _ in item.value):
        problems.add(item, key, "backs nothing. Expected says, link or measurement.")
