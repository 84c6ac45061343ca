"""A new idea file: every question of a set with its choices in comments, and every answer open."""

from __future__ import annotations

from lifeline.model.words import RUNGS
from lifeline.reading.limits import LONGEST_LINE
from lifeline.reading.saving.writing import scalar
from lifeline.report.conditions import condition_text
from lifeline.report.terminal import safe
from lifeline.report.wrapping import columns, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from typing import Any

    from lifeline.model.compiled import CompiledSet, Question
    from lifeline.model.idea import Idea

WIDTH = 100
NOTES_AT = 32
"""The column in which notes begin that stand behind a value."""

INDENT = "  "
STOPS = tuple(".?!。？！؟")
"""What ends a sentence, in the languages of the sets."""

SCORE = "`lifeline score"
SPAN = (3, 9)
"""Numbers of the example, where the question allows them."""

EVIDENCE = {"says": "what somebody said", "link": "a link", "measurement": "a measurement"}
UNITS = {"1": "", "month": " of months", "day": " of days", "token": " of tokens"}

HOW = (
    "Put your answer in the place of `unknown`, and leave `unknown` where you do not know: the"
    " result is then a range of months, and it says which answer to look for next. You can stop at"
    " any time; `lifeline score` in this folder judges the file as it stands."
)
LONG_FORM = (
    "An answer can also be written out, with what it rests on. `Evidence:` below says what is asked"
    " for. Without it your word is taken, but `lifeline score --strict` counts the answer as"
    " possibly worse."
)
NOTHING_ASKED = (
    "No question is asked here, so there is nothing to answer; `lifeline score` in this folder"
    " judges the file as it stands."
)


def template(
    compiled: CompiledSet, idea: Idea, more: Collection[str] = (), choosing: str = ""
) -> str:
    """Give the text of a new idea file.

    Args:
        compiled: the set whose questions it asks.
        idea: what it is called, the day that its answers will describe, and its id; none where
            the file's name is to serve.
        more: the optional rubrics whose questions it asks too.
        choosing: the words of a command that choose the set, such as `` --set mine``.
    """
    assert idea.assessed, "a new file says its day"
    numbers = numbers_asked(compiled, more)
    questions = compiled["deciding"]["questions"]
    version = f"{{{compiled['set']}: {compiled['version']}}}"
    lines = ["lifeline: 1"]
    name = scalar(safe(idea.title)[:LONGEST_LINE].strip() or "My product")
    lines += _noted(f"idea: {name}", "its name, in one line: change it")
    lines += [f"id: {scalar(idea.id)}"] if idea.id else []
    lines += _noted(f"assessed: {idea.assessed.isoformat()}", "the day that your answers describe")
    lines += _noted(f"set: {version}", "the set and version of the questions")
    asked = questions if numbers else []
    lines += ["", *_how_to_answer(asked, idea.assessed, SCORE + choosing), "", "answers:"]
    rubric = ""
    for place, number in enumerate(numbers, start=1):
        question = questions[number]
        if question["rubric"] != rubric:
            rubric = question["rubric"]
            head = compiled["texts"]["rubrics"][rubric]
            lines += ["", *_comment(f"{_sentence(head['title'])} {head['about']}", INDENT)]
        lines += ["", *explained(compiled, number, f"{place} of {len(numbers)}")]
    return "\n".join(lines) + "\n"


def numbers_asked(compiled: CompiledSet, more: Collection[str] = ()) -> list[int]:
    """Give the numbers of the questions asked of every idea, and those of some optional rubrics."""
    optional = {rubric["rubric"] for rubric in compiled["deciding"]["optional"]}
    left_out = optional.difference(more)
    questions = compiled["deciding"]["questions"]
    return [n for n, question in enumerate(questions) if question["rubric"] not in left_out]


def explained(compiled: CompiledSet, number: int, place: str) -> list[str]:
    """Give the lines of one question: what it asks, and the answer that is still unknown."""
    questions = compiled["deciding"]["questions"]
    text = compiled["texts"]["questions"][compiled["ids"][number]]
    return _question(questions[number], questions, text, place)


def _noted(line: str, note: str) -> list[str]:
    """Give a line with a comment behind it, or above it where it is long."""
    if len(line) < NOTES_AT:
        return [f"{line.ljust(NOTES_AT)} # {note}"]
    return [f"# The next line: {note}", line]


def _sentence(text: str) -> str:
    """End a text with a full stop, unless something ends it already."""
    return text if text.endswith(STOPS) else f"{text}."


