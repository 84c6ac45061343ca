"""Changes mappings and lists that stand in rows: cuts rows, puts others below, and gives values."""

from __future__ import annotations

from yaml.nodes import CollectionNode, MappingNode

from lifeline.reading.saving.entries import said
from lifeline.reading.saving.pairing import item_pairs
from lifeline.reading.saving.writing import (
    STEP,
    entry_rows,
    flow,
    item_rows,
    laid_out,
    like,
    scalar,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml.nodes import Node, SequenceNode

    from lifeline.reading.saving.entries import Entries
    from lifeline.reading.saving.pairing import Pair
    from lifeline.reading.saving.splicing import Splicer
    from lifeline.reading.saving.writing import Tree

    Entry = tuple[Node, Node]


def fit_rows(splicer: Splicer, node: MappingNode, wanted: Entries) -> bool:
    """Change the entries of a mapping that stands in rows.

    False: none of its keys stays, and so none can take the place of the first, which stands behind
    a dash or a colon.
    """
    column, last = node.start_mark.column, node.value[0]
    names, pairs = splicer.paired(node, wanted)
    stays = [node.value[old] for old, new in pairs if old is not None and new is not None]
    if not _is_on_its_own(splicer, _row_start(splicer, last)):
        if not stays:
            return False
        pairs = _behind_heir(pairs)
    for old, new in pairs:
        if old is not None:
            last = node.value[old]
        if new is None:
            _cut_row(splicer, node, last, stays)
        elif old is None:
            at = splicer.layout.below(splicer.layout.entry_end(*last), column)
            splicer.edits.put_rows(at, entry_rows(names[new], wanted[names[new]], column))
        else:
            splicer.edits.rename(last[0], names[new])
            if not splicer.fit(last[1], wanted[names[new]]):
                _give_row(splicer, last, wanted[names[new]], column)
    return True


def _behind_heir(pairs: list[Pair]) -> list[Pair]:
    """Put no key before the first that stays: it may move up, next to a dash or a colon."""
    heir = next(at for at, pair in enumerate(pairs) if None not in pair)
    return sorted(pairs[: heir + 1], key=lambda pair: pair[0] is None) + pairs[heir + 1 :]


def _is_on_its_own(splicer: Splicer, start: int) -> bool:
    """Whether nothing stands before a row on its line."""
    return splicer.layout.is_blank(splicer.layout.line_start(start), start)


def _cut_row(splicer: Splicer, node: MappingNode, entry: Entry, stays: list[Entry]) -> None:
    start = _row_start(splicer, entry)
    if _is_on_its_own(splicer, start):
        end = splicer.layout.below(splicer.layout.entry_end(*entry), node.start_mark.column)
        splicer.edits.cut_lines(start, end)
    else:  # it begins an item of a list: the first key that stays takes its place behind the "- "
        splicer.edits.cut(start, _row_start(splicer, stays[0]))


def _row_start(splicer: Splicer, entry: Entry) -> int:
    """Say where a row begins: with its key, or with the question mark before that."""
    start = entry[0].start_mark.index
    line = splicer.layout.line_start(start)
    before = splicer.layout.text[line:start].rstrip(" ")
    return line + len(before) - 1 if before.endswith("?") else start


def _give_row(splicer: Splicer, entry: Entry, wanted: Tree, column: int) -> None:
    """Give a key another value: behind it, or in rows below what belongs to it."""
    name, value = entry
    layout, edits, colon = splicer.layout, splicer.edits, splicer.layout.colon(name)
    assert colon is not None, "a key with a value has a colon"
    start, end = value.start_mark.index, layout.entry_end(name, value)
    is_apart = layout.line_start(start) > colon
    if is_apart and not _is_in_rows(value):
        edits.replace(start, end, like(value, wanted, flow(wanted)))
        return
    below = layout.below(end, column)
    head, rows = laid_out(wanted, column + STEP, colon + 2 - layout.line_start(colon))
    if isinstance(wanted, str) and (is_apart or below > layout.line_end(end)):
        head, rows = scalar(wanted), []  # a text below would swallow the comments there
    if is_apart or end == colon + 1:
        edits.put(colon + 1, f" {head}" if head else "")
    else:
        head = head if rows else like(value, wanted, head)
        edits.replace(start if head else colon + 1, end, head)
    if is_apart:
        edits.cut_lines(start, end)
    edits.put_rows(below, rows)


def fit_items(splicer: Splicer, node: SequenceNode, wanted: list[Tree]) -> None:
    """Change the items of a list that stands in rows."""
    column, items, below = node.start_mark.column, node.value, 0
    for old, new in item_pairs([said(item) for item in items], wanted):
        if old is not None:
            below = splicer.layout.below(splicer.layout.end(items[old]), column)
        if old is None:
            assert new is not None, "an item is old or new"
            splicer.edits.put_rows(below, item_rows(wanted[new], column))
        elif new is None:
            splicer.edits.cut_lines(_dash(splicer, node, old), below)
        elif not splicer.fit(items[old], wanted[new]):
            _give_item(splicer, node, old, wanted[new])


def _dash(splicer: Splicer, node: SequenceNode, number: int) -> int:
    """Say where the dash before an item stands."""
    before = splicer.layout.end(node.value[number - 1]) if number else node.start_mark.index
    return splicer.layout.next_sign(before)


def _give_item(splicer: Splicer, node: SequenceNode, number: int, wanted: Tree) -> None:
    item, column = node.value[number], node.start_mark.column
    end = splicer.layout.end(item)
    if isinstance(wanted, str) and item.start_mark.index < end and not _is_in_rows(item):
        written = like(item, wanted, scalar(wanted))
        splicer.edits.replace(item.start_mark.index, end, written)
    else:
        below = splicer.layout.below(end, column)
        splicer.edits.cut_lines(_dash(splicer, node, number), below)
        splicer.edits.put_rows(below, item_rows(wanted, column))


def _is_in_rows(node: Node) -> bool:
    return isinstance(node, CollectionNode) and not node.flow_style
