"""Time to the first useful screen, against a bare Textual app of as many widgets.

`python benchmarks/interface.py [RUNS]` starts both in a pseudo-terminal of 80 by 24, in turn, and
prints the ratio of the medians. A screen counts as useful once all of it is there: what is asked,
the range with its days, and the keys in the last line.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

RUNS, MOST = 21, 1.3
WIDGETS = 30
"""Widgets on the first question: its texts, rows for seven choices and for none, bars, keys."""

BARE = f"""
from textual.app import App
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [(key, "bell", "Palette") for key in "abcdefg"]

    def compose(self):
        for number in range({WIDGETS}):
            yield Static(f"Line {{number}} of a screen", markup=False)
        yield Footer()

Bare().run()
"""
SHOWN = {
    "lifeline": [b"(foundation)", b"Still possible", b"lifeline  ", b"until", b"palette"],
    "bare": [b"Line 0 ", b"Line 22 ", b"palette"],
}
"""What is on each screen, from its first line to its last."""


def seconds(words: list[str], folder: str, shown: list[bytes]) -> float:
    """Start a process in a pseudo-terminal, and give the time until its screen is there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": folder}
    start = time.perf_counter()
    process = subprocess.Popen(
        words,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    try:
        return _until(ours, shown) - start
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def _until(end: int, awaited: list[bytes]) -> float:
    shown = b""
    while not all(text in shown for text in awaited):
        ready, _, _ = select.select([end], [], [], 20)
        if not ready:
            raise SystemExit(f"nothing more was shown after: {shown[-300:]!r}")
        shown += os.read(end, 65536)
    return time.perf_counter()


def main(runs: int) -> int:
    """Measure both in turn; 1 where the ratio is above what we hold ourselves to."""
    commands = {
        "lifeline": [sys.executable, "-m", "lifeline", "walk", "idea.yaml"],
        "bare": [sys.executable, "-c", BARE],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            for name, words in commands.items():
                taken = seconds(words, folder, SHOWN[name])
                if number:  # the first run of each compiles, and fills caches
                    times[name].append(taken)
    medians = {name: statistics.median(each) for name, each in times.items()}
    ratio = medians["lifeline"] / medians["bare"]
    told = ", ".join(f"{name} {1000 * median:.0f} ms" for name, median in medians.items())
    print(f"first useful screen: {told}; ratio {ratio:.2f} (at most {MOST})")
    return ratio > MOST


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else RUNS))
