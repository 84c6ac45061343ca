"""``lifeline rubric diff`` as authors run it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeline.authoring.difference import revision
from lifeline.cli.main import main
from lifeline.compiling.store import load_set
from lifeline.reading.git import asking as git_asking
from lifeline.reading.shelves import shipped_sets
from tests.authored import idea_file
from tests.backtesting.dated import CASES, FOLDER


def run(*words: object) -> int:
    return main(["rubric", "diff", *map(str, words), "--as-of", "2023-06-30"])


def edit(folder: Path, *edits: tuple[str, str], file: str = "product.yaml") -> None:
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / file).write_text(text, encoding="utf-8")


def raise_to(folder: Path, version: str) -> None:
    edit(folder, ("version: 1.0.0", f"version: {version}"), file="set.yaml")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with two copies of a set, and go there, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    for name in ("old", "new"):
        shutil.copytree(FOLDER, tmp_path / name)
    return tmp_path


@pytest.fixture
def ideas(here: Path) -> Path:
    """Give a folder with an idea, and one that cannot be read."""
    folder = here / "ideas"
    folder.mkdir()
    answers = {"entry": "nobody", "copy-time": "weeks", "assets": ["permit"], "used": True}
    (folder / "good.yaml").write_bytes(idea_file(answers))
    (folder / "months.yaml").write_bytes(idea_file({**answers, "copy-time": "months"}))
    return folder


def test_two_versions_that_are_the_same_pass(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("rules:\n", "# All of them.\nrules:\n"))
    assert run("old", "new") == 0
    assert capsys.readouterr().out.splitlines() == [
        "dated 1.0.0 → 1.0.0: 0 changes.",
        "The two versions are the same but for cosmetic differences.",
    ]


@pytest.mark.parametrize(("version", "code"), [("1.9.9", 1), ("2.0.0", 0), ("3.0.0", 0)])
def test_the_exit_code_says_whether_the_version_is_raised_as_it_should_be(
    version: str, code: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("months: 3,", "months: 0,"))
    raise_to(here / "new", version)
    assert run("old", "new") == code
    last = " ".join(capsys.readouterr().out.splitlines()[-2:])
    assert ("is not raised far enough" in last) is (code == 1)
    assert ("asks for 2.0.0 or higher" in last) is (code == 1)


def test_versions_of_sets_of_different_names_are_not_compared(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("months: 3,", "months: 0,"))
    edit(here / "new", ("set: dated", "set: other"), file="set.yaml")
    raise_to(here / "new", "0.1.0")
    assert run("old", "new") == 0
    told = " ".join(capsys.readouterr().out.splitlines())
    assert "These are two sets of different names, so their versions are not compared." in told
    assert "'set' of the set was: dated; now: other." in told
    run("old", "new", "--format", "json")
    found = json.loads(capsys.readouterr().out)["version"]
    assert found == {"step": None, "least": None, "enough": True}


def test_everything_is_told(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    rule = "  - {id: late, when: {entry: announced}, finding: note, because: So., remedy: Go.,"
    edit(
        here / "new",
        ("months: 3,", "months: 0,"),
        ("      - {id: months, label: Some months, points: 0.5}\n", ""),
        ("rules:\n", f"rules:\n{rule} claims: [T1-1]}}\n"),
        ("Nobody uses it.", "No one uses it."),
    )
    shutil.copytree(CASES, here / "cases")
    assert run("old", "new", "--ideas", "ideas", "--cases", "cases") == 1
    golden("difference.txt", capsys.readouterr().out)


def test_json_holds_everything(here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(here / "new", ("months: 3,", "months: 0,"))
    assert run("old", "new", "--ideas", "ideas", "--cases", CASES, "--format", "json") == 1
    text = capsys.readouterr().out
    assert text.isascii()
    found = json.loads(text)
    assert list(found) == "format old new version counts changes ideas cases".split()
    assert found["counts"] == {"breaking": 1, "compatible": 0, "none": 0}
    assert found["version"] == {"step": "major", "least": "2.0.0", "enough": False}
    assert found["ideas"]["sums"] == {"same": 1, "shorter": 1}
    assert found["cases"]["left_out"] == []
    figures = {"concordance", "concordance_months", "balanced_accuracy_12", "range_score"}
    assert set(found["cases"]["old"]) == set(found["cases"]["new"]) == figures


def judged(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, tuple[str, str]]:
    """Give the verdict of each idea before and after."""
    run("old", "new", "--ideas", "ideas", "--format", "json", *words)
    ideas = json.loads(capsys.readouterr().out)["ideas"]["ideas"]
    verdicts = {i["path"]: (i["old"]["verdict"], i["new"]["verdict"]) for i in ideas}
    return {os.path.basename(path): both for path, both in verdicts.items()}


def test_each_idea_is_judged_by_the_configuration_nearest_to_it(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("months: 3,", "months: 0,"))
    assert judged(capsys)["good.yaml"] == ("fail", "fail")
    (ideas / "lifeline.toml").write_text("min-months = 3", encoding="utf-8")
    (ideas / "late").mkdir()
    shutil.copy(ideas / "good.yaml", ideas / "late" / "late.yaml")
    (ideas / "late" / "lifeline.toml").write_text("min-months = 0", encoding="utf-8")
    assert judged(capsys) == {
        "good.yaml": ("pass", "fail"),
        "late.yaml": ("pass", "pass"),
        "months.yaml": ("pass", "pass"),
    }
    assert set(judged(capsys, "--no-config").values()) == {("fail", "fail"), ("pass", "pass")}
    config = os.path.join("ideas", "late", "lifeline.toml")
    assert set(judged(capsys, "--config", config).values()) == {("pass", "pass")}


def test_the_set_that_is_settled_for_ideas_judges_nothing_here(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ideas / "lifeline.toml").write_text('set = "nowhere"\nmin-months = 3', encoding="utf-8")
    assert judged(capsys)["good.yaml"] == ("pass", "pass")


def test_overrides_count_and_one_that_leads_nowhere_is_told(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "lifeline.toml").write_text(
        '[[overrides]]\npaths = ["ideas/good*", "idea/x"]\nmin-months = 3\n', encoding="utf-8"
    )
    run("old", "new", "--ideas", "ideas", "--format", "json")
    printed = capsys.readouterr()
    good, months = json.loads(printed.out)["ideas"]["ideas"]
    assert (good["new"]["verdict"], months["new"]["verdict"]) == ("pass", "pass")
    assert printed.err.startswith("lifeline.toml:2: overrides.paths: 'idea/x' is about no file")


def test_strict_is_settled_for_each_idea(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "lifeline.toml").write_text(
        '[[overrides]]\npaths = ["ideas/good.yaml"]\nstrict = true\n', encoding="utf-8"
    )

    def strict(*words: str) -> list[bool]:
        run("old", "new", "--ideas", "ideas", "--format", "json", *words)
        return [idea["strict"] for idea in json.loads(capsys.readouterr().out)["ideas"]["ideas"]]

    assert strict() == [True, False]
    assert strict("--strict") == [True, True]
    monkeypatch.setenv("LIFELINE_STRICT", "0")
    assert strict() == [False, False]


def test_a_score_that_only_the_newer_version_has_is_wanted_of_that_one(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "min-months = 3\nmin-score = {product = 100}"
    (ideas / "lifeline.toml").write_text(text, encoding="utf-8")
    edit(here / "old", ("score: Durability\n", ""))
    assert judged(capsys)["good.yaml"] == ("pass", "fail")
    edit(here / "new", ("score: Durability\n", ""))
    assert run("old", "new", "--ideas", "ideas") == 2
    told = "lifeline.toml:2: min-score: 'product' has no score."
    assert told in capsys.readouterr().err


def test_figures_of_the_market_are_those_of_the_nearest_configuration(
    here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declared = (
        "protections:\n",
        "parameters: [{id: copy-cost-fall-time, unit: month}]\nprotections:\n",
    )
    when = "{launch: {at-least: {parameter: copy-cost-fall-time}}}"
    late = (
        f"{{id: late, when: {when}, finding: blocker, because: So., remedy: Go., claims: [T1-1]}}"
    )
    for name in ("old", "new"):
        edit(here / name, declared, ("rules:\n", f"rules:\n  - {late}\n"))
    answers = {"copy-time": "months", "used": False, "launch": 9}
    (ideas / "good.yaml").write_bytes(idea_file(answers))
    for months, verdict in ((9, "fail"), (10, "pass")):
        settled = f"min-months = 0\n[parameters]\ncopy-cost-fall-time = {months}"
        (ideas / "lifeline.toml").write_text(settled, encoding="utf-8")
        assert judged(capsys)["good.yaml"] == (verdict, verdict)


def test_it_writes_to_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("old", "new")
    printed = capsys.readouterr().out
    assert run("old", "new", "-o", "out") == 0
    assert capsys.readouterr().out == ""
    assert (here / "out").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["old", "nowhere"], "nowhere: cannot read the rubric set: No such file"),
        (["old", "ideas"], "ideas: holds no rubric set."),
        (["old", "new", "--ideas", "old"], "lifeline: no idea file in old."),
        (["old", "new", "--cases", "old"], "old: holds no cases."),
        (["old"], "required: NEW"),
    ],
)
def test_what_cannot_be_read_is_told(
    words: list[str], told: str, here: Path, ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


def test_problems_of_a_set_are_told_as_elsewhere(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("kind: yes-no", "kind: maybe"))
    assert run("old", "new") == 2
    path = os.path.join("new", "product.yaml")
    assert capsys.readouterr().err.startswith(f"{path}:45:5: questions[3].kind: 'maybe'")


def test_what_a_set_says_does_nothing_to_a_terminal(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(here / "new", ("why: Only use shows a need.", 'why: "\\e[31mred ##[group]"'))
    assert run("old", "new") == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "##[" not in out


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=An author", "-c", "user.email=author@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    """Give a git repository with two versions of a set, the newer one not committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    (here / "old").rename(here / "sets")
    (here / "sets").mkdir(exist_ok=True)
    shutil.rmtree(here / "new")
    folder = here / "sets" / "own"
    folder.mkdir()
    for file in (here / "sets").glob("*.yaml"):
        file.rename(folder / file.name)
    git(here, "init", "-q")
    git(here, "add", ".")
    git(here, "commit", "-q", "-m", "First")
    git(here, "tag", "v1.0.0")
    edit(folder, ("months: 3,", "months: 0,"))
    return here


