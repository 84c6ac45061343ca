"""What concerns the owner of an idea file, each on its line and with a level, worst first.

An ``error`` is what fails the gate for sure: nothing else is one, however grave a rubric calls it.
A ``warning`` may fail it, or is a finding that is at least a warning and stands for sure. What else
there is to say is a ``note``. So a service that stops at errors stops where the gate does.
"""

from __future__ import annotations

from lifeline.model.words import FULL
from lifeline.report import phrases
from lifeline.report.verdict import part_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lifeline.model.assessment import Assessment, Cap, Finding, GatePart, Problem

ERROR, WARNING, NOTE = "error", "warning", "note"

INVALID_FILE = "lifeline/invalid-file"
"""The rule of what is wrong with a file that cannot be judged."""

FILE, LOW_END, AGAINST, OPEN, ASIDE, BEYOND = range(6)
"""Ranks, worst first: a file that cannot be judged; what is at the low end, or blocks; what is also
against the gate; what may be; what is not, but stands for sure; caps above the gate, and what only
may be and the gate does not look at."""

BESIDE = (
    "{} more remark does not change the verdict.",
    "{} more remarks do not change the verdict.",
)
WAIVED = ("{} finding is waived.", "{} findings are waived.")


class Concern:
    """One thing to tell about an idea, and the place of what it is about, counted from 1.

    ``about`` is the question, or the key of a file that cannot be judged, or "". ``remedy`` is ""
    where what to do can wait.
    """

    __slots__ = (
        *("about", "column", "level", "line", "message", "rank", "reason", "remedy", "rule"),
        "waived",
    )

    def __init__(  # noqa: PLR0913  # what a concern has, by name
        self,
        rule: str,
        level: str,
        rank: int,
        *,
        message: str,
        remedy: str = "",
        about: str = "",
        line: int = 1,
        column: int = 1,
        waived: bool = False,
        reason: str = "",
    ) -> None:
        self.rule = rule
        self.level = level
        self.rank = rank
        self.message = message
        self.remedy = remedy
        self.about = about
        self.line = max(line, 1)
        self.column = max(column, 1)
        self.waived = waived
        self.reason = reason
        """Why it was accepted on purpose, where it was and the assessment tells."""


def concerns(assessment: Assessment) -> list[Concern]:
    """Give everything that concerns the owner of an idea, worst first, then as the file has it."""
    found = [*map(_problem, assessment["errors"]), *_told(assessment)]
    return sorted(found, key=lambda concern: (concern.waived, concern.rank))


def against(assessment: Assessment) -> tuple[list[Concern], list[str]]:
    """Give what stands against an idea, or may; and count in sentences what else there is."""
    found = concerns(assessment)
    chosen = [concern for concern in found if concern.rank <= OPEN and not concern.waived]
    return chosen, _counted(found, {WARNING, NOTE})


def warnings(assessment: Assessment) -> tuple[list[Concern], list[str]]:
    """Give the warnings that stand aside of the verdict; and count in sentences what is less."""
    found = concerns(assessment)
    told = [c for c in found if c.rank == ASIDE and c.level == WARNING and not c.waived]
    return told, _counted(found, {NOTE})


def _counted(found: list[Concern], levels: Collection[str]) -> list[str]:
    """Count what stands aside of the verdict, of some levels, and what is waived."""
    others = sum(c.rank == ASIDE and c.level in levels and not c.waived for c in found)
    waived = sum(concern.waived for concern in found)
    each = [(others, BESIDE), (waived, WAIVED)]
    return [text[number > 1].format(number) for number, text in each if number]


def _told(assessment: Assessment) -> Iterator[Concern]:
    parts = {part["part"].partition("/")[0]: part for part in assessment["gates"]}
    biting = [cap for cap in assessment["caps"] if cap["value"]["low"] < FULL]
    caps = [_cap(cap, assessment, parts["months"]) for cap in biting]
    yield from caps
    for finding in assessment["findings"]:
        yield _finding(finding, parts.get("findings"))
    for part in assessment["gates"]:
        if part["verdict"] != "pass" and not _is_told(part, caps):
            yield _gate(part)


def _problem(problem: Problem) -> Concern:
    key = problem["key"]
    message = f"{key}: {problem['message']}" if key else problem["message"]
    return Concern(
        INVALID_FILE,
        ERROR,
        FILE,
        message=message,
        about=key,
        line=problem["line"],
        column=problem["column"],
    )


def _cap(cap: Cap, assessment: Assessment, part: GatePart) -> Concern:
    lifeline = assessment["lifeline"]
    assert lifeline is not None, "an idea with a cap was judged"
    level = _level_of(cap, part)
    is_first = cap["value"]["low"] == lifeline["months"]["low"]
    rank = {ERROR: LOW_END if is_first else AGAINST, WARNING: OPEN, NOTE: BEYOND}[level]
    return Concern(
        cap["rule"],
        level,
        rank,
        message=f"{_span(cap)}. {phrases.reason_text(cap)}",
        remedy=cap["remedy"],
        about=cap["questions"][0] if cap["questions"] else "",
        line=cap["line"],
        column=cap["column"],
    )


def _level_of(cap: Cap, part: GatePart) -> str:
    """Say whether a cap holds the months, or the clock that is looked at, below what is wanted."""
    clock, wanted = part["part"].partition("/")[2], float(part["wanted"])
    if (clock and clock != cap["clock"]) or cap["value"]["low"] >= wanted:
        return NOTE
    is_sure = cap["status"] == "certain" and cap["value"]["high"] < wanted
    return ERROR if is_sure else WARNING


def _span(cap: Cap) -> str:
    months = f"{phrases.short(cap['value'])} months"
    return f"{cap['clock'].capitalize()}: {months} ({cap['cause']})"


def _finding(finding: Finding, part: GatePart | None) -> Concern:
    is_certain = finding["status"] == "certain"
    is_against = part is not None and finding["rule"] in part["rules"]
    level, rank = NOTE, ASIDE if is_certain else BEYOND
    if is_against:
        level, rank = (ERROR, LOW_END) if is_certain else (WARNING, OPEN)
    elif is_certain and finding["level"] != NOTE:
        level = WARNING
    return Concern(
        finding["rule"],
        level,
        rank,
        message=finding["message"] if is_certain else f"Perhaps: {finding['message']}",
        remedy=finding["remedy"] if is_certain else "",
        about=finding["question"] or "",
        line=finding["line"],
        column=finding["column"],
        waived=finding["waived"],
        reason=finding.get("reason", ""),
    )


def _is_told(part: GatePart, caps: list[Concern]) -> bool:
    """Say whether caps or findings tell already why a part of the gate is not met."""
    if part["part"].partition("/")[0] == "months":
        wanted = {"fail": ERROR, "unclear": WARNING}[part["verdict"]]
        return any(cap.level == wanted for cap in caps)
    return part["part"] == "findings"


def _gate(part: GatePart) -> Concern:
    message = phrases.sentence(part_text(part))
    rule = f"gate/{part['part']}"
    if part["verdict"] == "fail":
        return Concern(rule, ERROR, AGAINST, message=message)
    return Concern(rule, WARNING, OPEN, message=message)
