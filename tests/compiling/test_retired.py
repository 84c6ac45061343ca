"""What an author says of retired ids, compiled: beside what decides, and ready to read with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling.store import build
from lifeline.errors import InvalidFiles
from lifeline.model.compiled import CompiledSet, Retired
from lifeline.reading.sets import read_files
from tests.authored import Authored, compiled, dumped, files_of
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule

QUESTIONS = [
    question("entry", "choice", choices=["nobody", "everyone"]),
    question("irrigated", "yes-no"),
    question("runway", "number"),
]


def with_retired(*entries: Authored) -> CompiledSet:
    found = farm(rubric("garden", questions=QUESTIONS, rules=[rule("dusk", cap=cap())]))
    found["set"] |= {"version": "0.2.0", "retired": list(entries)}
    return compiled(found, CLAIMS)


def retired(id_: str, **more: Any) -> Retired:
    return with_retired({"id": id_, "in": "0.1.0", **more})["retired"]


def test_a_set_may_have_nothing_retired() -> None:
    assert with_retired()["retired"] == {"questions": {}, "choices": {}, "rules": {}}


def test_a_question_says_what_each_old_word_stands_for() -> None:
    found = retired("wet", use="irrigated", map={"true": "no", "no": "yes"})["questions"]["wet"]
    assert found == {"version": "0.1.0", "use": 1, "words": {"yes": ["no"], "no": ["yes"]}}
    found = retired("market", use="entry", map={"all": ["nobody", "everyone"]})["questions"][
        "market"
    ]
    assert found["words"] == {"all": ["nobody", "everyone"]}


def test_without_a_map_nothing_stands_for_anything() -> None:
    found = retired("luck", use="irrigated")["questions"]["luck"]
    assert (found["use"], found["words"]) == (1, {})
    assert retired("luck")["questions"]["luck"]["use"] is None


def test_the_same_answers_map_onto_themselves_and_a_number_stays_as_it_is() -> None:
    words = {
        new: retired("old", use=new, map="same")["questions"]["old"]["words"]
        for new in ("entry", "irrigated", "runway")
    }
    assert words == {
        "entry": {"nobody": ["nobody"], "everyone": ["everyone"]},
        "irrigated": {"yes": ["yes"], "no": ["no"]},
        "runway": None,
    }


def test_a_choice_names_those_of_its_question_and_questions_to_look_at() -> None:
    use = ["entry.nobody", "runway", "entry.everyone"]
    assert retired("entry.far", use=use)["choices"] == {
        "entry": {"far": {"version": "0.1.0", "use": ["nobody", "everyone"], "look_at": ["runway"]}}
    }
    assert retired("irrigated.some", use="irrigated.yes")["choices"]["irrigated"]["some"] == {
        "version": "0.1.0",
        "use": ["yes"],
        "look_at": [],
    }


def test_one_word_of_several_choices_stands_for_one() -> None:
    basket = question("basket", "choices", choices=["fig", "plum"])
    found = farm(rubric("garden", questions=[basket]))
    old = {"id": "fruit", "in": "0.1.0", "use": "basket", "map": {"figs": "fig"}}
    found["set"] |= {"version": "0.2.0", "retired": [old]}
    assert compiled(found, CLAIMS)["retired"]["questions"]["fruit"]["words"] == {"figs": ["fig"]}


def test_a_rule_names_the_one_that_took_its_place() -> None:
    rules = retired("garden/dawn", use="garden/dusk")["rules"]
    assert rules == {"garden/dawn": {"version": "0.1.0", "use": "garden/dusk"}}
    assert retired("gone/dawn")["rules"] == {"gone/dawn": {"version": "0.1.0", "use": None}}


@pytest.mark.parametrize(
    ("id_", "use", "told"),
    [
        ("wet", "irigated", "retired[0].use[0]: 'irigated' is not a question of this set."),
        ("garden/dawn", "garden/dsk", "retired[0].use[0]: 'garden/dsk' is not a rule or"),
    ],
)
def test_a_wrong_id_in_a_list_is_told_where_it_stands(id_: str, use: str, told: str) -> None:
    with pytest.raises(InvalidFiles) as error:
        retired(id_, use=[use])
    assert told in str(error.value)


def test_words_that_are_no_choices_do_not_count_as_several() -> None:
    basket = question("basket", "choices", choices=["fig", "plum"])
    found = farm(rubric("garden", questions=[basket]))
    old = {"id": "basket.all", "in": "0.1.0", "use": ["basket.figs", "basket.plums"]}
    found["set"] |= {"version": "0.2.0", "retired": [old]}
    with pytest.raises(InvalidFiles) as error:
        compiled(found, CLAIMS)
    lines = str(error.value).splitlines()
    assert ["is not a choice of basket" in line for line in lines] == [True, True]


def test_it_is_content_and_decides_nothing() -> None:
    one, other = with_retired(), with_retired({"id": "wet", "in": "0.1.0"})
    assert one["hashes"]["deciding"] == other["hashes"]["deciding"]
    assert one["hashes"]["content"] != other["hashes"]["content"]


def test_what_is_switched_off_is_passed_over_in_files_for_the_set_that_has_it(
    tmp_path: Path,
) -> None:
    below = farm(
        rubric(
            "garden",
            questions=QUESTIONS,
            protections=[protection("walled", {"irrigated": True})],
            rules=[rule("dusk", cap=cap(), unless={"walled": 6}), rule("dry", finding="note")],
        ),
        rubric("shed", rules=[rule("dark", finding="note")]),
    )
    ids = ("garden/irrigated", "garden/walled", "garden/dusk", "garden/dry", "shed")
    head = {"set-format": 1, "set": "bees", "version": "0.1.0", "title": "Bees"}
    extends = {"extends": {"set": "farm", "version": "0.1.0"}}
    own = head | extends | {"overrides": {id_: {"off": True} for id_ in ids}}
    for name, files in (("farm", files_of(below, CLAIMS)), ("bees", {"set.yaml": dumped(own)})):
        (tmp_path / name).mkdir()
        for file, data in files.items():
            (tmp_path / name / file).write_bytes(data)
    folder = str(tmp_path / "bees")
    found = build(folder, read_files(folder))
    off = {"version": "", "use": None, "off": "bees"}
    assert found["retired"] == {
        "questions": {"irrigated": {**off, "words": {}}},
        "choices": {},
        "rules": dict.fromkeys((*ids[1:4], "shed/dark"), off),
    }
