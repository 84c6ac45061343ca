"""The titles of the sections about one idea, and what stands where there is nothing to tell."""

from __future__ import annotations

LIFELINE = "The lifeline"
HAS = "What it has, and this week"
TAKES = "What takes months"
HOLDS = "What holds that off"
STEPS = "Next steps"
ASK = "What to ask, and whom"
LIKE = "Products like it"
ALSO = "Also"

NOTHING_TAKES = "Nothing takes months away: 12 months or more."
NOTHING_HOLDS = "Nothing does yet."
NOTHING_HOLDS_YET = f'{NOTHING_HOLDS} "{STEPS}" says what would.'
"""Where that section is there."""
NOTHING_ANSWERED = (
    "Nothing is answered yet, so this is what would be said of any product. Begin: lifeline walk"
    " {file} (about ten minutes)."
)
NOTHING_ASKED = "No question is asked, so this is what is said of any product."
NOTHING_ALSO = "There is nothing else to be told."
NO_CASES = "The dated products cannot be read, so there is nothing to compare with."
