"""A reader who leaves early: not a word, and the exit code is what came out.

Every verb and every format has its turn, with a reader who is gone before the first byte, and with
one who takes a line, as ``| head -1`` does.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from lifeline.cli.main import VERBS
from lifeline.report import FORMATS
from tests.backtesting.dated import CASES, FOLDER
from tests.conftest import ROOT
from tests.faults.command import DAY, EXAMPLES, LIFELINE, copies

SMALL = ROOT / "tests" / "sets" / "small"

COMMANDS = {
    "new": ["new new.yaml"],
    "walk": ["walk --plain ideas/idea-00001.yaml"],
    "score": [
        *(f"score ideas --as-of {DAY} --format {name}" for name in FORMATS),
        f"score ideas --as-of {DAY} --full",
        f"score ideas --as-of {DAY} --jobs 2 --format json",
        f"score ideas --as-of {DAY} --ask",
        "score ideas --list-files",
        "score ideas --list-files --null",
        "score ideas/broken.yaml",
    ],
    "explain": ["explain ideas/idea-00001.yaml", "explain ideas/idea-00001.yaml --format json"],
    "whatif": ["whatif ideas/idea-00001.yaml"],
    "compare": ["compare ideas", "compare ideas --format json"],
    "diff": ["diff old.yaml ideas/idea-00001.yaml", "diff old.yaml ideas/broken.yaml"],
    "precedents": ["precedents ideas/idea-00001.yaml"],
    "trend": ["trend ideas/idea-00001.yaml"],
    "config": ["config", "config --format json"],
    "baseline": [
        "baseline write ideas",
        "baseline check ideas/idea-00001.yaml ideas/idea-00002.yaml --file base.yaml",
        "baseline check ideas/idea-00001.yaml --file base.yaml --format github",
        "baseline prune ideas/idea-00001.yaml --file base.yaml",
    ],
    "backtest": [f"backtest --format json --set {FOLDER} --cases {CASES}"],
    "rubric": [
        "rubric list",
        "rubric show ngc",
        f"rubric check {SMALL}",
        "rubric check bad-set --format json",
        f"rubric test {SMALL} --format junit",
        f"rubric diff {SMALL} changed-set",
        "rubric new made-set",
    ],
    "market": ["market events", "market parameters --format json", "market rates"],
    "completion": ["completion bash"],
    "schema": ["schema idea", "schema output"],
    "report": [
        "report ideas/idea-00001.yaml",
        "report ideas/idea-00001.yaml ideas/broken.yaml --format markdown",
        "report ideas/idea-00001.yaml ideas/broken.yaml",
    ],
    "form": ["form"],
    "badge": ["badge ideas/idea-00001.yaml", "badge ideas/broken.yaml"],
    "ledger": [
        "ledger add ideas/idea-00001.yaml",
        "ledger show --file forecasts.jsonl",
        "ledger due --file forecasts.jsonl",
    ],
}
"""For each verb command lines; where there are several, their exit codes differ."""

WRITTEN = ("new.yaml", "made-set", "lifeline-baseline.yaml", "lifeline-ledger.jsonl")

LONG = ("score", "rubric show", "report")
"""What has more to say than a pipe holds, or says it bit by bit."""

LINES = [line for lines in COMMANDS.values() for line in lines] + ["--help", "--version", "scor"]


def test_every_verb_is_tried() -> None:
    assert set(VERBS) == set(COMMANDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ideas, one of them broken, a baseline, and sets with a mistake and with a change."""
    ideas = copies(tmp_path / "ideas", 4)
    (ideas / "broken.yaml").write_text("lifeline: 1\nidea: x\nanswers: {entry: nonsense}\n")
    (tmp_path / "old.yaml").write_bytes((EXAMPLES / "chatpdf.yaml").read_bytes())
    for name in ("bad-set", "changed-set"):
        (tmp_path / name).mkdir()
        for file in SMALL.glob("*.yaml"):
            (tmp_path / name / file.name).write_bytes(file.read_bytes())
    (tmp_path / "bad-set" / "set.yaml").write_text("set-format: 1\n")
    product = tmp_path / "changed-set" / "product.yaml"
    product.write_text(product.read_text().replace("points: 1", "points: 0.5"))
    write = ["baseline", "write", "ideas/idea-00001.yaml", "--file", "base.yaml", "--as-of", DAY]
    subprocess.run([*LIFELINE, *write], cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "forecasts.jsonl").write_text("{torn\n")
    return tmp_path


@pytest.mark.parametrize("line", LINES)
def test_a_reader_who_leaves_early_is_no_fault(line: str, folder: Path) -> None:
    code, said = read_by(line, folder, everything=True)
    for lines in (0, 1) if line.startswith(LONG) else (0,):
        for name in WRITTEN:
            subprocess.run(["rm", "-rf", folder / name], check=True)
        assert read_by(line, folder, lines=lines) == (code, said)


def read_by(
    line: str, folder: Path, *, lines: int = 0, everything: bool = False
) -> tuple[int, bytes]:
    """Let a command run whose reader takes so many lines; give its exit code and what it says."""
    reads, writes = os.pipe()
    reader = os.fdopen(reads, "rb", buffering=0)
    if not everything and not lines:
        reader.close()
    process = subprocess.Popen(
        [*LIFELINE, *line.split()],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=writes,
        stderr=subprocess.PIPE,
    )
    os.close(writes)
    if everything:
        reader.read()
    for _ in range(lines):
        reader.readline()
    reader.close()
    _, said = process.communicate(timeout=60)
    return process.returncode, said
