"""Patterns of paths, as overrides are written."""

from __future__ import annotations

import pytest

from lifeline.cli.configuration.globs import known_start, matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a/**", "a/x.yaml"),
        ("a/**", "a/b/c/x.yaml"),
        ("a", "a/b/x.yaml"),
        ("a/", "a/x.yaml"),
        ("./a", "a/x.yaml"),
        ("*.yaml", "x.yaml"),
        ("**/*.yaml", "x.yaml"),
        ("**/*.yaml", "a/b/x.yaml"),
        ("a/**/x.yaml", "a/x.yaml"),
        ("a/**/x.yaml", "a/b/c/x.yaml"),
        ("**/b/**", "a/b/x.yaml"),
        ("**/**/x.yaml", "x.yaml"),
        ("batch-?/*", "batch-1/x.yaml"),
        ("batch-[12]/*", "batch-2/x.yaml"),
        ("**", "x.yaml"),
        ("../ideas/**", "../ideas/x.yaml"),
        ("a*", "a b\n.yaml"),
    ],
)
def test_a_pattern_is_about(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.yaml", "a/x.yaml"),
        ("a/**", "a"),
        ("a/**", "ab/x.yaml"),
        ("a/b", "a/x.yaml"),
        ("**/b/**", "a/c/x.yaml"),
        ("batch-[12]/*", "batch-3/x.yaml"),
        ("A/**", "a/x.yaml"),
        ("a/*/x.yaml", "a/x.yaml"),
    ],
)
def test_a_pattern_is_not_about(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "start"),
    [
        ("a/b.yaml", ["a", "b.yaml"]),
        ("./a//b/**", ["a", "b"]),
        ("a/b*/c", ["a"]),
        ("a/\\*b/c", ["a"]),
        ("**/a", []),
        ("[ab]", []),
    ],
)
def test_a_pattern_begins_with_names_that_stand_for_themselves(
    pattern: str, start: list[str]
) -> None:
    assert known_start(pattern) == start


def test_many_stars_take_no_time() -> None:
    assert not matches("**/" * 200 + "z", "a/" * 2000 + "x")
