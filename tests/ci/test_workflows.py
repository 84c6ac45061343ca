"""The workflows of this repository: what GitHub takes, with the least rights, from pinned actions.

They run ``.ci/run``, ``.ci/versions`` and ``.ci/weekly``, and every part of these.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.ci.services import read
from tests.ci.test_examples import checked
from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"- uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def script(name: str) -> str:
    return (ROOT / ".ci" / name).read_text(encoding="utf-8")


def test_they_are_what_github_takes() -> None:
    done = checked("vendor.github-workflows", *WORKFLOWS)
    assert done.returncode == 0, done.stdout


@each_workflow
def test_they_may_read_only_and_run_nothing_that_an_expression_gives(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        assert job["timeout-minutes"] < 360
        assert all("${{" not in step.get("run", "") for step in job["steps"])


@each_workflow
def test_actions_of_others_are_pinned_to_a_commit(path: Path) -> None:
    uses = [
        line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert uses
    assert all(PINNED.match(line) for line in uses)


def test_every_part_of_the_weekly_run_has_its_job_and_is_told() -> None:
    parts = set(re.findall(r"^(\w+)\(\) \{", script("weekly"), re.MULTILINE)) - {"tests"}
    ((default,), (told,)) = (
        re.findall(r"set -- (.*)$", script("weekly"), re.MULTILINE),
        re.findall(r"some only: (.*)$", script("weekly"), re.MULTILINE),
    )
    jobs = read(ROOT / ".github" / "workflows" / "weekly.yml")["jobs"]
    named = {"versions", *jobs["harder"]["strategy"]["matrix"]["part"]}
    assert parts == named == set(default.split()) == set(told.split())


def test_the_oldest_python_and_the_lowest_of_what_is_needed_are_tried() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "weekly.yml")["jobs"]
    oldest = PROJECT["requires-python"].removeprefix(">=")
    assert {oldest, "lowest"} <= set(jobs["versions"]["strategy"]["matrix"]["name"])
    assert f"OLDEST={oldest.removeprefix('3.')} " in script("versions")
    extras = PROJECT["optional-dependencies"]
    for need in [*PROJECT["dependencies"], *extras["watch"], *extras["completion"]]:
        assert ">=" in need, f"{need}: no bound says what the lowest is"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
@pytest.mark.parametrize("path", sorted((ROOT / ".ci").iterdir()), ids=lambda path: path.name)
def test_scripts_can_be_started(path: Path) -> None:
    assert path.stat().st_mode & 0o111 == 0o111
    done = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
