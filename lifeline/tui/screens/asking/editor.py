"""Lets somebody write a text in their own editor, as VISUAL or EDITOR names it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from lifeline.errors import LifelineError

if TYPE_CHECKING:
    from textual.app import App

NONE = "No editor is named. Set the variable EDITOR, such as EDITOR=nano, and start again."


def edited(text: str, app: App[None]) -> str:
    """Give a text as it comes back from the editor.

    Raises:
        LifelineError: when there is no editor, or it did not end well; the text stays as it was.
    """
    command = _command()
    with tempfile.TemporaryDirectory(prefix="lifeline-") as folder:
        path = os.path.join(folder, "note.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        try:
            with app.suspend():
                subprocess.run([*command, path], check=True)  # noqa: S603  # the person's own words
            with open(path, encoding="utf-8") as file:
                return file.read().rstrip("\n")
        except SuspendNotSupported:
            raise LifelineError("An editor cannot be opened from here. Write it here.") from None
        except (OSError, subprocess.CalledProcessError, UnicodeDecodeError) as error:
            told = f"{command[0]} did not end well: {error}."
            raise LifelineError(f"{told} The note is as it was.") from error


def _command() -> list[str]:
    """Give the words of the command that VISUAL or EDITOR holds."""
    named = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name)), "")
    if not named:
        raise LifelineError(NONE)
    try:
        command = shlex.split(os.environ[named])
    except ValueError as error:
        told = f"{named} holds {os.environ[named]}, which is no command: {error}."
        raise LifelineError(f"{told} Write it here, or mend that and start again.") from None
    if not command:
        raise LifelineError(NONE)
    return command
