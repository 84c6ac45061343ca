"""Steps can be taken back and taken again, and what was kept of them may be anything."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeline.walk.history import MOST_STEPS, History, history_kept, step_between

FILES = st.lists(st.binary(max_size=30), min_size=1, max_size=8)


def taken(files: list[bytes]) -> History:
    history = History()
    for place, (before, after) in enumerate(pairwise(files)):
        history.add(step_between(before, after, f"lifeline/q{place}"))
    return history


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_a_step_leads_from_one_file_to_the_other_and_back(before: bytes, after: bytes) -> None:
    step = step_between(before, after, "")
    assert step.done(before) == after
    assert step.undone(after) == before
    assert len(step.new) <= len(after)


@given(FILES)
def test_all_steps_can_be_taken_back_and_taken_again(files: list[bytes]) -> None:
    history, data = taken(files), files[-1]
    for before in reversed(files[:-1]):
        undone = history.undo(data)
        assert undone is not None
        data = undone[0]
        assert data == before
    assert history.undo(data) is None
    for after in files[1:]:
        done = history.redo(data)
        assert done is not None
        data = done[0]
        assert data == after
    assert history.redo(data) is None


def test_a_new_step_forgets_what_was_taken_back() -> None:
    history = taken([b"a", b"ab"])
    history.undo(b"ab")
    history.add(step_between(b"a", b"ac", ""))
    assert history.redo(b"ac") is None


def test_only_so_many_steps_are_remembered() -> None:
    history = taken([b"x" * length for length in range(MOST_STEPS + 20)])
    assert len(history.past) == MOST_STEPS


@given(FILES)
def test_what_is_kept_is_read_again(files: list[bytes]) -> None:
    history, data = taken(files), files[-1]
    undone = history.undo(data)
    data = undone[0] if undone else data
    found = history_kept(history.kept(data), data)
    assert found.kept(data) == history.kept(data)


def test_steps_of_another_state_of_the_file_count_as_none() -> None:
    kept = taken([b"a", b"ab"]).kept(b"ab")
    assert history_kept(kept, b"changed by hand").undo(b"changed by hand") is None


ANYTHING = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["file", "past", "future"]), inner)
    ),
    max_leaves=8,
)


@given(ANYTHING, st.booleans())
def test_what_was_kept_may_be_damaged(kept: Any, its_own: bool) -> None:
    if its_own and isinstance(kept, dict):
        kept["file"] = History().kept(b"")["file"]
    found = history_kept(kept, b"")
    while found.undo(b"") is not None:
        pass
    assert found.past == []


def test_whoever_is_killed_before_the_file_is_saved_loses_only_that_step() -> None:
    """Steps are kept before the file is saved; the last one may not have come to pass."""
    history = taken([b"a", b"ab", b"abc"])
    found = history_kept(history.kept(b"abc"), b"ab")
    assert found.undo(b"ab") == (b"a", "lifeline/q0")
    assert found.undo(b"a") is None


def test_whoever_is_killed_before_an_undoing_is_saved_can_still_undo() -> None:
    history = taken([b"a", b"ab", b"abc"])
    history.undo(b"abc")
    found = history_kept(history.kept(b"ab"), b"abc")
    assert found.undo(b"abc") == (b"ab", "lifeline/q1")
