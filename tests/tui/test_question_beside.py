"""What is written beside an answer, and read about its question."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from lifeline.errors import LifelineError
from lifeline.tui.screens.asking.piece import day_typed
from tests.tui.conftest import TODAY, Begin
from tests.tui.screens import play, screen_text, watch
from tests.tui.test_question import FILE, HEAD, at, said, told

ANSWERED = f"{HEAD}  entry: not-yet\n"


def test_a_note_is_kept_by_escape(begin: Begin) -> None:
    screen = said(begin(text=ANSWERED), "entry", "n", *"ok", "enter", *"yes", "escape")
    assert "So far: A; note;" in " ".join(screen.split())
    assert "note:" in Path(FILE).read_text()


def test_ctrl_s_keeps_a_note(begin: Begin) -> None:
    said(begin(text=ANSWERED), "entry", "n", *"abc", "ctrl+s")
    assert "note: abc" in Path(FILE).read_text()


def test_an_unchanged_note_is_not_written(begin: Begin) -> None:
    said(begin(text=ANSWERED), "entry", "n", "escape")
    assert Path(FILE).read_text() == ANSWERED


def test_a_note_is_shown_without_signs_that_the_terminal_would_obey(begin: Begin) -> None:
    text = f'{HEAD}  entry: {{answer: not-yet, note: "a\\e[31mb\\u202ec\\td\\n\\e[2Je"}}\n'
    screen = said(begin(text=text), "entry", "n")
    assert "a [31mb c" in screen
    assert "\x1b" not in screen
    assert " [2Je" in screen
    said(begin(text=text), "entry", "n", "escape")
    assert Path(FILE).read_text() == text


def test_leaving_from_a_note_keeps_it(begin: Begin) -> None:
    said(begin(text=ANSWERED), "entry", "n", *"abc", "ctrl+q")
    assert "note: abc" in Path(FILE).read_text()


def test_marks_that_are_not_committed_outlive_a_note(begin: Begin) -> None:
    screen = said(begin(text=ANSWERED), "entry", "c", "n", *"abc", "escape")
    assert "● C" in screen
    assert "Enter: answer C in the place of A." in screen


def test_who_says_so_is_written(begin: Begin) -> None:
    screen = said(begin(text=ANSWERED), "entry", "p", *"Li", "enter")
    assert "says Li" in screen
    assert "by: Li" in Path(FILE).read_text()


def test_who_says_so_is_shown_without_signs_that_the_terminal_would_obey(begin: Begin) -> None:
    text = f'{HEAD}  entry: {{answer: not-yet, by: "A\\e[31mnn\\u202e"}}\n'
    assert "A [31mnn" in said(begin(text=text), "entry", "p")
    said(begin(text=text), "entry", "p", "enter")
    assert Path(FILE).read_text() == text


@pytest.mark.parametrize(
    ("assessed", "told"), [("2026", "recent enough today"), ("2025", "too old since 2026-01-01")]
)
def test_of_an_answer_that_needs_no_evidence_its_own_age_is_told(
    begin: Begin, assessed: str, told: str
) -> None:
    text = f"{HEAD.replace('2026', assessed)}  runway: 24\n"
    assert f"So far: 24; {told}." in " ".join(said(begin(text=text), "runway").split())


def test_evidence_is_added_item_after_item(begin: Begin) -> None:
    keys = ("v", "a", *"heard", "enter", "c", *"seen", "enter", "escape")
    screen = said(begin(text=ANSWERED), "entry", *keys)
    assert "2 items of evidence" in " ".join(screen.split())
    assert "backed well enough today" in " ".join(screen.split())
    text = Path(FILE).read_text()
    assert "says: heard" in text
    assert "measurement: seen" in text
    assert TODAY.isoformat() in text


@pytest.mark.parametrize(
    ("pasted", "written"),
    [
        ("first line\n  second line\r\n\nthird\n", "first line second line third"),
        ("one line\n", "one line"),
        ("one line", "one line"),
    ],
)
def test_all_lines_that_are_pasted_stand_in_a_field_of_one(
    begin: Begin, pasted: str, written: str
) -> None:
    async def added(pilot: Pilot[None]) -> None:
        await at("entry", "v", "a")(pilot)
        pilot.app.post_message(Paste(pasted))
        await pilot.pause()
        await pilot.press("enter")

    watch(begin(text=ANSWERED), added)
    assert f"{{says: {written}, date: 2026-11-22}}" in Path(FILE).read_text()


def test_several_lines_that_are_pasted_are_no_number_but_all_of_them_are_there(
    begin: Begin,
) -> None:
    app = begin()

    async def typed(pilot: Pilot[None]) -> None:
        await at("launch")(pilot)
        pilot.app.post_message(Paste("3\n9"))
        await pilot.pause()
        await pilot.press("enter")

    watch(app, typed)
    assert "'3 9' is no answer here" in told(app)


def test_evidence_that_is_too_little_is_told(begin: Begin) -> None:
    screen = said(begin(text=ANSWERED), "entry", "v", "a", *"heard", "enter", "escape")
    assert "not backed yet: it takes a link or a measurement" in " ".join(screen.split())


@pytest.mark.parametrize("kind", ["c", "tab"])
@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
def test_half_an_item_of_evidence_is_dropped_by_whoever_says_so(
    begin: Begin, key: str, kind: str
) -> None:
    keys = ("v", kind, *"seen", key)
    screen = " ".join(said(begin(text=ANSWERED), "entry", *keys).split())
    assert "What you wrote is not added yet. Drop it?" in screen
    assert "(entry)" in said(begin(text=ANSWERED), "entry", *keys, "y") or key == "ctrl+c"
    assert Path(FILE).read_text() == ANSWERED


def test_evidence_that_is_written_is_not_lost_by_escape(begin: Begin) -> None:
    said(begin(text=ANSWERED), "entry", "v", "c", *"seen", "escape", "escape", "enter", "escape")
    assert "measurement: seen" in Path(FILE).read_text()


def test_ctrl_s_adds_evidence_and_closes(begin: Begin) -> None:
    screen = said(begin(text=ANSWERED), "entry", "v", "c", *"seen", "ctrl+s")
    assert "1 item of evidence" in " ".join(screen.split())
    assert "measurement: seen" in Path(FILE).read_text()


def test_evidence_that_is_written_is_kept_where_the_terminal_is_gone(begin: Begin) -> None:
    app = begin(text=ANSWERED)

    async def gone(pilot: Pilot[None]) -> None:
        await at("entry", "v", "c", *"seen")(pilot)
        app._get_up()

    watch(app, gone)
    assert "measurement: seen" in Path(FILE).read_text()


def test_a_day_that_is_none_is_said_and_the_dialog_stays(begin: Begin) -> None:
    async def typed(pilot: Pilot[None]) -> None:
        await at("entry", "v", "c", *"seen")(pilot)
        pilot.app.screen.query_one("#day", Input).value = "[/soon]"
        await pilot.press("enter")

    app = begin(text=ANSWERED)
    screen = watch(app, typed)
    assert "What backs the answer" in screen
    assert "is no day" in told(app)
    assert Path(FILE).read_text() == ANSWERED


@pytest.mark.parametrize("text", ["2026-11-23", "soon", "2026-02-30"])
def test_a_day_must_be_one_that_has_come(text: str) -> None:
    with pytest.raises(LifelineError):
        day_typed(text, TODAY)


def test_no_day_stands_for_today() -> None:
    assert day_typed(" ", TODAY) == TODAY
    assert day_typed("2026-11-01", TODAY) == date(2026, 11, 1)


def test_a_question_that_may_not_apply_takes_the_reason(begin: Begin) -> None:
    text = f"{HEAD}  features-taken-up: later\n"
    screen = said(begin(text=text), "features-taken-up", "x")
    assert "Why is the question not about such a product?" in screen
    said(begin(text=text), "features-taken-up", "x", *"no", "enter")
    assert 'features-taken-up: {not-applicable: "no"}' in Path(FILE).read_text()


def test_without_a_reason_nothing_is_said(begin: Begin) -> None:
    text = f"{HEAD}  features-taken-up: later\n"
    said(begin(text=text), "features-taken-up", "x", "enter")
    assert Path(FILE).read_text() == text


def test_why_is_told_in_full_and_closed_again(begin: Begin) -> None:
    screen = play(begin(), "w")
    assert "Why it is asked:" in screen
    assert "What each answer would give:" in screen
    assert "1 of 14" in play(begin(), "w", "w")


def test_wide_screens_tell_why_beside_the_question(begin: Begin) -> None:
    screen = said(begin(), "entry", size=(120, 40))
    assert "By whose advice:" in screen
    assert "A strong answer:" in screen


def test_the_record_is_told_where_the_idea_names_capabilities(begin: Begin) -> None:
    text = ANSWERED.replace("answers:", "capabilities: [file-chat]\nanswers:")
    assert "What the record of the market says:" in said(begin(text=text), "entry", size=(120, 60))


def test_a_note_is_written_in_the_editor_that_is_named(
    begin: Begin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = folder / "editor.py"
    editor.write_text("import sys\nopen(sys.argv[1], 'a').write(' and more')\n")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    from contextlib import nullcontext

    app = begin(text=ANSWERED)
    monkeypatch.setattr(app, "suspend", nullcontext)

    async def written(pilot: Pilot[None]) -> None:
        await at("entry", "n", *"abc", "ctrl+o")(pilot)
        assert pilot.app.screen.query_one("#note", TextArea).text == "abc and more"
        await pilot.press("escape")

    watch(app, written)
    assert "note: abc and more" in Path(FILE).read_text()


def test_without_an_editor_that_is_said_and_the_note_stays(begin: Begin) -> None:
    app = begin(text=ANSWERED)
    screen = said(app, "entry", "n", *"abc", "ctrl+o")
    assert "No editor is named" in told(app)
    assert "abc" in screen


@pytest.mark.parametrize(
    ("variable", "command", "heard"),
    [
        ("EDITOR", "vim 'x", "EDITOR holds vim 'x, which is no command: No closing quotation."),
        ("VISUAL", "vim \\", "VISUAL holds vim \\, which is no command: No escaped character."),
        ("EDITOR", " ", "No editor is named"),
    ],
)
def test_an_editor_whose_name_is_no_command_is_told_and_the_note_stays(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, variable: str, command: str, heard: str
) -> None:
    monkeypatch.setenv(variable, command)
    app = begin(text=ANSWERED)
    screen = said(app, "entry", "n", *"abc", "ctrl+o")
    assert app.fault is None
    assert heard in told(app)
    assert "abc" in screen


@pytest.mark.parametrize(("key", "is_left"), [("y", False), ("n", True), ("escape", True)])
def test_evidence_for_another_answer_is_asked_about(begin: Begin, key: str, is_left: bool) -> None:
    item = "{measurement: '[b]seen', date: 2026-10-01}"
    text = f"{HEAD}  entry: {{answer: not-yet, evidence: [{item}]}}\n"
    screen = " ".join(said(begin(text=text), "entry", "b", "enter").split())
    assert "entry: you now answer announced. This evidence was given for not-yet:" in screen
    assert "• [b]seen, date 2026-10-01" in screen
    said(begin(text=text), "entry", "b", "enter", key)
    assert ("evidence" in Path(FILE).read_text()) == is_left
    assert "announced" in Path(FILE).read_text()


@pytest.mark.parametrize(("key", "is_left"), [("y", False), ("n", True)])
def test_it_is_asked_about_at_the_last_question_too_and_then_comes_the_result(
    begin: Begin, key: str, is_left: bool
) -> None:
    app = begin("dental-lab")

    async def changed(pilot: Pilot[None]) -> None:
        await at("assistant", "c", "enter")(pilot)
        await pilot.pause()
        assert "This evidence was given" in screen_text(pilot.app)
        await pilot.press(key)
        await pilot.pause()
        assert app.shown == "result"

    watch(app, changed)
    assert app.sitting is not None
    number = app.sitting.sheet.compiled["index"]["assistant"]
    assert bool(app.sitting.sheet.idea.answers[number].evidence) == is_left


def test_evidence_of_what_does_not_apply_any_more_is_asked_about(begin: Begin) -> None:
    text = f"{HEAD}  features-taken-up: {{answer: 2, evidence: [{{measurement: seen}}]}}\n"
    app = begin(text=text)

    async def changed(pilot: Pilot[None]) -> None:
        await at("features-taken-up", "x", *"no", "enter")(pilot)
        await pilot.pause()
        assert "features-taken-up: you now answer does not apply" in screen_text(pilot.app)
        await pilot.press("y")

    watch(app, changed)
    assert 'features-taken-up: {not-applicable: "no"}' in Path(FILE).read_text()


def test_taking_evidence_out_can_be_taken_back(begin: Begin) -> None:
    text = f"{HEAD}  entry: {{answer: not-yet, evidence: [{{measurement: seen}}]}}\n"
    said(begin(text=text), "entry", "b", "enter", "y", "z")
    assert "entry: {answer: announced, evidence: [{measurement: seen}]}" in Path(FILE).read_text()
