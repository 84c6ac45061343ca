"""How a question of the walk stands, in words: the same in both faces."""

from __future__ import annotations

from lifeline.walk.agenda import ANSWERED, BLANK, LATER, NARROWED, NOT_APPLICABLE, UNKNOWN

STATES = {
    BLANK: "not answered yet",
    LATER: "put off",
    UNKNOWN: "not known",
    NARROWED: "narrowed",
    ANSWERED: "",
    NOT_APPLICABLE: "",
}
STILL_OPEN = (BLANK, LATER, UNKNOWN, NARROWED)
"""What a review tells first."""
