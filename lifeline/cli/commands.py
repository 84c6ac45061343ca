"""The commands that are proposed: they go on with the set and the files that this one was told."""

from __future__ import annotations

from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.configuration.view import FLAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

SET_FLAGS = ("set", "rubrics")
FILE_FLAGS = (
    "files-from",
    "since",
    "exclude",
    "force-exclude",
    "skip-unmarked",
    "no-gitignore",
)


def chosen_by_flags(args: argparse.Namespace) -> dict[str, str]:
    """Give what chooses the set on the command line, by its flag.

    A configuration or a variable needs no saying: they hold for the next command too.
    """
    if not hasattr(args, "set"):
        return {}
    given = settings_of(args).given
    return {
        key: given[key].value for key in SET_FLAGS if key in given and given[key].source == FLAG
    }


def choosing(args: argparse.Namespace) -> str:
    """Give the words of a command line that choose the set, with a space before each."""
    return words_of(chosen_by_flags(args))


def selecting(args: argparse.Namespace) -> str:
    """Give the words of a command line that leave files out, with a space before each."""
    from shlex import quote

    given = settings_of(args).given
    by_flag = {
        key: given[key].value for key in FILE_FLAGS if key in given and given[key].source == FLAG
    }
    words = [word for key, value in by_flag.items() for word in _words(f"--{key}", value)]
    return "".join(f" {quote(word)}" for word in words)


def _words(flag: str, value: Any) -> list[str]:
    if value is True:
        return [flag]
    values = value if isinstance(value, list) else [value]
    return [word for each in values for word in (flag, each)]


def words_of(chosen: dict[str, str]) -> str:
    """Give flags and what stands behind them as words of a command line."""
    if not chosen:
        return ""
    from shlex import quote  # most runs name no set

    return "".join(f" --{flag} {quote(value)}" for flag, value in chosen.items())
