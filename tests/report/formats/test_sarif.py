"""SARIF as GitHub takes it: places, levels, fingerprints, suppressions, rules and limits."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lifeline.model.compiled import CompiledSet
from lifeline.model.words import PROGRAM_FINDINGS
from lifeline.report.formats import sarif
from lifeline.report.formats.concerns import ERROR, INVALID_FILE, NOTE, WARNING
from lifeline.report.formats.sarif_rules import OWN, Rules
from tests.report.reported import BROKEN, FAILS, PASSES, UNCLEAR, all_judged, gate, judged, written


def run_of(assessments: list[Any]) -> dict[str, Any]:
    (run,) = json.loads(written("sarif", assessments))["runs"]
    return run  # type: ignore[no-any-return]


def results(*texts: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run_of([judged(text) for text in texts])["results"]
    return found


def fingerprints(*texts: str) -> set[tuple[str, str]]:
    return {
        (result["ruleId"], result["partialFingerprints"]["lifelineFinding/v1"])
        for result in results(*texts)
    }


def test_levels_are_what_the_gate_makes_of_it() -> None:
    found = [(result["ruleId"], result["level"]) for result in results(FAILS, UNCLEAR, BROKEN)]
    assert found == [
        ("product/nothing-protects", ERROR),
        ("product/money-ends", ERROR),
        ("evidence/unbacked", NOTE),
        ("product/nothing-protects", WARNING),
        ("product/money-ends", WARNING),
        (INVALID_FILE, ERROR),
        (INVALID_FILE, ERROR),
    ]


def test_every_result_has_a_relative_place_and_a_text() -> None:
    for result in run_of(all_judged())["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
        assert re.fullmatch(r"ideas/\w+\.yaml", place["artifactLocation"]["uri"])
        assert result["message"]["text"]


def test_a_path_is_written_as_an_address_in_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (first, *_) = run_of([judged(FAILS, str(tmp_path / "a b" / "100% 寿.yaml"))])["results"]
    place = first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "a%20b/100%25%20%E5%AF%BF.yaml"}
    assert str(tmp_path) not in written("sarif", [judged(FAILS, str(tmp_path / "x.yaml"))])


def test_a_fingerprint_stays_when_lines_move_and_the_file_too() -> None:
    moved = FAILS.replace("answers:", "# a line\n\nsummary: Something else.\nanswers:")
    assert fingerprints(FAILS) == fingerprints(moved)
    other_place = run_of([judged(FAILS, "elsewhere/idea.yaml")])["results"]
    assert {r["partialFingerprints"][sarif.FINGERPRINT] for r in other_place} == {
        fingerprint for _, fingerprint in fingerprints(FAILS)
    }


def test_all_fingerprints_of_a_run_differ() -> None:
    found = run_of(all_judged())["results"]
    assert len({r["partialFingerprints"][sarif.FINGERPRINT] for r in found}) == len(found)
    twice = BROKEN.replace("id: Not An Id\n", "colour: red\ncolour: blue\n")
    assert len(fingerprints(twice)) == len(results(twice))


def test_what_is_waived_is_suppressed_in_the_file_with_its_reason() -> None:
    found = {result["ruleId"]: result["suppressions"] for result in results(UNCLEAR)}
    assert found == {
        "product/nothing-protects": [],
        "product/money-ends": [
            {"kind": "inSource", "status": "accepted", "justification": "We sell it in March"}
        ],
    }


def test_each_result_leads_to_its_rule_with_help() -> None:
    run = run_of(all_judged())
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    rule = next(rule for rule in rules if rule["id"] == "product/money-ends")
    assert rule["help"]["text"] == (
        "Your money ends soon.\n\nRaise money.\n\nT1-1: What is hard to copy lasts longer."
    )
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_a_run_without_results_is_still_a_run() -> None:
    run = run_of([judged(PASSES)])
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_a_message_makes_no_link() -> None:
    hostile = BROKEN.replace("somebody", '"[press](https://example.org)"')
    assert not any("](" in result["message"]["text"] for result in results(hostile))


def test_beyond_what_github_takes_notes_go_first_and_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "ROOM", {ERROR: 8, WARNING: 6, NOTE: 2})
    run = run_of([judged(FAILS, f"ideas/{number}.yaml") for number in range(5)])
    assert [result["level"] for result in run["results"]] == [ERROR] * 8
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("7 more results are left out")


def test_rules_keep_within_what_github_shows(ngc: CompiledSet) -> None:
    rules = Rules(ngc)
    every = [*rules.caps, *rules.findings, *OWN]
    for rule in every:
        rules.index_of(rule)
    assert [told["id"] for told in rules.descriptors] == every
    for told in rules.descriptors:
        assert len(told["name"]) <= 255
        assert len(told["shortDescription"]["text"]) <= 1024
        assert len(told["fullDescription"]["text"]) <= 1024
        assert len(told["properties"]["tags"]) <= 10


def test_every_finding_of_the_program_is_a_rule_of_its_own() -> None:
    assert set(PROGRAM_FINDINGS) <= OWN.keys()


def test_no_rule_of_the_shipped_set_is_called_as_one_of_ours(ngc: CompiledSet) -> None:
    assert not ngc["texts"]["reasons"].keys() & OWN.keys()


def test_it_says_what_it_was_judged_by() -> None:
    properties = run_of(all_judged())["properties"]
    assert properties["set"]["version"] == "1.2.0"
    assert properties["gate"]["min_months"] == 12


def test_a_file_judged_by_another_gate_than_the_run_has_its_own() -> None:
    found = run_of([judged(PASSES, "a.yaml"), judged(FAILS, "b/c d.yaml", min_months=3)])
    (artifact,) = found["artifacts"]
    assert artifact["location"] == {"uri": "b/c%20d.yaml"}
    assert artifact["properties"]["gate"] == gate(min_months=3)
    assert "artifacts" not in run_of(all_judged())
