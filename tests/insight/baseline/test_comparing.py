"""What is told of an idea that is not as it was accepted, with the line that is the reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifeline.errors import InvalidFile, UsageError
from lifeline.insight.baseline.comparing import compare, require_own_ids
from lifeline.insight.baseline.standing import standing
from lifeline.model.baseline import Change, Standing
from lifeline.scoring.assembling import invalid
from lifeline.scoring.gate import gate_of
from tests.authored import ASSESSED, assessed, idea
from tests.insight.baseline.standings import baseline_of, finding, problem, stand
from tests.reading.small import small


def new(old: Standing | None, now: Standing) -> list[Change]:
    found = compare(baseline_of([old] if old else []), [now])
    assert not found["stale"]
    return found["new"]


def stale(old: Standing, now: list[Standing]) -> list[Change]:
    found = compare(baseline_of([old]), now)
    assert not found["new"]
    return found["stale"]


NOTHING: dict[str, Any] = {
    **dict.fromkeys(("path", "clock", "finding", "was", "now", "status", "rule", "deciding")),
    **dict.fromkeys(("idea", "message", "remedy"), ""),
    "line": 1,
    "column": 1,
    "gates": [],
    "errors": [],
}
ONE = {**NOTHING, "id": "one", "idea": "One", "path": "ideas/one.yaml"}
CAP = {"rule": "a/advantage", "message": "So.", "remedy": "Do.", "line": 5, "column": 3}
FOUND = {"rule": "a/b", "message": "Mind.", "remedy": "Mend.", "line": 9, "column": 3}
LESS: dict[str, Any] = {"kind": "months", "clock": "advantage", **CAP}


@pytest.mark.parametrize(
    ("old", "now", "told"),
    [
        (stand("one"), stand("one", months=(3, 6)), {**ONE, **LESS, "was": 6, "now": 3}),
        (stand("one"), stand("one", months=(12, 6)), {**ONE, **LESS, "was": 6, "now": 12}),
        (
            stand("one"),
            stand("one", findings=("a/b at a/c",)),
            {
                **ONE,
                **FOUND,
                "kind": "finding",
                "finding": "a/b at a/c",
                "status": "certain",
                "now": "warning",
            },
        ),
        (
            stand("one", findings=("a/b at a/c",)),
            stand("one"),
            {**ONE, "kind": "finding", "finding": "a/b at a/c"},
        ),
        (
            stand("one"),
            stand("one", "fail"),
            {
                **ONE,
                **CAP,
                "kind": "verdict",
                "was": "pass",
                "now": "fail",
                "gates": stand("one", "fail")["gates"],
                "deciding": "a/c",
            },
        ),
        (
            stand("one", "unclear"),
            stand("one"),
            {
                **ONE,
                "kind": "verdict",
                "was": "unclear",
                "now": "pass",
                "gates": stand("one")["gates"],
                "deciding": "a/c",
            },
        ),
        (
            stand("one"),
            stand("one", "invalid"),
            {
                **ONE,
                "kind": "invalid",
                "idea": "",
                "was": "pass",
                "now": "invalid",
                "errors": [problem()],
            },
        ),
        (stand("one", "fail"), None, {**NOTHING, "kind": "idea", "id": "one", "was": "fail"}),
    ],
)
def test_of_each_change_is_told_what_concerns_it_and_nothing_else(
    old: Standing, now: Standing | None, told: dict[str, Any]
) -> None:
    found = compare(baseline_of([old]), [now] if now else [])
    assert [*found["new"], *found["stale"]] == [told]


@pytest.mark.parametrize(
    ("part", "rules", "rule"),
    [
        ("months", [], "a/necessity"),
        ("months/advantage", [], "a/advantage"),
        ("findings", ["a/e"], "a/e"),
        ("findings", ["a/gone"], None),
        ("age", [], None),
    ],
)
def test_a_verdict_is_told_with_what_the_first_part_of_the_gate_that_has_it_comes_from(
    part: str, rules: list[str], rule: str | None
) -> None:
    now = stand("one", "fail", months=(6, 3), findings=("a/b at a/c", "a/e"))
    first, wanted = now["gates"][0], {"part": part, "rules": rules}
    gates: Any = [{**first, "verdict": "unclear"}, {**first, **wanted}, {**first, "part": "open"}]
    (change,) = new(None, {**now, "gates": gates})
    assert (change["kind"], change["rule"]) == ("idea", rule)
    assert (change["gates"], change["deciding"]) == (gates, "a/c")


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
    assert not compare(baseline_of([stand("one")]), [], ["one"])["stale"]


def test_an_idea_is_not_called_gone_where_a_file_that_cannot_be_read_may_hold_it() -> None:
    baseline = baseline_of([stand("one"), stand("two")])
    unknown = compare(baseline, [stand("two"), stand("x", "invalid")])
    assert not unknown["stale"]
    known = compare(baseline, [stand("two", "invalid")])
    assert [change["id"] for change in known["stale"]] == ["one"]


def test_two_files_with_one_id_are_an_error_that_names_both() -> None:
    other: Any = {**stand("one"), "path": "more/one.yaml"}
    require_own_ids([stand("one"), stand("two")])
    with pytest.raises(UsageError) as told:
        require_own_ids([stand("one"), stand("two"), other])
    assert str(told.value) == (
        "lifeline: ideas/one.yaml and more/one.yaml have the same id, 'one'. A baseline tells ideas"
        " apart by it: give one of them another 'id:'."
    )


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


def judged(**more: Any) -> Any:
    """Give an assessment that says some things otherwise."""
    return {**assessed({}, small()), **more}


def test_what_is_told_beside_is_as_in_the_assessment() -> None:
    told = judged(id="one", idea="One", path="one.yaml", errors=[problem()])
    found = standing(told)
    keys = "id", "idea", "path", "gates", "errors"
    assert [found[key] for key in keys] == [told[key] for key in keys]  # type: ignore[literal-required]


def test_what_decides_is_told_only_where_it_settles_the_verdict() -> None:
    question = {"question": "product/entry", "settling": 1}
    assert standing(judged(deciding=question))["deciding"] == "product/entry"
    assert standing(judged(deciding={**question, "settling": 0}))["deciding"] is None
    assert standing(judged(deciding=None))["deciding"] is None


def test_findings_are_held_by_their_question_if_they_have_one_in_order() -> None:
    levels = "blocker", "warning", "note"
    found: list[dict[str, Any]] = [finding("b/c at b/d"), finding("a/b"), finding("c/d")]
    found = [{**each, "level": level} for each, level in zip(found, levels, strict=True)]
    stands = standing(judged(findings=[*found, {**finding("d/e"), "waived": True}]))
    assert stands["accepted"]["findings"] == ["a/b", "b/c at b/d"]
    assert stands["findings"] == {"b/c at b/d": found[0], "a/b": found[1]}


def cap(rule: str, low: int, status: str = "certain", clock: str = "advantage") -> dict[str, Any]:
    place = {"line": 7, "column": 5}
    told = {"rule": rule, "because": "Late.", "remedy": "Open.", **place}
    return {**told, "clock": clock, "status": status, "value": {"low": low, "high": 12}}


def test_what_holds_a_clock_down_is_the_cap_that_leaves_least_rather_one_that_is_certain() -> None:
    caps = [cap("a", 6), cap("b", 3, "possible"), cap("c", 3), cap("d", 0, clock="necessity")]
    assert standing(judged(caps=caps))["grounds"] == {
        "advantage": {"rule": "c", "message": "Late.", "remedy": "Open.", "line": 7, "column": 5},
        "necessity": {"rule": "d", "message": "Late.", "remedy": "Open.", "line": 7, "column": 5},
    }
    found = standing(judged(caps=caps[:2]))["grounds"]
    assert found["advantage"]["rule"] == "b"
    assert found["necessity"] == {
        "rule": None,
        "message": "",
        "remedy": "",
        "line": 1,
        "column": 1,
    }


def test_what_cannot_be_judged_stands_as_invalid_and_has_no_months() -> None:
    with pytest.raises(InvalidFile) as caught:
        idea({"gone": "yes"}, small())
    found = standing(invalid(caught.value, ASSESSED, gate_of(small()["deciding"]["gate"])))
    assert found["accepted"] == {"verdict": "invalid", "months": {}, "findings": []}
    assert len(found["errors"]) == 1
