"""Other programs that check YAML files by a schema: installed here, and tried before timing.

None of them scores: each says whether a file follows the schema, and no more.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness import HERE, Bench, Command, do

PYTHON_PINS = ("check-jsonschema==0.39.0", "yamale==6.1.0")
NODE_PINS = ("ajv@8.20.0", "ajv-formats@3.0.1", "js-yaml@4.1.0", "@stoplight/spectral-cli@6.16.3")
"""All versions, in one place."""

AJV = f"{NODE_PINS[0]} + {NODE_PINS[2]}"

REFUSED = 1
"""The exit code of all of them when a file does not follow the schema."""

DRAFT = "draft2020-12"
WORDS = 120


@dataclass(frozen=True)
class Checker:
    """A program with its schema, ready for files."""

    name: str
    call: Callable[[Sequence[str]], tuple[str, ...]]
    most: int = 100
    """Files that it is given in one call: as many as it does in seconds."""

    def checks(self, files: Sequence[str]) -> Command:
        """Check files that follow the schema."""
        return Command(self.call(files))

    def fault(self, bench: Bench, right: Sequence[str], wrong: Sequence[str]) -> str:
        """Try it on each file alone; say what it does that it should not."""
        for file in right:
            if self.verdict(bench, file) != (0, True):
                return f"does not take the right file {Path(file).name}"
        for file in wrong:
            if self.verdict(bench, file) != (REFUSED, True):
                return f"does not refuse the wrong file {Path(file).name}"
        return ""

    def verdict(self, bench: Bench, file: str) -> tuple[int, bool]:
        """Give its exit code, and whether it says which file it refuses: a crash does not."""
        words = self.call([file])
        done = subprocess.run(words, check=False, capture_output=True, text=True, cwd=bench.folder)
        told = done.stdout + done.stderr
        return done.returncode, not done.returncode or Path(file).name in told


def installed(bench: Bench) -> dict[str, str]:
    """Install what can be; give what could not, Python's or Node's, with the reason."""
    folder = str(bench.folder / "node")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    steps: dict[str, list[tuple[str, ...]]] = {
        "Python": [
            (sys.executable, "-m", "venv", "--clear", str(bench.folder / "checkers")),
            (_python(bench), "-m", "pip", "install", "--quiet", *PYTHON_PINS),
        ],
        "Node": [("npm", "install", *quiet, "--prefix", folder, *NODE_PINS)],
    }
    found = {name: _failure(bench.folder, each) for name, each in steps.items()}
    return {name: why for name, why in found.items() if why}


def _failure(folder: Path, steps: Sequence[tuple[str, ...]]) -> str:
    """Take some steps, with the whole environment; give the first words of what went wrong."""
    for step in steps:
        if not shutil.which(step[0]):
            return f"there is no {step[0]}"
        done = subprocess.run(step, check=False, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            return (done.stderr or done.stdout).strip().splitlines()[-1][:WORDS]
    return ""


def _python(bench: Bench) -> str:
    return str(bench.folder / "checkers" / "bin" / "python")


def available(bench: Bench, rubric_set: Path, lacking: dict[str, str]) -> list[Checker]:
    """Write the schemas, and give the programs that are there."""
    schema = bench.folder / "idea.schema.json"
    words = bench.script("schema", "idea", "--set", str(rubric_set), "-o", str(schema)).words
    do(bench.folder, *words)
    found = [] if "Python" in lacking else _python_checkers(bench, schema, rubric_set)
    return found if "Node" in lacking else found + _node_checkers(bench, schema)


def _python_checkers(bench: Bench, schema: Path, rubric_set: Path) -> list[Checker]:
    scripts = Path(_python(bench)).parent
    json_schema = (str(scripts / "check-jsonschema"), "--schemafile", str(schema))
    own = bench.folder / "schema.yaml"
    own.write_text(bench.inside("yamale_schema", str(rubric_set)), encoding="utf-8")
    yamale = (str(scripts / "yamale"), "-s", str(own))
    return [
        Checker(PYTHON_PINS[0], lambda files: (*json_schema, *files)),
        Checker(PYTHON_PINS[1], lambda files: (*yamale, *files)),
    ]


def _node_checkers(bench: Bench, schema: Path) -> list[Checker]:
    node, modules = str(shutil.which("node")), bench.folder / "node" / "node_modules"
    script = bench.folder / "node" / "ajv.mjs"
    shutil.copyfile(HERE / "inside" / "ajv.mjs", script)  # Node looks for modules beside a script
    rules = bench.folder / "spectral.json"
    rules.write_text(json.dumps(ruleset(json.loads(schema.read_bytes()))), encoding="utf-8")
    spectral = (node, str(modules / ".bin" / "spectral"), "lint", "-r", str(rules))
    return [
        Checker(
            " + ".join(NODE_PINS[:3:2]), lambda files: (node, str(script), str(schema), *files)
        ),
        Checker(NODE_PINS[3], lambda files: (*spectral, *files), most=10),
    ]


def ruleset(schema: object) -> object:
    """Give Spectral one rule: the whole file follows the schema."""
    options = {"dialect": DRAFT, "schema": schema, "allErrors": False}
    then = {"function": "schema", "functionOptions": options}
    return {"rules": {"idea": {"given": "$", "severity": "error", "then": then}}}
