"""The reference itself, held to examples worked out by hand from the design."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .brute_force import Authored, evaluate
from .strategies import ASSESSED, answers_for, as_of_dates, rubric_sets, widened

DAY = date(2023, 3, 31)


# ---- Writing small sets down


def a_set(*questions: Authored, gate: Authored | None = None, **parts: Any) -> Authored:
    """A set of one rubric called `r`."""
    rubric = {"rubric": "r", "questions": list(questions)} | parts
    return {"set": {"gate": gate or {"min-months": 6, "fail-on": "blocker"}}, "rubrics": [rubric]}


def choice(name: str, *ids: str, **more: Any) -> Authored:
    return {"id": name, "kind": "choice", "choices": [{"id": one} for one in ids]} | more


def several(name: str, *ids: str, **more: Any) -> Authored:
    return choice(name, *ids, **more) | {"kind": "choices"}


def number(name: str, least: float, most: float, **more: Any) -> Authored:
    return {"id": name, "kind": "number", "unit": "1", "min": least, "max": most} | more


def yes_no(name: str, **more: Any) -> Authored:
    return {"id": name, "kind": "yes-no"} | more


def cap(name: str, cap: str, when: Authored | None = None, **unless: int) -> Authored:
    """A cap from words like `advantage 6 price`; underscores in ids stand for hyphens."""
    clock, months, cause = cap.split()
    rule: Authored = {"id": name, "cap": {"clock": clock, "months": int(months), "cause": cause}}
    rule |= {"unless": {key.replace("_", "-"): value for key, value in unless.items()}}
    return rule | ({} if when is None else {"when": when})


def finding(name: str, level: str, when: Authored) -> Authored:
    return {"id": name, "finding": level, "when": when}


def result(rubric_set: Authored, answers: Authored, **more: Any) -> Authored:
    return evaluate(rubric_set, answers, **({"assessed": DAY, "as_of": DAY} | more))


# ---- The trial's vocabulary and three of its cases

TRIAL = a_set(
    choice("entry", "nobody", "could", "elsewhere", "where-they-work"),
    choice("next-model", "improves", "indifferent", "forces-work", "must-beat", "replaces"),
    choice("place", "own", "inside", "visit"),
    choice("copy-time", "days", "weeks", "months", "years"),
    choice("payers", "nobody", "pilots", "many"),
    several("assets", "own-data", "network", "hard-connections", "permit"),
    yes_no("one-party"),
    yes_no("used-in-earnest"),
    yes_no("general-layer"),
    yes_no("curiosity"),
    protections=[
        {
            "id": "own-workplace",
            "when": {"place": "own", "next-model": {"in": ["improves", "indifferent"]}},
        },
        {
            "id": "paid-and-hard",
            "when": {
                "payers": "many",
                "any": [{"not": {"assets": {"is": []}}}, {"copy-time": "years"}],
            },
        },
        {"id": "network", "when": {"assets": {"includes": "network"}}},
    ],
    rules=[
        cap(
            "only-time-lacking",
            "advantage 3 absorption",
            {"not": {"entry": "nobody"}, "copy-time": {"in": ["days", "weeks"]}},
            own_workplace=12,
            paid_and_hard=12,
        ),
        cap(
            "shipped-where-they-work",
            "advantage 6 absorption",
            {"entry": "where-they-work"},
            own_workplace=12,
            paid_and_hard=12,
        ),
        cap("replaced", "necessity 3 model-progress", {"next-model": "replaces"}, network=6),
        cap("race", "advantage 6 stagnation", {"next-model": "must-beat"}, paid_and_hard=12),
        cap("general-layer-cap", "advantage 6 model-progress", {"general-layer": True}),
        cap("one-party-decides", "advantage 6 platform-policy", {"one-party": True}),
        cap("not-proven", "necessity 3 delivery", {"used-in-earnest": False}, own_workplace=6),
        cap("curiosity-cap", "necessity 3 demand", {"curiosity": True}),
        cap(
            "nothing-protects",
            "advantage 6 stagnation",
            own_workplace=12,
            paid_and_hard=12,
            network=12,
        ),
    ],
)
NO_TROUBLE = {
    "one-party": False,
    "used-in-earnest": True,
    "general-layer": False,
    "curiosity": False,
    "assets": [],
}
CHATPDF = NO_TROUBLE | {
    "entry": "could",
    "next-model": "replaces",
    "place": "visit",
    "copy-time": "days",
}
CURSOR = NO_TROUBLE | {
    "entry": "where-they-work",
    "next-model": "improves",
    "place": "own",
    "copy-time": "months",
    "payers": "unknown",
}
KITE = NO_TROUBLE | {
    "entry": "elsewhere",
    "next-model": "must-beat",
    "place": "inside",
    "copy-time": "years",
    "payers": "nobody",
}


def test_chatpdf_is_certain_whatever_the_payers() -> None:
    found = result(TRIAL, CHATPDF)
    assert found["lifeline"] == found["advantage"] == found["necessity"] == (3, 3)
    assert (found["ends"], found["cause"], found["certain"]) == ("necessity", "absorption", True)
    lacking = {"status": "certain", "low": 3, "high": 3, "lifted_by": {}}
    assert found["caps"]["r/only-time-lacking"] == lacking
    assert found["caps"]["r/replaced"] == lacking
    assert found["caps"]["r/race"] == {"status": "silent", "low": None, "high": None} | {
        "lifted_by": {}
    }
    assert (found["open"], found["asked"], found["settled"]) == (["payers"], 10, 9)
    assert (found["verdict"], found["deciding"]) == ("fail", None)


def test_cursor_is_held_by_its_workplace() -> None:
    found = result(TRIAL, CURSOR)
    assert found["lifeline"] == (12, 12)
    assert (found["ends"], found["cause"], found["certain"]) == (None, None, True)
    assert found["caps"]["r/shipped-where-they-work"] == {
        "status": "certain",
        "low": 12,
        "high": 12,
        "lifted_by": {"own-workplace": "certain"},
    }
    assert found["verdict"] == "pass"


def test_kite_loses_the_race() -> None:
    found = result(TRIAL, KITE)
    assert found["lifeline"] == found["advantage"] == (6, 6)
    assert found["necessity"] == (12, 12)
    assert (found["ends"], found["cause"], found["certain"]) == ("advantage", "stagnation", True)


def test_kite_with_unknown_payers_waits_for_them() -> None:
    gate = {"min-months": 12, "fail-on": "blocker"}
    found = result(TRIAL | {"set": {"gate": gate}}, KITE | {"payers": "later"})
    assert found["lifeline"] == (6, 12)
    assert (found["ends"], found["cause"], found["certain"]) == ("advantage", "stagnation", False)
    assert found["caps"]["r/race"]["lifted_by"] == {"paid-and-hard": "possible"}
    assert found["verdict"] == "unclear"
    assert found["deciding"] == {"question": "payers", "share": 1}


def test_a_network_lifts_what_replaces_only_half_way() -> None:
    found = result(TRIAL, CHATPDF | {"assets": {"surely": [], "maybe": ["network"]}})
    assert found["necessity"] == (3, 6)
    assert found["lifeline"] == (3, 6)  # with the network and many payers both clocks reach 6
    assert found["caps"]["r/replaced"]["lifted_by"] == {"network": "possible"}


# ---- Completions, not three-valued guesses


def test_two_caps_that_exclude_each_other_leave_no_doubt_about_months() -> None:
    rules = [
        cap("a", "advantage 3 price", {"q": True}),
        cap("b", "advantage 3 price", {"q": False}),
    ]
    found = result(a_set(yes_no("q"), rules=rules), {})
    assert found["lifeline"] == (3, 3)
    assert {each["status"] for each in found["caps"].values()} == {"possible"}
    assert found["certain"] is True


def test_certain_speaks_of_clock_and_cause_too() -> None:
    rules = [
        cap("a", "advantage 3 price", {"q": True}),
        cap("b", "necessity 3 demand", {"q": False}),
    ]
    found = result(a_set(yes_no("q"), rules=rules), {})
    assert (found["ends"], found["cause"], found["certain"]) == ("necessity", "price", False)


def test_the_end_is_that_of_the_low_end() -> None:
    rules = [cap("a", "advantage 6 absorption"), cap("b", "necessity 0 delivery", {"q": True})]
    found = result(a_set(yes_no("q"), rules=rules), {})
    assert (found["lifeline"], found["advantage"], found["necessity"]) == ((0, 6), (6, 6), (0, 12))
    assert (found["ends"], found["cause"], found["certain"]) == ("necessity", "delivery", False)


def test_the_greatest_lift_counts() -> None:
    rules = [cap("a", "advantage 0 price", None, low=3, high=6)]
    protections = [{"id": "low", "when": {"all": []}}, {"id": "high", "when": {"q": True}}]
    found = result(a_set(yes_no("q"), rules=rules, protections=protections), {})
    assert found["caps"]["r/a"] == {
        "status": "certain",
        "low": 3,
        "high": 6,
        "lifted_by": {"low": "certain", "high": "possible"},
    }


def test_a_protection_lifts_only_where_the_cap_fires() -> None:
    rules = [cap("a", "advantage 3 price", {"q": "near"}, sure=6, never=12)]
    protections = [
        {"id": "sure", "when": {"q": "near"}},
        {"id": "never", "when": {"q": "far"}},
    ]
    found = result(a_set(choice("q", "near", "far"), rules=rules, protections=protections), {})
    assert found["caps"]["r/a"]["status"] == "possible"
    assert found["caps"]["r/a"]["lifted_by"] == {"sure": "certain"}
    assert found["lifeline"] == (6, 12)


# ---- Hidden, absent, undefined


def chain(*rules: Authored) -> Authored:
    """A parent, a child asked if it is true, and a grandchild asked if that is false."""
    child = yes_no("child", when={"parent": True})
    return a_set(yes_no("parent"), child, yes_no("last", when={"child": False}), rules=list(rules))


def test_a_hidden_parent_hides_its_children_and_their_answers() -> None:
    found = result(
        chain(finding("f", "note", {"last": True})),
        {"parent": False, "child": False, "last": True},
    )
    assert found["findings"] == {"r/f": "silent"}
    assert (found["asked"], found["settled"], found["open"]) == (1, 1, [])


def test_hidden_in_some_completions_only() -> None:
    rules = [finding("f", "note", {"last": True}), finding("g", "note", {"not": {"last": True}})]
    found = result(chain(*rules), {"child": False, "last": True})
    assert found["findings"] == {"r/f": "possible", "r/g": "silent"}
    assert (found["asked"], found["open"]) == (3, ["parent"])


def test_any_is_true_and_all_is_false_beside_something_undefined() -> None:
    hidden, plain = {"child": True}, {"parent": False}
    rules = [
        finding("any", "note", {"any": [hidden, plain]}),
        finding("all", "note", {"not": {"all": [hidden, {"not": plain}]}}),
        finding("both", "note", hidden | plain),
        finding("neither", "note", {"not": {"any": [hidden, {"parent": True}]}}),
    ]
    found = result(chain(*rules), {"parent": False})
    assert found["findings"] == {
        "r/any": "certain",
        "r/all": "certain",
        "r/both": "silent",
        "r/neither": "silent",
    }


def test_unknown_may_also_be_absent_where_a_question_may_not_apply() -> None:
    either = finding("f", "note", {"any": [{"q": True}, {"q": False}]})
    asked = a_set(yes_no("q", **{"may-not-apply": True}), rules=[either])
    assert result(asked, {})["findings"] == {"r/f": "possible"}
    assert result(asked, {"q": {"answer": False}})["findings"] == {"r/f": "certain"}
    nothing = result(asked, {"q": {"not-applicable": "no trees"}})
    assert (nothing["findings"], nothing["asked"], nothing["open"]) == ({"r/f": "silent"}, 1, [])


# ---- Numbers and quantities


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (5, "certain"),
        (5.9, "certain"),
        (6, "silent"),
        ({"between": [6, 9]}, "silent"),
        ({"between": [5, 6]}, "possible"),
        ("unknown", "possible"),
    ],
)
def test_below_leaves_the_threshold_itself_out(answer: Any, expected: str) -> None:
    asked = a_set(number("q", 0, 10), rules=[finding("f", "note", {"q": {"below": 6}})])
    assert result(asked, {"q": answer})["findings"] == {"r/f": expected}


def test_a_ratio_by_nothing_is_undefined() -> None:
    many = {"per-head": {"at-least": 2}}
    asked = a_set(
        number("cost", 0, 8),
        number("heads", 0, 4),
        quantities=[{"id": "per-head", "unit": "1", "formula": {"ratio": ["cost", "heads"]}}],
        rules=[finding("f", "note", many), finding("g", "note", {"not": many})],
    )
    assert result(asked, {"cost": 4, "heads": 0})["findings"] == {"r/f": "silent", "r/g": "silent"}
    assert result(asked, {"cost": 4, "heads": 2})["findings"] == {"r/f": "certain", "r/g": "silent"}
    found = result(asked, {"cost": 4})["findings"]
    assert found == {"r/f": "possible", "r/g": "possible"}  # 0, 2 and 4 heads are tried


def test_formulas_nest_and_compare_with_each_other() -> None:
    formula = {"difference": [{"product": ["a", 3]}, {"least": ["b", {"sum": [1, "a"]}]}]}
    asked = a_set(
        number("a", 0, 9),
        number("b", 0, 9),
        quantities=[
            {"id": "left", "unit": "1", "formula": formula},
            {"id": "right", "unit": "1", "formula": {"greatest": ["b", 0.5]}},
        ],
        rules=[
            finding("f", "note", {"left": {"at-least": {"quantity": "right"}}}),
            finding("g", "note", {"a": {"below": {"quantity": "left"}}}),
        ],
    )
    # left = 3a - min(b, 1 + a), right = max(b, 1/2)
    assert result(asked, {"a": 2, "b": 3})["findings"] == {"r/f": "certain", "r/g": "certain"}
    assert result(asked, {"a": 2, "b": 4})["findings"] == {"r/f": "silent", "r/g": "certain"}
    assert result(asked, {"a": 1, "b": 9})["findings"] == {"r/f": "silent", "r/g": "silent"}


# ---- Numbers laid against a clock


def two_clocks(when: Authored, *rules: Authored) -> Authored:
    """Months to launch; the need is gone after 3 if `need-goes`, the advantage after 6."""
    late = finding("late", "warning", when)
    caps = [cap("n", "necessity 3 demand", {"need-goes": True}), cap("a", "advantage 6 price")]
    launch = number("launch", -1, 24, unit="month")
    return a_set(launch, yes_no("need-goes"), rules=[late, *caps, *rules])


def late(when: Authored, launch: Any, need_goes: Any = False) -> str:
    found = result(two_clocks({"launch": when}), {"launch": launch, "need-goes": need_goes})
    return str(found["findings"]["r/late"])


@pytest.mark.parametrize(
    ("clock", "launch", "need_goes", "expected"),
    [
        ("lifeline", 5.9, False, "silent"),
        ("lifeline", 6, False, "certain"),
        ("lifeline", 6, "unknown", "certain"),
        ("lifeline", 5, "unknown", "possible"),
        ("lifeline", 2, "unknown", "silent"),
        ("lifeline", "unknown", True, "possible"),
        ("lifeline", {"between": [3, 5]}, True, "certain"),
        ("advantage", 5, True, "silent"),
        ("necessity", 5, True, "certain"),
        ("necessity", 24, False, "silent"),
        ("necessity", 24, "unknown", "possible"),
    ],
)
def test_a_number_reaches_a_clock_but_never_one_of_twelve_or_more(
    clock: str, launch: Any, need_goes: Any, expected: str
) -> None:
    assert late({"at-least": {"clock": clock}}, launch, need_goes) == expected


@pytest.mark.parametrize(
    ("clock", "launch", "need_goes", "expected"),
    [
        ("lifeline", 5.9, False, "certain"),
        ("lifeline", 6, False, "silent"),
        ("lifeline", 5, "unknown", "possible"),
        ("lifeline", 2, "unknown", "certain"),
        ("necessity", 11.9, False, "certain"),
        ("necessity", 12, False, "silent"),
        ("necessity", {"between": [6, 12]}, False, "possible"),
        ("necessity", {"between": [12, 24]}, "unknown", "silent"),
    ],
)
def test_a_number_falls_short_of_a_clock(
    clock: str, launch: Any, need_goes: Any, expected: str
) -> None:
    assert late({"below": {"clock": clock}}, launch, need_goes) == expected


def test_a_clock_of_nought_is_reached_by_nought_and_not_by_less() -> None:
    over = cap("over", "advantage 0 absorption")
    for word, expected in (("at-least", ["certain", "silent"]), ("below", ["silent", "certain"])):
        rubric_set = two_clocks({"launch": {word: {"clock": "lifeline"}}}, over)
        found = [result(rubric_set, {"launch": launch})["findings"] for launch in (0, -0.5)]
        assert [each["r/late"] for each in found] == expected


def test_a_number_that_moves_the_clock_it_is_laid_against() -> None:
    slow = cap("slow", "advantage 3 stagnation", {"launch": {"at-least": 4}})
    when = {"launch": {"at-least": {"clock": "lifeline"}}}
    found = result(two_clocks(when, slow), {"launch": {"between": [4, 9]}, "need-goes": False})
    assert found["findings"]["r/late"] == "certain"
    found = result(two_clocks(when, slow), {"launch": {"between": [3, 5]}, "need-goes": False})
    assert found["findings"]["r/late"] == "possible"


def test_a_number_that_is_not_there_is_laid_against_nothing() -> None:
    when = {"launch": {"at-least": {"clock": "lifeline"}}}
    rubric_set = two_clocks(when)
    rubric_set["rubrics"][0]["questions"][0]["when"] = {"need-goes": True}
    found = [
        result(rubric_set, {"launch": 9, "need-goes": goes})["findings"]["r/late"]
        for goes in (True, False, "unknown")
    ]
    assert found == ["certain", "silent", "possible"]


# ---- Scores


def scored_set() -> Authored:
    points = [{"id": "good", "points": 1}, {"id": "bad", "points": 0}]
    rubric = {
        "rubric": "r",
        "score": "Durability",
        "questions": [
            {"id": "one", "kind": "choice", "weight": 2, "choices": points},
            several("many") | {"choices": [{"id": x, "points": 0.75} for x in ("left", "right")]},
            number("size", 0, 9, bands=[{"points": 0}, {"at-least": 3, "points": 0.5}]),
            yes_no("told", weight=4, better="no", when={"one": "bad"}),
            yes_no("unscored", better="yes"),
        ],
    }
    other = {"rubric": "s", "score": "Other", "uses": [{"question": "told", "weight": 0.5}]}
    return {
        "set": {},
        "rubrics": [rubric, other | {"questions": [yes_no("last", weight=1, better="yes")]}],
    }


def test_scores_weigh_what_is_there() -> None:
    answers = {"one": "good", "many": ["left", "right"], "size": 3, "told": False}
    found = result(scored_set(), answers)
    assert found["scores"]["r"] == (Fraction(350, 4), Fraction(350, 4))  # (2 + 1 + 1/2) / 4


def test_a_used_question_counts_with_the_weight_given_there() -> None:
    found = result(
        scored_set(), {"one": "bad", "told": False, "size": 2, "many": {"maybe": ["left"]}}
    )
    assert found["scores"]["r"] == (50, Fraction(475, 8))  # (0 + 0..3/4 + 0 + 4) / 8
    assert found["scores"]["s"] == (Fraction(100, 3), 100)  # (0..1 + 1/2) / (1 + 1/2)


def test_a_score_is_null_when_nothing_scored_is_there() -> None:
    sheet = scored_set()
    sheet["rubrics"][1]["questions"] = [yes_no("last", better="yes")]
    assert result(sheet, {"one": "good"})["scores"]["s"] is None
    assert result(sheet, {"told": True})["scores"]["s"] == (0, 0)  # where it is asked at all


# ---- Gates and the deciding question


@pytest.mark.parametrize(
    ("fail_on", "answer", "until", "expected"),
    [
        ("blocker", True, None, "fail"),
        ("blocker", "unknown", None, "unclear"),
        ("blocker", False, None, "pass"),
        ("blocker", True, DAY, "pass"),
        ("blocker", True, date(2023, 3, 30), "fail"),
        ("warning", False, DAY, "fail"),
        ("none", True, None, "pass"),
    ],
)
def test_findings_gate(fail_on: str, answer: Any, until: date | None, expected: str) -> None:
    rules = [finding("b", "blocker", {"q": True}), finding("w", "warning", {"q": False})]
    asked = a_set(yes_no("q"), rules=rules, gate={"min-months": 6, "fail-on": fail_on})
    waivers = {"r/b": until} if until else None
    assert result(asked, {"q": answer}, waivers=waivers)["verdict"] == expected


def two_sided(when: Authored, **more: Any) -> Authored:
    """What decides about a cap of 3 months, by two questions."""
    notes = [finding("f", "note", more["noted"])] if more else []
    rules = [cap("c", "advantage 3 price", when), *notes]
    return result(a_set(number("x", 0, 10), yes_no("y"), rules=rules), {})["deciding"] or {}


def test_a_pair_decides_where_no_question_does() -> None:
    found = two_sided({"x": {"at-least": 4}, "y": True})
    assert found == {"question": "x", "share": Fraction(1, 2), "pair": ("x", "y", 1)}


def test_the_end_of_a_domain_is_a_value_of_its_own_if_it_is_a_threshold() -> None:
    both = {"x": {"at-least": 4}, "y": True}
    found = two_sided(both, noted={"x": {"at-least": 10}})  # [0,4) settles; [4,10), [10,10] do not
    assert found == {"question": "y", "share": Fraction(1, 2), "pair": ("x", "y", 1)}
    found = two_sided(both, noted={"x": {"at-least": 0}})
    assert found["question"] == "x"


def test_no_pair_is_named_where_one_question_settles_it() -> None:
    assert two_sided({"y": True}) == {"question": "y", "share": 1}


def test_nothing_settles_alone() -> None:
    large, small = {"x": {"at-least": 4}}, {"x": {"below": 4}}
    found = two_sided({"any": [large | {"y": True}, small | {"y": False}]})
    assert found == {"question": "x", "share": 0, "pair": ("x", "y", 1)}


# ---- Strict


def stands_for(question: Authored, tests: list[Any], answer: Any, **more: Any) -> list[Any]:
    """Which of these tests an answer can meet under strict."""
    rules = [finding(f"f-{n}", "note", {question["id"]: test}) for n, test in enumerate(tests)]
    found = result(a_set(question, rules=rules), {question["id"]: answer}, strict=True, **more)
    return [t for t, how in zip(tests, found["findings"].values(), strict=True) if how != "silent"]


@pytest.mark.parametrize(
    ("better", "answer", "expected"),
    [
        ("first", "b", ["b", "c"]),
        ("first", {"one-of": ["c", "b"]}, ["b", "c"]),
        ("last", "b", ["a", "b"]),
        ("none", "c", ["a", "b", "c"]),
        ("first", {"answer": "b", "evidence": [{"says": "me"}]}, ["b", "c"]),
        ("first", {"answer": "b", "evidence": [{"says": "me", "link": "x"}]}, ["b"]),
        ("first", {"answer": "b", "evidence": [{"measurement": "1"}]}, ["b"]),
    ],
)
def test_an_unbacked_choice_stands_for_all_worse_ones(
    better: str, answer: Any, expected: list[str]
) -> None:
    question = choice("q", "a", "b", "c", better=better, evidence="link")
    assert stands_for(question, ["a", "b", "c"], answer) == expected


@pytest.mark.parametrize(
    ("better", "answer", "expected"),
    [
        ("more", ["a"], [[], ["a"]]),
        ("more", {"surely": ["a"], "maybe": ["b"]}, [[], ["a"], ["b"], ["a", "b"]]),
        ("fewer", ["a"], [["a"], ["a", "b"]]),
        ("fewer", [], [[], ["a"], ["b"], ["a", "b"]]),
    ],
)
def test_unbacked_sets(better: str, answer: Any, expected: list[list[str]]) -> None:
    tests = [{"is": ids} for ids in ([], ["a"], ["b"], ["a", "b"])]
    question = several("q", "a", "b", better=better, evidence="says")
    assert stands_for(question, tests, answer) == [{"is": ids} for ids in expected]


@pytest.mark.parametrize(
    ("better", "answer", "expected"),
    [
        ("higher", {"between": [4, 5]}, [{"below": 2}]),
        ("higher", 9, [{"below": 2}, {"at-least": 8}]),
        ("lower", 4, [{"at-least": 8}]),
    ],
)
def test_unbacked_numbers(better: str, answer: Any, expected: list[Authored]) -> None:
    question = number("q", 0, 10, better=better, evidence="says")
    assert stands_for(question, [{"below": 2}, {"at-least": 8}], answer) == expected


def test_an_unbacked_yes_is_in_doubt_and_an_unbacked_no_is_not() -> None:
    question = yes_no("q", better="yes", evidence="says")
    assert stands_for(question, [True, False], True) == [True, False]
    assert stands_for(question, [True, False], False) == [False]


def test_unbacked_not_applicable_may_be_anything() -> None:
    question = yes_no("q", better="yes", evidence="says") | {"may-not-apply": True}
    assert stands_for(question, [True, False], {"not-applicable": "no"}) == [True, False]


def test_a_stale_answer_is_in_doubt_from_the_day_after() -> None:
    question = yes_no("q", better="yes", evidence="says") | {"fresh-for": 30}
    dated: Authored = {"answer": True, "evidence": [{"says": "a", "date": date(2023, 3, 1)}]}
    assert stands_for(question, [True, False], dated) == [True]  # 30 days to the 31st
    april = date(2023, 4, 1)
    assert stands_for(question, [True, False], dated, as_of=april) == [True, False]
    undated = {"answer": True, "evidence": [*dated["evidence"], {"says": "b"}]}
    assert stands_for(question, [True, False], undated, as_of=april) == [True]
    assert stands_for(question, [True, False], undated, as_of=date(2023, 5, 1)) == [True, False]


def test_where_no_evidence_is_asked_for_the_answer_itself_counts_as_of_the_assessed_day() -> None:
    question = yes_no("q", better="yes") | {"fresh-for": 30}
    old: Authored = {"answer": True, "evidence": [{"says": "a", "date": date(2022, 3, 1)}]}
    april, may = date(2023, 4, 1), date(2023, 5, 1)
    for answer in (old, True):  # else old evidence would be worse than none
        assert stands_for(question, [True, False], answer, as_of=april) == [True]
        assert stands_for(question, [True, False], answer, as_of=may) == [True, False]


def test_only_sufficient_evidence_keeps_an_answer_fresh() -> None:
    question = yes_no("q", better="yes", evidence="link") | {"fresh-for": 30}
    old, new = {"link": "x", "date": date(2023, 1, 1)}, {"says": "a", "date": DAY}
    answer = {"answer": True, "evidence": [old, new]}
    assert stands_for(question, [True, False], answer) == [True, False]


# ---- Generated


@settings(deadline=None)
@given(st.data())
def test_it_runs_on_whatever_is_generated(data: st.DataObject) -> None:
    rubric_set = data.draw(rubric_sets())
    answers = data.draw(answers_for(rubric_set))
    as_of = data.draw(as_of_dates())
    found = evaluate(
        rubric_set, answers, strict=data.draw(st.booleans()), assessed=ASSESSED, as_of=as_of
    )
    assert found["lifeline"][0] == min(found["advantage"][0], found["necessity"][0])
    assert found["settled"] >= 0
    assert found["verdict"] in ("pass", "fail", "unclear")


@settings(deadline=None)
@given(st.data(), as_of_dates())
def test_saying_less_and_strictness_narrow_nothing(data: st.DataObject, as_of: date) -> None:
    rubric_set = data.draw(rubric_sets(quantities=False))
    answers = data.draw(answers_for(rubric_set))
    less = data.draw(widened(rubric_set, answers))

    def ranges(said: Authored, *, strict: bool, unscored: Any = (100, 0)) -> list[Any]:
        found = evaluate(rubric_set, said, strict=strict, assessed=ASSESSED, as_of=as_of)
        months = [found[name] for name in ("lifeline", "advantage", "necessity")]
        return months + [score or unscored for score in found["scores"].values()]

    def assert_inside(narrow: list[Any], wide: list[Any]) -> None:
        for inner, outer in zip(narrow, wide, strict=True):
            assert outer[0] <= inner[0]
            assert inner[1] <= outer[1]

    anything = (0, 100)  # where the last answer to an optional rubric goes, its score goes with it
    assert_inside(ranges(answers, strict=False), ranges(answers, strict=True))
    for strict in (False, True):
        wide = ranges(less, strict=strict, unscored=anything)
        assert_inside(ranges(answers, strict=strict), wide)
