"""``lifeline ledger`` as its users run it, in a folder of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.reading.ledger.lines import read_ledger
from tests.authored import idea_file
from tests.conftest import ROOT
from tests.repositories import commit, git, repository

SMALL = str(ROOT / "tests" / "sets" / "small")
FILE = Path("lifeline-ledger.jsonl")
SAFE = {"entry": "nobody", "assets": ["network"], "runway": 12}
WEAK = {**SAFE, "assets": []}  # 6 months of advantage
MADE = "2023-07-01"  # months count from 30 June 2023


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, in which the small set judges."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("LIFELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LIFELINE_SET", SMALL)
    put("idea.yaml", WEAK)
    return tmp_path


def put(path: str, answers: dict[str, Any], **more: Any) -> None:
    Path(path).parent.mkdir(exist_ok=True, parents=True)
    Path(path).write_bytes(idea_file(answers, **more))


def ledger(*words: str, as_of: str = MADE) -> int:
    return main(["ledger", *words, "--as-of", as_of])


def data(
    capsys: pytest.CaptureFixture[str], *words: str, as_of: str = MADE, code: int = 0
) -> dict[str, Any]:
    """Give what a verb prints as JSON."""
    capsys.readouterr()
    assert ledger(*words, "--format", "json", as_of=as_of) == code
    text = capsys.readouterr().out
    assert text.isascii()
    found: dict[str, Any] = json.loads(text)
    return found


def added(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Add a forecast and give its id."""
    (forecast,) = data(capsys, "add", "idea.yaml", *words)["added"]
    id_: str = forecast["id"]
    return id_


def resolve(id_: str, after: int, outcome: str, on: str, *words: str, as_of: str = "") -> int:
    source = () if "--source" in words else ("--source", "our books")
    more = ("--on", on, *source, *words)
    return ledger("resolve", id_, str(after), outcome, *more, as_of=as_of or on)


def test_a_forecast_is_made_asked_for_resolved_and_scored(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys, "--clock", "advantage", "--probability", "6=0.75")
    assert data(capsys, "due")["due"] == []
    assert [each["on"] for each in data(capsys, "due")["next"]] == ["2023-09-30"]

    asked = data(capsys, "due", as_of="2023-12-30")["due"]
    assert [(each["forecast"], each["after"]) for each in asked] == [(id_, 3), (id_, 6)]
    assert resolve(id_, 6, "yes", "2023-12-30") == 0
    assert "So it follows for 30 September 2023 (3 months): yes." in capsys.readouterr().out
    assert data(capsys, "due", as_of="2023-12-30")["due"] == []

    found = data(capsys, "show", as_of="2023-12-30")
    assert [claim["state"] for claim in found["forecasts"][0]["claims"]] == ["yes", "yes", "ahead"]
    assert found["scores"]["range"]["all"]["brier"] == 0
    assert found["scores"]["own"]["6"]["brier"] == 0.0625
    assert found["scores"]["coin"] == 0.25


def test_json_has_the_keys_that_are_documented(capsys: pytest.CaptureFixture[str]) -> None:
    head = ["format", "file", "as_of", "problems", "unread"]
    found = data(capsys, "add", "idea.yaml")
    assert list(found) == [*head, "began", "answers", "added", "already"]
    id_ = found["added"][0]["id"]
    assert list(data(capsys, "due")) == [*head, "due", "next"]
    assert list(data(capsys, "show")) == [*head, "forecasts", "scores"]
    words = ["resolve", id_, "3", "no", "--on", MADE, "--source", "x"]
    keys = ["forecast", "resolution", "claim", "settles", "following", "already"]
    assert list(data(capsys, *words)) == [*head, *keys]


def test_a_forecast_is_one_more_line_and_what_stood_there_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ledger("add", "idea.yaml")
    before = FILE.read_bytes()
    put("other.yaml", SAFE)
    ledger("add", "other.yaml", "--clock", "advantage", "--clock", "necessity")
    after = FILE.read_bytes()
    assert after.startswith(before)
    assert (before.count(b"\n"), after.count(b"\n")) == (1, 3)
    assert "gitattributes" not in capsys.readouterr().out.split("Written down")[-1]


