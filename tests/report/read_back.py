"""Reads back what is written for people to look at, and holds it to showing words and no more."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it.token import Token

from tests.report.test_markdown import github

EMPTY = {"meta"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5"}
PICTURE = {"svg", "g", "title", "desc", "line", "text", "rect", "path", "polygon", "polyline"}
PICTURE |= {"defs", "pattern", "circle", "tspan"}
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "header", "main", "nav", "footer"}
ELEMENTS |= {"section", "article", "div", "h1", "h2", "h3", "h4", "h5", "p", "span", "strong"}
ELEMENTS |= {"small", "bdi", "a", "ul", "ol", "li", "dl", "dt", "dd", "figure", "table", "caption"}
ELEMENTS |= {"figcaption", "details", "summary"}
ELEMENTS |= {"thead", "tbody", "tr", "th", "td", *PICTURE}
ALLOWED = {"lang", "dir", "charset", "name", "content", "http-equiv", "scope", "class", "id"}
ALLOWED |= {"data-head", "href", "rel", "start", "aria-hidden", "aria-label", "aria-labelledby"}
ALLOWED |= {"type"}
DRAWN = {"aria-describedby", "aria-labelledby", "role", "id", "xmlns", "direction", "d", "points"}
DRAWN |= {"width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "dx", "dy"}
DRAWN |= {"fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size"}
DRAWN |= {"font-weight", "font-family", "text-anchor", "transform", "overflow", "viewbox"}
DRAWN |= {"patternunits", "patterntransform", "fill-opacity", "stroke-opacity", "rx", "ry"}
DRAWN |= {"stroke-linecap", "stroke-linejoin", "preserveaspectratio", "dominant-baseline", "style"}
DRAWN |= {"font-variant-numeric", "text-rendering", "paint-order", "vector-effect"}
ADDRESS = re.compile(r"#[a-z0-9-]+|https?://[^\s<>\"']+")
OWN_REFERENCE = re.compile(r"url\((?!#)", re.IGNORECASE)


class Page(HTMLParser):
    """Reads a page; whatever is not a word or a known element is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        """The cells of the index, head first; none of a page about one idea."""
        self.titles: list[str] = []
        self.words = ""
        self.links: list[str] = []
        self.is_index = False
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        drawn = "svg" in {tag, *self.open}
        assert tag in (PICTURE if drawn else ELEMENTS), tag
        assert given.keys() <= (DRAWN if drawn else ALLOWED), given
        assert not any(OWN_REFERENCE.search(value or "") for value in given.values())
        if "href" in given:
            assert ADDRESS.fullmatch(given["href"] or ""), given
            self.links.append(given["href"] or "")
        if tag == "table":
            self.is_index = given.get("class") == "index"
        if tag == "tr" and self.is_index:
            self.rows.append([])
        if tag in {"td", "th"} and self.is_index:
            self.rows[-1].append("")
        if tag in HEADINGS:
            self.titles.append("")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "table":
            self.is_index = False

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        if "svg" not in self.open:
            self.words += data
            if self.is_index and {"td", "th"} & {*self.open}:
                self.rows[-1][-1] += data
        if HEADINGS & {*self.open}:
            self.titles[-1] += data


BLOCKS = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list"}
BLOCKS |= {"list_item"}
WORDS = {"softbreak", "text", "text_special", "strong_open", "strong_close"}
SIGNS = {"<br>", "<!-- -->", "<span>", "</span>"}
FOLDED = re.compile(r"<details><summary>([^<>]*)</summary>\n?|</details>\n?")


def check_markdown(text: str) -> None:
    """Check that Markdown, as GitHub reads it, shows words in our tables and lists, and no more."""
    for token in github().parse(text):
        if token.type == "html_block":
            bare = re.sub(r"<!-- -->|</?span>", "", token.content)
            assert FOLDED.fullmatch(bare), token.content
        elif token.type == "inline":
            for child in token.children or []:
                _check_words(child)
        else:
            assert token.type.removesuffix("_open").removesuffix("_close") in BLOCKS, token


def _check_words(token: Token) -> None:
    assert token.type in WORDS or token.content in SIGNS, token
