"""Generated cases: few different months and keys, so that ties of both are common."""

from hypothesis import strategies as st

from lifeline.backtesting.observation import Observation

Key = tuple[float, float]
Case = tuple[Key, Observation]

observations = st.builds(Observation, st.integers(1, 8).map(float), st.booleans())
keys: st.SearchStrategy[Key] = st.tuples(st.sampled_from([3.0, 6.0, 12.0]), st.integers(0, 2))
cases: st.SearchStrategy[list[Case]] = st.lists(st.tuples(keys, observations), max_size=30)

truths = st.booleans()
forecasts = st.sampled_from([0.0, 0.5, 1.0])
judged = st.lists(st.tuples(forecasts, truths), max_size=30)

coded = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30)


def unzipped(drawn: list[Case]) -> tuple[list[Key], list[Observation]]:
    """Part cases into their keys and observations."""
    return [key for key, _ in drawn], [seen for _, seen in drawn]


def parted(drawn: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    """Part judged forecasts into forecasts and truths."""
    return [forecast for forecast, _ in drawn], [truth for _, truth in drawn]
