"""The rules that results of SARIF name: what each says, why, and what to do about it."""

from __future__ import annotations

from lifeline.insight.grounds import ANYTHING
from lifeline.model import words
from lifeline.model.words import CAUSES, CLOCKS
from lifeline.report.formats.concerns import ERROR, INVALID_FILE, NOTE, WARNING
from lifeline.report.markdown import escaped
from lifeline.report.terminal import safe
from lifeline.scoring.saying import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.compiled import CompiledSet

    Data = dict[str, Any]

OWN = {
    INVALID_FILE: "The idea file cannot be judged before this is mended.",
    words.UNBACKED: "This answer rests on too little evidence.",
    words.STALE: "This answer, or the evidence for it, is old.",
    words.UNKNOWN_CAPABILITY: "The record of the market does not know this capability.",
    words.SUGGESTS: "The record of the market suggests another answer.",
    words.ROSIER: "This answer is rosier than the record of the market.",
    words.SINCE: "Something happened on the market after the assessed day.",
    words.RECORD_ENDS: "The record of the market ends before the day one looks from.",
    words.OUT_OF_DATE: "The conclusion is older than the set gives it.",
    words.AHEAD: "The answers describe a day after the one one looks from.",
    words.RENAMED: "This is written in the words of an earlier version of the set.",
    words.RETIRED: "This counts no more, as the set retired it.",
    words.OLDER: "The file was written for an older version of the set.",
    words.NEWER: "The file was written for a newer version of the set.",
    words.OTHER: "The file, or some of it, was written for another set.",
    words.EXPIRED: "This waiver is over.",
    words.UNUSED: "This waiver has nothing to waive.",
    words.UNKNOWN: "This waiver names nothing that the set knows.",
    "gate/months": "The idea has to last so many months.",
    "gate/score": "The score of a rubric has to be so high.",
    "gate/open": "So many questions may be open.",
    "gate/age": "So many days may have passed since the idea was assessed.",
}
"""What the program's own rules are about."""

SOME = "What lifeline itself remarks on a file, beside the rules of the set."
"""The same for what has no line above."""

LOOK_UP = "Each result says what to do. More: lifeline explain FILE"

LEVELS = {"blocker": ERROR, "warning": WARNING, "note": NOTE}


class Rules:
    """The rules that were used, in the order of their first use."""

    def __init__(self, compiled: CompiledSet) -> None:
        deciding, texts = compiled["deciding"], compiled["texts"]
        self.descriptors: list[Data] = []
        self.reasons = texts["reasons"]
        self.claims = texts["claims"]
        self.caps = {cap["id"]: cap for cap in deciding["caps"]}
        self.findings = {finding["id"]: finding for finding in deciding["findings"]}
        self._places: dict[str, int] = {}

    def index_of(self, rule: str) -> int:
        """Give the place of a rule among those that were used."""
        if rule not in self._places:
            self._places[rule] = len(self.descriptors)
            self.descriptors.append(self._descriptor(rule))
        return self._places[rule]

    def _descriptor(self, rule: str) -> Data:
        about, remedy, claims = self._texts(rule)
        return {
            "id": rule,
            "name": "".join(map(str.capitalize, rule.replace("/", "-").split("-"))),
            "shortDescription": {"text": _first_sentence(about)},
            "fullDescription": {"text": about},
            "help": {
                "text": "\n\n".join([about, remedy, *claims]),
                "markdown": "\n\n".join([escaped(about), f"**What to do:** {escaped(remedy)}"])
                + "".join(f"\n\n> {escaped(claim)}" for claim in claims),
            },
            "defaultConfiguration": {"level": self._level(rule)},
            "properties": {"tags": ["lifeline", *self._tags(rule)]},
        }

    def _texts(self, rule: str) -> tuple[str, str, list[str]]:
        """Say what a rule is about, what to do, and what it rests on."""
        reason = self.reasons.get(rule)
        if reason is None:
            base = "/".join(rule.split("/")[:2])
            return OWN.get(base, SOME), LOOK_UP, []
        because = safe(filled(reason["because"], ANYTHING))
        remedy = safe(filled(reason["remedy"], ANYTHING))
        return because, remedy, [safe(self._claim(id_)) for id_ in reason["claims"]]

    def _claim(self, id_: str) -> str:
        claim = self.claims.get(id_)
        return f"{id_}: {claim['says']}" if claim else id_

    def _level(self, rule: str) -> str:
        if rule in self.findings:
            return LEVELS[self.findings[rule]["level"]]
        return ERROR if rule == INVALID_FILE else WARNING if rule in self.caps else NOTE

    def _tags(self, rule: str) -> list[str]:
        cap = self.caps.get(rule)
        return [CLOCKS[cap["clock"]], CAUSES[cap["cause"]]] if cap else []


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]
