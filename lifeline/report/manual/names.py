"""How the ids of a set are shown, and where its entries are found."""

from __future__ import annotations

import re
from collections import Counter

from lifeline.report.manual.describing import entries_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Entry = dict[str, Any]

_ID = re.compile(r"`([^`]+)`")


class Names:
    """The ids of one manual, each shown as short as it can be without being taken for another."""

    def __init__(self, manual: Entry) -> None:
        every = entries_of(manual)
        self.entries = {entry["id"] for entry in every}
        self.questions = {_bare(e["id"]): e["id"] for e in every if e["kind"] == "question"}
        self.rules = Counter(_bare(e["id"]) for e in every if e["kind"] != "question")

    def full(self, id_: str) -> str:
        """Give the full id of what conditions name by the bare one."""
        return str(self.questions.get(id_, id_))

    def shown(self, id_: str) -> str:
        """Give an id as an idea file, or a rule of the set, would write it."""
        is_question = self.questions.get(_bare(id_)) == id_
        return _bare(id_) if is_question or self.rules[_bare(id_)] == 1 else id_

    def replaced(self, own: str, show: Callable[[str], str]) -> str:
        """Give a sentence of the program's own in which each id is shown in some way."""
        return _ID.sub(lambda found: show(found[1]), own)


def _bare(id_: str) -> str:
    return id_.rpartition("/")[2]
