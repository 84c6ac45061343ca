"""Makes and freshens a translation: what an author of texts wrote stays, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import CollectionNode

from lifeline.authoring.source_texts import STEP, source_rows
from lifeline.authoring.translated import named
from lifeline.errors import InvalidFile, Problem
from lifeline.model.translation import SECTIONS
from lifeline.reading.saving.edits import Edits
from lifeline.reading.saving.writing import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.nodes import Node

    from lifeline.authoring.translated import Translation
    from lifeline.model.condition import Path
    from lifeline.reading.saving.layout import Layout

    Pair = tuple[Node, Node]

HEAD = """\
# The texts of the rubric set {name} in the language {language}, as 'lifeline rubric translate' lays
# them out. Below each 'of:' stand the texts to translate, as comments: take the '# ' away and put
# yours in their place. Keep what is in braces. 'of:' says which texts an entry translates: where
# these change, the entry is not shown until somebody has looked at it again.
text-format: 1
language: {language}
"""


def begun(name: str, language: str) -> bytes:
    """Give the beginning of a new translation of the set of that name."""
    return HEAD.format(name=name, language=language).encode()


@dataclass(frozen=True)
class Done:
    """What was done to a translation; ``text`` is the file as it is now."""

    text: str
    marked: int
    seen: int
    added: int
    renewed: int


def translated(found: Translation, layout: Layout, seen: list[Path]) -> Done:
    """Freshen a translation.

    Entries that do not say what they translate are taken to translate what stands there today;
    those that are not there are added, to be translated; those in which nobody wrote a text yet
    are laid out anew where what is to be translated has changed.

    Args:
        found: the translation.
        layout: the text of its file.
        seen: stale entries that somebody has looked at again.

    Raises:
        InvalidFile: where entries would have to be added in braces.
    """
    writer = _Writer(found, layout)
    unmarked, outdated = found.unmarked(), found.outdated()
    added = [place for place in found.lacking() if place not in found.entries]
    for place in unmarked:
        writer.mark(place)
    for place in seen:
        writer.mark_again(place)
    for place in outdated:
        writer.renew(place)
    if added:
        writer.add(added)
    return Done(writer.edits.applied(), len(unmarked), len(seen), len(added), len(outdated))


class _Writer:
    """Changes the text of a translation."""

    def __init__(self, found: Translation, layout: Layout) -> None:
        assert found.source.root is not None, "a file that was validated has a root"
        self.found = found
        self.root = found.source.root
        self.layout = layout
        self.edits = Edits(layout)

    def mark(self, place: Path) -> None:
        """Write in an entry what it translates, before its texts."""
        node = _pair(self.root, place)[1]
        said = self._of(place)
        if _is_in_braces(node):
            self.edits.put(node.start_mark.index + 1, f"{said}, ")
        else:
            first = node.value[0][0].start_mark
            self.edits.put(first.index, f"{said}{self.layout.newline}{' ' * first.column}")

    def mark_again(self, place: Path) -> None:
        """Write in an entry that it translates what stands there today."""
        name, old = _pair(self.root, (*place, "of"))
        self.edits.replace(name.start_mark.index, old.end_mark.index, self._of(place))

    def renew(self, place: Path) -> None:
        """Lay out an entry anew: while it has no text, its comments are what was laid out once."""
        *around, _ = place
        name, value = _pair(self.root, place)
        start, column = name.start_mark.index, name.start_mark.column
        section = _pair(self.root, around)[1] if around else self.root
        begins = self.layout.is_blank(self.layout.line_start(start), start)
        if _is_in_braces(section) or not begins:
            self.mark_again(place)
        else:
            end = self.layout.below(self.layout.entry_end(name, value), column)
            rows = self.layout.newline.join(self._rows(place, column))
            self.edits.replace(start, end, rows[column:])

    def _of(self, place: Path) -> str:
        return f"of: {scalar(self.found.current[place])}"

    def add(self, places: list[Path]) -> None:
        """Add entries, each after the one that it follows in the set."""
        self._check_is_in_lines(self.root)
        after = self._section("language")
        assert after is not None, "a translation says its language"
        for section in ("set", *SECTIONS):
            new = [place for place in places if place[0] == section]
            there = self._section(section)
            if new and there and there[1].value:
                self._add_among(there, new)
            elif new:
                self._begin(section, there, after, new)
            after = there or after

    def _section(self, key: str) -> Pair | None:
        return next((pair for pair in self.root.value if pair[0].value == key), None)

    def _begin(self, section: str, there: Pair | None, after: Pair, new: list[Path]) -> None:
        """Begin a section, or fill one that is empty."""
        depth = STEP * (len(new[0]) - 1)
        rows = [row for place in new for row in self._rows(place, depth)]
        if there:
            value = there[1]
            self.edits.cuts.append((value.start_mark.index, value.end_mark.index))
            self.edits.put_rows(self.layout.line_end(value.end_mark.index), rows)
        else:
            self._put_after(after, 0, [f"{section}:", *rows] if depth else rows)

    def _add_among(self, there: Pair, new: list[Path]) -> None:
        """Add entries to those of a section."""
        name, value = there
        self._check_is_in_lines(value)
        old = {pair[0].value: pair for pair in value.value}
        column = value.value[0][0].start_mark.column
        before: Pair | None = None
        for place in (place for place in self.found.words if place[0] == name.value):
            rows = self._rows(place, column) if place in new else []
            if rows and before:
                self._put_after(before, column, rows)
            elif rows:
                self.edits.put_rows(self.layout.line_end(name.end_mark.index), rows)
            before = old.get(place[1], before)

    def _check_is_in_lines(self, node: Node) -> None:
        if _is_in_braces(node):
            mark = node.start_mark
            told = "stands in braces. Write it in lines, then entries can be added to it."
            problem = Problem(mark.line + 1, mark.column + 1, "", told)
            raise InvalidFile(self.found.path, [problem])

    def _put_after(self, pair: Pair, column: int, rows: list[str]) -> None:
        end = self.layout.below(self.layout.entry_end(*pair), column)
        self.edits.put_rows(end, rows)

    def _rows(self, place: Path, column: int) -> list[str]:
        """Write an entry with its texts as comments."""
        inner = " " * (column + STEP)
        rows = [f"{' ' * column}{scalar(named(place))}:", f"{inner}{self._of(place)}"]
        return rows + [f"{inner}# {row}" for row in source_rows(self.found.words[place])]


def _is_in_braces(node: Node) -> bool:
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _pair(root: Node, path: Sequence[str | int]) -> Pair:
    """Give the key and value that a path leads to."""
    *around, last = path
    for step in around:
        root = _pair(root, (step,))[1]
    pair: Pair = next(pair for pair in root.value if pair[0].value == last)
    return pair
