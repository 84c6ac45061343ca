"""The wheel as users get it: built from this checkout, installed compiled in a clean venv."""

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from harness import ROOT, Bench, do

BUILD_REQUIRES = ("hatchling", "pydantic", "yaml")
"""The modules that the build in pyproject.toml asks for."""


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
