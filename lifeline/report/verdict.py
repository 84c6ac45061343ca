"""The verdict in a sentence: which part of the gate it comes from, and which answer decides."""

from __future__ import annotations

from lifeline.report import phrases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import Assessment, GatePart

MONTHS = {
    "pass": "{it} {lasts} {months} months or more.",
    "fail": "{it} {ends} before {months} months, unless something changes.",
    "unclear": "whether {it} {lasts} {months} months depends on what is still open.",
}
SCORE = {
    "fail": "the score of {rubric} is {span}, and at least {wanted} is asked for.",
    "unclear": "whether the score of {rubric} reaches {wanted} depends on what is still open.",
}
NO_SCORE = "a score of {wanted} is asked for in {rubric}, of which nothing is answered yet."
FINDINGS = {
    "fail": "{findings} against it: {sure}.",
    "unclear": "a finding may stand against it: {may}.",
}
BOTH_FINDINGS = "{findings} against it: {sure}; {others} may: {may}."
OPEN = "{questions} open, and at most {wanted} may be."
AGE = "it was assessed {days} ago, and at most {wanted} are taken."
AHEAD = "its answers describe a day that is still to come, in {days}."
NO_AGE = "it does not say on which day it was assessed."


def verdict_text(assessment: Assessment) -> str:
    """Say what the verdict means: the parts of the gate that it comes from, and what decides."""
    if assessment["lifeline"] is None:
        return "it cannot be judged before this is mended:"
    verdict = assessment["verdict"]
    parts = [part for part in assessment["gates"] if part["verdict"] == verdict]
    if verdict == "pass":
        parts = parts[:1]  # the months
    first, *others = [part_text(part) for part in parts]
    told = [first, *map(phrases.sentence, others)]
    return " ".join([*told, *_what_decides(assessment)])


def _what_decides(assessment: Assessment) -> list[str]:
    deciding = assessment["deciding"]
    if deciding is None:
        return []
    if deciding["settling"]:
        question = phrases.bare(deciding["question"])
        if len(deciding["fails"]) == deciding["values"]:
            return [f"With each answer to {question} it fails."]
        return [f"The answer that decides: {question}."]
    pair = deciding["pair"]
    if pair is None or not pair["settling"]:
        return []
    first, second = map(phrases.bare, pair["questions"])
    return [f"The answers that decide together: {first} and {second}."]


def part_text(part: GatePart) -> str:
    """Say what a part of the gate wanted and what it met, as the end of a sentence."""
    name, _, of = part["part"].partition("/")
    if name == "months":
        return _months_text(part, of)
    if name == "score":
        return _score_text(part, of)
    if name == "findings":
        return _findings_text(part)
    return _open_text(part) if name == "open" else _age_text(part)


def _months_text(part: GatePart, clock: str) -> str:
    it = f"its {clock}" if clock else "it"
    words = {"it": it, "lasts": "lasts", "ends": "ends", "months": part["wanted"]}
    return MONTHS[part["verdict"]].format(**words)


def _score_text(part: GatePart, rubric: str) -> str:
    words = {"rubric": rubric, "wanted": _number(part["wanted"])}
    if part["low"] is None or part["high"] is None:
        return NO_SCORE.format(**words)
    low, high = _number(part["low"]), _number(part["high"])
    span = low if low == high else f"{low} to {high}"
    return SCORE[part["verdict"]].format(span=span, **words)


def _findings_text(part: GatePart) -> str:
    names, number = [*map(phrases.bare, part["rules"])], int(part["low"] or 0)
    sure, may = names[:number], names[number:]
    words = {
        "findings": "a finding stands" if number == 1 else f"{number} findings stand",
        "others": "another" if len(may) == 1 else f"{len(may)} others",
        "sure": ", ".join(sure),
        "may": ", ".join(may),
    }
    text = BOTH_FINDINGS if sure and may else FINDINGS[part["verdict"]]
    return text.format(**words)


def _open_text(part: GatePart) -> str:
    number = int(part["low"] or 0)
    verb = "is" if number == 1 else "are"
    questions = f"{phrases.count(number, 'question')} {verb}"
    return OPEN.format(questions=questions, wanted=part["wanted"])


def _age_text(part: GatePart) -> str:
    if part["low"] is None:
        return NO_AGE
    days = phrases.count(abs(int(part["low"])), "day")
    if part["low"] < 0:
        return AHEAD.format(days=days)
    return AGE.format(days=days, wanted=phrases.count(int(part["wanted"]), "day"))


def _number(value: float | str | None) -> str:
    return f"{float(value or 0):g}"
