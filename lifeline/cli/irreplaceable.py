"""What no result is written over: it takes a slip of the hand to name such a file for one."""

from __future__ import annotations

import os
import re

from lifeline.cli import baseline, ledger
from lifeline.cli.configuration import nearest
from lifeline.errors import UsageError
from lifeline.reading.files import read_found
from lifeline.reading.finding.discovery import is_baseline, is_marked
from lifeline.reading.finding.walking import is_yaml
from lifeline.reading.limits import MARK_BYTES

IDEA, BASELINE, LEDGER, CONFIGURATION = "idea", "baseline", "ledger", "configuration"

OWN_NAMES = {baseline.FILE: BASELINE, ledger.FILE: LEDGER, nearest.FILE: CONFIGURATION}
"""What lifeline looks for under a name, whatever it holds."""

LOST = {
    IDEA: "is an idea file, and its answers would be lost",
    BASELINE: "is where a baseline is kept, and what it accepts would be lost",
    LEDGER: "is where a ledger is kept, and its forecasts would be lost",
    CONFIGURATION: "is a configuration, and what it settles would be lost",
}
OTHER = "is a file of a rubric set, of cases or of the market's record, and would be lost"

_LEDGER = rb'^[ \t]*\{[^\n]*"ledger"[ \t]*:[ \t]*[0-9]'
_HEAD = rb"^([a-z]+)-format[ \t]*:"
"""What YAML files of ours other than those of ideas begin with, behind their comments."""


def require_replaceable(file: str, place: str, own: str = "") -> None:
    """Make sure that nothing is lost where a file is written.

    Args:
        file: as somebody named it.
        place: where that really is.
        own: what may be there, as whoever writes it read it before: a baseline, or what stands
            before ``-format`` in its head.

    Raises:
        UsageError: when it is something else that lifeline keeps or reads.
    """
    kind = _kind_by_name(file) or _kind(place)
    if kind not in ("", own):
        told = LOST.get(kind, OTHER)
        raise UsageError(f"{file}: {told}. Nothing was written: name another file.")


def require_apart(output: str | None, file: str, kind: str) -> None:
    """Make sure that a result does not go where a verb keeps something itself.

    Raises:
        UsageError: when it does.
    """
    if output and os.path.realpath(output) == os.path.realpath(file):
        raise UsageError(f"{output}: {LOST[kind]}. Nothing was written: name another file.")


def _kind(place: str) -> str:
    """Say what lies at a place, or has its place there; nothing for what a result may replace."""
    if not os.path.exists(place):
        return _kind_by_name(place)
    try:
        return _kind_by_name(place) or _kind_of(read_found(place, MARK_BYTES) or b"", place)
    except OSError:
        return ""  # then it cannot be one that anybody wrote something into


def _kind_by_name(path: str) -> str:
    """Say what is kept under a name, also where there is nothing yet; a TOML file has settings."""
    is_toml = path.endswith(".toml") and os.path.exists(path)
    return OWN_NAMES.get(os.path.basename(path), CONFIGURATION if is_toml else "")


def _kind_of(head: bytes, name: str) -> str:
    """Say what a file is that begins so."""
    if is_marked(head):
        return IDEA
    if is_baseline(head):
        return BASELINE
    if re.search(_LEDGER, head, re.MULTILINE):
        return LEDGER
    found = re.search(_HEAD, head, re.MULTILINE) if is_yaml(name) else None
    return found[1].decode() if found else ""
