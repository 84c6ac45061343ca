"""Kills a process that saves, again and again: ``python -m tests.reading.killed TIMES FOLDER``.

Each time the file has to be the old one or the new one, with its permissions, and the next saving
leaves nothing else in the folder. A process of its own, for it forks.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from lifeline.reading.saving.disk import save

VERSIONS = [
    b"lifeline: 1\nidea: A\n" + b"# a\n" * 30_000,
    b"lifeline: 1\nidea: B\n" + b"# b\n" * 90,
]
LONGEST = 0.02
"""Seconds until a process is killed."""


def save_for_ever(file: str) -> None:
    """Put one version in the place of the other."""
    while True:
        held = Path(file).read_bytes()
        save(file, VERSIONS[held == VERSIONS[0]], held)


def kill(file: str, seconds: float) -> None:
    """Let a process save for some time, and kill it."""
    child = os.fork()
    if not child:
        try:
            save_for_ever(file)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "it did not end by itself"


def main(times: int, folder: str) -> None:
    file, left = str(Path(folder, "idea.yaml")), 0
    Path(file).write_bytes(VERSIONS[0])
    os.chmod(file, 0o640)
    for _ in range(times):
        kill(file, random.uniform(0, LONGEST))
        held = Path(file).read_bytes()
        assert held in VERSIONS
        assert os.stat(file).st_mode & 0o777 == 0o640
        left += len(os.listdir(folder)) - 1
        save(file, held, held)
        assert os.listdir(folder) == ["idea.yaml"]
    sys.stdout.write(f"{times} killed, {left} of them while a draft was there\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
