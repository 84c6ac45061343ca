"""The table of answers: what was asked and answered, what backs it, who says so, how old it is."""

from __future__ import annotations

import re
from datetime import date

from lifeline.model.words import STALE, UNBACKED
from lifeline.report.backing import backed_text
from lifeline.report.phrases import bare, count, day_text
from lifeline.scoring.saying import in_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.idea import Answer
    from lifeline.report.pages.beyond import Beyond

    Data = dict[str, Any]

NARROWED = re.compile(r" or |, ")
PERHAPS = "perhaps "
NOT_KNOWN = "not known"
ABSENT = "does not apply"
LINK = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)


def answer_tables(
    assessment: Assessment, compiled: CompiledSet, beyond: Beyond | None
) -> list[Data]:
    """Give a table for each rubric that is asked, with what is not known too.

    Args:
        assessment: with the answers as it tells them.
        compiled: the set, for its texts.
        beyond: what is known of the file besides; None where only the assessment is at hand.
    """
    table = _Table(assessment, compiled, beyond)
    rubrics = compiled["texts"]["rubrics"]
    found: dict[str, list[Data]] = {}
    asked = {*assessment["answers"], *assessment["open"]}
    for number, id_ in enumerate(compiled["ids"]):
        if id_ in asked:
            found.setdefault(id_.partition("/")[0], []).append(table.row(number, id_))
    return [{"title": rubrics[name]["title"], "rows": rows} for name, rows in found.items()]


class _Table:
    """Gives rows, question by question."""

    def __init__(
        self, assessment: Assessment, compiled: CompiledSet, beyond: Beyond | None
    ) -> None:
        self.found = assessment
        self.compiled = compiled
        self.beyond = beyond
        self.faults = {
            f["question"]: f["rule"]
            for f in assessment["findings"]
            if f["rule"] in (UNBACKED, STALE)
        }

    def row(self, number: int, id_: str) -> Data:
        question = self.compiled["deciding"]["questions"][number]
        text = self.compiled["texts"]["questions"][id_]
        said = self.found["answers"].get(id_)
        answer = self.beyond.idea.answers.get(number) if self.beyond else None
        return {
            "id": bare(id_),
            "ask": text["ask"],
            "said": NOT_KNOWN if said is None else in_unit(said, text["unit"]),
            "labels": [] if said is None else _labels(said, text["labels"]),
            "backed": "" if said is None else backed_text(question, self.faults.get(id_)),
            "is_weak": id_ in self.faults,
            **self._about(number, answer, is_known=said is not None),
        }

    def _about(self, number: int, answer: Answer | None, *, is_known: bool) -> Data:
        """Give what stands beside the answer in the file, as far as it is to be shown."""
        about: Data = {"items": [], "by": "", "note": [], "of": "", "age": ""}
        if self.beyond is None or answer is None:
            return about
        if self.beyond.shows("evidence"):
            about["items"] = [_item(item) for item in self.beyond.backing.get(number, ())]
            about["by"] = answer.by
        if self.beyond.shows("notes"):
            about["note"] = [line for line in answer.note.splitlines() if line.strip()]
        return about | (self._age(answer) if is_known else {})

    def _age(self, answer: Answer) -> Data:
        """Say of which day an answer is: of its newest evidence, else of the assessed day."""
        assert self.beyond is not None, "the answer is of its idea"
        shown = answer.evidence if self.beyond.shows("evidence") else []
        days = [day for _, day in shown if day]
        assessed = self.found["assessed"]
        newest = max(days, default=assessed and date.fromisoformat(assessed))
        if not newest:
            return {}
        age = (date.fromisoformat(self.found["as_of"]) - newest).days
        told = f"{count(age, 'day')} ago" if age > 0 else ""
        return {"of": day_text(newest.isoformat()), "age": told}


def _labels(said: str, labels: dict[str, str]) -> list[str]:
    """Give an answer in the set's words, where it names choices; each that it may be."""
    if said.startswith(ABSENT):
        return []
    words = NARROWED.split(said)
    names = [word.removeprefix(PERHAPS) for word in words]
    if not all(name in labels for name in names):
        return []
    return [
        f"{PERHAPS if word.startswith(PERHAPS) else ''}{labels[name]}"
        for word, name in zip(words, names, strict=True)
    ]


def _item(item: dict[str, str]) -> Data:
    """Give a piece of evidence: its words, its link where it leads somewhere, its day."""
    day = item.get("date", "")
    link = item.get("link", "")
    return {
        "words": [item[key] for key in ("says", "measurement") if item.get(key)],
        "link": link,
        "leads": is_web_address(link),
        "day": day,
    }


def is_web_address(text: str) -> bool:
    """Whether a text can be a link: an address on the web, and nothing else."""
    return LINK.fullmatch(text) is not None
