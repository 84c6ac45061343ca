"""The first screen: ideas of late and of the folder, a new one, what cannot be read."""

from __future__ import annotations

import json
import shutil
from argparse import Namespace
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeline.cli.assessors import Assessors
from lifeline.reading.saving.recent import MOST, forget, recent, remember
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from lifeline.tui.shelf import (
    findable,
    free_name,
    idea_files,
    judged,
    matching,
    name_beside,
    ordered,
)
from lifeline.tui.telling.listing import HERE, LATE
from lifeline.tui.widgets.rows import Rows
from tests.conftest import ROOT
from tests.tui.conftest import TODAY
from tests.tui.screens import watch

EXAMPLES = ("call-desk", "chatpdf", "club-minutes", "dental-lab")
BROKEN = "lifeline: 1\nidea: Broken [/price]\nanswrs: {}\nassessed: soon\n"

Script = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def shelf(folder: Path) -> Path:
    """Give a folder with four ideas and one that cannot be read."""
    for name in EXAMPLES:
        shutil.copy(ROOT / f"examples/ideas/{name}.yaml", folder)
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    return folder


def home(*keys: str, at: str = "") -> Script:
    """Give a script that waits until all files are judged, goes to a row, and presses keys."""

    async def script(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        if at:
            pilot.app.screen.query_one(Rows).stand_at(at)
        await pilot.press(*keys)
        await pilot.pause()

    return script


def shown_after(assessor: Assessor, script: Script, size: tuple[int, int] = (80, 24)) -> str:
    """Give the screen of an app without an idea after a script."""
    return watch(LifelineApp(assessor, TODAY), script, size=size)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
def test_it_looks_so(
    assessor: Assessor, shelf: Path, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    assert shelf.is_dir()
    golden(f"tui/home.{size[0]}x{size[1]}.txt", shown_after(assessor, home(), size))


def test_an_empty_folder_offers_a_new_idea(assessor: Assessor, folder: Path) -> None:
    assert folder.is_dir()
    shown = shown_after(assessor, home())
    assert "+ A new idea." in shown
    assert "There is no idea file in this folder yet." in shown
    assert "Nothing leaves this machine" in shown


def test_a_new_idea_asks_for_a_name_only_and_begins(assessor: Assessor, folder: Path) -> None:
    app = LifelineApp(assessor, TODAY)
    shown = watch(app, home("enter", "enter"))
    assert "1 of 14" in shown
    assert app.sitting is not None
    assert app.sitting.file.path == "idea.yaml"
    assert not (folder / "idea.yaml").exists()  # nothing was said yet


def test_the_name_of_a_new_idea_is_a_free_one(folder: Path) -> None:
    assert free_name() == "idea.yaml"
    (folder / "idea.yaml").touch()
    (folder / "idea-2.yaml").touch()
    assert free_name() == "idea-3.yaml"


def test_esc_begins_nothing(assessor: Assessor, folder: Path) -> None:
    app = LifelineApp(assessor, TODAY)
    assert "+ A new idea." in watch(app, home("n", "x", "escape"))
    assert app.sitting is None
    assert not list(folder.glob("*.yaml"))


def test_a_name_of_a_file_that_is_there_opens_it(assessor: Assessor, shelf: Path) -> None:
    assert shelf.is_dir()
    app = LifelineApp(assessor, TODAY)

    async def script(pilot: Pilot[None]) -> None:
        await home("n", "ctrl+u")(pilot)
        await pilot.press(*"chatpdf", "enter")
        await pilot.pause()

    watch(app, script)
    assert app.sitting is not None
    assert app.sitting.sheet.idea.title == "ChatPDF"


@pytest.mark.parametrize("typed", ["plan.v2", "plan.v2.yaml"])
def test_a_new_idea_gets_a_name_under_which_the_list_finds_it(
    assessor: Assessor, folder: Path, typed: str
) -> None:
    app = LifelineApp(assessor, TODAY)

    async def script(pilot: Pilot[None]) -> None:
        await home("n", "ctrl+u")(pilot)
        await pilot.press(*(key.replace(".", "full_stop") for key in typed), "enter")
        await pilot.press("b", "enter")

    watch(app, script)
    assert list(idea_files(str(folder))) == [str(folder / "plan.v2.yaml")]


def test_the_name_of_a_file_that_is_there_stays(folder: Path) -> None:
    (folder / "plan").touch()
    assert [findable(name) for name in ("plan", "plan.YML", "notes.txt")] == [
        "plan",
        "plan.YML",
        "notes.txt.yaml",
    ]


def test_enter_opens_where_one_left_it(assessor: Assessor, shelf: Path) -> None:
    text = "lifeline: 1\nidea: One\nassessed: 2026-11-01\nanswers: {need: often}\n"
    (shelf / "one.yaml").write_text(text, encoding="utf-8")
    first = LifelineApp(assessor, TODAY)
    watch(first, home("enter", "s", at=f"{HERE}one.yaml"))
    assert first.sitting is not None
    first.sitting.keep()
    stop = first.sitting.way.stop
    again = LifelineApp(assessor, TODAY)
    watch(again, home("enter", at=f"{HERE}one.yaml"))
    assert again.sitting is not None
    assert again.sitting.way.stop is not None
    assert stop is not None
    assert again.sitting.way.stop.id == stop.id != "lifeline/foundation"


def test_a_click_opens_an_idea(assessor: Assessor, shelf: Path) -> None:
    app = LifelineApp(assessor, TODAY)

    async def script(pilot: Pilot[None]) -> None:
        await home()(pilot)
        await pilot.click("#rows", offset=(5, 3))
        await pilot.pause()

    watch(app, script)
    assert app.sitting is not None
    assert (shelf / app.sitting.file.path).exists()


def test_what_cannot_be_read_is_listed_with_its_first_problem_and_opens_all(
    assessor: Assessor, shelf: Path
) -> None:
    assert shelf.is_dir()
    shown = " ".join(shown_after(assessor, home()).split())
    assert "broken.yaml INVALID line 3: 'answrs' is not a key" in shown
    assert "(and 1 more)" in shown
    shown = shown_after(assessor, home("enter", at=f"{HERE}broken.yaml"))
    assert "broken.yaml:3:1: answrs:" in shown
    assert "broken.yaml:4:" in shown
    assert "In this folder" in shown_after(
        assessor, home("enter", "escape", at=f"{HERE}broken.yaml")
    )


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
def test_an_idea_whose_day_has_passed_says_so(
    assessor: Assessor, folder: Path, size: tuple[int, int]
) -> None:
    for name in ("chatpdf", "dental-lab"):
        shutil.copy(ROOT / f"examples/ideas/{name}.yaml", folder)
    shown = " ".join(shown_after(assessor, home(), size).split())
    assert "30 June 2023 has passed: look at what happened, and assess again." in shown
    assert shown.count("has passed") == 1


def test_words_narrow_the_list_and_esc_shows_all_again(assessor: Assessor, shelf: Path) -> None:
    assert shelf.is_dir()
    found = shown_after(assessor, home("slash", *"chat"))
    assert "ChatPDF" in found
    assert "Minutes for clubs" not in found
    assert "No idea has these words" in shown_after(assessor, home("slash", *"xyz"))
    assert "Minutes for clubs" in shown_after(assessor, home("slash", *"chat", "escape"))


def test_rows_are_sorted_by_name_verdict_range_or_age(assessor: Assessor, shelf: Path) -> None:
    rows = [judged(assessor, path, TODAY) for path in idea_files(str(shelf))]

    def names(order: str) -> list[str]:
        return [Path(row.path).stem for row in ordered(rows, order)]

    assert names("name") == ["call-desk", "dental-lab", "chatpdf", "club-minutes", "broken"]
    assert names("verdict") == ["chatpdf", "club-minutes", "call-desk", "dental-lab", "broken"]
    assert names("range") == ["chatpdf", "club-minutes", "call-desk", "dental-lab", "broken"]
    assert names("age")[0] == "chatpdf"
    assert "by verdict" in shown_after(assessor, home("s"))


@pytest.fixture
def twins(folder: Path) -> Path:
    """Give a folder with the same idea twice, of which one has to last for longer."""
    for name in ("lax", "stern"):
        (folder / name).mkdir()
        shutil.copy(ROOT / "examples/ideas/call-desk.yaml", folder / name / "idea.yaml")
    (folder / "lax/lifeline.toml").write_text("min-months = 3\n", encoding="utf-8")
    (folder / "stern/lifeline.toml").write_text("min-months = 12\n", encoding="utf-8")
    return folder


def app_as_configured(path: str = "") -> LifelineApp:
    """Give an app in which each idea is judged by the configuration nearest to it."""
    given = {"set": None, "rubrics": None, "lang": "", "config": None, "no_config": False}
    judges = Assessors(Namespace(**given, verb="walk"))
    return LifelineApp(judges.assessor(path), TODAY, path, judges=judges)


@pytest.mark.parametrize("opened", ["", "lax/idea.yaml", "stern/idea.yaml"])
def test_each_idea_is_judged_by_what_is_configured_for_it(twins: Path, opened: str) -> None:
    assert twins.is_dir()
    app = app_as_configured(opened)

    async def script(pilot: Pilot[None]) -> None:
        await app.go("home")
        await home()(pilot)

    lines = watch(app, script, size=(120, 24)).splitlines()
    inside = lines[next(n for n, line in enumerate(lines) if "In this folder" in line) :]
    told = {line.split(":")[0]: line for line in inside if "Call desk" in line}
    assert list(told) == ["lax/idea.yaml", "stern/idea.yaml"]
    assert "PASS" in told["lax/idea.yaml"]
    assert "FAIL" in told["stern/idea.yaml"]


def test_a_configuration_that_cannot_be_read_is_told_at_its_ideas_only(twins: Path) -> None:
    (twins / "stern/lifeline.toml").write_text("min-month = 12\n", encoding="utf-8")
    app = app_as_configured()
    shown = " ".join(watch(app, home(), size=(120, 24)).split())
    assert "PASS" in shown
    assert " idea.yaml INVALID stern/lifeline.toml:1:1: 'min-month' is no" in shown
    watch(app, home("enter", at=f"{HERE}stern/idea.yaml"))
    assert app.sitting is None


def test_ideas_of_the_same_title_are_told_apart_by_as_much_of_the_path_as_it_takes(
    assessor: Assessor, shelf: Path
) -> None:
    for place in ("a/one", "b/one", "b/two"):
        (shelf / place).mkdir(parents=True)
        shutil.copy(shelf / "chatpdf.yaml", shelf / place / "chatpdf.yaml")
    shutil.copy(shelf / "chatpdf.yaml", shelf / "copy.yaml")
    rows = [judged(assessor, path, TODAY) for path in idea_files(str(shelf))]
    names = {name_beside(row, rows) for row in rows if row.title == "ChatPDF"}
    own = f"{shelf.name}/chatpdf.yaml"
    assert names == {
        "a/one/chatpdf.yaml",
        "b/one/chatpdf.yaml",
        "two/chatpdf.yaml",
        "copy.yaml",
        own,
    }
    late = judged(assessor, str(shelf / "copy.yaml"), TODAY)
    assert name_beside(late, [late, *rows]) == "copy.yaml"
    assert {name_beside(row, rows) for row in rows if row.title != "ChatPDF"} == {""}


def test_rows_match_by_all_words_in_title_or_path(assessor: Assessor, shelf: Path) -> None:
    rows = [judged(assessor, path, TODAY) for path in idea_files(str(shelf))]
    assert [row.title for row in matching(rows, "CLUB min")] == ["Minutes for clubs"]
    assert len(matching(rows, "")) == len(rows)


def test_only_idea_files_are_found_not_too_deep_and_nothing_hidden(shelf: Path) -> None:
    deep = shelf / "a" / "b" / "c" / "d" / "e"
    hidden = shelf / ".hidden"
    for place in (deep, hidden, shelf / "a"):
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(shelf / "chatpdf.yaml", place / "x.yaml")
    shutil.copy(shelf / "chatpdf.yaml", shelf / ".x.yaml")
    (shelf / "loop").symlink_to(shelf)
    (shelf / "a" / "x.yaml").rename(shelf / "a" / "X.YML")
    found = {str(Path(path).relative_to(shelf)) for path in idea_files(str(shelf))}
    assert found == {*(f"{name}.yaml" for name in EXAMPLES), "broken.yaml", "a/X.YML"}
    assert list(idea_files(str(shelf), is_over=lambda: True)) == []


def test_the_last_idea_stands_first_and_one_that_is_gone_can_be_taken_off(
    assessor: Assessor, shelf: Path
) -> None:
    remember(str(shelf / "gone.yaml"))
    remember(str(shelf / "chatpdf.yaml"))
    shown = shown_after(assessor, home())
    assert shown.index("Go on with") < shown.index("ChatPDF") < shown.index("In this folder")
    assert "gone. Press d" in " ".join(shown.split())
    row = f"{LATE}{shelf / 'gone.yaml'}"
    assert "Press d" not in shown_after(assessor, home("d", at=row))
    assert recent() == [str(shelf / "chatpdf.yaml")]


def test_recent_files_are_kept_last_first_and_bounded(folder: Path) -> None:
    for number in range(MOST + 3):
        remember(str(folder / f"{number}.yaml"))
    remember(str(folder / "5.yaml"))
    kept = recent()
    assert len(kept) == MOST
    assert kept[0] == str(folder / "5.yaml")
    forget(str(folder / "5.yaml"))
    assert str(folder / "5.yaml") not in recent()


@pytest.mark.parametrize("text", ["", "{", "[1, null]", '{"a": 1}', "[" * 100_000])
def test_a_list_that_was_damaged_is_empty(folder: Path, text: str) -> None:
    remember("a.yaml")
    place = next((folder / "state").rglob("recent.json"))
    assert place.stat().st_mode & 0o077 == 0
    place.write_text(text, encoding="utf-8")
    assert recent() == []
    remember("b.yaml")
    assert json.loads(place.read_text(encoding="utf-8")) == [str(folder / "b.yaml")]


def test_esc_goes_back_to_the_idea_and_never_leaves(assessor: Assessor, shelf: Path) -> None:
    assert shelf.is_dir()
    assert "In this folder" in shown_after(assessor, home("escape", "escape"))
    app = LifelineApp(assessor, TODAY, "chatpdf.yaml")

    async def script(pilot: Pilot[None]) -> None:
        await app.go("home")
        await home("escape")(pilot)

    assert "In this folder" not in watch(app, script)
