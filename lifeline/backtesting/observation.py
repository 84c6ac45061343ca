"""What became of a case: how long it was seen to last, and whether it ended."""

from __future__ import annotations

from typing import NamedTuple


class Observation(NamedTuple):
    """One case as survival analysis sees it, right-censored where it had not ended."""

    months: float
    """From the start to the end, or, of a censored case, to when it was last seen alive."""
    ended: bool
    """False of a censored case: it lasted for these months at least."""
