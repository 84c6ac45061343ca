"""Words that run against the others are set apart, so that nothing beside them moves."""

from __future__ import annotations

import pytest

from lifeline.report.pages.isolating import parted
from lifeline.report.pages.rendering import isolated

LASTS = "القدرة على البقاء"
MONTHS = "خلال 3 أشهر"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("14 to 55 of 100", ["14 to 55 of 100"]),
        (LASTS, [LASTS]),
        (
            f"{LASTS}: 14 to 55 of 100, to compare ideas",
            ["", LASTS, ": 14 to 55 of 100, to compare ideas"],
        ),
        (f"So it is said: {MONTHS}, or so", ["So it is said: ", MONTHS, ", or so"]),
        (f"{LASTS}: 14 to 55 of 100.", [f"{LASTS}: ", "14 to 55 of 100", "."]),
        (f"assets (or better): {LASTS}", ["", "assets (or better)", f": {LASTS}"]),
        (f"{LASTS} (now 6 to 12+)", [f"{LASTS} (", "now 6 to 12+", ")"]),
        (f"{LASTS} 2026-11-23، {LASTS}", [f"{LASTS} ", "2026-11-23", f"، {LASTS}"]),
    ],
)
def test_each_second_part_runs_against_the_others(text: str, parts: list[str]) -> None:
    assert parted(text) == parts
    assert "".join(parts) == text


def test_what_is_set_apart_is_escaped_as_all_else() -> None:
    assert isolated(f"a <b> & c {LASTS}") == f"<bdi>a &lt;b&gt; &amp; c</bdi> {LASTS}"
    assert isolated("<b>") == "&lt;b&gt;"
    assert isolated(f"{LASTS} <i>\u202e{LASTS}") == f"{LASTS} &lt;<bdi>i</bdi>&gt; {LASTS}"
