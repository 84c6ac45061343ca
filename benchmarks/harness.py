"""What the benchmarks stand on: the wheel in a clean venv, and whole processes measured."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SET = ROOT / "rubrics" / "ngc"

UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NODE_EXTRA_CA_CERTS", "PYTHONPATH")
"""Variables that would change what is timed; the last would put a checkout before the wheel."""

CACHE = "cache"
"""The folder below the one to work in where what is measured keeps compiled sets."""

SCORED = frozenset({0, 1, 3})
"""The exit codes of a run that scored: passed, failed a gate, unclear."""


class BenchmarkError(Exception):
    """A step that has to work did not; the message carries its output."""


@dataclass(frozen=True)
class Sample:
    """What one whole process took, from its start until it was reaped."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, children included."""
    rss: float
    """Peak memory of the largest single process, in MiB."""


@dataclass(frozen=True)
class Command:
    """A command line, and the exit codes that mean it did its work."""

    words: tuple[str, ...]
    accept: frozenset[int] = frozenset({0})
    cores: int = 0
    """How many cores it may use, where the system can say; 0 for all."""

    def on(self, cores: int) -> "Command":
        """Give the same with so many cores."""
        return replace(self, cores=cores)


@dataclass(frozen=True)
class Bench:
    """A folder to work in, and the clean venv in it that has the wheel, or another Python."""

    folder: Path
    installed: str = ""

    @property
    def python(self) -> str:
        """The interpreter that has the program."""
        return self.installed or str(self.folder / "venv" / "bin" / "python")

    def start(self) -> Command:
        """Start the same Python with nothing to do."""
        return Command((self.python, "-I", "-c", "pass"))

    def floor(self, corpus: Path) -> Command:
        """Parse the same files and do nothing else."""
        return Command((self.python, str(HERE / "floor.py"), str(corpus)))

    def script(self, *arguments: str) -> Command:
        """Call the installed console script."""
        return Command((str(Path(self.python).with_name("lifeline")), *arguments), SCORED)

    def jsonl(self, corpus: Path, *options: str) -> Command:
        """Score a folder to JSON lines."""
        return self.script("score", "--format", "jsonl", *options, str(corpus))

    def inside(self, name: str, *arguments: str) -> Any:
        """Run a script of ``inside/`` where the program is installed; give the JSON it prints."""
        script = str(HERE / "inside" / f"{name}.py")
        return json.loads(do(self.folder, self.python, script, *arguments, apart=True))

    def module(self, *arguments: str, options: Sequence[str] = ()) -> Command:
        """Call the same program as `python -m lifeline`."""
        return Command((self.python, *options, "-m", "lifeline", *arguments), SCORED)


@contextmanager
def workplace(keep: Path | None) -> Iterator[Path]:
    """Give a folder to work in: the one to keep, or one that is gone afterwards."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        yield Path(folder).resolve()


def make_corpus(folder: Path, rubric_set: Path, count: int, times: int = 1) -> Path:
    """Write so many idea files below the folder, and say what they are like on stderr."""
    corpus = folder / f"{rubric_set.name}-ideas-{count}"
    script, where = str(HERE / "corpus.py"), ("--set", str(rubric_set), "--out", str(corpus))
    much = ("--count", str(count), "--times", str(times))
    print(f"{corpus.name}: {do(folder, sys.executable, script, *where, *much)}", file=sys.stderr)
    return corpus


def set_folder(text: str) -> Path:
    """Read the folder of a rubric set from a command line."""
    folder = Path(text).resolve()
    if not (folder / "set.yaml").is_file():
        raise argparse.ArgumentTypeError(f"no set.yaml in {text}")
    return folder


def do(folder: Path, *words: str, apart: bool = False) -> str:
    """Run a step, and give what it printed; apart, it keeps nothing outside of the folder."""
    env = environment() | ({"XDG_CACHE_HOME": str(folder / CACHE)} if apart else {})
    done = subprocess.run(words, check=False, cwd=folder, env=env, capture_output=True, text=True)
    if done.returncode:
        raise BenchmarkError(complaint(words, done.returncode, done.stdout + done.stderr))
    return done.stdout.strip()


def measure(folder: Path, command: Command) -> Sample:
    """Run a command as a whole process in the folder, where no checkout can shadow the wheel."""
    out, err = folder / "stdout", folder / "stderr"
    meter = (
        sys.executable,
        "-I",
        "-S",
        str(HERE / "meter.py"),
        str(out),
        str(err),
        str(command.cores),
    )
    code, wall, cpu, rss = do(folder, *meter, *command.words, apart=True).split()
    if int(code) not in command.accept:
        output = err.read_text(errors="replace") + out.read_text(errors="replace")
        raise BenchmarkError(complaint(command.words, int(code), output))
    return Sample(float(wall), float(cpu), float(rss))


def environment() -> dict[str, str]:
    """Give every child this environment, less what would change the timing."""
    return {name: value for name, value in os.environ.items() if name not in UNSET}


def complaint(words: Sequence[str], code: int, output: str) -> str:
    """Say which command failed, how, and the end of what it printed."""
    tail = "\n".join(output.strip().splitlines()[-30:])
    return f"exit code {code} from: {' '.join(words)}\n{tail}"
