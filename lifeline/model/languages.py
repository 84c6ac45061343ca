"""What has to be known of a language to show its texts."""

from __future__ import annotations

FROM_RIGHT_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""


def runs_from_right(language: str) -> bool:
    """Whether a language, given by its code, is written from right to left."""
    return language.lower().partition("-")[0] in FROM_RIGHT_LANGUAGES
