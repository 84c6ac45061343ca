"""``lifeline trend`` as people run it, on real repositories."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.authored import Authored, idea_file
from tests.backtesting.dated import FOLDER
from tests.cli.test_diff import BROKEN, LONG, SHORT, WEEKS, write
from tests.repositories import commit, git, repository


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with five versions of an idea, one of them broken."""
    shutil.copytree(FOLDER, tmp_path / "set")
    folder = repository(tmp_path / "here", monkeypatch)
    monkeypatch.chdir(folder)
    wide: Authored = {**LONG, "copy-time": {"one-of": ["year", "weeks"]}}
    for number, answers in enumerate((LONG, wide, BROKEN, SHORT, WEEKS), start=1):
        write(folder, "bakery.yaml", answers)
        commit(folder, f"Number {number}", day=f"2023-0{number}-15")
    return folder


def run(*words: object) -> int:
    return main(["trend", "--set", "../set", "--as-of", "2023-12-31", *map(str, words)])


def rows(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, Any]]:
    run("bakery.yaml", "--format", "json", *words)
    text = capsys.readouterr().out
    assert text.isascii()
    found: list[dict[str, Any]] = json.loads(text)["rows"]
    return found


def subjects(found: list[dict[str, Any]]) -> list[str | None]:
    return [row["subject"] for row in found]


def test_each_version_has_a_row_the_newest_last(
    kept: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    assert run("bakery.yaml") == 0
    text = capsys.readouterr().out
    golden("movement/trend.txt", re.sub(r"(?<=\d  )[0-9a-f]{8}(?=  )", "01234567", text))


def test_each_version_is_looked_at_from_the_day_of_its_commit(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = rows(capsys)
    assert [row["as_of"] for row in found] == [f"2023-0{n}-15" for n in range(1, 6)]
    assert [row["verdict"] for row in found] == ["pass", "unclear", "invalid", "pass", "fail"]
    assert [row["change"] for row in found] == [
        "added",
        "months",
        "unreadable",
        "readable",
        "months",
    ]
    assert found[-1]["months"] == {"low": -3, "high": -3}
    assert found[-1]["what"] == "copy-time changed from months to weeks"


def test_the_file_as_it_is_comes_last_if_it_was_changed(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "bakery.yaml", LONG)
    *_, last = rows(capsys)
    assert (last["commit"], last["as_of"], last["change"]) == (None, "2023-12-31", "months")
    run("bakery.yaml")
    assert "2023-12-31  as it is" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--since", "2023-04-01"), "Number 4"),
        (("--since", "2023-04-15"), "Number 4"),
        (("--since", "HEAD~1"), "Number 5"),
        (("--max", "2"), "Number 4"),
        (("--max", "2", "--since", "2023-05-01"), "Number 5"),
    ],
)
def test_older_versions_can_be_left_out_and_count_as_what_was_before(
    words: tuple[str, ...], first: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = rows(capsys, *words)
    assert found[0]["subject"] == first
    assert found[0]["change"] != "added"
    run("bakery.yaml", *words)
    assert "There are older versions that are left out here." in capsys.readouterr().out


def test_each_version_has_to_meet_what_the_configuration_asks_for(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "lifeline.toml").write_text("min-months = 0\n")
    assert {row["verdict"] for row in rows(capsys)} == {"pass", "invalid"}
    (kept / "lifeline.toml").write_text("min-months = 12\n")
    assert "fail" in {row["verdict"] for row in rows(capsys)}


def test_nothing_since_is_said(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("bakery.yaml", "--since", "HEAD") == 0
    assert "Nothing of this file was changed since then." in capsys.readouterr().out


def test_a_file_is_followed_to_what_it_was_called_before(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(kept, "mv", "bakery.yaml", "shop.yaml")
    commit(kept, "Rename", day="2023-06-15")
    write(kept, "shop.yaml", LONG)
    commit(kept, "After", day="2023-07-15")
    run("shop.yaml", "--format", "json")
    found = json.loads(capsys.readouterr().out)["rows"]
    assert subjects(found) == [f"Number {n}" for n in range(1, 6)] + ["After"]


def test_a_file_that_was_taken_away_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / "bakery.yaml").unlink()
    commit(kept, "Close", day="2023-06-15")
    assert run("bakery.yaml") == 0
    assert "  gone\n  Close\n  → taken away\n" in capsys.readouterr().out


def test_where_the_newest_version_is_broken_its_problems_are_told(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "bakery.yaml", BROKEN)
    assert run("bakery.yaml") == 2
    assert "bakery.yaml:5:3: answers.entr:" in capsys.readouterr().out


def test_a_shallow_copy_says_that_versions_may_be_missing(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git(kept.parent, "clone", "-q", "--depth", "1", kept.as_uri(), "copy")
    monkeypatch.chdir(kept.parent / "copy")
    assert run("bakery.yaml") == 0
    assert "fetch-depth: 0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["."], "is a folder. Expected one idea file."),
        (["link.yaml"], "link.yaml is a link, of which git keeps only where it leads."),
        (["new.yaml"], "git keeps no version of new.yaml. Expected a file that was committed."),
        (["bakery.yaml", "--since", "yesterday"], "yesterday is no commit, branch or tag"),
        (["bakery.yaml", "--max", "0"], "'0' is not a number of versions such as 10"),
        (["bakery.yaml", "--max", "few"], "'few' is not a number of versions such as 10"),
    ],
)
def test_what_cannot_be_shown_is_told(
    words: list[str], message: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "new.yaml", LONG)
    (kept / "link.yaml").symlink_to("bakery.yaml")
    assert run(*words) == 2
    assert message in capsys.readouterr().err


def test_without_any_commit_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path / "empty", monkeypatch)
    (folder / "bakery.yaml").write_bytes(idea_file(LONG))
    assert main(["trend", str(folder / "bakery.yaml")]) == 2
    assert "git keeps no version of" in capsys.readouterr().err


def test_what_a_subject_holds_does_nothing_to_a_terminal(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "bakery.yaml", LONG, idea="\x1b[31m ##[group]")
    commit(kept, "::error::x \x1b[31m ##[group]")
    run("bakery.yaml")
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "##[" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_since_names_a_version_of_where_one_stands_also_for_a_file_in_a_submodule(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    around = repository(kept.parent / "around", monkeypatch)
    commit(around, "Before")
    kept.rename(around / "partner")
    for ago in (2, 0):
        git(around / "partner", "checkout", "-q", f"main~{ago}")
        commit(around, f"Pinned {ago} before the last")
        git(around / "partner", "checkout", "-q", "main")
    monkeypatch.chdir(around)

    def since(revision: str) -> list[str | None]:
        run("partner/bakery.yaml", "--since", revision, "--format", "json")
        return subjects(json.loads(capsys.readouterr().out)["rows"])

    assert since("HEAD~1") == ["Number 4", "Number 5"]
    assert since("HEAD~2") == [f"Number {number}" for number in range(1, 6)]
    assert since("HEAD") == []
    monkeypatch.chdir(around / "partner")
    assert subjects(rows(capsys, "--since", "HEAD~1", "--set", "../../set")) == ["Number 5"]
