"""What stands in the report of a run: survivors without a reason, and reasons without one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutation.explained import FOLDER, Explanation, fits, read_explanations
from tests.mutation.mutants import (
    KILLED,
    SURVIVED,
    TIMEOUT,
    UNCHECKED,
    UNTRIED,
    Function,
    Mutant,
    difference,
    read_mutants,
    read_statuses,
    status_of,
)
from tests.mutation.running import packages, settings
from tests.mutation.survivors import sort_out


def mutant(status: str, was: str = "a < b", becomes: str = "a <= b", name: str = "m_1") -> Mutant:
    return Mutant(name, status, "scoring.gate.worst", was, becomes)


LESS = Explanation("scoring.gate.worst", "a < b", "a <= b", "They are never the same.")


@pytest.mark.parametrize(
    ("wanted", "text", "does_fit"),
    [
        ("a < b", "a < b", True),
        ("a < b", "aa < b", False),
        ("… < b", "a < b", True),
        ("…", "", True),
        ("f(…, 1)", "f(x, y, 1)", True),
        ("f(…, 1)", "f[x, y, 1]", False),
        ("….x…", "a.x", True),
        ("….x…", "ax", False),
    ],
)
def test_an_ellipsis_stands_for_any_text_and_all_else_for_itself(
    wanted: str, text: str, does_fit: bool
) -> None:
    assert fits(wanted, text) is does_fit


@pytest.mark.parametrize("status", [SURVIVED, UNTRIED, UNCHECKED])
def test_what_no_test_noticed_has_to_be_explained(status: str) -> None:
    assert sort_out([mutant(status)], []) == ([mutant(status)], [])
    assert sort_out([mutant(status)], [LESS]) == ([], [])


@pytest.mark.parametrize("status", [KILLED, TIMEOUT])
def test_what_a_test_noticed_leaves_its_explanation_idle(status: str) -> None:
    assert sort_out([mutant(status)], [LESS]) == ([], [LESS])


def test_an_explanation_holds_for_its_change_only() -> None:
    other = mutant(SURVIVED, becomes="a > b")
    assert sort_out([other], [LESS]) == ([other], [LESS])


@pytest.mark.parametrize(
    ("becomes", "does_hold"),
    [("f(a, b)", True), ("f(None, b)", False), ("f(a)", False), ("f(a, b) + 1", False)],
)
def test_what_both_sides_begin_or_end_with_an_ellipsis_for_stayed_as_it_was(
    becomes: str, does_hold: bool
) -> None:
    less = Explanation("…", "…, c=1)…", "…)…", "So.")
    assert less.holds_for(Mutant("", SURVIVED, "m.f", "f(a, b, c=1)", becomes)) is does_hold


def functions(*sources: str) -> list[Function]:
    found = [ast.parse(source).body[0] for source in sources]
    return [each for each in found if isinstance(each, Function)]


def test_a_change_is_told_without_lines_that_stay_and_without_layout() -> None:
    before, after = functions(
        "def x_f__mutmut_orig(a):\n  b = 1  # one\n  return (a +\n    b)",
        "def x_f__mutmut_7(a):\n  b = 1\n  return a - b",
    )
    assert difference(before, after) == ("return a + b", "return a - b")


def test_a_long_line_is_shown_around_the_change_as_an_explanation_has_it() -> None:
    long = f"return [{'x, ' * 60}a < b{', x' * 60}]"
    found = mutant(SURVIVED, long, long.replace("<", "<="))
    was, becomes = found.changed()
    assert len(was) < 100
    assert was.replace("<", "<=") == becomes
    assert Explanation(found.where, was, becomes, "So.").holds_for(found)


def test_mutants_are_read_as_mutmut_leaves_them(tmp_path: Path) -> None:
    module = tmp_path / "mutants" / "lifeline" / "scoring" / "gate.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "def x_worst__mutmut_orig(a):\n    return a\n"
        "def x_worst__mutmut_1(a):\n    return None\n"
        "class Gate:\n"
        "    def xǁGateǁopen__mutmut_orig(self):\n        return 1\n"
        "    def xǁGateǁopen__mutmut_1(self):\n        return 2\n",
        encoding="utf-8",
    )
    module.with_suffix(".py.meta").write_text(
        '{"exit_code_by_key": {"lifeline.scoring.gate.x_worst__mutmut_1": 0,'
        ' "lifeline.scoring.gate.xǁGateǁopen__mutmut_1": null}}',
        encoding="utf-8",
    )
    found = read_mutants(tmp_path)
    assert [each[1:] for each in found] == [
        (SURVIVED, "scoring.gate.worst", "return a", "return None"),
        (UNCHECKED, "scoring.gate.Gate.open", "return 1", "return 2"),
    ]
    assert read_statuses(tmp_path) == {each.name: each.status for each in found}
    module.unlink()
    assert read_mutants(tmp_path) == [], "mutmut has not written it anew yet"
    assert len(read_statuses(tmp_path)) == 2


def test_an_end_that_nobody_expected_counts_as_not_tried() -> None:
    assert [status_of(code) for code in (0, 1, 33, 152, None, -9, -11)] == [
        SURVIVED,
        KILLED,
        UNTRIED,
        TIMEOUT,
        UNCHECKED,
        UNCHECKED,
        KILLED,
    ]


def test_every_package_has_its_own_tests_and_each_reason_is_a_sentence() -> None:
    for package in packages():
        assert f"lifeline/{package}/*" in settings(package)
        assert f"tests/{package}" in settings(package)
        explained = read_explanations(package)
        assert all(each.reason.endswith(".") for each in explained)
        assert all(each.where == "…" or each.where.startswith(package) for each in explained)
    assert {file.name.partition(".")[0] for file in FOLDER.glob("*.toml")} <= set(packages())
