"""What each published version of a set decided by, as it is kept beside the set."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from lifeline.model.condition import Wrong
from lifeline.model.fitting import judged
from lifeline.model.rubric import Entry
from lifeline.model.scalars import VERSION, Words, one_of


class Published(Entry):
    """One version; ``rules`` names the form of compiled sets of which ``deciding`` is a digest."""

    version: Annotated[str, StringConstraints(pattern=VERSION)]
    rules: Words
    deciding: Words


class VersionsFile(Entry):
    """The versions of a set, the oldest first; a version stands once for each form."""

    versions_format: Annotated[int, one_of(1)]
    versions: list[Published]

    @model_validator(mode="after")
    def _names_each_version_once(self) -> Self:
        seen: set[tuple[str, str]] = set()
        wrong = []
        for place, entry in enumerate(self.versions):
            if (entry.version, entry.rules) in seen:
                message = f"{entry.version} stands in this list already, with the same 'rules'."
                wrong.append(Wrong(("versions", place, "version"), message))
            seen.add((entry.version, entry.rules))
        return judged(self, wrong)
