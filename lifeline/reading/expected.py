"""What a test vector expects, as plain data with full ids, checked against the compiled set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeline.model.vectors import NONE
from lifeline.reading.spelling import not_among

if TYPE_CHECKING:
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.condition import Path
    from lifeline.model.vectors import Expect, Sure
    from lifeline.reading.validation import Source

LISTS = ("caps", "protections", "findings")
"""What is expected as two lists of ids: what is certain and what is possible."""

NOUNS = {
    "caps": "a rule with a cap",
    "protections": "a protection",
    "findings": "a rule with a finding",
    "open": "a question",
    "deciding": "a question",
}
SIMPLE = ("verdict", "certain", "exact")
SPANS = ("months", "advantage", "necessity")
ENDS = ("ends", "cause")


class Ids:
    """The ids that a vector may name: ``RUBRIC/ID``, or ``ID`` where one rubric alone has it."""

    def __init__(self, compiled: CompiledSet) -> None:
        deciding = compiled["deciding"]
        self.known = {
            "caps": [cap["id"] for cap in deciding["caps"]],
            "protections": [each["id"] for each in deciding["protections"]],
            "findings": [each["id"] for each in deciding["findings"]],
            "open": compiled["ids"],
            "deciding": compiled["ids"],
        }
        self.scores = [score["rubric"] for score in deciding["scores"]]

    def short(self, kind: str, full: str) -> str:
        """Give the shortest form of an id that means it."""
        id_ = full.rpartition("/")[2]
        return id_ if self.full(kind, id_)[0] == full else full

    def full(self, kind: str, id_: str) -> tuple[str, str]:
        """Give an id with its rubric, or what is wrong with it."""
        known = self.known[kind]
        if id_ in known:
            return id_, ""
        meant = [each for each in known if each.rpartition("/")[2] == id_]
        if len(meant) == 1:
            return meant[0], ""
        if meant:
            return "", f"'{id_}' is in several rubrics. Expected one of: {', '.join(meant)}."
        words = known if "/" in id_ else [each.rpartition("/")[2] for each in known]
        return "", not_among(id_, words, f"{NOUNS[kind]} of this set")


def read_expected(expect: Expect, source: Source, path: Path, ids: Ids) -> dict[str, Any]:
    """Give what is compared, by name (``months``, ``caps.certain``), in the order of the format.

    Ranges are ``[low, high]``; what shall not be there is None. An id that
    is not known is recorded in the source.
    """
    reader = _Reader(source, path, ids)
    found: dict[str, Any] = {}
    for name in type(expect).model_fields:
        value = getattr(expect, name)
        if value is None:
            continue
        if name in SPANS:
            found[name] = list(value)
        elif name in SIMPLE:
            found[name] = value
        elif name in ENDS:
            found[name] = None if value == NONE else value
        elif name in LISTS:
            found.update(reader.sure(name, value))
        elif name == "scores":
            found.update(reader.scores(value))
        elif name == "open":
            found[name] = reader.ids(name, value, (name,), set())
        else:
            found[name] = None if value == NONE else reader.id(name, value, (name,))
    return found


class _Reader:
    """Turns what is named into full ids, and reports what is not known."""

    def __init__(self, source: Source, path: Path, ids: Ids) -> None:
        self.source = source
        self.path = path
        self.known = ids

    def id(self, kind: str, id_: str, steps: Path) -> str:
        full, problem = self.known.full(kind, id_)
        if problem:
            self.source.add((*self.path, *steps), problem)
        return full

    def ids(self, kind: str, named: list[str], steps: Path, taken: set[str]) -> list[str]:
        """Give full ids; one that was taken before is reported."""
        found = []
        for place, id_ in enumerate(named):
            full = self.id(kind, id_, (*steps, place))
            if full in taken:
                message = f"'{full}' is expected twice here. Keep one of the two."
                self.source.add((*self.path, *steps, place), message)
            taken |= {full} if full else set()
            found.append(full)
        return found

    def sure(self, kind: str, sure: Sure) -> dict[str, list[str]]:
        lists, taken = {"certain": sure.certain, "possible": sure.possible}, set[str]()
        return {
            f"{kind}.{status}": self.ids(kind, named, (kind, status), taken)
            for status, named in lists.items()
            if named is not None
        }

    def scores(self, scores: dict[str, tuple[float, float] | None]) -> dict[str, Any]:
        for rubric in scores.keys() - self.known.scores:
            message = not_among(rubric, self.known.scores, "a rubric with a score")
            self.source.add((*self.path, "scores", rubric), message)
        return {
            f"scores.{rubric}": list(span) if span is not None else None
            for rubric, span in scores.items()
        }
