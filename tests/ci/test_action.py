"""The action: what goes in, what comes out, and that nothing else happens."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.ci.services import ACTION, GitHub
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "action").glob("*.sh"))


def test_it_is_an_action_by_the_schema() -> None:
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    done = subprocess.run(
        [sys.executable, "-m", *command, str(ROOT / "action.yml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_inputs_reach_scripts_through_the_environment_only() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert "eval" not in step["run"]
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        assert "${{" not in text
        assert not re.search(r"\beval\b|\bsource\b +[^=]", text)


def test_every_input_is_used_and_every_output_is_made() -> None:
    envs = [value for step in ACTION["runs"]["steps"] for value in step["env"].values()]
    used = {name for value in envs for name in re.findall(r"inputs\.([\w-]+)", value)}
    assert used == set(ACTION["inputs"])
    text = "".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
    for step in ACTION["runs"]["steps"]:
        for name in step["env"]:
            assert name in text
    for output in ACTION["outputs"].values():
        assert f'"{output["value"].split(".")[-1].removesuffix(" }}")}=' in text


@pytest.mark.parametrize(
    ("names", "code", "verdict"),
    [
        (["hugging-face"], 0, "pass"),
        (["hugging-face", "open-questions"], 3, "unclear"),
        (["hugging-face", "open-questions", "chatpdf"], 1, "fail"),
    ],
)
def test_the_worst_verdict_decides(
    names: list[str], code: int, verdict: str, github: GitHub
) -> None:
    github.add(*names)
    done = github.act(paths="ideas")
    assert done.returncode == code, done.stderr
    outputs = github.outputs()
    assert (outputs["verdict"], outputs["exit-code"]) == (verdict, str(code))
    counts = [int(outputs[key]) for key in ("passed", "failed", "unclear", "invalid")]
    assert counts == [1, int("chatpdf" in names), int("open-questions" in names), 0]
    assert len(json.loads(Path(outputs["json"]).read_text())["ideas"]) == len(names)


def test_it_annotates_and_writes_the_summary_and_nothing_into_the_repository(
    github: GitHub,
) -> None:
    github.add("chatpdf")
    done = github.act(paths="ideas")
    assert "::error file=ideas/chatpdf.yaml,line=" in done.stdout
    assert "ChatPDF" in github.summary.read_text(encoding="utf-8")
    assert github.written() == set()


def test_without_a_summary_none_is_written(github: GitHub) -> None:
    github.add("chatpdf")
    assert github.act(summary="false").returncode == 1
    assert not github.summary.exists()


def test_sarif_is_written_where_it_is_asked_for(github: GitHub) -> None:
    github.add("chatpdf")
    github.act(paths="ideas", sarif="out.sarif")
    assert github.outputs()["sarif"] == "out.sarif"
    assert github.written() == {"out.sarif"}
    assert json.loads((github.workspace / "out.sarif").read_text())["version"] == "2.1.0"


def test_an_invalid_file_stays_red_with_exit_zero(github: GitHub) -> None:
    github.add("chatpdf")
    (github.workspace / "ideas" / "broken.yaml").write_text("lifeline: 1\nidee: x\n")
    assert github.act(exit_zero="true", sarif="out.sarif").returncode == 2
    outputs = github.outputs()
    assert (outputs["verdict"], outputs["invalid"], outputs["failed"]) == ("invalid", "1", "1")
    assert outputs["sarif"] == "out.sarif"


def test_exit_zero_makes_a_failure_green(github: GitHub) -> None:
    github.add("chatpdf")
    assert github.act(exit_zero="true").returncode == 0
    assert github.outputs()["verdict"] == "fail"


@pytest.mark.parametrize(
    "given",
    [
        {"strict": "yes"},
        {"exit_zero": "1"},
        {"summary": "no"},
        {"min_months": "soon"},
        {"args": "--no-such-flag"},
        {"paths": "nowhere"},
        {"sarif": "a\nverdict=pass"},
    ],
)
def test_a_wrong_input_is_exit_2_and_said(given: dict[str, str], github: GitHub) -> None:
    github.add("hugging-face")
    done = github.act(**given)
    assert done.returncode == 2
    assert "lifeline" in done.stdout + done.stderr
    assert github.outputs().get("verdict", "invalid") == "invalid"


def test_the_gate_is_what_the_inputs_say(github: GitHub) -> None:
    github.add("langchain")
    assert github.act().returncode == 0
    assert github.act(min_months="12").returncode == 1
    assert github.act(min_months="12", clock="advantage").returncode == 1
    assert github.act(max_age="30").returncode == 3
    assert github.act(max_open="0").returncode == 3
    assert github.act(strict="true").returncode == 3
    assert github.act(min_score="lifeline=99").returncode == 1
    assert github.act(min_score="lifeline=1 \nfine-tuning=0").returncode in {0, 3}
    assert github.act(args="--min-months 12 --exit-zero").returncode == 0
    assert github.act(set="nowhere").returncode == 2


def test_paths_stand_one_on_each_line_and_may_have_spaces(github: GitHub) -> None:
    github.add("chatpdf", folder="first batch")
    github.add("hugging-face", folder="second")
    github.add("langchain", folder="third")
    assert github.act(paths="second\nthird/*.yaml\n").returncode == 0
    assert github.act(paths="first batch\r\nsecond\r\n").returncode == 1


def test_what_an_input_holds_is_never_run(github: GitHub) -> None:
    github.add("hugging-face")
    evil = '$(touch gone) `touch gone` "; touch gone; #'
    for name in ("paths", "set", "args", "min_score", "since", "baseline", "sarif", "fail_on"):
        github.act(**{name: evil})
    assert not list(github.workspace.rglob("gone"))


def test_paths_are_never_flags(github: GitHub) -> None:
    github.add("chatpdf")
    assert github.act(paths="--exit-zero\nideas").returncode == 2


def test_since_judges_what_changed(github: GitHub) -> None:
    github.add("chatpdf")
    github.add("hugging-face")
    assert github.act(since="HEAD~1").returncode == 0
    assert github.outputs()["passed"] == "1"
    assert github.act(since="HEAD").returncode == 0
    assert github.outputs()["verdict"] == "pass"


def test_with_a_baseline_only_what_is_worse_is_red(github: GitHub) -> None:
    github.add("chatpdf", "langchain")
    written = github.bash("lifeline baseline write ideas")
    assert written.returncode == 0, written.stderr
    given = {"baseline": "lifeline-baseline.yaml", "paths": "ideas"}
    assert github.act(**given).returncode == 0
    assert github.outputs()["verdict"] == "fail", "what is accepted is told all the same"
    assert "ChatPDF" in github.summary.read_text(encoding="utf-8")
    idea = github.workspace / "ideas" / "langchain.yaml"
    idea.write_text(idea.read_text().replace("answer: more-than-ability", "answer: enough"))
    worse = github.act(**given)
    assert worse.returncode == 1
    assert "::error file=ideas/langchain.yaml,line=" in worse.stdout
    assert github.act(**given, exit_zero="true").returncode == 0
    assert github.act(baseline="nowhere.yaml").returncode == 2


def installed(github: GitHub, version: str, **environment: str) -> subprocess.CompletedProcess[str]:
    step = ACTION["runs"]["steps"][0]
    return github.bash(
        step["run"],
        INPUT_VERSION=version,
        PIP_NO_INDEX="1",
        PIP_NO_BUILD_ISOLATION="1",
        **environment,
    )


def wheel(folder: Path) -> Path:
    """Make a wheel that is installed at once, as a stand-in for ours."""
    meta = "product_lifeline-9.9.dist-info"
    files = {
        "lifeline_stand_in.py": "def run(): print('here I am')\n",
        f"{meta}/METADATA": "Metadata-Version: 2.1\nName: product-lifeline\nVersion: 9.9\n",
        f"{meta}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{meta}/entry_points.txt": "[console_scripts]\nlifeline = lifeline_stand_in:run\n",
    }
    with zipfile.ZipFile(folder / "product_lifeline-9.9-py3-none-any.whl", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(f"{meta}/RECORD", "".join(f"{name},,\n" for name in files))
    return folder


def test_a_version_is_installed_once_outside_of_the_repository(
    github: GitHub, tmp_path: Path
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name in ("venv.py", "pip.py"):  # a repository that means harm
        (github.workspace / name).write_text("raise SystemExit(99)\n")
    done = installed(github, "9.9", PIP_FIND_LINKS=str(wheel(shelf)))
    assert done.returncode == 0, done.stderr
    command = github.outputs()["command"]
    assert command.startswith(str(github.temp))
    assert github.bash(f'"{command}"').stdout == "here I am\n"
    again = installed(github, "9.9")  # without the shelf
    assert (again.returncode, github.outputs()["command"]) == (0, command)
    assert github.written() == {"venv.py", "pip.py"}


@pytest.mark.parametrize("version", ["--upgrade", "0.1; touch gone", "https://example.org/x.whl"])
def test_what_is_no_version_is_refused(version: str, github: GitHub) -> None:
    done = installed(github, version)
    assert done.returncode == 2
    assert "is no version" in done.stdout


def test_without_python_it_says_what_to_do(github: GitHub) -> None:
    tools = github.temp / "tools"
    tools.mkdir()
    for name in ("python3", "python"):
        (tools / name).write_text("#!/bin/sh\nexit 1\n")
        (tools / name).chmod(0o755)
    for name in ("bash", "cksum", "cut"):
        found = subprocess.run(["which", name], capture_output=True, text=True, check=True)
        (tools / name).symlink_to(found.stdout.strip())
    done = installed(github, "", PATH=str(tools))
    assert done.returncode == 2
    assert "actions/setup-python" in done.stdout
