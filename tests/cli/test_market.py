"""``lifeline market`` as its users run it, on the shipped record."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.cli.test_main import HEAVY
from tests.reading.small import FOLDER as SMALL

EVENTS = ["--capability", "file-chat", "--since", "2023-09-01", "--until", "2024-12-31"]


def run(*words: object) -> int:
    return main(["market", *map(str, words)])


def found_in(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def as_json(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    assert run(*words, "--format", "json") == 0
    return found_in(capsys)


def idea(folder: Path, name: str, **more: Any) -> Path:
    path = folder / f"{name}.yaml"
    path.write_bytes(idea_file({}, **more))
    return path


@pytest.mark.parametrize("subverb", ["events", "parameters", "rates"])
def test_text_fits_eighty_columns(subverb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(subverb) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out
    assert all(len(line) <= 80 for line in captured.out.splitlines())


def test_events_of_a_capability_in_a_span(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "events", *EVENTS)
    head, inner = "format market reaches documents", "events retreats not_shipped"
    assert list(found) == f"{head} capabilities since until status {inner}".split()
    assert (found["capabilities"], found["since"], found["until"]) == (
        ["file-chat"],
        "2023-09-01",
        "2024-12-31",
    )
    assert found["events"]
    for event in found["events"]:
        assert "file-chat" in event["capabilities"]
        assert "2023-09-01" <= event["known"] <= "2024-12-31"
        assert event["sources"]
    (status,) = found["status"]
    assert (status["status"], status["day"]) == ("shipped", "2024-12-31")


def test_text_names_day_actor_reach_whom_it_erodes_and_on_request_sources(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("events", *EVENTS) == 0
    text = " ".join(capsys.readouterr().out.split())
    told = "2024-11-01 Anthropic: PDF input arrived in the API and visual PDF analysis in Claude."
    assert f"{told} Reach: api. Against: PDF-parsing middlemen." in text
    assert "https://" not in text
    assert run("events", *EVENTS, "--sources") == 0
    assert "https://" in capsys.readouterr().out


def test_without_an_end_the_events_end_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "events", "--until", "2099-01-01")["events"]) == 155
    assert as_json(capsys, "events", "--until", "2021-06-28")["events"] == []


def test_an_actor_is_found_in_any_case_and_with_its_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = as_json(capsys, "events", "--actor", "microsoft", "--until", "2099-01-01")
    assert {event["actor"] for event in found["events"]} == {"Microsoft", "GitHub"}
    found = as_json(capsys, "events", "--actor", "GitHub", "Apple", "--until", "2099-01-01")
    assert {event["actor"] for event in found["events"]} == {"GitHub", "Apple"}
    assert len(found["not_shipped"]) == 2


def test_a_retreat_is_shown_where_it_touches_what_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["--capability", "agent-framework", "--until", "2026-12-31"]
    found = as_json(capsys, "events", *words)
    assert [entry["id"] for entry in found["retreats"]] == ["assistants-api-deprecated"]
    assert "assistants-api" not in found["status"][0]["events"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["events", "--capability", "file-chats"], "Did you mean 'file-chat'?"),
        (["events", "--actor", "Antropic"], "Did you mean 'Anthropic'?"),
        (["events", "--since", "2023-13-01"], "'2023-13-01' is not a date such as 2026-11-22"),
        (["parameters", "context-windows"], "Did you mean 'context-window'?"),
        (["event"], "invalid choice"),
    ],
)
def test_what_is_not_known_is_told(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("lifeline: ")
    assert told in captured.err
    assert captured.out == ""


def test_events_that_touch_an_idea_are_those_after_it_was_assessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = idea(tmp_path, "pdf", idea="PDF", assessed="2023-03-31", capabilities=["file-chat"])
    found = as_json(capsys, "events", "--touching", path, "--until", "2023-12-31")
    (touched,) = found["ideas"]
    assert (touched["path"], touched["assessed"], touched["since"]) == (
        str(path),
        "2023-03-31",
        "2023-04-01",
    )
    ids = [event["id"] for event in touched["events"]]
    assert ids == ["claude-2-files", "code-interpreter"]
    assert [status["status"] for status in touched["status_then"]] == ["announced"]
    assert [status["status"] for status in touched["status"]] == ["shipped"]


def test_a_later_day_may_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = idea(tmp_path, "pdf", assessed="2023-03-31", capabilities=["file-chat"])
    words = ["--touching", path, "--since", "2024-01-01", "--until", "2024-12-31"]
    (touched,) = as_json(capsys, "events", *words)["ideas"]
    assert touched["since"] == "2024-01-01"
    assert touched["events"]
    assert all(event["known"] >= "2024-01-01" for event in touched["events"])


def test_an_idea_without_capabilities_is_touched_by_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea(tmp_path, "none")
    (touched,) = as_json(capsys, "events", "--touching", tmp_path)["ideas"]
    assert (touched["events"], touched["retreats"], touched["not_shipped"]) == ([], [], [])
    assert run("events", "--touching", tmp_path) == 0
    assert "names none that the record knows" in capsys.readouterr().out


def test_a_capability_that_the_record_does_not_know_is_told_and_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = idea(tmp_path, "two", assessed="2023-03-31", capabilities=["file-chats", "memory"])
    assert run("events", "--touching", path, "--format", "json") == 0
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{path}: 'file-chats' is not a capability of the record.")
    assert captured.err.endswith("Did you mean 'file-chat'?\n")
    assert json.loads(captured.out)["ideas"][0]["capabilities"] == ["memory"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea(tmp_path, "good", capabilities=["memory"])
    (tmp_path / "bad.yaml").write_text("lifeline: 1\nideas: x\n", encoding="utf-8")
    assert run("events", "--touching", tmp_path, "--format", "json") == 2
    captured = capsys.readouterr()
    assert "bad.yaml:2:1:" in captured.err
    assert len(json.loads(captured.out)["ideas"]) == 1


def test_ideas_are_read_by_the_set_that_is_nearest_to_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, answers in (("ours", {"uses-model": True}), ("usual", {"place": "own"})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "idea.yaml").write_bytes(idea_file(answers, idea=name))
    (tmp_path / "ours" / "lifeline.toml").write_text(f"set = '{SMALL}'\n")
    found = as_json(capsys, "events", "--touching", tmp_path)
    assert [touched["idea"] for touched in found["ideas"]] == ["ours", "usual"]


def test_what_git_ignores_is_no_idea_here_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("draft.yaml\n", encoding="utf-8")
    idea(tmp_path, "draft", capabilities=["memory"])
    idea(tmp_path, "kept", capabilities=["memory"])
    (touched,) = as_json(capsys, "events", "--touching", tmp_path)["ideas"]
    assert touched["path"].endswith("kept.yaml")


def test_a_folder_without_ideas_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("events", "--touching", tmp_path) == 2
    assert capsys.readouterr().err.startswith(f"lifeline: no idea file in {tmp_path}.")


def test_parameters_have_the_value_of_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "parameters", "--at", "2023-09-02")["parameters"]
    before = {parameter["parameter"]: parameter["value"] for parameter in found}
    assert before["frontier-training-cost"] is None
    assert before["frontier-input-price"]["value"] == 30
    found = as_json(capsys, "parameters", "--at", "2023-09-03")["parameters"]
    after = {parameter["parameter"]: parameter["value"] for parameter in found}
    assert after["frontier-training-cost"]["value"] == 60_000_000
    assert after["frontier-training-cost"]["since"] == "2023-09-03"
    assert all(parameter["values"] is None for parameter in found)


def test_one_parameter_is_shown_with_all_its_values(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = as_json(capsys, "parameters", "context-window", "--at", "2023-12-01")["parameters"]
    assert (found["unit"], found["value"]["value"]) == ("token", 128_000)
    assert [value["value"] for value in found["values"]] == [8_000, 100_000, 128_000, 2_000_000]
    assert run("parameters", "context-window", "--at", "2023-01-01") == 0
    assert capsys.readouterr().out.startswith("context-window: no value known by 1 January 2023\n")


def test_rates_have_their_counts(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "rates")
    assert list(found) == ["format", "market", "announced_to_shipped", "product_to_platform"]
    assert found["product_to_platform"]["cases"] == 22
    assert found["announced_to_shipped"]["left_out"]


def test_what_is_found_can_be_written_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rates.json"
    assert run("rates", "--format", "json", "-o", file) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(file.read_text(encoding="utf-8"))["market"]["version"]


@pytest.mark.lean
@pytest.mark.parametrize("words", [["rates"], ["parameters"], ["events"]])
def test_a_known_record_is_read_without_heavy_modules(words: list[str], tmp_path: Path) -> None:
    code = (
        "import sys; from lifeline.cli.main import main;"
        f"main({['market', *words]!r}); print(*sorted(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):  # the second run finds what the first has kept
        done = subprocess.run(
            [sys.executable, "-I", "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    loaded = set(done.stderr.split())
    assert "lifeline.scoring.market" in loaded or "lifeline.report.market_figures" in loaded
    assert not loaded & HEAVY
