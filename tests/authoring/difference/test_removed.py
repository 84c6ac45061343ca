"""What is told of ids that are gone, renamed or retired."""

from __future__ import annotations

import pytest

from tests.authoring.difference.versions import Edit, changes

GATE = "gate: {min-months: 6, fail-on: blocker}\n"
NOT_USED = """\
  - id: not-used
    when: {used: false}
    finding: note
    because: Nobody uses it.
    remedy: Find one user.
    claims: [T1-1]
"""
MONTHS = "      - {id: months, label: Some months, points: 0.5}\n"


def retiring(*entries: str) -> Edit:
    """Add retired ids to the set."""
    lines = "".join(f"  - {{{entry}}}\n" for entry in entries)
    return GATE, f"{GATE}retired:\n{lines}"


@pytest.mark.parametrize(
    ("edits", "kind", "told"),
    [
        ([(MONTHS, "")], "breaking", "choice copy-time.months is not there any more."),
        (
            [(MONTHS, ""), retiring("id: copy-time.months, in: 1.0.0, use: copy-time.weeks")],
            "compatible",
            "choice copy-time.months is not there any more. It counts as weeks.",
        ),
        (
            [(MONTHS, ""), retiring("id: copy-time.months, in: 1.0.0")],
            "breaking",
            "choice copy-time.months is not there any more.",
        ),
        ([(NOT_USED, "")], "breaking", "rule product/not-used is not there any more."),
        (
            [(NOT_USED, ""), retiring("id: product/not-used, in: 1.0.0")],
            "breaking",
            "rule product/not-used is not there any more.",
        ),
        (
            [(NOT_USED, ""), retiring("id: product/not-used, in: 1.0.0, use: product/shipped")],
            "compatible",
            "rule product/not-used is not there any more. product/shipped takes its place.",
        ),
    ],
)
def test_what_is_gone_is_breaking_unless_it_is_kept(
    edits: list[Edit], kind: str, told: str
) -> None:
    (change,) = changes(*edits)
    assert (change["kind"], change["message"], change["path"]) == (kind, told, "old/product.yaml")


def test_a_question_that_is_gone_is_told_where_it_was() -> None:
    used = ("  - id: used\n", "  - id: in-use\n")
    conditions = [
        ("when: {used: false}\n    better", "when: {in-use: false}\n    better"),
        ("when: {used: false}\n    finding", "when: {in-use: false}\n    finding"),
    ]
    found = changes(used, *conditions)
    gone = next(change for change in found if change["path"].startswith("old/"))
    assert (gone["kind"], gone["line"]) == ("breaking", 41)
    assert gone["hint"] == (
        "in-use says the same. Was it renamed? Then list the old id under 'retired': use: in-use."
    )
    assert any(change["message"] == "question in-use is new." for change in found)


def test_a_question_that_is_renamed_and_retired_is_kept_with_what_reads_it() -> None:
    edits = [
        ("  - id: used\n", "  - id: in-use\n"),
        ("when: {used: false}\n    better", "when: {in-use: false}\n    better"),
        ("when: {used: false}\n    finding", "when: {in-use: false}\n    finding"),
        retiring("id: used, in: 1.0.0, use: in-use, map: same"),
    ]
    (change,) = changes(*edits)
    assert change["kind"] == "compatible"
    assert change["message"] == "question used is called in-use now."


def test_answers_that_a_map_forgets_are_lost() -> None:
    edits = [
        ("  - id: used\n", "  - id: in-use\n"),
        ("when: {used: false}\n    better", "when: {in-use: false}\n    better"),
        ("when: {used: false}\n    finding", "when: {in-use: false}\n    finding"),
        retiring("id: used, in: 1.0.0, use: in-use, map: {yes: yes}"),
    ]
    messages = [change["message"] for change in changes(*edits) if change["kind"] == "breaking"]
    assert messages == ["question used: answers with no stand for nothing in its 'map'."]


def test_a_choice_and_a_rule_can_be_renamed() -> None:
    edits = [
        (MONTHS, MONTHS.replace("id: months", "id: half-year")),
        (NOT_USED, NOT_USED.replace("id: not-used", "id: unused")),
        retiring(
            "id: copy-time.months, in: 1.0.0, use: copy-time.half-year",
            "id: product/not-used, in: 1.0.0, use: product/unused",
        ),
    ]
    found = changes(*edits)
    assert {change["kind"] for change in found} == {"compatible"}
    assert [change["message"] for change in found] == [
        "choice copy-time.months is called half-year now.",
        "rule product/not-used is called product/unused now.",
    ]


def test_two_choices_put_together_are_no_renaming() -> None:
    weeks = "      - {id: weeks, label: Some weeks, points: 0}\n"
    edits = [
        (MONTHS + weeks, MONTHS.replace("id: months", "id: less")),
        ("when: {copy-time: weeks}", "when: {copy-time: less}"),
        retiring(
            "id: copy-time.months, in: 1.0.0, use: copy-time.less",
            "id: copy-time.weeks, in: 1.0.0, use: copy-time.less",
        ),
    ]
    told = {change["message"]: change["kind"] for change in changes(*edits)}
    assert told["choice copy-time.weeks is not there any more. It counts as less."] == "compatible"
    assert told["choice copy-time.less is new."] == "compatible"
    assert "breaking" in told.values()  # the condition holds for other answers now


USED = "id: in-earnest, in: 0.9.0, use: used, map: {yes: yes, no: no}"


@pytest.mark.parametrize(
    ("before", "after", "kind", "told"),
    [
        ([USED], ["id: other, in: 0.9.0"], "breaking", "in-earnest is not listed any more."),
        ([USED], ["id: in-earnest, in: 0.9.0, use: used"], "breaking", "in-earnest stands for"),
        (["id: in-earnest, in: 0.9.0, use: used"], [USED], "compatible", "in-earnest stands for"),
        (["id: in-earnest, in: 0.9.0"], [USED], "compatible", "in-earnest stands for something"),
        (
            ["id: other, in: 0.9.0"],
            ["id: other, in: 0.9.0", USED],
            "compatible",
            "in-earnest is li",
        ),
    ],
)
def test_retired_ids_are_held_to_what_they_stood_for(
    before: list[str], after: list[str], kind: str, told: str
) -> None:
    change, *_ = changes(retiring(*after), before=(retiring(*before),))
    assert change["kind"] == kind
    assert change["message"].startswith(f"retired id {told}")


def test_the_version_in_which_something_went_is_no_change() -> None:
    later = USED.replace("0.9.0", "0.8.0")
    assert changes(retiring(later), before=(retiring(USED),)) == []
