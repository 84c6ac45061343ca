"""Texts that try to break out of what they are shown in; each has a harmless twin of its shape."""

from __future__ import annotations

import re
import unicodedata

MOST = 80
"""Signs of an attack, so that two of them and a token fit into a text of one line."""

TABLE = {
    "terminal": {
        "csi": "\x1b[2J\x1b[31mred\x1b[1;1H",
        "osc-title": "\x1b]0;owned\x07",
        "osc-link": "\x1b]8;;//e.vil\x1b\\x\x1b]8;;\x07",
        "osc-clipboard": "\x1b]52;c;ZXZpbA==\x07",
        "dcs-and-charset": "\x1bP1$r\x1b\\\x1b(0\x0e\x1bc",
        "c1": "\x9b2J\x9d0;owned\x9c\x90x\x9c",
        "del-bell-backspace": "a\x7f\x7fb\x07c\x08\x08\x08d",
        "carriage-return": "fail\rpass\r\nmore",
        "nul-and-tab": "a\x00b\tc\x0b\x0cd",
    },
    "unicode": {
        "bidi-override": "a\u202egnp.exe\u202d b",
        "bidi-isolate": "\u2067\u0645\u202e\u0645\u2069\u2069\u2066 a\u2068b",
        "bidi-marks": "\u0627\u200e\u200f\u061c\u0644 latin",
        "zero-width": "pa\u200bss\u2060 \ufeffx\u00ady\u180ez",
        "not-characters": "a\ufffeb\uffffc\U0001fffe\U000e0041d",
        "line-separators": "a\u2028b\u2029c\x85d\x1ce",
        "combining": "Z\u0351\u036b\u0343\u036a\u0342 \u0e01\u0e33 \u1100\u1161",
        "wide": "\uff1cscript\uff1e \uff1d1\uff0b1 \u5927\u5c0f",
        "long-word": "W" * MOST,
        "emoji": "\U0001f9d1\u200d\U0001f680\U0001f1e9\U0001f1ea\ufe0f",
    },
    "markup": {
        "rich": "[bold red]a[/] [link=https://evil.example]b[/link] [/",
        "textual": "[@click=app.quit]x[/] [$error on red]y[/] \\[z] :smile:",
        "places": "%s %(x)s ${HOME} {{ 7*7 }} {% raw %} {# x #}",
    },
    "html": {
        "script": "<script>alert(1)</script>",
        "end-of-style": "</style></title></textarea><script>alert(2)</script>",
        "end-of-script": "</script><script>alert(3)</script><!--<script>",
        "end-of-script-left-open": "</script x <!--<script x",
        "image": "<img src=x onerror=alert(4)><svg/onload=alert(5)>",
        "attribute": "\" autofocus onfocus=alert(6) x='y' onmouseover=`alert(7)`",
        "single-quote": "' onclick='alert(8)' x='",
        "comment": "--><b>x</b><!-- --!> <![CDATA[",
        "elements": "</bdi></p></td></table></body><iframe src=//evil.example>",
        "entities": "&lt;b&gt; &#x3c;i&#62; &amp;lt; &copy &#0;",
        "form": "<base href=//evil.example><form action=//evil.example><input name=x>",
        "meta": '<meta http-equiv=refresh content="0;url=//evil.example">',
    },
    "link": {
        "javascript": "javascript:alert(9)//",
        "javascript-split": "java\tscript:alert(10) JaVaScRiPt:alert(11)",
        "data": "data:text/html,<script>alert(12)</script>",
        "vbscript": "vbscript:msgbox(1) file:///etc/passwd",
        "bare": "https://evil.example/x?a=1&b=2 www.evil.example a@evil.example",
    },
    "markdown": {
        "inline": "**b** _i_ ~~s~~ `c` $x$ \\",
        "link": "[a](https://evil.example) ![b](//evil.example/x.png)",
        "references": "[a]: https://evil.example [a][a] [^1] [^1]: note",
        "autolinks": "<https://evil.example> <a@evil.example>",
        "mention": "@octocat #1 org/repo#2 GH-3 :tada:",
        "heading": "# big",
        "list": "- [x] one",
        "numbers": "1) one",
        "quote": "> quoted",
        "rule": "--- *** ===",
        "table": "| a | b |\n|---|---|\n| c | d |",
        "fence": "```\nfence\n~~~",
        "html": "<details><summary>x</summary></details>\n\n<b>",
        "pipes": "a|b\\|c \\\\|d",
        "backslash": "\\",
        "line-ends": "a  \nb\\\nc",
    },
    "xml": {
        "cdata": "]]> <![CDATA[ x ]]>",
        "entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
        "instruction": "<?xml version='1.0'?> <?php x ?>",
        "element": '"/><testcase name="pwned"/><failure message="x">',
        "attribute-break": "a\"b'c\n\td",
    },
    "csv": {
        "equals": '=HYPERLINK("https://evil.example","x")',
        "plus": "+1+cmd|' /C calc'!A0",
        "minus": "-2+3",
        "at": "@SUM(A1:A9)",
        "tab": "\t=1+1",
        "return": "\r=1+1",
        "separators": 'a,"b";c\td\n=1+1',
        "wide-equals": "\uff1d1+1",
    },
    "workflow": {
        "command": "::error file=x::owned",
        "command-on-a-line": "a\n::add-mask::x\n  ::stop-commands::y",
        "percent": "%0A::error::x%0D%25 50%",
        "old-command": "##[group]x ###[add-path]y",
        "properties": "a,line=1::b,title=c:d",
        "other-line-ends": "a\u2028::error::x\x85::error::y\x0b::error::z",
    },
    "svg": {
        "script": "</title><script>alert(13)</script>",
        "foreign": "</text><foreignObject><iframe src=//evil.example></foreignObject>",
        "href": '"><a xlink:href="javascript:alert(14)"><image href=//evil.example>',
        "style": '" style="x:url(//evil.example)" } * { background: url(//evil.example)',
    },
    "json": {
        "quote": '", "verdict": "pass", "x": "\\',
        "script": '</script><!--<script>"\\u003c',
        "escapes": "\\u0022 \\n \\x41 \\ud800",
        "proto": "__proto__ constructor toString",
    },
    "yaml": {
        "key": "a: b\nassessed: 2000-01-01\n- c",
        "comment": "a #b\n# c\nwaivers: {}",
        "marks": "---\t...%YAML 1.1 !!python/object:os.system &a *a",
        "words": "yes",
        "block": "| >- \"a 'b",
    },
}
"""The families of attacks, by what they were made for; all of them are tried in every format."""

