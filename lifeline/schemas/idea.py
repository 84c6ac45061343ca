"""The schema of an idea file, made from the questions and findings of a set."""

from __future__ import annotations

from lifeline.model.words import (
    OUT_OF_DATE,
    RECORD_ENDS,
    ROSIER,
    SINCE,
    STALE,
    SUGGESTS,
    UNBACKED,
    UNKNOWN_CAPABILITY,
)
from lifeline.schemas.answers import DEFINITIONS, answer_schema
from lifeline.schemas.scalars import DAY, LINE, TEXT, VERSION, entries, head, like, or_empty, ref
from lifeline.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet, RetiredQuestion, RetiredRule
    from lifeline.schemas.scalars import Schema

SLUG = r"^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$"

FORMAT = {"anyOf": [{"const": 1}, {"type": "string", "pattern": "^1$"}]}

OF_THE_PROGRAM = {
    UNBACKED: "An answer lacks the evidence that its question asks for.",
    STALE: "An answer, or the evidence for it, has grown old.",
    UNKNOWN_CAPABILITY: "A word under 'capabilities' is none of the record of the market.",
    SUGGESTS: "The record of the market suggests an answer to a question that is open.",
    ROSIER: "An answer is better than what the record of the market has of that day.",
    SINCE: "Something that touches the capabilities happened since the assessment.",
    RECORD_ENDS: "The record of the market ends long before the day one looks.",
    OUT_OF_DATE: "The answers are older than the set takes a conclusion to hold.",
}


def idea_schema(compiled: CompiledSet) -> Schema:
    """Give the schema of idea files that answer the questions of a set."""
    origin = f"{__version__} from the set {compiled['set']} {compiled['version']}"
    return {
        **head("An idea file of lifeline", origin),
        **entries(_keys(compiled), "lifeline", "idea"),
        "if": {"required": ["answers"], "properties": {"answers": _some_given(compiled)}},
        "then": {"required": ["assessed"]},
        "$defs": {**DEFINITIONS, "waiver": _waiver()},
    }


def _keys(compiled: CompiledSet) -> dict[str, Any]:
    return {
        "lifeline": {**FORMAT, "description": "The format of the file."},
        "idea": {**LINE, "description": "The name of the product, in one line."},
        "id": {
            "type": ["string", "integer"],
            **like(SLUG, "Expected lower-case words joined by hyphens."),
            "minimum": 0,
            "description": "Lower-case words joined by hyphens; the file's name if left out.",
        },
        "summary": {**TEXT, "description": "What the product does, for whom."},
        "assessed": {
            **DAY,
            "description": "The day that the answers describe, such as 2026-11-22; months count"
            " from it. Needed once an answer is given.",
        },
        "set": or_empty(
            {
                "type": "object",
                "description": "The version that the answers were given under; a record.",
                "properties": {
                    compiled["set"]: {**VERSION, "examples": [compiled["version"]]},
                },
                "additionalProperties": VERSION,
            }
        ),
        "capabilities": or_empty(
            {
                "type": "array",
                "description": "What the value rests on, such as file-chat, in the words of"
                " the record of the market, with which the answers are compared.",
                "items": LINE,
            }
        ),
        "answers": or_empty(
            entries(_answers(compiled), description="The questions, each with its answer.")
        ),
        "waivers": or_empty(
            entries(_waivers(compiled), description="Findings that are accepted on purpose.")
        ),
    }


def _answers(compiled: CompiledSet) -> Schema:
    texts, retired = compiled["texts"]["questions"], compiled["retired"]
    today = {
        question["id"]: answer_schema(
            question,
            texts[f"{question['rubric']}/{question['id']}"],
            retired["choices"].get(question["id"], {}),
        )
        for question in compiled["deciding"]["questions"]
    }
    return today | {id_: _retired(id_, old) for id_, old in retired["questions"].items()}


def _some_given(compiled: CompiledSet) -> Schema:
    """Say of answers that not all of them are open; of retired ones that cannot be said."""
    old: Schema = dict.fromkeys(compiled["retired"]["questions"], True)
    return {"type": "object", "not": {"properties": old, "additionalProperties": ref("open")}}


def _waivers(compiled: CompiledSet) -> Schema:
    reasons = compiled["texts"]["reasons"]
    because = {id_: reasons[id_]["because"] for id_ in compiled["waivable"] if id_ in reasons}
    told = {**OF_THE_PROGRAM, **because}
    today = {id_: ref("waiver", description=told[id_]) for id_ in compiled["waivable"]}
    old = compiled["retired"]["rules"]
    return today | {id_: ref("waiver", **_retired(id_, old[id_])) for id_ in old}


def _retired(id_: str, old: RetiredQuestion | RetiredRule) -> Schema:
    """Mark an id of an older version, or one that is switched off; no editor offers these.

    What stands behind one of an older version is read as far as it says something.
    """
    told = f"'{id_}' was retired in {old['version']}; lifeline score says what to write instead."
    if "off" in old:
        told = f"{old['off']} switches '{id_}' off; this counts only where another set judges."
    return {"description": told, "deprecated": True, "deprecationMessage": told}


def _waiver() -> Schema:
    reason = {**TEXT, "description": "Why it is accepted."}
    until = {**DAY, "description": "The last day on which it is accepted."}
    return entries({"reason": reason, "until": until}, "reason", "until")
