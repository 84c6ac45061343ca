"""JUnit XML: a test for each idea, with counts that add up."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.hostile.inert import check_inert
from tests.report.reported import FAILS, PASSES, all_judged, judged, written


def root_of(text: str) -> Element:
    return fromstring(text)


def test_each_idea_is_a_test_in_its_folder() -> None:
    (suite,) = root_of(written("junit", all_judged()))
    assert [(case.get("classname"), case.get("name")) for case in suite] == [
        ("ideas", "broken"),
        ("ideas", "fails"),
        ("ideas", "passes"),
        ("ideas", "unclear"),
    ]


def test_what_does_not_pass_is_marked_by_its_verdict() -> None:
    (suite,) = root_of(written("junit", all_judged()))
    marks = {case.get("name"): [(mark.tag, mark.get("type")) for mark in case] for case in suite}
    assert marks == {
        "broken": [("error", "invalid")],
        "fails": [("failure", "fail")],
        "passes": [],
        "unclear": [("failure", "unclear")],
    }


@pytest.mark.parametrize("name", ["::add-mask::a.yaml", "##[group]a.yaml"])
def test_a_path_that_begins_a_line_is_no_command_and_stays_as_it_is(name: str) -> None:
    text = written("junit", [judged(FAILS, name)])
    check_inert(text)
    ((case,),) = root_of(text)
    assert f"\n{name}:8:3: error: Your money" in (case[0].text or "")


def test_the_counts_add_up() -> None:
    root = root_of(written("junit", [*all_judged(), judged(PASSES, "more/a.yaml")]))
    for element in (root, *root):
        assert (element.get("tests"), element.get("failures"), element.get("errors")) == (
            *("5", "2", "1"),
        )


def test_a_failure_says_the_verdict_and_each_reason_with_its_place() -> None:
    ((case,),) = root_of(written("junit", [judged(FAILS, "a.yaml")]))
    (failure,) = case
    assert case.get("classname") == "."
    assert failure.get("message", "").startswith("It ends before 12 months")
    assert "a.yaml:8:3: error: Your money ends soon. (product/money-ends)" in (failure.text or "")
    assert "-> Raise money." in (failure.text or "")


def test_there_is_no_time_as_the_same_input_gives_the_same_bytes() -> None:
    assert "time" not in written("junit", [judged(PASSES)])
