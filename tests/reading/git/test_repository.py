"""What git keeps, as we read it: from real repositories, and nothing of theirs is run."""

from __future__ import annotations

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from lifeline.errors import LifelineError
from lifeline.reading.git.history import Version, commits_since, history_of
from lifeline.reading.git.repository import Blob, Commit, Repository
from lifeline.reading.limits import FILE_BYTES
from tests.repositories import commit, git, repository

LINES = "".join(f"line {number}\n" for number in range(20))


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


@pytest.mark.parametrize(
    "name", ["with space.yaml", "-dash.yaml", "ü*[a]?.yaml", ":(top)x.yaml", "t\tab.yaml"]
)
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


@pytest.mark.parametrize("subject", ["Änderung: more", "", "\N{BELL} [red]", "caf\udce9"])
def test_a_commit_has_the_day_of_its_committer(subject: str, here: Path) -> None:
    (here / "a.yaml").write_bytes(b"one")
    git(here, "config", "color.ui", "always")
    git(here, "add", "a.yaml")
    when = "2023-02-28"
    as_it_is = ("-c", "i18n.commitEncoding=unknown")  # else git mends what is no UTF-8
    git(here, *as_it_is, "commit", "-q", "-m", f"{subject}\n\nMore.", day=when)
    git(here, "-c", "user.name=A", "tag", "-a", "-m", "A tag", "v1")
    name = git(here, "rev-parse", "HEAD")
    commit(here, "Later")
    found = Repository().commit("v1")
    assert found == Repository().commit("main~1")
    assert (found.name, found.day.isoformat()) == (name, when)
    assert found.subject == (subject.replace("\udce9", "\N{REPLACEMENT CHARACTER}") or "More.")


@pytest.mark.parametrize(
    "name", ["nowhere", "-x", "--all", "", "HEAD:a.yaml", "a..b", "main..main"]
)
def test_what_is_no_version_is_told_in_our_words(name: str, here: Path) -> None:
    commit(here, "First")
    with pytest.raises(LifelineError) as error:
        Repository().commit(name)
    told = f"lifeline: {name} is no commit, branch or tag of this git repository."
    assert str(error.value) == told


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


def test_a_version_and_this_one_have_a_last_one_in_common(here: Path, tmp_path: Path) -> None:
    first = commit(here, "First")
    git(here, "checkout", "-q", "-b", "side")
    side = commit(here, "Side")
    git(here, "checkout", "-q", "main")
    commit(here, "Main")
    assert Repository().parted_from("side") == first
    assert Repository().parted_from(side) == first
    git(here, "checkout", "-q", "--orphan", "other")
    commit(here, "Of its own")
    with pytest.raises(LifelineError) as error:
        Repository().parted_from("main")
    nothing = "lifeline: main and what is checked out have no commit in common here."
    assert str(error.value) == nothing
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", here.as_uri(), "copy")
    with pytest.raises(LifelineError) as error:
        Repository(str(tmp_path / "copy")).parted_from("origin/main")
    assert str(error.value).startswith(nothing.replace("main", "origin/main", 1) + " This copy ")


@pytest.fixture
def sets(here: Path) -> Path:
    """Give a repository with folders beside each other."""
    for path in ("top.yaml", "sets/a/x.yaml", "sets/a/in/y.yaml", "sets/b/z.yaml"):
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_bytes(path.encode())
    commit(here, "First")
    return here


INSIDE = ["a/in/y.yaml", "a/x.yaml", "b/z.yaml"]


@pytest.mark.parametrize(
    ("place", "parent", "own", "expected"),
    [
        ("", "sets", "a", INSIDE),
        ("sets/a", "sets", "a", INSIDE),
        ("", "", "sets", [*(f"sets/{path}" for path in INSIDE), "top.yaml"]),
        ("sets", "", "sets", [*(f"sets/{path}" for path in INSIDE), "top.yaml"]),
        ("sets", ".", "a", INSIDE),
        ("", "./sets", "b", INSIDE),
        ("sets/a", "..", "", INSIDE),
        ("", "sets/a", "", ["in/y.yaml", "x.yaml"]),
    ],
)
def test_a_folder_is_read_with_those_beside_it(
    place: str, parent: str, own: str, expected: list[str], sets: Path
) -> None:
    blobs = Repository(place).files_beside("HEAD", parent, own)
    assert [blob.path for blob in blobs] == [tuple(path.split("/")) for path in expected]
    (top,) = Repository().contents(Repository().files("HEAD", "top.yaml"))
    assert (top, blobs[0].size) == (b"top.yaml", len("sets/a/in/y.yaml"))


