"""Reads back what is written for people to look at, and holds it to showing words and no more."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it.token import Token

from tests.report.test_markdown import github

EMPTY = {"meta"}
ALLOWED = {"lang", "charset", "name", "content", "http-equiv", "scope", "class", "data-head"}


class Page(HTMLParser):
    """Reads a page; whatever is not a word or a known element is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= ALLOWED
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert "script" not in self.open
        if {"td", "th"} & {*self.open}:
            self.rows[-1][-1] += data


BLOCKS = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list"}
BLOCKS |= {"list_item"}
WORDS = {"text", "text_special", "strong_open", "strong_close"}
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
