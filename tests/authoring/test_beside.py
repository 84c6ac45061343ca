"""Caps laid beside one another: what each does is found once, and the work has an end."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from lifeline.authoring import beside
from lifeline.authoring.bench import Bench
from lifeline.authoring.binding import caps_without_effect
from lifeline.compiling.compile import compile_set
from lifeline.reading.set_models import read_models
from lifeline.scoring import remembering
from lifeline.scoring.elimination import BOUND, Effort, eliminate
from tests.authored import Authored, files_of
from tests.compiling.farm import CLAIMS, cap, farm, question, rubric, rule


def bench_of(whens: list[Authored], months: list[int], count: int) -> Bench:
    """A set of yes-no questions q0, q1 and so on, with a cap for each condition."""
    questions = [question(f"q{n}", "yes-no", better="none") for n in range(count)]
    rules = [
        rule(f"r{n}", when=when, cap=cap(least))
        for n, (when, least) in enumerate(zip(whens, months, strict=True))
    ]
    files = files_of(farm(rubric("garden", questions=questions, rules=rules)), CLAIMS)
    models = read_models("", files)
    return Bench(models, compile_set(models))


def tangled(count: int) -> Bench:
    """Caps on six questions each, so chosen that all hang together."""
    random = Random(3)
    whens = []
    for _ in range(count):
        parts = [{f"q{n}": random.random() < 0.5} for n in random.sample(range(count), 6)]
        whens.append({"any": [{"all": parts[:3]}, {"all": parts[3:]}]})
    return bench_of(whens, [random.choice([0, 3, 6]) for _ in whens], count)


def test_what_caps_do_is_not_found_again_to_lay_them_beside_one_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whens = [{"all": [{f"q{n}": True}, {f"q{n + 1}": True}]} for n in range(30)]
    bench = bench_of(whens, [3] * 30, 31)

    def never(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(remembering, "cap_factor", never)
    assert not list(caps_without_effect(bench))


def test_of_tangled_caps_the_work_has_an_end_and_what_it_leaves_open_is_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = []

    def counted(factors: Any, keep: Any, combine: Any, one: int, effort: Effort) -> Any:
        found = eliminate(factors, keep, combine, one, effort)
        made.append(found.effort)
        return found

    monkeypatch.setattr(beside, "eliminate", counted)
    (found,) = caps_without_effect(tangled(80))
    assert found.check == "cap-not-decided"
    share = beside.COMPARED // 80
    assert max(made) < share + 2 * BOUND  # the table that goes past it, and small ones after it


def test_caps_too_many_to_take_all_are_laid_beside_the_shortest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "COMPARED", 0)
    monkeypatch.setattr(beside, "FEW", 4)
    either = {"any": [{"q0": True}, {"q1": True}]}
    bench = bench_of([{"q0": True, "q1": True}, either, {"q0": True}, either], [3, 6, 3, 0], 2)
    found = list(caps_without_effect(bench))
    said = {(each.check, each.message.split()[1]) for each in found}
    assert ("cap-always-undercut", "garden/r0") in said
    assert ("cap-always-undercut", "garden/r2") in said
    assert "another is shorter" in found[0].message  # to find out which takes too much
