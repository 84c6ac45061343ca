"""GitHub's Markdown: what others wrote is made words and nothing else, whatever signs it holds."""

from __future__ import annotations

import re

from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPOKEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "@<!-- -->",  # no backslash keeps it from making a mention or an address
    "#": "#<!-- -->",  # nor this from making a reference to an issue, with a trace left there
    "$": "<span>$</span>",  # nor this from making a formula
}
_SIGNS = re.compile(
    r"(?P<spoken>[&<>@#$])"
    r"|(?P<mark>[\\`*_{}\[\]|~^])"
    r"|(?P<address>:(?=//)|(?<!:)/(?=/)|(?<=www)\.)"  # what makes a link without brackets
    r"|(?P<beginning>^[-+=:]|^\d+[.)](?=\s|\Z))",  # what makes a list, a line or a heading
    re.IGNORECASE,
)
_ISSUE = re.compile(r"\bGH(?=-\d)", re.IGNORECASE)
"""What makes a reference to an issue, too."""

_ADDRESS = re.compile(r"https?://[\x21-\x7e]+", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9/:?#@!'+,;=%.~&-]")
_NOT_IN_ANCHOR = re.compile(r"[^A-Za-z0-9-]")


def escaped(text: str) -> str:
    """Give a text on one line, every sign of which is shown as it is, in tables too."""
    return _parted(_SIGNS.sub(_written, " ".join(safe(text).split())))


def _parted(text: str) -> str:
    """Part what is a reference to an issue without any sign to escape."""
    return _ISSUE.sub(r"\g<0><!-- -->", text)


def _written(found: re.Match[str]) -> str:
    before, sign = found[0][:-1], found[0][-1]
    return SPOKEN.get(sign) or f"{before}\\{sign}"


def spoken(text: str) -> str:
    """Give a text on one line of HTML, where GitHub still looks for mentions and formulas."""
    words = " ".join(safe(text).split()).replace("##[", "## [")
    return _parted("".join(SPOKEN.get(sign, sign) for sign in words))


def anchor(*words: str) -> str:
    """Give a name to link to, another one for other words."""
    return ".".join(_NOT_IN_ANCHOR.sub(lambda sign: f"_{ord(sign[0]):x}_", word) for word in words)


def anchored(name: str) -> str:
    """Give the place that a link to a name leads to."""
    return f'<a id="{name}"></a>'


def link(shown: str, target: str) -> str:
    """Give a link; what it shows is Markdown, and its target an address or ``#`` and a name."""
    return f"[{shown}]({target})"


def address(text: str) -> str | None:
    """Give a web address as it can stand in a link; None for what is none, or leads elsewhere."""
    if not _ADDRESS.fullmatch(text):
        return None
    kept = _NOT_IN_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", text)
    return kept.replace("&", "&amp;")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Give the lines of a table; cells are Markdown on one line, in which no ``|`` stands bare."""
    ruled = ["---"] * len(heads)
    return [f"| {' | '.join(cells)} |" for cells in (heads, ruled, *rows)]
