"""``lifeline diff`` as people run it: on files, on folders, and on versions in git."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from lifeline.reading.git import asking as git_asking
from tests.authored import Authored, idea_file
from tests.backtesting.dated import FOLDER
from tests.repositories import commit, git, repository

LONG: Authored = {"entry": "nobody", "copy-time": "year", "assets": [], "used": True}
SHORT: Authored = {**LONG, "copy-time": "months"}
WEEKS: Authored = {**LONG, "copy-time": "weeks"}
BROKEN: Authored = {"entr": "nobody"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder beside a set, and go there, so that paths are short."""
    shutil.copytree(FOLDER, tmp_path / "set")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.fixture
def kept(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with a folder of ideas, committed on the last day of June 2023."""
    repository(here, monkeypatch)
    for name in ("bakery", "florist", "joiner"):
        write(here, f"ideas/{name}.yaml", LONG, idea=f"The {name} at the corner of the market")
    commit(here, "First")
    return here


def write(folder: Path, name: str, answers: Authored, **more: Any) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(idea_file(answers, **more))


def run(*words: object, set_: str = "../set", as_of: str = "2023-07-30") -> int:
    options = ["--set", set_, "--as-of", as_of]
    return main(["diff", *options, *map(str, words)])


def found_by(capsys: pytest.CaptureFixture[str], *words: object, **more: str) -> dict[str, Any]:
    run("--format", "json", *words, **more)
    text = capsys.readouterr().out
    assert text.isascii()
    found: dict[str, Any] = json.loads(text)
    return found


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_two_files_are_compared(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "old.yaml", LONG, id="bakery")
    write(here, "new.yaml", SHORT, id="bakery")
    assert run("old.yaml", "new.yaml") == 1
    assert told(capsys).startswith(
        "bakery fell from 12 or more to 6 months, because copy-time changed from year to months."
    )
    assert run("new.yaml", "old.yaml") == 0
    assert run("old.yaml", "old.yaml") == 0
    assert "Nothing moved in bakery." in told(capsys)


def test_everything_is_told(
    kept: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    answers = {**SHORT, "assets": {"maybe": ["network"]}, "used": False, "entry": "announced"}
    write(kept, "ideas/bakery.yaml", answers)
    assert run("HEAD", "--strict", "--", "ideas/bakery.yaml", as_of="2024-01-15") == 1
    text = capsys.readouterr().out
    golden("movement/idea.txt", text.replace(git(kept, "rev-parse", "HEAD")[:8], "01234567"))


def test_of_a_folder_what_moved_most_is_told_first(
    kept: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    write(kept, "ideas/bakery.yaml", SHORT)
    write(kept, "ideas/florist.yaml", WEEKS)
    write(kept, "ideas/tailor.yaml", LONG)
    write(kept, "ideas/broken.yaml", BROKEN)
    assert run("HEAD", "--", "ideas") == 2
    text = capsys.readouterr().out
    golden("movement/folder.txt", text.replace(git(kept, "rev-parse", "HEAD")[:8], "01234567"))


def test_the_old_side_is_looked_at_from_the_day_of_its_commit(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = found_by(capsys, "main", "--", "ideas/bakery.yaml")
    head = git(kept, "rev-parse", "HEAD")
    assert found["old"] == {
        "revision": "main",
        "commit": head,
        "date": "2023-06-30",
        "as_of": "2023-06-30",
    }
    assert found["new"] == {"revision": None, "commit": None, "date": None, "as_of": "2023-07-30"}
    found = found_by(capsys, "main", "--old-as-of", "2023-07-01", "--", "ideas/bakery.yaml")
    assert found["ideas"][0]["calendar"]["as_of"] == {"old": "2023-07-01", "new": "2023-07-30"}


def test_json_has_the_keys_that_are_documented(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/bakery.yaml", SHORT)
    found = found_by(capsys, "HEAD", "--", "ideas/bakery.yaml")
    assert list(found) == "format strict old new sentence low_end_fell counts ideas".split()
    (idea,) = found["ideas"]
    keys = "sentence change id idea old new errors months parts calendar evidence market rubric"
    assert list(idea) == f"{keys} changes together moved".split()
    assert idea["months"] == {"low": -6, "high": -6}
    assert {end: sum(part[end] for part in idea["parts"]) for end in ("low", "high")} == {
        "low": -6,
        "high": -6,
    }


def test_two_versions_are_compared_and_the_work_tree_does_not_count(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/bakery.yaml", SHORT)
    commit(kept, "Second")
    write(kept, "ideas/bakery.yaml", BROKEN)
    assert run("HEAD~1", "HEAD", "--", "ideas/bakery.yaml") == 1
    assert run("HEAD", "HEAD~1", "--", "ideas/bakery.yaml") == 0
    capsys.readouterr()
    found = found_by(capsys, "HEAD", "HEAD~1", "--", "ideas")
    assert found["sentence"].startswith("1 of 3 ideas moved; bakery rose from 6 to 12 or more")


def test_what_is_new_renamed_or_gone_is_told(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "ideas" / "bakery.yaml").unlink()
    (kept / "ideas" / "deep").mkdir()
    git(kept, "mv", "ideas/florist.yaml", "ideas/deep/florist.yaml")
    git(kept, "mv", "ideas/joiner.yaml", "ideas/other.yaml")
    title = "The joiner at the corner of the market"
    write(kept, "ideas/other.yaml", SHORT, id="joiner", idea=title)
    write(kept, "ideas/tailor.yaml", SHORT)
    found = found_by(capsys, "HEAD", "--", "ideas")
    changes = {idea["id"]: idea["change"] for idea in found["ideas"]}
    assert changes == {
        "joiner": "months",
        "tailor": "added",
        "bakery": "deleted",
        "florist": "time",
    }
    found = found_by(capsys, "HEAD", "--", "ideas/other.yaml")
    assert found["ideas"][0]["old"]["path"] == "ideas/joiner.yaml"
    found = found_by(capsys, "HEAD", "--", "ideas/bakery.yaml")
    assert found["ideas"][0]["change"] == "deleted"
    assert run("HEAD", "--", "ideas/bakery.yaml") == 0


def test_a_version_that_was_committed_under_another_name_is_followed(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(kept, "mv", "ideas/bakery.yaml", "ideas/baker.yaml")
    commit(kept, "Rename")
    found = found_by(capsys, "HEAD~1", "HEAD", "--", "ideas/baker.yaml")
    assert [(i["id"], i["old"]["path"]) for i in found["ideas"]] == [("baker", "ideas/bakery.yaml")]


def test_it_works_from_a_folder_inside_and_from_outside(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(kept, "ideas/bakery.yaml", SHORT)
    monkeypatch.chdir(kept / "ideas")
    assert run("HEAD", "--", "bakery.yaml", set_="../../set") == 1
    assert run("HEAD", "--", ".", set_="../../set") == 1
    monkeypatch.chdir(kept.parent)
    assert run("HEAD", "--", "here/ideas/bakery.yaml", set_="set") == 1


def test_what_is_no_idea_is_passed_over_in_a_version_as_in_a_folder(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "ideas" / "notes.yaml").write_text("notes: 1\n")
    write(kept, "ideas/.hidden/x.yaml", LONG)
    commit(kept, "Second")
    found = found_by(capsys, "HEAD", "--", "ideas")
    assert {idea["id"]: idea["change"] for idea in found["ideas"]} == dict.fromkeys(
        ("bakery", "florist", "joiner"), "time"
    )


def test_endings_count_in_any_case_in_a_version_too(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/SMITHY.YAML", LONG)
    commit(kept, "A smithy")
    found = found_by(capsys, "HEAD~1", "HEAD", "--", "ideas")
    assert "SMITHY" in [idea["id"] for idea in found["ideas"]]


def test_what_git_is_told_to_ignore_is_no_new_idea(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / ".gitignore").write_text("draft-*\n")
    write(kept, "ideas/draft-one.yaml", LONG)
    found = found_by(capsys, "HEAD", "--", "ideas")
    assert {idea["change"] for idea in found["ideas"]} <= {"same", "time"}
    assert len(found["ideas"]) == 3


def test_a_set_in_the_repository_is_taken_as_the_version_had_it(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(FOLDER, kept / "own")
    write(kept, "ideas/bakery.yaml", SHORT)
    commit(kept, "With a set of our own")
    edit(kept / "own" / "product.yaml", "cap: {clock: advantage, months: 6,", "months: 3,")
    edit(kept / "own" / "set.yaml", "version: 1.0.0", "version: 2.0.0")
    found = found_by(capsys, "HEAD", "--", "ideas", set_="own")
    bakery, *_ = found["ideas"]
    assert bakery["sentence"] == "bakery fell from 6 to 3 months, because dated 1.0.0 became 2.0.0."
    assert bakery["rubric"]["old"] == {"set": "dated", "version": "1.0.0"}
    assert found["low_end_fell"] == 1
    words = ("HEAD", "--old-set", "own", "--", "ideas")
    assert found_by(capsys, *words, set_="own")["low_end_fell"] == 0
    commit(kept, "Second")
    assert run("HEAD~1", "HEAD", "--", "ideas", set_="own") == 1
    assert run("HEAD~1", "--old-set", "HEAD:own", "--", "ideas", set_="own") == 0


def test_a_version_without_that_set_is_judged_by_the_one_of_today(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(FOLDER, kept / "own")
    assert run("HEAD", "--", "ideas", set_="own") == 0
    assert "HEAD has no set own: the one of today judges instead." in capsys.readouterr().err


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    whole = new if new.startswith("version") else old.replace("months: 6,", new)
    path.write_text(text.replace(old, whole), encoding="utf-8")


def test_two_folders_are_compared(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, answers in (("old", LONG), ("new", WEEKS)):
        write(here, f"{folder}/a.yaml", answers)
        write(here, f"{folder}/b.yaml", LONG)
    assert run("old", "new") == 1
    assert told(capsys).startswith("1 of 2 ideas moved; a fell from 12 or more to 3 months")


def test_one_side_can_come_through_stdin(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, "old.yaml", LONG, id="bakery")
    data = io.BytesIO(idea_file(SHORT, id="bakery"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert run("old.yaml", "-") == 1
    assert run("-", "-") == 2
    assert "both sides are stdin" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_tells_all_its_problems(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/bakery.yaml", {**BROKEN, "used": "perhaps"})
    assert run("HEAD", "--", "ideas/bakery.yaml") == 2
    out = capsys.readouterr().out
    assert out.startswith("bakery can no longer be read: 2 problems in its file.")
    assert "ideas/bakery.yaml:5:3: answers.entr:" in out
    assert run("HEAD", "--format", "json", "--", "ideas/bakery.yaml") == 2
    captured = capsys.readouterr()
    assert "ideas/bakery.yaml:5:3: answers.entr:" in captured.err
    assert len(json.loads(captured.out)["ideas"][0]["errors"]["new"]) == 2


def test_a_file_that_was_broken_and_is_mended_is_fine(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/bakery.yaml", BROKEN)
    commit(kept, "Break it")
    write(kept, "ideas/bakery.yaml", LONG)
    assert run("HEAD", "--", "ideas/bakery.yaml") == 0
    assert "bakery can be read now: 12 or more months, pass." in told(capsys)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "Expected two files, or one or two versions of git, --, and a file or folder."),
        (["a", "b", "c"], "Expected two files"),
        (["HEAD", "HEAD", "HEAD", "--", "ideas"], "Expected two files"),
        (["HEAD", "--"], "Expected two files"),
        (["HEAD", "ideas"], "If it is a version of git: lifeline diff HEAD -- ideas"),
        (["ideas", "nowhere"], "nowhere: there is no such file or folder."),
        (["ideas", "ideas/bakery.yaml"], "ideas is a folder, and ideas/bakery.yaml is none."),
        (["nowhere", "--", "ideas"], "nowhere is no commit, branch or tag"),
        (["HEAD", "--", "nowhere"], "no idea file in nowhere, neither in HEAD nor now."),
        (["HEAD", "HEAD", "--", "no/where.yaml"], "neither in HEAD nor in HEAD."),
    ],
)
def test_what_cannot_be_compared_is_told(
    words: list[str], message: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_both_sides_have_to_meet_what_the_configuration_asks_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, "old.yaml", SHORT)
    verdicts = []
    for least in (3, 12):
        (here / "lifeline.toml").write_text(f"min-months = {least}\n")
        (idea,) = found_by(capsys, "old.yaml", "old.yaml")["ideas"]
        verdicts.append([idea[end]["verdict"] for end in ("old", "new")])
    assert verdicts == [["pass", "pass"], ["fail", "fail"]]


def settle(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "lifeline.toml").write_text(text)


@pytest.mark.parametrize("words", [["HEAD", "--", "ideas"], ["HEAD", "HEAD", "--", "ideas"]])
def test_each_idea_of_a_folder_is_judged_by_the_configuration_nearest_to_it(
    words: list[str], kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for team, least in (("north", 12), ("south", 3)):
        write(kept, f"ideas/{team}/tailor.yaml", SHORT)
        settle(kept / "ideas" / team, f"min-months = {least}\n")
    commit(kept, "Two teams")
    found = found_by(capsys, *words)["ideas"]
    verdicts = {
        idea["new"]["path"]: [idea[end]["verdict"] for end in ("old", "new")]
        for idea in found
        if "tailor" in idea["new"]["path"]
    }
    assert verdicts == {
        "ideas/north/tailor.yaml": ["fail", "fail"],
        "ideas/south/tailor.yaml": ["pass", "pass"],
    }


def test_strict_for_one_folder_is_strict_there_on_both_sides(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(kept, '[[overrides]]\npaths = ["ideas/bakery.yaml"]\nstrict = true\n')
    found = found_by(capsys, "HEAD", "--", "ideas")
    states = {
        idea["id"]: [idea[end]["strict"] for end in ("old", "new")] for idea in found["ideas"]
    }
    assert states == {"bakery": [True, True], "florist": [False, False], "joiner": [False, False]}
    assert not found["strict"], "not all are judged so"
    alone = found_by(capsys, "HEAD", "--", "ideas/bakery.yaml")
    assert alone["strict"]
    (bakery,) = (idea for idea in found["ideas"] if idea["id"] == "bakery")
    assert alone["ideas"] == [bakery]


def test_an_idea_that_moved_to_another_folder_is_judged_as_is_asked_where_it_is_now(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(kept / "ideas" / "north", "min-months = 12\n")
    write(kept, "ideas/baker.yaml", SHORT, id="baker")
    commit(kept, "One team")
    (kept / "ideas/baker.yaml").rename(kept / "ideas/north/baker.yaml")
    (idea,) = (i for i in found_by(capsys, "HEAD", "--", "ideas")["ideas"] if i["id"] == "baker")
    assert [idea[end]["path"] for end in ("old", "new")] == [
        "ideas/baker.yaml",
        "ideas/north/baker.yaml",
    ]
    assert [idea[end]["verdict"] for end in ("old", "new")] == ["fail", "fail"]
    assert idea["change"] == "time"


def test_of_two_files_the_configuration_of_the_new_one_counts(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, least in (("was", 3), ("is", 12)):
        write(here, f"{name}/idea.yaml", SHORT)
        settle(here / name, f"min-months = {least}\n")
    verdicts = []
    for words in (("was/idea.yaml", "is/idea.yaml"), ("is", "was")):
        (idea,) = found_by(capsys, *words)["ideas"]
        verdicts.append([idea[end]["verdict"] for end in ("old", "new")])
    assert verdicts == [["fail", "fail"], ["pass", "pass"]]


def test_an_idea_that_is_gone_is_judged_as_is_asked_where_it_was(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/north/baker.yaml", SHORT)
    commit(kept, "One more")
    (kept / "ideas/north/baker.yaml").unlink()
    settle(kept / "ideas" / "north", "min-months = 12\n")
    (idea,) = (i for i in found_by(capsys, "HEAD", "--", "ideas")["ideas"] if not i["new"])
    assert idea["old"]["verdict"] == "fail"


def test_ideas_to_be_judged_by_different_sets_are_told(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(kept, "ideas/north/baker.yaml", SHORT)
    settle(kept / "ideas" / "north", 'set = "../../../set"\n')
    assert main(["diff", "HEAD", "--", "ideas"]) == 2
    assert "is to be judged by the set" in capsys.readouterr().err


@pytest.fixture
def pinned(kept: Path) -> Path:
    """Give the repository with a submodule in the folder of ideas, changed since by a commit."""
    partner = kept / "ideas" / "partner"
    write(partner, "baker.yaml", LONG)
    git(partner, "init", "-q")
    commit(partner, "Of a partner")
    git(kept, "branch", "before")
    commit(kept, "Pinned")
    write(partner, "baker.yaml", SHORT)
    commit(partner, "Worse")
    return kept


def changes_in(found: dict[str, Any]) -> dict[str, str]:
    return {(idea["new"] or idea["old"])["path"]: idea["change"] for idea in found["ideas"]}


def test_ideas_of_a_submodule_are_compared_with_those_of_the_commit_that_was_pinned(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "ideas/partner/baker.yaml"
    assert changes_in(found_by(capsys, "HEAD", "--", "ideas"))[name] == "months"
    assert changes_in(found_by(capsys, "before", "HEAD", "--", "ideas"))[name] == "added"
    commit(pinned, "Pinned anew")
    found = found_by(capsys, "HEAD~1", "HEAD", "--", "ideas")
    assert changes_in(found)[name] == "months"
    assert found["low_end_fell"] == 1
    assert run("HEAD", "--", "ideas") == 0


def test_a_submodule_whose_version_is_not_here_is_told(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(pinned / "ideas/partner")
    assert run("HEAD", "--", "ideas") == 0
    err = capsys.readouterr().err
    assert "the git submodule ideas/partner does not hold the commit" in err
    assert err.endswith("so ideas in it are left out of HEAD.\n")


PARTNER = "ideas/partner/baker.yaml"


@pytest.mark.parametrize("path", [PARTNER, "ideas/partner", "ideas"])
def test_a_version_is_one_of_where_one_stands_also_for_a_path_in_a_submodule(
    path: str, pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = found_by(capsys, "HEAD", "--", path)
    (idea,) = (idea for idea in found["ideas"] if idea["id"] == "baker")
    assert (idea["change"], idea["old"]["path"], idea["new"]["path"]) == (
        "months",
        PARTNER,
        PARTNER,
    )
    assert found["old"]["commit"] == git(pinned, "rev-parse", "HEAD")
    assert changes_in(found_by(capsys, "before", "HEAD", "--", path))[PARTNER] == "added"
    commit(pinned, "Pinned anew", day="2023-07-15")
    found = found_by(capsys, "HEAD~1", "HEAD", "--", path)
    assert (found["low_end_fell"], found["new"]["date"]) == (1, "2023-07-15")
    assert run("HEAD", "--", path) == 0


def test_in_a_submodule_its_own_versions_are_meant(
    pinned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = pinned / "ideas" / "partner"
    own = git(partner, "rev-parse", "HEAD~1")
    assert run(own, "--", PARTNER) == 2
    assert capsys.readouterr().err == (
        f"lifeline: {own} is no commit, branch or tag of this git repository. To name a version of"
        " the git submodule ideas/partner, go into it first.\n"
    )
    monkeypatch.chdir(partner)
    found = found_by(capsys, own, "--", "baker.yaml", set_=str(pinned.parent / "set"))
    assert (found["old"]["commit"], found["ideas"][0]["change"]) == (own, "months")
    assert found["ideas"][0]["old"]["path"] == "baker.yaml"


def test_a_file_in_a_submodule_is_followed_to_the_name_that_it_had(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pinned / PARTNER).rename(pinned / "ideas/partner/confectioner.yaml")
    commit(pinned / "ideas" / "partner", "Renamed")
    (idea,) = found_by(capsys, "HEAD", "--", "ideas/partner/confectioner.yaml")["ideas"]
    assert (idea["change"], idea["old"]["path"]) == ("months", PARTNER)
    assert run("before", "HEAD", "--", "ideas/partner/confectioner.yaml") == 2
    assert "neither in before nor in HEAD" in capsys.readouterr().err


def test_a_path_in_a_submodule_that_lacks_what_is_pinned_is_refused(
    pinned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    partner = pinned / "ideas" / "partner"
    shutil.rmtree(partner / ".git")
    git(partner, "init", "-q")
    commit(partner, "Another beginning")
    assert run("HEAD", "--", PARTNER) == 2
    told = capsys.readouterr().err
    assert told.startswith("lifeline: the git submodule ideas/partner does not hold the commit ")
    assert told.endswith(" that HEAD names. Fetch it there.\n")


def test_a_set_in_a_submodule_is_taken_as_it_was_pinned(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    advice = kept / "advice"
    shutil.copytree(FOLDER, advice / "own")
    git(advice, "init", "-q")
    commit(advice, "A set")
    write(kept, "ideas/bakery.yaml", SHORT)
    commit(kept, "Pinned")
    edit(advice / "own" / "product.yaml", "cap: {clock: advantage, months: 6,", "months: 3,")
    edit(advice / "own" / "set.yaml", "version: 1.0.0", "version: 2.0.0")
    found = found_by(capsys, "HEAD", "--", "ideas", set_="advice/own")
    assert found["ideas"][0]["rubric"]["old"] == {"set": "dated", "version": "1.0.0"}
    assert run("HEAD~1", "HEAD", "--", "ideas", set_="advice/own") == 1
    told = "HEAD~1 has no set advice/own: the one of today judges instead."
    assert told in capsys.readouterr().err


def test_a_set_in_a_repository_of_its_own_is_the_one_of_today(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(FOLDER, kept / "advice" / "own")
    git(kept / "advice", "init", "-q")
    commit(kept / "advice", "A set")
    assert run("HEAD", "--", "ideas", set_="advice/own") == 0
    told = "HEAD has no set advice/own: the one of today judges instead."
    assert told in capsys.readouterr().err


def test_an_old_set_without_a_score_that_is_wanted_judges_still(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, "old.yaml", LONG)
    (here / "lifeline.toml").write_text("min-score = { lifeline = 1 }\n")
    words = ("old.yaml", "old.yaml", "--old-set", "../set", "--format", "json")
    main(["diff", *words])
    assert json.loads(capsys.readouterr().out)["ideas"][0]["old"]["verdict"] == "pass"


@pytest.mark.parametrize("target", ["ideas", "ideas/bakery.yaml"])
def test_a_link_is_no_new_idea(target: str, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / "link.yaml").symlink_to(target)
    assert run("HEAD", "--", "link.yaml") == 2
    captured = capsys.readouterr()
    assert f"Name what is there: {kept.resolve() / target}" in captured.err
    assert captured.out == ""


def test_of_two_names_it_is_told_that_they_may_be_two_ideas(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, "old.yaml", LONG, idea="Bakery")
    write(here, "new.yaml", SHORT, idea="Florist")
    run("old.yaml", "new.yaml")
    assert "It was called Bakery, and is called Florist now. If these are two" in told(capsys)
    run("old.yaml", "old.yaml")
    assert "called" not in told(capsys)


def test_files_behind_dashes_are_files(here: Path) -> None:
    write(here, "-old.yaml", LONG)
    write(here, "HEAD", SHORT)
    assert run("--", "-old.yaml", "HEAD") == 1


def test_a_file_with_the_name_of_a_branch_is_no_obstacle(kept: Path) -> None:
    write(kept, "main", LONG)
    write(kept, "ideas/bakery.yaml", SHORT)
    assert run("main", "--", "ideas/bakery.yaml") == 1


def test_a_shallow_copy_says_how_to_get_the_rest(
    kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(kept, "Second")
    git(kept.parent, "clone", "-q", "--depth", "1", kept.as_uri(), "copy")
    monkeypatch.chdir(kept.parent / "copy")
    assert run("HEAD~1", "--", "ideas") == 2
    assert "'fetch-depth: 0'" in capsys.readouterr().err


def test_without_git_two_files_can_be_compared_still(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_asking, "which", lambda _: None)
    write(here, "old.yaml", LONG)
    write(here, "new.yaml", LONG)
    assert run("old.yaml", "new.yaml") == 0
    assert run("HEAD", "--", "old.yaml") == 2
    assert "git is not installed" in capsys.readouterr().err


def test_what_files_hold_does_nothing_to_a_terminal(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = {"not-applicable": "\x1b[31mred ##[group]"}
    write(kept, "ideas/bakery.yaml", {**SHORT, "launch": evil}, idea="\x1b[31m ##[group]")
    for name in ("HEAD", "\x1b[31m"):
        run(name, "--", "ideas/bakery.yaml")
    captured = capsys.readouterr()
    for text in captured:
        assert "\x1b" not in text
        assert "##[" not in text


def test_it_writes_to_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "old.yaml", LONG)
    assert run("old.yaml", "old.yaml", "-o", "out.txt") == 0
    assert capsys.readouterr().out == ""
    assert (here / "out.txt").read_text(encoding="utf-8").startswith("Nothing moved in old.")
