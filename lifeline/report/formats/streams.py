"""Writes lines to a stream of whatever encoding."""

from __future__ import annotations

from codecs import lookup
from io import TextIOWrapper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


UTF_8 = ("utf-8", "utf-8-sig")


def in_utf_8(stream: TextIO) -> TextIO:
    """Let a stream encode what is written from now on as UTF-8, and give it.

    For what programs and services read: it has the same bytes whatever is set for people.
    """
    if isinstance(stream, TextIOWrapper) and lookup(stream.encoding).name not in UTF_8:
        stream.reconfigure(encoding="utf-8")
    return stream


def write_lines(stream: TextIO, lines: Iterable[str]) -> None:
    """Write lines; what the stream cannot encode is written as question marks."""
    text = "".join(f"{line}\n" for line in lines)
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
