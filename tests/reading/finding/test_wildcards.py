"""Patterns of names."""

from __future__ import annotations

import re

import pytest

from lifeline.reading.finding.wildcards import expression_of


def fits(pattern: str, path: str) -> bool:
    return re.match(expression_of(pattern), path) is not None


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("a*.yaml", ["a.yaml", "abc.yaml", "a.yaml.yaml"], ["b.yaml", "a/x.yaml", "a.yaml.bak"]),
        ("a?c", ["abc"], ["ac", "a/c", "abbc"]),
        ("*a*b", ["ab", "xaxb", "abab"], ["aba", "ba"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb", "a/b/c"]),
        ("**/b", ["b", "a/b", "x/y/b"], ["ab", "a/bc"]),
        ("a/**", ["a/b", "a/b/c"], ["a", "ab/c"]),
        ("a**b/c", ["ab/c", "axb/c"], ["x/ab/c"]),
        ("a**/b", ["ab", "a/b", "axx/b", "a/x/b"], ["axb", "a/xb"]),
        ("*a**/b", ["xa/b", "xay/b"], ["xa/y/b"]),
        ("a/**b", ["a/b", "a/xb"], ["a/x/b"]),
        ("a**", ["a", "ab", "a/b/c"], ["b"]),
        ("?a**", ["xa", "xab"], ["xa/b"]),
        ("a/***/b", ["a/b", "a/x/b"], ["ab"]),
        (r"a/**\/b", ["a/x/b", "a/x/y/b"], ["a/b", "ab", "a/xb"]),
        ("x*/**/b", ["x/b", "xy/b", "xy/z/b"], ["xyb"]),
        ("*/**/*.c", ["a/b.c", "a/x/b.c"], ["b.c"]),
        ("**/a*/**/b", ["a/b", "x/ax/y/b"], ["b", "x/b"]),
        ("*x**/b*c", ["x/bc", "x/bdc"], ["x/y/bc"]),
        ("a/*/b", ["a/x/b"], ["a/b", "a/x/y/b"]),
        ("a*/b", ["a/b", "ax/b"], ["a/x/b"]),
        ("a/*", ["a/b"], ["a", "a/b/c"]),
        ("*", ["a\nb", "a"], ["a/b"]),
        ("**/b", ["a\nc/b"], ["a\nb"]),
        ("a/**", ["a/b\nc"], ["a\nb"]),
        ("[a-c]", ["a", "b", "c"], ["d", "-", "ab"]),
        ("[!a-c]", ["d", "-"], ["a", "/"]),
        ("[^a!]", ["b", "^"], ["a", "!"]),
        ("[a-]", ["a", "-"], ["b"]),
        ("[-a]", ["a", "-"], ["b"]),
        ("[--0]", ["-", ".", "0"], ["1"]),
        ("[a-c-e]", ["b", "-", "e"], ["d"]),
        ("[b-b]", ["b"], ["a", "-"]),
        (r"[a\]]", ["a", "]"], ["\\"]),
        (r"[a-\c]", ["b", "c"], ["\\", "-"]),
        (r"[\a-c]", ["b"], ["-", "\\"]),
        ("[]-a]", ["]", "_", "a"], ["b", "-"]),
        ("[!]]", ["a"], ["]"]),
        ("a[/]b", [], ["a/b"]),
        ("a[!x]b", ["ayb"], ["a/b", "axb"]),
        ("[!c-a]", ["a", "b"], ["c"]),
        ("[]x]", ["]", "x"], ["[]x]", "X"]),
        ("[[:digit:]z]", ["4", "z"], ["a", ":"]),
        ("[[:digit:]-z]", ["4", "-", "z"], ["a"]),
        ("[[:digit:][:upper:]x-z]", ["A", "4", "y"], ["a", "-"]),
        ("[x-[:digit:]]", [":]"], ["x", "-]", "4]"]),
        ("[[:digit]", ["[", ":", "d"], ["4", "X"]),
        ("x[[:a]", ["x[", "x:", "xa"], ["x"]),
        ("[]x][[:digit:]]", ["]4", "x4"], ["]", "4"]),
        ("[[:]", ["[", ":"], ["4"]),
        ("[[]", ["["], ["[]"]),
        ("[X]", ["X"], ["a"]),
        ("[[a]", ["[", "a"], ["[a"]),
        ("[c-a]", ["c"], ["a", "b", "-", "X"]),
        (r"\*.yaml", ["*.yaml"], ["a.yaml"]),
        (r"a\?*", ["a?", "a?b"], ["ab"]),
        (r"\a", ["a"], ["\\a"]),
        ("[ab", [], ["a", "[ab"]),
        ("[a-", [], ["a", "-", "[a-"]),
        ("[!", [], ["!", "a"]),
        ("[[:digit:", [], ["[", ":", "4"]),
        ("[\\", [], ["\\"]),
        ("[[:vowel:]]", [], ["a"]),
        ("a\\", [], ["a", "a\\"]),
        ("(a|b).yaml$", ["(a|b).yaml$"], ["a.yaml"]),
    ],
)
def test_a_pattern_fits(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [path for path in yes + no if fits(pattern, path)] == yes


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 40 + "b", "a" * 250),
        ("**/a*" * 40 + "b", "a/" * 250 + "a"),
        ("[a-z]*" * 60 + "!", "a" * 250),
        ("**/*a*a*a*b/" * 20 + "c", ("a" * 60 + "/") * 20),
        ("*" * 5000 + "b", "a" * 250),
    ],
)
def test_a_pattern_that_means_harm_is_answered_at_once(pattern: str, path: str) -> None:
    """Where each star was tried at each place, this would take longer than a life."""
    assert not fits(pattern, path)
