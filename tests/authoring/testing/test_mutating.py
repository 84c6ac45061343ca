"""What is said to be noticed, and what is said to make no difference, in generated sets."""

from __future__ import annotations

from itertools import islice, product
from math import prod
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lifeline.authoring.bench import Bench
from lifeline.authoring.testing.equivalence import is_without_effect
from lifeline.authoring.testing.mutants import Mutant, mutants
from lifeline.authoring.testing.mutating import changed_by, unnoticed
from lifeline.authoring.testing.running import run_vectors
from lifeline.authoring.testing.seeing import Seen
from lifeline.authoring.testing.under_test import UnderTest, under_test
from lifeline.compiling.compile import compile_set
from lifeline.model.compiled import CompiledSet, Question
from lifeline.model.idea import ABSENT, GIVEN, Answer
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import read_files
from lifeline.reading.vectors import Vector
from lifeline.scoring.rulebook import Rulebook
from lifeline.scoring.values import cells, open_set
from tests.authoring.testing.vectors import SMALL, Authored, laid_out, vector
from tests.reference.strategies import answers_for, rubric_sets

MOST_WORLDS = 60
Value = int | tuple[float, float]
Worlds = tuple[list[dict[int, Answer]], bool]
SETTLED = "verdict months advantage necessity ends cause".split()
LISTS = ["caps.certain", "findings.certain", "protections.certain"]
EXACT = ("rule", "condition", "cap", "lift")
"""Kinds of changes of which it is always found whether they make a difference."""


def answer(question: Question, value: Value) -> Answer:
    """Give the answer that says just one value; of a cell of numbers its least."""
    made = Answer(1, 1)
    made.state = ABSENT if value == -1 else GIVEN
    if isinstance(value, tuple):
        made.value = (value[0], value[0])
    else:
        made.value = (value, 0) if question["kind"] == "choices" else (value,)
    return made


def worlds(compiled: CompiledSet, all_cuts: dict[int, set[float]], most: int) -> Worlds:
    """Give the first ways to answer all questions that conditions tell apart, and if all are."""
    every = []
    for number, question in enumerate(compiled["deciding"]["questions"]):
        values: list[Value] = list(open_set(question))
        if question["kind"] == "number":
            cuts = sorted(all_cuts.get(number, set()))
            absent = [value for value in values if value == -1]
            spans = cells(question["least"], question["most"], cuts)
            values = [*spans, (question["most"], question["most"]), *absent]
        every.append([answer(question, value) for value in values])
    found = [dict(enumerate(given)) for given in islice(product(*every), most)]
    return found, prod(map(len, every)) <= most


def answering(answers: dict[int, Answer], compiled: CompiledSet) -> Vector:
    made = vector({}, compiled)
    made.idea.answers = answers
    return made


def cuts_of(changes: list[tuple[Mutant, UnderTest]]) -> dict[int, set[float]]:
    found: dict[int, set[float]] = {}
    for _, changed in changes:
        for number, question in enumerate(changed.deciding["questions"]):
            found.setdefault(number, set()).update(question["cuts"])
    return found


def outcome(seen: Seen) -> dict[str, Any]:
    return {
        **{name: seen.value(name) for name in SETTLED},
        **{name: sorted(seen.value(name)) for name in LISTS},
    }


