"""Assessments as SARIF 2.1.0, as GitHub's code scanning takes it: a result for each concern.

Paths are relative and have ``/``; a fingerprint stays the same when lines move. ASCII, so that any
stream can take it.
"""

from __future__ import annotations

from hashlib import sha256
from json import JSONEncoder
from urllib.parse import quote

from lifeline.report.formats.concerns import ERROR, NOTE, WARNING, concerns
from lifeline.report.formats.json_report import inert_json
from lifeline.report.formats.places import Places
from lifeline.report.formats.sarif_rules import Rules
from lifeline.report.terminal import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

    from lifeline.model.assessment import Assessment
    from lifeline.report.formats.concerns import Concern
    from lifeline.report.run import Run

    Data = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""By this name GitHub and editors know the schema; nothing is fetched."""

FINGERPRINT = "lifelineFinding/v1"
"""The name of our fingerprints; another number when they are made in another way."""

ROOM = {ERROR: 25_000, WARNING: 20_000, NOTE: 10_000}
"""Results in all up to which one of a level is written. GitHub refuses a run with more than 25,000,
and shows 5,000."""

_compact = JSONEncoder(check_circular=False, separators=(",", ":")).encode


class SarifReporter:
    """Writes a result for each concern as it comes, and at the end the rules that were used."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self.stream = stream
        self.run = run
        self.places = Places()
        self.rules = Rules(run.compiled)
        self.written = self.left_out = 0
        self.artifacts: list[Data] = []
        """The files that were judged by another gate than that of the run."""
        stream.write(f'{{"version":"2.1.0","$schema":"{SCHEMA}","runs":[{{\n"results":[')

    def add(self, assessment: Assessment) -> None:
        """Write the results of one idea."""
        uri = quote(self.places.shown(assessment["path"]), safe="/")
        if assessment["gate"] != self.run.gate:
            own = {"gate": assessment["gate"]}
            self.artifacts.append({"location": {"uri": uri}, "properties": own})
        seen: dict[tuple[str, str], int] = {}
        for concern in concerns(assessment):
            key = concern.rule, concern.about
            seen[key] = nth = seen.get(key, 0) + 1
            if self.written >= ROOM[concern.level]:
                self.left_out += 1
                continue
            result = self._result(concern, uri, _fingerprint(assessment["id"], *key, nth))
            between = ",\n" if self.written else "\n"
            self.stream.write(between + inert_json(_compact(result)))
            self.written += 1

    def _result(self, concern: Concern, uri: str, fingerprint: str) -> Data:
        region = {"startLine": concern.line, "startColumn": concern.column}
        place = {"artifactLocation": {"uri": uri}, "region": region}
        return {
            "ruleId": concern.rule,
            "ruleIndex": self.rules.index_of(concern.rule),
            "level": concern.level,
            "message": {"text": _message(concern)},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "suppressions": [_suppression(concern)] if concern.waived else [],
        }

    def finish(self, _summary: dict[str, int]) -> None:
        """Close the run with what made it."""
        head = self.run.head()
        driver = {
            "name": "lifeline",
            "semanticVersion": self.run.version,
            "rules": self.rules.descriptors,
        }
        rest = {
            "tool": {"driver": driver},
            **({"artifacts": self.artifacts} if self.artifacts else {}),
            "columnKind": "unicodeCodePoints",
            "invocations": [self._invocation()],
            "properties": {key: head[key] for key in ("set", "market", "gate")},
        }
        self.stream.write(f"\n],\n{inert_json(_compact(rest))[1:-1]}\n}}]}}\n")

    def _invocation(self) -> Data:
        """Say that the program did its work, and what there was no room for."""
        made: Data = {"executionSuccessful": True}
        if self.left_out:
            text = f"{self.left_out} more results are left out, as GitHub takes no more."
            made["toolExecutionNotifications"] = [{"level": NOTE, "message": {"text": text}}]
        return made


def _message(concern: Concern) -> str:
    """Say what is the matter and what to do, so that no viewer makes a link of it."""
    text = f"{concern.message} {concern.remedy}".strip()
    return safe(text).replace("](", "] (") or concern.rule


def _suppression(concern: Concern) -> Data:
    """Say that the idea file itself accepts it."""
    justified = {"justification": safe(concern.reason)} if concern.reason else {}
    return {"kind": "inSource", "status": "accepted", **justified}


def _fingerprint(idea: str, rule: str, about: str, nth: int) -> str:
    """Tell a concern of an idea apart from all others, wherever in the file it stands."""
    words = [idea, rule, about, str(nth)]
    return sha256("\0".join(words).encode("utf-8", "backslashreplace")).hexdigest()
