"""Writes idea files of realistic size, from a seed, for whatever questions a rubric set has."""

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml
from harness import set_folder
from phrases import IDEAS, MEASURED, NAMES, NOTES, PEOPLE, REASONS, SAID, SUMMARIES

SEED = 2023
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
PLAIN = re.compile(r"[A-Za-z][\w./%-]*( [\w./%-]+)+")

Answer = list[tuple[str, str]]
"""The keys of an answer's long form that say what it is, each with its value as YAML."""


@dataclass(frozen=True)
class Question:
    """What the generator has to know of a question to answer it."""

    id: str
    kind: str
    choices: tuple[str, ...]
    least: float
    most: float
    may_not_apply: bool


@dataclass(frozen=True)
class Rubrics:
    """A set's version and questions, and the findings that its ideas may waive."""

    id: str
    version: str
    questions: tuple[Question, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Idea:
    """One generated file."""

    text: str
    is_open: bool


def main() -> None:
    """Write the files, and print what they are like and their digest."""
    options = arguments().parse_args()
    rubrics = read_set(options.set)
    options.out.mkdir(parents=True, exist_ok=True)
    ideas = generate(rubrics, options.count, options.seed)
    print(summary(list(write(options.out, ideas))))


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=set_folder, required=True, help="a folder with set.yaml")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser


def read_set(folder: Path) -> Rubrics:
    """Read the set and its rubrics, every scalar as text."""
    about = load(folder / "set.yaml")
    rubrics = [load(folder / f"{stem}.yaml") for stem in about["rubrics"]]
    questions = (q for rubric in rubrics for q in rubric.get("questions") or ())
    findings = (name for rubric in rubrics for name in waivable(rubric))
    return Rubrics(about["set"], about["version"], tuple(map(question, questions)), tuple(findings))


def load(path: Path) -> dict[str, Any]:
    """Load one file of the set."""
    with path.open("rb") as file:
        content: dict[str, Any] = yaml.load(file, yaml.CBaseLoader)
    return content


def question(raw: dict[str, Any]) -> Question:
    """Take from a question what its answers depend on."""
    return Question(
        id=raw["id"],
        kind=raw["kind"],
        choices=tuple(choice["id"] for choice in raw.get("choices") or ()),
        least=float(raw.get("min", 0)),
        most=float(raw.get("max", 0)),
        may_not_apply=raw.get("may-not-apply") == "true",
    )


def waivable(rubric: dict[str, Any]) -> Iterator[str]:
    """Name the rules of a rubric that find something: caps cannot be waived."""
    for rule in rubric.get("rules") or ():
        if "finding" in rule:
            yield f"{rubric['rubric']}/{rule['id']}"


def generate(rubrics: Rubrics, count: int, seed: int) -> Iterator[Idea]:
    """Make the ideas; each depends on the seed and its number alone, not on how many there are."""
    for number in range(1, count + 1):
        yield Writer(Random(f"{seed}/{number}"), rubrics, number).idea()


def write(folder: Path, ideas: Iterable[Idea]) -> Iterator[Idea]:
    """Write each idea to its file, and pass it on."""
    for number, idea in enumerate(ideas, 1):
        folder.joinpath(f"{stem(number)}.yaml").write_text(idea.text, encoding="utf-8")
        yield idea


def stem(number: int) -> str:
    """Name a file, without its suffix, and its idea."""
    return f"idea-{number:05}"


def summary(ideas: list[Idea]) -> str:
    """Say how big the files are, how many have open questions, and which bytes they are."""
    content = "".join(idea.text for idea in ideas)
    data, count = content.encode(), len(ideas) or 1
    return (
        f"{len(ideas):,} ideas, {content.count(chr(10)) / count:.1f} lines"
        f" and {len(data) / count:,.0f} bytes each,"
        f" {sum(idea.is_open for idea in ideas) / count:.0%} with open questions,"
        f" sha256 {hashlib.sha256(data).hexdigest()[:16]}"
    )


class Writer:
    """Writes one idea with a random generator of its own."""

    def __init__(self, random: Random, rubrics: Rubrics, number: int) -> None:
        self.random = random
        self.rubrics = rubrics
        self.number = number
        self.assessed = FIRST_DAY + timedelta(days=random.randrange(240))
        self.open = self.open_questions()

    def open_questions(self) -> frozenset[str]:
        """Choose what a third of the files leave open: one to three questions."""
        ids = [question.id for question in self.rubrics.questions]
        if not ids or not self.happens(OPEN):
            return frozenset()
        return frozenset(self.random.sample(ids, min(len(ids), self.random.randint(1, 3))))

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
        room = max(0, self.random.randint(*LINES) - 7 - len(given))
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


def short(answer: Answer) -> str:
    """Write an answer in its short form, on one line."""
    if answer[0][0] == "answer":
        return answer[0][1]
    return f"{{{', '.join(f'{key}: {value}' for key, value in answer)}}}"


def flow(items: Iterable[str]) -> str:
    """Write a list on one line."""
    return f"[{', '.join(items)}]"


def digits(number: float) -> str:
    """Write a number without an exponent or needless zeros."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def scalar(text: str) -> str:
    """Write text as YAML: plain if it is plain words, else in double quotes."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
