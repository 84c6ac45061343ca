"""The table of answers: in the set's words, with what backs them and how old that is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.insight.further import Further
from lifeline.reading.backing import backing_of
from lifeline.report.pages.answers import answer_tables, is_web_address
from lifeline.report.pages.beyond import PARTS, Beyond
from lifeline.scoring.assess import assess
from tests.reading.small import read, small

TODAY = date(2026, 11, 22)
NOTHING = Further(None, {"questions": [], "pair": None}, None)

FILE = """lifeline: 1
idea: An idea
assessed: 2026-11-01
answers:
  entry:
    one-of: [nobody, announced]
    by: Ann
    note: |
      One line.

      Another.
    evidence:
      - {says: we asked, link: "https://example.org/a", date: 2026-10-23}
      - {measurement: forty of them}
  assets: [network]
  uses-model: yes
  runway: 3
"""


def rows(text: str = FILE, without: tuple[str, ...] = (), *, bare: bool = False) -> dict[str, Any]:
    data = text.encode()
    idea = read(data, "idea.yaml")
    found = assess(idea, small(), as_of=TODAY)
    backing = backing_of(data, idea)
    beyond = Beyond(idea, NOTHING, backing=backing, curves={}, market=None, without=without)
    tables = answer_tables(found, small(), None if bare else beyond)
    return {row["id"]: row for table in tables for row in table["rows"]}


def test_an_answer_that_may_be_one_of_several_is_told_by_each_label() -> None:
    entry = rows()["entry"]
    assert entry["said"] == "nobody or announced"
    labels = small()["texts"]["questions"]["product/entry"]["labels"]
    assert entry["labels"] == [labels["nobody"], labels["announced"]]


def test_a_number_has_its_unit_and_yes_is_itself() -> None:
    found = rows()
    assert found["runway"]["said"].startswith("3 ")
    assert (found["uses-model"]["said"], found["uses-model"]["labels"]) == ("yes", [])


def test_what_backs_an_answer_stands_beside_it_with_who_says_so() -> None:
    entry = rows()["entry"]
    first, second = entry["items"]
    assert first == {
        "words": ["we asked"],
        "link": "https://example.org/a",
        "leads": True,
        "day": "2026-10-23",
    }
    assert second["words"] == ["forty of them"]
    assert entry["by"] == "Ann"
    assert entry["note"] == ["One line.", "Another."]


def test_an_answer_is_as_old_as_its_newest_evidence_else_as_the_assessed_day() -> None:
    found = rows()
    assert (found["entry"]["of"], found["entry"]["age"]) == ("23 October 2026", "30 days ago")
    assert (found["assets"]["of"], found["assets"]["age"]) == ("1 November 2026", "21 days ago")


@pytest.mark.parametrize("part", PARTS)
def test_what_is_left_out_is_nowhere_in_the_row(part: str) -> None:
    entry = rows(without=(part,))["entry"]
    assert bool(entry["note"]) is (part != "notes")
    assert bool(entry["items"]) is (part != "evidence")
    assert bool(entry["by"]) is (part != "evidence")
    assert entry["backed"]


def test_of_an_assessment_alone_the_answers_are_told_without_what_stands_beside() -> None:
    entry = rows(bare=True)["entry"]
    assert entry["labels"]
    assert not (entry["items"] or entry["note"] or entry["by"] or entry["of"])


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("javascript:alert(1)//https://example.org", False),
        ("https://a\u0020b", False),
        ("https://a\nb", False),
        ('https://a"onclick=b', False),
        ("data:text/html,x", False),
        ("//example.org", False),
    ],
)
def test_only_an_address_on_the_web_leads_somewhere(text: str, leads: bool) -> None:
    assert is_web_address(text) is leads
