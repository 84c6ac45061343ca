"""The texts of a set in another language, laid over those it was written with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from lifeline.model.rubric import Entry
from lifeline.model.scalars import LANGUAGE, Check, Words, one_of, refused

if TYPE_CHECKING:
    from lifeline.model.condition import Path

_DIGEST = r"^[0-9a-f]{8}$"


def _digest(value: str) -> str:
    if not re.fullmatch(_DIGEST, value):
        raise refused(
            "is not what 'lifeline rubric translate' writes here. Take this line out, then run it."
        )
    return value


Digest = Annotated[str, Check(_digest, {"pattern": _DIGEST})]

SECTIONS = ("rubrics", "questions", "reasons", "claims")
"""The keys of a file below which entries stand by their ids; ``set`` is an entry itself."""


class Translated(Entry):
    """The texts of one entry, and the digest of what they translate.

    Where the digest is that of other texts, the translation is stale and the source is shown; so
    it is where there is none.
    """

    of: Digest | None = None

    def texts(self) -> dict[Path, str]:
        """Give what is translated, by where it stands in the entry."""
        found: dict[Path, str] = {}
        for key, text in self.model_dump(exclude={"of"}, exclude_none=True, by_alias=True).items():
            if isinstance(text, dict):
                found |= {(key, inner): words for inner, words in text.items()}
            else:
                found[(key,)] = text
        return found


class SetText(Translated):
    """The title of the set."""

    title: Words | None = None


class RubricText(Translated):
    """What stands at the top of a rubric."""

    title: Words | None = None
    about: Words | None = None
    score: Words | None = None


class QuestionText(Translated):
    """A question; its choices by their ids."""

    ask: Words | None = None
    why: Words | None = None
    ask_whom: Words | None = None
    choices: dict[str, Words] | None = None


class ReasonText(Translated):
    """What a protection or rule says."""

    because: Words | None = None
    remedy: Words | None = None


class ClaimText(Translated):
    """What a claim says, and the note on what became of it."""

    says: Words | None = None
    note: Words | None = None


class TextFile(Entry):
    """A file ``text/LANG.yaml``."""

    text_format: Annotated[int, one_of(1)]
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)]
    set: SetText | None = None
    rubrics: dict[str, RubricText] = Field(default_factory=dict)
    questions: dict[str, QuestionText] = Field(default_factory=dict)
    reasons: dict[str, ReasonText] = Field(default_factory=dict)
    claims: dict[str, ClaimText] = Field(default_factory=dict)

    def entries(self) -> dict[Path, Translated]:
        """Give every entry by where it stands in the file, section after section."""
        found: dict[Path, Translated] = {("set",): self.set} if self.set else {}
        for section in SECTIONS:
            for id_, entry in getattr(self, section).items():
                found[section, id_] = entry
        return found
