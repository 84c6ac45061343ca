"""What others wrote stays words in Markdown, whatever signs it holds."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lifeline.report.markdown import address, anchor, escaped, link, table
from lifeline.report.terminal import safe

SIGNS = st.sampled_from(
    [*"\\`*_{}[]()<>#+-.!|~^&:@$=/\"' \n\t1aZ", "www.", "http://", "&amp;", "é"]
)
HOSTILE = st.lists(SIGNS, max_size=20).map("".join) | st.text(max_size=40)


def github() -> MarkdownIt:
    """Give a reader of GitHub's Markdown, which makes links of bare addresses too."""
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False})  # GitHub takes no bare example.org for an address
    return reader


def shown(tokens: list[Token]) -> str:
    """Give the words that tokens show; anything but words is a fault."""
    text = ""
    for token in tokens:
        assert token.type in {"text", "text_special", "html_inline"}, token
        if token.type == "html_inline":
            assert token.content in {"<!-- -->", "<span>", "</span>"}
        else:
            text += token.content
    return text


def only_paragraph(text: str) -> list[Token]:
    """Give what the one paragraph of a text holds."""
    blocks = github().parse(text)
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    return blocks[1].children or []


@given(HOSTILE)
def test_a_text_of_its_own_is_one_paragraph_of_its_words(text: str) -> None:
    words = " ".join(safe(text).split())
    if words:
        assert shown(only_paragraph(escaped(text))) == words


@example("//1.1")
@given(HOSTILE)
def test_a_text_within_a_line_is_its_words(text: str) -> None:
    words = " ".join(safe(text).split())
    assert shown(only_paragraph(f"Here: {escaped(text)} there")) == f"Here: {words} there"


@given(HOSTILE, HOSTILE)
def test_cells_stay_in_their_columns(first: str, second: str) -> None:
    lines = table(("One", "Two"), [(escaped(first), escaped(second))])
    assert len(lines) == 3
    cells = [token for token in github().parse("\n".join(lines)) if token.type == "inline"]
    words = [" ".join(safe(text).split()) for text in ("One", "Two", first, second)]
    assert [shown(cell.children or []) for cell in cells] == words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>", "&lt;b&gt;"),
        ("a | b", "a \\| b"),
        ("[a](b)", "\\[a\\](b)"),
        ("- not a list", "\\- not a list"),
        ("a - b", "a - b"),
        ("1. not a list", "1\\. not a list"),
        ("2.5 times", "2.5 times"),
        ("12) not a list", "12\\) not a list"),
        ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"),
        ("@somebody", "@<!-- -->somebody"),
        ("from $5 to $7", "from <span>$</span>5 to <span>$</span>7"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_signs_are_written_so_that_they_do_nothing(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.lists(st.text(min_size=1)), st.lists(st.text(min_size=1)))
def test_other_words_have_another_anchor(some: list[str], others: list[str]) -> None:
    assert (anchor(*some) == anchor(*others)) == (some == others)


def test_an_anchor_of_ids_can_be_read() -> None:
    assert anchor("lifeline", "nothing-protects") == "lifeline.nothing-protects"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "//example.org", "", "https://a b", "data:text/html,x", "a\nb"]
)
def test_only_web_addresses_are_linked(text: str) -> None:
    assert address(text) is None


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1))
def test_an_address_leads_where_it_says(rest: str) -> None:
    text = f"https://example.org/{rest}"
    found = address(text)
    assert found is not None
    opened, _, closed = only_paragraph(link("here", found))
    assert (opened.type, closed.type) == ("link_open", "link_close")
    assert unquote(str(opened.attrs["href"])) == unquote(text)
