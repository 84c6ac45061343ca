"""Asks git, so that it writes nothing, fetches nothing, and runs nothing that somebody set up.

Of what a repository or its owner may have set up no hook, pager, filter or signature is run.
"""

from __future__ import annotations

import os
import subprocess
from shutil import which

from lifeline.errors import LifelineError

ALONE = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # it is asked why it refuses
}
PLAIN = (
    *("-c", "protocol.allow=never"),  # what an older git knows of fetching nothing
    *("-c", "core.fsmonitor=false"),
    *("-c", "log.showSignature=false"),
)

INSTEAD = "name files and folders instead of versions."


def ask(folder: str, *words: str) -> bytes:
    """Run git in a folder and give what it prints.

    Raises:
        LifelineError: when it is not there, or refuses.
    """
    done = _run(folder, *words)
    if done.returncode:
        raise LifelineError(_refusal(done.stderr, folder))
    return done.stdout


def asked(folder: str, *words: str) -> bytes | None:
    """Run git in a folder and give what it prints; None where it refuses.

    Raises:
        LifelineError: when it is not there.
    """
    done = _run(folder, *words)
    return None if done.returncode else done.stdout


def conversation(folder: str, *words: str) -> subprocess.Popen[bytes]:
    """Run git in a folder, to write to and read from.

    Raises:
        LifelineError: when it is not there.
    """
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603  # no shell
        _command(folder, words), env=_env(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    )


def _run(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = _command(folder, words)
    return subprocess.run(command, env=_env(), check=False, capture_output=True)  # noqa: S603


def _command(folder: str, words: tuple[str, ...]) -> list[str]:
    program = which("git")
    if program is None:
        raise LifelineError(f"lifeline: git is not installed. Install it, or {INSTEAD}")
    return [program, "--no-pager", "-C", folder, *PLAIN, *words]


def _env() -> dict[str, str]:
    return {**os.environ, **ALONE}


def _refusal(told: bytes, folder: str) -> str:
    """Say why git refuses, in our words where it is something that a person can mend."""
    if b"safe.directory" in told:
        return (
            f"lifeline: git does not trust the repository that {folder} is in, as it belongs to"
            " somebody else. If you do: git config --global --add safe.directory FOLDER"
        )
    if b"not a git repository" in told:
        where = "this folder" if folder == "." else folder
        return f"lifeline: {where} is in no git repository. Go to one, or {INSTEAD}"
    if b"promisor remote" in told:
        return (
            "lifeline: git cannot give the content of some files. Expected a whole copy of the"
            f" repository. Fetch what is missing, or {INSTEAD}"
        )
    lines = told.decode("utf-8", "replace").strip().split("\n")
    reason = next((line for line in lines if line.startswith("fatal:")), lines[0])
    return f"lifeline: git refuses: {reason or 'it does not say why'}"
