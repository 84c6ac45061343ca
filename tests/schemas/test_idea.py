"""The schema of idea files says of a file what the reader says of it.

A new good example is a file in ``tests/good/ideas``, for the small set of ``tests/sets/small``.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import Idea
from lifeline.reading.idea import read_idea
from lifeline.report.template import template
from lifeline.schemas.idea import idea_schema
from tests.conftest import ROOT
from tests.reading.small import HEAD, problems, small
from tests.schemas.checking import Checker, as_yaml_1_1

BAD = {path.stem: path for path in sorted((ROOT / "tests" / "bad" / "ideas").glob("*.yaml"))}
GOOD = {path.stem: path for path in sorted((ROOT / "tests" / "good" / "ideas").glob("*.yaml"))}
EXAMPLES = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))
OLD = sorted((ROOT / "tests" / "rubrics" / "old").rglob("*.yaml"))

CANNOT_SAY = {
    "alias": "what an alias stands for is put in its place before a schema is asked",
    "anchor": "an anchor is gone before a schema is asked",
    "between-reversed": "a schema cannot compare two numbers of a file",
    "merge-key": "what is merged is there before a schema is asked",
    "number-with-underscore": "check-jsonschema's parser takes it for a number",
}
"""Bad files that the schema accepts, and why."""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(idea_schema(small()), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def ngc_checker(ngc: CompiledSet, tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(idea_schema(ngc), tmp_path_factory.mktemp("ngc"))


def test_there_are_examples() -> None:
    assert BAD
    assert GOOD
    assert EXAMPLES
    assert BAD.keys() >= CANNOT_SAY.keys()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_where_a_schema_can_say_so(name: str, checker: Checker) -> None:
    assert checker.accepts(BAD[name].read_bytes()) == (name in CANNOT_SAY)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_accepted_by_the_reader_and_the_schema(name: str, checker: Checker) -> None:
    text = GOOD[name].read_bytes()
    assert not problems(text)
    assert checker.accepts(text)
    assert not checker.faults(as_yaml_1_1(text))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_follow_the_schema(path: Path, ngc_checker: Checker) -> None:
    assert ngc_checker.accepts(path.read_bytes())
    assert not ngc_checker.faults(as_yaml_1_1(path.read_bytes()))


def test_a_new_file_follows_the_schema(ngc: CompiledSet, ngc_checker: Checker) -> None:
    idea = Idea()
    idea.title, idea.id, idea.assessed = "A product", "a-product", date(2026, 11, 22)
    text = template(ngc, idea).encode()
    assert ngc_checker.accepts(text)
    assert not ngc_checker.faults(as_yaml_1_1(text))


ANSWERS = """
entry: nobody | entry: no-one | entry: Nobody | entry: [nobody] | entry: 1 | entry:
assets: [] | assets: [permit, permit] | assets: permit | assets: unknown | assets: [later]
uses-model: yes | uses-model: NO | uses-model: True | uses-model: "fAlSe" | uses-model: on
uses-model: 1 | uses-model: [yes] | uses-model: later | uses-model: Later
runway: 12. | runway: .5 | runway: +12 | runway: 1.2e1 | runway: 012 | runway: "12" | runway: -0
runway: 61 | runway: -1 | runway: 12 months | runway: nan | runway: 1,000 | runway: true
runway: Unknown | runway: {between: [3, unknown]} | runway: {between: []} | runway: {}
training-budget: {not-applicable: 0} | training-budget: {not-applicable: }
training-budget: {not-applicable: unknown} | runway: {not-applicable: unknown}
entry: {answer: nobody, date: 2023-01-01} | entry: {one-of: [nobody, nobody]}
entry: {one-of: [nobody, unknown]} | entry: {answer: [nobody]} | entry: {answer: {answer: nobody}}
assets: {surely: [permit], maybe: [permit]} | assets: {answer: [permit], maybe: [network]}
entry: {answer: nobody, evidence: [{link: "ftp://example.org"}]}
entry: {answer: nobody, evidence: [{link: " https://example.org"}]}
entry: {answer: nobody, evidence: [{says: x, date: 2023-02-29}]}
entry: {answer: nobody, note: "  "} | entry: {answer: nobody, by: [x]}
"""


@pytest.mark.parametrize(
    "answer", [part.strip() for line in ANSWERS.strip().splitlines() for part in line.split(" | ")]
)
def test_reader_and_schema_agree_on_an_answer(answer: str, checker: Checker) -> None:
    text = f"{HEAD}answers:\n  {answer}\n".encode()
    assert checker.accepts(text) == (not problems(text))


@pytest.mark.parametrize("day", ["1899-12-31", "3000-01-01", "2023-2-1", "20230201", "2024-02-29"])
def test_reader_and_schema_agree_on_a_day(day: str, checker: Checker) -> None:
    text = f"lifeline: 1\nidea: x\nassessed: {day}\n".encode()
    assert checker.accepts(text) == (not problems(text))


@pytest.mark.parametrize("sign", ["\\n", "\\r", "\\v", "\\f", "\\u0085", "\\u2028", "\\t", "\\\\"])
def test_reader_and_schema_agree_on_what_ends_a_line(sign: str, checker: Checker) -> None:
    for idea in (f"one{sign}two", f"one{sign}", f"{sign}"):
        text = f'lifeline: 1\nidea: "{idea}"\n'.replace("\\v", "\\x0b").encode()
        assert checker.accepts(text) == (not problems(text)), text


VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [*"nobody announced permit network unknown later yes no".split(), "", 0, 6, 61, "6", True]
)
WORDS = st.sampled_from(
    "answer one-of between surely maybe not-applicable by note evidence date anser".split()
)
EVIDENCE = st.lists(
    st.dictionaries(st.sampled_from("says link measurement date".split()), VALUES), max_size=2
)
ANSWER = st.one_of(
    VALUES,
    st.lists(VALUES, max_size=3),
    st.dictionaries(WORDS, VALUES | st.lists(VALUES, max_size=3) | EVIDENCE, max_size=3),
)


@given(st.dictionaries(st.sampled_from(list(small()["index"])), ANSWER, max_size=2), st.booleans())
def test_reader_and_schema_agree_on_all_forms(
    checker: Checker, answers: dict[str, Any], is_dated: bool
) -> None:
    """Written as JSON, which is YAML too; what a schema cannot say is left out."""
    for answer in answers.values():
        if isinstance(answer, dict):
            between = answer.get("between")
            assume(not isinstance(between, list) or between == sorted(between, key=str))
            assume(answer.get("evidence") != "")
    day = {"assessed": "2023-06-30"} if is_dated else {}
    text = json.dumps({"lifeline": 1, "idea": "A product", **day, "answers": answers}).encode()
    found = problems(text)
    assert checker.accepts(text) == (not found), found


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_files_of_older_versions_are_accepted(
    path: Path, ngc: CompiledSet, ngc_checker: Checker
) -> None:
    text = path.read_bytes()
    read_idea(text, path.name, ngc)
    assert ngc_checker.accepts(text)
    assert not ngc_checker.faults(as_yaml_1_1(text))


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [
        ("entry: nobody", True),
        ("entry: {answer: nobody, by: founder}", True),
        ("entry: somebody", False),
        ("entry: true", False),
        ("one-party: yes", True),
        ("one-party: False", True),
        ("one-party: 1", False),
        ("payers: {one-of: [many, few]}", True),
        ("curiosity: {one-of: [new, often]}", True),
    ],
)
def test_an_answer_of_an_older_version_is_accepted(
    answer: str, is_one: bool, ngc: CompiledSet, ngc_checker: Checker
) -> None:
    text = f"{HEAD}answers:\n  {answer}\n".encode()
    assert ngc_checker.accepts(text) == is_one
    if is_one:
        read_idea(text, "old.yaml", ngc)


def test_a_waiver_of_an_older_version_is_accepted(ngc: CompiledSet, ngc_checker: Checker) -> None:
    for rule in ngc["retired"]["rules"]:
        line = f"{HEAD}waivers:\n  {rule}: {{reason: agreed, until: 2023-12-31}}\n"
        read_idea(line.encode(), "old.yaml", ngc)
        assert ngc_checker.accepts(line.encode())
        assert not ngc_checker.accepts(line.replace("until", "til").encode())


def test_an_empty_text_is_refused_where_a_part_may_be_left_empty(checker: Checker) -> None:
    """The one thing that the reader takes and the schema does not: an editor asks for a list."""
    text = f'{HEAD}capabilities: ""\n'.encode()
    assert not problems(text)
    assert not checker.accepts(text)


def test_every_key_is_described_and_every_choice_labelled(ngc: CompiledSet) -> None:
    schema = idea_schema(ngc)
    assert all(found["description"] for found in schema["properties"].values())
    answers = schema["properties"]["answers"]["properties"]
    for question in ngc["deciding"]["questions"]:
        told = answers[question["id"]]
        text = ngc["texts"]["questions"][f"{question['rubric']}/{question['id']}"]
        assert told["description"].startswith(f"{text['ask']}\n\n{text['why']}")
        assert all(
            label in json.dumps(told, ensure_ascii=False) for label in text["labels"].values()
        )


def test_what_is_switched_off_is_accepted_and_not_called_retired(ngc: CompiledSet) -> None:
    off: Any = {"version": "", "use": None, "words": {}, "off": "fund"}
    schema = idea_schema({**ngc, "retired": {**ngc["retired"], "questions": {"rain": off}}})
    said = schema["properties"]["answers"]["properties"]["rain"]
    assert said["deprecationMessage"] == (
        "fund switches 'rain' off; this counts only where another set judges."
    )
