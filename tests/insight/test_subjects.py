"""What the ids of a set name."""

from __future__ import annotations

import pytest

from lifeline.errors import UsageError
from lifeline.insight.subjects import read_by, readers_of, subject_of
from lifeline.model.compiled import CompiledSet
from tests.authored import compiled
from tests.backtesting.dated import dated
from tests.compiling.farm import CLAIMS, cap, farm, protection, question, rubric, rule


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("shipped", "cap"),
        ("window-missed", "finding"),
        ("network", "protection"),
        ("copy-time", "question"),
    ],
)
def test_an_id_is_found_with_and_without_its_rubric(name: str, kind: str) -> None:
    assert subject_of(dated(), name) == subject_of(dated(), f"product/{name}")
    assert subject_of(dated(), name) == (kind, f"product/{name}")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("shiped", " Did you mean 'shipped'?"),
        ("Copy_Time", " Did you mean 'copy-time'?"),
        ("product/copytime", " Did you mean 'product/copy-time'?"),
        ("evidence/stale", ""),
        ("", ""),
        ("x" * 500, ""),
    ],
)
def test_what_is_no_id_is_refused_with_what_was_perhaps_meant(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        subject_of(dated(), name)
    told = str(error.value)
    assert told.endswith(f"is no rule, protection or question of dated.{hint}")
    assert len(told) < 200


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wet", " It was retired in 0.1.0. garden/fig took its place."),
        ("dusk", " It was retired in 0.1.0. orchard/dry took its place."),
        ("garden/dusk", " It was retired in 0.1.0. orchard/dry took its place."),
        ("luck", " It was retired in 0.1.0."),
    ],
)
def test_what_is_retired_is_refused_with_what_took_its_place(name: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        subject_of(two_rubrics(), name)
    assert str(error.value).endswith(f"is no rule, protection or question of farm.{told}")


def test_what_is_off_is_refused_with_the_set_that_switches_it_off() -> None:
    found = two_rubrics()
    old = found["retired"]
    old["questions"]["fig-tree"] = {"version": "", "use": None, "words": {}, "off": "mine"}
    old["rules"]["orchard/frost"] = {"version": "", "use": None, "off": "mine"}
    for off in ("fig-tree", "frost", "orchard/frost"):
        with pytest.raises(UsageError, match=f"'{off}' is no .* It is switched off under") as error:
            subject_of(found, off)
        assert str(error.value).endswith(" 'overrides' in the set.yaml of mine.")


def two_rubrics() -> CompiledSet:
    """Give a set in which a rule of the second rubric is called as a question of the first."""
    garden = rubric("garden", questions=[question("fig", "yes-no")], rules=[rule("dry", cap=cap())])
    orchard = rubric(
        "orchard",
        protections=[protection("wall", {"fig": True})],
        rules=[
            rule("fig", when={"fig": False}, cap=cap(), unless={"wall": 6}),
            rule("dry", finding="note"),
        ],
    )
    found = farm(garden, orchard)
    found["set"]["retired"] = [
        {"id": "wet", "in": "0.1.0", "use": "fig"},
        {"id": "luck", "in": "0.1.0"},
        {"id": "garden/dusk", "in": "0.1.0", "use": "orchard/dry"},
    ]
    return compiled(found, CLAIMS)


def test_of_one_name_for_several_a_rule_comes_first_and_the_full_id_decides() -> None:
    found = two_rubrics()
    assert subject_of(found, "fig") == ("cap", "orchard/fig")
    assert subject_of(found, "garden/fig") == ("question", "garden/fig")
    assert subject_of(found, "dry") == ("cap", "garden/dry")
    assert subject_of(found, "orchard/dry") == ("finding", "orchard/dry")


def test_rules_and_questions_know_each_other() -> None:
    found = two_rubrics()
    assert readers_of(found, "garden/fig") == ["orchard/fig", "orchard/wall"]
    assert read_by(found, "orchard/fig") == ["garden/fig"]
    assert read_by(found, "garden/dry") == []
    for id_ in dated()["ids"]:
        assert all(id_ in read_by(dated(), reader) for reader in readers_of(dated(), id_))
