"""Which files ``lifeline score`` judges: folders, patterns, lists, and what is passed over."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifeline.cli.main import main
from tests.authored import idea_file

IDEAS = ("a.yaml", "b.yaml", "old/c.yaml", "old/d.yaml", "new/deep/e.yml")
PASSES = {
    "assistant": "more-than-ability",
    "next-model": "improves",
    "place": "own",
    "need": "often",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in IDEAS:
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(idea_file(PASSES))
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Seen:
    """What a run printed."""

    def __init__(self, code: int, printed: pytest.CaptureFixture[str]) -> None:
        self.code = code
        self.out, self.err = printed.readouterr()
        self.files = self.out.splitlines()


Listed = Callable[..., Seen]


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str], folder: Path) -> Listed:
    """Give a call of the command that lists what it would judge."""

    def call(*words: str) -> Seen:
        return Seen(main(["score", "--list-files", *words]), capsys)

    return call


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_listing_names_each_file_on_a_line_and_judges_nothing(listed: Listed) -> None:
    Path("a.yaml").write_text("lifeline: 1\nidea: [")
    seen = listed()
    assert (seen.code, seen.err) == (0, "")
    assert seen.files == [
        "./a.yaml",
        "./b.yaml",
        "./new/deep/e.yml",
        "./old/c.yaml",
        "./old/d.yaml",
    ]


def test_a_name_that_means_harm_is_listed_inert(listed: Listed) -> None:
    Path("x\n\x1b[2J::error::.yaml").write_bytes(idea_file(PASSES))
    seen = listed()
    assert len(seen.files) == len(IDEAS) + 1
    assert "\x1b" not in seen.out


def test_names_with_a_nul_after_each_are_read_back_whatever_they_hold(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    names = [b"x\n\x1b[2J.yaml", b"\xff.yaml", "ü.yaml".encode()]
    for name in names:
        Path(os.fsdecode(name)).write_bytes(idea_file(PASSES))
    assert main(["score", "--list-files", "--null"]) == 0
    told = capsysbinary.readouterr().out
    assert set(told.split(b"\0")) == {
        b"",
        *(b"./" + name for name in [*map(os.fsencode, IDEAS), *names]),
    }
    feed(monkeypatch, told)
    assert main(["score", "--list-files", "-z", "--files-from", "-"]) == 0
    assert capsysbinary.readouterr().out == told


def test_names_as_they_are_are_not_shown_to_a_person(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["score", "--list-files", "--null"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "lifeline score --list-files --null | xargs -0" in err


def test_names_as_they_are_are_printed_only_where_files_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--null"]) == 2
    assert "--null is about what --list-files prints" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["--exclude", "old"], ["./a.yaml", "./b.yaml", "./new/deep/e.yml"]),
        (["--exclude", "old/", "--exclude", "*.yml"], ["./a.yaml", "./b.yaml"]),
        (["--exclude", "/*.yaml"], ["./new/deep/e.yml", "./old/c.yaml", "./old/d.yaml"]),
        (["--exclude", "**/d*/"], ["./a.yaml", "./b.yaml", "./old/c.yaml", "./old/d.yaml"]),
        (["--exclude", "*", "--exclude", "!b.yaml"], ["./b.yaml"]),
        (["old", "--exclude", "old"], ["old/c.yaml", "old/d.yaml"]),
        (["old", "--exclude", "old/c.yaml"], ["old/d.yaml"]),
    ],
)
def test_what_is_excluded_is_passed_over(listed: Listed, words: list[str], left: list[str]) -> None:
    assert listed(*words).files == left


def test_what_git_ignores_is_passed_over_unless_asked_for(listed: Listed) -> None:
    Path(".gitignore").write_text("/old/*\n!d.yaml\nnew/\n")
    Path("old/.gitignore").write_text("a*\n")
    assert listed().files == ["./a.yaml", "./b.yaml", "./old/d.yaml"]
    assert listed("old").files == ["old/d.yaml"]
    assert len(listed("--no-gitignore").files) == len(IDEAS)
    assert listed("new").files == ["new/deep/e.yml"], "a folder that is named is searched"


def test_nothing_in_a_gitignore_brings_back_what_is_excluded(listed: Listed) -> None:
    Path(".gitignore").write_text("!b.yaml\n")
    assert "./b.yaml" not in listed("--exclude", "b.yaml").files


def test_what_is_named_is_judged_all_the_same_unless_forced(listed: Listed) -> None:
    Path(".gitignore").write_text("old/\n")
    words = ["a.yaml", "b.yaml", "old/c.yaml", "--exclude", "b.yaml"]
    assert listed(*words).files == ["a.yaml", "b.yaml", "old/c.yaml"]
    assert listed(*words, "--force-exclude").files == ["a.yaml"]
    assert listed(*words, "--force-exclude", "--no-gitignore").files == ["a.yaml", "old/c.yaml"]
    assert listed("old", "--force-exclude").files == []


def test_where_all_is_passed_over_on_purpose_a_run_ends_well_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--format", "json", "--exclude", "*"]) == 0
    captured = capsys.readouterr()
    assert "every idea file there is excluded" in captured.err
    assert json.loads(captured.out)["ideas"] == []
    assert main(["score", "--exclude", "*"]) == 0
    assert capsys.readouterr().out == ""


def test_where_no_idea_was_in_the_first_place_it_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    assert main(["score", "--exclude", "*", str(tmp_path)]) == 2
    assert "no idea file" in capsys.readouterr().err


def test_a_pattern_is_what_a_shell_would_have_made_of_it(listed: Listed) -> None:
    assert listed("*.yaml").files == ["a.yaml", "b.yaml"]
    assert listed("**/*.y*ml").files == sorted(IDEAS)
    assert listed("ol*").files == ["old/c.yaml", "old/d.yaml"]


def test_a_pattern_that_stands_for_nothing_is_told(listed: Listed) -> None:
    some = listed("a.yaml", "x*.yaml")
    assert (some.code, some.files) == (0, ["a.yaml"])
    assert "x*.yaml" in some.err
    none = listed("x*.yaml")
    assert (none.code, none.files) == (2, [])


@pytest.mark.parametrize(
    "data",
    [
        b"b.yaml\nold\n",
        b"b.yaml\r\n\r\nold",
        b"b.yaml\0old\0",
        b"b.yaml\0./b.yaml\0old/c.yaml\0old/d.yaml",
    ],
)
def test_a_list_names_files_and_folders(
    listed: Listed, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("list").write_bytes(data)
    files = listed("--files-from", "list").files
    assert [Path(name).as_posix() for name in files] == ["b.yaml", "old/c.yaml", "old/d.yaml"]
    feed(monkeypatch, data)
    assert listed("--files-from", "-").files == files
    assert listed("--files-from", "list", "a.yaml").files[:2] == sorted(["a.yaml", files[0]])


def test_a_list_holds_no_patterns_and_a_line_end_can_be_in_a_name(listed: Listed) -> None:
    Path("x\ny.yaml").write_bytes(idea_file(PASSES))
    Path("list").write_bytes(b"x\ny.yaml\0*.yaml\0-\0")
    assert listed("--files-from", "list").files == ["*.yaml", "./-", "x y.yaml"]


def test_a_list_that_names_nothing_is_no_fault(listed: Listed) -> None:
    Path("list").touch()
    seen = listed("--files-from", "list")
    assert (seen.code, seen.out) == (0, "")
    assert "list names no file" in seen.err


def test_a_list_that_is_not_there_is_told(listed: Listed) -> None:
    seen = listed("--files-from", "nowhere")
    assert seen.code == 2
    assert "nowhere: cannot be read" in seen.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-", "--files-from", "-"], "stdin cannot be"),
        (["-", "--since", "main"], "git knows nothing of stdin"),
        (["a.yaml", "--stdin-filename", "x.yaml"], "add -"),
        (["--jobs", "0"], "--jobs"),
        (["--jobs", "many"], "--jobs"),
    ],
)
def test_what_contradicts_itself_is_told(listed: Listed, words: list[str], told: str) -> None:
    seen = listed(*words)
    assert seen.code == 2
    assert told in seen.err


def test_stdin_is_shown_under_the_name_that_is_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, idea_file(PASSES))
    words = ["score", "--format", "json", "--stdin-filename", "ideas/mine.yaml", "-"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["ideas"][0]["path"] == "ideas/mine.yaml"


def test_links_that_lead_out_are_counted(listed: Listed) -> None:
    Path("old/out.yaml").symlink_to("../a.yaml")
    seen = listed("old")
    assert seen.files == ["old/c.yaml", "old/d.yaml"]
    assert "1 link is not judged" in seen.err
    assert "old/out.yaml" in seen.err


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(["a.yaml", "b.yaml", "old", ".", "new/*", "old/c.yaml"]))
def test_the_order_of_arguments_changes_no_byte(
    folder: Path, capsys: pytest.CaptureFixture[str], order: list[str]
) -> None:
    outputs = set()
    for words in (order, sorted(order)):
        main(["score", "--format", "jsonl", "--as-of", "2026-11-22", *words])
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1
