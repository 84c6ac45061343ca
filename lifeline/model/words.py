"""The closed lists of words that the formats and the scoring share."""

CAUSES = (
    "absorption",
    "model-progress",
    "stagnation",
    "platform-policy",
    "price",
    "demand",
    "delivery",
)
"""What ends a lifeline, in order of precedence."""

CLOCKS = ("advantage", "necessity")
COMPARABLE = (*CLOCKS, "lifeline")
"""What a number of months can be laid against: a clock, or the smaller of the two."""

FULL = 12
"""Months of a clock that nothing cuts short; read as "12 or more"."""

CAP_MONTHS = (0, 3, 6)
LIFT_MONTHS = (3, 6, FULL)

PLACES = ("answer", "clock")
"""What the texts of a rule that lays a number against a clock may name in braces."""

RUNGS = ("says", "link", "measurement")
"""The ladder of evidence, weakest first."""

LEVELS = ("blocker", "warning", "note")
"""How much a finding matters, worst first."""

RESERVED_ANSWERS = ("unknown", "later")
"""Short answers that mean: still open."""

TRUTHS = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}
"""How a yes and a no may be written, in any case of letters."""

UNBACKED, STALE = "evidence/unbacked", "evidence/stale"
"""Findings about the evidence of answers; no rubric may be called ``evidence``."""

SUGGESTS, ROSIER = "market/suggests", "market/rosier"
"""What the record of the market has of the assessed day, against what is answered."""

SINCE, RECORD_ENDS = "market/since", "market/record-ends"
"""What came after the assessed day, and that the record knows nothing later."""

UNKNOWN_CAPABILITY = "market/unknown-capability"
"""With those above, findings about the record of the market; no rubric may be called ``market``."""

OUT_OF_DATE = "set/out-of-date"
"""The finding that a conclusion is older than the set gives it."""

PROGRAM_FINDINGS = (
    UNBACKED,
    STALE,
    UNKNOWN_CAPABILITY,
    SUGGESTS,
    ROSIER,
    SINCE,
    RECORD_ENDS,
    OUT_OF_DATE,
)
"""Findings that the program itself makes and that can be waived, in the order they are told."""

RENAMED, RETIRED = "set/renamed", "set/retired"
"""Findings about what an older version of the set knew: what counts as something else today, and
what counts no more."""

OLDER, NEWER, OTHER = "set/older", "set/newer", "set/other"
"""Findings about the version that a file was written for. Like the two above they are not waived:
one edit of the file mends what they tell. No rubric may be called ``set``."""

AHEAD = "set/ahead"
"""The finding that answers describe a day after the one one looks from; it is not waived either."""

EXPIRED, UNUSED, UNKNOWN = "waiver/expired", "waiver/unused", "waiver/unknown"
"""Findings about waivers: its last day is over, what it waives is not found, or it is of a rubric
that the set does not have. They are not waived either. No rubric may be called ``waiver``."""
