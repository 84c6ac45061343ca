"""The app around its screens: help, palette, languages, themes, small terminals, changed files."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.command import Hit
from textual.pilot import Pilot

from lifeline.cli.assessors import Assessors
from lifeline.compiling.market import load_market
from lifeline.compiling.store import load_set
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp, palette_commands
from lifeline.tui.commands import commands_of
from lifeline.tui.screens.conflict import ConflictDialog
from lifeline.tui.screens.leaving import LeavingDialog
from lifeline.tui.settings import Settings
from tests.conftest import ROOT
from tests.tui.conftest import TODAY, Begin
from tests.tui.screens import play, screen_text, watch
from tests.tui.test_question import said

Golden = Callable[[str, str], None]

SIZES = [(40, 12), (80, 24), (120, 40)]


class BothLanguages:
    """Judges every idea alike, in English or Chinese."""

    languages = ("en", "zh")
    choosing = ""
    ends_with_zero = False

    def assessor(self, path: str, language: str) -> Assessor:
        code = "" if language == "en" else language
        return Assessor(load_set(str(ROOT / "rubrics/ngc"), code), load_market())


def texts(app: App[None]) -> list[str]:
    return [notification.message for notification in app._notifications]


@pytest.mark.parametrize("size", SIZES)
def test_help_lists_the_keys_of_the_screen_below(
    begin: Begin, golden: Golden, size: tuple[int, int]
) -> None:
    shown = play(begin(), "question_mark", size=size)
    golden(f"tui/help.{size[0]}x{size[1]}.txt", shown)
    assert "Answer with what is marked" in shown or size == (40, 12)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("entry", "Space mark one more, where it is one of two"),
        ("used", "Space mark the choice that the cursor is on, or take its mark away"),
        ("assets", "Space mark one more; again: it is perhaps true; again: not marked"),
        ("runway", "Digits type a number, or two such as 3-9; Enter then answers with it"),
    ],
)
def test_help_tells_how_the_question_below_is_answered(
    begin: Begin, question: str, told: str
) -> None:
    shown = said(begin(), question, "question_mark", size=(120, 40))
    assert told in " ".join(shown.replace("│", " ").split())
    assert ("mark a choice" in shown) == (question != "runway")


def test_help_goes_away_and_nothing_was_changed(begin: Begin, folder: Path) -> None:
    before = play(begin())
    assert play(begin(), "question_mark", "escape") == before
    assert not (folder / "idea.yaml").exists()


def test_a_terminal_that_is_too_small_is_told_which_size_is_needed(begin: Begin) -> None:
    shown = play(begin(), size=(30, 10))
    assert "40 columns" in shown
    assert "12\nlines" in shown or "12 lines" in shown
    assert "saved" in shown


def test_enlarged_it_shows_what_it_showed(begin: Begin) -> None:
    async def resized(pilot: Pilot[None]) -> None:
        await pilot.press("b")
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

    assert watch(begin(), resized) == play(begin(), "b")


def test_the_palette_offers_what_the_keys_do(begin: Begin) -> None:
    app = begin()

    async def looked(_: Pilot[None]) -> None:
        names = {command.title: command for command in commands_of(app, app.screen)}
        assert {"Answer", "Don't know", "Review", "Result", "Theme", "Mouse off"} <= set(names)
        await names["Don't know"].callback()

    watch(app, looked)
    assert "foundation: unknown" in Path("idea.yaml").read_text(encoding="utf-8")


def test_the_palette_finds_by_name_and_by_description(begin: Begin) -> None:
    app = begin()
    found: dict[str, list[str]] = {}

    async def searched(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter")  # then there is something to take back
        provider = palette_commands()(app.screen)
        for words in ("take back", "last CHANGE", "undo", "don't know", "zebra"):
            hits = [hit async for hit in provider.search(words) if isinstance(hit, Hit)]
            hits.sort(key=lambda hit: -hit.score)
            found[words] = [str(hit.match_display) for hit in hits]

    watch(app, searched)
    assert found["take back"] == found["last CHANGE"] == ["Undo"]
    assert (found["undo"][0], found["don't know"][0], found["zebra"]) == ("Undo", "Don't know", [])


def test_another_language_is_spoken_at_once_and_the_answers_stay(
    assessor: Assessor, folder: Path
) -> None:
    settings = Settings(path=str(folder / "config" / "interface.json"))
    app = LifelineApp(assessor, TODAY, "idea.yaml", settings=settings, judges=BothLanguages())

    async def switched(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter")
        before = Path("idea.yaml").read_bytes()
        await app.speak("zh")
        await pilot.pause()
        assert Path("idea.yaml").read_bytes() == before

    shown = watch(app, switched)
    assert "大公司" in shown
    assert '"language": "zh"' in Path(settings.path).read_text(encoding="ascii")


def test_a_theme_is_remembered(assessor: Assessor, folder: Path) -> None:
    settings = Settings(path=str(folder / "config" / "interface.json"))
    app = LifelineApp(assessor, TODAY, "idea.yaml", settings=settings)

    async def changed(pilot: Pilot[None]) -> None:
        app.theme = "textual-light"
        await pilot.pause()

    watch(app, changed)
    assert '"theme": "textual-light"' in Path(settings.path).read_text(encoding="ascii")
    assert LifelineApp(assessor, TODAY, settings=settings).theme == "textual-light"


def test_a_theme_that_is_no_more_counts_as_not_chosen(assessor: Assessor) -> None:
    chosen = LifelineApp(assessor, TODAY, settings=Settings(theme="of long ago")).theme
    assert chosen == LifelineApp(assessor, TODAY).theme


def test_no_colour_is_kept_over_a_theme_that_was_chosen(
    begin: Begin, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = LifelineApp(assessor, TODAY, settings=Settings(theme="dracula"))
    assert app.theme == "ansi-dark"


# ---- a file that another program changes


def theirs() -> str:
    """Give the file as another program leaves it, after one answer of ours."""
    text = Path("idea.yaml").read_text(encoding="utf-8").partition("  entry:")[0]
    return text.replace("idea: Idea", "idea: Theirs").replace("own-model", "layer")


def assert_theirs_stands() -> None:
    text = Path("idea.yaml").read_text(encoding="utf-8")
    assert text.endswith("answers:\n  foundation: layer\n")
    assert "idea: Theirs" in text


async def meet(pilot: Pilot[None], *keys: str) -> None:
    """Answer, let another program write the file, answer again, then press keys."""
    await pilot.press("b", "enter")
    Path("idea.yaml").write_text(theirs(), encoding="utf-8")
    await pilot.press("b", "enter")
    assert isinstance(pilot.app.screen, ConflictDialog)
    assert_theirs_stands()
    for key in keys:
        await pilot.press(key)


@pytest.mark.parametrize("size", SIZES)
def test_a_file_changed_meanwhile_is_shown_line_by_line(
    begin: Begin, golden: Golden, size: tuple[int, int]
) -> None:
    shown = watch(begin(), meet, size=size)
    golden(f"tui/conflict.{size[0]}x{size[1]}.txt", shown)


def test_theirs_is_taken_when_somebody_says_so(begin: Begin) -> None:
    app = begin()
    watch(app, lambda pilot: meet(pilot, "a"))
    assert_theirs_stands()
    assert app.sitting is not None
    assert app.sitting.is_saved
    assert app.sitting.sheet.idea.title == "Theirs"


def test_mine_is_kept_under_another_name(begin: Begin) -> None:
    app = begin()

    async def named(pilot: Pilot[None]) -> None:
        await meet(pilot, "b", *"mine", "full_stop", *"yaml", "enter")
        assert not isinstance(app.screen, ConflictDialog)

    watch(app, named)
    assert_theirs_stands()
    assert "foundation: own-model" in Path("mine.yaml").read_text(encoding="utf-8")


def test_what_is_decided_later_is_asked_again_and_not_forgotten(begin: Begin) -> None:
    async def later(pilot: Pilot[None]) -> None:
        await meet(pilot, "escape")
        assert not isinstance(pilot.app.screen, ConflictDialog)
        await pilot.press("u")
        assert isinstance(pilot.app.screen, ConflictDialog)

    watch(begin(), later)
    assert_theirs_stands()


def test_a_file_that_cannot_be_read_any_more_is_not_taken(begin: Begin) -> None:
    app = begin()

    async def broken(pilot: Pilot[None]) -> None:
        await meet(pilot)
        Path("idea.yaml").write_text("lifeline: 1\nidea: [", encoding="utf-8")
        await pilot.press("a")
        assert isinstance(app.screen, ConflictDialog)
        assert app.sitting is not None
        assert not app.sitting.is_saved
        assert "entry" in app.sitting.sheet.data.decode()

    watch(app, broken)
    assert Path("idea.yaml").read_text(encoding="utf-8") == "lifeline: 1\nidea: ["


def test_a_file_that_is_gone_is_noticed_and_can_be_put_back(begin: Begin) -> None:
    app = begin()

    async def gone(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter")
        app.look()
        Path("idea.yaml").unlink()
        app.look()
        await pilot.pause()
        assert "is no longer there" in screen_text(app)
        await pilot.press("a")

    watch(app, gone)
    assert "foundation: own-model" in Path("idea.yaml").read_text(encoding="utf-8")


def test_our_own_saving_is_no_change(begin: Begin) -> None:
    async def looked(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter")
        pilot.app.look()  # type: ignore[attr-defined]
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ConflictDialog)

    watch(begin(), looked)


# ---- where nothing can be saved


def test_leaving_with_something_unsaved_offers_another_name(begin: Begin, folder: Path) -> None:
    (folder / "closed").symlink_to(folder / "nowhere" / "at-all")
    app = begin()
    app.first_path = "closed/idea.yaml"

    async def left(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter")
        assert any("cannot be saved" in text for text in texts(app))
        await pilot.press("q")
        assert isinstance(app.screen, LeavingDialog)
        await pilot.press("ctrl+c")
        assert isinstance(app.screen, LeavingDialog)
        await pilot.press(*"elsewhere", "full_stop", *"yaml", "enter")

    asyncio.run(_run(app, left))
    assert "foundation: own-model" in Path("elsewhere.yaml").read_text(encoding="utf-8")


def test_whoever_gives_up_what_is_unsaved_can_leave(begin: Begin, folder: Path) -> None:
    (folder / "closed").symlink_to(folder / "nowhere" / "at-all")
    app = begin()
    app.first_path = "closed/idea.yaml"

    async def left(pilot: Pilot[None]) -> None:
        await pilot.press("b", "enter", "q")
        assert "^d Leave unsaved" in screen_text(app)
        assert app.return_code is None
        await pilot.press("ctrl+d")

    asyncio.run(_run(app, left))
    assert app.return_code == 0
    assert app.fault is None
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == []


async def _run(app: LifelineApp, script: Callable[[Pilot[None]], Awaitable[None]]) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        await script(pilot)


def test_what_is_configured_for_an_idea_judges_it(folder: Path) -> None:
    from argparse import Namespace

    (folder / "lifeline.toml").write_text("min-months = 3\nstrict = true\n", encoding="utf-8")
    args = Namespace(set=None, rubrics=None, lang="", config=None, no_config=False, verb="walk")
    assessor = Assessors(args).assessor("idea.yaml")
    assert assessor.gate["min_months"] == 3
    app = LifelineApp(assessor, TODAY, "idea.yaml", judges=Assessors(args))
    play(app, "b", "enter")
    assert app.sitting is not None
    assert app.sitting.sheet.solved.gate["min_months"] == 3
    assert assessor.strict
