"""Kills processes that save, again and again: ``python -m tests.faults.kills TIMES FOLDER``.

Each writer of the program has its turn, and is killed at a random moment, as by ``kill -9`` or a
power cut of the process alone. Afterwards every file has to be whole: the old one, or the new one.
What may lie beside it is one draft, ``.NAME.saving``, which the next saving takes up. The writers
run in copies of this process, which has everything loaded: so a kill finds them at work.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TypeVar

from lifeline.cli.main import main as command
from lifeline.compiling.store import load_set, unpack
from lifeline.reading.idea import read_idea
from lifeline.reading.shelves import shipped_sets
from tests.conftest import ROOT
from tests.faults.command import DAY, EXAMPLES, copies

SMALL = str(ROOT / "tests" / "sets" / "small")

TYPED = ["a", "back", "b", "undo", "later", "a"]
"""What is typed in a walk."""

T = TypeVar("T")
Writer = Callable[[Path], None]
Check = Callable[[Path], bool]


def walk(place: Path, lines: int = len(TYPED)) -> None:
    """Answer, go back, take back: a save after every line."""
    shutil.rmtree(place / "state", ignore_errors=True)
    (place / "walked.yaml").unlink(missing_ok=True)
    sys.stdin = io.StringIO("".join(f"{line}\n" for line in TYPED[:lines]))
    command(["walk", "--plain", str(place / "walked.yaml")])


def is_walked(place: Path) -> bool:
    """Either there is no file yet, or it holds everything up to some line."""
    file, kept = place / "walked.yaml", place / "kept-states"
    if not kept.exists():
        kept.mkdir()
        for lines in range(1, len(TYPED) + 1):
            walk(place, lines)
            (kept / f"{lines}.yaml").write_bytes(file.read_bytes())
    for path in (place / "state").rglob("*.json"):
        json.loads(path.read_bytes())
    if not file.exists():
        return False
    assert file.read_bytes() in [path.read_bytes() for path in kept.iterdir()]
    return True


def report(place: Path) -> None:
    """Write one report in the place of another."""
    for name in ("jasper", "chatpdf"):
        idea = str(EXAMPLES / f"{name}.yaml")
        out = f"json:{place / 'out.json'}"
        command(["score", "--as-of", DAY, "--format", out, idea])


def is_reported(place: Path) -> bool:
    file = place / "out.json"
    if not file.exists():
        return False
    (idea,) = json.loads(file.read_bytes())["ideas"]
    assert idea["id"] in ("jasper", "chatpdf")
    return True


def accept(place: Path) -> None:
    """Write a baseline, with and without half of the ideas."""
    file = str(place / "baseline.yaml")
    for folder in ("few", "many"):
        ideas = str(place / folder)
        command(["baseline", "write", ideas, "--as-of", DAY, "--loosen", "--file", file])


def is_accepted(place: Path) -> bool:
    file = place / "baseline.yaml"
    if not file.exists():
        return False
    told = file.read_text().count("\n  idea-")
    assert told in (4, 9), told
    return True


def begin(place: Path) -> None:
    """Write a new idea file, again and again."""
    file = place / "new.yaml"
    file.unlink(missing_ok=True)
    command(["new", str(file), "--as-of", DAY])


def is_begun(place: Path) -> bool:
    file = place / "new.yaml"
    if not file.exists():
        return False
    idea = read_idea(file.read_bytes(), str(file), load_set(os.path.join(shipped_sets(), "ngc")))
    assert idea.title == "New"
    assert len(idea.answers) == 14
    return True


def keep(place: Path) -> None:
    """Compile a small set that is not kept, and keep it."""
    for file in (place / "cache").rglob("*.json"):
        file.unlink()
    load_set(SMALL)


def is_kept(place: Path) -> bool:
    files = [*(place / "cache").rglob("*.json")]
    for file in files:
        unpack(file.read_bytes(), file.stem)
    return bool(files)


def foretell(place: Path) -> None:
    """Write two forecasts into a new ledger, and what came of one."""
    file = place / "ledger.jsonl"
    file.unlink(missing_ok=True)
    for name in ("dental-lab", "call-desk"):
        idea = str(EXAMPLES / f"{name}.yaml")
        command(["ledger", "add", idea, "--file", str(file), "--as-of", DAY])


def is_foretold(place: Path) -> bool:
    file = place / "ledger.jsonl"
    if not file.exists():
        return False
    lines = file.read_bytes().splitlines(keepends=True)
    assert len(lines) <= 2
    assert all(line.endswith(b"\n") and json.loads(line) for line in lines)
    return bool(lines)


WRITERS: dict[str, tuple[Writer, Check]] = {
    "walk": (walk, is_walked),
    "report": (report, is_reported),
    "baseline": (accept, is_accepted),
    "new": (begin, is_begun),
    "cache": (keep, is_kept),
    "ledger": (foretell, is_foretold),
}


def kill(writer: Writer, place: Path, seconds: float) -> None:
    """Let a process write for some time, and kill it."""
    child = os.fork()
    if not child:
        try:
            while True:
                quietly(writer, place)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "it did not end by itself"


def drafts(place: Path) -> list[str]:
    """Give what lies beside the files, and is none of them."""
    return [
        path.name for path in place.rglob("*.*") if path.suffix not in (".yaml", ".json", ".jsonl")
    ]


def timed(write: Writer, check: Check, place: Path) -> float:
    """Let a writer come to its end, here, so that all it uses is loaded; give its seconds."""
    quietly(write, place)
    assert quietly(check, place), "it writes something"
    begun = time.monotonic()
    quietly(write, place)
    return time.monotonic() - begun


def quietly(do: Callable[[Path], T], place: Path) -> T:
    """Do something that talks."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return do(place)


def main(times: int, folder: str) -> None:
    """Kill so many processes, and print what lay beside the files."""
    place = Path(folder)
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(place / name[4:9].lower())
    copies(place / "few", 4)
    copies(place / "many", 9)
    seconds = {name: timed(*writer, place) for name, writer in WRITERS.items()}
    found: Counter[str] = Counter()
    for number in range(times):
        name = [*WRITERS][number % len(WRITERS)]
        write, check = WRITERS[name]
        kill(write, place, random.uniform(0, 1.2 * seconds[name]))
        check(place)
        there = drafts(place)
        assert len(there) <= len(WRITERS), there
        found.update(there)
    for write, check in WRITERS.values():
        quietly(write, place)
        assert quietly(check, place)
    assert not drafts(place), "the next who saves takes a draft up"
    sys.stdout.write(f"{times} killed; drafts seen afterwards: {dict(found)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