@given(rubric_sets(quantities=False))
@settings(max_examples=settings().max_examples // 4)
def test_a_change_makes_a_difference_where_trying_all_answers_finds_one(
    rubric_set: Authored,
) -> None:
    bench, set_, compiled = laid_out(rubric_set)
    changes = [(mutant, changed_by(mutant, set_)) for mutant in mutants(bench, set())]
    answers, are_all = worlds(compiled, cuts_of(changes), MOST_WORLDS)
    vectors = [answering(given_, compiled) for given_ in answers]
    before = [outcome(set_.seen(set_.completions(made))) for made in vectors]
    for mutant, changed in changes:
        after = (outcome(changed.seen(changed.completions(made))) for made in vectors)
        differs = any(one != other for one, other in zip(before, after, strict=True))
        without = is_without_effect(mutant, changed, set_)
        assert not (differs and without), mutant.message
        if are_all and mutant.kind in EXACT and mutant.old["when"][0] != "against":
            assert differs != without, mutant.message


def afresh(mutant: Mutant, tested: UnderTest) -> UnderTest:
    """Give a changed set that knows nothing of the one that it was made of."""
    deciding = mutant.applied(tested.deciding)
    return UnderTest(tested.ids, deciding, Rulebook(deciding), {})


@given(rubric_sets())
@settings(max_examples=settings().max_examples // 4)
def test_what_is_noticed_is_what_solving_each_changed_set_anew_finds(
    rubric_set: Authored,
) -> None:
    bench, set_, compiled = laid_out(rubric_set)
    changes = [(mutant, afresh(mutant, set_)) for mutant in mutants(bench, set())]
    vectors = []
    for given_ in worlds(compiled, cuts_of(changes), 20)[0]:
        made = answering(given_, compiled)
        made.expected.update(outcome(set_.seen(set_.completions(made))))
        vectors.append(made)
    trials = run_vectors(vectors, lambda _: set_)
    assert not any(trial.differences for trial in trials)
    left = []
    for mutant, changed in changes:
        after = [outcome(changed.seen(changed.completions(made))) for made in vectors]
        if after == [made.expected for made in vectors]:
            left += [] if is_without_effect(mutant, changed, set_) else [mutant.message]
    told = [gap["message"] for gap in unnoticed(bench, set_, trials)["gaps"]]
    assert sorted(told) == sorted(left)


@given(rubric_sets(), st.data())
@settings(max_examples=settings().max_examples // 4)
def test_the_deciding_question_of_a_changed_set_is_its_own(
    rubric_set: Authored, data: st.DataObject
) -> None:
    bench, set_, compiled = laid_out(rubric_set)
    made = vector(data.draw(answers_for(rubric_set)), compiled)
    before = set_.seen(set_.completions(made)).value("deciding")
    assert before == set_.seen(set_.completions(made)).value("deciding")
    for mutant in mutants(bench, set()):
        changed, own = changed_by(mutant, set_), afresh(mutant, set_)
        found = changed.seen(changed.completions(made)).value("deciding")
        assert found == own.seen(own.completions(made)).value("deciding"), mutant.message


def test_every_kind_of_change_is_made() -> None:
    models = read_models("", read_files(str(SMALL)))
    told = [each.message for each in mutants(Bench(models, compile_set(models)), {"product"})]
    condition = "no vector notices when the condition of product/"
    network = f"{condition}holds-a-network takes 'assets: {{includes: network}}' as"
    money, cap = f"{condition}money-ends", "product/nothing-protects"
    assert told == [
        f"{network} always true.",
        f"{network} never true.",
        f"no vector notices when {cap} is left out.",
        f"no vector notices when {cap} takes no month away.",
        f"no vector notices when in {cap} product/holds-a-network does not lift it.",
        "no vector notices when product/money-ends is left out.",
        f"{money} takes 'runway: {{below: 6}}' as always true.",
        f"{money} has 60 for the number of 'runway: {{below: 6}}'.",
        "no vector notices when product/money-ends is a blocker, not a warning.",
        "no vector notices when 'nobody' of product/entry has no points.",
        "no vector notices when 'announced' of product/entry has no points.",
    ]


def test_lost_points_are_noticed_by_scores() -> None:
    models = read_models("", read_files(str(SMALL)))
    compiled = compile_set(models)
    expected: Any = {"scores.product": [50, 50]}
    set_ = under_test(compiled)
    trials = run_vectors([vector({"entry": "announced"}, compiled, **expected)], lambda _: set_)
    told = {gap["message"] for gap in unnoticed(Bench(models, compiled), set_, trials)["gaps"]}
    assert "no vector notices when 'nobody' of product/entry has no points." in told
    assert "no vector notices when 'announced' of product/entry has no points." not in told
