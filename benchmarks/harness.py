"""What the benchmarks stand on: the wheel in a clean venv, and whole processes measured."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SET = ROOT / "rubrics" / "ngc"

UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NODE_EXTRA_CA_CERTS", "PYTHONPATH")
"""Variables that would change what is timed; the last would put a checkout before the wheel."""

BUILD_REQUIRES = ("hatchling", "pydantic", "yaml")
"""The modules that the build in pyproject.toml asks for."""

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


@dataclass(frozen=True)
class Bench:
    """A folder to work in, and the clean venv in it that has the wheel."""

    folder: Path

    @property
    def python(self) -> str:
        """The venv's interpreter."""
        return str(self.folder / "venv" / "bin" / "python")

    def start(self) -> Command:
        """Start the same Python with nothing to do."""
        return Command((self.python, "-I", "-c", "pass"))

    def floor(self, corpus: Path) -> Command:
        """Parse the same files and do nothing else."""
        return Command((self.python, str(HERE / "floor.py"), str(corpus)))

    def script(self, *arguments: str) -> Command:
        """Call the installed console script."""
        return Command((str(Path(self.python).with_name("lifeline")), *arguments), SCORED)

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


def prepare(folder: Path) -> Bench:
    """Build the wheel and install it, compiled, in a venv with nothing else that runs at start."""
    bench = Bench(folder)
    wheel = build_wheel(folder)
    do(folder, sys.executable, "-m", "venv", "--clear", str(folder / "venv"))
    do(folder, bench.python, "-m", "pip", "install", "--quiet", str(wheel))
    do(folder, bench.python, "-m", "pip", "uninstall", "--quiet", "--yes", "setuptools")
    return bench


def build_wheel(folder: Path) -> Path:
    """Build the project's wheel with what this Python has: build, or else pip."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        do(folder, sys.executable, "-m", *builder(), out, str(ROOT))
        built = next(Path(out).glob("*.whl"))
        return built.replace(folder / built.name)


def builder() -> tuple[str, ...]:
    """Choose how to build: without a download where all that the build needs is at hand."""
    if not find_spec("build"):
        return ("pip", "wheel", "--no-deps", "--wheel-dir")
    isolation = ("--no-isolation",) if all(map(find_spec, BUILD_REQUIRES)) else ()
    return ("build", "--wheel", *isolation, "--outdir")


def make_corpus(folder: Path, rubric_set: Path, count: int) -> Path:
    """Write so many idea files below the folder, and print what they are like."""
    corpus = folder / f"ideas-{count}"
    script, where = str(HERE / "corpus.py"), ("--set", str(rubric_set))
    print(do(folder, sys.executable, script, *where, "--count", str(count), "--out", str(corpus)))
    return corpus


def set_folder(text: str) -> Path:
    """Read the folder of a rubric set from a command line."""
    folder = Path(text).resolve()
    if not (folder / "set.yaml").is_file():
        raise argparse.ArgumentTypeError(f"no set.yaml in {text}")
    return folder


def do(folder: Path, *words: str) -> str:
    """Run a step that is not measured, and give what it printed."""
    done = subprocess.run(
        words, check=False, cwd=folder, env=environment(), capture_output=True, text=True
    )
    if done.returncode:
        raise BenchmarkError(complaint(words, done.returncode, done.stdout + done.stderr))
    return done.stdout.strip()


def measure(folder: Path, command: Command) -> Sample:
    """Run a command as a whole process in the folder, where no checkout can shadow the wheel."""
    out, err = folder / "stdout", folder / "stderr"
    meter = (sys.executable, "-I", "-S", str(HERE / "meter.py"), str(out), str(err))
    code, wall, cpu, rss = do(folder, *meter, *command.words).split()
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
