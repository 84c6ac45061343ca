"""The evidence beside an answer in its dialog: seen, corrected, taken out, brought back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from textual.pilot import Pilot
from textual.widgets import Input

from lifeline.tui.screens.asking.evidence import EvidenceDialog
from tests.tui.conftest import Begin
from tests.tui.screens import play, screen_text, watch
from tests.tui.test_question import FILE, HEAD, at, said, told

ENTRY = """\
  entry:   # asked by Li
    answer: not-yet
    evidence:
      - {date: 2026-10-01, says: 'heard [b]it[/b]'}   # at lunch
      - says: told by Ann
        link: https://example.org/a   # read it
        date: 2026-10-05
      - {measurement: seen}
    note: kept
"""
TEXT = f"{HEAD}{ENTRY}"


def held() -> str:
    """Give the file without the line that says which version its answers are given under."""
    return re.sub("set: .*\n", "", Path(FILE).read_text(encoding="utf-8"))


def test_the_pieces_are_seen_with_their_kind_and_day(begin: Begin) -> None:
    screen = said(begin(text=TEXT), "entry", "v")
    assert "• Somebody says so, 2026-10-01: heard [b]it[/b]" in screen
    assert "• Somebody says so, 2026-10-05: told by Ann" in screen
    assert "  With it, a link: https://example.org/a" in screen
    assert "• A measurement, without a day: seen" in screen
    assert "Nothing backs it yet" not in screen
    assert "2026-11-22" in screen, "all of the dialog is in sight"


def test_the_footer_tells_what_can_be_done_with_them(begin: Begin) -> None:
    footer = said(begin(text=TEXT), "entry", "v").splitlines()[-1]
    assert "⏎ Correct" in footer
    assert "del Take out" in footer
    correcting = said(begin(text=TEXT), "entry", "v", "enter").splitlines()[-1]
    assert "⏎ Replace" in correcting
    assert "Add" not in correcting


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
def test_they_are_seen_at_every_size(begin: Begin, size: tuple[int, int]) -> None:
    screen = said(begin(text=TEXT), "entry", "v", size=size)
    assert "• Somebody says so, 2026-10-01:" in screen
    assert "del Take out" in screen


@pytest.mark.parametrize("key", ["delete", "backspace"])
def test_the_one_under_the_cursor_is_taken_out_and_nothing_else_changes(
    begin: Begin, key: str
) -> None:
    app = begin(text=TEXT)
    screen = said(app, "entry", "v", "down", "down", key)
    assert held() == TEXT.replace("        link: https://example.org/a   # read it\n", "")
    assert "https://example.org/a" not in screen
    assert "Taken out. z brings it back." in told(app)


def test_z_in_the_dialog_brings_it_back(begin: Begin) -> None:
    screen = said(begin(text=TEXT), "entry", "v", "delete", "delete", "z", "z")
    assert held() == TEXT
    assert "heard" in screen


def test_z_brings_it_back_also_on_the_question(begin: Begin) -> None:
    said(begin(text=TEXT), "entry", "v", "delete", "escape", "z")
    assert held() == TEXT


def test_z_in_the_dialog_takes_nothing_back_that_was_done_before(begin: Begin) -> None:
    text = TEXT.replace("    note: kept\n", "")
    said(begin(text=text), "entry", "n", *"ok", "enter", *"yes", "escape", "v", "z")
    assert "note:" in held()


def test_the_last_one_is_taken_out_and_can_be_brought_back(begin: Begin) -> None:
    text = f"{HEAD}  entry: {{answer: not-yet, evidence: [{{measurement: seen}}]}}\n"
    screen = said(begin(text=text), "entry", "v", "delete")
    assert held() == f"{HEAD}  entry: not-yet\n"
    assert "Nothing backs it yet." in screen
    said(begin(text=text), "entry", "v", "delete", "z")
    assert held() == text


def test_one_is_corrected_in_the_lines_of_the_form(begin: Begin) -> None:
    keys = ("v", "down", "down", "enter", *"bc", "enter")
    screen = said(begin(text=TEXT), "entry", *keys)
    assert held() == TEXT.replace("https://example.org/a", "https://example.org/abc")
    assert "With it, a link: https://example.org/abc" in screen
    said(begin(text=TEXT), "entry", *keys, "z")
    assert held() == TEXT


def test_one_after_another_is_corrected_from_its_end_on(begin: Begin) -> None:
    keys = ("v", "c", *"new", "enter", "end", "enter", "!", "enter", "home", "enter", "?", "enter")
    said(begin(text=TEXT), "entry", *keys)
    assert "- {measurement: new!, date: 2026-11-22}" in held()
    assert "says: 'heard [b]it[/b]?'" in held()


def test_its_kind_and_its_day_are_corrected_too(begin: Begin) -> None:
    async def corrected(pilot: Pilot[None]) -> None:
        await at("entry", "v", "end", "enter")(pilot)
        day = pilot.app.screen.query_one("#day", Input)
        assert day.value == ""
        day.value = "2026-11-01"
        await pilot.press("shift+tab", "a", "enter")

    watch(begin(text=TEXT), corrected)
    assert held() == TEXT.replace("{measurement: seen}", "{says: seen, date: 2026-11-01}")


def test_what_is_not_touched_in_the_lines_stays_as_it_is(begin: Begin) -> None:
    for downs in range(4):
        said(begin(text=TEXT), "entry", "v", *["down"] * downs, "enter", "enter")
        assert held() == TEXT


def test_a_day_that_is_still_to_come_stays_where_another_thing_is_corrected(begin: Begin) -> None:
    text = f"{HEAD}  entry: {{answer: not-yet, evidence: [{{says: a, date: 2026-11-30}}]}}\n"
    said(begin(text=text), "entry", "v", "enter", "b", "enter")
    assert held() == text.replace("says: a", "says: ab")


def test_signs_that_the_terminal_would_obey_are_not_shown_and_stay_in_the_file(
    begin: Begin,
) -> None:
    text = f'{HEAD}  entry: {{answer: not-yet, evidence: [{{says: "a\\e[31mb\\u202ec"}}]}}\n'
    screen = said(begin(text=text), "entry", "v", "enter")
    assert screen.count("a [31mb c") == 2
    assert "\x1b" not in screen
    said(begin(text=text), "entry", "v", "enter", "!", "enter")
    (item,) = yaml.safe_load(held())["answers"]["entry"]["evidence"]
    assert item == {"says": "a\x1b[31mb\u202ec!"}


def test_ctrl_s_puts_what_is_corrected_in_its_place_and_closes(begin: Begin) -> None:
    screen = said(begin(text=TEXT), "entry", "v", "enter", "x", "ctrl+s")
    assert "'heard [b]it[/b]x'" in held()
    assert "(entry)" in screen


@pytest.mark.parametrize("key", ["y", "n"])
def test_half_a_correction_is_dropped_by_whoever_says_so(begin: Begin, key: str) -> None:
    app = begin(text=TEXT)

    async def left(pilot: Pilot[None]) -> None:
        await at("entry", "v", "enter", "x", "escape")(pilot)
        assert "What you changed is not in its place yet. Drop it?" in " ".join(
            screen_text(pilot.app).split()
        )
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, EvidenceDialog) == (key == "n")
        await pilot.press("enter" if key == "n" else "z")

    watch(app, left)
    assert held() == (TEXT if key == "y" else TEXT.replace("[/b]'", "[/b]x'"))


def test_a_correction_without_a_change_is_left_without_a_question(begin: Begin) -> None:
    assert "(entry)" in said(begin(text=TEXT), "entry", "v", "enter", "escape")
    assert held() == TEXT


@pytest.mark.parametrize("key", ["enter", "delete"])
def test_what_is_written_is_asked_about_before_another_one_is_corrected(
    begin: Begin, key: str
) -> None:
    async def gone_on(pilot: Pilot[None]) -> None:
        await at("entry", "v", "enter", "x", "shift+tab", "shift+tab", "down", key)(pilot)
        screen = " ".join(screen_text(pilot.app).split())
        assert "What you changed is not in its place yet." in screen
        assert held() == TEXT
        await pilot.press("y")

    screen = watch(begin(text=TEXT), gone_on)
    assert ("Correct what backs the answer" in screen) == (key == "enter")
    gone = "says: told by Ann\n        "
    assert held() == (TEXT if key == "enter" else TEXT.replace(gone, ""))


def test_taking_one_out_leaves_alone_what_is_written_for_a_new_one(begin: Begin) -> None:
    keys = ("v", "c", *"new", "shift+tab", "shift+tab", "delete", "tab", "tab", "enter")
    said(begin(text=TEXT), "entry", *keys)
    assert "heard" not in held()
    assert "- {measurement: new, date: 2026-11-22}" in held()


def test_a_letter_begins_a_new_one_at_once(begin: Begin) -> None:
    said(begin(text=TEXT), "entry", "v", "c", *"new", "enter", "a", *"said", "enter")
    assert "- {measurement: new, date: 2026-11-22}\n      - {says: said, date:" in held()


def test_what_cannot_stand_there_is_said_and_stays_in_the_lines(begin: Begin) -> None:
    app = begin(text=TEXT)
    screen = said(app, "entry", "v", "down", "enter", "tab", "shift+tab", "shift+tab", "b", "enter")
    assert "With it stands one of that kind already" in told(app)
    assert "Correct what backs the answer" in screen
    assert held() == TEXT


def test_a_link_that_is_none_is_said_and_the_old_one_stays(begin: Begin) -> None:
    app = begin(text=TEXT)
    said(app, "entry", "v", "enter", "shift+tab", "b", "enter")
    assert "is not a web address" in told(app)
    assert held() == TEXT


def test_what_another_program_took_out_can_still_be_added(begin: Begin) -> None:
    app = begin(text=TEXT)

    async def changed(pilot: Pilot[None]) -> None:
        await at("entry", "v", "enter", "x")(pilot)
        Path(FILE).write_text(f"{HEAD}  entry: not-yet\n", encoding="utf-8")
        app.look()
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert "Nothing backs it yet." in screen_text(pilot.app)
        await pilot.press("enter")

    watch(app, changed)
    assert "- {says: 'heard [b]it[/b]x', date: 2026-10-01}" in held().replace('"', "'")


def test_the_help_tells_that_evidence_can_be_corrected(begin: Begin) -> None:
    screen = play(begin(text=TEXT), "question_mark", size=(120, 60))
    assert "Add evidence for the answer, correct it, take it out" in screen


def test_without_colours_the_one_under_the_cursor_is_seen(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = begin(text=TEXT)

    async def looked_at(pilot: Pilot[None]) -> None:
        await at("entry", "v", "down")(pilot)
        rows = pilot.app.screen.query_one("#pieces")
        lines = [rows.render_line(y) for y in range(2)]
        assert [any(s.style and s.style.underline for s in line) for line in lines] == [False, True]

    watch(app, looked_at)
