"""How a setting is read: from text, as a flag or a variable holds it, and from a file.

Each kind has ``read`` for text and ``check`` for what TOML gives; both give the same values, and
raise ValueError with a message that says what was expected.
"""

from __future__ import annotations

import os

from lifeline.reading.spelling import brief, not_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
"""What a variable says for a flag that is there, and for one that is not."""


class Text:
    """Text that is not empty."""

    expected = 'Expected text, such as "x".'

    def __init__(self, example: str = "") -> None:
        if example:
            self.expected = f'Expected text, such as "{example}".'

    def read(self, text: str) -> Any:
        """Read text."""
        return text

    def check(self, value: Any) -> Any:
        """Check what a file holds."""
        if isinstance(value, str) and value:
            return self.read(value)
        raise ValueError(f"{said(value)} is not text. {self.expected}")

    def placed(self, value: Any, folder: str) -> Any:  # noqa: ARG002  # others count from it
        """Give a value that a file in a folder holds as it counts from where one stands."""
        return value


class Place(Text):
    """A file or a folder; in a file it counts from there."""

    def placed(self, value: Any, folder: str) -> Any:
        """Give the path from where one stands."""
        return from_here(folder, value)


class SetName(Place):
    """The name of a set, or its folder."""

    def placed(self, value: Any, folder: str) -> Any:
        """Leave a name as it is."""
        is_name = os.path.basename(value) == value and value not in {".", ".."}
        return value if is_name else from_here(folder, value)


class Word(Text):
    """One of a few words, which name what the noun says."""

    def __init__(self, noun: str, *words: str) -> None:
        self.noun = noun
        self.words = words
        self.expected = f'Expected text, such as "{words[0]}".'

    def read(self, text: str) -> Any:
        """Read one of the words."""
        if text in self.words:
            return text
        raise ValueError(not_among(text, self.words, self.noun))


class Whole(Text):
    """A whole number from ``least`` to ``most``; with no ``most``, of at most nine digits."""

    def __init__(self, least: int, most: int | None = None, *, of: str = "") -> None:
        self.least = least
        self.most = most
        to = "upwards" if most is None else f"to {most}"
        self.expected = f"Expected a whole number{of and f' of {of}'} from {least} {to}."

    def read(self, text: str) -> Any:
        """Read a whole number."""
        if not (text.isascii() and text.isdigit() and len(text) <= len("999999999")):
            raise ValueError(f"'{brief(text)}' does not fit. {self.expected}")
        return self.check(int(text))

    def check(self, value: Any) -> Any:
        """Check that a number is whole, and within its bounds."""
        most = 999_999_999 if self.most is None else self.most
        if type(value) is int and self.least <= value <= most:
            return value
        raise ValueError(f"{said(value)} does not fit. {self.expected}")


class Switch(Text):
    """On or off."""

    expected = "Expected true or false."

    def read(self, text: str) -> Any:
        """Read a word for on or off."""
        word = text.lower()
        if word in ON or word in OFF:
            return word in ON
        raise ValueError(f"'{brief(text)}' does not fit. Expected 1 or 0, or true or false.")

    def check(self, value: Any) -> Any:
        """Check that it is true or false."""
        if isinstance(value, bool):
            return value
        raise ValueError(f"{said(value)} does not fit. {self.expected}")


class Day(Text):
    """A day."""

    def read(self, text: str) -> date:
        """Read a day such as 2026-11-22."""
        from datetime import date

        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"'{brief(text)}' is not a date such as 2026-11-22.") from None


def of_flag(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Give what reads a flag, as argparse calls it."""

    def called(text: str) -> Any:
        from argparse import ArgumentTypeError

        try:
            return read(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error).removesuffix(".")) from None

    return called


def from_here(folder: str, path: str) -> str:
    """Give a path that counts from a folder as it counts from where one stands."""
    whole = os.path.join(folder, path)
    return whole if os.path.isabs(path) else os.path.relpath(whole).replace(os.sep, "/")


def said(value: Any) -> str:
    """Say a value of a file as messages show it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return f"'{brief(value)}'" if isinstance(value, str) else brief(str(value))
