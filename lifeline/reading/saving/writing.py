"""Writes plain values as YAML: in rows, one key on each, or in braces where that fits one line.

Text is put in quotes only where some reader of YAML, ours or one of version 1.1 or 1.2, would take
it for something else.
"""

from __future__ import annotations

import json
import re

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    Tree = str | list["Tree"] | dict[str, "Tree"]

WIDTH = 100
"""Columns that a list or mapping in brackets may fill, with what stands before it."""
STEP = 2
QUOTES = ("'", '"')

_UNPRINTABLE = (
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_BEGINNING = r"[^\s,\[\]{}#&*!|>'\"%@`?:-]"
_COLON = r":(?:\s|\Z)|\s#|[\t\n]|\s\Z"
"""What cannot stand in text without quotes; in braces and brackets also these:"""
_BRACKET = r"[:?,\[\]{}]"
_NUMBER = r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?\Z|0o[0-7]+\Z"
"""What only version 1.2 takes for a number."""
_BITS = ("y", "n")
"""What version 1.1 takes for yes and no, besides what its resolver in PyYAML knows."""

_RESOLVER = Resolver()


class Word(str):
    """A number, a date or another word that stands without quotes whatever YAML makes of it."""

    __slots__ = ()


class Rows(dict[str, "Tree"]):
    """A mapping that stands in rows, each of which may have a comment."""

    __slots__ = ()


def scalar(text: str, *, quote: str | None = None) -> str:
    """Write a text on one line, in quotes where it needs some, or has had some."""
    if quote == "'" and "\n" not in text and not re.search(_UNPRINTABLE, text):
        return "'{}'".format(text.replace("'", "''"))
    if quote != '"' and (isinstance(text, Word) or _is_plain(text)):
        return text
    return re.sub(_UNPRINTABLE, _escaped, json.dumps(text, ensure_ascii=False))


def flow_scalar(text: str, *, quote: str | None = None) -> str:
    """Write a text as it can stand in braces and brackets."""
    if not isinstance(text, Word) and re.search(_BRACKET, text):
        quote = quote or '"'
    return scalar(text, quote=quote)


def _is_plain(text: str) -> bool:
    return (
        re.match(_BEGINNING, text) is not None
        and not re.search(_COLON, text)
        and not re.search(_UNPRINTABLE, text)
        and not _is_typed(text)
    )


def _is_typed(text: str) -> bool:
    tag: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    is_bit = text.lower() in _BITS
    return is_bit or tag != "tag:yaml.org,2002:str" or re.match(_NUMBER, text, re.ASCII) is not None


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def like(old: Node, wanted: Tree, written: str) -> str:
    """Give a text in the quotes of the old one; anything else as it is written."""
    if isinstance(wanted, str) and isinstance(old, ScalarNode) and old.style in QUOTES:
        return scalar(wanted, quote=old.style)
    return written


def flow(value: Tree) -> str:
    """Write a value on one line, as it can stand in braces and brackets."""
    if isinstance(value, str):
        return flow_scalar(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return f"{{{', '.join(flow_entry(name, item) for name, item in value.items())}}}"


def flow_entry(name: str, value: Tree) -> str:
    """Write a key and its value on one line."""
    return f"{flow_scalar(name)}: {flow(value)}"


def laid_out(
    value: Tree, column: int, taken: int, *, is_item: bool = False
) -> tuple[str, list[str]]:
    """Write a value as what stands behind its key and the rows below it.

    Args:
        value: what is written; an ``is_item`` stands in a list.
        column: where the rows begin.
        taken: columns that are filled before what stands behind the key.
    """
    if isinstance(value, str):
        return _text(value, column)
    line = flow(value)
    if not value or (taken + len(line) <= WIDTH and _is_simple(value, is_item=is_item)):
        return line, []
    if isinstance(value, list):
        return "", [row for item in value for row in item_rows(item, column)]
    return "", entries_rows(value, column)


def _text(text: str, column: int) -> tuple[str, list[str]]:
    if "\n" not in text or text != text.strip() or re.search(_UNPRINTABLE, text):
        return scalar(text), []
    return "|-", [" " * column + line if line else "" for line in text.split("\n")]


def _is_simple(value: Tree, *, is_item: bool) -> bool:
    """Whether a value is easy to read on one line."""
    if isinstance(value, list):
        return _is_flat(value)
    assert isinstance(value, dict)
    is_short = is_item or (len(value) == 1 and not isinstance(value, Rows))
    return is_short and all(map(_is_flat, value.values()))


def _is_flat(value: Tree) -> bool:
    """Whether a value is a text or a list of texts."""
    items = value if isinstance(value, list) else [value]
    return all(isinstance(item, str) for item in items)


def entries_rows(values: dict[str, Tree], column: int) -> list[str]:
    """Write the rows of a mapping."""
    return [row for name, value in values.items() for row in entry_rows(name, value, column)]


def entry_rows(name: str, value: Tree, column: int) -> list[str]:
    """Write the rows of a key and its value."""
    start = f"{' ' * column}{scalar(name)}:"
    head, rows = laid_out(value, column + STEP, len(start) + 1)
    return [f"{start} {head}" if head else start, *rows]


def item_rows(value: Tree, column: int) -> list[str]:
    """Write the rows of an item of a list."""
    start = f"{' ' * column}- "
    head, rows = laid_out(value, column + STEP, len(start), is_item=True)
    if head:
        return [start + head, *rows]
    return [start + rows[0][len(start) :], *rows[1:]]
