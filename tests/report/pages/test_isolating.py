"""Words that run against the others are set apart, so that nothing beside them moves."""

from __future__ import annotations

import pytest

from lifeline.report.pages.isolating import parted
from lifeline.report.pages.rendering import isolated

LASTS = "القدرة على البقاء"
MONTHS = "خلال 3 أشهر"
LIVES = "يدوم المنتج سنة"


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


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (f"{LIVES}. 3 of 3 settle it.", ["3 of 3 settle it."]),
        (f"{LIVES}. It is so. {LIVES}. Or is it? {LIVES}.", ["It is so.", "Or is it?"]),
        (
            f"S1: {LIVES}. (NGC, 2023) On 1 May: it holds. {LIVES}",
            ["S1", "(NGC, 2023) On 1 May: it holds."],
        ),
        (f"{LIVES} {LIVES} GPT-4. (NGC) It holds.", ["GPT-4", "(NGC) It holds."]),
        (f"{LIVES} GPT-4. {LIVES} (API).", ["GPT-4", "API"]),
        (f"{LIVES}. (API {LIVES})", ["API"]),
        (f"{LIVES} ({LIVES}) Or: year.", ["Or: year."]),
        (f"{LIVES} ({LIVES}) GPT-4.", ["GPT-4"]),
        (
            f"It depends: assistant. If it is so: {LIVES} {LIVES} {LIVES}.",
            ["It depends: assistant. If it is so"],
        ),
        (f"S003-89: {LIVES}. Nothing speaks against it.", [f"{LIVES}."]),
        (f"Nothing that we know of is called {LIVES}.", [LIVES]),
    ],
)
def test_a_sentence_that_runs_against_the_others_has_its_full_stop_with_it(
    text: str, apart: list[str]
) -> None:
    parts = parted(text)
    assert parts[1::2] == apart
    assert "".join(parts) == text


def test_what_is_set_apart_is_escaped_as_all_else() -> None:
    assert isolated(f"a <b> & c {LASTS}") == f"<bdi>a &lt;b&gt; &amp; c</bdi> {LASTS}"
    assert isolated("<b>") == "&lt;b&gt;"
    assert isolated(f"{LASTS} <i>\u202e{LASTS}") == f"{LASTS} &lt;<bdi>i</bdi>&gt; {LASTS}"