def test_how_to_keep_a_new_ledger_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    ledger("add", "idea.yaml")
    assert "lifeline-ledger.jsonl merge=union" in " ".join(capsys.readouterr().out.split())
    ledger("add", "idea.yaml", "--clock", "advantage")
    assert "merge=union" not in capsys.readouterr().out


def test_the_same_forecast_is_not_added_twice(capsys: pytest.CaptureFixture[str]) -> None:
    id_ = added(capsys)
    before = FILE.read_bytes()
    found = data(capsys, "add", "idea.yaml", as_of="2023-08-01")
    assert (found["added"], [each["id"] for each in found["already"]]) == ([], [id_])
    assert ledger("add", "idea.yaml") == 0
    assert f"stands in {FILE} already, as {id_}" in " ".join(capsys.readouterr().out.split())
    assert FILE.read_bytes() == before
    put("idea.yaml", SAFE)
    assert data(capsys, "add", "idea.yaml")["already"] == []


def test_strict_is_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    (forecast,) = data(capsys, "add", "idea.yaml", "--strict")["added"]
    assert forecast["strict"] is True
    ledger("show")
    assert "by small 1.2.0, strictly" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("6", "'6' is no probability. Expected MONTHS=P"),
        ("5=0.5", "'5=0.5' is no probability"),
        ("6=1.5", "'6=1.5' is no probability"),
        ("6=70", "as 6=0.7. Did you mean 6=0.7?"),
        ("12=5%", "Did you mean 12=0.05?"),
        ("6=170", "and P from 0 to 1, as 6=0.7.\n"),
        ("6=nan", "'6=nan' is no probability"),
        ("6=-0.1", "'6=-0.1' is no probability"),
    ],
)
def test_what_is_no_probability_is_told(
    word: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ledger("add", "idea.yaml", "--probability", word) == 2
    assert told in capsys.readouterr().err
    assert not FILE.exists()


@pytest.mark.parametrize(("word", "value"), [("6=1", 1), ("6=0", 0), ("6=.25", 0.25), ("6=1.0", 1)])
def test_probabilities_are_read_as_people_write_them(
    word: str, value: float, capsys: pytest.CaptureFixture[str]
) -> None:
    (forecast,) = data(capsys, "add", "idea.yaml", "--probability", word)["added"]
    assert [claim["own"] for claim in forecast["claims"]] == [None, value, None]


def test_a_probability_does_not_rise_with_the_months(capsys: pytest.CaptureFixture[str]) -> None:
    assert ledger("add", "idea.yaml", "--probability", "6=0.8", "--probability", "3=0.2") == 2
    assert capsys.readouterr().err == (
        "lifeline: --probability: 6=0.8 is more than 3=0.2: what still holds after 6 months held"
        " after 3.\n"
    )
    assert not FILE.exists()
    assert ledger("add", "idea.yaml", "--probability", "6=0.8", "--probability", "12=0.8") == 0


def test_a_probability_is_corrected_by_adding_it_again_on_the_same_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    slip = added(capsys, "--probability", "6=0.07")
    before = FILE.read_bytes()
    meant = added(capsys, "--probability", "6=0.7")
    assert FILE.read_bytes().startswith(before)
    words = ("add", "idea.yaml", "--probability", "6=0.6")
    later = data(capsys, *words, as_of="2023-07-02")["added"][0]["id"]
    found = data(capsys, "show")["forecasts"]
    assert {each["id"]: each["replaced_by"] for each in found} == {
        slip: [meant],
        meant: [],
        later: [],
    }
    again = data(capsys, "add", "idea.yaml", "--probability", "6=0.07")
    assert [each["replaces"] for each in again["added"]] == [[meant]]


def test_a_day_that_is_ahead_is_no_day_that_answers_describe(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("ahead.yaml", SAFE, assessed="2023-08-01")
    assert ledger("add", "ahead.yaml") == 2
    assert capsys.readouterr().err == (
        "lifeline: ahead.yaml: 'assessed' is in the future (1 August 2023), seen from 1 July 2023."
        " Write the day that the answers describe.\n"
    )
    assert not FILE.exists()


def test_a_folder_is_no_idea(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ideas").mkdir()
    assert ledger("add", "ideas/") == 2
    assert capsys.readouterr().err == "lifeline: ideas/: is a folder: name one idea file.\n"


@pytest.mark.parametrize("verb", ["add", "resolve", "due", "show"])
def test_an_idea_file_is_never_written_to(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("own.yaml", SAFE)
    before = Path("own.yaml").read_bytes()
    words = {
        "add": ["idea.yaml"],
        "resolve": ["abcdef", "6", "yes", "--on", MADE, "--source", "x"],
    }
    for flag in ("--file", "--ledger"):
        assert ledger(verb, *words.get(verb, []), flag, "own.yaml") == 2
        assert "lifeline: own.yaml: is an idea file, no ledger." in capsys.readouterr().err
        assert Path("own.yaml").read_bytes() == before


def test_months_that_are_not_asked_of_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("5", "six"):
        words = [word, "yes", "--on", MADE, "--source", "x"]
        assert ledger("resolve", "abcdef", *words) == 2
        told = f"argument MONTHS: '{word}' is no number of months after which is asked."
        assert f"{told} Expected 3, 6 or 12. See 'lifeline ledger resolve --help'." in (
            capsys.readouterr().err
        )


def test_what_came_of_a_day_settles_it_for_every_forecast_of_the_product(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = added(capsys)
    second = added(capsys, "--probability", "3=0.6")
    assert len(data(capsys, "due", as_of="2023-10-01")["due"]) == 1
    scores = data(capsys, "show", as_of="2023-10-01")["scores"]
    assert scores["without_outcome"] == 1
    words = ["resolve", first, "3", "yes", "--on", "2023-09-30", "--source", "x"]
    assert data(capsys, *words, as_of="2023-10-01")["settles"] == sorted([first, second])
    found = data(capsys, "show", as_of="2023-10-01")
    assert [each["claims"][0]["state"] for each in found["forecasts"]] == ["yes", "yes"]
    assert found["scores"]["without_outcome"] == 0
    assert data(capsys, "due", as_of="2023-10-01")["due"] == []

    before = FILE.read_bytes()
    assert resolve(second, 3, "no", "2023-09-30") == 2
    assert capsys.readouterr().err == (
        f"lifeline: Of An idea on 30 September 2023 you wrote yes ({first}). To correct it,"
        " resolve that one again.\n"
    )
    assert FILE.read_bytes() == before
    assert resolve(first, 3, "no", "2023-09-30") == 0
    found = data(capsys, "show", as_of="2023-10-01")
    assert [each["claims"][0]["state"] for each in found["forecasts"]] == ["no", "no"]


def test_branches_that_disagree_with_two_forecasts_are_settled_with_either(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = added(capsys), added(capsys, "--probability", "3=0.6")
    base = FILE.read_bytes()
    resolve(first, 3, "yes", "2023-09-30")
    ours = FILE.read_bytes()
    FILE.write_bytes(base)
    resolve(second, 3, "no", "2023-09-30")
    FILE.write_bytes(ours + FILE.read_bytes().removeprefix(base))
    (asked,) = data(capsys, "due", as_of="2023-10-01")["due"]
    assert asked["state"] == "disputed"
    assert resolve(second, 3, "yes", "2023-09-30", "--note", "we asked again") == 0
    assert data(capsys, "due", as_of="2023-10-01")["due"] == []


def test_what_had_ended_cannot_have_held_on_a_later_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys)
    resolve(id_, 3, "no", "2023-08-01")
    before = FILE.read_bytes()
    capsys.readouterr()
    assert resolve(id_, 12, "yes", "2024-06-30") == 2
    assert capsys.readouterr().err == (
        f"lifeline: {FILE}: Of An idea on 30 September 2023 (3 months) you wrote no: it had ended"
        " by 1 August 2023, and what had ended has ended for the later days. So it cannot have held"
        " on 30 June 2024. Nothing was written. If that no was wrong, correct it first: lifeline"
        f" ledger resolve {id_} 3 yes --on DATE --source LINK\n"
    )
    assert FILE.read_bytes() == before
    assert resolve(id_, 12, "no", "2024-06-30") == 0
    assert resolve(id_, 3, "yes", "2023-09-30") == 0
    assert resolve(id_, 12, "yes", "2024-06-30") == 0


def test_what_held_on_a_later_day_cannot_have_ended_before(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys, "--file", "l.jsonl")
    resolve(id_, 12, "yes", "2024-06-30", "--file", "l.jsonl")
    capsys.readouterr()
    assert resolve(id_, 3, "no", "2023-10-05", "--file", "l.jsonl") == 2
    assert capsys.readouterr().err == (
        "lifeline: l.jsonl: Of An idea on 30 June 2024 (12 months) you wrote yes: what held then"
        " held before. So it cannot have ended by 30 September 2023. Nothing was written. If that"
        " yes was wrong, correct it first: lifeline ledger resolve"
        f" {id_} 12 no --on DATE --source LINK --file l.jsonl\n"
    )


def test_an_end_that_was_seen_too_early_is_corrected_by_its_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys)
    resolve(id_, 12, "no", "2023-07-05")
    capsys.readouterr()
    assert resolve(id_, 3, "yes", "2023-09-30") == 2
    told = f"lifeline ledger resolve {id_} 12 no --on DATE --source LINK\n"
    assert capsys.readouterr().err.endswith(told)
    assert resolve(id_, 12, "no", "2024-02-01") == 0
    assert resolve(id_, 3, "yes", "2023-09-30") == 0


@pytest.mark.parametrize(
    ("after", "outcome", "states"), [(3, "yes", ["yes"] * 3), (12, "no", ["no"] * 3)]
)
def test_branches_whose_days_exclude_each_other_are_settled_as_due_proposes(
    after: int, outcome: str, states: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    id_ = added(capsys)
    base = FILE.read_bytes()
    resolve(id_, 3, "no", "2023-09-30")
    ours = FILE.read_bytes()
    FILE.write_bytes(base)
    resolve(id_, 12, "yes", "2024-06-30")
    FILE.write_bytes(ours + FILE.read_bytes().removeprefix(base))
    found = data(capsys, "show", as_of="2024-07-01")
    assert [claim["state"] for claim in found["forecasts"][0]["claims"]] == [
        "disputed",
        "due",
        "disputed",
    ]
    assert found["scores"]["range"]["all"]["claims"] == 0
    ledger("due", as_of="2024-07-01")
    text = capsys.readouterr().out
    assert f"lifeline ledger resolve {id_} {after} {outcome} --on DATE --source LINK\n" in text
    merged = FILE.read_bytes()
    assert resolve(id_, 12, "yes", "2024-06-30") == 2, "that settles nothing"
    assert FILE.read_bytes() == merged
    assert resolve(id_, after, outcome, "2024-06-30") == 0
    found = data(capsys, "show", as_of="2024-07-01")
    assert [claim["state"] for claim in found["forecasts"][0]["claims"]] == states


def test_one_probability_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--probability", "6=0.5", "--probability", "6=0.6"]
    assert ledger("add", "idea.yaml", *words) == 2
    assert "6 months are given twice. Keep one." in capsys.readouterr().err


def test_an_idea_that_cannot_be_forecast_begins_no_ledger(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("broken.yaml").write_bytes(b"lifeline: 1\nanswers: {entry: nobdy}\n")
    assert ledger("add", "broken.yaml") == 2
    assert "broken.yaml:2:18: answers.entry: 'nobdy'" in capsys.readouterr().err
    assert ledger("add", "idea.yaml", as_of="2026-11-22") == 2
    assert "has passed on 2026-11-22" in capsys.readouterr().err
    assert not FILE.exists()


def test_without_a_ledger_it_is_told_how_to_begin_one(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["due"],
        ["show"],
        ["resolve", "abcdef", "6", "yes", "--on", MADE, "--source", "x"],
    ):
        assert ledger(*words, "--file", "l.jsonl") == 2
        assert capsys.readouterr().err == (
            "lifeline: l.jsonl: there is no ledger. Begin one with a forecast:"
            " lifeline ledger add IDEA --file l.jsonl\n"
        )
    assert not Path("l.jsonl").exists()


def test_an_outcome_needs_a_source_and_a_day_that_has_come(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys)
    before = FILE.read_bytes()
    assert resolve(id_, 6, "yes", "2023-12-30", "--source", " ") == 2
    assert "--source is empty. Expected some words, or a link." in capsys.readouterr().err
    assert resolve(id_, 6, "yes", "2023-12-29") == 2
    assert "nobody can know yet" in capsys.readouterr().err
    assert resolve(id_, 6, "no", "2023-12-29", as_of="2023-12-28") == 2
    assert "is still to come" in capsys.readouterr().err
    assert resolve(id_, 6, "no", "2023-06-30") == 2
    assert "the day on which the forecast was made" in capsys.readouterr().err
    assert main(["ledger", "resolve", id_, "6", "yes", "--on", "2023-12-30"]) == 2
    assert "--source" in capsys.readouterr().err
    assert FILE.read_bytes() == before
    assert resolve(id_, 6, "no", "2023-08-01", "--note", "they sell it themselves now") == 0


def test_a_forecast_is_meant_by_how_its_id_begins(capsys: pytest.CaptureFixture[str]) -> None:
    id_ = added(capsys)
    assert resolve(id_[:4], 3, "yes", "2023-09-30") == 0
    for word in (id_[:3], "zzzz", ""):
        assert resolve(word, 3, "yes", "2023-09-30") == 2
        told = f"'{word}' is not the id of a forecast in {FILE}. Expected one of: {id_}."
        assert told in capsys.readouterr().err


def test_of_days_that_had_passed_nothing_can_be_resolved(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (forecast,) = data(capsys, "add", "idea.yaml", as_of="2023-10-01")["added"]
    assert resolve(forecast["id"], 3, "yes", "2023-10-01") == 2
    assert "says nothing of 3 months: that day had passed" in capsys.readouterr().err


def test_what_was_resolved_can_be_corrected_and_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys)
    resolve(id_, 3, "yes", "2023-09-30")
    before = FILE.read_bytes()
    assert resolve(id_, 3, "yes", "2023-09-30", as_of="2023-10-05") == 0
    assert "Nothing was added." in capsys.readouterr().out
    assert FILE.read_bytes() == before
    assert resolve(id_, 3, "no", "2023-09-30", "--source", "a letter") == 0
    assert "Corrected in" in capsys.readouterr().out
    assert FILE.read_bytes().startswith(before)
    claim = data(capsys, "show", as_of="2023-10-05")["forecasts"][0]["claims"][0]
    assert (claim["state"], [one["outcome"] for one in claim["corrected"]]) == ("no", ["yes"])


def test_git_merges_what_two_branches_added_with_the_line_that_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(here, monkeypatch)
    put("other.yaml", SAFE)
    ledger("add", "idea.yaml", "--clock", "advantage")
    told = " ".join(capsys.readouterr().out.split())
    _, found, rest = told.partition("put this line into .gitattributes: ")
    assert found
    Path(".gitattributes").write_text(f"{' '.join(rest.split()[:2])}\n", encoding="utf-8")
    commit(here, "One")
    git(here, "checkout", "-q", "-b", "side")
    ledger("add", "other.yaml")
    commit(here, "Two")
    git(here, "checkout", "-q", "main")
    ledger("add", "idea.yaml")
    commit(here, "Three")
    git(here, "merge", "-q", "side")
    held = read_ledger(FILE.read_bytes())
    assert not held.problems
    assert len(held.forecasts) == 3


def test_two_branches_merged_line_by_line_count_whole(capsys: pytest.CaptureFixture[str]) -> None:
    id_ = added(capsys)
    base = FILE.read_bytes()
    resolve(id_, 3, "yes", "2023-09-30")
    ours = FILE.read_bytes()
    FILE.write_bytes(base)
    resolve(id_, 3, "no", "2023-09-30")
    theirs = FILE.read_bytes().removeprefix(base)
    for merged in (ours + theirs, theirs + ours):
        FILE.write_bytes(merged)
        asked = data(capsys, "due", as_of="2023-10-01")["due"]
        assert [(each["after"], each["state"]) for each in asked] == [(3, "disputed")]
    assert resolve(id_, 3, "no", "2023-09-30", "--note", "we asked again") == 0
    assert data(capsys, "due", as_of="2023-10-01")["due"] == []


def test_a_line_that_cannot_be_read_is_told_by_its_number_and_the_rest_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    added(capsys)
    FILE.write_bytes(FILE.read_bytes() + b"oops\n")
    for verb in ("show", "due"):
        found = data(capsys, verb, code=2)
        assert [problem["line"] for problem in found["problems"]] == [2]
        assert ledger(verb) == 2
        out, err = capsys.readouterr()
        assert err.startswith(f"{FILE}:2:1: is no entry of a ledger.")
        assert f"Line 2 of {FILE} counts for nothing here" in " ".join(out.split())
    assert len(data(capsys, "show", code=2)["forecasts"]) == 1


def test_what_is_to_be_kept_is_appended_also_below_a_line_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    FILE.write_bytes(b'{"ledger": 1, "ki')
    assert ledger("add", "idea.yaml") == 0
    assert f"{FILE}:1:1: is cut off" in capsys.readouterr().err
    held = read_ledger(FILE.read_bytes())
    assert (len(held.forecasts), len(held.problems)) == (1, 1)
    (id_,) = held.forecasts
    assert resolve(id_, 3, "yes", "2023-09-30") == 0
    assert FILE.read_bytes().startswith(b'{"ledger": 1, "ki\n{"assessed"')


def test_a_forecast_that_was_changed_afterwards_counts_no_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    id_ = added(capsys)
    FILE.write_bytes(FILE.read_bytes().replace(b'"probability": 0.0', b'"probability": 1.0'))
    assert ledger("show") == 2
    assert f"was changed after it was written: it no longer has the id {id_}." in (
        capsys.readouterr().err
    )


def test_the_ledger_lies_beside_the_configuration_or_where_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("lifeline.toml").write_text("", encoding="utf-8")
    Path("plans").mkdir()
    monkeypatch.chdir("plans")
    assert ledger("add", "../idea.yaml") == 0
    assert Path("..", FILE).exists()
    assert ledger("add", "../idea.yaml", "--file", "own.jsonl") == 0
    assert Path("own.jsonl").exists()


def test_the_day_one_looks_from_can_be_a_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    added(capsys)
    monkeypatch.setenv("LIFELINE_AS_OF", "2023-09-30")
    assert main(["ledger", "due", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2023-09-30"


def test_a_result_can_be_written_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    added(capsys)
    assert ledger("show", "-o", "out.txt") == 0
    assert capsys.readouterr().out == ""
    assert "How right it was" in Path("out.txt").read_text(encoding="utf-8")


def test_a_disk_that_is_full_leaves_the_ledger_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    added(capsys)
    before = FILE.read_bytes()
    put("other.yaml", SAFE)
    limit = f"ulimit -f 1; exec {sys.executable} -m lifeline ledger add other.yaml --as-of {MADE}"
    # blocks of 1024 bytes, or of 512: a second line does not fit
    run = subprocess.run(["bash", "-c", limit], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "File too large. The file is as it was before." in run.stderr
    assert FILE.read_bytes() == before


def test_two_who_add_at_once_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["score"])  # keeps the compiled set
    names = [f"idea-{number}" for number in range(4)]
    for name in names:
        put(f"{name}.yaml", SAFE)
    command = [sys.executable, "-m", "lifeline", "ledger", "add", "--as-of", MADE]
    runs = [
        subprocess.Popen([*command, f"{name}.yaml"], stdout=subprocess.DEVNULL) for name in names
    ]
    assert [run.wait() for run in runs] == [0] * 4
    held = read_ledger(FILE.read_bytes())
    assert sorted(each["idea"]["id"] for each in held.forecasts.values()) == names


@pytest.mark.lean
def test_help_waits_for_nothing_heavy() -> None:
    code = (
        "import sys; from lifeline.cli.main import main; main(['ledger', 'add', '--help']);"
        " print([m for m in ('pydantic', 'typing', 'lifeline.backtesting') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_configuration_or_a_variable_names_the_ledger(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "lifeline.toml").write_text('ledger = "books/own.jsonl"\n')
    (here / "books").mkdir()
    assert ledger("add", "idea.yaml") == 0
    assert [path.name for path in (here / "books").iterdir()] == ["own.jsonl"]
    monkeypatch.setenv("LIFELINE_LEDGER", "other.jsonl")
    assert ledger("add", "idea.yaml") == 0
    assert (here / "other.jsonl").exists()
