"""The schema of the answer to one question: its short form, and its long form with evidence."""

from __future__ import annotations

from lifeline.model.words import RESERVED_ANSWERS, RUNGS
from lifeline.schemas.evidence import ABOUT, EVIDENCE
from lifeline.schemas.scalars import MEASURE, NUMERAL, TEXT, entries, like

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import Question, RetiredChoice
    from lifeline.schemas.scalars import Schema

OPEN = "|".join(RESERVED_ANSWERS)
OPEN_LABELS = ("We do not know.", "We answer this later.")
PAIR = 2

YES_NO = "|".join(
    "".join(f"[{sign}{sign.upper()}]" for sign in word) for word in ("yes", "no", "true", "false")
)
"""Yes and no are read in any case."""

NO_TRUTH = ("object", "array", "null", "number")
"""What neither a word nor true or false can be; asked so that no editor offers true and false."""

DEFINITIONS: Schema = {
    "open": {
        "description": "An answer that is still open.",
        "anyOf": [
            {"enum": list(RESERVED_ANSWERS)},
            {
                "type": "object",
                "required": ["answer"],
                "properties": {"answer": {"enum": list(RESERVED_ANSWERS)}},
            },
        ],
    },
    "evidence": EVIDENCE,
}
"""What the answers to all questions share."""


def answer_schema(
    question: Question, text: dict[str, Any], retired: dict[str, RetiredChoice]
) -> Schema:
    """Give the schema of the answer to a question.

    Args:
        question: as compiled.
        text: its words in the set.
        retired: choices of older versions, which are read as what they stand for today.
    """
    short, forms = _SHAPES[question["kind"]](question, _words(question, text, retired))
    ways: list[Schema] = [{"required": [name]} for name in ("answer", *forms) if name not in PARTS]
    if question["kind"] == "choices":
        ways.append({"anyOf": [{"required": [part]} for part in PARTS]})
    if question["may_not_apply"]:
        forms["not-applicable"] = {**TEXT, "description": "The reason why it does not apply."}
        ways.append({"required": ["not-applicable"]})
    long = entries({"answer": short, **forms, **ABOUT}, oneOf=ways)
    if question["kind"] == "choices":
        long["allOf"] = _apart(question)
    return {
        "title": f"{question['rubric']}/{question['id']}",
        "description": _described(question, text),
        "anyOf": [short, {"type": "object"}],  # editors complete from here, and not from an "else"
        "if": {"type": "object"},
        "then": long,
    }


def _described(question: Question, text: dict[str, Any]) -> str:
    parts = [text["ask"], text["why"]]
    if question["kind"] == "number":
        span = f"{question['least']:.15g} to {question['most']:.15g}"
        parts.append(f"A number from {span} (unit: {text['unit']}).")
    if question["may_not_apply"]:
        parts.append("Where it does not apply: {not-applicable: the reason}.")
    if question["evidence"]:
        parts.append(f"Its evidence should be at least: {RUNGS[question['evidence'] - 1]}.")
    return "\n\n".join(parts)


def _words(
    question: Question, text: dict[str, Any], retired: dict[str, RetiredChoice]
) -> list[Schema]:
    """Say which words are choices; those that are retired apart, so that no editor offers them."""
    today = {
        "enum": list(question["choices"]),
        "enumDescriptions": list(text["labels"].values()),
    }
    if not retired:
        return [today]
    words = "|".join(YES_NO if word in ("yes", "no") else word for word in retired)
    kind = {"not": {"type": list(NO_TRUTH)}} if YES_NO in words else {"type": "string"}
    return [today, {**kind, "pattern": f"^({words})$", "deprecated": True}]


def _one(_question: Question, choice: list[Schema]) -> tuple[Schema, Schema]:
    today, *retired = choice
    words = [*today["enum"], *RESERVED_ANSWERS]
    short = {"enum": words, "enumDescriptions": [*today["enumDescriptions"], *OPEN_LABELS]}
    told = "Two or more choices of which one is true."
    one_of = {**_list(choice), "minItems": PAIR, "description": told}
    return _any(short, *retired), {"one-of": one_of}


def _several(_question: Question, choice: list[Schema]) -> tuple[Schema, Schema]:
    listed = _list(choice)
    told = like(
        f"^({OPEN})$", "Expected a list of choices such as [a, b], [] for none, or unknown."
    )
    short = {**listed, "type": ["array", "string"], **told}
    surely = {**listed, "description": "What is surely true."}
    maybe = {**listed, "description": "What is perhaps true as well; all others are not."}
    return {**short, "examples": list(RESERVED_ANSWERS)}, {"surely": surely, "maybe": maybe}


def _number(question: Question, _choice: list[Schema]) -> tuple[Schema, Schema]:
    within = {**MEASURE, "minimum": question["least"], "maximum": question["most"]}
    span = f"{question['least']:.15g} to {question['most']:.15g}"
    expected = f"Expected digits only: a number from {span}, or unknown."
    open_too = like(f"^({NUMERAL}|{OPEN})$", expected)
    told = "The least and the greatest number that it may be."
    ends = {"minItems": PAIR, "maxItems": PAIR, "items": within}
    between = {"type": "array", "description": told, **ends}
    short = {**within, **open_too, "examples": list(RESERVED_ANSWERS)}
    return short, {"between": between}


def _truth(_question: Question, _choice: list[Schema]) -> tuple[Schema, Schema]:
    return {
        "type": ["boolean", "string"],
        **like(f"^({YES_NO}|{OPEN})$", "Expected yes, no or unknown."),
        "examples": ["yes", "no", *RESERVED_ANSWERS],
    }, {}


PARTS = ("surely", "maybe")
_SHAPES = {"choice": _one, "choices": _several, "number": _number, "yes-no": _truth}
"""By kind of question: its short form, and what may stand in the place of ``answer``."""


def _list(choice: list[Schema]) -> Schema:
    return {"type": "array", "uniqueItems": True, "items": _any(*choice)}


def _any(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)} if len(schemas) > 1 else schemas[0]


def _apart(question: Question) -> list[Schema]:
    """Say of each choice that it does not stand under both surely and maybe."""
    return [
        {
            "not": {
                "required": list(PARTS),
                "properties": {part: {"contains": {"const": id_}} for part in PARTS},
            }
        }
        for id_ in question["choices"]
    ]
