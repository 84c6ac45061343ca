"""What is told of an idea that is not as it was accepted, with the line that is the reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.errors import UsageError
from lifeline.insight.baseline.comparing import compare, require_own_ids
from lifeline.insight.baseline.standing import standing
from lifeline.model.baseline import Change, Standing
from tests.authored import assessed
from tests.insight.baseline.standings import baseline_of, stand
from tests.reading.small import small


def new(old: Standing | None, now: Standing) -> list[Change]:
    found = compare(baseline_of([old] if old else []), [now], whole=True)
    assert not found["stale"]
    return found["new"]


def stale(old: Standing, now: list[Standing]) -> list[Change]:
    found = compare(baseline_of([old]), now, whole=True)
    assert not found["new"]
    return found["stale"]


def test_a_low_end_that_fell_is_told_at_the_line_of_the_cap() -> None:
    (change,) = new(stand("one", months=(6, 12)), stand("one", months=(6, 3)))
    assert (change["kind"], change["clock"], change["was"], change["now"]) == (
        "months",
        "necessity",
        12,
        3,
    )
    assert (change["rule"], change["line"], change["column"]) == ("a/necessity", 6, 3)


def test_a_worse_verdict_is_told_with_what_the_gate_wanted() -> None:
    (change,) = new(stand("one", "unclear"), stand("one", "fail"))
    assert (change["kind"], change["was"], change["now"]) == ("verdict", "unclear", "fail")
    assert [part["part"] for part in change["gates"]] == ["months"]
    assert change["rule"] == "a/advantage"
    assert change["remedy"] == "Do."


def test_what_would_mend_an_unclear_idea_is_not_said_as_it_may_not_be_needed() -> None:
    (change,) = new(stand("one"), stand("one", "unclear"))
    assert change["remedy"] == ""


def test_a_new_finding_is_told_at_its_answer_also_where_its_rule_stands_elsewhere() -> None:
    now = stand("one", findings=("a/b at a/c", "a/b at a/d"))
    (change,) = new(stand("one", findings=("a/b at a/c",)), now)
    assert (change["kind"], change["finding"], change["line"]) == ("finding", "a/b at a/d", 9)


def test_what_was_accepted_is_not_told_again() -> None:
    assert not new(stand("one", "fail", (0, 0), ("a/e",)), stand("one", "fail", (0, 0), ("a/e",)))


def test_a_new_idea_has_to_pass_and_may_have_findings() -> None:
    assert not new(None, stand("one", findings=("a/e",)))
    for verdict in ("unclear", "fail"):
        (change,) = new(None, stand("one", verdict))
        assert (change["kind"], change["was"], change["now"]) == ("idea", None, verdict)


def test_a_file_that_can_be_judged_no_more_is_new_with_what_is_wrong() -> None:
    for old, was in ((stand("one"), "pass"), (None, None)):
        (change,) = new(old, stand("one", "invalid"))
        assert (change["kind"], change["was"], change["now"]) == ("invalid", was, "invalid")
        assert len(change["errors"]) == 1


def test_a_file_that_was_accepted_as_invalid_may_stay_so_and_is_better_once_it_is_read() -> None:
    broken = stand("one", "invalid")
    assert not new(broken, broken)
    (change,) = stale(broken, [stand("one", "fail", (0, 0), ("a/e",))])
    assert (change["kind"], change["was"], change["now"]) == ("invalid", "invalid", "fail")


def test_what_is_better_is_stale() -> None:
    old = stand("one", "fail", (3, 6), ("a/e", "a/b at a/c"))
    found = stale(old, [stand("one", "pass", (6, 12), ("a/e",))])
    told = [(change["kind"], change["clock"] or change["finding"]) for change in found]
    assert told == [
        ("months", "advantage"),
        ("months", "necessity"),
        ("verdict", None),
        ("finding", "a/b at a/c"),
    ]


def test_an_idea_that_is_gone_is_stale_unless_only_some_are_looked_at() -> None:
    (change,) = stale(stand("one"), [])
    assert (change["kind"], change["id"], change["path"]) == ("idea", "one", None)
    assert not compare(baseline_of([stand("one")]), [], whole=False)["stale"]


def test_an_idea_is_not_called_gone_where_a_file_that_cannot_be_read_may_hold_it() -> None:
    baseline = baseline_of([stand("one"), stand("two")])
    unknown = compare(baseline, [stand("two"), stand("x", "invalid")], whole=True)
    assert not unknown["stale"]
    known = compare(baseline, [stand("two", "invalid")], whole=True)
    assert [change["id"] for change in known["stale"]] == ["one"]


def test_two_files_with_one_id_are_an_error_that_names_both() -> None:
    other: Any = {**stand("one"), "path": "more/one.yaml"}
    require_own_ids([stand("one"), stand("two")])
    with pytest.raises(UsageError, match=r"ideas/one\.yaml and more/one\.yaml have the same id"):
        require_own_ids([stand("one"), other])


def standing_of(answers: dict[str, Any], **more: Any) -> Standing:
    return standing(assessed(answers, small(), **more))


def test_an_idea_stands_with_its_low_ends_its_verdict_and_its_findings() -> None:
    found = standing_of({"entry": "nobody", "runway": 3})
    assert found["accepted"] == {
        "verdict": "pass",
        "months": {"advantage": 6, "necessity": 12},
        "findings": ["product/money-ends at product/runway"],
    }
    assert found["grounds"]["advantage"]["rule"] == "product/nothing-protects"
    assert found["grounds"]["necessity"]["rule"] is None


def test_what_is_waived_a_note_or_only_brought_by_time_is_not_held() -> None:
    evidence = [{"says": "seen", "link": "https://example.org", "date": "2023-05-01"}]
    answers = {"entry": {"answer": "nobody", "evidence": evidence}, "runway": 3}
    waivers = {"product/money-ends": {"reason": "known", "until": "2023-12-31"}}
    assert standing_of({"runway": 3}, waivers=waivers)["accepted"]["findings"] == []
    late = date(2024, 6, 30)
    rules = {each["rule"] for each in assessed(answers, small(), as_of=late)["findings"]}
    assert "evidence/stale" in rules
    held = standing_of(answers, as_of=late)["accepted"]["findings"]
    assert held == ["product/money-ends at product/runway"]


def test_a_waiver_that_is_over_brings_its_finding_back_and_is_not_held_itself() -> None:
    waivers = {"product/money-ends": {"reason": "known", "until": "2023-06-01"}}
    held = standing_of({"runway": 3}, waivers=waivers)["accepted"]["findings"]
    assert held == ["product/money-ends at product/runway"]
