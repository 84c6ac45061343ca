"""The text of a YAML file, and where in it nodes and what belongs to them begin and end.

libyaml says where a node of rows ends by where the next one begins, after the blank lines and
comments between; here it ends with its last sign.
"""

from __future__ import annotations

import re

from yaml.nodes import CollectionNode

from lifeline.reading.nodes import MappingNode, ScalarNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_LINE_END = re.compile("\r\n|[\r\n\x85]")  # inside a text, the other two are no line ends
_GAP = re.compile(f"(?:[ \t{BREAKS}]|#[^{BREAKS}]*)*")
_COMMENT = re.compile(f"(?:[ \t]*[{BREAKS}])+([ \t]*)#[^{BREAKS}]*")
_HEADER = re.compile(r"[|>][-+\d]*")
_MARK = "\ufeff"
_CODECS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def says_nothing(data: bytes) -> bool:
    """Whether a file holds no more than comments."""
    try:
        layout = Layout(data)
    except UnicodeDecodeError:
        return False
    return layout.next_sign(0) == len(layout.text)


class Layout:
    """A text whose signs are counted as the marks of its nodes count them."""

    def __init__(self, data: bytes) -> None:
        self.codec = _CODECS.get(data[:2], "utf-8")
        text = data.decode(self.codec)
        self.text = text.removeprefix(_MARK)
        self.mark = text[: len(text) - len(self.text)]
        found = _LINE_END.search(text)
        self.newline = found[0] if found else "\n"

    def encode(self, text: str) -> bytes:
        """Give a text as the bytes of the file."""
        return (self.mark + text).encode(self.codec)

    def line_start(self, at: int) -> int:
        """Say where the line of a place begins."""
        return max(self.text.rfind(sign, 0, at) for sign in BREAKS) + 1

    def line_end(self, at: int) -> int:
        """Say where the line of a place ends, its break not included."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """Give what to cut to take out the lines from one place to another."""
        first, last = self.line_start(start), self.line_end(end)
        if first:
            is_pair = self.text[first - 2 : first] == "\r\n"
            return first - 1 - is_pair, last
        found = _BREAK.match(self.text, last)
        return 0, found.end() if found else last

    def is_blank(self, start: int, end: int) -> bool:
        """Whether there are only spaces and tabs between two places."""
        return not self.text[start:end].strip(" \t")

    def is_over(self, at: int) -> bool:
        """Whether nothing but a comment follows on the line of a place."""
        rest = self.text[at : self.line_end(at)].lstrip(" \t")
        return not rest or rest.startswith("#")

    def next_sign(self, at: int) -> int:
        """Say where the next sign stands that is neither space nor comment."""
        found = _GAP.match(self.text, at)
        return found.end() if found else at

    def colon(self, name: Node) -> int | None:
        """Say where the colon of a key stands; a key may have none."""
        at = self.next_sign(self.end(name))
        return at if self.text[at : at + 1] == ":" else None

    def end(self, node: Node) -> int:
        """Say where the last sign of a node ends."""
        if isinstance(node, ScalarNode):
            return self._text_end(node)
        if isinstance(node, CollectionNode) and node.flow_style:
            end: int = node.end_mark.index
            return end
        last = node.value[-1]
        return self.entry_end(*last) if isinstance(node, MappingNode) else self.end(last)

    def entry_end(self, name: Node, value: Node) -> int:
        """Say where the last sign of a key and its value ends."""
        if value.start_mark.index < value.end_mark.index:
            return self.end(value)
        colon = self.colon(name)
        return self.end(name) if colon is None else colon + 1

    def _text_end(self, node: ScalarNode) -> int:
        """Say where a text ends: with its last sign; behind a ``+``, with the blank lines below."""
        start, end = node.start_mark.index, node.end_mark.index
        text = self.text[start:end]
        header = _HEADER.match(text)
        if header and "+" in header[0]:
            return end - (text.endswith(tuple(BREAKS)) + text.endswith("\r\n"))
        return start + len(text.rstrip(f" \t{BREAKS}"))

    def below(self, at: int, column: int) -> int:
        """Say where what belongs to an entry ends: with its last line, or comments further in.

        Args:
            at: where the entry's last sign ends.
            column: where the entry begins in its line.
        """
        end = self.line_end(at)
        while (found := _COMMENT.match(self.text, end)) and len(found[1]) > column:
            end = found.end()
        return end
