"""Very many files with one that is bad: it is told, the others are judged, in so much memory.

``LIFELINE_FAULTS_FILES`` says how many; ten thousand are tried before a release.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.command import DAY, LIFELINE, copies, run

FILES = int(os.environ.get("LIFELINE_FAULTS_FILES", "300"))

MEASURES = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
open(sys.argv[1], "w").write(str(used))
sys.exit(code)
"""
"""Runs a command, and writes down the most memory that one of its processes used."""


def scored(folder: Path, jobs: int, limit: str = ".") -> tuple[int, list[dict[str, str]], str, int]:
    """Give the exit code, every verdict, what was said, and the memory."""
    words = ["score", "--as-of", DAY, "--jobs", str(jobs), "--format", "jsonl", limit]
    used = folder.parent / "used"
    done = subprocess.run(
        [sys.executable, "-c", MEASURES, str(used), *LIFELINE, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, lines, done.stderr, int(used.read_text())


@pytest.mark.parametrize("jobs", [1, 4])
def test_one_bad_file_among_very_many_is_told(jobs: int, tmp_path: Path) -> None:
    ideas = copies(tmp_path / "ideas", FILES)
    few = copies(tmp_path / "few", 100)
    bad = ideas / f"idea-{FILES // 2:05}.yaml"
    bad.write_text("lifeline: 1\nidea: Bad\nanswers: {entry: announced}\nnonsense: [1, 2\n")
    code, lines, said, memory = scored(ideas, jobs)
    assert code == 2
    assert said.startswith(f"./{bad.name}:4:")
    assert len({line.partition(":")[0] for line in said.splitlines() if ".yaml" in line}) == 1
    verdicts = [line["verdict"] for line in lines if "verdict" in line]
    assert len(verdicts) == FILES
    assert verdicts.count("invalid") == 1
    assert memory < 1.1 * scored(few, jobs)[3] + FILES / 4


@pytest.mark.parametrize("files", [6, 8, 12])
def test_where_the_system_gives_no_more_processes_one_judges_all(
    files: int, tmp_path: Path
) -> None:
    """So few files may be open at once that pipes between processes are not among them."""
    copies(tmp_path / "ideas", 9)
    words = ["score", "--as-of", DAY, "--format", "json", "--jobs", "4", "ideas"]
    plain = run(*words, cwd=tmp_path)
    done = run(
        *words,
        cwd=tmp_path,
        before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files)),
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, plain.stdout, "")
