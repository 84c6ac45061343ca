"""Changes mappings in braces and lists in brackets; commas fall into place."""

from __future__ import annotations

from lifeline.reading.saving.entries import said
from lifeline.reading.saving.pairing import item_pairs
from lifeline.reading.saving.writing import flow, flow_entry, like

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.nodes import MappingNode, Node, SequenceNode

    from lifeline.reading.saving.edits import Edits
    from lifeline.reading.saving.entries import Entries
    from lifeline.reading.saving.pairing import Pair
    from lifeline.reading.saving.splicing import Splicer
    from lifeline.reading.saving.writing import Tree

    Entry = tuple[Node, Node]
    Span = tuple[int, int]


def fit_braces(splicer: Splicer, node: MappingNode, wanted: Entries) -> None:
    """Change the entries of a mapping in braces."""
    names, pairs = splicer.paired(node, wanted)
    for old, new in pairs:
        if old is not None and new is not None:
            splicer.edits.rename(node.value[old][0], names[new])
            if not splicer.fit(node.value[old][1], wanted[names[new]]):
                _give_flow(splicer, node.value[old], wanted[names[new]])
    spans = [(n.start_mark.index, splicer.layout.entry_end(n, v)) for n, v in node.value]
    write = lambda new: flow_entry(names[new], wanted[names[new]])  # noqa: E731
    _fit_entries(splicer.edits, node.start_mark.index, spans, pairs, write)


def _give_flow(splicer: Splicer, entry: Entry, wanted: Tree) -> None:
    name, value = entry
    end = splicer.layout.entry_end(name, value)
    if value.start_mark.index < value.end_mark.index:
        splicer.edits.replace(value.start_mark.index, end, like(value, wanted, flow(wanted)))
    else:
        colon = "" if splicer.layout.colon(name) is not None else ":"
        splicer.edits.put(end, f"{colon} {flow(wanted)}")


def fit_brackets(splicer: Splicer, node: SequenceNode, wanted: list[Tree]) -> None:
    """Change the items of a list in brackets."""
    pairs = item_pairs([said(item) for item in node.value], wanted)
    spans = [(item.start_mark.index, item.end_mark.index) for item in node.value]
    for old, new in pairs:
        if old is not None and new is not None and not splicer.fit(node.value[old], wanted[new]):
            written = like(node.value[old], wanted[new], flow(wanted[new]))
            splicer.edits.replace(*spans[old], written)
    _fit_entries(splicer.edits, node.start_mark.index, spans, pairs, lambda new: flow(wanted[new]))


def _fit_entries(
    edits: Edits, opening: int, spans: list[Span], pairs: list[Pair], write: Callable[[int], str]
) -> None:
    """Cut and put entries.

    Args:
        edits: collects what changes.
        opening: where the bracket opens.
        spans: from where to where each old entry stands.
        pairs: old and new entries, see ``pairing``.
        write: gives a new entry as text.
    """
    staying = [old for old, new in pairs if old is not None and new is not None]
    _cut_entries(edits, spans, staying)
    after, comma = None, ""
    for old, new in pairs:
        if new is None:
            continue
        if old is not None:
            after = old
        elif after is not None:
            edits.put(spans[after][1], f", {write(new)}")
        elif staying:
            edits.put(spans[staying[0]][0], f"{write(new)}, ")
        else:
            edits.put(opening + 1, comma + write(new))
            comma = ", "


def _cut_entries(edits: Edits, spans: list[Span], staying: list[int]) -> None:
    """Cut the entries that do not stay, each with the comma after it, or before the last."""
    for number, (start, end) in enumerate(spans):
        if number in staying:
            continue
        if staying and number > staying[-1]:
            comma = edits.layout.next_sign(spans[number - 1][1])
            _cut_both(edits, (comma, comma + 1), (start, end))
            continue
        comma = edits.layout.next_sign(end)
        if edits.layout.text[comma] == ",":
            _cut_both(edits, (start, end), (comma, _after_spaces(edits, comma + 1)))
        else:
            edits.cut(start, end)


def _after_spaces(edits: Edits, at: int) -> int:
    """Say where spaces end; those before a comment belong to it."""
    rest = edits.layout.text[at:].lstrip(" ")
    return at if rest.startswith("#") else len(edits.layout.text) - len(rest)


def _cut_both(edits: Edits, first: Span, second: Span) -> None:
    """Cut two texts, and what is between them unless it is a comment."""
    if edits.layout.is_blank(first[1], second[0]):
        edits.cut(first[0], second[1])
    else:
        edits.cut(*first)
        edits.cut(*second)
