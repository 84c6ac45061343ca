"""The command as a process: verbs, the error boundary, streams that close, what it imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from lifeline import __version__
from lifeline.cli import main as command
from lifeline.cli.exits import Exit, exit_for
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"


def run(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    args = [sys.executable, "-m", "lifeline", *map(str, words)]
    return subprocess.run(args, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def test_the_exit_codes_are_the_documented_ones() -> None:
    codes = {code.name: int(code) for code in Exit}
    assert codes == {
        "PASSED": 0,
        "FAILED": 1,
        "INVALID": 2,
        "UNCLEAR": 3,
        "FAULT": 70,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


def test_of_several_verdicts_the_worst_decides() -> None:
    assert exit_for([]) == 0
    assert exit_for(["pass", "unclear"]) == 3
    assert exit_for(["unclear", "fail", "pass"]) == 1
    assert exit_for(["fail", "invalid"]) == 2


def test_the_version_and_help_are_answers_not_errors() -> None:
    version = run("--version")
    assert (version.returncode, version.stdout) == (0, f"lifeline {__version__}\n")
    assert run("--help").returncode == run("score", "--help").returncode == 0


def test_without_a_verb_the_help_is_shown() -> None:
    found = run()
    assert found.returncode == 2
    assert "score" in found.stderr


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("scor", "Did you mean 'score'?"),
        (str(EXAMPLES), f"lifeline score {EXAMPLES}"),
        ("--nope", "unknown: --nope"),
    ],
)
def test_a_wrong_verb_gets_a_suggestion(word: str, expected: str) -> None:
    found = run(word)
    assert found.returncode == 2
    assert expected in found.stderr


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    command_line = f"{sys.executable} -m lifeline score --full {EXAMPLES} | head -n 1"
    found = subprocess.run(
        ["bash", "-c", f"{command_line}; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stderr == ""
    assert found.returncode == 1, "the verdict stands, whoever has stopped reading"


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", ">&- 2>&- <&-"])
def test_a_stream_that_is_closed_is_no_fault(closed: str) -> None:
    command_line = f"{sys.executable} -m lifeline score {EXAMPLES}/jasper.yaml {closed}"
    found = subprocess.run(
        ["bash", "-c", command_line], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a disk that is full")
@pytest.mark.parametrize("format_", ["text", "json", "json:/dev/full"])
def test_a_full_disk_is_told_in_a_line(format_: str) -> None:
    command_line = (
        f"{sys.executable} -m lifeline score --format {format_} {EXAMPLES}/jasper.yaml >/dev/full"
    )
    found = subprocess.run(
        ["bash", "-c", command_line], capture_output=True, text=True, check=False
    )
    assert found.returncode == 2
    assert "No space left on device" in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_ends_it_ends_it_quietly_and_leaves_no_draft(
    how: int, code: int, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = subprocess.Popen(
        [sys.executable, "-m", "lifeline", "score", str(pipe), "--format", "json:out.json"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    writer = os.open(pipe, os.O_WRONLY)  # returns once the child waits for the other end
    child.send_signal(how)
    _, err = child.communicate(timeout=20)
    os.close(writer)
    assert (child.returncode, err) == (code, "")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize(("how", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_what_ends_it_and_a_library_makes_another_error_of_ends_it_as_quietly(
    how: str, code: int
) -> None:
    script = (
        "import signal\n"
        "import lifeline.cli.main as command\n"
        "from lifeline.cli.start import run\n"
        "def interrupted(argv):\n"
        "    try:\n"
        f"        signal.raise_signal(signal.{how})\n"
        "    except KeyboardInterrupt:\n"
        "        raise RuntimeError('Error building a serializer') from None\n"
        "command.main = interrupted\n"
        "run()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_fault_of_the_program_says_so_and_how_to_report_it() -> None:
    code = (
        "import lifeline.cli.score as s, lifeline.cli.main as m, sys;"
        "s.execute = lambda args: 1 / 0;"
        "sys.argv = ['lifeline', 'score', 'x.yaml']; m.run()"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert found.returncode == 70
    assert "made a mistake of its own" in found.stderr
    assert "ZeroDivisionError" in found.stderr


def test_every_verb_has_a_module_that_declares_and_executes() -> None:
    needed = {
        **{verb: ["idea.yaml"] for verb in ("walk", "explain", "whatif", "precedents", "trend")},
        "badge": ["idea.yaml"],
        "completion": ["bash"],
        "schema": ["idea"],
        "rubric": ["check"],
        "baseline": ["check"],
        "ledger": ["due"],
        "market": ["rates"],
    }
    for verb in command.VERBS:
        parser = command.parser_for([verb])
        assert parser.parse_args([verb, *needed.get(verb, ())]).verb == verb
        assert callable(import_module(f"lifeline.cli.{verb}").execute)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lang", "zh"], "--lang has its place behind a verb, as in: lifeline walk --lang zh"),
        (["--lang=zh", "score", "a b"], "--lang has its place behind a verb, as in:"),
        (["--format", "json", "."], "as in: lifeline score --format json ."),
        (["--strict", "explain", "x.yaml"], "as in: lifeline explain --strict x.yaml"),
        (["-o", "a b", "report"], "as in: lifeline report -o 'a b'"),
        (["--lan", "zh"], "See 'lifeline --help'"),
    ],
)
def test_a_flag_before_the_verb_is_told_its_place(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(words) == Exit.INVALID
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


HEAVY = {
    "pydantic",
    "textual",
    "rich",
    "click",
    "typing",
    "dataclasses",
    "importlib.metadata",
    "asyncio",
    "logging",
    "pathlib",
    "hashlib",
    "inspect",
    "subprocess",
    "jinja2",
}


RARE = {f"lifeline.reading.{name}" for name in ("retired", "rewording", "versions", "waivers")}
"""What only some files need."""


@pytest.mark.lean
@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
def test_the_score_path_is_lean(format_: str, tmp_path: Path) -> None:
    """A known set and a clean file: nothing heavy is imported (the second run finds the cache)."""
    code = (
        "import sys; from lifeline.cli.main import main;"
        f"main(['score', '--format', '{format_}', {str(EXAMPLES / 'open-questions.yaml')!r}]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):
        found = subprocess.run(
            [sys.executable, "-I", "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    loaded = set(found.stderr.split())
    assert "lifeline.scoring.assess" in loaded
    assert not loaded & HEAVY
    assert not loaded & RARE
    assert "fcntl" not in loaded, "nothing is written to a file"
