"""On what a rule, protection or question rests: its reason, its claims in full, and history."""

from __future__ import annotations

from lifeline.model.words import PLACES
from lifeline.scoring.saying import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entry = dict[str, Any]

ANYTHING = dict(zip(PLACES, ("N months", "M months"), strict=True))
"""What stands at the named places in the texts of a rule that says nothing here."""


class Grounds:
    """Looks up the texts of a compiled set."""

    def __init__(self, texts: Entry) -> None:
        self.texts = texts
        self.history = (texts["history"] or {"rules": {}})["rules"]

    def reason(self, id_: str) -> Entry:
        """Give what a rule or protection says, what to do, and what it rests on."""
        reason = self.texts["reasons"][id_]
        return {
            "because": filled(reason["because"], ANYTHING),
            "remedy": filled(reason["remedy"], ANYTHING),
            **self.of(id_),
        }

    def of(self, id_: str) -> Entry:
        """Give what a rule or protection rests on: claims in their own words, and history."""
        reason = self.texts["reasons"][id_]
        return {
            "claims": self.claims(reason["claims"]),
            "demanded_by": reason["demanded_by"],
            "history": self.history.get(id_),
        }

    def claims(self, ids: list[str]) -> list[Entry]:
        """Give claims in full, each with its source."""
        claims, sources = self.texts["claims"], self.texts["sources"]
        return [{**claims[id_], "source": sources[claims[id_]["source"]]} for id_ in ids]
