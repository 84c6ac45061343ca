"""The hooks for pre-commit: as it reads them, and as it runs them.

The real pre-commit makes an environment for a hook, which needs the network. Here the same hooks
run as hooks of the system, with the lifeline that is tested; nothing else is changed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.services import CI, Service
from tests.conftest import ROOT
from tests.repositories import git

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
EXAMPLE = CI / "pre-commit" / ".pre-commit-config.yaml"


def pre_commit(service: Service, *words: str) -> subprocess.CompletedProcess[str]:
    return service.bash(
        f'"{sys.executable}" -m pre_commit {" ".join(words)}',
        PRE_COMMIT_HOME=str(service.temp),
        PRE_COMMIT_COLOR="never",
    )


@pytest.mark.parametrize(
    ("check", "path"),
    [("validate-manifest", ROOT / ".pre-commit-hooks.yaml"), ("validate-config", EXAMPLE)],
)
def test_they_are_what_pre_commit_takes(check: str, path: Path, service: Service) -> None:
    done = pre_commit(service, check, f'"{path}"')
    assert done.returncode == 0, done.stdout


def test_the_example_names_hooks_that_there_are() -> None:
    (repo,) = yaml.safe_load(EXAMPLE.read_text())["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == list(HOOKS)


def as_system_hooks(config: Any) -> Any:
    """Give a configuration with our hooks as the system's, merged as pre-commit merges them."""
    (repo,) = config["repos"]
    hooks = [{**HOOKS[hook["id"]], **hook, "language": "system"} for hook in repo["hooks"]]
    return {"repos": [{"repo": "local", "hooks": hooks}]}


@pytest.fixture
def project(service: Service) -> Service:
    """A repository with our hooks, a rubric set, and files that are none of ours."""
    config = as_system_hooks(yaml.safe_load(EXAMPLE.read_text()))
    (service.workspace / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (service.workspace / "compose.yaml").write_text("services: {}\n")
    (service.workspace / "helm.yaml").write_text("{{ not yaml }}\n")
    shutil.copytree(ROOT / "tests" / "sets" / "small", service.workspace / "advice")
    return service


def test_all_files_of_a_clean_repository_pass(project: Service) -> None:
    project.add("chatpdf", "open-questions")
    done = pre_commit(project, "run", "--all-files")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 2


def test_a_broken_idea_is_told_with_its_line(project: Service) -> None:
    project.add("chatpdf")
    (project.workspace / "ideas" / "idea.yaml").write_text("lifeline: 1\nidea: A\nidee: B\n")
    git(project.workspace, "add", ".")
    done = pre_commit(project, "run")
    assert done.returncode == 1
    assert "ideas/idea.yaml:3:1" in done.stdout
    assert "exit code: 2" in done.stdout


def test_an_idea_that_fails_or_is_unclear_may_be_committed_whatever_is_asked_of_it(
    project: Service,
) -> None:
    wanted = 'min-months = 12\nmax-open = 0\nmax-age = 0\nfail-on = "warning"\n'
    (project.workspace / "lifeline.toml").write_text(wanted)
    project.add("chatpdf", "open-questions")
    done = pre_commit(project, "run", "lifeline-score", "--all-files")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


@pytest.mark.parametrize("own", [{}, {"args": ["--strict", "--"]}])
def test_a_file_that_is_called_like_a_flag_switches_nothing_off(
    own: dict[str, Any], project: Service
) -> None:
    config = as_system_hooks(yaml.safe_load(EXAMPLE.read_text()))
    (repo,) = config["repos"]
    (repo["hooks"][0]).update({"args": HOOKS["lifeline-score"]["args"], **own})
    (project.workspace / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    for name in ("--exclude=*.yaml", "bad.yaml"):
        (project.workspace / name).write_text("lifeline: 1\nidea: [\n")
    git(project.workspace, "add", ".")
    done = pre_commit(project, "run", "lifeline-score")
    assert "bad.yaml:2:8" in done.stdout
    assert "--exclude=*.yaml:2:8" in done.stdout


def test_a_commit_without_ideas_passes(project: Service) -> None:
    project.add("chatpdf")
    (project.workspace / "compose.yaml").write_text("services: {a: b}\n")
    git(project.workspace, "add", ".")
    done = pre_commit(project, "run", "lifeline-score")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_a_rubric_that_does_other_than_its_vectors_say_is_stopped(project: Service) -> None:
    project.add("chatpdf")
    vectors = project.workspace / "advice" / "tests" / "money.yaml"
    vectors.write_text(vectors.read_text().replace("{product: 50}", "{product: 51}"))
    git(project.workspace, "add", ".")
    done = pre_commit(project, "run", "lifeline-rubric-test")
    assert done.returncode == 1
    assert "1 failed" in done.stdout


def entry(
    service: Service, hook: str, *files: str, args: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Call a hook as pre-commit does: its entry, its arguments or those that are given, files."""
    assert HOOKS[hook]["require_serial"]
    given = HOOKS[hook]["args"] if args is None else args
    return service.bash(" ".join([HOOKS[hook]["entry"], *given, *files]))


def test_named_files_without_the_mark_are_passed_over(service: Service) -> None:
    service.add("hugging-face", folder=".")
    (service.workspace / "other.yaml").write_text("a: [\n")
    done = entry(service, "lifeline-score", "other.yaml", "hugging-face.yaml")
    assert done.returncode == 0
    assert "other.yaml" in done.stderr
    alone = entry(service, "lifeline-score", "other.yaml")
    assert (alone.returncode, alone.stdout) == (0, "")
    assert "nothing is judged" in alone.stderr
    assert service.bash("lifeline score other.yaml").returncode == 2, "as it was named"


def test_named_files_that_are_excluded_are_passed_over(service: Service) -> None:
    service.add("hugging-face", "chatpdf", folder=".")
    (service.workspace / "lifeline.toml").write_text('exclude = ["chatpdf.yaml"]\n')
    assert entry(service, "lifeline-score", "chatpdf.yaml", "hugging-face.yaml").returncode == 0
    assert service.bash("lifeline score chatpdf.yaml").returncode == 1


def test_a_named_file_that_is_gone_or_a_list_is_no_reason_to_pass(service: Service) -> None:
    service.add("hugging-face", folder=".")
    assert entry(service, "lifeline-score", "nowhere.yaml").returncode == 2
    (service.workspace / "list").write_text("hugging-face.yaml\n")
    listed = entry(service, "lifeline-score", args=["--files-from", "list"])
    assert listed.returncode == 0
