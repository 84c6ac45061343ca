"""``kill -9`` at random moments of saving: a file is the old one or the new one.

``python -m tests.faults.kills 1000 FOLDER`` kills a thousand; here as many as ``LIFELINE_FAULTS``
says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TIMES = os.environ.get("LIFELINE_FAULTS", "60")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of itself")
def test_a_process_that_is_killed_leaves_whole_files(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kills", TIMES, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{TIMES} killed")
