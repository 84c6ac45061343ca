"""The texts of a set in another language, laid over those it was written with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from lifeline.model.rubric import Entry
from lifeline.model.scalars import LANGUAGE, Words, one_of

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]


class Translated(Entry):
    """The texts of one entry, and the digest of what they translate.

    Where the digest is that of other texts, the translation is stale and the source is shown; so
    it is where there is none.
    """

    of: Digest | None = None

    def texts(self) -> dict[str, str | dict[str, str]]:
        """Give what is translated, by key."""
        return self.model_dump(exclude={"of"}, exclude_none=True)


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
