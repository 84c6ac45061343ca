"""The statistics against well-kept libraries, which are too heavy to run on.

They take more than a second to import: each test does so itself, and one worker runs them all.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lifeline.backtesting.agreement import cohen_kappa
from lifeline.backtesting.concordance import concordance
from lifeline.backtesting.observation import Observation
from lifeline.backtesting.rates import balanced_accuracy, wilson
from lifeline.backtesting.survival import survival_at
from tests.backtesting.strategies import Case, cases, coded, observations, parted, truths, unzipped

pytestmark = pytest.mark.xdist_group("libraries")

few = settings(max_examples=50)


@few
@given(cases.filter(bool))
def test_concordance(drawn: list[Case]) -> None:
    from sksurv.metrics import concordance_index_censored

    keys, seen = unzipped(drawn)
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys)))}
    # a risk: the greater one is to end sooner
    arguments = (
        [one.ended for one in seen],
        [one.months for one in seen],
        [-float(ranks[key]) for key in keys],
    )
    found = concordance(keys, seen)
    assume(found.pairs)  # without any, the library raises or divides by 0
    value, *counts, _ = concordance_index_censored(*arguments, tied_tol=0)
    assert [found.concordant, found.discordant, found.tied] == counts
    assert found.value == pytest.approx(value)


@few
@given(st.lists(observations, min_size=1, max_size=30))
def test_survival(seen: list[Observation]) -> None:
    from sksurv.nonparametric import kaplan_meier_estimator

    curve = kaplan_meier_estimator([one.ended for one in seen], [one.months for one in seen])
    for months, share in zip(*curve, strict=True):
        assert survival_at(seen, months) == pytest.approx(share)


@few
@given(coded.filter(bool))
def test_kappa(drawn: list[tuple[str, str]]) -> None:
    from sklearn.metrics import cohen_kappa_score

    found = cohen_kappa(drawn)
    assert found is not None
    assume(found.value is not None)
    ones, others = zip(*drawn, strict=True)
    assert found.value == pytest.approx(cohen_kappa_score(ones, others))


@few
@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0]), truths), max_size=30))
def test_balanced_accuracy(drawn: list[tuple[float, bool]]) -> None:
    from sklearn.metrics import balanced_accuracy_score

    said, true = parted(drawn)
    found = balanced_accuracy(said, true)
    assume(found)
    assert found is not None
    forecast = [one == 1 for one in said]
    assert found.value == pytest.approx(balanced_accuracy_score(true, forecast))


@few
@given(st.integers(1, 200), st.data())
def test_wilson(n: int, data: st.DataObject) -> None:
    from scipy.stats import binomtest

    successes = data.draw(st.integers(0, n))
    interval = binomtest(successes, n).proportion_ci(method="wilson")
    assert wilson(successes, n) == pytest.approx((interval.low, interval.high))
