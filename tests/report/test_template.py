"""A new idea file: as its golden file shows it, and valid at once for every set."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import ABSENT, GIVEN, OPEN, Idea
from lifeline.reading.idea import read_idea
from lifeline.report.template import WIDTH, template
from lifeline.scoring.assess import assess
from tests.authored import compiled
from tests.reading.small import small
from tests.reference.strategies import Authored, claims_for, rubric_sets

DAY = date(2026, 11, 22)
SETS = rubric_sets() | rubric_sets(clocks=True)
EVIL = "a\n\nanswers: {}\r\x85\u2028\x1b[31m\x07 \u202e\ufeff\ud800\tb # 'c' \"d\": {e"


def new(compiled_set: CompiledSet, title: str = "A product", id_: str = "") -> str:
    more = [rubric["rubric"] for rubric in compiled_set["deciding"]["optional"]]
    return template(compiled_set, idea(title, id_), more)


def idea(title: str, id_: str = "") -> Idea:
    """Give what a new file says of an idea before any answer."""
    made = Idea()
    made.title, made.id, made.assessed = title, id_, DAY
    return made


def read(text: str, compiled_set: CompiledSet) -> Idea:
    return read_idea(text.encode(), "a-file.yaml", compiled_set)


def blocks(text: str) -> list[str]:
    """Give the comment and the line of each question."""
    return [block.rstrip() for block in text.split("\n\n") if block.rstrip().endswith(": unknown")]


def comment_of(block: str) -> str:
    """Give the words of a comment on one line."""
    return " ".join(line.strip().removeprefix("#").strip() for line in block.split("\n"))


def test_it_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("template/small.yaml", new(small(), id_="a-product"))


def test_every_question_of_the_shipped_set_is_there(ngc: CompiledSet) -> None:
    text = new(ngc)
    found = read(text, ngc)
    assert list(found.answers) == [*range(len(ngc["ids"]))]
    assert {answer.state for answer in found.answers.values()} == {OPEN}
    assert (found.title, found.id, found.assessed) == ("A product", "a-file", DAY)
    assert found.versions == {"ngc": ngc["version"]}
    for block, id_ in zip(blocks(text), ngc["ids"], strict=True):
        told, words = comment_of(block), ngc["texts"]["questions"][id_]
        assert words["ask"] in told
        assert words["why"] in told
        assert all(
            f"{choice} " in told and label in told for choice, label in words["labels"].items()
        )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Is it bought again?", "# Is it bought again? How long"),
        ("再次购买？", "# 再次购买？ How long"),
        ("Buy again!", "# Buy again! How long"),
        ("Buyers", "# Buyers. How long"),
    ],
)
def test_a_title_that_is_a_question_gets_no_full_stop(title: str, expected: str) -> None:
    texts: Authored = deepcopy(small()["texts"])
    texts["rubrics"]["product"]["title"] = title
    assert expected in new({**small(), "texts": texts})


def test_the_commands_that_it_names_choose_the_set_too() -> None:
    told = comment_of(template(small(), idea("A"), choosing=" --set 'my set'"))
    assert "`lifeline score --set 'my set'` in this folder" in told
    assert "`lifeline score --set 'my set' --strict`" in told


def test_where_nothing_is_asked_it_says_so_and_can_be_judged() -> None:
    rubric_set = unasking_set()
    asks_nothing = compiled(rubric_set, claims_for(rubric_set))
    text = new(asks_nothing)
    told = " ".join(line.strip("# ") for line in text.splitlines() if line.startswith("#"))
    assert told == (
        "No question is asked here, so there is nothing to answer; `lifeline score` in this folder"
        " judges the file as it stands."
    )
    found = assess(read(text, asks_nothing), asks_nothing, as_of=DAY, path="idea.yaml")
    assert (found["verdict"], found["completeness"]["asked"]) == ("pass", 0)


def unasking_set() -> Authored:
    """Give a set whose one rule fires whatever the product."""
    rule = {
        "id": "frost",
        "cap": {"clock": "advantage", "months": 6, "cause": "demand"},
        "because": "Winter comes.",
        "remedy": "Build a greenhouse.",
        "claims": ["S001-1"],
    }
    head = {"rubric-format": 1, "rubric": "farm", "title": "A farm", "about": "A farm."}
    farm = {"set-format": 1, "set": "farm", "version": "0.1.0", "title": "A farm"}
    return {"set": farm | {"rubrics": ["farm"]}, "rubrics": [head | {"rules": [rule]}]}


def test_it_is_unclear_and_says_what_to_answer_first(ngc: CompiledSet) -> None:
    found = assess(read(new(ngc), ngc), ngc, as_of=DAY, path="idea.yaml")
    assert found["verdict"] == "unclear"
    assert found["deciding"]


def test_it_says_when_a_question_counts_and_what_backs_it(ngc: CompiledSet) -> None:
    told = {block.split()[-2].rstrip(":"): comment_of(block) for block in blocks(new(ngc))}
    assert "Counts only if `used` is no" in told["launch"]
    assert "Evidence: a measurement, at most 90 days old." in told["payers"]
    assert "Evidence" not in told["place"]
    assert "from 0 to 60" in told["runway"]


@given(SETS)
def test_for_every_set_it_is_valid_at_once(rubric_set: Authored) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    text = new(compiled_set)
    assert list(read(text, compiled_set).answers) == [*range(len(compiled_set["ids"]))]
    assert max(map(len, text.splitlines())) <= WIDTH
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


@given(SETS)
def test_every_answer_that_it_shows_can_be_given(rubric_set: Authored) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    text = new(compiled_set)
    for block in blocks(text):
        line = block.split("\n")[-1]
        forms = comment_of(block).partition(" Answer: ")[2]
        for shown in re.findall(r"\[\]|{[^}]*}|\[[^]]*\]|yes|no(?=\.)", forms.partition("Evid")[0]):
            changed = text.replace(f"\n{line}\n", f"\n{line.replace('unknown', shown)}\n")
            states = {answer.state for answer in read(changed, compiled_set).answers.values()}
            assert states & {GIVEN, ABSENT}


@given(SETS)
def test_the_long_form_that_it_shows_can_be_used(rubric_set: Authored) -> None:
    compiled_set = compiled(rubric_set, claims_for(rubric_set))
    text = new(compiled_set)
    shown = [line[2:] for line in text.split("\n") if line.startswith("#   ")]
    id_ = shown[0].strip().rstrip(":")
    changed = re.sub(rf"^  {id_}: unknown$", "\n".join(shown), text, flags=re.MULTILINE)
    answer = read(changed, compiled_set).answers[compiled_set["index"][id_]]
    assert (answer.state, answer.evidence) == (GIVEN, [(2, DAY), (3, DAY)])
    assert answer.note


@given(
    st.text(min_size=1) | st.sampled_from(["no", "Null", "12", "2026-11-22", "a: b", "- a", EVIL])
)
def test_whatever_the_title_it_is_text(title: str) -> None:
    text = new(small(), title)
    assert read(text, small()).title


@pytest.mark.parametrize("id_", ["plan-b", "yes", "12", "1e6"])
def test_an_id_is_written_where_one_is_given(id_: str) -> None:
    assert read(new(small(), id_=id_), small()).id == id_
    assert "\nid:" not in new(small())


def test_no_text_of_a_set_leaves_its_comment() -> None:
    compiled_set: CompiledSet = {**small(), "texts": evil(small()["texts"])}
    text = new(compiled_set)
    assert list(read(text, compiled_set).answers) == [*range(len(compiled_set["ids"]))]
    assert not set(text) & set("\r\x85\u2028\x1b\x07\u202e\ufeff\ud800\t")
    comments = [line for line in text.split("\n") if EVIL[-5:] in line]
    assert comments
    assert all(line.lstrip().startswith("#") for line in comments)


def evil(texts: Authored) -> Authored:
    """Give texts that try to get out, in the place of all that people read."""
    return {
        key: evil(value) if isinstance(value, dict) else EVIL if isinstance(value, str) else value
        for key, value in texts.items()
    }
