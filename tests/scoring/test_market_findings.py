"""What the record of the market, and time itself, make of answers: findings, and strict doubt."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeline.model.assessment import Assessment, Finding
from lifeline.model.compiled import CompiledSet
from lifeline.model.compiled_market import CompiledMarket
from lifeline.model.words import PROGRAM_FINDINGS
from lifeline.schemas.idea import OF_THE_PROGRAM
from lifeline.scoring.ageing import out_of_date
from lifeline.scoring.assess import Assessor, assess
from lifeline.scoring.idea_record import IdeaRecord
from lifeline.scoring.market import STATUSES
from lifeline.scoring.record import Record
from tests.authored import Authored, compiled, idea
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule
from tests.scoring.records import CAPABILITIES, DAYS, LAST, records, small
from tests.scoring.test_market_status import until

CHOICES = ["not-yet", "announced", "offered"]
RECORD = dict(zip(STATUSES, ["not-yet", "announced", "announced", "offered"], strict=True))
LONG_AFTER = date(2024, 6, 1)


@cache
def field() -> CompiledSet:
    """Give a set whose months hang on two questions that the record suggests answers to."""
    questions = [
        question("entry", "choice", choices=CHOICES, record=RECORD),
        question("rivals", "choice", better="last", choices=CHOICES[::-1], record=RECORD),
        question("fig", "yes-no"),
    ]
    rules = [
        rule("there", when={"entry": "offered"}, cap=cap(3)),
        rule("soon", when={"rivals": {"in": ["announced", "offered"]}}, cap=cap(6, "necessity")),
        rule("crowd", when={"rivals": "offered"}, cap=cap(0, "necessity")),
    ]
    parts = {"questions": questions, "rules": rules}
    return compiled(farm(rubric("garden", **parts), **{"valid-for": 160}), CLAIMS)


def judged(
    answers: Authored, day: str, *, as_of: date | None = None, **more: Any
) -> tuple[Assessment, dict[str, Finding]]:
    """Assess answers of a day by the small record, without other findings than the last of each."""
    market, strict = more.pop("market", small()), more.pop("strict", False)
    more = {"assessed": day, "capabilities": ["file-chat"], **more}
    found = assess(
        idea(answers, field(), **more),
        field(),
        as_of=as_of or date.fromisoformat(day),
        strict=strict,
        market=market,
    )
    return found, {finding["rule"]: finding for finding in found["findings"]}


def months(found: Assessment) -> tuple[int, int]:
    lifeline: Any = found["lifeline"]
    return lifeline["months"]["low"], lifeline["months"]["high"]


# ---- What the record suggests


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2023-03-01", "has nothing of file-chat by 2023-03-01: that would be 'not-yet'."),
        ("2023-03-25", "has file-chat as a preview since 2023-03-20, by 1 large company (Bolt): "),
        ("2023-05-02", "has file-chat as announced since 2023-04-30, by 1 large company (Acme): "),
        ("2023-07-01", "has file-chat as shipped since 2023-06, by 1 large company (Acme): "),
    ],
)
def test_the_record_suggests_an_answer_where_none_is_given(day: str, told: str) -> None:
    for answers in ({"fig": True}, {"entry": "unknown"}):
        found = judged(answers, day)[1]["market/suggests"]
        assert told in found["message"]
        assert found["level"] == "note"
        assert f"--capability file-chat --until {day}" in found["remedy"]


def test_a_question_is_named_with_what_is_suggested() -> None:
    found, _ = judged({"rivals": "offered"}, "2023-07-01")
    (told,) = [f for f in found["findings"] if f["rule"] == "market/suggests"]
    assert told["question"] == "garden/entry"
    assert "that would be 'offered'" in told["message"]
    assert "answer entry" in told["remedy"]


def test_the_capability_that_companies_are_furthest_with_counts() -> None:
    both = judged({}, "2023-05-02", capabilities=["translation", "file-chat"])[1]
    assert "file-chat as announced" in both["market/suggests"]["message"]


@pytest.mark.parametrize(
    ("day", "known", "choice", "command"),
    [
        (
            "2023-03-01",
            "nothing of file-chat, translation by 2023-03-01",
            "not-yet",
            "file-chat translation",
        ),
        (
            "2023-07-01",
            "file-chat as shipped since 2023-06, by 1 large company (Acme)",
            "offered",
            "file-chat",
        ),
    ],
)
def test_what_is_suggested_is_said_in_a_sentence_with_the_command_that_shows_why(
    day: str, known: str, choice: str, command: str
) -> None:
    words = ["translation", "file-chat"]
    found = judged({"rivals": "offered"}, day, capabilities=words)[1]["market/suggests"]
    assert found["message"] == f"The record of the market has {known}: that would be '{choice}'."
    assert found["remedy"] == (
        "Look at the sources, then answer entry: lifeline market events --capability"
        f" {command} --until {day} --sources"
    )


def test_all_companies_that_are_as_far_are_named() -> None:
    second: Any = {**small()["events"][1], "id": "also", "actor": "Bolt"}
    found = judged({}, "2023-07-01", market=with_events(second))[1]["market/suggests"]
    assert "as shipped since 2023-06, by 2 large companies (Acme, Bolt): " in found["message"]


def with_events(*more: Any, **parts: Any) -> CompiledMarket:
    """Give the small record with some events more, in the order of their days."""
    events = sorted((*small()["events"], *more), key=lambda event: event["known"])
    market: Any = {**small(), "events": events, **parts}
    return market  # type: ignore[no-any-return]


# ---- Answers that are rosier than the record


@pytest.mark.parametrize(
    ("answers", "rosier"),
    [
        ({"entry": "not-yet", "rivals": "offered"}, "garden/entry"),
        ({"entry": {"one-of": ["announced", "offered"]}, "rivals": "offered"}, "garden/entry"),
        ({"entry": "offered", "rivals": "announced"}, "garden/rivals"),
        ({"entry": "offered", "rivals": {"one-of": ["announced", "offered"]}}, "garden/rivals"),
        ({"entry": "offered", "rivals": "offered"}, None),
    ],
)
def test_an_answer_better_than_the_record_at_its_best_is_told(
    answers: Authored, rosier: str | None
) -> None:
    _, found = judged(answers, "2023-07-01")
    assert ("market/rosier" in found) == (rosier is not None)
    if rosier:
        assert found["market/rosier"]["question"] == rosier
        assert found["market/rosier"]["level"] == "warning"
        assert found["market/rosier"]["line"] > 1


def test_a_rosier_answer_is_told_kindly_with_the_latest_event() -> None:
    found = judged({"entry": "not-yet"}, "2023-07-01")[1]["market/rosier"]
    assert "your answer is 'not-yet', which is better" in found["message"]
    assert "The latest: in 2023-06, Acme: Acme sold a chat" in found["message"]
    assert "The record can be wrong" in found["remedy"]


def test_of_what_was_only_announced_nothing_is_told_that_came_later() -> None:
    found = judged({"entry": "not-yet"}, "2023-05-02")[1]["market/rosier"]
    assert "Acme announced it on 2023-04-30." in found["message"]
    assert "sold" not in found["message"]


def test_where_the_record_has_nothing_and_that_is_the_worst_there_is_no_latest_event() -> None:
    worst = dict.fromkeys(STATUSES, "offered")
    asked = question("alarm", "choice", choices=CHOICES, record=worst)
    ends = rule("ends", when={"alarm": "offered"}, cap=cap(6))
    worried = compiled(farm(rubric("garden", questions=[asked], rules=[ends])), CLAIMS)
    read = idea({"alarm": "not-yet"}, worried, assessed="2023-03-01", capabilities=["file-chat"])
    (found,) = assess(read, worried, as_of=date(2023, 3, 1), market=small())["findings"]
    assert found["message"] == (
        "The record of the market has nothing of file-chat by 2023-03-01: that would be 'offered',"
        " and your answer is 'not-yet', which is better."
    )


def test_the_record_contradicts_only_answers_that_it_knows_better() -> None:
    def contradicted(answers: Authored) -> frozenset[int]:
        read = idea(answers, field(), assessed="2023-07-01", capabilities=["file-chat"])
        record = IdeaRecord(read, date(2023, 7, 1), Record(small()))
        return record.contradicted(field()["deciding"]["questions"], read.answers)

    entry, rivals = 0, 1
    assert contradicted({"entry": "not-yet", "rivals": "announced", "fig": True}) == {entry, rivals}
    assert contradicted({"entry": "offered", "rivals": "not-yet", "fig": True}) == {rivals}
    assert contradicted({"entry": "unknown", "fig": True}) == frozenset()


def test_a_finding_about_the_record_can_be_waived() -> None:
    waivers = {"market/rosier": {"reason": "Other users.", "until": "2024-01-01"}}
    found, told = judged({"entry": "not-yet"}, "2023-07-01", waivers=waivers)
    assert told["market/rosier"]["waived"]
    assert found["verdict"] == judged({"entry": "not-yet"}, "2023-07-01")[0]["verdict"]


def test_an_announcement_is_compared_with_how_often_one_came_soon() -> None:
    assert "announcements of which" not in told_of_announced(date(2023, 5, 2), small())
    many: Any = [
        {**small()["not_shipped"][0], "id": f"n-{n}", "announced": "2022-09-01", "known": day}
        for n, day in enumerate(["2022-09-01"] * 4 + ["2023-06-01"])
    ]
    market: Any = {**small(), "not_shipped": many}
    assert "Of 4 announcements" not in told_of_announced(date(2023, 5, 2), market)
    told = told_of_announced(date(2023, 7, 5), market)
    known = "announcements of which the record knows whether they came"
    assert f"Of 6 {known}, 1 was there for users within 6 months." in told


def test_announcements_count_of_which_one_knows_whether_they_came_soon() -> None:
    quick: Any = [
        {
            **small()["events"][1],
            "id": f"quick-{n}",
            "announced": "2023-01-01",
            "date": "2023-02-01",
        }
        | {"known": "2023-02-01", "announced_known": "2023-01-01", "capabilities": ["memory"]}
        for n in range(2)
    ]
    old, new = (
        {**small()["not_shipped"][0], "id": day, "announced": day, "known": day}
        for day in ("2022-09-01", "2023-03-15")
    )
    day, waiting = date(2023, 7, 5), [old, {**old, "id": "old"}, new]
    told = told_of_announced(day, with_events(*quick, not_shipped=waiting))
    known = "announcements of which the record knows whether they came"
    assert f"Of 5 {known}, 3 were there for users within 6 months." in told
    told = told_of_announced(day, with_events(*quick, not_shipped=[old, new]))
    assert told.endswith("that would be 'announced'.")


def told_of_announced(as_of: date, market: CompiledMarket) -> str:
    return judged({}, "2023-05-02", as_of=as_of, market=market)[1]["market/suggests"]["message"]


# ---- What happened since


def test_what_happened_since_is_told_in_order_of_date() -> None:
    found = judged({"entry": "offered"}, "2023-03-01", as_of=date(2023, 7, 1))[1]["market/since"]
    assert found["message"] == (
        "Since your assessment of 2023-03-01: on 2023-03-20, Bolt: Bolt let a few people ask"
        " questions of a file. On 2023-05-02, Bolt: The pilot ended. In 2023-06, Acme: Acme sold a"
        " chat that reads files and keeps them in mind."
    )
    assert found["level"] == "warning"
    assert "--capability file-chat --since 2023-03-02 --until 2023-07-01" in found["remedy"]


def test_only_an_event_that_gets_further_or_reaches_everybody_is_a_warning() -> None:
    ended = judged({}, "2023-04-30", as_of=date(2023, 5, 2))[1]["market/since"]
    assert (ended["level"], "The pilot ended." in ended["message"]) == ("note", True)
    announced = judged({}, "2023-05-01", as_of=date(2023, 6, 30), capabilities=["memory"])[1]
    assert "market/since" not in announced
    promised = judged({}, "2023-04-29", as_of=date(2023, 5, 1), capabilities=["memory"])[1]
    assert "Acme announced it on 2023-04-30: memory." in promised["market/since"]["message"]
    assert promised["market/since"]["level"] == "warning"


def test_at_most_three_events_are_told_the_most_telling_ones() -> None:
    every = judged({}, "2023-03-01", as_of=LONG_AFTER)[1]["market/since"]["message"]
    assert "Bolt let a few" in every
    assert "Acme sold" in every
    assert every.endswith("And 1 more.")


def later(id_: str, day: str, reach: str, actor: str = "Bolt", **more: Any) -> Any:
    """Give an event about memory, which Acme sells since July."""
    event = {**small()["events"][0], "id": id_, "date": day, "known": day, "reach": reach}
    return {**event, "actor": actor, "capabilities": ["memory"], "what": f"{id_} came."} | more


def since(*more: Any, **parts: Any) -> Finding:
    market = with_events(*more, **parts)
    words = ["memory", "translation"]
    found = judged({}, "2023-07-01", as_of=LAST, capabilities=words, market=market)[1]
    return found["market/since"]


@pytest.mark.parametrize(("reach", "level"), [("paid", "note"), ("general", "warning")])
def test_what_everybody_has_is_a_warning_even_where_others_sold_it_before(
    reach: str, level: str
) -> None:
    assert since(later("Copy", "2023-08-01", reach), not_shipped=[])["level"] == level


def test_what_is_promised_since_is_told_and_a_warning_where_nobody_was_so_far() -> None:
    found = since()
    assert "on 2023-11-01: translation." in found["message"]
    assert found["level"] == "warning"


def test_what_was_announced_is_told_with_all_the_capabilities_it_touches() -> None:
    words = ["memory", "file-chat"]
    found = judged({}, "2023-04-29", as_of=date(2023, 5, 1), capabilities=words)[1]["market/since"]
    assert found["message"] == (
        "Since your assessment of 2023-04-29: Acme announced it on 2023-04-30: file-chat, memory."
    )


def test_the_most_telling_is_what_gets_further_then_what_all_have_then_what_is_sold() -> None:
    events = [
        later("Trial", "2023-08-01", "preview"),
        later("Copy", "2023-08-02", "paid"),
        later("Gift", "2023-08-03", "general"),
    ]
    told = since(*events)["message"]
    assert told == (
        "Since your assessment of 2023-07-01: on 2023-08-02, Bolt: Copy came. On 2023-08-03, Bolt:"
        " Gift came. Acme announced it on 2023-11-01: translation. And 1 more."
    )
    both_given = since(*events, later("Other", "2023-09-01", "general", "Crane"))["message"]
    assert "Copy" not in both_given
    assert "Gift came. On 2023-09-01, Crane: Other came." in both_given


def test_what_was_taken_back_tells_less_than_what_was_announced() -> None:
    end: Any = {**small()["retreats"][0], "capability": "memory", "known": "2023-08-01"}
    promised: Any = {**small()["not_shipped"][0], "capability": "memory", "id": "again"}
    told = since(
        later("Gift", "2023-08-03", "general"),
        later("Copy", "2023-08-02", "paid"),
        retreats=[end | {"withdraws": []}],
        not_shipped=[promised],
    )["message"]
    assert "The pilot ended." not in told
    assert "on 2023-11-01: memory." in told


def test_the_day_of_the_answers_itself_is_not_since() -> None:
    assert "market/since" not in judged({}, "2023-03-20", as_of=date(2023, 3, 31))[1]
    assert "market/since" in judged({}, "2023-03-19", as_of=date(2023, 3, 20))[1]


# ---- Words, the end of the record, and age


def test_a_word_that_the_record_does_not_know_is_a_note_with_what_was_meant() -> None:
    found = judged({}, "2023-07-01", capabilities=["filechat", "memory"])[1]
    told = found["market/unknown-capability"]
    assert told["level"] == "note"
    assert "'filechat' is not a capability" in told["message"]
    assert "Did you mean 'file-chat'?" in told["message"]


def test_of_very_many_strange_words_the_rest_are_counted() -> None:
    found, _ = judged({}, "2023-07-01", capabilities=[f"word-{n}" for n in range(3000)])
    told = [f for f in found["findings"] if f["rule"] == "market/unknown-capability"]
    assert len(told) == 6
    assert told[-1]["message"] == (
        "2995 more words are not among the capabilities of the record: word-5, word-6, word-7 and"
        " 2992 more."
    )
    assert {each["level"] for each in told} == {"note"}
    found, _ = judged({}, "2023-07-01", capabilities=[f"word-{n}" for n in range(6)])
    last = [f for f in found["findings"] if f["rule"] == "market/unknown-capability"][-1]
    assert last["message"] == "1 more word is not among the capabilities of the record: word-5."


@pytest.mark.parametrize(("day", "is_told"), [("2024-03-30", False), ("2024-03-31", True)])
def test_it_is_told_that_the_record_ends_more_than_ninety_days_before(
    day: str, is_told: bool
) -> None:
    found = judged({}, "2023-12-31", as_of=date.fromisoformat(day))[1]
    assert ("market/record-ends" in found) == is_told


def test_of_a_record_that_ended_it_is_told_what_is_missing_and_what_to_do() -> None:
    found = judged({}, "2023-12-31", as_of=LONG_AFTER, capabilities=["memory", "file-chat"])[1]
    told = found["market/record-ends"]
    assert told["message"] == (
        "The record of the market reaches until 2023-12-31, and you look at 2024-06-01. What big"
        " companies did in between is not in it."
    )
    assert told["remedy"].endswith("look for news yourself of: file-chat, memory.")
    assert told["level"] == "note"


@pytest.mark.parametrize(
    ("valid_for", "length"),
    [(1, "1 day"), (2, "2 days"), (60, "60 days"), (61, "about 2 months"), (90, "about 3 months")],
)
def test_how_long_a_conclusion_holds_is_said_in_days_or_in_months(
    valid_for: int, length: str
) -> None:
    read = idea({"fig": True}, field())
    (found,) = out_of_date(read, valid_for, date(2024, 1, 1))
    assert f"a conclusion to hold for {length}, until " in found[3]
    assert found[1] == "warning"


@pytest.mark.parametrize(("days", "is_told"), [(160, False), (161, True)])
def test_a_conclusion_older_than_the_set_takes_it_to_hold_is_told(days: int, is_told: bool) -> None:
    as_of = date(2023, 7, 1) + timedelta(days=days)
    found = judged({"fig": True}, "2023-07-01", as_of=as_of)[1]
    assert ("set/out-of-date" in found) == is_told
    if is_told:
        assert found["set/out-of-date"]["message"] == (
            "These answers describe 2023-07-01. The advice takes a conclusion to hold for about 5"
            " months, until 2023-12-08."
        )


@pytest.mark.parametrize(
    ("as_of", "is_told"),
    [(date(2023, 7, 1), False), (date(2023, 6, 30), False), (date(2023, 6, 29), True)],
)
def test_a_day_to_come_is_told_but_not_to_those_for_whom_it_has_begun(
    as_of: date, is_told: bool
) -> None:
    found = judged({"fig": True}, "2023-07-01", as_of=as_of)[1]
    assert ("set/ahead" in found) == is_told
    if is_told:
        told = found["set/ahead"]
        assert (told["level"], told["status"]) == ("warning", "certain")
        assert told["message"] == (
            "These answers describe 2023-07-01, and you look from 2023-06-29, before that."
        )
        assert told["remedy"].endswith("correct 'assessed'. If not: --as-of 2023-07-01")


@pytest.mark.parametrize("day", ["2023-12-31", "2999-12-31"])
def test_looking_from_before_the_answers_uses_only_what_was_known_then(day: str) -> None:
    found, told = judged({"entry": "not-yet"}, day, as_of=date(2023, 3, 1), strict=True)
    assert "has nothing of file-chat by 2023-03-01" in told["market/suggests"]["message"]
    assert not {"market/rosier", "market/since", "set/out-of-date"} & told.keys()
    assert found["answers"] == {"garden/entry": "not-yet"}


def test_an_idea_without_a_day_is_not_out_of_date_and_nothing_happened_since() -> None:
    unsaid = idea({}, field(), capabilities=["file-chat"])
    unsaid.assessed = None
    found = assess(unsaid, field(), as_of=LAST, market=small())
    rules = {finding["rule"] for finding in found["findings"]}
    assert rules == {"market/suggests"}


# ---- Strict


@pytest.mark.parametrize(
    ("answers", "day", "as_of", "expected"),
    [
        ({"entry": "not-yet", "rivals": "not-yet"}, "2023-03-01", "2023-03-01", (12, 12)),
        ({"entry": "announced", "rivals": "offered"}, "2023-07-01", "2023-07-01", (0, 0)),
        ({"entry": "announced", "rivals": "announced"}, "2023-05-02", "2023-05-02", (6, 6)),
        ({"entry": "announced", "rivals": "not-yet"}, "2023-05-02", "2023-05-02", (0, 12)),
        ({"entry": "announced", "rivals": "announced"}, "2023-05-02", "2023-07-01", (0, 6)),
    ],
)
def test_strict_doubts_what_the_record_of_then_or_of_now_contradicts(
    answers: Authored, day: str, as_of: str, expected: tuple[int, int]
) -> None:
    when = date.fromisoformat(as_of)
    assert months(judged(answers, day, as_of=when, strict=True)[0]) == expected


# ---- Laws, for generated records

ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from([*CHOICES, "unknown"])
        | st.lists(st.sampled_from(CHOICES), min_size=2, unique=True).map(
            lambda some: {"one-of": some}
        )
        for name in ("entry", "rivals")
    },
)
WORDS = st.lists(st.sampled_from([*CAPABILITIES, "flying"]), unique=True)


@given(ANSWERS, WORDS, records(), DAYS, DAYS)
def test_strict_contains_lax(
    answers: Authored, words: list[str], market: CompiledMarket, one: date, other: date
) -> None:
    day, as_of = sorted((one, other))
    more: Any = {"as_of": as_of, "capabilities": words, "market": market}
    lax, strict = (judged(answers, day.isoformat(), strict=s, **more)[0] for s in (False, True))
    assert months(strict)[0] <= months(lax)[0]
    assert months(lax)[1] <= months(strict)[1]
    assert strict["findings"] == lax["findings"], "no rule here tells anything"


@given(ANSWERS, WORDS, records(), DAYS, DAYS)
def test_the_record_only_adds_findings_unless_strict(
    answers: Authored, words: list[str], market: CompiledMarket, one: date, other: date
) -> None:
    day, as_of = sorted((one, other))
    with_, without = (
        judged(answers, day.isoformat(), as_of=as_of, capabilities=words, market=each)[0]
        for each in (market, None)
    )
    others = [f for f in with_["findings"] if not f["rule"].startswith("market/")]
    assert {**with_, "findings": others} == without


@given(ANSWERS, records(), DAYS, DAYS, st.booleans())
def test_without_capabilities_the_record_says_nothing(
    answers: Authored, market: CompiledMarket, one: date, other: date, strict: bool
) -> None:
    day, as_of = sorted((one, other))
    more: Any = {"as_of": as_of, "capabilities": [], "strict": strict}
    with_, without = (
        judged(answers, day.isoformat(), market=each, **more)[0] for each in (market, None)
    )
    assert with_ == without


@given(ANSWERS, WORDS, records(), DAYS, DAYS)
def test_where_the_record_has_nothing_later_time_alone_doubts_no_answer(
    answers: Authored, words: list[str], market: CompiledMarket, one: date, other: date
) -> None:
    day, as_of = sorted((one, other))
    more: Any = {"capabilities": words, "market": until(day, market), "strict": True}
    then, _ = judged(answers, day.isoformat(), **more)
    now, told = judged(answers, day.isoformat(), as_of=as_of, **more)
    assert months(then) == months(now)
    assert "market/since" not in told


@given(ANSWERS, records(), DAYS, DAYS, st.sampled_from(["entry", "rivals"]))
def test_withdrawing_an_answer_narrows_nothing_under_strict(
    answers: Authored, market: CompiledMarket, one: date, other: date, withdrawn: str
) -> None:
    day, as_of = sorted((one, other))
    fewer = {name: answer for name, answer in answers.items() if name != withdrawn}
    before, after = (
        judged(each, day.isoformat(), as_of=as_of, market=market, strict=True)[0]
        for each in (answers, fewer)
    )
    assert months(after)[0] <= months(before)[0]
    assert months(before)[1] <= months(after)[1]


@given(ANSWERS, WORDS, records(), DAYS, DAYS)
def test_time_alone_only_adds_findings(
    answers: Authored, words: list[str], market: CompiledMarket, one: date, other: date
) -> None:
    day, as_of = sorted((one, other))
    more: Any = {"capabilities": words, "market": market}
    then = judged(answers, day.isoformat(), **more)[0]
    now = judged(answers, day.isoformat(), as_of=as_of, **more)[0]
    assert months(then) == months(now)
    rules = [sorted((f["rule"], f["question"]) for f in found["findings"]) for found in (then, now)]
    assert set(map(str, rules[0])) <= set(map(str, rules[1]))


@given(ANSWERS, WORDS, records(), DAYS, DAYS, st.booleans())
def test_nothing_after_the_day_one_looks_is_used(
    answers: Authored,
    words: list[str],
    market: CompiledMarket,
    one: date,
    other: date,
    strict: bool,
) -> None:
    day, as_of = sorted((one, other))
    more: Any = {"as_of": as_of, "capabilities": words, "strict": strict}
    cut = until(as_of, market)
    found, again = (judged(answers, day.isoformat(), market=m, **more)[0] for m in (market, cut))
    assert found == again


def test_one_assessor_says_the_same_of_many_ideas_as_one_each() -> None:
    assessor = Assessor(field(), small())
    for day in ("2023-03-01", "2023-07-01", "2023-05-02", "2023-07-01"):
        read = idea({"entry": "not-yet"}, field(), assessed=day, capabilities=["file-chat"])
        alone = assess(read, field(), as_of=LAST, market=small())
        assert assessor.assess(read, as_of=LAST) == alone


def test_every_finding_of_the_program_is_described_for_editors() -> None:
    assert list(OF_THE_PROGRAM) == [*PROGRAM_FINDINGS]
