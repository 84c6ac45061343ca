"""The laws of a baseline: it holds ideas to what was accepted, and can only get tighter."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lifeline.insight.baseline.accepting import tightened, written
from lifeline.insight.baseline.comparing import VERDICTS, compare
from lifeline.model.baseline import Accepted, Baseline, Standing
from tests.insight.baseline.standings import COMPILED, IDS, baseline_of, stand, standings

Ideas = list[Standing]
Others = set[str]

OTHERS = st.sets(st.sampled_from(IDS))


def is_within(new: Accepted, old: Accepted) -> bool:
    """Whether one accepts nothing that the other does not."""
    if "invalid" in (new["verdict"], old["verdict"]):
        return old["verdict"] == "invalid"
    return (
        VERDICTS.index(new["verdict"]) <= VERDICTS.index(old["verdict"])
        and all(new["months"][clock] >= months for clock, months in old["months"].items())
        and {*new["findings"]} <= {*old["findings"]}
    )


def is_tighter(new: Baseline, old: Baseline) -> bool:
    """Whether a baseline accepts nothing that another does not; a new idea may only pass."""
    return all(
        is_within(accepted, old["ideas"][id_])
        if id_ in old["ideas"]
        else accepted["verdict"] == "pass"
        for id_, accepted in new["ideas"].items()
    )


@given(standings(), OTHERS)
def test_right_after_writing_nothing_is_new_and_nothing_is_stale(
    ideas: Ideas, others: Others
) -> None:
    assert compare(baseline_of(ideas), ideas, others) == {"new": [], "stale": []}


@given(standings(), standings(), OTHERS)
def test_after_pruning_only_what_is_new_is_left(old: Ideas, now: Ideas, others: Others) -> None:
    baseline = baseline_of(old)
    before = compare(baseline, now, others)
    pruned = tightened(baseline, now, before["stale"])
    assert compare(pruned, now, others) == {"new": before["new"], "stale": []}


@given(standings(), standings(), OTHERS)
def test_pruning_never_loosens_and_never_adds(old: Ideas, now: Ideas, others: Others) -> None:
    baseline = baseline_of(old)
    pruned = tightened(baseline, now, compare(baseline, now, others)["stale"])
    assert pruned["ideas"].keys() <= baseline["ideas"].keys()
    assert is_tighter(pruned, baseline)


@given(standings(), standings(), OTHERS)
def test_pruning_where_nothing_is_stale_changes_nothing(
    old: Ideas, now: Ideas, others: Others
) -> None:
    baseline = baseline_of(old)
    if not compare(baseline, now, others)["stale"]:
        assert tightened(baseline, now, []) == baseline


@given(standings(), standings(), OTHERS)
def test_writing_loosens_exactly_where_something_is_new(
    old: Ideas, now: Ideas, others: Others
) -> None:
    baseline = baseline_of(old)
    found = compare(baseline, now, others)
    anew = written(COMPILED, now, baseline, found["stale"])
    assert is_tighter(anew, baseline) == (not found["new"])


@given(standings(), standings(), OTHERS)
def test_what_is_there_and_not_looked_at_is_kept_and_not_told(
    old: Ideas, now: Ideas, others: Others
) -> None:
    baseline, looked_at = baseline_of(old), {each["id"] for each in now}
    found = compare(baseline, now, others)
    told = {change["id"] for change in [*found["new"], *found["stale"]]}
    anew = written(COMPILED, now, baseline, found["stale"])["ideas"]
    pruned = tightened(baseline, now, found["stale"])["ideas"]
    for id_ in (baseline["ideas"].keys() & others) - looked_at:
        assert id_ not in told
        assert anew[id_] == pruned[id_] == baseline["ideas"][id_]


@given(standings(), st.randoms())
def test_the_order_of_ideas_changes_nothing(ideas: Ideas, random: Random) -> None:
    baseline = baseline_of(ideas)
    random.shuffle(ideas)
    assert [*baseline_of(ideas)["ideas"]] == [*baseline["ideas"]]
    assert baseline_of(ideas) == baseline


def test_pruning_holds_an_idea_to_what_it_says_now() -> None:
    baseline = baseline_of([stand("one", "fail", (3, 6), ("a/e", "a/b at a/c")), stand("two")])
    now = [stand("one", "unclear", (6, 3), ("a/b at a/c", "a/b at a/d"))]
    assert tightened(baseline, now, [])["ideas"] == {
        "one": {
            "verdict": "unclear",
            "months": {"advantage": 6, "necessity": 6},
            "findings": ["a/b at a/c"],
        },
        "two": baseline["ideas"]["two"],
    }


def test_what_is_gone_is_written_no_more_and_nothing_else_is_left_out() -> None:
    old, now = baseline_of([stand("one"), stand("two")]), [stand("two")]
    stale = compare(old, now)["stale"]
    assert [*written(COMPILED, now, old, stale)["ideas"]] == ["two"]
    assert [*written(COMPILED, now, old)["ideas"]] == ["one", "two"]


def test_pruning_takes_over_where_an_idea_lies_now() -> None:
    old, now = stand("one"), stand("one")
    now["accepted"]["file"] = "../one.yaml"
    held = tightened(baseline_of([old]), [now], [])["ideas"]["one"]
    assert held["file"] == "../one.yaml"
    assert "file" not in tightened(baseline_of([now]), [stand("one")], [])["ideas"]["one"]


def test_what_is_written_names_the_set_it_was_judged_by() -> None:
    baseline = baseline_of([])
    assert baseline == {"set": "small", "version": "1.2.0", "deciding": "52f27d", "ideas": {}}
    assert tightened(baseline, [], []) == baseline
