"""Writes lines to a stream of whatever encoding."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def write_lines(stream: TextIO, lines: Iterable[str]) -> None:
    """Write lines; what the stream cannot encode is written as question marks."""
    text = "".join(f"{line}\n" for line in lines)
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
