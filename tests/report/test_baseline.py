"""What is worse and better than accepted, as people read it and as GitHub draws it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from lifeline.insight.baseline.comparing import compare
from lifeline.model.baseline import Standing
from lifeline.report.baseline import lay_out
from lifeline.report.baseline_annotations import annotated
from lifeline.report.formats.github import DRAWN
from lifeline.report.terminal import Terminal
from tests.hostile.inert import check_inert
from tests.insight.baseline.standings import baseline_of, stand
from tests.report.commands import read_commands
from tests.report.test_inert import ATTACKS

FILE = "lifeline-baseline.yaml"

OLD = [
    stand("one", "pass", (6, 12)),
    stand("two", "fail", (3, 3), ("a/b at a/c", "a/b at a/d", "a/e")),
    stand("three", "invalid"),
    stand("four"),
    stand("five", "unclear"),
]
NOW = [
    stand("one", "fail", (0, 3), ("a/b at a/c",)),
    stand("two", "unclear", (6, 12), ("a/e",)),
    stand("three", "pass"),
    stand("five", "invalid"),
    stand("six", "fail", (3, 3)),
]


def found(old: list[Standing], now: list[Standing], **more: Any) -> dict[str, Any]:
    """Give what the verb prints."""
    difference: Any = compare(baseline_of(old), now)
    set_ = {"id": "small", "version": "1.2.0", "deciding": "52f27d"}
    verdicts = [each["accepted"]["verdict"] for each in now]
    counts = {name: verdicts.count(name) for name in ("pass", "unclear", "fail", "invalid")}
    is_wrong = difference["new"] or difference["stale"]
    return {
        "action": "check",
        "file": FILE,
        "set": set_,
        "accepted_by": set_,
        "rubric_changed": False,
        "written": False,
        "verdict": "fail" if is_wrong else "pass",
        **difference,
        "summary": {"ideas": len(now), **counts, "findings": 4},
    } | more


def told(data: dict[str, Any], arguments: str = "") -> str:
    stream = io.StringIO()
    terminal = Terminal(stream)
    terminal.write(lay_out(data, terminal, arguments))
    return stream.getvalue()


def test_a_check_reads_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("baseline/check.txt", told(found(OLD, NOW), " ideas"))


def test_a_check_of_nothing_new_is_one_sentence() -> None:
    assert told(found(OLD[:2], OLD[:2])) == (
        "PASS: of 2 ideas, nothing is worse than was accepted, and nothing is better.\n"
    )


def test_a_file_that_is_accepted_as_it_is_though_it_cannot_be_judged_is_counted() -> None:
    text = told(found(OLD[2:3], OLD[2:3]))
    assert "1 file still cannot be judged, as was accepted. Mend it when you can." in text


def test_what_another_rubric_may_have_brought_is_told_so() -> None:
    then = {"id": "small", "version": "1.1.0", "deciding": "0"}
    text = told(found(OLD, NOW, rubric_changed=True, accepted_by=then))
    assert "(small 1.1.0 then, small 1.2.0 now)" in " ".join(text.split())
    then["version"] = "1.2.0"
    text = told(found(OLD, NOW, rubric_changed=True, accepted_by=then))
    assert "(small 1.2.0, with other rules than then)" in " ".join(text.split())
    assert "The rubric changed" not in told(found(OLD, OLD, rubric_changed=True, accepted_by=then))


@pytest.mark.parametrize(
    ("more", "last"),
    [
        (
            {"action": "write", "written": True, "new": [], "stale": []},
            (
                "Wrote lifeline-baseline.yaml: 5 ideas accepted as of now (1 pass, 2 fail, 1\n"
                "unclear, 1 invalid) with 4 findings.\n"
                "  → Keep it in the repository, and let CI run: lifeline baseline check ideas\n"
            ),
        ),
        (
            {"action": "write", "stale": []},
            (
                "Nothing is written: 6 things are worse than lifeline-baseline.yaml has it.\n"
                "  → To accept this on purpose: lifeline baseline write --loosen ideas\n"
            ),
        ),
        (
            {"action": "write", "new": [], "stale": []},
            "Nothing is to be written: lifeline-baseline.yaml has everything as it stands.\n",
        ),
        (
            {"action": "prune", "new": [], "written": True},
            (
                "7 things are better than before, and lifeline-baseline.yaml holds the ideas to\n"
                "that from now on.\n"
            ),
        ),
        (
            {"action": "prune", "new": [], "stale": []},
            "Nothing is better than before: lifeline-baseline.yaml stays as it was.\n",
        ),
    ],
)
def test_each_verb_says_what_it_did(more: dict[str, Any], last: str) -> None:
    assert told(found(OLD, NOW, **more), " ideas").endswith(last)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=[*ATTACKS])
def test_what_a_file_holds_does_nothing(attack: str) -> None:
    bad: Any = stand("one", "fail", findings=("a/b at a/c",))
    bad["idea"] = bad["path"] = attack
    broken: Any = {**stand("two", "invalid"), "id": attack, "path": attack}
    broken["errors"][0]["message"] = broken["errors"][0]["key"] = attack
    data = found([], [bad, broken], file=attack)
    check_inert(told(data))
    check_inert(told(found([bad], [])))
    text = "\n".join(annotated(data)) + "\n"
    assert len(read_commands(text)) == 2
    assert "\x1b" not in text


def test_annotations_point_at_lines_and_put_what_is_worse_first() -> None:
    commands = read_commands("\n".join(annotated(found(OLD, NOW))))
    assert {command.name for command in commands[:-1]} == {"error"}
    places = [(command.properties["file"], command.properties["line"]) for command in commands[:4]]
    assert places == [
        ("ideas/one.yaml", "5"),
        ("ideas/one.yaml", "6"),
        ("ideas/one.yaml", "5"),
        ("ideas/one.yaml", "9"),
    ]
    assert commands[4].properties["title"] == "lifeline/invalid-file"


def test_more_annotations_than_are_drawn_are_counted() -> None:
    commands = read_commands("\n".join(annotated(found(OLD, NOW))))
    assert len(commands) == DRAWN + 1
    assert commands[-1].name == "notice"
    assert commands[-1].message.startswith("3 more remarks are not drawn here.")


def test_what_is_gone_is_annotated_in_the_baseline() -> None:
    (command,) = read_commands("\n".join(annotated(found(OLD[:1], []))))
    assert command.properties["file"] == FILE
    assert "no file with the id 'one'" in command.message
