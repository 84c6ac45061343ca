"""Assembles an assessment: one idea against one compiled set on one day."""

from __future__ import annotations

from lifeline.model.words import CAUSES, CLOCKS, FULL, STALE, UNBACKED
from lifeline.scoring import evidence
from lifeline.scoring.calendar import months_after
from lifeline.scoring.completions import ONE, Completions
from lifeline.scoring.deciding import Decider
from lifeline.scoring.endings import combined, ending_factor, endings_in, grouped
from lifeline.scoring.gate import UNCLEAR, finding_verdict, gated_levels, range_verdict, worst
from lifeline.scoring.points import score_range
from lifeline.scoring.rules import SILENT, RuleResult, cap_factor, finding_factor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from lifeline.model import assessment as told
    from lifeline.model.compiled import Cap, CompiledSet
    from lifeline.model.idea import Idea
    from lifeline.scoring.elimination import Factor
    from lifeline.scoring.endings import Ending


def assess(
    idea: Idea, compiled: CompiledSet, *, as_of: date, path: str = "", strict: bool = False
) -> told.Assessment:
    """Assess an idea.

    Args:
        idea: as read from its file.
        compiled: the set to judge it by.
        as_of: the day one looks; it only ages answers.
        path: the file's name, repeated in the result.
        strict: take an unbacked or stale answer for itself and everything worse.
    """
    return _Assessor(idea, compiled, as_of, strict=strict).result(path)


