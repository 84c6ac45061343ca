"""Answers and their parts, written as YAML."""

import json
import re
from collections.abc import Iterable

PLAIN = re.compile(r"[A-Za-z][\w./%-]*( [\w./%-]+)+")

Answer = list[tuple[str, str]]
"""The keys of an answer's long form that say what it is, each with its value as YAML."""


def short(answer: Answer) -> str:
    """Write an answer in its short form, on one line."""
    if answer[0][0] == "answer":
        return answer[0][1]
    return f"{{{', '.join(f'{key}: {value}' for key, value in answer)}}}"


def flow(items: Iterable[str]) -> str:
    """Write a list on one line."""
    return f"[{', '.join(items)}]"


def digits(number: float) -> str:
    """Write a number without an exponent or needless zeros."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def scalar(text: str) -> str:
    """Write text as YAML: plain if it is plain words, else in double quotes."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
