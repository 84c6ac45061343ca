"""Text that runs from the right stands by itself, and moves nothing beside it."""

from __future__ import annotations

import io
import os

import pytest

from lifeline.report.terminal import END, FROM_FIRST, FROM_RIGHT, SIGNS, Terminal
from lifeline.report.wrapping import columns
from tests.hostile.inert import check_inert

ARABIC = "تستطيع شركة كبرى أن تضع خاصية جديدة أمام مستخدميك في يوم واحد. "
HEBREW = "חברה גדולה יכולה להציג את אותה תכונה למשתמשים שלך ביום אחד. "
PERSIAN = "می\u200cتواند این قابلیت را در یک روز عرضه کند. "
BIDI = (*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f")


def paragraph(text: str, indent: int = 0, bullet: str = "", encoding: str = "utf-8") -> list[str]:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return Terminal(stream).paragraph(text, indent, bullet)


def bare(line: str) -> str:
    return line.replace(FROM_RIGHT, "").replace(FROM_FIRST, "").replace(END, "")


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN])
def test_each_line_from_the_right_is_isolated_behind_its_indent(text: str) -> None:
    lines = paragraph(text * 3, 11, "3 to 6")
    assert len(lines) > 1
    assert lines[0].startswith(f"3 to 6     {FROM_RIGHT}")
    for line in lines[1:]:
        assert line.startswith(" " * 11 + FROM_RIGHT)
    for line in lines:
        assert line.endswith(END)
        assert line.count(FROM_RIGHT) == line.count(END) == 1


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN, f"Answer entry next: {ARABIC}"])
def test_the_signs_take_no_columns(text: str) -> None:
    lines = paragraph(text * 4, 2, "•")
    assert max(columns(bare(line)) for line in lines) <= 80
    assert " ".join(map(str.strip, map(bare, lines))).split() == ["•", *(text * 4).split()]


@pytest.mark.parametrize(
    "text", ["Plain words.", "Größe, naïve — “quoted”…", "一家大公司可以做到。", "︵", "１２"]
)
def test_other_scripts_are_not_isolated(text: str) -> None:
    assert paragraph(text, 2, "•") == [f"• {text}"]


def test_a_few_words_from_the_right_are_isolated_as_their_line_begins() -> None:
    assert paragraph(f"The product {ARABIC[:6]} is judged by") == [
        f"{FROM_FIRST}The product {ARABIC[:6]} is judged by{END}"
    ]


def test_a_line_without_such_letters_stays_as_it_is() -> None:
    first, second = paragraph(f"{ARABIC[:6]} {'word ' * 20}")
    assert first.startswith(FROM_FIRST)
    assert second == bare(second)


def test_the_arrow_stays_on_the_left() -> None:
    arrow = SIGNS["to"]
    first, *_ = paragraph(f"{arrow} {ARABIC}", 4)
    assert first.startswith(f"    {arrow} {FROM_RIGHT}")


@pytest.mark.parametrize("encoding", ["cp1256", "ascii"])
def test_what_a_stream_cannot_encode_is_not_written(encoding: str) -> None:
    assert "".join(paragraph(ARABIC, encoding=encoding)) == ARABIC.strip()


@pytest.mark.parametrize("sign", BIDI)
def test_a_text_cannot_end_its_isolation(sign: str) -> None:
    text = f"{sign}{ARABIC[:10]}{sign} {ARABIC[:10]}{sign}"
    (line,) = paragraph(text)
    assert not set(bare(line)) & set(BIDI)
    assert line == f"{FROM_RIGHT}{bare(line)}{END}"
    check_inert(line)


def test_colours_stand_around_the_isolation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    terminal = Terminal(stream)
    (line,) = terminal.paragraph(ARABIC[:10])
    assert terminal.paint(line, "bold") == f"\x1b[1m{line}\x1b[0m"
