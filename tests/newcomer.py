#!/usr/bin/env python3
"""Does what a newcomer does who has Python, git and the repository, and follows its pages.

    python3 tests/newcomer.py [REPOSITORY]

It clones the repository into an empty folder and takes away every variable of the environment but
PATH and what pip needs to find packages. Then it runs the README's first command, follows
``docs/rubrics.md`` to the letter (what a command prints has to be what stands below it), and puts
every set-up of ``docs/ci.md`` into a repository of its own and runs it there. Where those install
``product-lifeline``, pip finds a wheel built from the clone. Only the standard library is used.
It ends with 0 when all of it worked, and with 1 at the first thing that did not.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

DAY = "2026-11-22"
"""The day on which the pages were written; examples are judged as of it."""

STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```\w+\n(?P<text>.*?)^```$"
    r"|<!-- remove: (?P<removed>\S+) -->"
    r"|^```console\n(?P<run>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
FAILS, UNCLEAR = 1, 3


class Newcomer:
    """A folder with a clone of the repository, and an environment with next to nothing in it."""

    def __init__(self, repository: Path, folder: Path) -> None:
        self.folder = folder
        self.clone = folder / "lifeline"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self._made("home")),
            "LANG": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            **{k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))},
        }
        self.run(f"git clone --quiet {shlex.quote(str(repository))} lifeline", folder)

    def _made(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir(parents=True)
        return path

    def page(self, name: str) -> str:
        """Read a page of the clone."""
        return (self.clone / name).read_text(encoding="utf-8")

    def run(self, script: str, where: Path, *codes: int, **environment: str) -> str:
        """Run a script as somebody types it, and give what it prints; other codes end the check."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=where,
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode not in (codes or (0,)):
            sys.exit(f"{done.stdout}\n{where}$ {script}\nexit code {done.returncode}")
        return done.stdout

    def follow_readme(self) -> None:
        """Set it up and score the examples; then the command is there, and a wheel for CI."""
        command = re.findall(r"<!-- examples -->\n```\n(.*?)\n```", self.page("README.md"))[0]
        shown = self.run(command, self.clone, FAILS)
        assert "examples/ideas/chatpdf.yaml" in shown, shown
        told("README.md", command)
        self.environment["PATH"] = f"{self.clone}/.venv/bin:{self.environment['PATH']}"
        self.run("pip wheel --quiet --no-deps --wheel-dir ../wheels .", self.clone)
        self.environment["PIP_FIND_LINKS"] = str(self.folder / "wheels")

    def follow_rubrics(self) -> None:
        """Write a rubric: each file as it stands in the page, each command and what it prints."""
        where = self._made("rubrics")
        for step in STEP.finditer(self.page("docs/rubrics.md")):
            if step["file"]:
                (where / step["file"]).parent.mkdir(parents=True, exist_ok=True)
                (where / step["file"]).write_text(step["text"], encoding="utf-8")
            elif step["removed"]:
                (where / step["removed"]).unlink()
            else:
                self._type(step["run"], where)
        told("docs/rubrics.md", "every file and every command")

    def _type(self, block: str, where: Path) -> None:
        for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            found = self.run(line.removeprefix("$ "), where, 0, FAILS, 2, UNCLEAR)
            if found != shown:
                sys.exit(f"docs/rubrics.md: {line}\nshown there:\n{shown}\nprinted:\n{found}")

    def follow_ci(self) -> None:
        """Put each set-up into a repository, and run it as its service would."""
        shown = {step["file"]: step["text"] for step in STEP.finditer(self.page("docs/ci.md"))}
        for name, text in shown.items():
            service, file = name.removeprefix("examples/ci/").split("/")
            repository = self._repository(f"ci/{service}-{file}", file, text)
            getattr(self, f"_as_{service.replace('-', '_')}")(repository, file)
            told("docs/ci.md", name)

    def _repository(self, name: str, file: str, text: str) -> Path:
        """Make a repository with a new idea, an example, and the file of a set-up."""
        where = self._made(name)
        ideas = where / "ideas" / "2026-autumn"
        ideas.mkdir(parents=True)
        self.run("git init --quiet -b main", where)
        shutil.copy(self.clone / "examples/ideas/hugging-face.yaml", where / "ideas")
        self.run("lifeline new product.yaml && lifeline new new.yaml && mv new.yaml ideas", where)
        (where / file).write_text(text, encoding="utf-8")
        (where / file).chmod(0o755)
        me = "-c user.name=me -c user.email=me@example.org"
        self.run(f"git add . && git {me} commit --quiet -m begin", where)
        return where

    def _as_startup(self, where: Path, _: str) -> None:
        assert "UNCLEAR" in self.run("lifeline score", where, UNCLEAR)

    def _as_accelerator(self, where: Path, _: str) -> None:
        (where / "ideas/new.yaml").rename(where / "ideas/2026-autumn/permit-finder.yaml")
        found = self.run("lifeline config ideas/2026-autumn/permit-finder.yaml", where)
        assert re.search(r"max-open +5\b", found)
        self.run("lifeline score", where, UNCLEAR)

    def _as_plain(self, where: Path, file: str) -> None:
        """Run it where no lifeline is on the PATH, so that it installs its own."""
        path = self.environment["PATH"].partition(":")[2]
        self.run(f"./{file}", where, UNCLEAR, PATH=path)
        reports = {path.name for path in (where / "reports").iterdir()}
        assert reports == {"lifeline.xml", "lifeline.md", "lifeline.json"}

    def _as_gitlab(self, where: Path, file: str) -> None:
        jobs = self._data(where / file)
        base = self.run("git rev-parse HEAD", where).strip()
        self.run("python3 -m venv .job", where)
        path = f"{where}/.job/bin:{self.environment['PATH'].partition(':')[2]}"
        for name, codes in (("ideas", (0,)), ("ideas-weekly", (UNCLEAR,))):
            lines = [*jobs[".ideas"]["before_script"], *jobs[name]["script"]]
            given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": path}
            self.run("\n".join(lines), where, *codes, **given)

    def _as_pre_commit(self, where: Path, file: str) -> None:
        """Run what the hooks run, on the files that they are given."""
        hooks = self._data(where / file)["repos"][0]["hooks"]
        ours = {hook["id"]: hook for hook in self._data(self.clone / ".pre-commit-hooks.yaml")}
        self.run("lifeline rubric new advice", where)
        for hook in hooks:
            entry = ours[hook["id"]]
            files = "ideas/new.yaml" if entry.get("pass_filenames", True) else ""
            self.run(f"{entry['entry']} {shlex.join(hook['args'])} {files}", where, 0, UNCLEAR)

    def _as_github(self, where: Path, file: str) -> None:
        """Run the steps that are ours, or scripts; what others wrote is passed over."""
        (job,) = self._data(where / file)["jobs"].values()
        outputs = self.folder / "outputs"
        outputs.write_text("")
        self.run("lifeline baseline write", where)
        service = {
            "GITHUB_ACTION_PATH": str(self.clone),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_WORKSPACE": str(where),
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_ACTIONS": "true",
            "LIFELINE_AS_OF": DAY,
        }
        for step in job["steps"]:
            if step.get("uses", "").startswith("OWNER/lifeline@"):
                self._act(step["with"], where, service)
            elif "run" in step:
                said = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
                self.run(step["run"], where, LIFELINE=said["command"], **service)

    def _act(self, given: dict[str, object], where: Path, service: dict[str, str]) -> None:
        """Run our action, its installation too, with the inputs that a workflow gives."""
        action = self._data(self.clone / "action.yml")
        known = {f"inputs.{key}": entry["default"] for key, entry in action["inputs"].items()}
        for key, value in given.items():
            text = str(value).lower() if isinstance(value, bool) else str(value)
            known[f"inputs.{key}"] = "" if "${{" in text else text
        for step in action["runs"]["steps"]:
            env = {name: _expanded(text, known) for name, text in step.get("env", {}).items()}
            self.run(step["run"], where, 0, UNCLEAR, **service, **env)
            lines = Path(service["GITHUB_OUTPUT"]).read_text().splitlines()
            said = dict(line.split("=", 1) for line in lines)
            known |= {f"steps.{step.get('id')}.outputs.{key}": said[key] for key in said}

    def _data(self, path: Path) -> Any:
        """Read YAML with the library that lifeline brought."""
        code = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)"
        printed = self.run(f"python -c {shlex.quote(code)} {shlex.quote(str(path))}", path.parent)
        return json.loads(printed)


def _expanded(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known.get(found[1], ""), text)


def told(page: str, what: str) -> None:
    """Say what worked."""
    print(f"{page}: {what}", flush=True)


def main() -> None:
    """Follow the pages."""
    repository = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        newcomer = Newcomer(repository, Path(folder))
        newcomer.follow_readme()
        newcomer.follow_rubrics()
        newcomer.follow_ci()


if __name__ == "__main__":
    main()
