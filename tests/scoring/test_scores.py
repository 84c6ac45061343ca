"""Scores by hand, what a gate makes of them, and how a rubric stands to an idea."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.scoring.assess import Assessor
from lifeline.scoring.gate import FAIL, PASS, UNCLEAR, finding_verdict, gate_of
from lifeline.scoring.judging import verdict_of
from lifeline.scoring.result import CERTAIN, POSSIBLE, SILENT
from tests.authored import ASSESSED, Authored, assessed, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule

BANDS: Any = [{"points": 0}, {"at-least": 6, "points": 0.5}, {"at-least": 12, "points": 1}]


@cache
def scored() -> CompiledSet:
    """Give a set with a score of a number in bands, and an optional rubric with one of its own."""
    entry = question("entry", "choice", choices=["nobody", "everyone"])
    months = question("months", "number", bands=BANDS, weight=1)
    kept = question("kept", "choice", choices={"first": 1, "second": 0.25}, weight=3)
    parts: Any = {"questions": [entry, months], "score": "Growth"}
    ends = rule("ends", when={"entry": "everyone"}, cap=cap(3))
    apart: Any = {"optional": True, "when": {"entry": "everyone"}, "score": "Care"}
    return compiled(
        farm(
            rubric("garden", rules=[ends], **parts),
            rubric("orchard", questions=[kept], **apart),
        ),
        CLAIMS,
    )


def score(answers: Authored, of: str = "garden") -> tuple[float, float] | None:
    span = assessed(answers, scored())["scores"][of]
    return (span["low"], span["high"]) if span else None


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (5.9, (0, 0)),
        (6, (50, 50)),
        (11.9, (50, 50)),
        (12, (100, 100)),
        (24, (100, 100)),
        ({"between": [6, 11]}, (50, 50)),
        ({"between": [3, 5]}, (0, 0)),
        ({"between": [3, 6]}, (0, 50)),
        ({"between": [6, 12]}, (50, 100)),
        ({"between": [12, 20]}, (100, 100)),
        ("unknown", (0, 100)),
    ],
)
def test_a_number_earns_the_points_of_the_bands_that_it_may_lie_in(
    months: Any, expected: tuple[float, float]
) -> None:
    assert score({"months": months}) == expected


@pytest.mark.parametrize(
    ("assets", "expected"),
    [
        ([], (0, 0)),
        (["land"], (25, 25)),
        (["land", "water"], (75, 75)),
        (["water", "seed"], (100, 100)),
        ({"surely": ["land"], "maybe": ["water"]}, (25, 75)),
        ({"surely": [], "maybe": ["land", "seed"]}, (0, 100)),
        ("unknown", (0, 100)),
    ],
)
def test_all_that_is_chosen_earns_its_points_and_together_no_more_than_one(
    assets: Any, expected: tuple[float, float]
) -> None:
    points = {"land": 0.25, "water": 0.5, "seed": 0.75}
    owned = question("assets", "choices", choices=points)
    bare = rule("bare", when={"assets": {"is": []}}, cap=cap(3))
    small = compiled(
        farm(rubric("garden", score="Growth", questions=[owned], rules=[bare])), CLAIMS
    )
    assert assessed({"assets": assets}, small)["scores"] == {
        "garden": {"low": expected[0], "high": expected[1]}
    }


def test_no_score_is_less_than_nothing_in_print() -> None:
    assert str(score({"months": 3})) == "(0.0, 0.0)"


def test_what_may_not_be_asked_counts_where_it_makes_a_score_less_or_more() -> None:
    kept = question("kept", "choice", choices={"half": 0.5, "none": 0}, weight=2)
    points = {"all": 1, "half": 0.5, "some": 0.25}
    parts = [
        question(name, "choice", choices=points, weight=1, when={fits: "true"})
        for name, fits in (("sold", "wet"), ("lent", "lit"))
    ]
    ends = rule("ends", when={"wet": "false"}, cap=cap(3))
    asked = [question("wet", "yes-no"), question("lit", "yes-no"), kept, *parts]
    small = compiled(farm(rubric("garden", score="Growth", questions=asked, rules=[ends])), CLAIMS)

    def span(sold: str, lent: str) -> tuple[float, float]:
        found: Any = assessed({"kept": "half", "sold": sold, "lent": lent}, small)["scores"]
        return found["garden"]["low"], found["garden"]["high"]

    assert span("all", "half") == (50.0, 66.7)
    assert span("some", "half") == (41.7, 50.0)
    assert span("some", "all") == (41.7, 66.7)
    assert span("some", "some") == (37.5, 50.0)


# ---- How a rubric stands to an idea


@pytest.mark.parametrize(
    ("answers", "standing", "points"),
    [
        ({"entry": "everyone"}, "offered", None),
        ({"entry": "unknown"}, "offered", None),
        ({"entry": "nobody"}, "not-applicable", None),
        ({"entry": "nobody", "kept": "first"}, "not-applicable", None),
        ({"entry": "everyone", "kept": "second"}, "judged", (25, 25)),
        ({"entry": "everyone", "kept": "unknown"}, "judged", (25, 100)),
    ],
)
def test_an_optional_rubric_is_offered_to_what_it_may_be_about(
    answers: Authored, standing: str, points: tuple[float, float] | None
) -> None:
    assert assessed(answers, scored())["rubrics"] == {"garden": "judged", "orchard": standing}
    assert score(answers, "orchard") == points


# ---- The gate


def gated(answers: Authored, **wanted: Any) -> Any:
    gate: Any = {**gate_of(scored()["deciding"]["gate"]), "min_months": 0, **wanted}
    return Assessor(scored()).assess(idea(answers, scored()), as_of=ASSESSED, gate=gate)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"entry": "everyone", "kept": "first"}, PASS),
        ({"entry": "everyone", "kept": "second"}, FAIL),
        ({"entry": "everyone", "kept": "unknown"}, UNCLEAR),
        ({"entry": "everyone"}, UNCLEAR),
        ({"entry": "nobody", "kept": "second"}, PASS),
    ],
)
def test_a_score_is_wanted_only_of_what_a_rubric_is_about(answers: Authored, verdict: str) -> None:
    found = gated(answers, min_score={"orchard": 30})
    _months, part, _findings = found["gates"]
    assert part["part"] == "score/orchard"
    assert (part["verdict"], part["wanted"]) == (verdict, 30)
    assert found["verdict"] == verdict


def test_the_deciding_question_is_one_that_the_wanted_score_counts() -> None:
    answers = {"entry": "everyone", "kept": "unknown"}
    deciding = gated(answers, min_score={"orchard": 30})["deciding"]
    assert (deciding["question"], deciding["settles"]) == ("orchard/kept", 1)
    assert (deciding["passes"], deciding["fails"]) == (["first"], ["second"])


def test_only_what_is_found_or_may_be_counts_against_an_idea() -> None:
    verdicts = [finding_verdict(status) for status in (CERTAIN, POSSIBLE, SILENT)]
    assert verdicts == [FAIL, UNCLEAR, PASS]


@pytest.mark.parametrize("entry", ["everyone", "nobody", "unknown"])
@pytest.mark.parametrize("days", [0, 1])
def test_the_verdict_alone_is_that_of_the_whole_assessment(entry: str, days: int) -> None:
    one, read = Assessor(scored()), idea({"entry": entry}, scored())
    gate: Any = {**gate_of(scored()["deciding"]["gate"]), "max_age": 0}
    as_of = ASSESSED + timedelta(days=days)
    found = one.assess(read, as_of=as_of, gate=gate)
    assert verdict_of(one.solve(read, as_of=as_of, gate=gate), read, as_of) == found["verdict"]


def test_an_answer_that_hides_what_a_wanted_score_counts_settles_it() -> None:
    found = gated({"kept": "unknown"}, min_months=6, min_score={"orchard": 30})["deciding"]
    assert (found["question"], found["settles"], found["pair"]) == ("garden/entry", 1, None)
    assert (found["passes"], found["fails"]) == (["nobody"], ["everyone"])


EVERYONE: Any = {"when": {"entry": "everyone"}}
NOBODY: Any = {"when": {"entry": "nobody"}}
OTHERS: Any = {"when": {"not": {"entry": "everyone"}}}


@pytest.mark.parametrize(
    ("kept", "sold", "answer", "verdict"),
    [
        (EVERYONE, EVERYONE, "none", UNCLEAR),  # of no score nothing is wanted
        (EVERYONE, EVERYONE, "all", PASS),
        (EVERYONE, OTHERS, "none", FAIL),  # one of the two is there in any case
        (EVERYONE, NOBODY, "none", UNCLEAR),  # where it is some, there is none
        (EVERYONE, {}, "none", FAIL),
        (EVERYONE, {"may_not_apply": True}, "none", FAIL),  # it is said to apply
        (EVERYONE, {"may_not_apply": True}, "unknown", UNCLEAR),
        ({}, {"may_not_apply": True}, "none", FAIL),
    ],
)
def test_a_score_fails_only_where_there_is_one_for_sure(
    kept: Any, sold: Any, answer: str, verdict: str
) -> None:
    points = {"all": 1, "none": 0}
    parts = [
        question("entry", "choice", choices=["nobody", "some", "everyone"]),
        question("kept", "choice", choices=points, weight=1, **kept),
        question("sold", "choice", choices=points, weight=1, **sold),
    ]
    ends = rule("ends", when={"entry": "everyone"}, cap=cap(6))
    small = compiled(farm(rubric("garden", score="Growth", questions=parts, rules=[ends])), CLAIMS)
    gate: Any = {**gate_of(small["deciding"]["gate"]), "min_score": {"garden": 60}}
    first = "all" if answer == "all" else "none"
    read = idea({"kept": first, "sold": answer}, small)
    assert Assessor(small).assess(read, as_of=ASSESSED, gate=gate)["verdict"] == verdict


@pytest.mark.parametrize(("applies", "verdict"), [(True, FAIL), (False, UNCLEAR)])
def test_of_what_may_not_apply_there_may_be_no_score(applies: bool, verdict: str) -> None:
    points = {"little": 0.1, "none": 0}
    kept = question("kept", "choice", choices=points, weight=1, may_not_apply=not applies)
    ends = rule("ends", when={"dry": "true"}, cap=cap(3))
    asked = [kept, question("dry", "yes-no")]
    small = compiled(farm(rubric("garden", score="Growth", questions=asked, rules=[ends])), CLAIMS)
    gate: Any = {**gate_of(small["deciding"]["gate"]), "min_score": {"garden": 60}}
    read = idea({"dry": False}, small)
    assert Assessor(small).assess(read, as_of=ASSESSED, gate=gate)["verdict"] == verdict


@pytest.mark.parametrize(
    ("own", "verdict"), [([], FAIL), (["kept"], UNCLEAR), (["kept", "sold"], FAIL)]
)
def test_what_is_borrowed_makes_a_score_sure_only_where_nothing_else_is_scored(
    own: list[str], verdict: str
) -> None:
    points = {"all": 1, "none": 0}
    hidden = question("kept", "choice", choices=points, weight=1, **EVERYONE)
    asked = {"kept": hidden, "sold": question("sold", "choice", choices=points, weight=1)}
    entry = question("entry", "choice", choices=["nobody", "everyone"])
    parts = [entry, *(asked[name] for name in own)] if own else [entry]
    peach = question("peach", "choice", choices=points)
    uses: Any = {"score": "Growth", "uses": [{"question": "peach", "weight": 1}]}
    ends = rule("ends", when={"entry": "everyone"}, cap=cap(6))
    small = compiled(
        farm(
            rubric("garden", questions=parts, rules=[ends], **uses),
            rubric("orchard", questions=[peach]),
        ),
        CLAIMS,
    )
    gate: Any = {**gate_of(small["deciding"]["gate"]), "min_score": {"garden": 60}}
    read = idea(dict.fromkeys([*own, "peach"], "none"), small)
    assert Assessor(small).assess(read, as_of=ASSESSED, gate=gate)["verdict"] == verdict


def test_answers_that_only_a_score_tells_apart_are_counted_one_by_one() -> None:
    grown = question("grown", "choice", choices={"much": 1, "some": 0.5, "none": 0}, weight=1)
    sold = question("sold", "choice", choices={"all": 1, "nothing": 0}, weight=1)
    ends = rule("ends", when={"dry": "true"}, cap=cap(3))
    parts: Any = {"questions": [grown, sold, question("dry", "yes-no")], "rules": [ends]}
    small = compiled(farm(rubric("garden", score="Growth", **parts)), CLAIMS)
    gate: Any = {**gate_of(small["deciding"]["gate"]), "min_score": {"garden": 40}}
    found: Any = Assessor(small).assess(idea({"dry": False}, small), as_of=ASSESSED, gate=gate)[
        "deciding"
    ]
    assert (found["question"], found["settling"], found["values"]) == ("garden/sold", 1, 2)
    assert (found["pair"]["settling"], found["pair"]["values"]) == (6, 6)
