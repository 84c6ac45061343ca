"""Makes a YAML file say something else by changing only the signs that say it.

Every other byte stays: comments, blank lines, the order of keys, quotes and unusual layout.
ruamel.yaml was tried for this: it keeps comments and quotes, but of a file of odd layout it wrote
12 of 17 lines anew for one changed answer, with other indentation and other spaces.
"""

from __future__ import annotations

from lifeline.reading.nodes import MappingNode, Problems, ScalarNode, SequenceNode, compose
from lifeline.reading.saving.brackets import fit_braces, fit_brackets
from lifeline.reading.saving.edits import Edits
from lifeline.reading.saving.entries import is_same, said
from lifeline.reading.saving.layout import Layout
from lifeline.reading.saving.pairing import in_place, key_pairs
from lifeline.reading.saving.rows import fit_items, fit_rows
from lifeline.reading.saving.writing import entries_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from yaml.nodes import Node

    from lifeline.reading.saving.entries import Entries
    from lifeline.reading.saving.pairing import Pair
    from lifeline.reading.saving.writing import Tree


def spliced(data: bytes, wanted: Entries, alike: Collection[str] = ()) -> bytes:
    """Give a file that says what is wanted.

    Args:
        data: a file that can be read, or holds no more than comments.
        wanted: what the new file says; keys that stay keep their order.
        alike: keys that take each other's place; other new keys come after an old one.
    """
    edits = Edits(Layout(data))
    root = compose(data, Problems())
    if root is None:
        return _extended(edits.layout, wanted)
    Splicer(edits, alike).fit(root, wanted)
    return edits.layout.encode(edits.applied())


def _extended(layout: Layout, wanted: Entries) -> bytes:
    """Put what is wanted below comments."""
    text = layout.text
    between = "" if layout.line_start(len(text)) == len(text) else layout.newline
    rows = "".join(row + layout.newline for row in entries_rows(wanted, 0))
    return layout.encode(text + between + rows)


class Splicer:
    """Walks through what a file says and what it should say, and collects the difference."""

    def __init__(self, edits: Edits, alike: Collection[str]) -> None:
        self.edits = edits
        self.layout = edits.layout
        self.alike = alike

    def fit(self, node: Node, wanted: Tree) -> bool:
        """Change a list or mapping from within. False: it has to be replaced as a whole."""
        if is_same(said(node), wanted):
            return True
        if isinstance(node, ScalarNode) or not (node.value or self._has_comment(node)):
            return False
        if isinstance(node, MappingNode) and isinstance(wanted, dict):
            if not node.flow_style:
                return fit_rows(self, node, wanted)
            fit_braces(self, node, wanted)
        elif isinstance(node, SequenceNode) and isinstance(wanted, list) and wanted:
            fit_list = fit_brackets if node.flow_style else fit_items
            fit_list(self, node, wanted)
        else:
            return False
        return True

    def _has_comment(self, node: Node) -> bool:
        return "#" in self.layout.text[node.start_mark.index : node.end_mark.index]

    def paired(self, node: MappingNode, wanted: Entries) -> tuple[list[str], list[Pair]]:
        """Give the new keys, and which old key each of them is."""
        old = [name.value for name, _ in node.value]
        names = in_place(old, list(wanted))
        return names, key_pairs(old, names, self.alike)
