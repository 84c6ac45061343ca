"""Writes one idea file of realistic size, from a random generator of its own."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from asked import Question, Rubrics
from phrases import IDEAS, MEASURED, NAMES, NOTES, PEOPLE, REASONS, SAID, SUMMARIES
from scalars import Answer, digits, flow, scalar, short

LINES = (56, 73)
"""How many lines a file aims at: few questions are answered at length, many mostly in short."""

LONG_FORM = 5
"""The lines a long answer with one item of evidence has beyond a short one."""

OPEN = 1 / 3
"""The share of the files with open questions; the shares below are of what each is about."""

ID_GIVEN = 1 / 2
COMMENTED = 1 / 10
WAIVED = 1 / 12
NOT_APPLICABLE = 1 / 5
MEASUREMENT = 1 / 7
LINKED = 3 / 5
FOLDED_NOTE = 1 / 50
REMARK = 1 / 50

FINE = 2
"""Numbers in a range no wider than this are not rounded to whole ones."""

FIRST_DAY = date(2026, 1, 5)


@dataclass(frozen=True)
class Idea:
    """One generated file."""

    text: str
    is_open: bool


class Writer:
    """Writes one idea with a random generator of its own."""

    def __init__(self, random: Random, rubrics: Rubrics, number: int, times: int) -> None:
        self.random = random
        self.times = times
        self.rubrics = rubrics
        self.number = number
        self.assessed = FIRST_DAY + timedelta(days=random.randrange(240))
        self.open = self.open_questions()

    def open_questions(self) -> frozenset[str]:
        """Choose what a third of the files leave open: one to three questions."""
        ids = [question.id for question in self.rubrics.questions]
        if not ids or not self.happens(OPEN):
            return frozenset()
        return frozenset(
            self.random.sample(ids, min(len(ids), self.times * self.random.randint(1, 3)))
        )

    def idea(self) -> Idea:
        """Write the whole file."""
        parts = (self.header(), self.answers(), self.waivers())
        return Idea("".join(f"{line}\n" for part in parts for line in part), bool(self.open))

    def header(self) -> list[str]:
        """Write what stands above the answers."""
        name = f"{self.random.choice(NAMES)} {self.number}"
        return [
            "lifeline: 1",
            f"idea: {scalar(f'{name}: {self.phrase(IDEAS)}')}",
            *self.maybe(ID_GIVEN, f"id: {stem(self.number)}"),
            f"summary: {scalar(self.phrase(SUMMARIES))}",
            f"assessed: {self.assessed}",
            f"set: {{{self.rubrics.id}: {self.rubrics.version}}}",
            *self.maybe(COMMENTED, f"# {self.phrase(NOTES)}"),
        ]

    def answers(self) -> list[str]:
        """Answer the questions in the set's order, as many at length as the lines allow."""
        given = {q.id: answer for q in self.rubrics.questions if (answer := self.answer(q))}
        if not given:
            return []
        aimed = self.times * self.random.randint(*LINES)
        room = max(0, aimed - 7 - len(given))
        evidence = self.shares(room, [name for name in given if name not in self.open])
        lines = (self.entry(name, given[name], evidence.get(name, 0)) for name in given)
        return ["answers:", *(line for entry in lines for line in entry)]

    def shares(self, room: int, names: list[str]) -> dict[str, int]:
        """Choose the answers in the long form, and how many items of evidence each has."""
        chosen = self.random.sample(names, min(len(names), room // LONG_FORM))
        spare = room - len(chosen) * LONG_FORM
        return {name: 1 + min(3, (spare + i) // len(chosen)) for i, name in enumerate(chosen)}

    def answer(self, question: Question) -> Answer:
        """Answer one question; an empty answer leaves it out."""
        if question.id in self.open:
            return self.open_answer(question)
        if question.may_not_apply and self.happens(NOT_APPLICABLE):
            return [("not-applicable", scalar(self.phrase(REASONS)))]
        return [("answer", self.value(question))]

    def open_answer(self, question: Question) -> Answer:
        """Leave a question open: missing, put off, unknown, or narrowed down."""
        way = self.random.choice(["missing", "later", "unknown", "narrowed", "narrowed"])
        if way == "missing":
            return []
        narrowed = self.narrowed(question) if way == "narrowed" else []
        return narrowed or [("answer", "later" if way == "later" else "unknown")]

    def narrowed(self, question: Question) -> Answer:
        """Say as much as is known; of a yes or no that is nothing."""
        match question.kind:
            case "choice":
                return [("one-of", flow(self.some(question, 2)))]
            case "choices":
                known, *others = self.some(question, 2)
                return [("surely", flow([known])), ("maybe", flow(others))]
            case "number":
                least, most = sorted((self.number_of(question), self.number_of(question)))
                return [("between", flow(map(digits, (least, most))))] if least < most else []
        return []

    def value(self, question: Question) -> str:
        """Choose a definite answer."""
        match question.kind:
            case "choice":
                return self.random.choice(question.choices)
            case "choices":
                return flow(self.some(question, 0))
            case "number":
                return digits(self.number_of(question))
        return self.random.choice(["true", "false"])

    def some(self, question: Question, least: int) -> list[str]:
        """Choose at least so many choices, seldom more than three, in the set's order."""
        most = max(least, min(3, len(question.choices) - 1))
        chosen = self.random.sample(question.choices, self.random.randint(least, most))
        return sorted(chosen, key=question.choices.index)

    def number_of(self, question: Question) -> float:
        """Choose a round number in the question's range, small ones more often."""
        span = question.most - question.least
        rough = float(f"{question.least + span * self.random.random() ** 3:.2g}")
        whole = round(rough) if span > FINE else rough
        return min(max(whole, question.least), question.most)

    def entry(self, name: str, answer: Answer, evidence: int) -> list[str]:
        """Write an answer: on one line without evidence, else in the long form."""
        if not evidence:
            return [f"  {name}: {short(answer)}"]
        return [
            f"  {name}:",
            *(f"    {key}: {value}" for key, value in answer),
            f"    by: {self.random.choice(PEOPLE)}",
            "    evidence:",
            *(f"      - {self.item()}" for _ in range(evidence)),
            *self.note(),
        ]

    def item(self) -> str:
        """Write one item of evidence on one line."""
        when = self.assessed - timedelta(days=self.random.randrange(120))
        if self.happens(MEASUREMENT):
            return f"{{measurement: {scalar(self.phrase(MEASURED))}, date: {when}}}"
        link = f'"https://example.org/{self.random.randrange(10**5)}"'
        parts = [f"says: {scalar(self.phrase(SAID))}", *self.maybe(LINKED, f"link: {link}")]
        return f"{{{', '.join(parts)}, date: {when}}}"

    def note(self) -> list[str]:
        """Write a note, now and then one that a person folded or set a comment beside."""
        text = self.phrase(NOTES)
        if self.happens(FOLDED_NOTE):
            return ["    note: >-", f"      {text}"]
        remark = "  # ask again" if self.happens(REMARK) else ""
        return [f"    note: {scalar(text)}{remark}"]

    def waivers(self) -> list[str]:
        """Accept a finding on purpose, in one file of twelve."""
        if not self.rubrics.findings or not self.happens(WAIVED):
            return []
        rule, reason = self.random.choice(self.rubrics.findings), scalar(self.phrase(REASONS))
        until = self.assessed + timedelta(days=180)
        return ["waivers:", f"  {rule}: {{reason: {reason}, until: {until}}}"]

    def phrase(self, phrases: tuple[str, ...]) -> str:
        """Choose a phrase, with a number in it where it has room for one."""
        return self.random.choice(phrases).format(self.random.randrange(2, 100))

    def maybe(self, share: float, text: str) -> list[str]:
        """Give the text in that share of cases."""
        return [text] if self.happens(share) else []

    def happens(self, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.random.random() < share


def stem(number: int) -> str:
    """Name a file, without its suffix, and its idea."""
    return f"idea-{number:05}"
