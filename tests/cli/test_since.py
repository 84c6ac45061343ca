"""``lifeline score --since``: what changed in git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

OWN = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
PASSES: dict[str, object] = {
    "assistant": "more-than-ability",
    "next-model": "improves",
    "place": "own",
}
FAILS: dict[str, object] = {"assistant": "enough", "payers": "nobody"}


def git(*words: str, folder: str = ".") -> None:
    subprocess.run(["git", "-C", folder, *OWN, *words], check=True, capture_output=True)


def write(name: str, answers: dict[str, object] | None = None) -> None:
    place = Path(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(idea_file(PASSES if answers is None else answers))


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "change")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with four ideas on its branch ``main``."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for name in ("a", "b", "ideas/c", "ideas/d"):
        write(f"{name}.yaml")
    commit()
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    code = main(["score", "--list-files", *words])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err


def test_committed_staged_unstaged_and_new_files_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "-q", "-b", "work")
    write("a.yaml", FAILS)
    commit()
    write("b.yaml", FAILS)
    git("add", "b.yaml")
    write("ideas/c.yaml", FAILS)
    write("ideas/e.yaml")
    assert listed(capsys, "--since", "main") == (
        0,
        ["./a.yaml", "./b.yaml", "./ideas/c.yaml", "./ideas/e.yaml"],
        "",
    )
    assert listed(capsys, "--since", "main", "ideas")[1] == ["ideas/c.yaml", "ideas/e.yaml"]


def test_what_others_did_since_does_not_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "-q", "-b", "work")
    write("a.yaml", FAILS)
    commit()
    git("checkout", "-q", "main")
    write("b.yaml", FAILS)
    commit()
    git("checkout", "-q", "work")
    assert listed(capsys, "--since", "main")[1] == ["./a.yaml"]


def test_an_ignored_file_is_not_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".gitignore").write_text("draft*\n")
    write("draft.yaml")
    assert listed(capsys, "--since", "main")[1] == []


def test_where_nothing_changed_nothing_is_judged_and_all_is_well(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("b.yaml", FAILS)
    commit()
    assert main(["score", "--since", "HEAD"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "lifeline: no idea file changed since HEAD: nothing is judged.\n"
    assert listed(capsys, "--since", "HEAD~1")[1] == ["./b.yaml"]


def test_a_path_that_was_never_there_is_no_success(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--since", "HEAD", "ideas", "misspelt.yaml"]) == 2
    assert "misspelt.yaml:1:1: cannot be read" in capsys.readouterr().out


def test_an_idea_that_is_gone_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("compose.yaml").write_text("services: {}\n")
    commit()
    Path("compose.yaml").unlink()
    Path("ideas/c.yaml").rename("ideas/RENAMED.YAML")
    code, files, err = listed(capsys, "--since", "HEAD")
    assert (code, files) == (0, ["./ideas/RENAMED.YAML"])
    assert err == "lifeline: 1 idea file of HEAD is gone, or renamed: ideas/c.yaml\n"
    assert listed(capsys, "--since", "HEAD", "a.yaml")[2].count("gone") == 0


def test_a_set_of_the_repository_that_changed_moves_every_idea(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "tests/sets/small", "rubrics/small")
    commit()
    words = ["--since", "HEAD", "--set", "rubrics/small"]
    Path("rubrics/small/tests").mkdir(exist_ok=True)
    Path("rubrics/small/tests/more.yaml").write_text("vectors: []\n")
    assert listed(capsys, *words)[1] == [], "tests of a set move nothing"
    with Path("rubrics/small/set.yaml").open("a") as file:
        file.write("# changed\n")
    code, files, err = listed(capsys, *words)
    assert (code, len(files)) == (0, 4)
    assert "every idea is judged: rubrics/small/set.yaml" in err
    assert listed(capsys, "--since", "HEAD")[1] == [], "another set judges"


def test_a_set_that_changed_moves_the_ideas_that_it_judges(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "tests/sets/small", "rubrics/small")
    Path("ideas/lifeline.toml").write_text("set = '../rubrics/small'\n")
    commit()
    write("a.yaml", FAILS)
    with Path("rubrics/small/set.yaml").open("a") as file:
        file.write("# changed\n")
    code, files, err = listed(capsys, "--since", "HEAD")
    assert (code, files) == (0, ["./a.yaml", "./ideas/c.yaml", "./ideas/d.yaml"])
    assert "so every idea that it judges is judged: rubrics/small/set.yaml" in err
    assert listed(capsys, "--since", "HEAD", "a.yaml", "b.yaml")[1] == ["a.yaml"]


def test_a_set_installed_in_the_repository_is_no_part_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests/sets/small", ".venv/lib/lifeline/rubrics/small")
    words = ["--since", "HEAD", "--set", ".venv/lib/lifeline/rubrics/small"]
    assert len(listed(capsys, *words)[1]) == 4
    installed = str(folder / ".venv/lib/lifeline/rubrics")
    monkeypatch.setattr("lifeline.cli.since.packaged_sets", lambda: installed)
    assert listed(capsys, *words)[1] == []


@pytest.mark.parametrize("name", ["lifeline.toml", "pyproject.toml"])
def test_a_configuration_that_changed_moves_the_ideas_below_it(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "" if name == "lifeline.toml" else "[tool.lifeline]\n"
    Path("ideas", name).write_text(f"{table}min-months = 3\n")
    code, files, err = listed(capsys, "--since", "main")
    assert (code, files) == (0, ["./ideas/c.yaml", "./ideas/d.yaml"])
    assert "a configuration changed since main" in err


def test_what_is_settled_for_other_tools_moves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert listed(capsys, "--since", "main")[1] == []


def test_several_repositories_are_each_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("clone", "-q", ".", "other")
    git("checkout", "-q", "-b", "main2", folder="other")
    write("other/b.yaml", FAILS)
    write("a.yaml", FAILS)
    assert listed(capsys, "--since", "main", ".", "other")[1] == ["./a.yaml", "./other/b.yaml"]


@pytest.fixture
def pinned(folder: Path) -> Path:
    """Give the repository with another one in it as a submodule, two ideas in it, on a branch."""
    for name in ("e", "f"):
        write(f"ideas/partner/{name}.yaml")
    inner("init", "-q", "-b", "trunk")
    commit_inner()
    commit()
    git("checkout", "-q", "-b", "work")
    return folder


def inner(*words: str) -> None:
    git(*words, folder="ideas/partner")


def commit_inner() -> None:
    inner("add", "-A")
    inner("commit", "-q", "-m", "change")


def test_what_a_submodule_brings_since_it_was_pinned_is_judged(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(capsys, "--since", "main")[1] == []
    write("ideas/partner/e.yaml", FAILS)
    changed = (0, ["./ideas/partner/e.yaml"], "")
    assert listed(capsys, "--since", "main") == changed
    commit_inner()
    assert listed(capsys, "--since", "main") == changed, "pinned anew, and not committed yet"
    commit()
    assert listed(capsys, "--since", "main") == changed
    assert listed(capsys, "--since", "HEAD")[1] == []
    assert listed(capsys, "--since", "HEAD~1", "ideas/partner")[1] == ["ideas/partner/e.yaml"]


def test_in_a_submodule_its_own_versions_count(
    pinned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("ideas/partner/e.yaml", FAILS)
    commit_inner()
    monkeypatch.chdir("ideas/partner")
    assert listed(capsys, "--since", "trunk~1")[1] == ["./e.yaml"]
    assert listed(capsys, "--since", "trunk")[1] == []
    assert "main is no commit" in listed(capsys, "--since", "main")[2]


def test_a_configuration_around_a_submodule_moves_the_ideas_in_it(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("lifeline.toml").write_text("min-months = 3\n")
    files = listed(capsys, "--since", "main", "ideas/partner")[1]
    assert files == ["ideas/partner/e.yaml", "ideas/partner/f.yaml"]


def test_a_submodule_whose_earlier_version_is_not_here_is_judged_as_a_whole(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, files, err = listed(capsys, "--since", "main~1")
    assert (code, files) == (0, ["./ideas/partner/e.yaml", "./ideas/partner/f.yaml"])
    assert err == (
        "lifeline: the git submodule ideas/partner is not in main~1, so every idea in it is"
        " judged.\n"
    )
    shutil.rmtree("ideas/partner/.git")
    inner("init", "-q")
    inner("commit", "-q", "--allow-empty", "-m", "another beginning")
    commit_inner()
    code, files, err = listed(capsys, "--since", "main")
    assert (code, files) == (0, ["./ideas/partner/e.yaml", "./ideas/partner/f.yaml"])
    assert "the git submodule ideas/partner does not hold the commit" in err


def test_a_version_that_another_repository_does_not_have_names_that_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("clone", "-q", ".", "other")
    git("tag", "here")
    code, _, err = listed(capsys, "--since", "here", "a.yaml", "other/b.yaml")
    assert (code, err) == (
        2,
        "lifeline: here is no commit, branch or tag of the git repository other.\n",
    )


def test_a_link_changes_when_what_it_leads_to_does(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ideas/link.yaml").symlink_to("../a.yaml")
    commit()
    write("a.yaml", FAILS)
    assert listed(capsys, "--since", "HEAD", "ideas/link.yaml")[1] == ["ideas/link.yaml"]


def test_a_version_that_is_not_there_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, files, err = listed(capsys, "--since", "nowhere")
    assert (code, files) == (2, [])
    assert "nowhere is no commit, branch or tag" in err


def test_a_copy_that_holds_the_last_commits_only_is_told_how_to_get_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git("checkout", "-q", "-b", "work")
    write("a.yaml", FAILS)
    commit()
    git("checkout", "-q", "main")
    write("b.yaml", FAILS)
    commit()
    git("clone", "-q", "--depth=1", "--no-single-branch", f"file://{folder}", "shallow")
    monkeypatch.chdir("shallow")
    for revision in ("origin/work", "HEAD~1"):
        code, _, err = listed(capsys, "--since", revision)
        assert code == 2
        assert "fetch-depth: 0" in err


def test_outside_of_a_repository_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write("a.yaml")
    code, _, err = listed(capsys, "--since", "main")
    assert code == 2
    assert "is in no git repository" in err
