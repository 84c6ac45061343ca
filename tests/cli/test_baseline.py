"""``lifeline baseline`` as its users run it, in a folder of their own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeline.cli.main import main
from tests.authored import idea_file
from tests.conftest import ROOT
from tests.report.commands import read_commands

SMALL = str(ROOT / "tests" / "sets" / "small")
FILE = "lifeline-baseline.yaml"
SAFE = {"entry": "nobody", "assets": ["network"], "runway": 12}
POOR = {**SAFE, "runway": 3}
WEAK = {**SAFE, "assets": []}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, in which the small set judges."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("LIFELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LIFELINE_SET", SMALL)
    monkeypatch.setenv("LIFELINE_MIN_MONTHS", "12")
    return tmp_path


def put(path: str, answers: dict[str, Any] | None = None, **more: Any) -> None:
    """Write an idea; without answers, a file that cannot be judged."""
    Path(path).parent.mkdir(exist_ok=True, parents=True)
    data = b"lifeline: 1\n" if answers is None else idea_file(answers, **more)
    Path(path).write_bytes(data)


def baseline(verb: str, *words: str) -> int:
    return main(["baseline", verb, *words])


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    """Check, and give the exit code and what was found."""
    capsys.readouterr()
    code = baseline("check", "--format", "json", *words)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, found


def kinds(found: dict[str, Any], which: str) -> list[tuple[str, str]]:
    return [(change["id"], change["kind"]) for change in found[which]]


def test_a_corpus_is_accepted_held_and_tightened(capsys: pytest.CaptureFixture[str]) -> None:
    put("ideas/strong.yaml", SAFE)
    put("ideas/poor.yaml", POOR)
    put("ideas/weak.yaml", WEAK)
    put("ideas/broken.yaml")
    assert main(["score", "ideas"]) == 2
    assert baseline("write", "ideas") == 0
    assert check(capsys, "ideas")[0] == 0

    put("ideas/strong.yaml", POOR)  # a new finding
    put("ideas/poor.yaml", SAFE)  # its finding is gone
    code, found = check(capsys, "ideas")
    assert code == 1
    assert kinds(found, "new") == [("strong", "finding")]
    assert kinds(found, "stale") == [("poor", "finding")]
    assert (found["new"][0]["path"], found["new"][0]["line"]) == ("ideas/strong.yaml", 8)

    assert baseline("prune", "ideas") == 0
    code, found = check(capsys, "ideas")
    assert (code, found["stale"]) == (1, [])
    assert kinds(found, "new") == [("strong", "finding")]
    put("ideas/strong.yaml", SAFE)
    assert check(capsys, "ideas")[0] == 0

    put("ideas/poor.yaml", POOR)  # was taken over as better: no way back
    assert check(capsys, "ideas")[0] == 1


def test_months_that_fell_and_a_worse_verdict_are_told_on_the_line_of_the_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    put("idea.yaml", {**SAFE, "assets": []})
    code, found = check(capsys)
    assert code == 1
    assert kinds(found, "new") == [("idea", "months"), ("idea", "verdict")]
    assert [(change["was"], change["now"]) for change in found["new"]] == [
        (12, 6),
        ("pass", "fail"),
    ]
    assert {change["line"] for change in found["new"]} == {4}
    assert {change["rule"] for change in found["new"]} == {"product/nothing-protects"}


@pytest.mark.parametrize("format_", ["text", "json", "github"])
@pytest.mark.parametrize("gate", ["--fail-on=warning", "--min-score=product=40", "--max-open=9"])
def test_an_idea_that_passes_now_is_better_whatever_the_gate_asks_for(
    gate: str, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("idea.yaml", {**POOR, **WEAK})
    baseline("write", gate)
    put("idea.yaml", SAFE)
    assert baseline("check", gate, "--format", format_) == 1
    assert baseline("check", gate) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "the verdict is PASS, and the baseline still has FAIL." in told
    assert baseline("prune", gate) == 0
    assert baseline("check", gate) == 0


@pytest.mark.parametrize("verb", ["prune", "write"])
def test_a_baseline_is_written_only_once_all_that_is_told_of_it_is_ready(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("idea.yaml", WEAK)
    baseline("write")
    put("idea.yaml", SAFE)
    before = Path(FILE).read_bytes()
    assert baseline(verb, "-o", "missing/out.txt") == 2
    assert Path(FILE).read_bytes() == before
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr("lifeline.cli.ratchet_output.lay_out", lambda *_: 1 // 0)
        baseline(verb)
    assert Path(FILE).read_bytes() == before
    assert baseline(verb, "-o", "out.txt") == 0
    assert Path(FILE).read_bytes() != before
    assert FILE in Path("out.txt").read_text(encoding="utf-8")


def test_an_idea_that_fails_as_before_does_not_fail_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("idea.yaml", WEAK)
    baseline("write")
    assert main(["score"]) == 1
    assert check(capsys)[0] == 0


def test_a_new_idea_has_to_pass(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    put("more.yaml", SAFE)
    assert check(capsys)[0] == 0
    put("more.yaml", {**SAFE, "assets": "unknown"})
    code, found = check(capsys)
    assert code == 1
    assert kinds(found, "new") == [("more", "idea")]
    assert found["new"][0]["deciding"] == "product/assets"


def test_a_file_that_can_no_longer_be_judged_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    put("idea.yaml")
    assert baseline("check", "--exit-zero") == 2
    captured = capsys.readouterr()
    assert "./idea.yaml:1:1: idea: is missing." in captured.out
    assert "is missing" not in captured.err
    assert baseline("check", "--format", "json") == 2
    assert "./idea.yaml:1:1: idea: is missing." in capsys.readouterr().err
    before = Path(FILE).read_bytes()
    assert baseline("prune") == 2
    assert Path(FILE).read_bytes() == before


def test_what_is_gone_is_stale_until_pruned_and_only_where_all_are_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("ideas/one.yaml", SAFE)
    put("ideas/two.yaml", SAFE)
    baseline("write", "ideas")
    Path("ideas/two.yaml").unlink()
    assert check(capsys, "ideas/one.yaml")[0] == 0
    assert check(capsys, "ideas")[0] == 1
    assert check(capsys, "ideas/*.yaml")[0] == 1
    assert baseline("prune", "ideas/one.yaml") == 0
    assert check(capsys, "ideas")[0] == 1
    assert baseline("prune", "ideas") == 0
    assert check(capsys, "ideas")[0] == 0


def test_writing_anew_refuses_what_is_worse_unless_that_is_on_purpose(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    before = Path(FILE).read_bytes()
    put("idea.yaml", POOR)
    capsys.readouterr()
    assert baseline("write") == 1
    assert "To accept this on purpose: lifeline baseline write --loosen" in capsys.readouterr().out
    assert Path(FILE).read_bytes() == before
    assert baseline("write", "--loosen") == 0
    assert Path(FILE).read_bytes() != before
    put("idea.yaml", SAFE)
    assert baseline("write") == 0
    assert Path(FILE).read_bytes() == before


def test_what_need_not_be_written_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    Path(FILE).write_text("# kept\n" + Path(FILE).read_text(encoding="utf-8"), encoding="utf-8")
    assert baseline("write") == 0
    assert baseline("prune") == 0
    assert Path(FILE).read_text(encoding="utf-8").startswith("# kept\n")


def test_one_named_file_is_added_and_the_others_stay(capsys: pytest.CaptureFixture[str]) -> None:
    put("one.yaml", SAFE)
    put("two.yaml", WEAK)
    baseline("write", "one.yaml")
    assert baseline("write", "two.yaml") == 1
    assert baseline("write", "--loosen", "two.yaml") == 0
    assert check(capsys)[0] == 0


def test_the_order_of_files_changes_no_byte() -> None:
    for name in ("b", "a", "c"):
        put(f"{name}.yaml", POOR, id=f"x-{name}")
    texts = set()
    for order in (("a", "b", "c"), ("c", "a", "b")):
        baseline("write", *(f"{name}.yaml" for name in order), "--file", "other.yaml")
        texts.add(Path("other.yaml").read_bytes())
        Path("other.yaml").unlink()
    assert len(texts) == 1


def test_a_baseline_that_is_not_there_is_exit_2_with_how_to_write_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("idea.yaml", SAFE)
    for verb in ("check", "prune"):
        assert baseline(verb, "idea.yaml", "--file", "b.yaml") == 2
        assert capsys.readouterr().err == (
            "lifeline: b.yaml: there is no baseline. Write one first:"
            " lifeline baseline write idea.yaml --file b.yaml\n"
        )


def test_two_ideas_with_one_id_are_told_with_both_paths(capsys: pytest.CaptureFixture[str]) -> None:
    put("a/idea.yaml", SAFE)
    put("b/idea.yaml", SAFE)
    assert baseline("write") == 2
    assert "./a/idea.yaml and ./b/idea.yaml have the same id, 'idea'." in capsys.readouterr().err
    assert not Path(FILE).exists()


def test_a_broken_baseline_is_told_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    text = Path(FILE).read_text(encoding="utf-8")
    Path(FILE).write_text(text.replace("pass", "fine"), encoding="utf-8")
    capsys.readouterr()
    for verb in ("check", "prune", "write"):
        assert baseline(verb) == 2
        assert f"{FILE}:9:14: ideas.idea.verdict: 'fine' is not" in capsys.readouterr().err


def test_a_baseline_of_another_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", {})
    baseline("write")
    for verb in ("check", "prune", "write"):
        assert baseline(verb, "--set", "ngc") == 2
        assert "is about the set 'small', and 'ngc' judges here." in capsys.readouterr().err
    assert baseline("write", "--set", "ngc", "--loosen") == 0
    assert "set: ngc" in Path(FILE).read_text(encoding="utf-8")


def test_another_version_of_the_rubric_is_compared_and_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    text = Path(FILE).read_text(encoding="utf-8")
    Path(FILE).write_text(text.replace('deciding: "', 'deciding: "0'), encoding="utf-8")
    code, found = check(capsys)
    assert (code, found["rubric_changed"]) == (0, True)
    put("idea.yaml", POOR)
    assert baseline("check") == 1
    assert "The rubric changed since that was accepted" in capsys.readouterr().out


def test_the_baseline_is_where_flag_variable_and_configuration_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("ideas/idea.yaml", SAFE)
    Path("lifeline.toml").write_text('baseline = "accepted/ideas.yaml"\n', encoding="utf-8")
    Path("accepted").mkdir()
    monkeypatch.chdir("ideas")
    assert baseline("write") == 0
    assert Path("../accepted/ideas.yaml").exists()
    Path("../lifeline.toml").write_text("", encoding="utf-8")
    assert baseline("write") == 0
    assert Path("..", FILE).exists()
    monkeypatch.setenv("LIFELINE_BASELINE", "other.yaml")
    assert baseline("write") == 0
    assert Path("other.yaml").exists()
    assert baseline("write", "--file", "third.yaml") == 0
    assert Path("third.yaml").exists()


def test_annotations_for_a_pull_request(capsys: pytest.CaptureFixture[str]) -> None:
    put("ideas/idea.yaml", SAFE)
    baseline("write", "ideas")
    put("ideas/idea.yaml", POOR)
    capsys.readouterr()
    assert baseline("check", "ideas", "--format", "github") == 1
    (command,) = read_commands(capsys.readouterr().out)
    assert command.properties["file"] == "ideas/idea.yaml"
    assert command.properties["title"] == "product/money-ends"
    assert baseline("check", "ideas", "--format", "github", "-o", "out.txt") == 1
    assert len(read_commands(Path("out.txt").read_text(encoding="utf-8"))) == 1


def test_annotations_name_files_in_utf_8_whatever_stdout_would_encode(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("ideas/想法.yaml", SAFE)
    baseline("write", "ideas")
    put("ideas/想法.yaml", POOR)
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\n")
    monkeypatch.setattr(sys, "stdout", stdout)
    assert baseline("check", "ideas", "--format", "github") == 1
    (command,) = read_commands(stdout.buffer.getvalue().decode("utf-8"))
    assert command.properties["file"] == "ideas/想法.yaml"


def test_a_failed_check_can_be_let_pass(capsys: pytest.CaptureFixture[str]) -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    put("idea.yaml", POOR)
    assert baseline("check") == 1
    assert baseline("check", "--exit-zero") == 0


def test_what_was_waived_is_not_held_and_comes_back_with_the_end_of_its_waiver(
    capsys: pytest.CaptureFixture[str],
) -> None:
    waivers = {"product/money-ends": {"reason": "known", "until": "2023-12-31"}}
    put("idea.yaml", POOR, waivers=waivers)
    baseline("write", "--as-of", "2023-07-01")
    assert "findings" not in Path(FILE).read_text(encoding="utf-8").partition("ideas:")[2]
    assert check(capsys, "--as-of", "2023-12-31")[0] == 0
    code, found = check(capsys, "--as-of", "2024-01-01")
    assert (code, kinds(found, "new")) == (1, [("idea", "finding")])


def test_time_that_passes_fails_no_check(capsys: pytest.CaptureFixture[str]) -> None:
    evidence = [{"link": "https://example.org", "date": "2023-05-01"}]
    put("idea.yaml", {**SAFE, "entry": {"answer": "nobody", "evidence": evidence}})
    baseline("write", "--as-of", "2023-07-01")
    assert check(capsys, "--as-of", "2033-07-01")[0] == 0


def test_what_could_not_be_read_again_is_not_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("idea.yaml", SAFE)
    main(["score"])  # keeps the compiled set, whose files are larger
    monkeypatch.setattr("lifeline.reading.nodes.FILE_BYTES", 300)
    assert baseline("write") == 2
    assert "would be too large to be read again." in capsys.readouterr().err
    assert not Path(FILE).exists()


def test_the_verdict_stands_when_whoever_was_reading_has_gone() -> None:
    put("idea.yaml", SAFE)
    baseline("write")
    put("idea.yaml", POOR)
    command = [sys.executable, "-m", "lifeline", "baseline", "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.close()
        assert b"rror" not in run.stderr.read()
        assert run.wait() == 1


@pytest.mark.lean
def test_help_waits_for_nothing_heavy() -> None:
    code = (
        "import sys; from lifeline.cli.main import main; main(['baseline', 'check', '--help']);"
        " print([m for m in ('pydantic', 'typing', 'lifeline.insight') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("file", [FILE, "accepted.yaml"])
def test_what_is_told_of_a_baseline_does_not_take_its_place(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("idea.yaml", SAFE)
    assert baseline("write", "--file", file, "-o", file) == 2
    told = capsys.readouterr().err
    assert f"{file}: is where a baseline is kept, and what it accepts would be lost." in told
    assert not Path(file).exists()
    baseline("write", "--file", file)
    before = Path(file).read_bytes()
    assert baseline("check", "--file", file, "-o", file) == 2
    assert Path(file).read_bytes() == before
