"""Runs one command and prints its exit code, wall seconds, CPU seconds and peak memory in MiB.

A child's peak memory includes that of the process which spawned it, so this one stays small.
"""

import os
import sys
import time

WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def main(out: str, err: str, cores: str, *command: str) -> None:
    """Run the command with its output in two files, on so many cores, and nothing to read."""
    if int(cores) and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    actions = (
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, out, WRITE, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, err, WRITE, 0o600),
    )
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    print(os.waitstatus_to_exitcode(status), wall, cpu, peak_mib(usage.ru_maxrss))


def peak_mib(maxrss: int) -> float:
    """Turn ru_maxrss into MiB: it counts bytes on macOS and KiB elsewhere."""
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
