"""What git keeps, as we read it: from real repositories, and nothing of theirs is run."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from lifeline.errors import LifelineError
from lifeline.reading.git.history import commits_since, history_of
from lifeline.reading.git.repository import Repository
from lifeline.reading.limits import FILE_BYTES
from tests.repositories import commit, git, repository


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository, and go there."""
    folder = repository(tmp_path / "repository", monkeypatch)
    monkeypatch.chdir(folder)
    return folder


def contents(found: Repository, revision: str, path: str = "") -> dict[str, bytes]:
    blobs = found.files(found.commit(revision).name, path)
    return {"/".join(b.path): data for b, data in zip(blobs, found.contents(blobs), strict=True)}


def test_files_are_read_as_a_version_had_them(here: Path) -> None:
    (here / "a").mkdir()
    (here / "a" / "x.yaml").write_bytes(b"one\r\n")
    (here / "b.yaml").write_bytes(b"")
    commit(here, "First")
    (here / "a" / "x.yaml").write_bytes(b"two")
    commit(here, "Second")
    found = Repository()
    assert contents(found, "HEAD~1") == {"a/x.yaml": b"one\r\n", "b.yaml": b""}
    assert contents(found, "HEAD", "a") == {"a/x.yaml": b"two"}
    assert contents(found, "HEAD", "a/x.yaml") == {"a/x.yaml": b"two"}
    assert contents(found, "HEAD", "c") == {}


