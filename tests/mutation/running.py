"""Runs mutmut on a copy of the tree, so that nobody ever sees a file that it changed."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from tests.mutation.mutants import SURVIVED, UNTRIED, read_statuses

ROOT = Path(__file__).parent.parent.parent
CHOICE = Path(__file__).parent / "choice.toml"


class DidNotRun(Exception):
    """Mutmut could not do its work; the text is its own."""


def packages() -> list[str]:
    """Give the packages that are changed, in the order of the file."""
    return list(_choice()["packages"])


def run(package: str, folder: Path, processes: int) -> None:
    """Try every mutant of a package in a copy of the tree.

    In a folder in which it ran before, it tries what is new, and again what survived.
    """
    copy_tree(folder)
    (folder / "setup.cfg").write_text(settings(package), encoding="utf-8")
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    before = read_statuses(folder)
    _mutmut(folder, processes, [])
    after = read_statuses(folder)
    survived = [name for name, status in before.items() if status in {SURVIVED, UNTRIED}]
    if again := [name for name in survived if name in after]:
        _mutmut(folder, processes, again)


def copy_tree(folder: Path) -> None:
    """Copy what git knows and does not ignore, as it stands now, and take away what went."""
    found = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    names = {name for name in found if name and (ROOT / name).is_file()}
    record = folder / "copied.json"
    gone = set(json.loads(record.read_text())) - names if record.exists() else set()
    changed = [name for name in names if not _is_same(ROOT / name, folder / name)]
    for name in (*gone, *changed):
        (folder / name).unlink(missing_ok=True)
        (folder / "mutants" / name).unlink(missing_ok=True)  # mutmut copies what is not there
    for name in gone:
        (folder / "mutants" / f"{name}.meta").unlink(missing_ok=True)
    for name in changed:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name, follow_symlinks=False)
    record.write_text(json.dumps(sorted(names)))


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and filecmp.cmp(one, other, shallow=False)


def settings(package: str) -> str:
    """Write mutmut's configuration for a package, or for a module of one."""
    choice, path = _choice(), f"lifeline/{package.replace('.', '/')}"
    whole = package.partition(".")[0]
    more = {
        "only_mutate": [f"{path}/*", f"{path}.py"],
        "pytest_add_cli_args_test_selection": choice["packages"][whole]["tests"],
    }
    lines = [f"{key} = {_written(value)}" for key, value in (choice["mutmut"] | more).items()]
    return "\n".join(["[mutmut]", *lines, ""])


def _written(value: Any) -> str:
    return "".join(f"\n  {each}" for each in value) if isinstance(value, list) else str(value)


def _choice() -> dict[str, Any]:
    return tomllib.loads(CHOICE.read_text(encoding="utf-8"))


def _mutmut(folder: Path, processes: int, names: list[str]) -> None:
    beside = shutil.which("mutmut", path=os.path.dirname(sys.executable))
    if not beside:
        raise DidNotRun("It is not installed. Install it by: pip install -e '.[mutation]'")
    command = [beside, "run", "--max-children", str(processes), *names]
    more = {"PYTHONHASHSEED": "0"}  # a mutant has the same end each time
    ran = subprocess.run(
        command, cwd=folder, env=os.environ | more, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise DidNotRun((ran.stdout + ran.stderr)[-4_000:])


def _git(*arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return os.fsdecode(ran.stdout)
