"""``lifeline new`` as its users run it: what is written, what never is, and what it imports."""

from __future__ import annotations

import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.model.compiled import CompiledSet
from lifeline.reading.idea import read_idea
from tests.authored import files_of, idea_file
from tests.cli.test_main import HEAVY
from tests.conftest import ROOT
from tests.reference.strategies import claims_for
from tests.report.test_template import unasking_set

IDEA = b"# ours\r\nlifeline: 1\r\nidea: >-\r\n  Plan\r\n  A\r\nassessed: 2023-06-30   # then\r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: object) -> int:
    return main(["new", *map(str, words)])


def error_of(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Run what has to be refused, in one line, and give the line."""
    before = sorted(Path().rglob("*"))
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sorted(Path().rglob("*")) == before, "nothing is left behind"
    (line,) = captured.err.splitlines()
    return line


def test_a_new_file_can_be_scored_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Wrote idea.yaml: 14 questions" in captured.err
    command = captured.err.splitlines()[-1].partition("lifeline ")[2]
    assert command == "score idea.yaml"
    assert main(command.split()) == 3
    told = capsys.readouterr().out
    assert told.startswith("Idea\nUNCLEAR")
    assert "settle" in told
    assert os.listdir(folder) == ["idea.yaml"]


def test_the_day_and_the_name_stand_in_it(ngc: CompiledSet) -> None:
    assert run("tender_helper-2.yml", "--as-of", "2024-02-29") == 0
    idea = read_idea(Path("tender_helper-2.yml").read_bytes(), "x.yaml", ngc)
    assert (idea.title, idea.assessed) == ("Tender helper 2", date(2024, 2, 29))
    assert (idea.id, idea.versions) == ("x", {"ngc": ngc["version"]})
    assert run("today.yaml") == 0
    assert read_idea(Path("today.yaml").read_bytes(), "x.yaml", ngc).assessed == date.today()


def test_an_id_names_the_file_too(ngc: CompiledSet) -> None:
    assert run("--id", "plan-b") == 0
    assert run("other.yaml", "--id", "yes") == 0
    found = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert read_idea(found["plan-b.yaml"], "x.yaml", ngc).id == "plan-b"
    assert read_idea(found["other.yaml"], "x.yaml", ngc).id == "yes"


@pytest.mark.parametrize(
    "title", ["./---.yaml", ".yaml", "Ä 😀\x1b[31m.yaml", "no.yaml", "a'\"{b.yaml"]
)
def test_whatever_the_name_of_the_file_it_is_valid(
    title: str, ngc: CompiledSet, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(title) == 0
    assert read_idea(Path(title).read_bytes(), title, ngc).title
    assert "\x1b" not in capsys.readouterr().err


# Copies


def test_a_copy_has_another_id_and_else_the_same_bytes(
    capsys: pytest.CaptureFixture[str], ngc: CompiledSet
) -> None:
    Path("idea.yaml").write_bytes(IDEA)
    assert run("--from", "idea.yaml", "--id", "plan-b") == 0
    after = Path("plan-b.yaml").read_bytes()
    assert after == IDEA.replace(b"assessed", b"id: plan-b\r\nassessed")
    assert Path("idea.yaml").read_bytes() == IDEA
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith("lifeline score idea.yaml plan-b.yaml\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("idea: A\nid: a  # mine", "idea: A\nid: yes-b  # mine"),
        ("idea: A\nid: 'a'\n", "idea: A\nid: 'yes-b'\n"),
        ('id: "a" # mine\nidea: A', 'id: "yes-b" # mine\nidea: A'),
        ("idea: >-\n  A\n  b\n# c\nsummary: s", "idea: >-\n  A\n  b\nid: yes-b\n# c\nsummary: s"),
        ("idea: 'A\n  b'  # c\n\nsummary: s\n", "idea: 'A\n  b'  # c\nid: yes-b\n\nsummary: s\n"),
        ("idea: Ä 😀 # ü", "idea: Ä 😀 # ü\nid: yes-b"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_copy_differs_in_one_line(before: str, after: str, encoding: str) -> None:
    Path("idea.yaml").write_bytes(f"lifeline: 1\n{before}".encode(encoding))
    assert run("--from", "idea.yaml", "--id", "yes-b") == 0
    assert Path("yes-b.yaml").read_bytes() == f"lifeline: 1\n{after}".encode(encoding)


def test_an_empty_file_is_not_copied(capsys: pytest.CaptureFixture[str]) -> None:
    Path("idea.yaml").write_bytes(b"# nothing yet\n")
    assert "idea.yaml" in error_of(capsys, "--from", "idea.yaml", "--id", "plan-b")


def test_the_name_of_a_copy_gives_its_id() -> None:
    example = (ROOT / "examples" / "ideas" / "chatpdf.yaml").read_bytes()
    assert run("plan-b.yaml", "--from", ROOT / "examples" / "ideas" / "chatpdf.yaml") == 0
    after = Path("plan-b.yaml").read_bytes()
    assert b"\nid: plan-b\n" in after
    assert after == example.replace(b"\nid: chatpdf\n", b"\nid: plan-b\n")


def test_a_copy_can_come_from_stdin(capsys: pytest.CaptureFixture[str]) -> None:
    words = [sys.executable, "-m", "lifeline", "new", "--from", "-", "--id", "plan-b"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, input=IDEA, capture_output=True, check=True, env=env)
    assert done.stderr.endswith(b"lifeline score plan-b.yaml\n")
    assert b"id: plan-b\r\n" in Path("plan-b.yaml").read_bytes()


def test_an_invalid_file_is_not_copied(capsys: pytest.CaptureFixture[str]) -> None:
    Path("idea.yaml").write_bytes(idea_file({"entri": "x", "payers": "x"}))
    assert run("--from", "idea.yaml", "--id", "plan-b") == 2
    problems = capsys.readouterr().err.splitlines()
    assert len(problems) == 2
    assert all(problem.startswith("idea.yaml:") for problem in problems)
    assert os.listdir() == ["idea.yaml"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--from", "missing.yaml", "--id", "b"], "missing.yaml:1:1: cannot be read"),
        (["--from", "idea.yaml"], "the copy needs an id of its own, such as --id plan-b"),
        (["--from", "idea.yaml", "idea.yaml"], "idea.yaml has the id idea already"),
        (["--from", "idea.yaml", "--id", "idea"], "Give the copy another: --id"),
        (["--from", "idea.yaml", "Plan B.yaml"], "needs an id: --id. Expected lower-case"),
        (["--from", "idea.yaml", "--id", "b", "--as-of", "2024-01-01"], "--as-of does not go"),
        (["--from", "idea.yaml", "--id", "b", "--with", "web3"], "--with does not go with --from"),
        (["--from", "idea.yaml", "--id", "taken"], "taken.yaml exists already and stays as it is."),
    ],
)
def test_what_cannot_be_copied_is_told(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("idea.yaml").write_bytes(IDEA)
    Path("taken.yaml").write_bytes(b"mine")
    assert expected in error_of(capsys, *words)
    assert Path("taken.yaml").read_bytes() == b"mine"


# What is never done


@pytest.mark.parametrize("kind", ["file", "link", "dangling"])
def test_nothing_is_ever_overwritten(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("idea.yaml")
    if kind != "file":
        path.symlink_to("other.yaml")
    if kind != "dangling":
        path.write_bytes(b"mine")
    line = error_of(capsys)
    assert "idea.yaml exists already and stays as it is. Give another name" in line
    assert "lifeline new --from idea.yaml --id plan-b" in line
    assert not path.exists() if kind == "dangling" else path.read_bytes() == b"mine"


def test_another_program_may_be_faster(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between the look and the writing, an idea of somebody else's may come."""
    exists = os.path.lexists

    def look(path: str) -> bool:
        found = exists(path)
        if path == "idea.yaml":
            Path(path).write_bytes(IDEA)
        return found

    monkeypatch.setattr(os.path, "lexists", look)
    assert run("idea.yaml") == 2
    assert "idea.yaml exists already and stays as it is" in capsys.readouterr().err
    assert Path("idea.yaml").read_bytes() == IDEA
    assert os.listdir() == ["idea.yaml"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["folder"], f"folder is a folder. Did you mean: lifeline new {Path('folder/idea.yaml')}"),
        (["no/such/idea.yaml"], "there is no folder no/such"),
        (["tender"], "Did you mean: lifeline new tender.yaml"),
        (["a plan"], "Did you mean: lifeline new 'a plan.yaml'"),
        (["../plan."], f"Did you mean: lifeline new {Path('../plan.yaml')}"),
        (["-"], "Did you mean: lifeline new idea.yaml"),
        (["n" * 300 + ".yaml"], "cannot be written: File name too long"),
        (["--id", "Plan B"], "'Plan B' is not an id. Expected lower-case words"),
        (["--id", "a\n"], "is not an id"),
        (["--id", "a" * 61], "at most 60 signs"),
        (["--as-of", "yesterday"], "not a date"),
        (["--as-of", "0999-01-01"], "Expected a year from 1900 to 2999"),
        (["a.yaml", "b.yaml"], "unknown: b.yaml"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder").mkdir()
    assert expected in error_of(capsys, *words)


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_closed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("closed").mkdir(mode=0o500)
    assert "closed/idea.yaml: cannot be written: Permission" in error_of(capsys, "closed/idea.yaml")


def test_a_disk_that_fills_up_leaves_nothing(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file may grow to 1,000 bytes, and a file has more."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "lifeline", "new"],
        capture_output=True,
        text=True,
        check=False,
        env=env,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert done.returncode == 2
    assert done.stderr.startswith("idea.yaml: cannot be written: File too large. ")
    assert os.listdir(folder) == []


@pytest.mark.lean
def test_it_imports_nothing_heavy() -> None:
    code = (
        f"import sys; sys.path[0:0] = [{str(ROOT)!r}]; import lifeline.cli.new; print(*sys.modules)"
    )
    words = [
        sys.executable,
        "-I",
        "-c",
        code,
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & HEAVY


def test_optional_rubrics_are_asked_where_they_are_named(tmp_path: Path) -> None:
    without, more = tmp_path / "without.yaml", tmp_path / "more.yaml"
    assert main(["new", str(without)]) == 0
    assert "made-possible" not in without.read_text(encoding="utf-8")
    assert main(["new", str(more), "--with", "investor-fit"]) == 0
    assert "  made-possible: unknown\n" in more.read_text(encoding="utf-8")
    assert "uses-chain" not in more.read_text(encoding="utf-8")


def test_a_set_without_a_question_has_nothing_to_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rubric_set = unasking_set()
    for name, data in files_of(rubric_set, claims_for(rubric_set)).items():
        (tmp_path / name).write_bytes(data)
    assert run("idea.yaml", "--set", tmp_path) == 0
    wrote, _, command = capsys.readouterr().err.strip().partition(" Then: lifeline ")
    assert wrote == "Wrote idea.yaml: no question is asked, so there is nothing to answer."
    assert main(shlex.split(command)) == 0
    told = capsys.readouterr().out
    assert "Lifeline: 6 months." in told
    assert "No question is asked, so this is what is said of any product." in told
    assert "Begin:" not in told


def test_their_questions_are_added_to_a_file_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "idea.yaml"
    head = "lifeline: 1\nidea: A\nassessed: 2026-11-22\n"
    text = f"{head}answers:\n  used: yes   # mine\n  first-result: 3\n"
    path.write_text(text, encoding="utf-8")
    assert main(["new", str(path), "--with", "investor-fit"]) == 0
    assert "5 questions added" in capsys.readouterr().err
    found = path.read_text(encoding="utf-8")
    assert all(line in found.splitlines() for line in text.splitlines())
    assert "  # 1 of 5: Do most of your users get something" in found
    assert "  made-possible: unknown\n" in found
    assert main(["score", str(path)]) == 3


def test_a_rubric_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "idea.yaml"), "--with", "investor-fitt"]) == 2
    assert "'investor-fitt' is not an optional rubric." in capsys.readouterr().err


# The set that is named


@pytest.fixture
def shelf(folder: Path) -> str:
    """Put a set of one's own onto a shelf, whose name needs quotes."""
    shutil.copytree(ROOT / "tests" / "sets" / "small", folder / "my sets" / "small")
    return "my sets"


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """Give the command that is named last, and try it."""
    command = capsys.readouterr().err.splitlines()[-1].partition("then: lifeline ")[2]
    assert main(shlex.split(command)) in {0, 1, 3}
    return command


def comment(path: str) -> str:
    """Give the words of a file's comments on one line."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return " ".join(line.strip("# ") for line in lines if line.startswith("#"))


def test_what_comes_next_names_the_set_too(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--set", f"{shelf}/small") == 0
    assert told(capsys) == "score idea.yaml --set 'my sets/small'"
    assert "`lifeline score --set 'my sets/small'` in this folder" in comment("idea.yaml")
    assert run("--from", "idea.yaml", "--id", "b", "--set", "small", "--rubrics", shelf) == 0
    assert told(capsys) == "score idea.yaml b.yaml --set small --rubrics 'my sets'"


def test_a_file_in_a_folder_names_the_set_as_seen_from_there(
    shelf: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ideas").mkdir()
    assert run("ideas/idea.yaml", "--rubrics", shelf) == 0
    assert told(capsys) == "score ideas/idea.yaml --rubrics 'my sets'"
    (command,) = re.findall(r"`lifeline (score.*?)` in this folder", comment("ideas/idea.yaml"))
    assert command == "score --rubrics '../my sets'"
    monkeypatch.chdir("ideas")
    assert main(shlex.split(command)) != 2


def test_a_set_by_its_name_or_settled_elsewhere_is_left_as_it_is(
    shelf: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ideas").mkdir()
    assert run("ideas/idea.yaml", "--set", "ngc") == 0
    assert told(capsys) == "score ideas/idea.yaml --set ngc"
    assert "`lifeline score --set ngc` in" in comment("ideas/idea.yaml")
    monkeypatch.setenv("LIFELINE_SET", f"{shelf}/small")
    assert run("other.yaml") == 0
    assert told(capsys) == "score other.yaml"


@pytest.mark.parametrize("words", [["idea"], ["folder"], ["taken.yaml"]])
def test_what_is_refused_names_the_set_too(
    words: list[str], shelf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder").mkdir()
    Path("taken.yaml").write_bytes(b"mine")
    assert " --rubrics 'my sets'" in error_of(capsys, *words, "--rubrics", shelf)