@pytest.mark.parametrize("name", ["with space.yaml", "-dash.yaml", "ü*[a]?.yaml", ":(top)x.yaml"])
def test_names_mean_themselves(name: str, here: Path) -> None:
    (here / name).write_bytes(b"one")
    (here / "other.yaml").write_bytes(b"other")
    commit(here, "First")
    found = Repository()
    assert contents(found, "HEAD", name) == {name: b"one"}
    assert [version.commit.subject for version in history_of(found, name)] == ["First"]
    (here / name).write_bytes(b"two")
    assert found.changed_since("HEAD") == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_not_utf_8_is_read(here: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    Path(name).write_bytes(b"one")
    commit(here, "First")
    found = Repository()
    assert contents(found, "HEAD", name) == {name: b"one"}
    assert len(history_of(found, name)) == 1


def test_links_are_passed_over(here: Path) -> None:
    (here / "a.yaml").write_bytes(b"one")
    (here / "link.yaml").symlink_to("a.yaml")
    commit(here, "First")
    assert contents(Repository(), "HEAD") == {"a.yaml": b"one"}


def test_of_what_is_too_large_only_the_beginning_is_read_and_the_next_file_is_whole(
    here: Path,
) -> None:
    (here / "a.yaml").write_bytes(b"x" * (3 * FILE_BYTES))
    (here / "b.yaml").write_bytes(b"small")
    commit(here, "First")
    found = contents(Repository(), "HEAD")
    assert (len(found["a.yaml"]), found["b.yaml"]) == (FILE_BYTES + 1, b"small")


def test_a_commit_has_the_day_of_its_committer(here: Path) -> None:
    name = commit(here, "Änderung: more", day="2023-02-28")
    found = Repository().commit("main")
    assert (found.name, found.day.isoformat(), found.subject) == (
        name,
        "2023-02-28",
        "Änderung: more",
    )


@pytest.mark.parametrize("name", ["nowhere", "-x", "--all", "", "HEAD:a.yaml", "a..b"])
def test_what_is_no_version_is_told_in_our_words(name: str, here: Path) -> None:
    commit(here, "First")
    with pytest.raises(LifelineError, match="is no commit, branch or tag of this git repository"):
        Repository().commit(name)


def test_a_shallow_copy_says_how_to_get_the_rest(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        commit(here, f"Number {number}")
    git(tmp_path, "clone", "-q", "--depth", "1", here.as_uri(), "copy")
    found = Repository(str(tmp_path / "copy"))
    assert found.is_shallow
    with pytest.raises(LifelineError, match="fetch-depth: 0"):
        found.commit("HEAD~1")


def test_without_a_repository_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(LifelineError, match="is in no git repository"):
        Repository(str(tmp_path))


def test_paths_count_from_the_root(here: Path) -> None:
    (here / "a").mkdir()
    found = Repository("a")
    assert os.path.samefile(found.root, here)
    assert [found.inner(p) for p in ("a/x.yaml", "a/", ".", "a/../y.yaml")] == [
        "a/x.yaml",
        "a",
        "",
        "y.yaml",
    ]


def test_what_changed_since_a_version_is_told_also_what_is_new_or_gone(here: Path) -> None:
    (here / ".gitignore").write_text("ignored.yaml\n")
    for name in ("a.yaml", "b.yaml", "c.yaml", "d.yaml"):
        (here / name).write_text(name)
    commit(here, "First")
    (here / "a.yaml").write_text("committed")
    commit(here, "Second")
    (here / "b.yaml").write_text("not committed")
    (here / "c.yaml").unlink()
    (here / "sub").mkdir()
    (here / "sub" / "new.yaml").write_text("new")
    (here / "ignored.yaml").write_text("x")
    found = ["a.yaml", "b.yaml", "c.yaml", "sub/new.yaml"]
    assert Repository().changed_since("HEAD~1") == found
    assert Repository("sub").changed_since("HEAD~1") == found
    assert Repository().changed_since("HEAD") == found[1:]


def test_nothing_of_the_repository_is_run_and_nothing_written(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a.yaml").write_text("one\n")
    (here / ".gitattributes").write_text("*.yaml diff=evil\n")
    commit(here, "First")
    (here / "a.yaml").write_text("two\n")
    trap, mark = here.parent / "trap", here.parent / "sprung"
    trap.write_text(f"#!/bin/sh\necho >> '{mark}'\ncat\n")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    settings = ("core.fsmonitor", "core.pager", "diff.external", "diff.evil.textconv")
    for key in (*settings, "diff.evil.command", "gpg.program"):
        git(here, "config", key, str(trap))
    git(here, "config", "log.showSignature", "true")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    before = {path: path.stat().st_mtime_ns for path in (here / ".git").rglob("*")}
    found = Repository()
    assert found.changed_since("HEAD") == ["a.yaml"]
    assert found.renamed(found.commit("HEAD").name, None, "a.yaml") is None
    assert len(history_of(found, "a.yaml")) == 1
    assert not mark.exists()
    assert {path: path.stat().st_mtime_ns for path in (here / ".git").rglob("*")} == before


LINES = "".join(f"line {number}\n" for number in range(20))


def test_the_history_of_a_file_follows_its_names(here: Path) -> None:
    (here / "old.yaml").write_text(LINES)
    commit(here, "First", day="2023-01-01")
    (here / "other.yaml").write_text("x")
    commit(here, "Another file", day="2023-01-02")
    git(here, "mv", "old.yaml", "new.yaml")
    (here / "new.yaml").write_text(f"{LINES}more\n")
    commit(here, "Renamed", day="2023-01-03")
    found = history_of(Repository(), "new.yaml")
    assert [(v.commit.subject, v.blob and v.blob.path) for v in found] == [
        ("First", ("old.yaml",)),
        ("Renamed", ("new.yaml",)),
    ]
    repository_ = Repository()
    assert repository_.renamed(found[0].commit.name, None, "new.yaml") == "old.yaml"
    assert {
        v.commit.name for v in found if v.commit.name in commits_since(repository_, "HEAD~1")
    } == {found[1].commit.name}


def test_a_version_that_was_taken_away_has_no_content(here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    commit(here, "First")
    (here / "a.yaml").unlink()
    commit(here, "Gone")
    (here / "a.yaml").write_text(LINES)
    commit(here, "Back")
    found = history_of(Repository(), "a.yaml")
    assert [(v.commit.subject, v.blob is None) for v in found] == [
        ("First", False),
        ("Gone", True),
        ("Back", False),
    ]


def test_a_merge_that_makes_something_of_its_own_is_a_version(here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    commit(here, "First")
    git(here, "checkout", "-q", "-b", "side")
    (here / "a.yaml").write_text(f"{LINES}side\n")
    commit(here, "Side")
    git(here, "checkout", "-q", "main")
    commit(here, "Main")
    git(here, "merge", "-q", "--no-commit", "--no-ff", "side")
    (here / "a.yaml").write_text(f"merged\n{LINES}side\n")
    commit(here, "Merge")
    found = Repository()
    versions = history_of(found, "a.yaml")
    assert [version.commit.subject for version in versions] == ["First", "Side", "Merge"]
    blobs = [version.blob for version in versions if version.blob]
    assert found.contents(blobs)[-1].startswith(b"merged\n")


@pytest.mark.parametrize(
    "subject", ["\x01" + "a" * 40 + " 2023-01-01 x", "::warning::x", "x\x1b[31m"]
)
def test_a_subject_is_only_a_text(subject: str, here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    commit(here, subject)
    (found,) = history_of(Repository(), "a.yaml")
    assert found.commit.subject == subject
