"""What is otherwise in one assessment than in another, thing by thing."""

from __future__ import annotations

from typing import Any

from lifeline.insight.movement.moved import is_anything, moved

CAP: dict[str, Any] = {
    "rule": "product/copied",
    "clock": "advantage",
    "cause": "absorption",
    "status": "possible",
    "value": {"low": 3, "high": 6},
    "because": "It is copied.",
    "remedy": "Build.",
}
FINDING: dict[str, Any] = {
    "rule": "product/late",
    "level": "warning",
    "status": "certain",
    "waived": False,
    "question": "product/launch",
    "message": "It is late.",
    "remedy": "Open.",
}
NONE: dict[str, list[Any]] = {"came": [], "went": [], "changed": []}


def assessment(**more: Any) -> Any:
    empty: dict[str, Any] = {"caps": [], "findings": [], "open": [], "answers": {}, "scores": {}}
    return {"idea": "Bakery", **empty, **more}


def test_between_like_assessments_nothing_moved() -> None:
    same = assessment(caps=[CAP], findings=[FINDING], open=["a"], scores={"product": None})
    found = moved(same, same)
    assert found == {
        "title": None,
        "caps": NONE,
        "findings": NONE,
        "open": {"opened": [], "answered": [], "needless": []},
        "scores": {},
    }
    assert not is_anything(found)


def test_caps_and_findings_come_and_go_as_they_are_told() -> None:
    bare, full = assessment(), assessment(caps=[CAP | {"line": 3}], findings=[FINDING])
    came, went = moved(bare, full), moved(full, bare)
    assert came["caps"] == NONE | {"came": [CAP]}
    assert went["caps"] == NONE | {"went": [CAP]}
    assert came["findings"] == NONE | {"came": [FINDING]}
    assert went["findings"] == NONE | {"went": [FINDING]}


def test_what_counts_otherwise_changed_and_other_words_for_it_are_no_change() -> None:
    caps: list[dict[str, Any]] = [{"status": "certain"}, {"value": {"low": 6, "high": 6}}]
    for change in caps:
        later = CAP | change | {"because": "Others copy it."}
        found = moved(assessment(caps=[CAP]), assessment(caps=[later]))
        assert found["caps"] == NONE | {"changed": [{"old": CAP, "new": later}]}
    findings: list[dict[str, Any]] = [{"level": "note"}, {"waived": True}, {"status": "possible"}]
    for change in findings:
        later = FINDING | change
        found = moved(assessment(findings=[FINDING]), assessment(findings=[later]))
        assert found["findings"] == NONE | {"changed": [{"old": FINDING, "new": later}]}
    reworded = assessment(
        caps=[CAP | {"because": "Others copy it."}], findings=[FINDING | {"message": "Late."}]
    )
    assert not is_anything(moved(assessment(caps=[CAP], findings=[FINDING]), reworded))


def test_one_rule_may_find_something_of_several_questions() -> None:
    whole = FINDING | {"question": None}
    other = FINDING | {"question": "product/runway"}
    found = moved(assessment(findings=[FINDING, whole]), assessment(findings=[FINDING, other]))
    assert found["findings"] == {"came": [other], "went": [whole], "changed": []}


def test_an_open_question_is_answered_or_needless_by_now() -> None:
    old = assessment(open=["a", "b", "c"])
    found = moved(old, assessment(open=["c", "d"], answers={"a": "yes"}))
    assert found["open"] == {"opened": ["d"], "answered": ["a"], "needless": ["b"]}


def test_scores_are_told_where_they_moved() -> None:
    low, high = {"low": 10, "high": 10}, {"low": 20, "high": 20}
    old = assessment(scores={"same": low, "moved": low, "gone": low})
    new = assessment(scores={"same": low, "moved": high, "came": None})
    assert moved(old, new)["scores"] == {
        "moved": {"old": low, "new": high},
        "gone": {"old": low, "new": None},
    }


def test_each_kind_of_difference_is_one() -> None:
    bare = assessment()
    others: list[dict[str, Any]] = [
        {"idea": "Shop"},
        {"caps": [CAP]},
        {"findings": [FINDING]},
        {"open": ["a"]},
        {"scores": {"product": {"low": 0, "high": 0}}},
    ]
    for other in others:
        assert is_anything(moved(bare, assessment(**other)))
        assert is_anything(moved(assessment(**other), bare))
    assert moved(bare, assessment(idea="Shop"))["title"] == {"old": "Bakery", "new": "Shop"}
