"""What stands first, this week and when to stop, as they are told to a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.insight.further import look_further
from lifeline.insight.whatif.trials import Setting
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.reading.shelves import shipped_sets
from lifeline.report.kindly import ONE_THING, STOP, lay_out
from lifeline.report.pages.flow import Flow
from lifeline.report.sentences import first_sentence
from lifeline.scoring.assess import Assessor
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
LASTING = (ROOT / "examples/ideas/hugging-face.yaml").read_text(encoding="utf-8")
NOW = LASTING.replace("assessed: 2021-03-31", "assessed: 2026-11-01")
MONEY = "between: [36, 60]"
BEFORE = "Your money ends {when}, before the product does. Settle that first."


def told(ngc: CompiledSet, text: str) -> dict[str, list[str]]:
    """Give the lines below each of the three titles."""
    assessor = Assessor(ngc, load_market())
    idea = read_idea(text.encode(), "idea.yaml", ngc)
    found = assessor.assess(idea, as_of=TODAY, path="idea.yaml")
    further = look_further(Setting(assessor, idea, TODAY), found, None)
    parts: dict[str, list[str]] = {"": []}
    for line in lay_out(found, idea, ngc, further, Flow(), begin="Begin."):
        if line in (ONE_THING, STOP):
            parts[line] = []
        elif line:
            parts[[*parts][-1]].append(line)
    return parts


@pytest.mark.parametrize(
    ("months", "when"),
    [
        ("answer: 3", "on 1 February 2027"),
        ("between: [3, 5]", "by 1 April 2027 at the latest"),
        ("answer: 0.9", "on 28 November 2026"),
        ("between: [1.2, 2.5]", "by 17 January 2027 at the latest"),
    ],
)
def test_money_that_ends_before_the_product_is_named_first(
    ngc: CompiledSet, months: str, when: str
) -> None:
    parts = told(ngc, NOW.replace(MONEY, months))
    sentence = BEFORE.format(when=when)
    assert parts[ONE_THING][0].startswith(f"{sentence} This week, write down")
    assert parts[STOP][0] == sentence
    assert parts[STOP][1].startswith("But for that, nothing says that you should stop.")


def test_money_that_outlasts_the_product_is_not_named(ngc: CompiledSet) -> None:
    parts = told(ngc, NOW)
    assert not any("money ends" in line for lines in parts.values() for line in lines)
    assert parts[STOP][0].startswith("Nothing says that you should stop.")


def test_money_that_has_ended_by_now_is_not_told_as_if_it_were_to_come(ngc: CompiledSet) -> None:
    parts = told(ngc, LASTING.replace(MONEY, "answer: 3"))
    lead = "By your answers, your money ended on 30 June 2021, before the months of the product."
    assert parts[STOP][0].startswith(lead)


def test_what_is_accepted_on_purpose_does_not_lead(ngc: CompiledSet) -> None:
    waiver = "waivers: {lifeline/money-ends-first: {reason: We sell it., until: 2027-01-31}}\n"
    parts = told(ngc, NOW.replace(MONEY, "answer: 3") + waiver)
    assert not any("Settle that first" in line for lines in parts.values() for line in lines)


def test_in_another_language_the_set_says_it() -> None:
    ngc = load_set(str(Path(shipped_sets(), "ngc")), "zh")
    parts = told(ngc, NOW.replace(MONEY, "answer: 3"))
    assert "Your money" not in parts[ONE_THING][0]
    assert "Settle that first." in parts[ONE_THING][0]


def test_each_way_on_has_its_question_and_says_whether_better_would_do(ngc: CompiledSet) -> None:
    text = (ROOT / "examples/ideas/open-questions.yaml").read_text(encoding="utf-8")
    ways = told(ngc, text)[STOP][1:]
    assert ways[0].startswith("assistant (this or better): Only an ability")
    assert "without your help? Yes; and payers (this or better): Many individuals" in ways[1]
    assert ways[2].partition("; and ")[2].startswith("assets: ")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Is it so? Choose one.", "Is it so?"),
        ("Costs 3.5 USD. More.", "Costs 3.5 USD."),
        ("\u662f\u5426\uff1f\u8bf7\u9009\u3002", "\u662f\u5426\uff1f"),
        ("no end", "no end"),
    ],
)
def test_the_first_sentence_of_a_text(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("given", "is_told"),
    [("no-one", True), ("friendly", False), ("{one-of: [no-one, friendly]}", False)],
)
def test_an_answer_is_a_strength_only_where_none_is_better(
    ngc: CompiledSet, given: str, is_told: bool
) -> None:
    text = f"lifeline: 1\nidea: A\nassessed: 2026-11-01\nanswers:\n  one-party: {given}\n"
    assert any("one-party: " in line for line in told(ngc, text)[""]) == is_told
