"""The examples for CI: held to the schemas of the services, and run in a sample repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from lifeline.model.compiled import CompiledSet
from lifeline.reading.finding.discovery import find_ideas
from lifeline.reading.idea import read_idea
from tests.ci.services import ACTION, CI, DAY, GitHub, Service, read
from tests.repositories import commit, git

WORKFLOWS = sorted((CI / "github").glob("*.yml"))
NAMES = [path.name for path in WORKFLOWS]


def checked(schema: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    return subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.gitlab-ci", [CI / "gitlab" / ".gitlab-ci.yml"]),
    ],
)
def test_they_are_what_the_service_takes(schema: str, paths: list[Path]) -> None:
    done = checked(schema, *paths)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_workflows_give_our_action_what_it_takes_and_use_what_it_gives(name: str) -> None:
    (job,) = read(CI / "github" / name)["jobs"].values()
    ours = [step for step in job["steps"] if step.get("uses", "").startswith("OWNER/lifeline@")]
    assert ours
    for step in ours:
        assert set(step["with"]) <= set(ACTION["inputs"])
    text = (CI / "github" / name).read_text(encoding="utf-8")
    ids = {step.get("id") for step in ours}
    for id_, output in re.findall(r"steps\.([\w-]+)\.outputs\.([\w-]+)", text):
        assert id_ in ids
        assert output in ACTION["outputs"]


@pytest.mark.parametrize("name", NAMES)
def test_workflows_may_read_only_and_run_nothing_that_a_stranger_wrote(name: str) -> None:
    workflow = read(CI / "github" / name)
    rights = {"contents": "read"}
    if name == "code-scanning.yml":
        rights["security-events"] = "write"
        assert set(workflow["on"]) == {"push"}, "a pull request from a fork may not write"
    assert workflow["permissions"] == rights
    for job in workflow["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in job["steps"])


def test_a_pull_request_is_judged_by_what_it_changes(github: GitHub) -> None:
    github.add("chatpdf")
    base = git(github.workspace, "rev-parse", "HEAD")
    github.add("hugging-face")
    (done,) = github.run_job("lifeline.yml", github__event__pull_request__base__sha=base)
    assert (done.returncode, github.outputs()["passed"]) == (0, "1")
    (on_main,) = github.run_job("lifeline.yml")
    assert (on_main.returncode, github.outputs()["failed"]) == (1, "1")


def test_code_scanning_gets_everything_and_stays_green(github: GitHub) -> None:
    github.add("chatpdf", "open-questions")
    (done,) = github.run_job("code-scanning.yml")
    assert done.returncode == 0
    assert github.outputs()["sarif"] == "lifeline.sarif"
    found = json.loads((github.workspace / "lifeline.sarif").read_text())["runs"][0]["results"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found}
    assert uris == {"ideas/chatpdf.yaml", "ideas/open-questions.yaml"}


def test_with_a_baseline_an_old_failure_is_green_and_a_new_one_red(github: GitHub) -> None:
    github.add("chatpdf")
    assert github.bash("lifeline baseline write").returncode == 0
    (done,) = github.run_job("baseline.yml")
    assert done.returncode == 0, done.stdout
    github.add("jasper")
    (worse,) = github.run_job("baseline.yml")
    assert worse.returncode == 1
    assert "ideas/jasper.yaml" in worse.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="its date is that of GNU, as on the runners")
def test_the_weekly_run_is_red_for_age_and_sums_up_the_week(github: GitHub) -> None:
    github.add("hugging-face")
    del github.environment["LIFELINE_AS_OF"]
    judged, summed_up = github.run_job("scheduled.yml")
    assert judged.returncode == 3
    assert summed_up.returncode == 0, summed_up.stderr
    assert github.outputs()["verdict"] == "unclear"
    summary = github.summary.read_text(encoding="utf-8")
    assert "Before:" in summary.split("```text")[1]
    assert github.written() == {"moved.txt"}


@pytest.mark.skipif(sys.platform != "linux", reason="its date is that of GNU, as on the runners")
def test_a_repository_younger_than_a_week_has_nothing_to_sum_up(github: GitHub) -> None:
    (github.workspace / "ideas").mkdir()
    git(github.workspace, "commit", "-q", "--allow-empty", "-m", "now", day="2099-01-01")
    step = read(CI / "github" / "scheduled.yml")["jobs"]["age"]["steps"][-1]
    done = github.bash(step["run"], LIFELINE=str(github.command))
    assert (done.returncode, github.summary.exists()) == (0, False)


def gitlab_job(service: Service, name: str, **environment: str) -> int:
    """Run a job of GitLab; ``extends`` is followed, what installs lifeline left out."""
    text = read(CI / "gitlab" / ".gitlab-ci.yml")
    job = {**text[text[name]["extends"]], **text[name]}
    before = [line for line in job["before_script"] if not line.startswith("pip install")]
    done = service.bash("\n".join([*before, *job["script"]]), **environment)
    reported = job["artifacts"]["reports"]["junit"]
    assert reported in service.written()
    return done.returncode


def test_gitlab_shows_tests_of_what_a_merge_request_changes(service: Service) -> None:
    service.add("chatpdf")
    base = git(service.workspace, "rev-parse", "HEAD")
    service.add("open-questions")
    assert gitlab_job(service, "ideas", CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 3
    assert 'tests="1"' in (service.workspace / "lifeline.xml").read_text()
    allowed = read(CI / "gitlab" / ".gitlab-ci.yml")["ideas"]["allow_failure"]
    assert allowed == {"exit_codes": 3}


def test_gitlab_notices_age(service: Service) -> None:
    service.add("hugging-face")
    assert gitlab_job(service, "ideas-weekly") == 3


def test_a_plain_shell_keeps_reports_and_the_exit_code(service: Service) -> None:
    service.add("chatpdf", "hugging-face")
    shutil.copy(CI / "plain" / "ci.sh", service.workspace)
    done = service.bash("./ci.sh")
    assert done.returncode == 1, done.stderr
    assert "ChatPDF" in done.stdout
    assert service.written() == {
        "ci.sh", "reports/lifeline.xml", "reports/lifeline.md", "reports/lifeline.json",
    }  # fmt: skip
    assert os.access(CI / "plain" / "ci.sh", os.X_OK)


def test_the_start_up_gets_by_with_one_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CI / "startup")
    assert main(["score", "--as-of", DAY]) == 0
    assert "product.yaml" in capsys.readouterr().out


def test_the_accelerator_asks_each_batch_for_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CI / "accelerator")
    assert main(["score", "--as-of", DAY, "--format", "json"]) == 1
    ideas = json.loads(capsys.readouterr().out)["ideas"]
    verdicts = {idea["id"]: idea["verdict"] for idea in ideas}
    wanted = {
        idea["id"]: {gate["part"]: gate["wanted"] for gate in idea["gates"]} for idea in ideas
    }
    assert verdicts == {"fleet-notes": "pass", "meeting-minutes": "fail", "permit-finder": "pass"}
    assert wanted["permit-finder"]["months"] == 3
    assert wanted["fleet-notes"]["months"] == 6
    assert main(["score", "--as-of", "2027-11-23", "--format", "json"]) == 1
    later = {i["id"]: i["verdict"] for i in json.loads(capsys.readouterr().out)["ideas"]}
    assert later["fleet-notes"] == "unclear", "nobody has looked for a year"


def test_the_accelerators_baseline_is_what_is_written_for_its_ideas(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(CI / "accelerator", tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    assert main(["baseline", "check", "--as-of", DAY]) == 0
    kept = CI / "accelerator" / "lifeline-baseline.yaml"
    Path("lifeline-baseline.yaml").unlink()
    assert main(["baseline", "write", "--as-of", DAY]) == 0
    if request.config.getoption("--update-goldens"):
        shutil.copy("lifeline-baseline.yaml", kept)
    assert Path("lifeline-baseline.yaml").read_text() == kept.read_text()


def test_a_commit_that_makes_an_idea_worse_is_told_on_its_line(service: Service) -> None:
    shutil.copytree(CI / "accelerator", service.workspace, dirs_exist_ok=True)
    commit(service.workspace, "the accelerator")
    path = service.workspace / "ideas" / "2025-autumn" / "fleet-notes.yaml"
    path.write_text(path.read_text().replace("payers: organisations", "payers: nobody")
                    .replace("assistant: more-than-ability", "assistant: enough"))  # fmt: skip
    done = service.bash("lifeline baseline check")
    assert done.returncode == 1
    assert "worse, line " in done.stdout


def test_no_set_up_looks_like_an_idea_file(ngc: CompiledSet) -> None:
    for path in find_ideas([str(CI)]).paths:
        assert read_idea(Path(path).read_bytes(), path, ngc).title