def _comment(text: str, indent: str = "", first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines of a comment, indented as the lines that it is about."""
    lead = f"{indent}# "
    return wrapped(safe(text), WIDTH, lead + first, lead + rest)


def _how_to_answer(questions: list[Question], assessed: date, score: str) -> list[str]:
    """Say how questions are answered, and by which command the file is judged."""
    if not questions:
        return _comment(NOTHING_ASKED.replace(SCORE, score))
    how, long_form = (_comment(text.replace(SCORE, score)) for text in (HOW, LONG_FORM))
    shown = next((question for question in questions if question["evidence"]), questions[0])
    return [*how, "#", *long_form, "#", *_long_form(shown, assessed)]


def _long_form(question: Question, assessed: date) -> list[str]:
    """Show the long form of an answer."""
    day = assessed.isoformat()
    return [
        f"#   {question['id']}:",
        f"#     answer: {_examples(question)[0]}",
        "#     evidence:",
        f'#       - {{says: who said what, link: "https://example.org/where", date: {day}}}',
        f'#       - {{measurement: "what you counted: 31 of 40", date: {day}}}',
        "#     note: what you want to remember",
    ]


def _question(
    question: Question, questions: list[Question], text: dict[str, Any], place: str
) -> list[str]:
    """Give the comment on a question, and the line to fill in."""
    labels = text["labels"]
    longest = max(map(len, labels), default=0)
    lines = _comment(f"{place}: {text['ask']}", INDENT)
    for choice, label in labels.items():
        lines += _comment(label, INDENT, f"  {choice.ljust(longest)}  ", " " * (longest + 4))
    lines += _comment(f"Why: {text['why']}", INDENT)
    if question["when"]:
        counts = condition_text(question["when"], questions)
        lines += _comment(f"Counts only if {counts}; otherwise leave it as it is.", INDENT)
    lines += _sentences(_forms(question, text))
    lines += _sentences(_backing(question))
    return [*lines, f"{INDENT}{question['id']}: unknown"]


def _sentences(said: list[str]) -> list[str]:
    """Give sentences as a comment, with as few of them broken as can be: values stand in them."""
    lines: list[str] = []
    for sentence in said:
        if lines and columns(f"{lines[-1]} {sentence}") <= WIDTH:
            lines[-1] += f" {sentence}"
        else:
            lines += _comment(sentence, INDENT)
    return lines


def _forms(question: Question, text: dict[str, Any]) -> list[str]:
    """Say what an answer can look like."""
    one, wide = _examples(question)
    match question["kind"]:
        case "choice":
            said = ["Answer: one of these words.", f"If it may be either: {wide}."]
        case "choices":
            said = [
                f"Answer: a list such as {one}, or [] for none.",
                f"If some are not sure: {wide}.",
            ]
        case "number":
            unit = UNITS.get(text["unit"], f" in {safe(text['unit'])}")
            span = f"from {question['least']:.15g} to {question['most']:.15g}"
            said = [f"Answer: a number{unit} {span}.", f"If it lies between two: {wide}."]
        case _:
            said = ["Answer: yes or no."]
    if question["may_not_apply"]:
        said.append("If it does not apply to you: {not-applicable: the reason}.")
    return said


def _examples(question: Question) -> tuple[str, str]:
    """Give an answer, and one that is not sure, as they stand in a file."""
    first, *more = question["choices"] or ["yes"]
    match question["kind"]:
        case "choice":
            return first, f"{{one-of: [{first}, {more[0]}]}}"
        case "choices":
            return f"[{first}, {more[0]}]", f"{{surely: [{first}], maybe: [{more[0]}]}}"
        case "number":
            least, most = question["least"], question["most"]
            low, high = SPAN if least <= SPAN[0] and SPAN[1] <= most else (least, most)
            return f"{low:.15g}", f"{{between: [{low:.15g}, {high:.15g}]}}"
        case _:
            return first, ""


def _backing(question: Question) -> list[str]:
    """Say what backs an answer, and when it is old; where there is something to say."""
    days, rung = question["fresh_for"], question["evidence"]
    if rung:
        *others, last = (EVIDENCE[name] for name in RUNGS[rung - 1 :])
        backed = f"{', '.join(others)} or {last}" if others else last
        return [f"Evidence: {backed}{f', at most {days} days old' if days else ''}."]
    return [f"Evidence: none is needed, but look again after {days} days."] if days else []
