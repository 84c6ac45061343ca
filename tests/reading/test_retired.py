"""Idea files that hold what a set knew once: what of it counts, and what is said of it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lifeline.errors import InvalidFile
from lifeline.model.compiled import CompiledSet
from lifeline.model.idea import OPEN, Idea
from lifeline.model.words import RENAMED, RETIRED
from lifeline.reading.idea import read_idea
from tests.authored import Authored, assessed, compiled, idea, idea_file
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

OLD: list[Authored] = [
    {"id": "entry.nowhere", "in": "0.2.0", "use": "entry.nobody"},
    {"id": "entry.near", "in": "0.2.0", "use": ["entry.soon", "entry.everyone"]},
    {"id": "entry.far", "in": "0.2.0", "use": "climate"},
    {"id": "entry.wild", "in": "0.2.0"},
    {"id": "entry.odd", "in": "0.2.0", "use": ["climate", "irrigated", "runway"]},
    {"id": "assets.soil", "in": "0.2.0", "use": "assets.land"},
    {"id": "assets.air", "in": "0.2.0"},
    {"id": "climate.yes", "in": "0.2.0", "use": "climate.mild"},
    {"id": "climate.no", "in": "0.2.0", "use": ["climate.dry", "climate.cold"]},
    {"id": "wet", "in": "0.2.0", "use": "irrigated", "map": {"yes": "no", "no": "yes"}},
    {"id": "kind", "in": "0.2.0", "use": "irrigated", "map": {"rice": "yes", "corn": "no"}},
    {"id": "market", "in": "0.2.0", "use": "entry", "map": {"none": "nobody", "some": ["soon"]}},
    {"id": "things", "in": "0.2.0", "use": "assets", "map": {"field": "land", "well": "water"}},
    {"id": "money", "in": "0.2.0", "use": "runway", "map": "same"},
    {"id": "weather", "in": "0.2.0", "use": "climate"},
    {"id": "luck", "in": "0.1.0"},
    {"id": "farm/mold", "in": "0.2.0", "use": "farm/weeds"},
    {"id": "farm/frost", "in": "0.2.0", "use": "farm/crowded"},
    {"id": "farm/rain", "in": "0.2.0"},
]


@cache
def orchard() -> CompiledSet:
    """Give a set with something retired of each kind."""
    found = farm(
        rubric(
            "farm",
            questions=[
                question("entry", "choice", choices=["nobody", "soon", "everyone"]),
                question("assets", "choices", choices=["land", "water"]),
                question("climate", "choice", choices=["mild", "dry", "cold"]),
                question("irrigated", "yes-no", evidence="link"),
                question("runway", "number"),
            ],
            rules=[
                rule("crowded", when={"entry": "everyone"}, cap=cap()),
                rule("weeds", when={"irrigated": True}, finding="blocker"),
            ],
        )
    )
    found["set"] |= {"version": "0.2.0", "retired": OLD}
    return compiled(found, CLAIMS)


def read(answers: Authored, **more: Any) -> Idea:
    return idea(answers, orchard(), **more)


def values(found: Idea) -> dict[str, tuple[float, ...]]:
    """Give what is answered, by question."""
    index = orchard()["index"]
    return {
        id_: found.answers[number].value
        for id_, number in index.items()
        if number in found.answers and found.answers[number].state != OPEN
    }


SAME: list[tuple[Authored, Authored]] = [
    ({"entry": "nowhere"}, {"entry": "nobody"}),
    ({"entry": "near"}, {"entry": {"one-of": ["soon", "everyone"]}}),
    ({"entry": {"answer": "near"}}, {"entry": {"one-of": ["soon", "everyone"]}}),
    ({"entry": {"one-of": ["nowhere", "soon"]}}, {"entry": {"one-of": ["nobody", "soon"]}}),
    ({"entry": {"one-of": ["nowhere", "nobody"]}}, {"entry": "nobody"}),
    ({"entry": {"one-of": ["soon", "near"]}}, {"entry": {"one-of": ["soon", "everyone"]}}),
    ({"assets": ["soil"]}, {"assets": ["land"]}),
    ({"assets": ["soil", "land", "water"]}, {"assets": ["land", "water"]}),
    ({"assets": "soil"}, {"assets": ["land"]}),
    (
        {"assets": {"surely": ["soil"], "maybe": ["water"]}},
        {"assets": {"surely": ["land"], "maybe": ["water"]}},
    ),
    ({"climate": True}, {"climate": "mild"}),
    ({"climate": "YES"}, {"climate": "mild"}),
    ({"climate": {"answer": False}}, {"climate": {"one-of": ["dry", "cold"]}}),
    ({"wet": True}, {"irrigated": False}),
    ({"wet": {"answer": "No"}}, {"irrigated": True}),
    ({"wet": "unknown"}, {"irrigated": "unknown"}),
    ({"kind": "rice"}, {"irrigated": True}),
    ({"kind": {"one-of": ["corn", "corn"]}}, {"irrigated": False}),
    ({"market": "some"}, {"entry": "soon"}),
    (
        {"market": {"one-of": ["none", "some"]}},
        {"entry": {"one-of": ["nobody", "soon"]}},
    ),
    ({"things": ["well", "field"]}, {"assets": ["land", "water"]}),
    ({"things": []}, {"assets": []}),
    ({"things": {"maybe": ["field"]}}, {"assets": {"maybe": ["land"]}}),
    ({"money": 3}, {"runway": 3}),
    ({"money": {"between": [1, 9]}}, {"runway": {"between": [1, 9]}}),
]


@pytest.mark.parametrize(("old", "new"), SAME, ids=str)
def test_what_maps_counts_as_what_it_is_today(old: Authored, new: Authored) -> None:
    found = read(old)
    assert values(found) == values(read(new))
    assert {note.rule for note in found.notes} == {RENAMED}
    assert not read(new).notes


@pytest.mark.parametrize(
    "old",
    [
        {"entry": "far"},
        {"entry": "wild"},
        {"entry": {"answer": "wild", "note": "really"}},
        {"entry": {"one-of": ["nowhere", "wild"]}},
        {"assets": ["soil", "air"]},
        {"assets": {"surely": ["air"], "maybe": ["soil"]}},
        {"kind": "barley"},
        {"kind": ["rice"]},
        {"kind": {"one-of": ["rice", "corn"]}},
        {"kind": {"not-applicable": "we grow nothing"}},
        {"kind": {"between": [1, 2]}},
        {"market": "soon"},
        {"market": {"one-of": ["none", "everyone"]}},
        {"things": ["field", "land"]},
        {"things": {"one-of": ["field", "well"]}},
        {"money": "a lot"},
        {"money": 1e6},
        {"money": {"between": [3, 1e6]}},
        {"money": {"note": "ask"}},
        {"weather": "mild"},
        {"weather": ["any", {"thing": 1}]},
        {"luck": "good"},
    ],
    ids=str,
)
def test_what_does_not_map_does_not_count_and_is_no_mistake(old: Authored) -> None:
    found = read(old)
    assert values(found) == {}
    assert [note.rule for note in found.notes] == [RETIRED]


@given(st.sets(st.integers(0, len(SAME) - 1)).map(sorted))
def test_a_file_in_old_words_is_judged_as_the_same_file_in_new_ones(places: list[int]) -> None:
    old: Authored = {}
    new: Authored = {}
    for place in places:
        if not SAME[place][1].keys() & new.keys():
            old |= SAME[place][0]
            new |= SAME[place][1]
    found: Any
    expected: Any
    found, expected = (assessed(answers, orchard()) for answers in (old, new))
    notes = [f for f in found["findings"] if f["rule"].startswith("set/")]
    assert len({note["line"] for note in notes}) == len(old)
    said = ("verdict", "lifeline", "scores", "answers", "open", "deciding", "completeness")
    assert {key: found[key] for key in said} == {key: expected[key] for key in said}
    rules = [f["rule"] for f in found["findings"] if f not in notes]
    assert rules == [f["rule"] for f in expected["findings"]]


def test_evidence_note_and_by_go_with_the_answer() -> None:
    about = {
        "by": "founder",
        "note": "ask again",
        "evidence": [{"link": "https://example.org/a", "date": "2023-05-01"}],
    }
    for old in ({"wet": {"answer": True, **about}}, {"climate": {"answer": True, **about}}):
        (answer,) = read(old).answers.values()
        assert (answer.by, answer.note, len(answer.evidence)) == ("founder", "ask again", 1)
        assert (answer.line, answer.column) == (5, 3)
    (answer,) = read({"entry": {"answer": "wild", **about}}).answers.values()
    assert (answer.state, answer.by, len(answer.evidence)) == (OPEN, "founder", 1)


def test_the_question_of_today_wins_wherever_it_stands() -> None:
    for answers in ({"wet": True, "irrigated": True}, {"irrigated": True, "wet": True}):
        found = read(answers)
        assert values(found) == {"irrigated": (1,)}
        (note,) = found.notes
        assert note.rule == RETIRED
        line = 5 + list(answers).index("irrigated")
        assert note.message == (
            "'wet' was retired in 0.2.0. irrigated took its place, and what counts is its answer"
            f" on line {line}."
        )
        assert note.remedy == "Take 'wet' out."
    assert values(read({"wet": True, "irrigated": "unknown"})) == {}


def test_of_two_retired_questions_the_first_of_the_set_counts() -> None:
    for answers in ({"wet": True, "kind": "rice"}, {"kind": "rice", "wet": True}):
        found = read(answers)
        assert values(found) == {"irrigated": (0,)}
        assert sorted(note.rule for note in found.notes) == [RENAMED, RETIRED]


LOST = "climate took its place, and none of its answers follows from this one."


def test_a_note_says_where_it_is_what_counts_and_what_to_write() -> None:
    text = idea_file({"entry": {"one-of": ["nowhere", "near"]}, "kind": "rice", "weather": "wet"})
    found = read_idea(text, "idea.yaml", orchard())
    assert [(note.answer, note.line, note.message, note.remedy) for note in found.notes] == [
        (
            "entry",
            8,
            "'near' was retired in 0.2.0 as an answer to entry. It counts as soon or everyone.",
            "Write 'soon' or 'everyone' instead of 'near', whichever is true.",
        ),
        (
            "entry",
            7,
            "'nowhere' was retired in 0.2.0 as an answer to entry. It counts as nobody.",
            "Write 'nobody' instead of 'nowhere'.",
        ),
        (
            "kind",
            9,
            "'kind' was retired in 0.2.0. irrigated took its place, and the answer counts there.",
            "Write 'irrigated' instead of 'kind' and 'yes' instead of 'rice'.",
        ),
        (
            "weather",
            10,
            f"'weather' was retired in 0.2.0. {LOST}",
            "Answer climate instead of 'weather'.",
        ),
    ]
    index = orchard()["index"]
    asked = [index[id_] for id_ in ("entry", "entry", "irrigated", "climate")]
    assert [(note.column, note.question) for note in found.notes] == list(
        zip((7, 7, 3, 3), asked, strict=True)
    )


def test_an_answer_that_nothing_took_the_place_of_may_stay_as_a_private_note() -> None:
    (note,) = read({"luck": "good"}).notes
    assert note.message == (
        "'luck' was retired in 0.1.0. Nothing took its place, so it does not count."
    )
    assert note.remedy == "Take 'luck' out, or keep it for yourself: it changes nothing."


def test_a_choice_that_means_nothing_today_names_the_question_to_look_at() -> None:
    (note,) = read({"entry": "far"}).notes
    assert note.message.endswith("None of today's answers means the same, so entry is open.")
    assert note.remedy == "Choose another answer instead of 'far'. Look at climate, too."
    (note,) = read({"entry": "odd"}).notes
    assert note.remedy.endswith(" Look at climate, irrigated and runway, too.")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"runway": "long", "entry": "nowhere"}, "'long' is not a number."),
        ({"entry": "nowher"}, "'nowher' is not a choice of entry."),
        ({"entry": {"one-of": ["nowhere", "hom"]}}, "'hom' is not a choice of entry."),
        ({"entry": {"answer": "far", "evidence": [{}]}}, "backs nothing."),
        ({"assets": ["soil", "sand"]}, "answers.assets[1]: 'sand' is not a choice of assets."),
        (
            {"kind": {"answer": "rice", "evidence": [{"link": "x"}]}},
            "answers.kind.evidence[0].link: 'x' is not a web address.",
        ),
        ({"kind": {"answer": "rice", "nope": 1}}, "'nope' is not a key of an answer."),
        ({"kinds": "rice"}, "'kinds' is not a question of this set."),
    ],
)
def test_mistakes_beside_what_is_retired_are_told(answers: Authored, told: str) -> None:
    with pytest.raises(InvalidFile) as error:
        read(answers)
    assert told in str(error.value)
    assert "wet" not in str(error.value), "what is retired is not offered"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "entry: {answer: nowhere, one-of: [soon, everyone]}",
            "5:10: answers.entry: answers in several ways",
        ),
        (
            "assets: {surely: [land], maybe: [soil]}",
            "5:36: answers.assets.maybe[0]: 'land' stands under surely too.",
        ),
        ("climate: [yes]", "5:12: answers.climate: is a list."),
    ],
)
def test_a_mistake_in_what_was_rewritten_is_told_where_it_stands(line: str, told: str) -> None:
    head = "lifeline: 1\nidea: Fruit\nassessed: 2023-06-30\nanswers:\n"
    with pytest.raises(InvalidFile) as error:
        read_idea(f"{head}  {line}\n".encode(), "idea.yaml", orchard())
    assert str(error.value).startswith(f"idea.yaml:{told}")


def test_a_mistake_in_a_retired_waiver_is_told() -> None:
    with pytest.raises(InvalidFile, match=r"waivers\.farm/mold\.reason: is missing"):
        read({}, waivers={"farm/mold": {"until": "2099-12-31"}})


def test_a_retired_question_twice_is_a_mistake() -> None:
    text = idea_file({"kind": "rice"}) + b"  kind: corn\n"
    with pytest.raises(InvalidFile, match="this key stands twice"):
        read_idea(text, "idea.yaml", orchard())


def test_an_answer_that_counts_needs_the_day_it_describes() -> None:
    text = b"lifeline: 1\nidea: x\nanswers: {kind: rice}\n"
    with pytest.raises(InvalidFile, match="assessed: is missing"):
        read_idea(text, "idea.yaml", orchard())
    assert read_idea(text.replace(b"kind", b"luck"), "idea.yaml", orchard()).notes


WAIVER = {"reason": "prototype only", "until": "2099-12-31"}


def test_a_waiver_goes_over_to_the_finding_that_took_its_place() -> None:
    found = assessed({"irrigated": True}, orchard(), waivers={"farm/mold": WAIVER})
    assert [f["waived"] for f in found["findings"] if f["rule"] == "farm/weeds"] == [True]
    assert found["verdict"] != assessed({"irrigated": True}, orchard())["verdict"]
    note = found["findings"][-1]
    assert (note["rule"], note["question"]) == (RENAMED, None)
    assert note["message"] == "'farm/mold' was retired in 0.2.0. The waiver counts for farm/weeds."
    assert note["remedy"] == "Write 'farm/weeds' instead of 'farm/mold'."


@pytest.mark.parametrize(
    ("old", "told", "remedy"),
    [
        ("farm/frost", "farm/crowded took its place and cannot be waived.", "out."),
        (
            "farm/rain",
            "Nothing took its place, so it does not count.",
            "out, or keep it for yourself: it changes nothing.",
        ),
    ],
)
def test_a_waiver_of_nothing_waives_nothing(old: str, told: str, remedy: str) -> None:
    found = read({}, waivers={old: WAIVER})
    assert found.waivers == {}
    (note,) = found.notes
    assert (note.rule, note.message) == (RETIRED, f"'{old}' was retired in 0.2.0. {told}")
    assert (note.remedy, note.answer) == (f"Take '{old}' {remedy}", "")
    assert (note.line, note.column) == (6, 3)


def test_a_waiver_of_today_wins() -> None:
    found = read({}, waivers={"farm/mold": WAIVER, "farm/weeds": {**WAIVER, "reason": "today"}})
    assert [(id_, waiver.reason) for id_, waiver in found.waivers.items()] == [
        ("farm/weeds", "today")
    ]
    (note,) = found.notes
    assert note.rule == RETIRED
    assert note.message.endswith("0.2.0. farm/weeds took its place and is waived as well.")
    assert note.remedy == "Take 'farm/mold' out."


@given(st.permutations(["entry", "kind", "weather", "luck", "assets"]))
def test_the_order_of_keys_does_not_change_what_is_told(order: list[str]) -> None:
    answers: Authored = {
        "entry": {"one-of": ["nowhere", "near"]},
        "kind": "rice",
        "weather": "wet",
        "luck": "good",
        "assets": ["air"],
    }
    found = read({key: answers[key] for key in order})
    assert [note.message for note in found.notes] == [note.message for note in read(answers).notes]


WORDS = st.sampled_from(
    "nowhere wild soil rice yes no unknown nobody land 3 answer evidence".split()
)
KEYS = st.sampled_from(
    "answer one-of surely maybe between not-applicable evidence note nope".split()
)
SHAPES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from([*(old["id"].partition(".")[0] for old in OLD), "irrigated"]), SHAPES
    )
)
@example({"entry": {"one-of": ["wild", ["wild"]]}})
def test_whatever_stands_there_is_read_or_told(answers: Authored) -> None:
    try:
        found = read(answers)
    except InvalidFile as error:
        assert error.problems
    else:
        for note in found.notes:
            assert note.message.endswith(".")
            assert note.remedy.endswith(".")


def test_a_key_that_is_a_list_is_told() -> None:
    for answer in ("{answer: nowhere, ? [a] : b}", "{answer: wild, ? [a] : b}"):
        text = idea_file({}).replace(b"answers: {}", f"answers: {{entry: {answer}}}".encode())
        with pytest.raises(InvalidFile, match="this cannot be a key"):
            read_idea(text, "idea.yaml", orchard())
