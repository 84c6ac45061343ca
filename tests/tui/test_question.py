"""The question screen: what keys mark and commit, what it says, what is written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from unicodedata import name

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lifeline.tui.app import LifelineApp
from lifeline.tui.screens.question import QuestionScreen
from lifeline.tui.widgets.choices import Choices
from lifeline.tui.widgets.number import NumberField
from tests.tui.conftest import Begin
from tests.tui.screens import play, quickly, watch

HEAD = "lifeline: 1\nidea: One\nassessed: 2026-11-01\nanswers:\n"
FILE = "idea.yaml"


def at(question: str, *keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Give a script that goes to a question and presses keys."""

    async def script(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, LifelineApp)
        assert pilot.app.sitting is not None
        assert pilot.app.sitting.way.go_to(question)
        if isinstance(pilot.app.screen, QuestionScreen):
            await pilot.app.screen.show()  # it is up; as if one had gone there by keys
        else:
            await pilot.app.go("question")
        await pilot.pause()
        await pilot.press(*keys)

    return script


def said(app: LifelineApp, question: str, *keys: str, size: tuple[int, int] = (80, 24)) -> str:
    """Give the screen after keys at a question."""
    return watch(app, at(question, *keys), size=size)


def told(app: LifelineApp) -> str:
    """Give everything that was said in passing."""
    return "\n".join(each.message for each in app._notifications)


def line_with(screen: str, word: str) -> str:
    """Give the one line with a word."""
    (found,) = [line.strip() for line in screen.splitlines() if word in line]
    return found


def test_a_letter_marks_and_enter_commits(begin: Begin) -> None:
    screen = play(begin(), "b")
    assert "› ● B" in screen
    assert "Enter: answer B." in screen
    assert not Path(FILE).exists()
    screen = play(begin(), "b", "enter")
    assert "2 of 14" in screen
    assert "foundation: own" in Path(FILE).read_text()


def test_a_digit_marks_as_its_letter_does(begin: Begin) -> None:
    assert "› ● C" in play(begin(), "3")


def test_arrows_move_and_mark_nothing(begin: Begin) -> None:
    screen = play(begin(), "down", "down")
    assert "› ○ B" in screen
    assert "●" not in screen
    assert not Path(FILE).exists()


def test_nothing_is_suggested_and_enter_says_what_is_missing(begin: Begin) -> None:
    screen = play(begin(), "enter", "enter")
    assert "›" not in screen
    assert "Mark one, A to D" in screen
    assert not Path(FILE).exists()


def test_space_marks_one_more_and_the_answer_is_one_of_them(begin: Begin) -> None:
    screen = play(begin(), "a", "down", "down", "space")
    assert "Enter: answer one of A, C." in screen
    play(begin(), "a", "down", "down", "space", "enter")
    assert "one-of: [no-model, others-models]" in Path(FILE).read_text()


def test_yes_or_no_is_not_offered_and_u_says_that_one_does_not_know(begin: Begin) -> None:
    assert "Mark one, A or B; u if you do not know." in said(begin(), "used")
    assert "Enter: answer B." in said(begin(), "used", "a", "down", "space")
    said(begin(), "used", "a", "down", "space", "enter")
    assert "used: no" in Path(FILE).read_text()


def test_space_twice_marks_neither_yes_nor_no(begin: Begin) -> None:
    assert "●" not in said(begin(), "used", "a", "space")


def test_tab_never_commits(begin: Begin) -> None:
    assert "1 of 14" in play(begin(), "b", "tab", "tab")
    assert not Path(FILE).exists()


def test_a_click_marks(begin: Begin) -> None:
    async def clicked(pilot: Pilot[None]) -> None:
        await pilot.click(pilot.app.screen.query_one(Choices).rows[1])

    assert "› ● B" in watch(begin(), clicked)
    assert not Path(FILE).exists()


def test_express_commits_by_a_letter(begin: Begin) -> None:
    assert "2 of 14" in play(begin(express=True), "b")


def test_express_waits_where_several_can_be_true(begin: Begin) -> None:
    screen = said(begin(express=True), "assets", "a", "c")
    assert "Enter: answer A, C." in screen


def test_letters_toggle_where_several_can_be_true(begin: Begin) -> None:
    assert "Enter: answer C." in said(begin(), "assets", "a", "c", "a")


