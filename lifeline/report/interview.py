"""The interview script for people: what to ask first, whom, and what each answer would come to."""

from __future__ import annotations

from lifeline.report import phrases
from lifeline.scoring.saying import months_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.model.assessment import (
        Assessment,
        Interview,
        OpenQuestion,
        Pair,
        PossibleAnswer,
    )
    from lifeline.report.terminal import Terminal

    Lines = list[str]

NOTHING_OPEN = "Nothing is open: there is no question left to ask."
ORDER = (
    "The first tells most. Each question is weighed by itself, as if all others stayed open: put"
    " the answer into the file, and print this again for the next one."
)
REST = "The {others} can no longer change the verdict or the months"
ALL_REST = "No open answer can change the verdict or the months any more"
BESIDE = "For the verdict there is no need to ask more. {They} can still change scores or remarks."
ELSEWHERE = (
    "The answers from which to choose stand in the file that 'lifeline new{choosing}' writes, and"
    " in 'lifeline rubric show{choosing}'."
)
SAME = "By itself, no answer changes the verdict or the months; together with others it may."
PAIR = "No single answer settles the verdict. Answer {first} and {second} together: {settling}"
PAIRS = "pairs of answers"
NARROWS = "No answer settles the verdict by itself, but some leave fewer months open."
STANDS = "The verdict stands. Some answers leave fewer months open."
NEEDLESS = "Other answers that are still open may make this question needless."

OUTCOMES = {"pass": "it would pass", "fail": "it would fail", "unclear": "still unclear"}

KINDS = {
    "choices": "Tick all that are true. What is said of a line holds if no other one is ticked.",
    "number": "Write a number",
}
TICK_ALL = "Tick all that are true."
NOT_APPLICABLE = "It does not apply; write down why"


def lay_out(
    assessment: Assessment, found: Interview, terminal: Terminal, *, every: bool = False
) -> Lines:
    """Give the lines of the script for one idea.

    ``every``: with the answers to questions that can no longer change anything, to tick.
    """
    layout = _Layout(terminal, is_unclear=assessment["verdict"] == "unclear")
    telling = [each for each in found["questions"] if each["effect"] != "beside"]
    rest = [each for each in found["questions"] if each["effect"] == "beside"]
    if not found["questions"]:
        return terminal.paragraph(NOTHING_OPEN)
    lines = layout.titled("What to ask, and whom", ORDER) if telling else []
    if found["pair"]:
        lines += terminal.paragraph(_pair(found["pair"]))
    for number, question in enumerate(telling, 1):
        lines += ["", *layout.question(number, question)]
    if not rest:
        return lines
    others = f"other {len(rest)} questions" if len(rest) > 1 else "other question"
    title = REST.format(others=others) if telling else ALL_REST
    they = "They" if len(rest) > 1 else "It"
    beside = BESIDE.format(They=they)
    elsewhere = ELSEWHERE.format(choosing=terminal.choosing)
    lines += ["", *layout.titled(title, beside if every else f"{beside} {elsewhere}")]
    for number, question in enumerate(rest, len(telling) + 1):
        lines += layout.asked(number, question)
        lines += layout.choices(question) if every else []
    return lines


class _Layout:
    """Lays questions out; ``is_unclear``: whether the verdict waits on any of them."""

    def __init__(self, terminal: Terminal, *, is_unclear: bool) -> None:
        self.terminal = terminal
        self.is_unclear = is_unclear

    def titled(self, title: str, text: str) -> Lines:
        heading = [self.terminal.paint(line, "bold") for line in self.terminal.paragraph(title)]
        return [*heading, *self.terminal.paragraph(text)]

    def question(self, number: int, question: OpenQuestion) -> Lines:
        lines = self.asked(number, question)
        lines += self._indented(self._matters(question))
        lines += self._indented(NEEDLESS) if question["may_be_needless"] else []
        lines += self._indented(_how(question))
        for answer in question["answers"]:
            lines += self._answer(question, answer)
        return lines

    def asked(self, number: int, question: OpenQuestion) -> Lines:
        """Give what is asked, and whom."""
        name = phrases.bare(question["question"])
        lines = self.terminal.paragraph(f"{question['ask']} ({name})", 4, f"{number}.")
        if question["ask_whom"]:
            lines += self._indented(f"Ask: {question['ask_whom']}.")
        return lines

    def choices(self, question: OpenQuestion) -> Lines:
        """Give how to answer, and the answers to tick, without what they would come to."""
        lines = self._indented(_how(question))
        for answer in question["answers"]:
            if question["kind"] != "number" or answer["answer"] == "not-applicable":
                lines += self._ticked(_words(answer))
        return lines

    def _matters(self, question: OpenQuestion) -> str:
        """Say why the question stands where it does."""
        if question["effect"] == "verdict":
            return phrases.settling(question, "answers").capitalize()
        if question["effect"] == "together":
            return SAME
        return NARROWS if self.is_unclear else STANDS

    def _answer(self, question: OpenQuestion, answer: PossibleAnswer) -> Lines:
        """Give an answer to tick; what it comes to only where that tells answers apart."""
        words = _words(answer)
        outcome = f"{self.terminal.signs['to']} {self._outcome(answer)}"
        if question["effect"] == "together":
            is_number = question["kind"] == "number" and answer["answer"] != "not-applicable"
            return [] if is_number else self._ticked(words)
        if answer["label"] is None:
            return self._ticked(f"{words} {outcome}")
        return self._ticked(words) + self.terminal.paragraph(outcome, 8)

    def _ticked(self, words: str) -> Lines:
        return self.terminal.paragraph(words, 8, "    [ ] ")

    def _outcome(self, answer: PossibleAnswer) -> str:
        months = months_text(answer["months"])
        return f"{months}, {OUTCOMES[answer['verdict']]}" if self.is_unclear else months

    def _indented(self, text: str) -> Lines:
        return self.terminal.paragraph(text, 4) if text else []


def _pair(pair: Pair) -> str:
    first, second = map(phrases.bare, pair["questions"])
    return PAIR.format(first=first, second=second, settling=phrases.settling(pair, PAIRS))


def _how(question: OpenQuestion) -> str:
    """Say how to answer, where ticking one line is not all."""
    how = KINDS.get(question["kind"], "")
    if question["effect"] == "together" and question["kind"] == "choices":
        return TICK_ALL
    if question["kind"] != "number":
        return how
    unit = question["unit"] or "1"
    return f"{how}{'' if unit == '1' else f' ({unit})'}: ______"


def _words(answer: PossibleAnswer) -> str:
    """Give an answer by its label, and as the idea file has it."""
    if answer["answer"] == "not-applicable":
        return NOT_APPLICABLE
    return f"{answer['label']} ({answer['answer']})" if answer["label"] else answer["answer"]
