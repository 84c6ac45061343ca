"""A real process in a pseudo-terminal: what is typed, every byte that is shown, how it ended."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a process that shows nothing of what is awaited counts as stuck."""

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
"""A sequence that asks for a colour, also for a grey."""


class Terminal:
    """Runs the command in a terminal of 80 by 24, in a folder that is all it knows."""

    def __init__(self, folder: Path, *words: str, code: str = "", **environment: str) -> None:
        self.shown = b""
        self.read_end, child_end = pty.openpty()
        fcntl.ioctl(child_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        given = {
            **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "ACCESSIBLE")},
            **{f"XDG_{name}_HOME": str(folder / name) for name in ("STATE", "CONFIG")},
            "TERM": "xterm-256color",
            **environment,
        }
        self.before = termios.tcgetattr(child_end)
        start = ["-c", code] if code else ["-m", "lifeline"]
        self.process = subprocess.Popen(
            [sys.executable, *start, *words],
            stdin=child_end,
            stdout=child_end,
            stderr=child_end,
            cwd=folder,
            env=given,
            start_new_session=True,
            preexec_fn=_heed_the_terminal,  # noqa: PLW1509  # no thread runs here
        )
        self.child_end = child_end

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self.read_end, keys.encode())

    def until(self, is_there: Callable[[], bool]) -> None:
        """Read what is shown until something holds."""
        ends = time.monotonic() + PATIENCE
        while not is_there():
            assert time.monotonic() < ends, f"stuck; shown: {self.shown[-2000:]!r}"
            self._read(0.02)

    def until_shown(self, text: str) -> None:
        """Read until a text is shown; what came before is not looked at again."""
        self.until(lambda: text.encode() in self.shown)
        self.shown = self.shown.partition(text.encode())[2]

    def _read(self, seconds: float) -> None:
        ready, _, _ = select.select([self.read_end], [], [], seconds)
        if ready:
            self.shown += os.read(self.read_end, 65536)

    def ended(self) -> int:
        """Read until the process has ended, and give how."""
        self.until(lambda: self.process.poll() is not None)
        self._read(0.1)
        return self.process.returncode

    def is_as_before(self) -> bool:
        """Whether the terminal takes lines and shows what is typed, as it did before."""
        return termios.tcgetattr(self.child_end)[:4] == self.before[:4]

    def kill(self, how: signal.Signals) -> int:
        """End the process by a signal."""
        self.process.send_signal(how)
        return self.ended()

    def hang_up(self) -> int:
        """Take the terminal away without telling the process, and give how it ends."""
        os.close(self.read_end)
        self.read_end = -1
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Let go of everything."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self.read_end, self.child_end):
            if end >= 0:
                os.close(end)


def _heed_the_terminal() -> None:
    """Be told when the terminal goes, also where whoever runs the tests ignores that (nohup)."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