ATTACKS = {
    f"{family}-{name}": text for family, attacks in TABLE.items() for name, text in attacks.items()
}

_JOINERS = "\u200c\u200d"
_SIGNS = re.compile(r"[\W_x]+")
_DIGEST = re.compile(r"\b[0-9a-f]{7,64}\b")
_NAMED = re.compile(r"the\s+\d+\w\w\s+sign\s+of\s+what\s+stands\s+here\s+is\s+[\w\s+-]*")
"""A sign of an attack that is told by its name."""


def twin_of(text: str) -> str:
    """Give a text of the same width, of which only letters and digits are left.

    What is invisible is a space, so that lines break at the same places, but for the ends, where
    readers would take it away; lines end where they did.
    """
    text = "\n".join(text.splitlines())
    masked = [_mask(sign) for sign in text]
    for end in (0, -1):
        if not text[end].isspace():
            masked[end] = masked[end].replace(" ", "x")
    return "".join(masked)


def on_one_line(text: str) -> str:
    """Give a text as it can stand where one line is expected."""
    return " ".join(text.splitlines())


def likened(text: str) -> str:
    """Give the letters and digits of a text but ``x``: what it has in common with its twin.

    Digests of what was read are left out, as they have nothing in common, and what is told of signs
    that only an attack has.
    """
    return _SIGNS.sub("", _NAMED.sub("", _DIGEST.sub("", text).casefold()))


def _is_harmless(sign: str) -> bool:
    return sign.isalnum() or sign in _JOINERS or unicodedata.category(sign)[0] == "M"


def _mask(sign: str) -> str:
    if sign == "\n" or _is_harmless(sign):
        return sign
    return "x" if sign.isprintable() and not sign.isspace() else " "
