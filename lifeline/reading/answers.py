"""Reads one answer of an idea file: its short or its long form, and its evidence."""

from __future__ import annotations

from lifeline.model.idea import ABSENT, GIVEN, Answer
from lifeline.reading import fields
from lifeline.reading.nodes import MappingNode
from lifeline.reading.spelling import any_of, listed
from lifeline.reading.values import ALWAYS_APPLIES, ValueReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.model.compiled import Question
    from lifeline.model.idea import Value
    from lifeline.model.known import Known
    from lifeline.reading.nodes import Problems

    Words = Known[str, Value]
    """What a short answer to one question says, by the text that stands there."""

FORMS = {
    "choice": ("answer", "one-of"),
    "choices": ("answer", "surely", "maybe"),
    "number": ("answer", "between"),
    "yes-no": ("answer",),
}
"""What may stand in the place of a short answer, by kind of question."""

KINDS = {
    "choice": "one choice",
    "choices": "several choices",
    "number": "a number",
    "yes-no": "yes or no",
}
"""The kinds of question in a founder's words."""

ABOUT = ("by", "evidence", "note")
LONG = ("answer", "one-of", "between", "surely", "maybe", "not-applicable", *ABOUT)
RUNGS = {"says": 1, "link": 2, "measurement": 3}
EVIDENCE = (*RUNGS, "date")


def read_answer(question: Question, name: Node, node: Node, key: str, problems: Problems) -> Answer:
    """Read the answer to a question; what is wrong with it leaves it open and is reported."""
    place = name.start_mark
    answer = Answer(place.line + 1, place.column + 1)
    reader = ValueReader(question, key, problems)
    if type(node) is MappingNode:
        _read_long(answer, reader, node)
    else:
        _give(answer, reader.short(node, key))
    return answer


def given_answer(name: Node, value: Value) -> Answer:
    """Give an answer of which it is known what it says."""
    place = name.start_mark
    return Answer(place.line + 1, place.column + 1, GIVEN, value)


def _give(answer: Answer, value: Value | None) -> None:
    if value is not None:
        answer.state = GIVEN
        answer.value = value


def _read_long(answer: Answer, reader: ValueReader, node: MappingNode) -> None:
    forms: dict[str, Node] = {}
    problems, kind = reader.problems, reader.question["kind"]
    allowed = FORMS[kind]
    for name, at, value in fields.entries(node, reader.key, LONG, "a key of an answer", problems):
        key = f"{reader.key}.{name}"
        if name == "evidence":
            _read_evidence(answer, value, key, problems)
        elif name in ABOUT:
            setattr(answer, name, fields.text(value, key, problems))
        elif name in allowed or name == "not-applicable":
            forms[name] = value
        else:
            message = f"does not fit a question that is answered by {KINDS[kind]}."
            problems.add(at, key, f"{message} Expected {any_of(allowed)}.")
            forms.setdefault("", value)
    if "not-applicable" in forms and len(forms) == 1:
        _read_absence(answer, reader, forms["not-applicable"])
    elif "" not in forms:
        _give(answer, _read_form(reader, forms, node))


def _read_form(reader: ValueReader, forms: dict[str, Node], node: MappingNode) -> Value | None:
    match sorted(forms):
        case ["answer"]:
            return reader.short(forms["answer"], f"{reader.key}.answer")
        case ["one-of"]:
            return reader.one_of(forms)
        case ["between"]:
            return reader.between(forms)
        case ["maybe"] | ["surely"] | ["maybe", "surely"]:
            return reader.maybe(forms)
        case [] if fields.are_known(node, LONG):
            expected = any_of(FORMS[reader.question["kind"]])
            message = f"holds no answer. Expected {expected}. Is it open? Write 'answer: unknown'."
        case []:
            return None
        case _:
            message = f"answers in several ways: {listed(forms)}. Keep one of them."
    reader.problems.add(node, reader.key, message)
    return None


def _read_absence(answer: Answer, reader: ValueReader, node: Node) -> None:
    key = f"{reader.key}.not-applicable"
    if not reader.question["may_not_apply"]:
        reader.problems.add(node, key, ALWAYS_APPLIES)
        return
    if fields.is_empty(node):
        reader.problems.add(node, key, "is empty. Expected the reason why it does not apply.")
        return
    answer.reason = fields.text(node, key, reader.problems)
    answer.state = ABSENT


def _read_evidence(answer: Answer, node: Node, key: str, problems: Problems) -> None:
    example = "{says: …, link: …, date: …}"
    if fields.is_empty(node):
        return
    for place, item in enumerate(fields.items(node, key, f"a list: [{example}]", problems) or ()):
        inner = f"{key}[{place}]"
        if fields.is_mapping(item, inner, example, problems):
            _read_item(answer, item, inner, problems)


def _read_item(answer: Answer, item: MappingNode, key: str, problems: Problems) -> None:
    rung, when, is_named = 0, None, False
    for name, _, value in fields.entries(item, key, EVIDENCE, "a key of evidence", problems):
        inner = f"{key}.{name}"
        if name == "date":
            when = fields.day(value, inner, problems)
            continue
        is_named = True
        read = fields.link if name == "link" else fields.text
        if read(value, inner, problems):
            rung = max(rung, RUNGS[name])
    if rung:
        answer.evidence.append((rung, when))
    elif not is_named and fields.are_known(item, EVIDENCE):
        problems.add(item, key, "backs nothing. Expected one of: says, link, measurement.")
