"""Runs the installed command where something goes wrong around it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "ideas"
DAY = "2026-11-22"
"""Ideas are judged from this day."""

_INSTALLED = Path(sys.executable).with_name("lifeline")
LIFELINE = [str(_INSTALLED)] if _INSTALLED.exists() else [sys.executable, "-m", "lifeline"]

CAPABILITIES = "-dac_override,-dac_read_search,-fowner,-sys_resource"
"""Without these, root has to ask as everybody else has."""

Done = subprocess.CompletedProcess[str]


def run(
    *words: str | Path,
    cwd: Path,
    typed: str = "",
    before: Callable[[], None] | None = None,
    env: dict[str, str] | None = None,
    prefix: list[str] | None = None,
    out: Path | None = None,
    err: Path | None = None,
    seconds: float = 60,
) -> Done:
    """Run the command to its end.

    Args:
        words: of the command line.
        cwd: where.
        typed: what comes through stdin.
        before: is called in the new process, before it becomes the command.
        env: the whole environment, where it is not this one's.
        prefix: the command that starts the command.
        out: where stdout goes; else it is given back.
        err: where stderr goes.
        seconds: after which it counts as hanging.
    """
    with ExitStack() as files:
        stdout, stderr = (
            files.enter_context(path.open("w")) if path else subprocess.PIPE for path in (out, err)
        )
        return subprocess.run(
            [*(prefix or []), *LIFELINE, *map(str, words)],
            cwd=cwd,
            input=typed,
            stdout=stdout,
            stderr=stderr,
            text=True,
            check=False,
            preexec_fn=before,
            env=env,
            timeout=seconds,
        )


def flat(text: str) -> str:
    """Give a text without its line ends, wherever a terminal is so narrow that it has some."""
    return " ".join(text.split())


def like_everybody() -> list[str]:
    """Give what starts a command for which permissions count, also when root runs the tests."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip(
            "root may do everything here: install setpriv (util-linux), or be somebody else"
        )
    prefix = [setpriv, "--bounding-set", CAPABILITIES]
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("root may do everything here, and setpriv may take nothing away")
    return prefix


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Give a folder on a disk of its own that is soon full; only root can make one."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk; a limit on the size of files is tried too")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(folder: Path) -> None:
    """Leave no room on the disk of a folder."""
    with (folder / "filler").open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
        while True:
            file.write(bytes(1024))


def content(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copies(folder: Path, count: int) -> Path:
    """Make a folder of so many good ideas, each with the id that its name gives."""
    folder.mkdir(parents=True, exist_ok=True)
    examples = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.yaml"))]
    sources = [re.sub(rb"^id:.*\n", b"", data, flags=re.MULTILINE) for data in examples]
    for number in range(count):
        (folder / f"idea-{number:05}.yaml").write_bytes(sources[number % len(sources)])
    return folder
