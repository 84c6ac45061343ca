"""A ledger as people read it: what was added, what is due, and how right it was."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from lifeline.backtesting.ledger.scoring import scores
from lifeline.backtesting.ledger.standing import due, standing
from lifeline.errors import Problem
from lifeline.model.ledger import Entry
from lifeline.reading.ledger.lines import read_ledger
from lifeline.reading.limits import MOST_TOLD
from lifeline.report.ledger.added import AddedPage, ResolvedPage
from lifeline.report.ledger.due import DuePage
from lifeline.report.ledger.page import Page
from lifeline.report.ledger.shown import ShownPage
from lifeline.report.terminal import Terminal
from tests.backtesting.ledger.entries import forecast, resolution, written
from tests.hostile.inert import check_inert
from tests.report.test_inert import ATTACKS

ONE = forecast(6, 12, own={6: 0.7, 12: 0.25})
TWO = forecast(3, 3, idea="minutes", title="Minutes for clubs", clock="advantage")
THREE = forecast(12, 12, idea="desk", title="Case desk")
FIRST = resolution(ONE, 6, "no", written="2027-05-23", source="a guess")
OUTCOMES: list[Entry] = [
    FIRST,
    resolution(ONE, 6, "yes", note="62 of 70 bakeries ordered again.", replaces=(FIRST,)),
    resolution(TWO, 6, "no", "2027-04-02", source="https://example.org/closed"),
    resolution(THREE, 3, "yes", source="a"),
    resolution(THREE, 6, "yes", source="Ms Diop, who counts the orders"),
    resolution(THREE, 6, "no", source="our books"),
]
DAY = "2027-06-01"


def found(*entries: Entry, as_of: str = DAY, problems: int = 0) -> dict[str, Any]:
    """Give what the verbs print."""
    forecasts = standing(read_ledger(written(*entries)), as_of)
    return {
        "file": "lifeline-ledger.jsonl",
        "as_of": as_of,
        "problems": [Problem(1, 1, "", "is wrong.").data()] * min(problems, MOST_TOLD + 1),
        "unread": problems,
        "forecasts": forecasts,
        "scores": scores(forecasts, as_of),
        **due(forecasts),
    }


def told(page: type[Page], data: dict[str, Any], file: str = "") -> str:
    stream = io.StringIO()
    terminal = Terminal(stream)
    terminal.write(page(data, terminal, file).lines())
    return stream.getvalue()


def stood(*forecasts: Entry, **more: Any) -> dict[str, Any]:
    """Give what ``add`` prints."""
    head = {"file": "lifeline-ledger.jsonl", "began": False, "answers": 3}
    return {**head, "added": [*forecasts], "already": [], **more}


def flat(text: str) -> str:
    return " ".join(text.split())


def many(number: int, outcome: str = "yes") -> list[Entry]:
    """Give so many forecasts of as many ideas, each with the outcome of one day."""
    made = [forecast(12, 12, idea=f"x-{n}") for n in range(number)]
    return [*made, *(resolution(each, 3, outcome) for each in made)]


def test_the_whole_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("ledger/show.txt", told(ShownPage, found(ONE, TWO, THREE, *OUTCOMES)))


def test_what_is_due_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("ledger/due.txt", told(DuePage, found(ONE, TWO, THREE, *OUTCOMES[2:])))


def test_what_was_added_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    data = {
        "file": "plans/l.jsonl",
        "began": True,
        "answers": 3,
        "added": [ONE, TWO],
        "already": [THREE],
    }
    golden("ledger/add.txt", told(AddedPage, data, " --file plans/l.jsonl"))


def test_a_name_with_spaces_is_quoted_as_git_wants_it() -> None:
    data = stood(ONE, file="a b.jsonl", began=True)
    assert 'gitattributes: "a b.jsonl" merge=union' in flat(told(AddedPage, data))


def test_an_outcome_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    (stands,) = standing(read_ledger(written(ONE, *OUTCOMES[:2])), DAY)
    first, second, _ = stands["claims"]
    data: dict[str, Any] = {
        "file": "lifeline-ledger.jsonl",
        "forecast": ONE,
        "resolution": OUTCOMES[1],
        "claim": second,
        "settles": [ONE["id"]],
        "following": [first],
        "already": False,
    }
    golden("ledger/resolve.txt", told(ResolvedPage, data))
    again = flat(told(ResolvedPage, {**data, "already": True}))
    assert "This stands in lifeline-ledger.jsonl already. Nothing was added." in again
    plain = {**data, "resolution": FIRST, "following": []}
    text = flat(told(ResolvedPage, plain))
    assert "no longer better than what else there is, or no longer needed." in text
    assert "Corrected" not in told(ResolvedPage, plain)
    assert "It counts for" not in text
    several = {**plain, "settles": ["a", "b", "c"]}
    assert "It counts for the 3 forecasts that speak of this day." in flat(
        told(ResolvedPage, several)
    )


def test_of_several_forecasts_of_a_day_a_source_stands_with_the_one_it_names() -> None:
    again = forecast(3, 6, made="2026-12-01", assessed="2026-11-22")
    data = found(ONE, again, resolution(again, 3, "yes", source="our books"))
    text = flat(told(ShownPage, data))
    assert text.count("our books") == 1
    assert text.index(again["id"]) < text.index("our books")
    assert text.count("(3 months) yes - yes") == 1
    assert text.count("(3 months) yes yes") == 1


def test_a_day_that_follows_from_that_of_another_forecast_names_the_day() -> None:
    later = forecast(3, 3, made="2027-03-22")
    text = flat(told(ShownPage, found(ONE, later, resolution(later, 3, "yes"), as_of="2028-01-01")))
    assert "22 May 2027 (6 months) yes 70 % yes, as on 22 June 2027" in text


def test_days_that_exclude_each_other_are_told_and_how_to_correct_them() -> None:
    merged = found(ONE, resolution(ONE, 3, "no"), resolution(ONE, 6, "yes"), as_of="2027-05-22")
    shown, asked = (flat(told(page, merged, " --file x.jsonl")) for page in (ShownPage, DuePage))
    assert "(3 months) yes - no, but yes after 6 months" in shown
    assert "(6 months) yes 70 % yes, but no after 3 months" in shown
    assert (
        "What had ended has ended for the later days, so these outcomes cannot all be true. Until"
        " one of them is corrected, they count for nothing: lifeline ledger due --file x.jsonl"
    ) in shown
    assert (
        "the range said yes. No stands there, and yes of 22 May 2027. Both cannot be: what had"
        " ended has ended for the later days. Correct the one that is wrong."
    ) in asked
    steps = [(3, "yes"), (6, "no")]
    for after, outcome in steps:
        assert f"resolve {ONE['id']} {after} {outcome} --on DATE --source LINK" in asked
    assert asked.count(" resolve ") == len(steps)


def test_a_day_that_another_forecast_excludes_names_the_day() -> None:
    later = forecast(3, 3, made="2027-03-22")  # 22 June 2027 after 3 months
    both = resolution(ONE, 3, "no"), resolution(later, 3, "yes")
    text = flat(told(ShownPage, found(ONE, later, *both, as_of="2028-01-01")))
    assert "(3 months) yes - no, but yes on 22 June 2027" in text
    assert "22 June 2027 (3 months) yes yes, but no on 22 February 2027" in text


def test_what_was_mistyped_is_told_where_it_stands_and_where_it_was_corrected() -> None:
    meant = forecast(own={6: 0.07}, replaces=(ONE,))
    text = flat(told(ShownPage, found(ONE, meant)))
    assert (
        f"What you said here you corrected on the same day ({meant['id']}): it counts no more."
        in (text)
    )
    assert text.count("you corrected") == 1
    assert f"on the same day ({ONE['id']}) stands there still, and counts no more" in flat(
        told(AddedPage, stood(meant))
    )


def test_one_day_of_one_product_is_asked_of_once() -> None:
    again = forecast(3, 6, made="2026-12-01", assessed="2026-11-22")
    text = told(DuePage, found(ONE, again, as_of="2027-02-22"))
    assert "1 day is due." in text
    assert text.count("resolve") == 2
    for outcome in ("yes", "no"):
        assert (
            f"lifeline ledger resolve {again['id']} 3 {outcome} --on DATE --source LINK\n" in text
        )


def test_an_empty_ledger_says_so() -> None:
    assert flat(told(ShownPage, found())).startswith(
        "No forecast stands in lifeline-ledger.jsonl. How right it was How right these forecasts"
    )
    assert told(DuePage, found()) == (
        "Nothing is due.\nNo other day is ahead. Add a forecast: lifeline ledger add IDEA\n"
    )


def test_few_days_prove_little_and_more_are_weighed_by_ideas() -> None:
    few = flat(told(ShownPage, found(*many(9))))
    assert "9 days have an outcome so far. This proves little, for you or against you" in few
    enough = flat(told(ShownPage, found(*many(10))))
    assert "proves little" not in enough
    months = [forecast(12, 12, made=f"2026-{month:02}-01") for month in range(1, 13)]
    alike: list[Entry] = [*months, *(resolution(each, 3, "yes") for each in months)]
    text = flat(told(ShownPage, found(*alike)))
    assert "They are about 1 idea. What comes of one idea on one day tells much" in text


@pytest.mark.parametrize(
    ("own", "word"), [(0.9, "better than"), (0.5, "as good as"), (0.1, "worse than")]
)
def test_a_score_is_laid_beside_a_coin(own: float, word: str) -> None:
    about = forecast(own={6: own})
    text = flat(told(ShownPage, found(about, resolution(about, 6, "yes"))))
    assert f"What you said was {word} a coin so far:" in text


def test_who_leaves_out_what_came_is_told_so() -> None:
    text = flat(told(ShownPage, found(ONE), " --file x.jsonl"))
    assert "2 days that have come are without an outcome." in text
    assert text.endswith("what went wrong flatters: lifeline ledger due --file x.jsonl")
    assert "1 day that has come is without" in flat(told(ShownPage, found(ONE, as_of="2027-03-01")))


def test_lines_that_count_for_nothing_are_mentioned_last() -> None:
    assert flat(told(ShownPage, found(problems=1))).endswith(
        "Line 1 of lifeline-ledger.jsonl counts for nothing here, as it cannot be read: the"
        " messages beside this say why. The file was not changed."
    )
    assert "Lines 1, 1 of" in flat(told(DuePage, found(problems=2)))
    many = flat(told(DuePage, found(problems=1000)))
    assert f"Lines {'1, ' * 11}1 and 988 more of lifeline-ledger.jsonl count for nothing" in many


def test_a_forecast_without_any_answer_is_told_to_be_about_any_product() -> None:
    data = stood(ONE, answers=0)
    assert "Answer the questions first: lifeline walk ideas/bakery.yaml" in flat(
        told(AddedPage, data)
    )


def test_a_range_that_leaves_all_open_is_told_to_say_nothing() -> None:
    data = {
        "file": "l.jsonl",
        "began": False,
        "answers": 3,
        "added": [forecast(0, 12)],
        "already": [],
    }
    assert "is no better than a coin" in flat(told(AddedPage, data))
    said = {**data, "added": [forecast(0, 12, own={6: 0.7})]}
    assert "is no better than a coin" not in flat(told(AddedPage, said))


def test_days_are_counted_from_the_day_one_looks() -> None:
    assert "22 May 2027 (6 months), today: the range said yes" in flat(
        told(DuePage, found(ONE, as_of="2027-05-22"))
    )
    assert "Next: 22 February 2027, in 1 day: Bakery orders." in told(
        DuePage, found(ONE, as_of="2027-02-21")
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_ledger_holds_is_inert(attack: str) -> None:
    text = ATTACKS[attack]
    about = forecast(3, 12, idea=text, title=text)
    outcomes = [
        resolution(about, 3, "yes", source=text, note=text),
        resolution(about, 6, "no", source=text),
        resolution(about, 6, "yes", source=text),
    ]
    data = found(about, *outcomes)
    assert data["forecasts"], "it is read"
    check_inert(told(ShownPage, data))
    check_inert(told(DuePage, data))
    new = stood(about, file=text, began=True, already=[about])
    check_inert(told(AddedPage, new))
