"""What is told of answers that nothing backs, or that too old evidence backs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from lifeline.model.assessment import Finding
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from lifeline.scoring.assess import Assessor
from tests.authored import ASSESSED, assessed, compiled, idea_file
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

SAYS = {"says": "A gardener told us."}
LINK = {"link": "https://example.org/fruit"}
MEASURED = {"measurement": "Nine of ten trees bore fruit."}


def asking(least: str | None, fresh_for: int | None = None) -> CompiledSet:
    """Give a set that asks for evidence of some rung, which is fresh for some days."""
    wanted = {"evidence": least, "fresh-for": fresh_for}
    more: Any = {key: value for key, value in wanted.items() if value}
    asked = question("entry", "choice", choices=["nobody", "everyone"], **more)
    ends = rule("ends", when={"entry": "everyone"}, cap=cap(3))
    return compiled(farm(rubric("garden", questions=[asked], rules=[ends])), CLAIMS)


def told(of: CompiledSet, *evidence: Any, as_of: date = ASSESSED) -> list[Finding]:
    answer: Any = {"answer": "nobody", "evidence": list(evidence)} if evidence else "nobody"
    found = assessed({"entry": answer}, of, as_of=as_of)["findings"]
    return [finding for finding in found if finding["rule"].startswith("evidence/")]


@pytest.mark.parametrize(
    ("least", "message", "key"),
    [
        ("says", "Nothing is said in support of this answer.", "says"),
        ("link", "No link supports this answer.", "link"),
        ("measurement", "No measurement supports this answer.", "measurement"),
    ],
)
def test_it_is_told_what_is_missing_and_how_to_add_it(least: str, message: str, key: str) -> None:
    (found,) = told(asking(least))
    assert (found["rule"], found["level"]) == ("evidence/unbacked", "note")
    assert (found["status"], found["question"]) == ("certain", "garden/entry")
    assert found["message"] == message
    assert found["remedy"] == f"Add '{key}:' under 'evidence:'."
    assert (found["line"], found["column"]) == (5, 3)


@pytest.mark.parametrize(
    ("least", "enough"),
    [
        ("says", [True, True, True]),
        ("link", [False, True, True]),
        ("measurement", [False, False, True]),
    ],
)
def test_evidence_backs_what_asks_for_its_rung_or_a_lower_one(
    least: str, enough: list[bool]
) -> None:
    assert [not told(asking(least), item) for item in (SAYS, LINK, MEASURED)] == enough


FIRST_DAY, SEEN = date(2023, 4, 1), date(2023, 3, 22)


@pytest.mark.parametrize(("as_of", "is_old"), [(FIRST_DAY, False), (date(2023, 4, 2), True)])
def test_evidence_is_too_old_from_the_day_after_it_was_fresh_for_the_last_time(
    as_of: date, is_old: bool
) -> None:
    dated: Any = {**LINK, "date": SEEN.isoformat()}
    found = told(asking("link", 10), dated, as_of=as_of)
    assert [each["rule"] for each in found] == ["evidence/stale"] * is_old
    for each in found:
        assert each["message"] == "The evidence for this answer is too old since 2023-04-02."
        assert each["remedy"].startswith("Look again; then change the answer, or add what you saw")
        assert (each["level"], each["question"]) == ("warning", "garden/entry")


def test_the_newest_item_of_a_rung_that_counts_says_how_old_the_evidence_is() -> None:
    day = date(2023, 6, 20)
    old, new = {**LINK, "date": "2023-03-01"}, {**LINK, "date": "2023-06-15"}
    assert told(asking("link", 10), old, new, as_of=day) == []
    assert told(asking("link", 10), new, old, as_of=day) == []
    (found,) = told(asking("link", 10), old, {**SAYS, "date": "2023-06-15"}, as_of=day)
    assert found["message"].endswith("too old since 2023-03-12.")


def test_evidence_without_a_date_is_of_the_assessed_day_and_one_of_tomorrow_is_none_yet() -> None:
    last = ASSESSED + timedelta(days=10)
    assert told(asking("link", 10), LINK, as_of=last) == []
    assert len(told(asking("link", 10), LINK, as_of=last + timedelta(days=1))) == 1
    tomorrow = {**LINK, "date": (ASSESSED + timedelta(days=1)).isoformat()}
    (found,) = told(asking("link"), tomorrow)
    assert found["rule"] == "evidence/unbacked"
    assert told(asking("link"), tomorrow, as_of=ASSESSED + timedelta(days=1)) == []


def test_where_no_evidence_is_asked_for_the_answer_itself_grows_old() -> None:
    last = ASSESSED + timedelta(days=10)
    assert told(asking(None, 10), as_of=last) == []
    (found,) = told(asking(None, 10), as_of=last + timedelta(days=1))
    assert found["rule"] == "evidence/stale"
    assert found["message"] == "This answer is too old since 2023-07-11."
    assert found["remedy"] == (
        "Look again; then add what you saw with the day you saw it, or put under 'assessed:' the"
        " day on which all answers hold."
    )
    assert told(asking(None), as_of=date(2099, 1, 1)) == []


def test_what_is_told_to_do_about_an_answer_that_grew_old_itself_makes_it_fresh() -> None:
    of, day = asking(None, 10), ASSESSED + timedelta(days=11)
    assert told(of, {**SAYS, "date": day.isoformat()}, as_of=day) == []
    moved: Any = {"assessed": day.isoformat()}
    assert assessed({"entry": "nobody"}, of, as_of=day, **moved)["findings"] == []


def test_older_evidence_beside_an_answer_that_needs_none_does_not_make_it_older() -> None:
    old = {**LINK, "date": (ASSESSED - timedelta(days=61)).isoformat()}
    assert told(asking(None, 10), old, as_of=ASSESSED + timedelta(days=10)) == []


def test_of_an_answer_that_is_open_no_evidence_is_wanted() -> None:
    found = assessed({"entry": "unknown"}, asking("link", 10), as_of=date(2099, 1, 1))
    assert found["findings"] == []


def test_each_file_is_told_its_own_places_and_days() -> None:
    of = asking("link", 10)
    one = Assessor(of)
    found = []
    for above, day in ((0, "2023-03-22"), (7, "2023-03-20"), (2, "2023-03-22")):
        answer = {"answer": "nobody", "evidence": [{**LINK, "date": day}]}
        data = b"# The first of ours.\n" * above + idea_file({"entry": answer})
        (told,) = one.assess(read_idea(data, "idea.yaml", of), as_of=ASSESSED)["findings"]
        found.append((told["line"], told["message"][-11:-1]))
    assert found == [(5, "2023-04-02"), (12, "2023-03-31"), (7, "2023-04-02")]


@pytest.mark.parametrize(("days", "low"), [(10, 12), (11, 3)])
def test_an_answer_is_doubted_where_assessing_is_strict_once_its_evidence_is_too_old(
    days: int, low: int
) -> None:
    as_of = ASSESSED + timedelta(days=days)
    for of, answer in (
        (asking(None, 10), "nobody"),
        (asking("link", 10), {"answer": "nobody", "evidence": [LINK]}),
    ):
        lifeline: Any = assessed({"entry": answer}, of, as_of=as_of, strict=True)["lifeline"]
        assert lifeline["months"] == {"low": low, "high": 12}


def test_an_assessment_names_the_file() -> None:
    assert assessed({}, asking("link"))["path"] == "idea.yaml"
