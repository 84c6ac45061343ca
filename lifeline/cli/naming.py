"""The name of a new idea file: one under which ``lifeline score`` finds it in a folder."""

from __future__ import annotations

import os
from shlex import quote

from lifeline.errors import UsageError
from lifeline.reading.finding.walking import is_yaml


def require_findable(path: str, verb: str, choosing: str = "") -> None:
    """Ask for a name under which the file is found again.

    Args:
        path: of the file that is to be begun.
        verb: the one that begins it, for the command that is proposed.
        choosing: the words of that command that choose the set.

    Raises:
        UsageError: when it is a folder, or does not end as idea files do.
    """
    begin = f"lifeline {verb}"
    if os.path.isdir(path):
        meant = quote(os.path.join(path, "idea.yaml")) + choosing
        raise UsageError(f"lifeline: {path} is a folder. Did you mean: {begin} {meant}")
    if not is_yaml(path):
        folder, name = os.path.split(path)
        meant = quote(os.path.join(folder, f"{name.strip('.-') or 'idea'}.yaml")) + choosing
        raise UsageError(
            f"lifeline: {path} does not end in .yaml, so 'lifeline score' would not find it in a"
            f" folder. Did you mean: {begin} {meant}"
        )
