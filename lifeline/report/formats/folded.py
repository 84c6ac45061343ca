"""What was found out about an idea besides its verdict, as Markdown to be folded away."""

from __future__ import annotations

from lifeline.report import headings, kindly, phrases
from lifeline.report.begin import begin_text
from lifeline.report.markdown import escaped
from lifeline.report.pages.flow import Flow, blocks
from lifeline.report.precedents import FATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lifeline.model.assessment import Assessment
    from lifeline.report.pages.beyond import Beyond
    from lifeline.report.pages.flow import Block
    from lifeline.report.run import Run

    Entry = dict[str, Any]

FIRST = 3
"""Questions to ask that are told."""

STEP = "  "


def folded(assessment: Assessment, beyond: Beyond, run: Run) -> list[str]:
    """Give the lines: what it has, this week, when to stop, whom to ask what, products like it.

    Of an idea of which nothing is answered, only what to ask first: the rest is so of any product.
    """
    page = Flow(run.choosing)
    asked = _first_questions(beyond, page)
    if not assessment["answers"]:
        return [*_lines(blocks(asked))]
    begin = begin_text(assessment, run.choosing)
    idea, further = beyond.idea, beyond.further
    told = kindly.lay_out(assessment, idea, run.compiled, further, page, begin=begin)
    told += asked
    told += _nearest(beyond, page)
    return ["**What it has**", "", *_lines(blocks(told))]


def _first_questions(beyond: Beyond, page: Flow) -> list[str]:
    """Name the questions that are worth most to ask, and whom."""
    telling = [each for each in beyond.further.script["questions"] if each["effect"] != "beside"]
    if not telling:
        return []
    lines = [page.paint(headings.ASK, "bold")]
    for question in telling[:FIRST]:
        whom = f" Ask: {question['ask_whom']}." if question["ask_whom"] else ""
        text = f"{phrases.bare(question['question'])}: {question['ask']}{whom}"
        lines += page.paragraph(text, 2, page.signs["bullet"])
    return lines


def _nearest(beyond: Beyond, page: Flow) -> list[str]:
    nearest = beyond.further.nearest
    if nearest is None or not nearest["nearest"]:
        return []
    lines = [page.paint(headings.LIKE, "bold")]
    for case in nearest["nearest"]:
        text = f"{case['name']}: {FATES[case['fate']]}. {case['outcome']['event']}"
        lines += page.paragraph(text, 2, page.signs["bullet"])
    return lines


def _lines(found: list[Block], indent: str = "") -> Iterator[str]:
    """Give blocks as Markdown, each paragraph on a line."""
    for block in found:
        if block["kind"] == "list":
            yield from _items(block["items"], indent)
        elif block["kind"] == "head":
            yield from (f"**{escaped(block['text'])}**", "")
        else:
            yield from (f"{indent}{escaped(_text(block))}", "")


def _items(items: list[list[Block]], indent: str) -> Iterator[str]:
    for first, *rest in items:
        yield f"{indent}- {escaped(_text(first))}"
        if rest:
            yield from ("", *_lines(rest, indent + STEP))
    yield ""


def _text(block: Block) -> str:
    """Give what a block says; an address that stands by itself says itself."""
    text: str = block.get("text") or block["href"]
    return text
