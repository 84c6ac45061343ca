r"""Reads patterns of names as git does: ``*``, ``?``, ``[a-z]``, ``**`` between slashes, ``\``.

Each ``*`` takes as little as lets what follows it match, and never takes more afterwards: that
finds the same, and a pattern that means harm cannot keep us busy.
"""

from __future__ import annotations

import re

SPECIAL = "*?[\\"
"""What git takes for more than a sign that stands for itself."""

NOTHING = "(?!)"
CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": " \\t-\\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


class _Unfinished(Exception):
    """A pattern that ends too early; git lets it match nothing."""


def expression_of(pattern: str) -> str:
    """Give the regular expression that matches a whole name or path as a pattern does."""
    try:
        return _Translation(pattern).run()
    except _Unfinished:
        return NOTHING


class _Translation:
    """One pattern, read from left to right."""

    __slots__ = ("at", "first", "inner", "outer", "parts", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        found = re.search(r"[*?\[\\]", pattern)
        self.first = found.start() if found else len(pattern)
        """Where the first special sign is: git reads ``**`` there as if it stood after a slash."""
        self.parts: list[str] = []
        self.inner = self.outer = False
        """Whether the group of a ``*``, or of a ``**``, is open."""

    def run(self) -> str:
        while self.at < len(self.pattern):
            sign = self.pattern[self.at]
            if sign == "*":
                self._stars()
            elif sign == "?":
                self._single("[^/]")
            elif sign == "[":
                self.at += 1
                self.parts.append(self._set())
            else:
                self.parts.append(re.escape(self._literal()))
        self.parts.append(r"\Z")
        self._close(outer=True)
        return "".join(self.parts)

    def _single(self, expression: str) -> None:
        self.at += 1
        self.parts.append(expression)

    def _literal(self) -> str:
        """Read a sign, or the one behind a backslash."""
        if self.pattern[self.at] == "\\":
            self.at += 1
            if self.at == len(self.pattern):
                raise _Unfinished
        self.at += 1
        return self.pattern[self.at - 1]

    def _stars(self) -> None:
        start = self.at
        while self.pattern.startswith("*", self.at):
            self.at += 1
        follows = self.pattern[self.at :]
        is_between = start == self.first or self.pattern[start - 1] == "/"
        if self.at - start > 1 and is_between and follows.startswith(("/", "\\/")):
            self._open(r"(?>(?:[^/]*/)*?", outer=True)
            if follows[0] == "/":
                self.at += 1
            else:
                self.parts[-1] = r"(?>(?s:.)*?"
        elif self.at - start > 1 and is_between and not follows:
            self.parts.append(r"(?s:.)*")
        else:
            self._open(r"(?>[^/]*?")

    def _open(self, expression: str, *, outer: bool = False) -> None:
        self._close(outer=outer)
        self.parts.append(expression)
        if outer:
            self.outer = True
        else:
            self.inner = True

    def _close(self, *, outer: bool) -> None:
        """End the group of the last ``*``, and where asked that of the last ``**`` around it."""
        self.parts.append(")" * (self.inner + (self.outer and outer)))
        self.inner, self.outer = False, self.outer and not outer

    def _set(self) -> str:
        """Read ``[…]`` behind its bracket; a ``]`` that stands first is a sign of the set."""
        is_negated = self._skip("!^")
        inside, before = "", ""
        while True:
            part, before = self._member(before)
            inside += part
            if self._peek() == "]":
                break
        self.at += 1
        return f"(?!/)[{'^' if is_negated else ''}{inside}]"

    def _member(self, before: str) -> tuple[str, str]:
        """Read one sign, range or class; and give what a ``-`` behind it would begin with."""
        sign = self._peek()
        behind = self.pattern[self.at + 1 : self.at + 2]
        if sign == "-" and before and behind not in ("", "]"):
            self.at += 1
            last = self._literal()
            return (f"{re.escape(before)}-{re.escape(last)}" if before <= last else ""), ""
        if sign == "[" and behind == ":":
            return self._class()
        sign = self._literal()
        return re.escape(sign), sign

    def _class(self) -> tuple[str, str]:
        """Read ``[:alpha:]``; what does not end so is a bracket that stands for itself."""
        end = self.pattern.find("]", self.at + 2)
        if end < 0:
            raise _Unfinished
        name = self.pattern[self.at + 2 : end]
        if not name.endswith(":"):
            self.at += 1
            return r"\[", "["
        if name[:-1] not in CLASSES:
            raise _Unfinished
        self.at = end + 1
        return CLASSES[name[:-1]], ""

    def _peek(self) -> str:
        if self.at == len(self.pattern):
            raise _Unfinished
        return self.pattern[self.at]

    def _skip(self, signs: str) -> bool:
        """Pass over one of some signs, and say whether there was one."""
        is_there = self._peek() in signs
        self.at += is_there
        return is_there