def test_none_of_them_is_an_answer_of_its_own(begin: Begin) -> None:
    screen = said(begin(), "assets", "a", "0")
    assert "Enter: answer none of them." in screen
    assert "● A" not in screen
    said(begin(), "assets", "0", "enter")
    assert "assets: []" in Path(FILE).read_text()


def test_space_marks_as_perhaps_true(begin: Begin) -> None:
    screen = said(begin(), "assets", "a", "c", "space")
    assert "perhaps:" in screen
    assert "Enter: answer A, perhaps C." in screen


@pytest.mark.parametrize(
    "entry",
    [
        "assets: {maybe: [own-data, connections]}",
        "assets: {surely: [own-data], maybe: [connections]}",
        "foundation: {one-of: [no-model, own-model]}",
        "foundation: own-model",
        "launch: {between: [0.1, 3.333333333333333]}",
        "launch: 3",
    ],
)
def test_enter_on_an_unchanged_answer_writes_nothing(begin: Begin, entry: str) -> None:
    question, text = entry.partition(":")[0], f"{HEAD}  {entry}   # mine\n"
    assert "Enter: keep" in said(begin(text=text), question)
    said(begin(text=text), question, "enter")
    assert Path(FILE).read_text() == text


def test_a_number_is_typed_and_other_keys_stay_commands(begin: Begin) -> None:
    assert "Enter: answer 5." in said(begin(), "launch", "5")
    said(begin(), "launch", "5", "enter")
    assert "launch: 5" in Path(FILE).read_text()


def test_a_span_of_numbers_is_typed(begin: Begin) -> None:
    said(begin(), "launch", *"3-9", "enter")
    assert "between: [3, 9]" in Path(FILE).read_text()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("3–9", "{between: [3, 9]}"),
        ("2~4", "{between: [2, 4]}"),
        ("\u0662", "2"),
        ("\uff13", "3"),
    ],
)
def test_a_number_is_typed_as_other_keyboards_write_it(
    begin: Begin, typed: str, written: str
) -> None:
    async def pressed(pilot: Pilot[None]) -> None:
        await at("launch")(pilot)
        for sign in typed:  # as a terminal sends them; a pilot has no key for some
            pilot.app.screen.query_one(NumberField).post_message(Key(name(sign), sign))
        await pilot.press("enter")

    watch(begin(), pressed)
    assert f"launch: {written}\n" in Path(FILE).read_text()


def test_no_sign_is_passed_over_beside_a_number(begin: Begin) -> None:
    app = begin()
    screen = said(app, "launch", *"3&9", "enter")
    assert "3&9" in screen
    assert "'3&9' is no answer here" in told(app)
    assert not Path(FILE).exists()


def test_a_number_that_cannot_be_is_said_and_stays(begin: Begin) -> None:
    app = begin()
    screen = said(app, "launch", *"99", "enter")
    assert "'99' is no answer here" in told(app)
    assert "(launch)" in screen
    assert not Path(FILE).exists()


def test_what_the_choice_under_the_cursor_would_do_is_said(begin: Begin) -> None:
    screen = said(begin("open-questions"), "assistant", "b")
    assert "With B: 6 to 12 or more months (now 3 to 12+)" in screen
    assert line_with(screen, "would be").endswith("6 to 12+")


def test_what_moves_nothing_is_said_briefly(begin: Begin) -> None:
    assert "With A the range stays" in said(begin(), "foundation", "a")


def test_back_is_never_blocked(begin: Begin) -> None:
    screen = said(begin(), "launch", *"99", "shift+tab")
    assert "(launch)" not in screen


def test_left_goes_back_and_right_goes_on(begin: Begin) -> None:
    assert "1 of 14" in play(begin(), "b", "enter", "left")
    assert "2 of 14" in play(begin(), "right")


def test_what_is_not_known_is_written_and_one_goes_on(begin: Begin) -> None:
    assert "2 of 14" in play(begin(), "u")
    assert "foundation: unknown" in Path(FILE).read_text()


def test_not_about_us_is_hidden_where_it_may_not_be_said(begin: Begin) -> None:
    assert "1 of 14" in play(begin(), "x")
    assert not Path(FILE).exists()