class _Assessor:
    """One idea on its way to an assessment."""

    def __init__(self, idea: Idea, compiled: CompiledSet, as_of: date, *, strict: bool) -> None:
        self.idea = idea
        self.as_of = as_of
        self.assessed = idea.assessed or as_of
        self.deciding = compiled["deciding"]
        self.reasons = compiled["texts"]["reasons"]
        questions = self.deciding["questions"]
        self.ids = [f"{question['rubric']}/{question['id']}" for question in questions]
        doubted: frozenset[int] = frozenset()
        if strict:
            doubted = evidence.doubted(questions, idea.answers, self.assessed, as_of)
        self.completions = Completions(self.deciding, idea.answers, doubted)

    def result(self, path: str) -> told.Assessment:
        completions, idea = self.completions, self.idea
        caps = [(cap, cap_factor(cap, completions)) for cap in self.deciding["caps"]]
        results = [(cap, RuleResult(rule, completions)) for cap, rule in caps]
        factors = [ending_factor(cap, rule) for cap, rule in caps]
        self.settled = ONE
        for factor in factors:
            if not factor.scope:
                self.settled = combined(self.settled, factor.table[()])
        self.groups = grouped([factor for factor in factors if factor.scope], completions)
        lifeline = self._lifeline()
        findings, gated = self._rule_findings()
        months = lifeline["months"]
        gate = self.deciding["gate"]
        verdict = worst(
            [
                range_verdict(months["low"], months["high"], gate),
                *(finding_verdict(result.status) for _, result in gated),
            ]
        )
        asked = [n for n in range(len(self.ids)) if completions.is_asked(n)]
        still_open = [number for number in asked if completions.is_open(number)]
        return {
            "path": path,
            "id": idea.id,
            "idea": idea.title,
            "assessed": idea.assessed.isoformat() if idea.assessed else None,
            "as_of": self.as_of.isoformat(),
            "verdict": verdict,  # type: ignore[typeddict-item]  # one of the three
            "lifeline": lifeline,
            "caps": self._caps(results),
            "scores": {
                score["rubric"]: _rounded(score_range(score, completions))
                for score in self.deciding["scores"]
            },
            "findings": findings + self._evidence_findings(asked),
            "open": [self.ids[number] for number in still_open],
            "deciding": self._deciding(verdict, still_open, [f for f, _ in gated]),
            "completeness": {"settled": len(asked) - len(still_open), "asked": len(asked)},
            "errors": [],
        }

    def _lifeline(self) -> told.Lifeline:
        mask = self.settled
        for group in self.groups:
            mask = combined(mask, group.endings)
        endings = endings_in(mask)
        least = [min(ending[:2]) for ending in endings]
        low, high = min(least), max(least)
        ends, cause = _end([e for e, months in zip(endings, least, strict=True) if months == low])
        first, last = months_after(self.assessed, low), months_after(self.assessed, high)
        until = {"low": first.isoformat(), "high": last.isoformat()}
        return {
            "months": {"low": low, "high": high},
            "advantage": _span([ending[0] for ending in endings]),
            "necessity": _span([ending[1] for ending in endings]),
            "until": until if self.idea.assessed else None,  # type: ignore[typeddict-item]
            "exact": self.completions.exact,
            "ends": ends,
            "cause": cause,
            "certain": all(_end([ending]) == (ends, cause) for ending in endings),
        }

    def _caps(self, results: list[tuple[Cap, RuleResult]]) -> list[told.Cap]:
        firing = [(cap, result) for cap, result in results if result.status != SILENT]
        firing.sort(key=lambda pair: (pair[1].months(), pair[0]["cause"], pair[0]["id"]))
        return [self._cap(cap, result) for cap, result in firing]

    def _cap(self, cap: Cap, result: RuleResult) -> told.Cap:
        reason = self.reasons[cap["id"]]
        line, column = self._place(cap["reads"])
        return {
            "rule": cap["id"],
            "clock": CLOCKS[cap["clock"]],
            "months": cap["months"],
            "value": dict(zip(("low", "high"), result.months(), strict=True)),  # type: ignore[typeddict-item]
            "cause": CAUSES[cap["cause"]],
            "status": result.status,  # type: ignore[typeddict-item]
            "lifted_by": self._lifts(cap, result),
            "waits_on": [self.ids[number] for number in result.waits_on],
            "questions": [self.ids[number] for number in cap["reads"]],
            "because": reason["because"],
            "remedy": reason["remedy"],
            "claims": reason["claims"],
            "line": line,
            "column": column,
        }

    def _lifts(self, cap: Cap, result: RuleResult) -> list[told.Lift]:
        lifts = dict(cap["lifts"])
        first = len(self.ids)
        found: list[told.Lift] = []
        for variable, status in result.holding():
            id_ = self.deciding["protections"][variable - first]["id"]
            found.append(
                {
                    "protection": id_,
                    "months": lifts[variable - first],
                    "status": status,  # type: ignore[typeddict-item]
                    "because": self.reasons[id_]["because"],
                }
            )
        return found

    def _rule_findings(self) -> tuple[list[told.Finding], list[tuple[Factor, RuleResult]]]:
        """Give the findings of rules, and those that the gate looks at and nobody waived."""
        told_findings: list[told.Finding] = []
        gated = []
        levels = gated_levels(self.deciding["gate"])
        for finding in self.deciding["findings"]:
            rule = finding_factor(finding, self.completions)
            result = RuleResult(rule, self.completions)
            if result.status == SILENT:
                continue
            reason = self.reasons[finding["id"]]
            waived = self._is_waived(finding["id"])
            line, column = self._place(finding["reads"])
            told_findings.append(
                {
                    "rule": finding["id"],
                    "level": finding["level"],
                    "status": result.status,  # type: ignore[typeddict-item]
                    "waived": waived,
                    "message": reason["because"],
                    "question": self.ids[finding["reads"][0]] if finding["reads"] else None,
                    "line": line,
                    "column": column,
                    "remedy": reason["remedy"],
                    "claims": reason["claims"],
                }
            )
            if finding["level"] in levels and not waived:
                gated.append((rule.factor, result))
        return told_findings, gated

    def _evidence_findings(self, asked: list[int]) -> list[told.Finding]:
        """Give a note for each unbacked answer and a warning for each stale one."""
        found: list[told.Finding] = []
        for number in asked:
            answer = self.idea.answers.get(number)
            if answer is None:
                continue
            question = self.deciding["questions"][number]
            if evidence.is_unbacked(question, answer):
                found.append(self._evidence_finding(UNBACKED, "note", number, _LACKS[question["evidence"]]))
            elif evidence.is_stale(question, answer, self.assessed, self.as_of):
                since = evidence.stale_since(question, answer, self.assessed)
                message = f"The evidence for this answer is too old since {since}."
                found.append(self._evidence_finding(STALE, "warning", number, message))
        return found

    def _evidence_finding(self, rule: str, level: str, number: int, message: str) -> told.Finding:
        line, column = self._place([number])
        return {
            "rule": rule,
            "level": level,
            "status": "certain",
            "waived": self._is_waived(rule),
            "message": message,
            "question": self.ids[number],
            "line": line,
            "column": column,
            "remedy": _REMEDIES[rule],
            "claims": [],
        }

    def _is_waived(self, rule: str) -> bool:
        waiver = self.idea.waivers.get(rule)
        return waiver is not None and waiver.until >= self.as_of

    def _place(self, numbers: list[int]) -> tuple[int, int]:
        """Give where the first of some questions is answered, else where answers stand."""
        for number in numbers:
            answer = self.idea.answers.get(number)
            if answer:
                return answer.line, answer.column
        return self.idea.answers_at

    def _deciding(
        self, verdict: str, still_open: list[int], findings: list[Factor]
    ) -> dict[str, Any] | None:
        if verdict != UNCLEAR:
            return None
        gate = self.deciding["gate"]
        decider = Decider(self.completions, gate, self.settled, self.groups, findings)
        found = decider.best(still_open)
        if found is None:
            return None
        pair = None
        if found.pair:
            ids = [self.ids[number] for number in found.pair]
            pair = {"questions": ids, "settles": round(found.pair_share, 4)}
        return {
            "question": self.ids[found.question],
            "settles": round(found.share, 4),
            "pair": pair,
        }


_LACKS = {
    1: "Nothing is said in support of this answer.",
    2: "No link supports this answer.",
    3: "No measurement supports this answer.",
}
_REMEDIES = {
    UNBACKED: "Add an item under 'evidence:' of this answer.",
    STALE: "Look again; then change the answer, or add what you saw with today's date.",
}


def _end(endings: list[Ending]) -> tuple[str | None, str | None]:
    """Give the ending clock and the cause of endings with the same least months (§5.12)."""
    least = min(endings[0][:2])
    if least == FULL:
        return None, None
    ends = CLOCKS[1] if any(ending[1] == least for ending in endings) else CLOCKS[0]
    return ends, CAUSES[min(ending[2] for ending in endings)]


def _span(months: list[int]) -> told.Months:
    return {"low": min(months), "high": max(months)}


def _rounded(score: tuple[float, float] | None) -> told.Range | None:
    if score is None:
        return None
    return {"low": round(score[0], 1), "high": round(score[1], 1)}
