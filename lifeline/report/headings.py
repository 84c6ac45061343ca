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
NOTHING_HOLDS = "Nothing does yet. Below each of the reasons above stands what would."
NOTHING_ALSO = "There is nothing else to be told."
NO_CASES = "The dated products cannot be read, so there is nothing to compare with."
