"""The commands that are proposed: each goes on with the set that this one was told to take."""

from __future__ import annotations

from lifeline.cli.configuration.settling import settings_of
from lifeline.cli.configuration.view import FLAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

SET_FLAGS = ("set", "rubrics")


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


def words_of(chosen: dict[str, str]) -> str:
    """Give flags and what stands behind them as words of a command line."""
    if not chosen:
        return ""
    from shlex import quote  # most runs name no set

    return "".join(f" --{flag} {quote(value)}" for flag, value in chosen.items())
