"""The order in which a manual is told. How it looks is up to the page that it is told to."""

from __future__ import annotations

from lifeline.insight.grounds import ANYTHING
from lifeline.report.history import rule_text
from lifeline.report.manual.describing import entries_of
from lifeline.report.manual.questions import answer_effects, question_facts, reader_facts
from lifeline.report.manual.retired import retired_text
from lifeline.report.manual.rules import rule_facts
from lifeline.report.manual.wording import HOW, TITLES, gate_text, head_text, score_text
from lifeline.scoring.saying import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    Entry = dict[str, Any]

    class Page(Protocol):
        """What a manual is told to: ``own`` is the program's, ``words`` are an author's."""

        def heading(self, level: int, own: str, words: str = "", id_: str = "") -> None:
            """Begin a part, of level 1 to 4, to which ids may lead."""

        def contents(self, manual: Entry) -> None:
            """Tell what there is, where one can go to it."""

        def own(self, text: str) -> None:
            """Tell a paragraph of the program's."""

        def facts(self, own: list[str]) -> None:
            """Tell facts, one on each line."""

        def words(self, words: str, lead: str = "") -> None:
            """Tell a paragraph of an author's, after what it is about."""

        def answers(self, answers: list[Entry], effects: list[list[str]]) -> None:
            """Tell the answers of a question, each with what it does."""

        def weights(self, parts: list[Entry]) -> None:
            """Tell the questions of a score."""

        def claims(self, claims: list[Entry], sources: dict[str, Entry]) -> None:
            """Tell briefly what an entry rests on."""

        def source(self, source: Entry, claims: list[Entry]) -> None:
            """Tell a source and its claims in full."""


PARTS = {
    "questions": "Questions",
    "protections": "Protections",
    "caps": "Rules that take months",
    "findings": "Findings",
}
CLAIMS = (
    "What the questions and rules rest on, in the words of the set's authors, and what later events"
    " did to it. That nothing speaks against a claim does not prove it."
)
RETIRED = "Older idea files may hold these ids. They are never used again with another meaning."
OFF = (
    "The set that this one extends has these too. Here they count nowhere: what an idea file"
    " answers to them, or waives of them, is passed over."
)


def tell(manual: Entry, page: Page) -> None:
    """Tell a whole manual."""
    teller = _Teller(manual, page)
    teller.head()
    page.contents(manual)
    for rubric in manual["rubrics"]:
        teller.rubric(rubric)
    teller.tail()


def tell_entry(manual: Entry, id_: str, page: Page) -> None:
    """Tell one question, protection or rule, with its claims in full."""
    teller = _Teller(manual, page)
    entry = teller.entries[id_]
    teller.entry(entry, 1)
    cited = {teller.all_claims[claim]["source"] for claim in entry["claims"]}
    for source in (source for source in manual["sources"] if source["id"] in cited):
        claims = [teller.all_claims[claim] for claim in entry["claims"]]
        page.source(source, [claim for claim in claims if claim["source"] == source["id"]])


def parts_of(rubric: Entry) -> dict[str, list[Entry]]:
    """Give the entries of a rubric as a manual groups them."""
    kinds = {"caps": "cap", "findings": "finding"}
    parts = {"questions": rubric["questions"], "protections": rubric["protections"]}
    for part, kind in kinds.items():
        parts[part] = [rule for rule in rubric["rules"] if rule["kind"] == kind]
    return {part: entries for part, entries in parts.items() if entries}


class _Teller:
    """Tells the parts of one manual to one page."""

    def __init__(self, manual: Entry, page: Page) -> None:
        self.manual = manual
        self.page = page
        self.entries = {entry["id"]: entry for entry in entries_of(manual)}
        self.all_claims = {claim["id"]: claim for claim in manual["claims"]}
        self.sources = {source["id"]: source for source in manual["sources"]}

    def head(self) -> None:
        manual, page = self.manual, self.page
        page.heading(1, "", manual["title"])
        for text in (head_text(manual), *HOW, gate_text(manual["gate"])):
            page.own(text)

    def rubric(self, rubric: Entry) -> None:
        self.page.heading(2, "", rubric["title"], f"rubric-{rubric['id']}")
        self.page.words(rubric["about"])
        for part, entries in parts_of(rubric).items():
            self.page.heading(3, PARTS[part], id_=f"{rubric['id']}/part/{part}")
            for entry in entries:
                self.entry(entry, 4)
                self.page.claims([self.all_claims[id_] for id_ in entry["claims"]], self.sources)
        if rubric["score"]:
            self.page.heading(3, "Score", id_=f"{rubric['id']}/part/score")
            self.page.words(rubric["score"]["name"] or "", "Its name")
            self.page.own(score_text(rubric["score"]["parts"]))
            self.page.weights(rubric["score"]["parts"])

    def entry(self, entry: Entry, level: int) -> None:
        self.page.heading(level, f"{TITLES[entry['kind']]} `{entry['id']}`", id_=entry["id"])
        if entry["kind"] == "question":
            self._question(entry)
        else:
            self._rule(entry)

    def _question(self, question: Entry) -> None:
        page, answers = self.page, question["answers"]
        page.words(question["ask"])
        page.answers(answers, [answer_effects(answer, self.entries) for answer in answers])
        page.facts([*question_facts(question), *reader_facts(question, self.entries)])
        page.words(question["why"], "Why it is asked")
        if question["ask_whom"]:
            page.words(question["ask_whom"], "Whom to ask")

    def _rule(self, rule: Entry) -> None:
        page = self.page
        page.facts(rule_facts(rule))
        page.words(filled(rule["because"], ANYTHING), "Why")
        page.words(filled(rule["remedy"], ANYTHING), "What to do")
        history = rule_text(rule["history"], rule["demanded_by"])
        if history:
            page.words(history)

    def tail(self) -> None:
        manual, page = self.manual, self.page
        if manual["retired"]:
            page.heading(2, "Retired ids", id_="part-retired")
            page.own(RETIRED)
            page.facts([retired_text(old) for old in manual["retired"]])
        if manual["off"]:
            page.heading(2, "Switched off", id_="part-off")
            page.own(OFF)
            page.facts([f"`{off['id']}`, by {off['set']}." for off in manual["off"]])
        page.heading(2, "Claims", id_="part-claims")
        page.own(CLAIMS)
        for source in manual["sources"]:
            every = manual["claims"]
            page.source(source, [claim for claim in every if claim["source"] == source["id"]])
        page.heading(2, "Digests", id_="part-digests")
        page.facts(
            [
                f"Everything in the set: `{manual['digests']['content']}`",
                f"What can move a result: `{manual['digests']['deciding']}`",
            ]
        )
