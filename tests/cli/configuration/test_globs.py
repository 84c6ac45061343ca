"""Patterns of paths, as overrides are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeline.cli.configuration.globs import is_about_any, known_start, matches


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


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    for name in ("a/a/x.yaml", "batch-1/one.yaml", "batch-2/deep/er/two.yaml", ".c/three.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    return str(tmp_path)


@pytest.mark.parametrize(
    "pattern",
    [
        "a/a/x.yaml",
        "batch-?",
        "batch-*/*.yaml",
        "./batch-[12]//deep/",
        "*/deep/*/two.yaml",
        "empty/**",
        "**",
        ".*/*",
        "**/two.yaml",
        "**/**/er",
        "*/**/two.*",
    ],
)
def test_something_that_is_there_is_found(pattern: str, corpus: str) -> None:
    assert is_about_any(pattern, corpus, everywhere=True)
    assert is_about_any(pattern, corpus, everywhere=False)


@pytest.mark.parametrize(
    "pattern",
    ["a/a/a/x.yaml", "a/x.yaml", "bacth-*", "batch-*/*.yml", "batch-1/one.yaml/*", "empty/*"],
)
def test_what_is_not_there_is_not_found(pattern: str, corpus: str) -> None:
    assert not is_about_any(pattern, corpus, everywhere=True)
    assert not is_about_any(pattern, corpus, everywhere=False)


@pytest.mark.parametrize("pattern", ["**/tow.yaml", "batch-*/**/*.yml", "**/three.yaml", "**/a/er"])
def test_what_may_be_in_any_folder_is_looked_for_only_where_asked(
    pattern: str, corpus: str
) -> None:
    assert not is_about_any(pattern, corpus, everywhere=True)
    assert is_about_any(pattern, corpus, everywhere=False)
