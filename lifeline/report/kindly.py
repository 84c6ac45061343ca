"""What the idea has, the one thing to do this week, and when to stop: each from what was found."""

from __future__ import annotations

from lifeline.model.idea import ABSENT, GIVEN
from lifeline.model.words import FULL, UNBACKED
from lifeline.report import phrases
from lifeline.report.sentences import first_sentence
from lifeline.report.settling_first import settled_first
from lifeline.report.stopping import FEW, Stop, step_text
from lifeline.scoring.saying import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lifeline.insight.further import Further
    from lifeline.model.assessment import Assessment, Finding
    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Answer, Idea
    from lifeline.report.terminal import Terminal

    Lines = list[str]
    Entry = dict[str, Any]

MOST = 4
"""Best answers that are named."""

NOT_YET = "Too little is answered yet to say what it has."
NOTHING_YET = "No answer protects it yet. But you know that today, and not only when it ends."
ONE_THING = "This week"
STOP = "When to stop"


def lay_out(  # noqa: PLR0913  # what is known, and how it is told
    assessment: Assessment,
    idea: Idea,
    compiled: CompiledSet,
    further: Further,
    page: Terminal,
    *,
    begin: str,
) -> Lines:
    """Tell what it has, the one thing to do this week, and when to stop, each with its title.

    ``begin`` says how to begin to answer, for an idea of which nothing is answered; or that
    nothing is asked.
    """
    if not assessment["completeness"]["asked"]:
        return page.paragraph(begin)
    first = settled_first(assessment, compiled)
    before = [sentence for sentence, _ in first]
    lines = has(assessment, idea, compiled, page)
    lines += ["", page.paint(ONE_THING, "bold")]
    if first:
        lines += page.paragraph(f"{before[0]} {first[0][1]['remedy']}")
    else:
        lines += _this_week(assessment, compiled, further, page, begin)
    lines += ["", page.paint(STOP, "bold")]
    for sentence in before:
        lines += page.paragraph(sentence)
    return lines + Stop(compiled, page, has_before=bool(before)).told(assessment, further.search)


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
    return [*lines, *terminal.paragraph(phrases.counted_text(assessment))]


def _protections(assessment: Assessment) -> list[str]:
    lifts = [lift for cap in assessment["caps"] for lift in cap["lifted_by"]]
    return list(dict.fromkeys(each["because"] for each in lifts if each["status"] == "certain"))


def _best_answers(assessment: Assessment, idea: Idea, compiled: CompiledSet) -> list[str]:
    """Name the answers than which none is better, the weightiest first, in the set's own words.

    Those of optional rubrics stand with their rubric. What is only not so bad is no strength: it
    may be a dependence on somebody else.
    """
    questions, found = compiled["deciding"]["questions"], []
    optional = {each["rubric"] for each in compiled["deciding"]["optional"]}
    for number, answer in idea.answers.items():
        question, id_ = questions[number], compiled["ids"][number]
        if question["rubric"] in optional or id_ not in assessment["answers"]:
            continue
        if _is_best(question, answer):
            texts = compiled["texts"]["questions"][id_]
            label = _label(texts["labels"], question, answer)
            label = (
                label if len(label.split()) >= FEW else f"{first_sentence(texts['ask'])} {label}"
            )
            found.append((-question["weight"], number, f"{phrases.bare(id_)}: {label}"))
    return [text for _, _, text in sorted(found)[:MOST]]


def _is_best(question: Question, answer: Answer) -> bool:
    """Whether a choice earns all points that there are, whichever of its words is true."""
    points = question["points"]
    if answer.state != GIVEN or question["kind"] != "choice" or not points or not max(points):
        return False
    return min(points[int(place)] for place in answer.value) == max(points)


def _label(labels: dict[str, str], question: Question, answer: Answer) -> str:
    if answer.state == ABSENT or len(answer.value) > 1:
        return said(question, answer)
    name = list(question["choices"])[int(answer.value[0])]
    return labels.get(name, name)


def _this_week(
    assessment: Assessment, compiled: CompiledSet, further: Further, page: Terminal, begin: str
) -> Lines:
    """Name one thing: the answer that decides, the first step of the easiest plan, or a remedy."""
    search, script = further.search, further.script
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
        return page.paragraph(step_text(plan["steps"][0], compiled))
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


def _bullet(text: str, terminal: Terminal) -> Lines:
    return terminal.paragraph(text, 2, terminal.signs["bullet"])
