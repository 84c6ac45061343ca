"""Runs the command as a process that may only compute: no more memory or time than is its due.

What is executed, fetched or written ends it with the exit code 99, and says what it was.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SECONDS, BYTES = 5, 256 << 20
"""Of computing time, and of memory. It takes a fifth of a second and 40 MiB; machines differ."""

GUARD = """
import os, sys

FORBIDDEN = ("socket.", "subprocess.", "shutil.", "urllib.", "ctypes.", "webbrowser.", "pty.",
    "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def watch(event, args):
    written = event == "open" and (args[2] or 0) & WRITING
    if written or event.startswith(FORBIDDEN):
        os.write(2, f"forbidden: {event} {args!r}".encode())
        os._exit(99)

sys.path.insert(0, sys.argv.pop(1))
from lifeline.cli.main import run
sys.addaudithook(watch)
run()
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def guarded(
    *words: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command; its cache has to hold the set already."""
    return subprocess.run(
        [sys.executable, "-B", "-c", GUARD, str(ROOT), *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        preexec_fn=_limit,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:surrogatepass"},
    )