def test_a_version_is_read_out_of_git(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(repository.rglob("*.yaml"))
    assert run("v1.0.0:sets/own", "sets/own") == 1
    out = capsys.readouterr().out
    assert "'cap.months' of rule product/only-time-lacking was: 3; now: 0." in out
    assert sorted(repository.rglob("*.yaml")) == before
    assert run("HEAD:sets/own/", "v1.0.0:sets/own") == 0


def test_what_is_gone_is_told_where_git_has_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = "      - {id: months, label: Some months, points: 0.5}\n"
    edit(repository / "sets" / "own", (rule, ""))
    assert run("HEAD:sets/own", "sets/own") == 1
    assert "HEAD:sets/own/product.yaml:29:9: questions[1].choices[1]:" in capsys.readouterr().out


@pytest.mark.parametrize(("inner", "name"), [("sets", "HEAD:./own"), ("sets/own", "HEAD:./")])
def test_a_path_may_count_from_where_one_is(
    inner: str, name: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / inner)
    assert run(name, repository / "sets" / "own") == 1


def test_a_set_that_extends_another_is_read_with_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = repository / "sets" / "above"
    own.mkdir()
    (repository / "sets" / "own").rename(repository / "sets" / "dated")
    head = "set-format: 1\nset: above\nversion: 0.1.0\ntitle: Above\n"
    head += "extends: {set: dated, version: 1.0.0}\noverrides:\n  product/entry: {weight: WEIGHT}\n"
    (own / "set.yaml").write_text(head.replace("WEIGHT", "3"), encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Second")
    edit(own, ("weight: 3", "weight: 4"), file="set.yaml")
    assert run("HEAD:sets/above", "sets/above") == 1
    out = capsys.readouterr().out
    told = "7:19: overrides.product/entry.weight: 'weight' of question entry was: 3; now: 4."
    assert f"{os.path.join('sets', 'above', 'set.yaml')}:{told}" in out
    assert "1 change (1 breaking" in out


def extend(folder: Path, name: str, base: str, *more: str) -> None:
    """Write a set that extends another one, and commit it."""
    (folder / name).mkdir()
    head = ["set-format: 1", f"set: {name}", "version: 0.1.0", f"title: {name}", f"extends: {base}"]
    text = "\n".join((*head, *more, ""))
    (folder / name / "set.yaml").write_text(text, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", f"Add {name}")


@pytest.mark.parametrize("at_root", [True, False])
def test_what_is_gone_from_the_set_beside_it_is_told_where_git_has_it(
    at_root: bool, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, inner = (repository, "") if at_root else (repository / "sets", "sets/")
    (repository / "sets" / "own").rename(folder / "dated")
    extend(folder, "above", "{set: dated, version: 1.0.0}")
    choice = "      - {id: months, label: Some months, points: 0.5}\n"
    edit(folder / "dated", (choice, ""))
    assert run(f"HEAD:{inner}above", folder / "above") == 1
    out = capsys.readouterr().out
    assert f"HEAD:{inner}dated/product.yaml:29:9: questions[1].choices[1]:" in out


def test_a_shipped_set_below_one_in_git_is_told_where_it_lies(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Path(shipped_sets()) / "ngc"
    version = load_set(str(shipped))["version"]
    extend(repository / "sets", "above", f"{{set: ngc, version: {version}}}")
    assert run("HEAD:sets/above", "sets/own", "--format", "json") == 0
    paths = {change["path"] for change in json.loads(capsys.readouterr().out)["changes"]}
    assert str(shipped / "lifeline.yaml") in paths
    assert all(Path(path.removeprefix("HEAD:")).exists() for path in paths)


def test_only_the_sets_on_which_it_stands_are_read_out_of_git(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "sets" / "own").rename(repository / "sets" / "dated")
    large = repository / "sets" / "other"
    large.mkdir()
    (large / "large.yaml").write_text("# Not looked at.\n" * 10_000, encoding="utf-8")
    edit(repository / "sets" / "dated", ("set: dated", "set: dated  # extends"), file="set.yaml")
    extend(repository / "sets", "middle", "{set: dated, version: 1.0.0}")
    extend(repository / "sets", "above", "{set: middle, version: 0.1.0}")
    monkeypatch.setattr(revision, "FOLDER_BYTES", 100_000)
    assert run("HEAD:sets/above", "sets/above") == 0
    assert run("HEAD:sets/dated", "sets/dated") == 0


def test_what_is_wrong_with_a_set_out_of_git_is_told_by_its_name(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extend(repository / "sets", "middle", "{set: nowhere, version: 1.0.0}")
    extend(repository / "sets", "above", "{set: middle, version: 0.1.0}")
    assert run("HEAD:sets/above/", "sets/own") == 2
    path = f"HEAD:sets/middle{os.sep}set.yaml"
    assert capsys.readouterr().err.startswith(f"{path}: extends 'nowhere', and no such set")


@pytest.mark.parametrize("file", ["set.yaml", "product.yaml"])
def test_a_file_that_git_lost_is_told_in_our_words(
    file: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["git", "rev-parse", f"HEAD:sets/own/{file}"]
    found = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True)
    name = found.stdout.strip()
    lost = repository / ".git" / "objects" / name[:2] / name[2:]
    lost.chmod(0o600)
    lost.unlink()
    assert run("HEAD:sets/own", "sets/own") == 2
    told = capsys.readouterr().err
    assert f"git cannot give the content of own/{file}. Expected a whole copy" in told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("-x:sets/own", "-x:sets/own names no version. Expected one such as HEAD:my-set."),
        ("HEAD:-x", "HEAD:-x names no version."),
        (":sets/own", ":sets/own names no version."),
        ("v9:sets/own", "v9 is no commit, branch or tag of this git repository."),
        ("HEAD:sets/other", "HEAD has no folder sets/other."),
        ("HEAD:sets", "HEAD:sets: holds no rubric set. Expected a file set.yaml in it."),
    ],
)
def test_what_git_does_not_have_is_told_in_our_words(
    name: str, told: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rubric", "diff", "--", name, "sets/own"]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "fatal" not in err


def test_a_folder_of_that_very_name_wins(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(git_asking, "which", lambda _: None)
    (here / "HEAD:own").mkdir()
    for file in (here / "old").glob("*.yaml"):
        shutil.copy(file, here / "HEAD:own")
    assert run("HEAD:own", "old") == 0
    assert run("HEAD:other", "old") == 2
    assert "git is not installed. Install it, or name files and folders" in capsys.readouterr().err


def test_without_a_repository_that_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    assert run("HEAD:old", "new") == 2
    assert "this folder is in no git repository" in capsys.readouterr().err
