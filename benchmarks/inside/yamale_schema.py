"""Prints, as a JSON string, the schema of idea files that yamale checks by: `… SET_FOLDER`.

It says what the JSON Schema says as far as yamale can: which keys there are, and what each may
hold. It cannot say that one key asks for another, or that of several exactly one stands there.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any

from lifeline.compiling.store import load_set

OPEN = ("unknown", "later")
TEXT = "any(str(), num(), bool())"
DAY = "day()"
SLUG = "any(regex('^[a-z0-9]+(-[a-z0-9]+)*$'), int(min=0))"
VERSIONS = "map(regex('^[0-9]+[.][0-9]+[.][0-9]+$'))"

Words = dict[str, str]


def main(folder: str) -> None:
    """Print the schema."""
    compiled: Any = load_set(folder)
    print(json.dumps("---\n".join(map(document, documents(compiled)))))


def documents(compiled: Any) -> Iterable[Words]:
    """Give the schema's documents: of a file, then of what it includes."""
    questions, retired = compiled["deciding"]["questions"], compiled["retired"]
    yield {
        "lifeline": f"enum({yaml_of(1)}, '1')",
        "idea": TEXT,
        "id": optional(SLUG),
        "summary": optional(TEXT),
        "assessed": optional(DAY),
        "set": optional(VERSIONS),
        "capabilities": optional("list(str())"),
        "answers": optional("include('answers')"),
        "waivers": optional("include('waivers')"),
    }
    old = dict.fromkeys(retired["questions"], optional("any()"))
    found = {q["id"]: question_of(q, retired["choices"].get(q["id"], {})) for q in questions}
    waivers = [*compiled["waivable"], *retired["rules"]]
    yield {"answers": nested({q["id"]: optional(found[q["id"]][0]) for q in questions} | old)}
    yield {"waivers": nested(dict.fromkeys(waivers, optional("include('waiver')")))}
    yield {"waiver": nested({"reason": TEXT, "until": DAY})}
    rungs = {"says": TEXT, "link": "regex('^https?://')", "measurement": TEXT, "date": DAY}
    yield {"evidence": nested({key: optional(value) for key, value in rungs.items()})}
    for question in questions:
        yield {name_of(question): nested(found[question["id"]][1])}


def question_of(question: Any, retired: Any) -> tuple[str, Words]:
    """Give the validator of a question's answer, and the keys of its long form."""
    short, forms = SHAPES[question["kind"]](question, [*question["choices"], *retired])
    if question["may_not_apply"]:
        forms["not-applicable"] = TEXT
    keys = {"answer": short, **forms, "by": TEXT, "evidence": "list(include('evidence'))"}
    long = {key: optional(value) for key, value in {**keys, "note": TEXT}.items()}
    return f"any({short}, include({name_of(question)!r}))", long


def choice(_question: Any, words: list[str]) -> tuple[str, Words]:
    """One of some choices, or two and more of which one is true."""
    return enum(words, OPEN), {"one-of": f"list({enum(words)}, min=2)"}


def choices(_question: Any, words: list[str]) -> tuple[str, Words]:
    """Some of the choices, or those that hold surely and perhaps."""
    several = f"list({enum(words)})"
    return f"any({several}, {enum(OPEN)})", {"surely": several, "maybe": several}


def quantity(question: Any, _words: list[str]) -> tuple[str, Words]:
    """A number in its range, or two of them."""
    within = f"num(min={question['least']:g}, max={question['most']:g})"
    return f"any({within}, {enum(OPEN)})", {"between": f"list({within}, min=2, max=2)"}


def truth(_question: Any, _words: list[str]) -> tuple[str, Words]:
    """Yes or no."""
    return f"any(bool(), {enum(OPEN)})", {}


SHAPES = {"choice": choice, "choices": choices, "number": quantity, "yes-no": truth}


def enum(*words: Iterable[str]) -> str:
    """Allow some words, as YAML 1.1 reads them: yes and no are true and false."""
    return f"enum({', '.join(yaml_of(word) for some in words for word in some)})"


def yaml_of(word: object) -> str:
    """Write what YAML 1.1 makes of a word."""
    return repr({"yes": True, "no": False}.get(str(word), word))


def optional(validator: str) -> str:
    """Let a key be left out, but not be empty."""
    return f"{validator[:-1]}, required=False, none=False)".replace("(, ", "(")


def name_of(question: Any) -> str:
    """Name the long form of a question's answer."""
    return f"long-{question['id']}"


def nested(keys: Words) -> str:
    """Write keys below a key."""
    return "".join(f"\n  {key}: {json.dumps(value)}" for key, value in keys.items())


def document(keys: Words) -> str:
    """Write a document."""
    lines = (f"{key}:{value}" if value[:1] == "\n" else f"{key}: {json.dumps(value)}"
             for key, value in keys.items())  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
