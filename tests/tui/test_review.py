"""The review: all answers, the open ones first; any of them can be gone to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeline.tui.app import LifelineApp
from lifeline.tui.widgets.rows import Rows
from tests.tui.conftest import Begin
from tests.tui.screens import quickly, watch
from tests.tui.test_question import at

HEAD = "lifeline: 1\nidea: One\nassessed: 2026-11-01\nanswers:\n"
TALL = (80, 60)

Script = Callable[[Pilot[None]], Awaitable[None]]


def review(*keys: str) -> Script:
    """Give a script that goes to the review and presses keys."""

    async def script(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, LifelineApp)
        await pilot.app.screen.run_action("review")
        await pilot.pause()
        await pilot.press(*keys)

    return script


def stands_at(app: LifelineApp) -> str:
    """Give the id of the question at which one stands."""
    assert app.sitting is not None
    stop = app.sitting.way.stop
    return stop.id if stop else ""


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("idea", ["", "call-desk", "chatpdf"])
def test_it_looks_so(
    begin: Begin, golden: Callable[[str, str], None], idea: str, size: tuple[int, int]
) -> None:
    shown = watch(begin(idea), review(), size=size)
    golden(f"tui/review.{idea or 'new'}.{size[0]}x{size[1]}.txt", shown)


def test_what_is_open_stands_first_and_narrowed_is_shown_as_such(begin: Begin) -> None:
    text = f"{HEAD}  foundation: layer\n  payers: unknown\n  need: {{one-of: [often, once]}}\n"
    shown = watch(begin(text=text), review(), size=(80, 140))
    assert "payers: not known" in shown
    assert "need (needs evidence): often or once; narrowed" in shown
    first = shown.index("Still open")
    assert first < shown.index("payers:") < shown.index("Product lifeline")
    assert shown.index("Product lifeline") < shown.index("foundation (")


def test_order_shows_all_in_their_order(begin: Begin) -> None:
    shown = watch(begin(text=f"{HEAD}  need: often\n"), review("o"), size=TALL)
    assert "Still open" not in shown
    assert shown.index("Product lifeline") < shown.index("need (needs evidence): Every week")
    assert "foundation: not answered yet" in shown


def test_evidence_is_told_of_each_answer(begin: Begin) -> None:
    text = (
        f"{HEAD}  foundation: others-models\n  need: often\n"
        "  copy-time: {answer: weeks, evidence: [{measurement: two weeks, date: 2026-10-30}]}\n"
        "  payers: {answer: few, evidence: [{measurement: three, date: 2020-01-01}]}\n"
    )
    rows = watch(begin(text=text), review("o"), size=(110, 60)).splitlines()
    told = {row.strip(" ●").split(":")[0] for row in rows if "●" in row}
    assert told == {
        "foundation (no evidence asked for)",
        "need (needs evidence)",
        "copy-time (backed)",
        "payers (evidence is old)",
    }


def test_an_answer_that_needs_no_evidence_is_old_itself(begin: Begin) -> None:
    text = f"{HEAD.replace('2026', '2025')}  runway: 24\n"
    shown = " ".join(watch(begin(text=text), review("o"), size=(110, 60)).split())
    assert "runway (answer is old): 24" in shown
    assert "answered, 1 grown old" in shown


def test_enter_goes_to_the_question(begin: Begin) -> None:
    app = begin(text=f"{HEAD}  need: often\n")

    async def script(pilot: Pilot[None]) -> None:
        await review()(pilot)
        app.screen.query_one(Rows).stand_at("lifeline/need")
        await pilot.press("enter")

    shown = watch(app, script)
    assert stands_at(app) == "lifeline/need"
    assert "How often does a user of yours" in shown


def test_a_click_goes_to_the_question(begin: Begin) -> None:
    app = begin(text=f"{HEAD}  need: often\n")

    async def script(pilot: Pilot[None]) -> None:
        await review()(pilot)
        await pilot.click("#rows", offset=(10, 2))

    watch(app, script)
    assert stands_at(app) == "lifeline/foundation"


def test_what_does_not_fit_together_is_asked_gently(begin: Begin) -> None:
    app = begin("call-desk")

    async def script(pilot: Pilot[None]) -> None:
        await review()(pilot)
        rows = pilot.app.screen.query_one(Rows)
        doubts = [id_ for id_, _ in rows.entries if id_.startswith("doubt:")]
        rows.stand_at(doubts[0])
        await pilot.press("enter")

    watch(app, script)
    assert stands_at(app) == "lifeline/foundation"
    shown = " ".join(watch(begin("call-desk"), review(), size=(100, 120)).split())
    told = "You say foundation = own-model, and also payers = few. Is that so?"
    assert told in shown


def test_answers_of_another_day_can_be_dated_today(begin: Begin, folder: Path) -> None:
    app = begin(text=f"{HEAD}  need: often\n")
    shown = watch(app, review())
    assert "These answers describe 1 November 2026: 21 days ago." in shown
    shown = watch(begin(text=f"{HEAD}  need: often\n"), review("T"))
    assert "These answers describe" not in shown
    assert "assessed: 2026-11-22" in (folder / "idea.yaml").read_text(encoding="utf-8")


def test_further_questions_can_be_begun_and_left_without_a_word(begin: Begin, folder: Path) -> None:
    app = begin(text=f"{HEAD}  need: often\n")

    async def script(pilot: Pilot[None]) -> None:
        await review()(pilot)
        pilot.app.screen.query_one(Rows).stand_at("begin:fine-tuning")
        await pilot.press("enter")
        await pilot.pause()
        assert stands_at(app).startswith("fine-tuning/")
        await pilot.press("r", "escape", "s", "q")

    watch(app, script)
    assert stands_at(app).startswith("fine-tuning/")
    assert "tunes" not in (folder / "idea.yaml").read_text(encoding="utf-8")


def test_the_idea_can_be_named(begin: Begin, folder: Path) -> None:
    shown = watch(begin(text=f"{HEAD}  need: often\n"), review("n", "s", "[", "enter"))
    assert "idea: " in (folder / "idea.yaml").read_text(encoding="utf-8")
    assert "Ones[" in shown or "s[" in shown


@pytest.mark.parametrize("key", ["r", "t", "i"])
def test_escape_goes_back_to_the_question_with_what_was_marked_there(
    begin: Begin, key: str
) -> None:
    app = begin(text=f"{HEAD}  need: often\n")
    shown = watch(app, at("assets", "a", "c", "space", key, "escape"))
    assert stands_at(app) == "lifeline/assets"
    assert "Enter: answer A, perhaps C." in shown


def test_escape_goes_back_to_a_number_that_was_typed(begin: Begin) -> None:
    assert "Enter: answer 5." in watch(begin(), at("runway", "5", "r", "escape"))


def test_escape_after_another_question_was_answered_brings_no_mark_back(begin: Begin) -> None:
    assert "●" not in watch(begin(), at("foundation", "b", "r", "escape", "u", "z"))


def test_escape_after_the_last_question_goes_back_to_it(begin: Begin) -> None:
    app = begin(text=f"{HEAD}  entry: offered\n  payers: nobody\n  runway: 2\n", quick=True)
    watch(app, at("need", "a", "enter", "a", "enter", "escape"))
    assert app.shown == "question"
    assert stands_at(app)


def test_escape_goes_to_the_list_where_no_question_was_asked(begin: Begin) -> None:
    app = begin()

    async def script(pilot: Pilot[None]) -> None:
        assert app.sitting is not None
        app.sitting.way.here = None
        await app.go("review")
        await pilot.press("escape")

    watch(app, script)
    assert app.shown == "home"


@pytest.mark.parametrize("key", ["r", "t"])
def test_h_goes_to_the_list(begin: Begin, key: str) -> None:
    app = begin()
    watch(app, at("foundation", key, "h"))
    assert app.shown == "home"


@pytest.mark.parametrize("keys", ["r u", "t u", "i x", "r l", "h u"])
def test_what_is_typed_in_a_hurry_while_one_leaves_a_question_answers_nothing(
    begin: Begin, folder: Path, keys: str
) -> None:
    watch(begin(), lambda pilot: quickly(pilot, keys))
    assert not (folder / "idea.yaml").exists()


def test_undo_takes_back_and_the_list_shows_it(begin: Begin) -> None:
    shown = watch(begin(text=f"{HEAD}  need: often\n"), review("T", "z"))
    assert "These answers describe 1 November 2026" in shown
