"""Explains an assessment: each month taken away or given back, down to the claim that says so."""

from __future__ import annotations

from datetime import date

from lifeline.insight.asking import question_entry
from lifeline.insight.grounds import Grounds
from lifeline.insight.recorded import what_the_record_has
from lifeline.insight.subjects import read_by, subject_of
from lifeline.insight.trying import hidden
from lifeline.model.words import FULL
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Cap, Finding
    from lifeline.model.compiled import CompiledSet
    from lifeline.model.compiled_market import CompiledMarket
    from lifeline.model.idea import Idea

    Entry = dict[str, Any]

FORMAT = 1


def explain(  # noqa: PLR0913  # what was assessed, and how
    compiled: CompiledSet,
    idea: Idea,
    assessment: Assessment,
    subject: str = "",
    *,
    strict: bool = False,
    market: CompiledMarket | None = None,
) -> dict[str, Any]:
    """Explain a whole assessment, or one rule, protection or question of it.

    Args:
        compiled: the set that the idea was assessed by.
        idea: the idea, to try other answers to a question.
        assessment: what is explained; of a file that could be read.
        subject: an id, with or without its rubric; "" for everything that takes or gives months.
        strict: whether the assessment is.
        market: the record of the market that it was assessed with.

    Raises:
        UsageError: when the set has no such id.
    """
    assessor = Assessor(compiled, market)
    kind, id_ = subject_of(compiled, subject) if subject else ("", "")
    if kind == "question":
        entries = [_question(assessor, idea, assessment, id_, strict=strict)]
    else:
        as_of = date.fromisoformat(assessment["as_of"])
        explainer = _Explainer(compiled, assessment, hidden(assessor, idea, as_of, strict=strict))
        entries = explainer.about(kind, id_) if kind else explainer.everything()
    return {
        "format": FORMAT,
        **{key: assessment[key] for key in ("path", "id", "idea", "assessed", "as_of")},
        "set": {"id": compiled["set"], "version": compiled["version"]},
        "subject": id_ or None,
        "lifeline": assessment["lifeline"],
        "entries": entries,
    }


def cap_entries(compiled: CompiledSet, assessment: Assessment) -> list[Entry]:
    """Explain every cap that fires, least months first."""
    explainer = _Explainer(compiled, assessment, frozenset())
    return [explainer.cap(cap) for cap in assessment["caps"]]


def _question(
    assessor: Assessor, idea: Idea, assessment: Assessment, id_: str, *, strict: bool
) -> Entry:
    """Explain a question, whether or not it is asked here."""
    as_of = date.fromisoformat(assessment["as_of"])
    record = what_the_record_has(assessor.compiled, idea, as_of, id_, assessor.market)
    return {**question_entry(assessor, idea, assessment, id_, strict=strict), "record": record}


class _Explainer:
    """Knows one assessment and the texts of its set; each method gives an entry.

    ``hidden`` are the questions that are not asked: an answer that is saved there does not count.
    """

    def __init__(
        self, compiled: CompiledSet, assessment: Assessment, hidden: frozenset[str]
    ) -> None:
        self.compiled = compiled
        self.assessment = assessment
        self.hidden = hidden
        self.grounds = Grounds(compiled["texts"])
        self.caps = {cap["rule"]: cap for cap in assessment["caps"]}
        self.findings = {finding["rule"]: finding for finding in assessment["findings"]}

    def everything(self) -> list[Entry]:
        """Explain every cap that fires, least months first, then every finding of a rule."""
        caps = [self.cap(cap) for cap in self.caps.values()]
        told = self.grounds.texts["reasons"]
        return caps + [self.finding(f) for f in self.findings.values() if f["rule"] in told]

    def about(self, kind: str, id_: str) -> list[Entry]:
        """Explain a rule or protection, whether or not it says anything about this idea."""
        if id_ in self.caps:
            return [self.cap(self.caps[id_])]
        if id_ in self.findings:
            return [self.finding(self.findings[id_])]
        return [self.silent(kind, id_)]

    def cap(self, cap: Cap) -> Entry:
        """Explain a cap that fires: what it takes, and what is given back."""
        return {
            "kind": "cap",
            "id": cap["rule"],
            "clock": cap["clock"],
            "cause": cap["cause"],
            "status": cap["status"],
            "takes": FULL - cap["months"],
            "gives_back": [
                {
                    "protection": lift["protection"],
                    "months": lift["months"] - cap["months"],
                    "status": lift["status"],
                    "because": lift["because"],
                    **self.grounds.of(lift["protection"]),
                }
                for lift in cap["lifted_by"]
            ],
            "months": cap["value"],
            "waits_on": cap["waits_on"],
            "answers": self._answers(cap["questions"]),
            **self.grounds.reason(cap["rule"]),
        }

    def finding(self, finding: Finding) -> Entry:
        """Explain a finding: it takes no months."""
        return {
            "kind": "finding",
            "id": finding["rule"],
            "level": finding["level"],
            "status": finding["status"],
            "waits_on": finding["waits_on"],
            "answers": self._answers(read_by(self.compiled, finding["rule"])),
            **self.grounds.reason(finding["rule"]),
            "because": finding["message"],
            "remedy": finding["remedy"],
        }

    def silent(self, kind: str, id_: str) -> Entry:
        """Explain a rule that does not fire, or a protection, which never does by itself."""
        lifted = [
            {"rule": cap["rule"], "status": lift["status"], "months": lift["months"]}
            for cap in self.caps.values()
            for lift in cap["lifted_by"]
            if lift["protection"] == id_
        ]
        return {
            "kind": kind,
            "id": id_,
            "status": "silent" if kind != "protection" or not lifted else "holds",
            "lifts": lifted,
            "answers": self._answers(read_by(self.compiled, id_)),
            **self.grounds.reason(id_),
        }

    def _answers(self, questions: list[str]) -> dict[str, str]:
        answers, still_open = self.assessment["answers"], self.assessment["open"]
        counting = {id_: said for id_, said in answers.items() if id_ not in self.hidden}
        return {
            id_: counting.get(id_) or ("unknown" if id_ in still_open else "not asked here")
            for id_ in questions
        }
