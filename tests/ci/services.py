"""Runs what stands in CI files in a folder, with the environment that a service gives.

What installs lifeline is left out: the lifeline that is tested stands on the PATH instead.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.repositories import commit, repository

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
CI = ROOT / "examples" / "ci"
IDEAS = ROOT / "examples" / "ideas"
DAY = "2026-11-23"

EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")

Done = subprocess.CompletedProcess[str]


def read(path: Path) -> Any:
    """Read YAML; ``on`` stays a word, as the services have it."""
    text = re.sub(r"^on:", '"on":', path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return yaml.safe_load(text)


class Service:
    """A service that has checked out a repository, and its folder for temporary files."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        if shutil.which("bash") is None:
            pytest.skip("bash is not there")
        self.workspace = repository(folder / "work space", patch)
        self.temp = folder / "temp"
        self.home = folder / "bin"
        for each in (self.temp, self.home):
            each.mkdir()
        self.command = self.home / "lifeline"
        self.command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m lifeline "$@"\n')
        self.command.chmod(0o755)
        self.summary = folder / "summary.md"
        self.outputs_file = folder / "outputs"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("LIFELINE_")},
            "PATH": f"{self.home}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "LIFELINE_AS_OF": DAY,
            "CI": "true",
        }

    def add(self, *names: str, folder: str = "ideas") -> None:
        """Commit some of the example ideas."""
        (self.workspace / folder).mkdir(parents=True, exist_ok=True)
        for name in names:
            shutil.copy(IDEAS / f"{name}.yaml", self.workspace / folder)
        commit(self.workspace, f"add {' '.join(names)}")

    def written(self) -> set[str]:
        """Give what is in the repository and not committed."""
        command = ["git", "status", "--porcelain", "--untracked-files=all"]
        done = subprocess.run(command, cwd=self.workspace, capture_output=True, check=True)
        return {line[3:].strip('"') for line in done.stdout.decode().splitlines()}

    def bash(self, script: str, **environment: str) -> Done:
        """Run a script in the repository, as services do: it ends at the first error."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.workspace,
            env={**self.environment, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


class GitHub(Service):
    """GitHub Actions: workflows, and our action as it is written in ``action.yml``."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        super().__init__(folder, patch)
        self.outputs_file.touch()
        self.environment |= {
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.outputs_file),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.temp),
        }

    def outputs(self) -> dict[str, str]:
        """Give the outputs that were written last under each name."""
        lines = self.outputs_file.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def act(self, context: dict[str, str] | None = None, /, **given: str) -> Done:
        """Run our action with some inputs, named with ``_`` for ``-``."""
        inputs = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
        for name, value in given.items():
            key = name.replace("_", "-").rstrip("-")
            assert key in inputs
            inputs[key] = expanded(str(value), context or {})
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known["steps.install.outputs.command"] = str(self.command)
        install, score = ACTION["runs"]["steps"]
        assert "install.sh" in install["run"]
        env = {name: expanded(value, known) for name, value in score["env"].items()}
        return self.bash(score["run"], **env)

    def run_job(self, workflow: str, **context: str) -> list[Done]:
        """Run the steps of a workflow that are ours, or scripts; other actions are passed over."""
        (job,) = read(CI / "github" / workflow)["jobs"].values()
        known = {name.replace("__", "."): value for name, value in context.items()}
        done = []
        for step in job["steps"]:
            if step.get("uses", "").startswith("OWNER/lifeline@"):
                given = {key: _as_input(value) for key, value in step["with"].items()}
                done.append(self.act(known, **given))
                known |= {
                    f"steps.{step.get('id')}.outputs.{k}": v for k, v in self.outputs().items()
                }
                known[f"steps.{step.get('id')}.outputs.command"] = str(self.command)
            elif "run" in step:
                env = {key: expanded(value, known) for key, value in step.get("env", {}).items()}
                done.append(self.bash(step["run"], **env))
        return done


def _as_input(value: object) -> str:
    """Give a value as the service hands it over: everything is text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def expanded(text: str, known: dict[str, str]) -> str:
    """Put what is known into expressions; what is not there is empty, as GitHub has it."""
    return EXPRESSION.sub(lambda found: known.get(found[1], ""), text)
