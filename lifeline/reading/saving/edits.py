"""What is cut from a text and what is put into it, by their places in the old text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node

    from lifeline.reading.saving.layout import Layout


class Edits:
    """Changes to one text. Cuts may overlap; what is put where a cut begins stands before it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.cuts: list[tuple[int, int]] = []
        self.puts: list[tuple[int, str]] = []

    def put(self, at: int, new: str) -> None:
        """Put a text somewhere, after what was put there before."""
        self.puts.append((at, new))

    def put_rows(self, at: int, rows: list[str]) -> None:
        """Put rows below a line, at whose end ``at`` is."""
        self.put(at, "".join(self.layout.newline + row for row in rows))

    def cut(self, start: int, end: int) -> None:
        """Cut a text; where nothing else stands on its line, the line, and a comment at its end."""
        layout = self.layout
        before = layout.line_start(start)
        if before and layout.is_blank(before, start) and layout.is_over(end):
            start, end = layout.whole_lines(start, end)
        self.cuts.append((start, end))

    def cut_lines(self, start: int, end: int) -> None:
        """Cut the lines from one place to another."""
        self.cuts.append(self.layout.whole_lines(start, end))

    def replace(self, start: int, end: int, new: str) -> None:
        """Put a text in the place of another."""
        self.put(start, new)
        self.cuts.append((start, end))

    def rename(self, name: Node, new: str) -> None:
        """Put another key in the place of one."""
        if name.value != new:
            self.replace(name.start_mark.index, name.end_mark.index, new)

    def applied(self) -> str:
        """Give the new text."""
        pieces, at, old = [], 0, self.layout.text
        last = len(self.puts)
        edits = [(start, order, start, new) for order, (start, new) in enumerate(self.puts)]
        edits += [(start, last, end, "") for start, end in self.cuts]
        for start, _, end, new in sorted(edits):
            pieces += [old[at:start], new]
            at = max(at, end)
        return "".join([*pieces, old[at:]])
