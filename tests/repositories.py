"""Git repositories to try things on, made by the real git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

WHO = ("-c", "user.name=A founder", "-c", "user.email=founder@example.org")
SETTINGS = ("-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false")


def git(folder: Path, *words: str, day: str = "2023-06-30") -> str:
    """Run git in a folder, on a day."""
    when = f"{day}T12:00:00+00:00"
    env = {**os.environ, "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
    command = ["git", *WHO, *SETTINGS, *words]
    done = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, subject: str, *, day: str = "2023-06-30") -> str:
    """Commit everything that is there, and give the name of the commit."""
    git(folder, "add", "--all", ".")
    git(folder, "commit", "-q", "--allow-empty", "-m", subject, day=day)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Make a folder an empty repository, in which nothing of whoever runs the tests counts."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q")
    return folder