@pytest.mark.parametrize(
    ("revision", "parent", "own", "told"),
    [
        ("nowhere", "sets", "a", "nowhere is no commit, branch or tag of this git repository."),
        ("HEAD", "sets", "c", "HEAD has no folder sets/c."),
        ("HEAD", "", "c", "HEAD has no folder c."),
        ("HEAD", "set", "", "HEAD has no folder set/."),
        ("HEAD", "top.yaml", "", "HEAD has no folder top.yaml/."),
    ],
)
def test_a_folder_that_is_not_there_is_told(
    revision: str, parent: str, own: str, told: str, sets: Path
) -> None:
    with pytest.raises(LifelineError) as error:
        Repository().files_beside(revision, parent, own)
    path = " Expected its path from the root of the repository, or with ./ from here."
    assert str(error.value) == f"lifeline: {told}{path if 'folder' in told else ''}"


def test_what_is_not_fetched_yet_is_not_fetched_but_told(
    sets: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    git(sets, "config", "uploadpack.allowFilter", "true")
    words = ("clone", "-q", "--no-checkout", "--filter=blob:none", sets.as_uri(), "copy")
    git(tmp_path, *words)
    copy = Repository(str(tmp_path / "copy"))
    with pytest.raises(LifelineError, match="git cannot give the content of"):
        copy.contents(copy.files("HEAD"))
    name = git(sets, "rev-parse", "HEAD:top.yaml")
    with pytest.raises(LifelineError, match=r"content of top\.yaml"):
        copy.contents([Blob(("top.yaml",), name, 8)])
    assert capfd.readouterr().err == "", "what git says is not for the terminal"


def test_what_a_damaged_copy_lacks_is_told(sets: Path) -> None:
    name = git(sets, "rev-parse", "HEAD:sets/b/z.yaml")
    (sets / ".git" / "objects" / name[:2] / name[2:]).unlink()
    blobs = Repository().files("HEAD")
    assert [blob.size for blob in blobs] == [*map(len, ("sets/a/in/y.yaml", "sets/a/x.yaml")), 0, 8]
    with pytest.raises(LifelineError) as error:
        Repository().contents(blobs)
    assert str(error.value) == (
        "lifeline: git cannot give the content of sets/b/z.yaml. Expected a whole copy of the"
        " repository. Fetch what is missing, or name a folder instead."
    )


def test_without_a_repository_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(LifelineError, match="is in no git repository"):
        Repository(str(tmp_path))


def test_paths_count_from_the_root(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a").mkdir()
    found = Repository("a")
    assert os.path.samefile(found.root, here)
    assert [found.inner(p) for p in ("a/x.yaml", "a/", ".", "a/../y.yaml")] == [
        "a/x.yaml",
        "a",
        "",
        "y.yaml",
    ]
    monkeypatch.chdir("a")
    assert [Repository().inner(p) for p in ("x.yaml", "..", ".")] == ["a/x.yaml", "", "a"]


def test_a_path_goes_through_links_but_a_link_stays_itself(here: Path) -> None:
    (here / "a").mkdir()
    (here / "link").symlink_to("a")
    (here / "x.yaml").symlink_to("a/x.yaml")
    assert [Repository().inner(p) for p in ("link/x.yaml", "link", "x.yaml", "a/../link/")] == [
        "a/x.yaml",
        "link",
        "x.yaml",
        "link",
    ]


def test_a_file_that_was_moved_counts_as_gone_and_new(here: Path) -> None:
    (here / "old.yaml").write_text(LINES)
    commit(here, "First")
    git(here, "mv", "old.yaml", "new.yaml")
    assert Repository().changed_since("HEAD") == ["new.yaml", "old.yaml"]


def test_a_repository_inside_is_no_file(here: Path) -> None:
    inner = here / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    commit(inner, "First")
    (here / "a.yaml").write_text("one")
    commit(here, "First")
    commit(inner, "Second")
    found = Repository()
    assert found.changed_since("HEAD") == []
    assert contents(found, "HEAD") == {"a.yaml": b"one"}


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


def test_the_older_name_of_a_file_is_found_among_other_changes(here: Path) -> None:
    git(here, "config", "diff.renames", "false")
    for name in ("a", "b", "c"):
        (here / f"{name}.yaml").write_text(f"{name}\n{LINES}{name}\n")
    (here / "z.yaml").write_text("z")
    first = commit(here, "First")
    (here / "a.yaml").write_text("changed")
    for name in ("b", "c"):
        git(here, "mv", f"{name}.yaml", f"new-{name}.yaml")
    second = commit(here, "Second")
    (here / "z.yaml").unlink()
    git(here, "mv", "new-c.yaml", "newer-c.yaml")
    found = Repository()
    assert [found.renamed(first, second, f"new-{n}.yaml") for n in "abc"] == [
        None,
        "b.yaml",
        "c.yaml",
    ]
    assert found.renamed(first, second, "b.yaml") is None
    assert found.renamed(first, None, "newer-c.yaml") == "c.yaml"
    assert found.renamed(second, None, "newer-c.yaml") == "new-c.yaml"
    assert found.renamed(first, None, "new-c.yaml") is None


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


def test_before_the_first_commit_a_file_has_no_versions(here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    assert history_of(Repository(), "a.yaml") == []


def test_a_version_is_a_commit_that_changed_the_bytes(here: Path) -> None:
    place = here / "in" / "a.yaml"
    place.parent.mkdir()
    place.write_text(LINES)
    first = commit(here, "First", day="2023-01-01")
    blob = git(here, "rev-parse", "HEAD:in/a.yaml")
    place.chmod(0o755)
    commit(here, "Only what may be done with it", day="2023-01-02")
    place.unlink()
    place.symlink_to("elsewhere")
    second = commit(here, "A link", day="2023-01-03")
    place.unlink()
    place.write_text(LINES)
    third = commit(here, "A file", day="2023-01-04")
    path = ("in", "a.yaml")
    assert history_of(Repository("in"), "in/a.yaml") == [
        Version(Commit(first, date(2023, 1, 1), "First"), Blob(path, blob, 0)),
        Version(Commit(second, date(2023, 1, 3), "A link"), None),
        Version(Commit(third, date(2023, 1, 4), "A file"), Blob(path, blob, 0)),
    ]


def test_what_came_after_a_version_are_all_commits_since(here: Path) -> None:
    commit(here, "First")
    names = {commit(here, "Second"), commit(here, "Third")}
    assert commits_since(Repository(), "HEAD~2") == names
    assert commits_since(Repository(), "main") == set()
    with pytest.raises(LifelineError, match="nowhere is no commit"):
        commits_since(Repository(), "nowhere")


def test_a_merge_before_a_file_was_renamed_knows_its_older_name(here: Path) -> None:
    (here / "old.yaml").write_text(LINES)
    commit(here, "First")
    git(here, "checkout", "-q", "-b", "side")
    commit(here, "Side")
    git(here, "checkout", "-q", "main")
    commit(here, "Main")
    git(here, "merge", "-q", "--no-commit", "--no-ff", "side")
    (here / "old.yaml").write_text(f"merged\n{LINES}")
    commit(here, "Merge")
    git(here, "mv", "old.yaml", "new.yaml")
    commit(here, "Renamed")
    found = history_of(Repository(), "new.yaml")
    assert [(v.commit.subject, v.blob and v.blob.path) for v in found] == [
        ("First", ("old.yaml",)),
        ("Merge", ("old.yaml",)),
    ]


def test_a_merge_that_makes_something_of_its_own_is_a_version(here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    (here / "0.yaml").write_text("0")
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
    (here / "a.yaml").unlink()
    git(here, "add", "--all")
    git(here, "commit", "-q", "--amend", "-m", "Merge")
    versions = history_of(found, "a.yaml")
    assert [(version.commit.subject, version.blob is None) for version in versions] == [
        ("First", False),
        ("Side", False),
        ("Merge", True),
    ]


@pytest.mark.parametrize(
    "subject", ["\x01" + "a" * 40 + " 2023-01-01 x", "::warning::x", "x\x1b[31m"]
)
def test_a_subject_is_only_a_text(subject: str, here: Path) -> None:
    (here / "a.yaml").write_text(LINES)
    commit(here, subject)
    (found,) = history_of(Repository(), "a.yaml")
    assert found.commit.subject == subject


def test_a_repository_in_which_one_does_not_stand_is_named(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here.parent)
    with pytest.raises(LifelineError) as error:
        Repository(here.name).commit("nowhere")
    assert str(error.value).endswith(f" of the git repository {here.name}.")


@pytest.mark.parametrize("deep", ["", "one", "one/two"])
def test_the_repository_in_which_one_stands_needs_no_name(
    deep: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / deep).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here / deep)
    with pytest.raises(LifelineError) as error:
        Repository().commit("nowhere")
    assert str(error.value).endswith(" of this git repository.")


def test_a_repository_without_a_work_tree_is_this_one(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / ".git")
    with pytest.raises(LifelineError) as error:
        Repository().commit("nowhere")
    assert str(error.value).endswith(" of this git repository.")


def test_what_is_present_is_known_or_new_and_not_ignored(here: Path) -> None:
    (here / ".gitignore").write_text("no.txt\n")
    for name in ("known.txt", "new.txt", "no.txt"):
        (here / name).write_text(name)
    git(here, "add", "known.txt")
    present = Repository().present()
    assert {".gitignore", "known.txt", "new.txt"} <= set(present)
    assert "no.txt" not in present
