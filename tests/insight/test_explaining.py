"""Explanations: each month taken away or given back, and on what it rests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.errors import UsageError
from lifeline.insight.explaining import cap_entries, explain
from lifeline.insight.subjects import read_by
from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import assess
from tests.authored import ASSESSED, Authored, compiled, idea
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, farm, garden, protection, question, rubric
from tests.reference.strategies import answers_for, claims_for, rubric_sets
from tests.scoring.records import small
from tests.scoring.test_market_findings import field

KEYS = "format path id idea assessed as_of set subject lifeline entries".split()
CAP_KEYS = """kind id clock cause status takes gives_back months waits_on answers because remedy
claims demanded_by history""".split()
FINDING_KEYS = """kind id level status waits_on answers because remedy claims demanded_by
history""".split()
SILENT_KEYS = "kind id status lifts answers because remedy claims demanded_by history".split()
QUESTION_KEYS = """kind id ask why asked rubric answer read_by decides months_by_answer claims
record""".split()
BACK_KEYS = "protection months status because claims demanded_by history".split()

WEEKS: Authored = {
    "entry": "nobody",
    "copy-time": "weeks",
    "assets": ["network"],
    "used": False,
    "launch": 8,
}


def explained(answers: Authored, subject: str = "", **more: Any) -> dict[str, Any]:
    found = idea(answers, dated())
    assessment = assess(found, dated(), as_of=ASSESSED, path="idea.yaml", **more)
    return explain(dated(), found, assessment, subject, **more)


def entry(answers: Authored, subject: str) -> dict[str, Any]:
    (found,) = explained(answers, subject)["entries"]
    return dict(found)


def test_everything_is_every_cap_and_finding_with_the_keys_that_are_documented() -> None:
    found = explained(WEEKS)
    assert list(found) == KEYS
    assert found["subject"] is None
    assert found["set"] == {"id": "dated", "version": "1.0.0"}
    caps = [one for one in found["entries"] if one["kind"] == "cap"]
    findings = [one for one in found["entries"] if one["kind"] == "finding"]
    assert [one["id"] for one in caps] == ["product/only-time-lacking", "product/nothing-protects"]
    assert [one["id"] for one in findings] == ["product/window-missed", "product/not-used"]
    assert caps + findings == found["entries"]
    assert all(list(one) == CAP_KEYS for one in caps)
    assert all(list(back) == BACK_KEYS for one in caps for back in one["gives_back"])
    assert all(list(one) == FINDING_KEYS for one in findings)


@pytest.mark.parametrize("strict", [False, True])
def test_an_entry_repeats_what_the_assessment_has(strict: bool) -> None:
    read = idea(WEEKS, dated())
    assessment: Any = assess(read, dated(), as_of=ASSESSED, path="a.yaml", strict=strict)
    found = explain(dated(), read, assessment, strict=strict)
    assert found["format"] == 1
    for key in ("path", "id", "idea", "assessed", "as_of", "lifeline"):
        assert found[key] == assessment[key]
    caps = found["entries"][: len(assessment["caps"])]
    for cap, one in zip(assessment["caps"], caps, strict=True):
        for key in ("clock", "cause", "status", "waits_on", "because", "remedy"):
            assert one[key] == cap[key]
        assert [claim["id"] for claim in one["claims"]] == cap["claims"]
        for lift, back in zip(cap["lifted_by"], one["gives_back"], strict=True):
            assert (back["status"], back["because"]) == (lift["status"], lift["because"])
    assert cap_entries(dated(), assessment) == caps


def test_a_finding_of_a_level_is_told_with_it() -> None:
    levels = [(one["id"], one["level"]) for one in explained(WEEKS)["entries"] if "level" in one]
    assert levels == [("product/window-missed", "warning"), ("product/not-used", "note")]


def test_a_cap_says_what_it_takes_and_what_is_given_back() -> None:
    found = entry(WEEKS, "only-time-lacking")
    assert (found["takes"], found["months"]) == (9, {"low": 6, "high": 6})
    (back,) = found["gives_back"]
    assert (back["protection"], back["months"], back["status"]) == ("product/network", 3, "certain")
    assert found["answers"] == {"product/copy-time": "weeks"}


def test_everything_rests_on_claims_with_their_source_and_what_became_of_them() -> None:
    (claim,) = entry(WEEKS, "network")["claims"]
    assert (claim["id"], claim["says"]) == ("T2-1", "Users stay where other users are.")
    assert claim["source"]["author"] == "Another author"
    assert claim["status"]["verdict"] == "overtaken"


def test_history_stands_beside_a_rule() -> None:
    found = entry(WEEKS, "only-time-lacking")["history"]
    assert found["held"] == {"cases": 2, "ended": 2, "median": 4}
    assert entry(WEEKS, "window-missed")["history"] is None
    assert entry(WEEKS, "shipped")["demanded_by"] == "T1-2"


def test_a_finding_tells_what_it_says_here() -> None:
    found = entry(WEEKS, "window-missed")
    assert found["because"] == "You open in 8 months, and the lifeline is 6 months."
    assert found["remedy"] == "Open before 6 months are over."
    assert (found["status"], found["waits_on"]) == ("certain", [])
    assert found["answers"] == {"product/launch": "8"}
    open_ = entry({**WEEKS, "launch": "unknown"}, "window-missed")
    assert (open_["status"], open_["waits_on"]) == ("possible", ["product/launch"])


@pytest.mark.parametrize("subject", ["shipped", "window-missed", "hard-to-copy"])
def test_what_says_nothing_here_can_be_explained_too(subject: str) -> None:
    found = entry({**WEEKS, "launch": 1}, subject)
    assert list(found) == SILENT_KEYS
    assert (found["status"], found["lifts"]) == ("silent", [])


def test_a_rule_that_is_silent_names_no_months_of_this_idea() -> None:
    found = entry({**WEEKS, "launch": 1}, "window-missed")
    assert found["because"] == "You open in N months, and the lifeline is M months."
    assert found["remedy"] == "Open before M months are over."


@pytest.mark.parametrize(
    ("subject", "kind"),
    [("shipped", "cap"), ("window-missed", "finding"), ("hard-to-copy", "protection")],
)
def test_what_is_silent_is_told_as_what_it_is_with_what_it_reads(subject: str, kind: str) -> None:
    found = entry({**WEEKS, "launch": 1}, subject)
    assert (found["kind"], found["id"]) == (kind, f"product/{subject}")
    assert list(found["answers"]) == read_by(dated(), found["id"])


def test_a_protection_says_what_it_lifts() -> None:
    assert entry(WEEKS, "network")["lifts"] == [
        {"rule": "product/only-time-lacking", "status": "certain", "months": 6},
        {"rule": "product/nothing-protects", "status": "certain", "months": 12},
    ]
    assert entry(WEEKS, "network")["status"] == "holds"


def test_a_question_says_what_it_decides() -> None:
    found = entry(WEEKS, "copy-time")
    assert list(found) == QUESTION_KEYS
    assert found["answer"] == "weeks"
    assert found["read_by"] == [
        {"id": "product/only-time-lacking", "fires": True},
        {"id": "product/hard-to-copy", "fires": False},
    ]
    assert [row["answer"] for row in found["months_by_answer"]] == ["year", "months", "weeks"]
    assert (found["kind"], found["asked"], found["rubric"]) == ("question", True, "judged")
    assert found["why"] == "What is built in weeks is copied in weeks."
    assert found["ask"] == "How long would a team of five need to build the same thing?"
    assert [claim["id"] for claim in found["claims"]] == ["T1-1"]
    (network,) = entry(WEEKS, "assets")["read_by"]
    assert network == {"id": "product/network", "fires": True}, "a protection is at work"
    missed, used = "product/window-missed", "product/not-used"
    assert [one["id"] for one in entry(WEEKS, "launch")["read_by"] if one["fires"]] == [missed]
    assert entry(WEEKS, "used")["read_by"] == [{"id": used, "fires": True}]


def test_a_question_says_of_which_others_it_decides_whether_they_are_asked() -> None:
    def decides(answers: Authored, question: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = entry(answers, question)["decides"]
        return found

    missed = {"id": "product/window-missed", "fires": True}
    assert decides(WEEKS, "used") == [{"id": "product/launch", "asked": True, "read_by": [missed]}]
    silent = {**missed, "fires": False}
    assert decides({**WEEKS, "used": True}, "used") == [
        {"id": "product/launch", "asked": False, "read_by": [silent]}
    ]
    assert decides(WEEKS, "copy-time") == decides(WEEKS, "launch") == []


def test_a_rubric_that_is_left_out_is_told_beside_its_questions() -> None:
    plot = rubric("plot", questions=[question("fig", "yes-no")])
    shed = rubric("shed", optional=True, questions=[question("roof", "yes-no")])
    both = compiled(farm(plot, shed), CLAIMS)
    read = idea({"fig": True}, both)
    assessment = assess(read, both, as_of=ASSESSED)
    for name, standing in (("fig", "judged"), ("roof", "offered")):
        (found,) = explain(both, read, assessment, name)["entries"]
        assert found["rubric"] == standing


def test_the_only_answer_that_began_an_optional_rubric_is_asked_for() -> None:
    plot = rubric("plot", questions=[question("fig", "yes-no")])
    shed = rubric("shed", optional=True, questions=[question("roof", "yes-no")])
    both = compiled(farm(plot, shed), CLAIMS)
    read = idea({"roof": True}, both)
    assessment = assess(read, both, as_of=ASSESSED)
    (found,) = explain(both, read, assessment, "roof")["entries"]
    assert (found["asked"], found["rubric"], found["answer"]) == (True, "judged", "yes")
    assert [(row["answer"], row["given"]) for row in found["months_by_answer"]] == [
        ("yes", True),
        ("no", False),
    ]


def test_under_strict_a_question_that_an_unbacked_answer_would_hide_is_asked(
    ngc: CompiledSet,
) -> None:
    read = idea({"used": True}, ngc)
    for strict in (True, False):
        assessment = assess(read, ngc, as_of=ASSESSED, strict=strict)
        (found,) = explain(ngc, read, assessment, "launch", strict=strict)["entries"]
        assert found["asked"] == ("lifeline/launch" in assessment["open"]) == strict


def test_under_strict_other_answers_are_tried_strictly_and_with_the_record() -> None:
    def low(answers: Authored, **how: Any) -> list[int]:
        read = idea(answers, field(), capabilities=["file-chat"])
        assessment = assess(read, field(), as_of=date(2023, 12, 1), **how)
        (found,) = explain(field(), read, assessment, "fig", **how)["entries"]
        return [row["months"]["low"] for row in found["months_by_answer"]]

    rosy: Authored = {"entry": "not-yet", "rivals": "not-yet", "fig": True}
    assert low(rosy, strict=True, market=small()) == [0, 0]
    assert low(rosy, strict=True) == low(rosy, market=small()) == [12, 12]


def about(question: str, **more: Any) -> Any:
    """Give what the small record has beside a question, on a day of its announcement."""
    day = {"assessed": "2023-05-02", "capabilities": ["file-chat"], **more}
    found = idea({"entry": "not-yet"}, field(), **day)
    assessment = assess(found, field(), as_of=date(2023, 12, 1), market=small())
    (one,) = explain(field(), found, assessment, question, market=small())["entries"]
    return one["record"]


def test_a_question_says_what_the_record_of_the_assessed_day_suggests_and_why() -> None:
    found = about("entry")
    assert (found["day"], found["suggests"]) == ("2023-05-02", "announced")
    (status,) = found["statuses"]
    assert (status["capability"], status["status"]) == ("file-chat", "announced")
    assert status["companies"]["announced"] == ["Acme"]
    (sign,) = status["signs"]
    assert (sign["id"], sign["date"], sign["what"]) == ("files-sold", "2023-04-30", None)
    assert sign["sources"]
    assert found["documents"] == small()["documents"]


def test_an_idea_without_a_day_is_explained_by_the_figures_of_the_day_one_looks() -> None:
    rich = protection("rich", {"budget": {"at-least": {"parameter": "training-cost"}}})
    cost = {"id": "training-cost", "unit": "USD"}
    fields = garden(protections=[rich], parameters=[cost])
    read = idea({}, fields)
    read.assessed = None
    how: Any = {"market": small()}
    assessment = assess(read, fields, as_of=date(2023, 12, 1), **how)
    (found,) = explain(fields, read, assessment, "budget", **how)["entries"]
    assert (found["asked"], found["read_by"]) == (True, [{"id": "garden/rich", "fires": False}])


def test_where_the_record_suggests_nothing_a_question_has_none() -> None:
    assert about("fig") is None, "the question takes nothing from it"
    assert about("entry", capabilities=["flying"]) is None, "no word that the record knows"
    assert entry(WEEKS, "copy-time")["record"] is None, "no record was used"


def test_of_a_question_that_is_not_asked_nothing_is_tried() -> None:
    found = entry({**WEEKS, "used": True}, "launch")
    assert (found["asked"], found["answer"], found["months_by_answer"]) == (False, "8", [])


def test_an_answer_is_open_or_not_asked() -> None:
    assert entry({"used": False}, "window-missed")["answers"] == {"product/launch": "unknown"}
    assert entry({"used": True}, "window-missed")["answers"] == {"product/launch": "not asked here"}


def test_a_saved_answer_that_another_hides_is_none(ngc: CompiledSet) -> None:
    saved: Authored = {"used": True, "launch": 12}
    assert entry(saved, "window-missed")["answers"] == {"product/launch": "not asked here"}
    read = idea(saved, ngc)
    for strict, counts in ((False, "not asked here"), (True, "12")):
        assessment = assess(read, ngc, as_of=ASSESSED, strict=strict)
        (found,) = explain(ngc, read, assessment, "window-missed", strict=strict)["entries"]
        assert found["answers"]["lifeline/launch"] == counts


def test_an_unknown_subject_is_refused() -> None:
    with pytest.raises(UsageError, match=r"Did you mean 'network'\?"):
        explained(WEEKS, "networks")


def test_findings_of_the_program_itself_have_no_claims_and_are_left_out() -> None:
    answers = {"entry": "nobody"}
    rules = [
        one["rule"] for one in assess(idea(answers, dated()), dated(), as_of=ASSESSED)["findings"]
    ]
    assert "evidence/unbacked" in rules
    assert not [e for e in explained(answers)["entries"] if e["id"].startswith("evidence/")]


@st.composite
def ideas(draw: st.DrawFn) -> tuple[CompiledSet, Authored]:
    rubric_set = draw(rubric_sets(clocks=draw(st.booleans())))
    return compiled(rubric_set, claims_for(rubric_set)), draw(answers_for(rubric_set))


@settings(max_examples=settings().max_examples * 3 // 5)
@given(ideas(), st.booleans())
def test_every_id_of_a_set_can_be_explained_and_no_place_stays_empty(
    drawn: tuple[CompiledSet, Authored], strict: bool
) -> None:
    compiled_set, answers = drawn
    found, as_of = idea(answers, compiled_set), date(2023, 9, 30)
    assessment = assess(found, compiled_set, as_of=as_of, strict=strict)
    for id_ in (*compiled_set["texts"]["reasons"], *compiled_set["ids"], ""):
        whole = explain(compiled_set, found, assessment, id_, strict=strict)
        assert whole["subject"] == (id_ or None)
        for one in whole["entries"]:
            assert one["claims"]
            assert "{" not in one.get("because", "") + one.get("remedy", "")


@settings(max_examples=settings().max_examples * 3 // 5)
@given(ideas())
def test_what_is_taken_and_given_back_is_what_is_left(drawn: tuple[CompiledSet, Authored]) -> None:
    compiled_set, answers = drawn
    found = idea(answers, compiled_set)
    assessment = assess(found, compiled_set, as_of=ASSESSED)
    entries = explain(compiled_set, found, assessment)["entries"]
    for cap in (one for one in entries if one["kind"] == "cap"):
        left = 12 - cap["takes"]
        sure = [back["months"] for back in cap["gives_back"] if back["status"] == "certain"]
        every = [back["months"] for back in cap["gives_back"]]
        if assessment["lifeline"] and assessment["lifeline"]["exact"]:
            assert cap["months"]["high"] <= left + max(every, default=0)
            assert cap["months"]["low"] >= left + max(sure, default=0)
        if sure == every:
            assert cap["months"] == dict.fromkeys(("low", "high"), left + max(sure, default=0))


@settings(max_examples=settings().max_examples * 3 // 5)
@given(ideas())
def test_the_least_that_a_certain_cap_leaves_is_what_a_clock_lasts_at_most(
    drawn: tuple[CompiledSet, Authored],
) -> None:
    compiled_set, answers = drawn
    found = idea(answers, compiled_set)
    assessment: Any = assess(found, compiled_set, as_of=ASSESSED)
    entries = explain(compiled_set, found, assessment)["entries"]
    caps = [one for one in entries if one["kind"] == "cap"]
    certain = [cap["months"]["high"] for cap in caps if cap["status"] == "certain"]
    if assessment["lifeline"]["exact"]:
        assert assessment["lifeline"]["months"]["high"] <= min(certain, default=12)
        least = [cap["months"]["low"] for cap in caps]
        assert assessment["lifeline"]["months"]["low"] == min(least, default=12)