def test_undo_takes_an_answer_back_and_stands_there(begin: Begin) -> None:
    screen = play(begin(), "b", "enter", "z")
    assert "1 of 14" in screen
    assert "●" not in screen


def test_the_footer_names_what_matters_most_first(begin: Begin) -> None:
    footer = play(begin(), "b", "enter").splitlines()[-1]
    hints = ["⏎ Answer", "u Don't know", "← Back", "l Later", "t Result", "r Review", "? Help"]
    places = [footer.index(hint) for hint in hints]
    assert places == sorted(places)


@pytest.mark.parametrize("question", ["foundation", "reach", "entry"])
def test_on_a_small_screen_the_chart_is_one_line_where_the_choices_need_room(
    begin: Begin, question: str
) -> None:
    screen = said(begin(), question, size=(60, 20))
    assert f"({question})" in screen
    assert all(f"○ {letter}" in screen for letter in "ABC")
    assert "lifeline   █" in screen
    assert "months     0" not in screen


def test_the_chart_is_whole_again_where_there_is_room(begin: Begin) -> None:
    async def enlarged(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

    assert watch(begin(), enlarged, size=(60, 20)) == play(begin())
    assert "months     0" in said(begin(), "runway", size=(60, 20))


def test_a_quick_way_says_so(begin: Begin) -> None:
    assert "Quick way: 0 answered · what settles most comes first" in play(begin(quick=True))


def test_a_quick_way_ends_at_the_result_and_what_is_spared_stays_there(begin: Begin) -> None:
    text = f"{HEAD}  entry: offered\n  payers: nobody\n  runway: 2\n"
    app = begin(text=text, quick=True)
    shown = play(app, "a", "enter", "a", "enter")
    assert app.shown == "result"
    assert "PASS: it lasts 6 months or more." in shown
    assert "The rest can no longer change the verdict: 9 questions spared." in shown
    assert not told(app)


def test_before_the_end_of_a_quick_way_nothing_is_said_to_be_spared(begin: Begin) -> None:
    assert "spared" not in play(begin(quick=True), "t")


def test_a_quick_way_tells_what_was_asked_from_what_is_answered(begin: Begin) -> None:
    assert "Quick way: 2 asked, 1 answered · what" in play(begin(quick=True), "a", "enter", "u")
    assert "Quick: 2 asked, 1 answered" in play(begin(quick=True), size=(40, 12))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("example", ["", "open-questions"])
def test_screens_are_as_they_were_looked_at(
    begin: Begin, golden: Callable[[str, str], None], example: str, size: tuple[int, int]
) -> None:
    name = f"tui/question-{example or 'new'}-{size[0]}x{size[1]}.txt"
    golden(name, play(begin(example), "down", "down", size=size))


def test_letters_stay_commands_beside_a_number(begin: Begin) -> None:
    assert "What each answer" not in said(begin(), "launch", "4", "x")
    said(begin(), "launch", "4", "u")
    assert "launch: unknown" in Path(FILE).read_text()


@pytest.mark.parametrize(
    "keys", ["u u", "u enter", "u l", "u w", "u n", "u v", "u p", "u x", "u s"]
)
def test_whoever_types_on_in_a_hurry_after_the_last_question_comes_to_the_result(
    begin: Begin, keys: str
) -> None:
    app = begin()

    async def hurried(pilot: Pilot[None]) -> None:
        assert app.sitting is not None
        way = app.sitting.way
        *others, last = way.sheet.agenda
        for stop in others:
            way.sheet.leave_open(stop.number)
        await at(last.id)(pilot)
        await quickly(pilot, keys)
        await pilot.pause()
        await pilot.pause()
        assert app.shown == "result"

    watch(app, hurried)
    assert app.fault is None


def test_whoever_leaves_while_the_terminal_changes_its_size_is_not_held_up(begin: Begin) -> None:
    app = begin()

    async def left(pilot: Pilot[None]) -> None:
        await pilot.press("r", "escape")  # the first screen stays below; this is another one
        screen = app.screen
        assert isinstance(screen, QuestionScreen)
        await pilot.press("r")
        assert app.screen is not screen
        screen.beside.leave_room(screen.asked)  # as a resize just before asked for it

    watch(app, left)
    assert app.fault is None
