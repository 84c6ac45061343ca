"""What is said when git is not there or refuses, whatever its reason."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeline.errors import LifelineError
from lifeline.reading.git.asking import ask, asked
from lifeline.reading.git.repository import Repository
from tests.repositories import repository

Refuse = Callable[[str], None]


@pytest.fixture
def refuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Give a way to put a program in git's place that says something and refuses."""

    def put(told: str) -> None:
        program = tmp_path / "git"
        program.write_text(f"#!/bin/sh\nprintf {shlex.quote(told)} >&2\nexit 128\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return put


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "fatal: detected dubious ownership\\nTo go on: git config --add safe.directory /x\\n",
            (
                "git does not trust the repository that a/b is in, as it belongs to somebody else."
                " If you do: git config --global --add safe.directory FOLDER"
            ),
        ),
        (
            "fatal: not a git repository (or any of the parent directories): .git\\n",
            (
                "a/b is in no git repository. Go to one, or name files and folders instead of"
                " versions."
            ),
        ),
        (
            "warning: lazy fetching disabled\\nfatal: could not fetch x from promisor remote\\n",
            (
                "git cannot give the content of some files. Expected a whole copy of the"
                " repository. Fetch what is missing, or name files and folders instead of versions."
            ),
        ),
        (" \\nwarning: odd\\nfatal: bad config\\nline 3\\n", "git refuses: fatal: bad config"),
        (" \\nerror: odd \\nmore\\n", "git refuses: error: odd "),
        ("fatal: \\377\\n", "git refuses: fatal: \N{REPLACEMENT CHARACTER}"),
        ("", "git refuses: it does not say why"),
    ],
)
def test_why_git_refuses_is_said_in_a_line(told: str, said: str, refuse: Refuse) -> None:
    refuse(told)
    with pytest.raises(LifelineError) as error:
        ask("a/b", "status")
    assert str(error.value) == f"lifeline: {said}"
    assert asked("a/b", "status") is None


def test_the_current_folder_is_not_called_a_dot(refuse: Refuse) -> None:
    refuse("fatal: not a git repository")
    with pytest.raises(LifelineError, match=r"^lifeline: this folder is in no git repository\."):
        Repository()


def test_where_git_is_not_installed_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LifelineError) as error:
        Repository()
    assert str(error.value) == (
        "lifeline: git is not installed. Install it, or name files and folders instead of versions."
    )


def test_git_is_asked_where_the_folder_is_and_answers_what_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path / "repository", monkeypatch)
    (folder / "in").mkdir()
    assert ask(str(folder / "in"), "rev-parse", "--show-prefix") == b"in/\n"
    assert asked(str(folder / "in"), "rev-parse", "--show-prefix") == b"in/\n"
    assert os.environ.get("GIT_LITERAL_PATHSPECS") is None, "only git's own surroundings change"
