"""In which language, and from which side, a text is read: for screen readers and for its setting.

A page is in the language of its set's texts, and beside them stand words of the program, which are
English. Where the two have other letters, the letters tell which is which.
"""

from __future__ import annotations

from lifeline.model.languages import runs_from_right
from lifeline.report.pages.isolating import runs_mostly_from_right

OWN = "en"
"""The language of the program's own words."""

OTHER_LETTERS = {"ja", "ko", "zh", "ru", "uk", "el", "hi", "th", "ar", "fa", "he", "ur"}
"""Languages of which nobody takes a word for English, as their letters are others."""

SHARE = 4
"""A text of which one letter in so many is not Latin is one of the set, with English ids in it."""


class Tongue:
    """Knows the language of a page."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.from_right = runs_from_right(language)
        self.is_mixed = language.lower().partition("-")[0] in OTHER_LETTERS

    @property
    def direction(self) -> str:
        """The side from which the page is read."""
        return "rtl" if self.from_right else "ltr"

    def of(self, text: str) -> str:
        """Give the attributes of an element that holds a text, where it is not as the page is."""
        if text.isascii() and not self.is_mixed and not self.from_right:
            return ""  # most texts of most pages
        lang = f' lang="{OWN}"' if self.is_mixed and not _has_other_letters(text) else ""
        direction = "rtl" if runs_mostly_from_right(text) else "ltr"
        return lang if direction == self.direction else f'{lang} dir="{direction}"'


def _has_other_letters(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return SHARE * sum(sign > "\u024f" for sign in letters) >= len(letters) > 0
