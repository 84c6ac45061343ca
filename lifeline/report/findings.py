"""Findings for people: those of rules one by one, those that many answers share counted."""

from __future__ import annotations

from lifeline.model.words import RENAMED, RETIRED, STALE, UNBACKED
from lifeline.report import phrases
from lifeline.scoring.phrasebook import LOOK_AGAIN_AT_IT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Finding
    from lifeline.report.terminal import Terminal

ITSELF = "itself"
ABOUT_EVIDENCE = {
    UNBACKED: ("rests on too little evidence", "rest on too little evidence"),
    STALE: ("rests on old evidence", "rest on old evidence"),
    ITSELF: ("has grown old", "have grown old"),
}
"""What is said of an answer and of several, by what is weak. An answer grows old itself where no
evidence is asked for."""

ABOUT_VERSIONS = {
    RENAMED: (
        "counts, in the words of an earlier version",
        "count, in words of an earlier version",
    ),
    RETIRED: ("counts no more, as it was retired", "count no more, as they were retired"),
}


def lay_out(findings: list[Finding], terminal: Terminal, remedies: int | None = None) -> list[str]:
    """Give the lines of some findings; what to do about all of them, or only the first few."""
    lines = []
    for place, finding in enumerate(findings):
        if not _is_counted(finding):
            is_short = remedies is not None and place >= remedies
            lines += _one(finding, terminal, is_short=is_short)
    return lines + _about_versions(findings, terminal) + _about_evidence(findings, terminal)


def _is_counted(finding: Finding) -> bool:
    rule = finding["rule"]
    return rule in ABOUT_EVIDENCE or (rule in ABOUT_VERSIONS and finding["question"] is not None)


def _one(finding: Finding, terminal: Terminal, *, is_short: bool) -> list[str]:
    words = [finding["level"]]
    words += ["perhaps"] if finding["status"] == "possible" else []
    words += ["waived"] if finding["waived"] else []
    told = f"{', '.join(words)}: {finding['message']} ({finding['rule']})"
    lines = terminal.paragraph(told, 2, terminal.signs["bullet"])
    if is_short or finding["status"] == "possible":
        return lines  # what to do about it can wait until one knows; `explain` has it
    return lines + _remedy(finding["remedy"], terminal)


def _about_versions(findings: list[Finding], terminal: Terminal) -> list[str]:
    """Tell of answers that an earlier version of the set knew, each with what to write now."""
    lines = []
    for rule, verbs in ABOUT_VERSIONS.items():
        found = [f for f in findings if f["rule"] == rule and f["question"]]
        if found:
            number = len({finding["question"] for finding in found})
            text = f"{counted(number, verbs)}. ({rule})"
            lines += terminal.paragraph(text, 2, terminal.signs["bullet"])
        for finding in found:
            lines += _remedy(f"{_ids([finding])}: {finding['remedy']}", terminal)
    return lines


def _about_evidence(findings: list[Finding], terminal: Terminal) -> list[str]:
    """Count the answers with too little or old evidence; say once what is to be done about it."""
    lines = []
    about = [finding for finding in findings if finding["rule"] in ABOUT_EVIDENCE]
    for weakness, verbs in ABOUT_EVIDENCE.items():
        found = [f for f in about if weakness_of(f["rule"], f["remedy"]) == weakness]
        if found:
            text = f"{counted(len(found), verbs)}: {_ids(found)}."
            lines += terminal.paragraph(text, 2, terminal.signs["bullet"])
    for remedy in dict.fromkeys(finding["remedy"] for finding in about):
        found = [finding for finding in about if finding["remedy"] == remedy]
        lines += _remedy(f"{_ids(found)}: {remedy}", terminal)
    return lines


def weakness_of(rule: str, remedy: str) -> str:
    """Give what is weak, of a finding on what backs an answer: its rule, or the answer ITSELF."""
    return ITSELF if remedy == LOOK_AGAIN_AT_IT else rule


def counted(number: int, verbs: tuple[str, str]) -> str:
    """Say how many answers something is said of, with the verb for one and for several."""
    return f"{phrases.count(number, 'answer')} {verbs[number > 1]}"


def _ids(findings: list[Finding]) -> str:
    return ", ".join(phrases.bare(finding["question"] or "") for finding in findings)


def _remedy(text: str, terminal: Terminal) -> list[str]:
    return terminal.paragraph(f"{terminal.signs['to']} {text}", 2)
