"""The plain data of a manual: everything that a compiled set holds, by rubric, as JSON shows it."""

from __future__ import annotations

from lifeline.model.words import CAUSES, CLOCKS, RUNGS
from lifeline.report.manual.answers import answers_of
from lifeline.report.manual.conditions import when_text
from lifeline.report.manual.retired import off_of, retired_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet

    Entry = dict[str, Any]

FORMAT = 1
KINDS = {"protections": "protection", "caps": "cap", "findings": "finding"}
"""The parts of a compiled set that read questions, in the order in which a manual tells them."""


def describe(compiled: CompiledSet) -> Entry:
    """Give the manual of a set as plain data."""
    describer = _Describer(compiled)
    return {
        **_head(compiled),
        "rubrics": [describer.rubric(id_) for id_ in compiled["texts"]["rubrics"]],
        "retired": retired_of(compiled["retired"], compiled["ids"]),
        "off": off_of(compiled["retired"]),
        "claims": describer.claims(),
        "sources": list(compiled["texts"]["sources"].values()),
    }


def _head(compiled: CompiledSet) -> Entry:
    return {
        "format": FORMAT,
        "set": compiled["set"],
        "version": compiled["version"],
        "title": compiled["texts"]["title"],
        "language": compiled["language"],
        "extends": dict(compiled["extends"]),
        "digests": dict(compiled["hashes"]),
        "gate": dict(compiled["deciding"]["gate"]),
    }


def only(manual: Entry, id_: str) -> Entry:
    """Give a manual's head with one entry, and what that rests on."""
    entry = next(entry for entry in entries_of(manual) if entry["id"] == id_)
    claims = [claim for claim in manual["claims"] if claim["id"] in entry["claims"]]
    sources = {claim["source"] for claim in claims}
    cited = [source for source in manual["sources"] if source["id"] in sources]
    parts = ("rubrics", "retired", "off", "claims", "sources")
    head = {key: value for key, value in manual.items() if key not in parts}
    return {**head, "entry": entry, "claims": claims, "sources": cited}


def entries_of(manual: Entry) -> list[Entry]:
    """Give every question, protection and rule of a manual, in its order."""
    parts = ("questions", "protections", "rules")
    return [entry for rubric in manual["rubrics"] for part in parts for entry in rubric[part]]


class _Describer:
    """Looks up the parts of one compiled set; each method gives one kind of entry."""

    def __init__(self, compiled: CompiledSet) -> None:
        self.compiled = compiled
        self.texts = compiled["texts"]
        self.deciding = compiled["deciding"]
        self.history = (self.texts["history"] or {"rules": {}})["rules"]
        parts: Any = self.deciding
        self.readers = [(kind, entry) for part, kind in KINDS.items() for entry in parts[part]]

    def rubric(self, id_: str) -> Entry:
        found = {entry["id"]: (kind, entry) for kind, entry in self.readers}
        own = [key for key in self.texts["reasons"] if key in found and _rubric(key) == id_]
        reasoned = [self._reasoned(*found[key]) for key in own]
        questions = enumerate(self.deciding["questions"])
        text = self.texts["rubrics"][id_]
        return {
            "id": id_,
            "title": text["title"],
            "about": text["about"],
            "score": self._score(id_, text["score"]),
            "questions": [self._question(n) for n, asked in questions if asked["rubric"] == id_],
            "protections": [entry for entry in reasoned if entry["kind"] == "protection"],
            "rules": [entry for entry in reasoned if entry["kind"] != "protection"],
        }

    def _score(self, rubric: str, name: str | None) -> Entry | None:
        for score in self.deciding["scores"]:
            if score["rubric"] == rubric:
                parts = [{"question": self._id(n), "weight": w} for n, w in score["parts"]]
                return {"name": name, "parts": parts}
        return None

    def _id(self, number: int) -> str:
        return self.compiled["ids"][number]

    def _question(self, number: int) -> Entry:
        question = self.deciding["questions"][number]
        text = self.texts["questions"][self.compiled["ids"][number]]
        readers = [(kind, entry) for kind, entry in self.readers if number in entry["reads"]]
        is_number = question["kind"] == "number"
        return {
            "kind": "question",
            "id": self.compiled["ids"][number],
            "ask": text["ask"],
            "why": text["why"],
            "ask_whom": text["ask_whom"],
            "takes": question["kind"],
            "unit": text["unit"],
            "least": question["least"] if is_number else None,
            "most": question["most"] if is_number else None,
            "answers": answers_of(number, question, text["labels"], readers, self.compiled["ids"]),
            "better": question["better"],
            "when": self._when(question["when"]) if question["when"] else None,
            "may_not_apply": question["may_not_apply"],
            "evidence": RUNGS[question["evidence"] - 1] if question["evidence"] else None,
            "fresh_for": question["fresh_for"],
            "changeable": text["changeable"],
            "read_by": [{"id": entry["id"], "kind": kind} for kind, entry in readers],
            "claims": text["claims"],
        }

    def _reasoned(self, kind: str, entry: Any) -> Entry:
        reason = self.texts["reasons"][entry["id"]]
        return {
            "kind": kind,
            "id": entry["id"],
            "when": self._when(entry["when"]),
            **self._effect(kind, entry),
            "because": reason["because"],
            "remedy": reason["remedy"],
            "claims": reason["claims"],
            "demanded_by": reason["demanded_by"],
            "history": self.history.get(entry["id"]),
        }

    def _effect(self, kind: str, entry: Any) -> Entry:
        if kind == "finding":
            return {"level": entry["level"]}
        if kind == "protection":
            return {"lifts": self._lifted(entry["id"])}
        protections = self.deciding["protections"]
        return {
            "clock": CLOCKS[entry["clock"]],
            "months": entry["months"],
            "cause": CAUSES[entry["cause"]],
            "lifted_by": [
                {"protection": protections[n]["id"], "months": to} for n, to in entry["lifts"]
            ],
        }

    def _lifted(self, protection: str) -> list[Entry]:
        """Give the caps that a protection lifts."""
        names = [entry["id"] for entry in self.deciding["protections"]]
        return [
            {"rule": cap["id"], "from": cap["months"], "months": to}
            for cap in self.deciding["caps"]
            for number, to in cap["lifts"]
            if names[number] == protection
        ]

    def _when(self, condition: Any) -> str:
        return when_text(condition, self.deciding["questions"])

    def claims(self) -> list[Entry]:
        """Give every claim, with the entries that cite it."""
        cited: dict[str, list[str]] = {}
        for texts in (self.texts["questions"], self.texts["reasons"]):
            for id_, text in texts.items():
                for claim in text["claims"]:
                    cited.setdefault(claim, []).append(id_)
        every = self.texts["claims"].values()
        return [{**claim, "cited_by": cited.get(claim["id"], [])} for claim in every]


def _rubric(id_: str) -> str:
    return id_.rpartition("/")[0]
