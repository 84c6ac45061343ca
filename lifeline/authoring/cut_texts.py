"""Finds texts of which YAML takes the end for a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from lifeline.authoring.finding import Finding
from lifeline.reading.nodes import join
from lifeline.reading.saving.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from lifeline.authoring.bench import Bench

COMMENT = re.compile(r"[ \t]+(#\w+)")
"""A comment begins with a blank; what has none is rather a number or a tag, as #1."""


def texts_cut_off(bench: Bench) -> Iterator[Finding]:
    """Find the texts without quotes behind which, on the same line, stands ``#`` and a word."""
    for source in bench.models.sources:
        if source.root is None or source.name not in bench.models.own_files:
            continue
        text = Layout(source.data).text
        for key, node in _texts(source.root, ""):
            cut = COMMENT.match(text, node.end_mark.index)
            if cut:
                column = node.end_mark.column + cut.start(1) - cut.start() + 1
                yield Finding(
                    *("text-cut-off", source.name, node.end_mark.line + 1, column, key),
                    f"the text ends before '{cut[1]}': behind a blank, '#' begins a comment.",
                    "Put the text in quotes if this belongs to it; else write a blank behind '#'.",
                )


def _texts(node: Node, key: str) -> Iterator[tuple[str, ScalarNode]]:
    """Give all that is written without quotes and has several words, with its dotted key."""
    if isinstance(node, MappingNode):
        for name, value in node.value:
            yield from _texts(value, join(key, name.value))
    elif isinstance(node, SequenceNode):
        for place, item in enumerate(node.value):
            yield from _texts(item, f"{key}[{place}]")
    elif isinstance(node, ScalarNode) and not node.style and " " in node.value:
        yield key, node
