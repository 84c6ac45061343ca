"""What is settled for one call: by its flags, and by the environment."""

from __future__ import annotations

from lifeline.cli.configuration.settings import IDEA, TABLE, WHICH
from lifeline.cli.configuration.view import FLAG, VARIABLE, Settled
from lifeline.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from typing import Any

    from lifeline.cli.configuration.settings import Setting

PREFIX = "LIFELINE_"


def given_by(
    args: argparse.Namespace, environment: Mapping[str, str], here: str
) -> dict[str, Settled]:
    """Give what flags and variables settle, by its key; paths among them count from here.

    Raises:
        UsageError: when a variable holds what its setting cannot be.
    """
    given = {}
    has_ours = any(name.startswith(PREFIX) for name in environment)
    for setting in TABLE:
        value = getattr(args, setting.dest, None)
        if not is_absent(value):
            given[setting.key] = _from_flag(setting, value, here)
        elif has_ours and _concerns(setting, args) and (text := environment.get(setting.variable)):
            value = _from_variable(setting, text)
            given[setting.key] = Settled(value, VARIABLE, setting.variable, here)
    return given


def _concerns(setting: Setting, args: argparse.Namespace) -> bool:
    """Say whether a variable is read: other verbs than those with its flag go without it.

    What is settled for ideas is read for all, as is which configuration counts; ``lifeline config``
    shows everything.
    """
    is_for_all = setting.scope == IDEA or setting.key in WHICH
    return is_for_all or hasattr(args, setting.dest) or getattr(args, "verb", "") == "config"


def is_absent(value: Any) -> bool:
    """Say whether an argument is not given; zero is given."""
    return value is None or value is False or value in ("", [])


def _from_flag(setting: Setting, value: Any, here: str) -> Settled:
    if setting.key == "min-score":
        value = dict(value)
    return Settled(value, FLAG, setting.flag or "the command line", here)


def _from_variable(setting: Setting, text: str) -> Any:
    try:
        return setting.kind.read(text)
    except ValueError as error:
        raise UsageError(f"{setting.variable}: {error}") from error
