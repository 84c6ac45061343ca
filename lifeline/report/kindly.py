"""What the idea has, the one thing to do this week, and when to stop: each from what was found."""

from __future__ import annotations

from lifeline.model.idea import ABSENT, GIVEN
from lifeline.model.words import FULL, UNBACKED
from lifeline.report import phrases
from lifeline.scoring.saying import months_text, said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.model.assessment import Assessment, Finding, Interview
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Answer, Idea
    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

MOST = 4
"""Good answers, and ways on, that are named."""

FEW = 4
"""Words below which an answer says nothing without its question."""

NOT_YET = "Too little is answered yet to say what it has."
NOTHING_YET = "No answer protects it yet. But you know that today, and not only when it ends."
GOOD = 0.5
"""The share of the points from which on an answer is a good one."""

ONE_THING = "This week"
STOP = "When to stop"
BY = (
    "By {day} one of the following has to be true, and you need to be able to show it. If none is,"
    " do not build another version of the same: use what is left to choose the next direction."
)
PAST = (
    "{day} has passed. If none of the following is true by now, do not build another version of"
    " the same: choose the next direction."
)
NO_WAY = (
    "Nothing that you can change by yourself was found that is enough. So plan as if it ends on"
    " {day}, and choose the next direction before that day."
)
NO_WAY_PAST = (
    "{day} has passed, and nothing that you can change by yourself was found that is enough."
    " Choose the next direction now."
)
UNDATED = "A day can be named once the first answer is given."
HOLDS = (
    "Nothing says that you should stop. Go through the answers again by {day}, and at once when one"
    " of them is no longer true."
)


def has(assessment: Assessment, idea: Idea, compiled: CompiledSet, terminal: Terminal) -> Lines:
    """Tell what protects the idea for sure, its best answers, and how far it is answered."""
    lines: Lines = []
    for because in _protections(assessment):
        lines += _bullet(because, terminal)
    for text in _best_answers(assessment, idea, compiled):
        lines += _bullet(text, terminal)
    done = assessment["completeness"]
    is_early = 2 * len(assessment["answers"]) < done["asked"] and bool(assessment["deciding"])
    lines = lines or terminal.paragraph(NOT_YET if is_early else NOTHING_YET)
    unbacked = sum(finding["rule"] == UNBACKED for finding in assessment["findings"])
    told = f"{done['settled']} of {phrases.count(done['asked'], 'question')} answered"
    if unbacked:
        told += (
            f"; {phrases.count(unbacked, 'answer')} {'needs' if unbacked == 1 else 'need'} evidence"
        )
    return [*lines, *terminal.paragraph(f"{told}.")]


def _protections(assessment: Assessment) -> list[str]:
    lifts = [lift for cap in assessment["caps"] for lift in cap["lifted_by"]]
    return list(dict.fromkeys(each["because"] for each in lifts if each["status"] == "certain"))


def _best_answers(assessment: Assessment, idea: Idea, compiled: CompiledSet) -> list[str]:
    """Name the answers that earn most points, the weightiest first, in the set's own words.

    Those of optional rubrics stand with their rubric.
    """
    questions, found = compiled["deciding"]["questions"], []
    optional = {each["rubric"] for each in compiled["deciding"]["optional"]}
    for number, answer in idea.answers.items():
        question, id_ = questions[number], compiled["ids"][number]
        if question["rubric"] in optional or id_ not in assessment["answers"]:
            continue
        share = _share(question, answer)
        if share >= GOOD:
            texts = compiled["texts"]["questions"][id_]
            label = _label(texts["labels"], question, answer)
            label = label if len(label.split()) >= FEW else f"{texts['ask']} {label}"
            found.append((-share * question["weight"], number, f"{phrases.bare(id_)}: {label}"))
    return [text for _, _, text in sorted(found)[:MOST]]


def _share(question: Question, answer: Answer) -> float:
    """Give which share of its points a choice earns at least; none where there are no points."""
    points = question["points"]
    if answer.state != GIVEN or question["kind"] != "choice" or not points or not max(points):
        return 0
    return min(points[int(place)] for place in answer.value) / max(points)


def _label(labels: dict[str, str], question: Question, answer: Answer) -> str:
    if answer.state == ABSENT or len(answer.value) > 1:
        return said(question, answer)
    name = list(question["choices"])[int(answer.value[0])]
    return labels.get(name, name)


def this_week(
    assessment: Assessment, search: Entry | None, script: Interview, page: Terminal, begin: str
) -> Lines:
    """Name one thing: the answer that decides, the first step of the easiest plan, or a remedy.

    Args:
        assessment: of the idea.
        search: the plans that were found; None where nothing is answered.
        script: what to ask first.
        page: where it is shown.
        begin: how to begin to answer, for an idea of which nothing is answered.
    """
    if search is None:
        return page.paragraph(begin)
    if assessment["deciding"] and script["questions"]:
        first = script["questions"][0]
        whom = f" Ask: {first['ask_whom']}." if first["ask_whom"] else ""
        settles = phrases.settling(first, "answers").capitalize() if first["settling"] else ""
        told = f"Find out the answer to {phrases.bare(first['question'])}: {first['ask']}{whom}"
        return page.paragraph(f"{told} {settles}")
    for plan in search["plans"][:1]:
        for remedy in [each for step in plan["steps"] for each in step["remedies"]][:1]:
            return page.paragraph(remedy["remedy"])
        return page.paragraph(_step(plan["steps"][0]))
    for cap in assessment["caps"]:
        if cap["value"]["low"] < FULL:
            return page.paragraph(cap["remedy"])
    return page.paragraph(_to_back(assessment["findings"]))


def _to_back(findings: list[Finding]) -> str:
    """Name the first answer that rests on too little, for an idea of which nothing takes months."""
    for finding in findings:
        if finding["rule"] == UNBACKED and finding["question"]:
            name = phrases.bare(finding["question"])
            return f"Write down what backs your answer to {name}. {finding['remedy']}"
    return "Nothing takes months, and every answer is backed. Do what you planned."


def stop(assessment: Assessment, search: Entry | None, terminal: Terminal) -> Lines:
    """Say what would have to be true by the earliest end, from the plans that were found."""
    lifeline = assessment["lifeline"]
    if search is None or lifeline is None or lifeline["until"] is None:
        return terminal.paragraph(UNDATED)
    iso = lifeline["until"]["low"]
    day = phrases.day_text(iso)
    if lifeline["months"]["low"] == FULL:
        return terminal.paragraph(HOLDS.format(day=day))
    is_past = iso < assessment["as_of"]
    plans = search["plans"] or search["find_out"]
    if not plans:
        return terminal.paragraph((NO_WAY_PAST if is_past else NO_WAY).format(day=day))
    lines = terminal.paragraph((PAST if is_past else BY).format(day=day))
    for plan in plans[:MOST]:
        steps = "; and ".join(map(_step, plan["steps"]))
        months = months_text(plan["gives"]["months"])
        lines += _bullet(f"{steps} (then {months})", terminal)
    return lines


def _step(step: Entry) -> str:
    """Say what a step asks to be true, in the set's words."""
    labels = [label for label in step["to"]["labels"] if label not in step["from"]["labels"]]
    words = "; ".join(labels or step["to"]["labels"]) or step["to"]["said"]
    return f"{phrases.bare(step['question'])}: {words}"


def _bullet(text: str, terminal: Terminal) -> Lines:
    return terminal.paragraph(text, 2, terminal.signs["bullet"])
