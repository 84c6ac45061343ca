"""The first sentence of a text, for where the whole is too long."""

from __future__ import annotations

import re

FIRST_SENTENCE = re.compile(r".+?(?:[.?!\u061f](?=\s)|[\u3002\uff1f\uff01])", re.DOTALL)
"""Up to a full stop or a question mark, of whatever script."""


def first_sentence(text: str) -> str:
    """Give the first sentence of a text."""
    found = FIRST_SENTENCE.match(text)
    return found[0] if found else text
