"""What an author says of retired ids, compiled: beside what decides, and ready to read with."""

from __future__ import annotations

from typing import Any

from lifeline.model.compiled import CompiledSet, Retired
from tests.authored import Authored, compiled
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

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


def test_a_rule_names_the_one_that_took_its_place() -> None:
    rules = retired("garden/dawn", use="garden/dusk")["rules"]
    assert rules == {"garden/dawn": {"version": "0.1.0", "use": "garden/dusk"}}
    assert retired("gone/dawn")["rules"] == {"gone/dawn": {"version": "0.1.0", "use": None}}


def test_it_is_content_and_decides_nothing() -> None:
    one, other = with_retired(), with_retired({"id": "wet", "in": "0.1.0"})
    assert one["hashes"]["deciding"] == other["hashes"]["deciding"]
    assert one["hashes"]["content"] != other["hashes"]["content"]
