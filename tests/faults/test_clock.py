"""A clock that is wrong: files from the future, and a day before the one the answers describe."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.faults.command import DAY, EXAMPLES, content, copies, run

YEAR = 365 * 24 * 3600
"""Seconds."""

AGES = {"evidence/stale", "market/since", "set/out-of-date"}
"""Findings that come with time alone."""


def score(folder: Path, day: str, **env: str) -> dict[str, Any]:
    done = run(
        *("score", "--format", "json", "--as-of", day, "."),
        cwd=folder,
        env={**os.environ, **env},
    )
    assert (done.returncode, done.stderr) == (1, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("since_1970", [0, 20 * YEAR, 100 * YEAR])
def test_the_times_of_files_change_nothing(since_1970: int, tmp_path: Path) -> None:
    """Neither those of ideas, nor those of what is kept."""
    ideas = copies(tmp_path / "ideas", 9)
    cache = tmp_path / "cache"
    before = score(ideas, DAY, XDG_CACHE_HOME=str(cache))
    kept = content(cache)
    for path in tmp_path.rglob("*"):
        os.utime(path, (since_1970, since_1970))
    assert score(ideas, DAY, XDG_CACHE_HOME=str(cache)) == before
    assert content(cache) == kept


def test_before_the_day_that_answers_describe_nothing_has_aged(tmp_path: Path) -> None:
    """Months and dates are those of that day; nothing is told of what came to be known since."""
    ideas = copies(tmp_path / "ideas", 9)
    for early, late in zip(
        score(ideas, "1999-01-01")["ideas"], score(ideas, DAY)["ideas"], strict=True
    ):
        for key in ("lifeline", "verdict", "caps", "scores", "open", "deciding"):
            assert early[key] == late[key], (early["path"], key)
        told = {finding["rule"] for finding in early["findings"]}
        assert not told & AGES
        assert "set/ahead" in told, "that the clock may be wrong"
    assert any(
        finding["rule"] in AGES
        for idea in score(ideas, DAY)["ideas"]
        for finding in idea["findings"]
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_no_day_is_too_far(day: str, tmp_path: Path) -> None:
    done = run("score", "--as-of", day, EXAMPLES, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == ""
