"""What is laid out for a terminal becomes headings, paragraphs and lists, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from lifeline.report.pages.flow import Flow, blocks

if TYPE_CHECKING:
    from lifeline.report.pages.flow import Block


def p(text: str) -> Block:
    return {"kind": "p", "text": text}


def listed(*items: list[Block], sort: str = "ul", start: int = 1) -> Block:
    return {"kind": "list", "sort": sort, "items": list(items), "start": start}


def laid(*paragraphs: tuple[str, int, str]) -> list[str]:
    flow = Flow()
    return [
        line for text, indent, bullet in paragraphs for line in flow.paragraph(text, indent, bullet)
    ]


def test_a_long_paragraph_stays_whole() -> None:
    text = "word " * 500
    assert blocks(Flow().paragraph(text)) == [p(text)]


def test_what_is_bold_is_a_heading_and_what_is_dim_is_small() -> None:
    flow = Flow()
    lines = [flow.paint(line, "bold") for line in flow.paragraph("Title")]
    lines += ["", *flow.paragraph("Text"), flow.paint("Below", "dim")]
    assert blocks(lines) == [
        {"kind": "head", "text": "Title"},
        p("Text"),
        {"kind": "small", "text": "Below"},
    ]


def test_what_stands_under_an_item_belongs_to_it() -> None:
    lines = laid(
        ("first", 2, "•"), ("more", 2, ""), ("second", 2, "•"), ("after", 0, ""), ("third", 2, "•")
    )
    assert blocks(lines) == [
        listed([p("first"), p("more")], [p("second")]),
        p("after"),
        listed([p("third")]),
    ]


def test_lists_stand_within_lists() -> None:
    lines = laid(
        ("question", 4, "1."),
        ("whom", 4, ""),
        ("answer", 8, "    [ ] "),
        ("→ then", 8, ""),
        ("other", 8, "    [ ] "),
        ("next", 4, "2."),
    )
    checks = listed([p("answer"), {"kind": "do", "text": "then"}], [p("other")], sort="checks")
    assert blocks(lines) == [listed([p("question"), p("whom"), checks], [p("next")], sort="ol")]


def test_a_numbered_list_goes_on_behind_a_heading() -> None:
    flow = Flow()
    lines = [*laid(("one", 4, "1.")), flow.paint("Title", "bold"), *laid(("two", 4, "2."))]
    first, _, second = blocks(lines)
    assert (first["start"], second["start"]) == (1, 2)


def test_an_address_on_a_line_of_its_own_is_a_link_and_words_around_one_are_words() -> None:
    assert blocks(["     https://example.org/a"]) == [
        {"kind": "link", "href": "https://example.org/a"}
    ]
    assert blocks(Flow().paragraph("https://example.org is it")) == [p("https://example.org is it")]


def words_of(found: list[Block]) -> list[str]:
    words = []
    for block in found:
        if block["kind"] == "list":
            words += [word for item in block["items"] for word in words_of(item)]
        else:
            words.append(block["text"] if "text" in block else block["href"])
    return words


BULLETS = st.sampled_from(["", "•", "  •", "   •", "1.", "2.", "    [ ] "])
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "P", "N"]), min_size=1)


@given(st.lists(st.tuples(TEXTS, st.integers(0, 8), BULLETS)))
def test_no_word_is_lost_and_their_order_stays(paragraphs: list[tuple[str, int, str]]) -> None:
    assert words_of(blocks(laid(*paragraphs))) == [text for text, _, _ in paragraphs]
