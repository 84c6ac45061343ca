"""The result: what it says is what the assessment says; sections, cards, summary and report."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeline.cli.exits import exit_for
from lifeline.cli.main import main
from lifeline.report.phrases import day_text, head_of, short
from lifeline.scoring.assess import Assessor
from lifeline.tui.app import LifelineApp
from lifeline.tui.screens.result import ResultScreen
from lifeline.tui.sitting import Sitting
from lifeline.tui.telling.further import look_further
from lifeline.tui.telling.result import (
    CAPS,
    EXIT,
    FURTHER,
    LOOKING,
    TITLES,
    Result,
    command,
    summary,
)
from lifeline.tui.widgets.card import Card
from lifeline.tui.widgets.page import Page
from tests.authored import compiled
from tests.conftest import ROOT
from tests.reference.strategies import claims_for
from tests.report.test_template import unasking_set
from tests.tui.conftest import TODAY, Begin
from tests.tui.screens import watch

SIZES = [(40, 12), (80, 24), (120, 40)]
WIDTH = 96
IDEAS = ["dental-lab", "club-minutes", "call-desk", "chatpdf"]

Script = Callable[[Pilot[None]], Awaitable[None]]


def result(*keys: str) -> Script:
    """Give a script that waits until all is found out, and presses keys."""

    async def script(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, LifelineApp)
        await pilot.app.go("result")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return script


def whole(assessor: Assessor, path: str = "idea.yaml", choosing: str = "") -> str:
    """Give the text of all sections, as an app lays them out, with all reasons shut."""
    sitting = Sitting(assessor, path, TODAY)
    found, idea = sitting.assessment(), sitting.sheet.idea
    told = Result(found, idea, assessor.compiled)
    told.further = look_further(assessor, idea, found, TODAY)
    page = Page(WIDTH, choosing)
    page.colour = False
    lines: list[str] = []
    for number, title in enumerate(TITLES, 1):
        lines += ["", f"{number}  {title}", "", *told.section(number, page)]
        lines += [f"+ {head_of(cap)}" for cap in told.caps() if number == CAPS]
    return "\n".join(line.rstrip() for line in lines[1:]) + "\n"


@pytest.fixture
def example(folder: Path) -> Callable[[str], None]:
    """Give what lays an example down as idea.yaml."""

    def laid(name: str) -> None:
        text = (ROOT / f"examples/ideas/{name}.yaml").read_text(encoding="utf-8")
        (folder / "idea.yaml").write_text(text, encoding="utf-8")

    return laid


def test_of_a_set_without_a_question_it_says_that_nothing_is_asked(folder: Path) -> None:
    (folder / "idea.yaml").write_text("lifeline: 1\nidea: A\nassessed: 2026-11-01\n")
    rubric_set = unasking_set()
    told = whole(Assessor(compiled(rubric_set, claims_for(rubric_set))))
    _, _, section = told.partition(TITLES[1])
    nothing = "No question is asked, so this is what is said of any product."
    assert section.startswith(f"\n\n{nothing}\n\n3  ")
    assert f"{TITLES[4]}\n\n{nothing}\n" in told
    assert "0 questions" not in told
    assert "press r for the list" not in told


def as_json(capsys: pytest.CaptureFixture[str], path: str = "idea.yaml") -> dict[str, object]:
    """Give what ``lifeline score`` says of the idea on the same day."""
    main(["score", path, "--format", "json", "--as-of", TODAY.isoformat()])
    found: dict[str, object] = json.loads(capsys.readouterr().out)["ideas"][0]
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("idea", ["", *IDEAS])
def test_it_looks_so(
    begin: Begin, golden: Callable[[str, str], None], idea: str, size: tuple[int, int]
) -> None:
    shown = watch(begin(idea), result(), size=size)
    golden(f"tui/result.{idea or 'new'}.{size[0]}x{size[1]}.txt", shown)


@pytest.mark.parametrize("idea", IDEAS)
def test_the_whole_page_reads_so(
    assessor: Assessor,
    example: Callable[[str], None],
    golden: Callable[[str, str], None],
    idea: str,
) -> None:
    example(idea)
    golden(f"tui/result.{idea}.whole.txt", whole(assessor))


def test_its_commands_go_on_with_the_set_that_was_chosen(
    assessor: Assessor, example: Callable[[str], None]
) -> None:
    example("call-desk")
    told = " ".join(whole(assessor, choosing=" --set mine").split())
    for words in (
        "score idea.yaml",
        "report idea.yaml -o idea.html",
        "ledger add idea.yaml",
        "rubric show",
    ):
        assert f"lifeline {words} --set mine" in told
    found = Sitting(assessor, "idea.yaml", TODAY).assessment()
    assert summary(found, " --set mine").endswith("\nlifeline score idea.yaml --set mine")


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("chatpdf", "It ends with exit code 0, as exit-zero is set, though it fails."),
        ("call-desk", "It ends with exit code 0, as exit-zero is set, though it is unclear."),
        ("dental-lab", "It ends with exit code 0: it passes."),
    ],
)
def test_where_exit_zero_is_set_it_says_so(
    assessor: Assessor, example: Callable[[str], None], idea: str, told: str
) -> None:
    example(idea)
    sheet = Sitting(assessor, "idea.yaml", TODAY).sheet
    found = Result(sheet.assessment(), sheet.idea, sheet.compiled, ends_with_zero=True)
    found.further = look_further(assessor, sheet.idea, found.found, TODAY)
    assert told in " ".join("\n".join(found.section(len(TITLES), Page(WIDTH))).split())


@pytest.mark.parametrize("idea", IDEAS)
def test_its_numbers_are_those_of_score(
    assessor: Assessor,
    example: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    idea: str,
) -> None:
    example(idea)
    shown = whole(assessor)
    found: dict[str, object] = as_json(capsys)
    lifeline = found["lifeline"]
    assert isinstance(lifeline, dict)
    for name in ("lifeline", "advantage", "necessity"):
        months = lifeline["months"] if name == "lifeline" else lifeline[name]
        assert re.search(rf"{name} +[█░·]+  {re.escape(short(months))}\n", shown)
    for end in lifeline["until"].values():
        assert end in shown or day_text(end) in shown
    assert str(found["verdict"]).upper() + ":" in shown
    caps = found["caps"]
    assert isinstance(caps, list)
    told = [cap for cap in caps if cap["value"]["low"] < 12]
    heads = re.findall(r"\+ (.*) months, (?:perhaps, )?(advantage|necessity): ", shown)
    assert sorted(heads) == sorted((short(cap["value"]), cap["clock"]) for cap in told)


@pytest.mark.parametrize("idea", IDEAS)
def test_it_names_the_command_of_ci_and_its_exit_code(
    assessor: Assessor,
    example: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    idea: str,
) -> None:
    example(idea)
    shown = whole(assessor)
    code = main(["score", "idea.yaml", "--as-of", TODAY.isoformat()])
    capsys.readouterr()
    assert "lifeline score idea.yaml" in shown
    assert f"It ends with exit code {code}:" in shown


def test_exit_codes_are_those_of_the_command() -> None:
    assert {verdict: int(exit_for([verdict])) for verdict in EXIT} == EXIT


def test_a_path_with_spaces_is_quoted_for_the_shell() -> None:
    assert command("my idea.yaml") == "lifeline score 'my idea.yaml'"


def test_the_page_and_the_forecast_that_it_offers_can_be_had(
    assessor: Assessor, example: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    example("dental-lab")
    Path("idea.yaml").rename("my idea.yaml")
    shown = whole(assessor, "my idea.yaml").splitlines()
    words = [line.strip() for line in shown if re.match(" *lifeline (report|ledger) ", line)]
    assert len(words) == 2
    for each in words:
        assert main([*shlex.split(each)[1:], "--as-of", TODAY.isoformat()]) == 0
    capsys.readouterr()
    assert Path("my idea.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    (ledger,) = Path().glob("*.jsonl")
    assert "my idea" in ledger.read_text(encoding="utf-8")


def test_nothing_can_be_held_to_before_the_first_answer(assessor: Assessor, folder: Path) -> None:
    shown = whole(assessor)
    assert "lifeline report idea.yaml -o idea.html" in shown
    assert "lifeline ledger" not in shown


@pytest.mark.parametrize("number", range(1, len(TITLES) + 1))
def test_a_number_goes_to_its_section(begin: Begin, number: int) -> None:
    shown = watch(begin("club-minutes"), result(str(number)), size=(80, 12))
    assert f"{number}  {TITLES[number - 1]}" in "\n".join(shown.splitlines()[:4])


def test_titles_stand_beside_where_there_is_room_and_lead_to_their_section(begin: Begin) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await result()(pilot)
        await pilot.click("#contents", offset=(4, 5))

    shown = watch(begin("club-minutes"), script, size=(120, 30))
    assert shown.count(f"5  {TITLES[4]}") == 2
    assert shown.count(f"1  {TITLES[0]}") == 1  # at the side: the page has moved on


def test_a_reason_opens_to_claims_and_remedy_and_shuts_again(begin: Begin) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await result("tab")(pilot)
        card = pilot.app.screen.query(Card).first()
        assert not card.is_open
        await pilot.press("enter")
        text = str(card.render())
        assert card.is_open
        assert "S003-93:" in text
        assert "→ On Monday" in text
        assert "In history" in text
        await pilot.press("enter")
        assert "S003-93:" not in str(card.render())
        await pilot.click(Card)
        assert card.is_open

    watch(begin("club-minutes"), script)


def test_what_takes_longer_is_told_when_it_is_found(begin: Begin) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await result()(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ResultScreen)
        assert screen.result is not None
        page = Page(80)
        for number in FURTHER:
            assert LOOKING not in screen.result.section(number, page)
        screen.result.further = None
        for number in range(1, len(TITLES) + 1):
            assert (LOOKING in screen.result.section(number, page)) == (number in FURTHER)

    watch(begin("chatpdf"), script)


def test_leaving_while_something_is_looked_up_does_not_hang(begin: Begin) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("t", "q")

    watch(begin(), script)


def test_the_low_end_is_told_kindly_with_a_day_and_a_first_step(
    assessor: Assessor, example: Callable[[str], None]
) -> None:
    example("club-minutes")
    shown = " ".join(whole(assessor).split())
    assert "This week On Monday, write to the ten users" in shown
    assert "When to stop By 1 February 2027 one of the following has to be true" in shown


def test_a_day_that_has_passed_is_told_as_passed(
    assessor: Assessor, example: Callable[[str], None]
) -> None:
    example("chatpdf")
    shown = " ".join(whole(assessor).split())
    assert "When to stop 30 June 2023 has passed." in shown


def test_where_nothing_takes_months_nobody_is_told_to_stop(
    assessor: Assessor, example: Callable[[str], None]
) -> None:
    example("dental-lab")
    shown = " ".join(whole(assessor).split())
    assert "Nothing says that you should stop." in shown
    assert "Nothing takes months away: 12 months or more." in shown


def test_a_summary_is_copied(begin: Begin) -> None:
    app = begin("club-minutes")
    watch(app, result("c"))
    first, verdict, *_, last = app.clipboard.splitlines()
    assert first == "Minutes for clubs: 3 months"
    assert verdict.startswith("FAIL: ")
    assert last == "lifeline score idea.yaml"


def test_the_report_is_written_under_the_name_that_is_given(begin: Begin, folder: Path) -> None:
    watch(begin("club-minutes"), result("e", "enter"))
    text = (folder / "idea-report.txt").read_text(encoding="utf-8")
    assert text.startswith("Minutes for clubs\nFAIL: ")
    assert "Not investment advice." in text


def test_a_report_never_takes_the_place_of_a_file(begin: Begin, folder: Path) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await result("e")(pilot)
        (folder / "idea-report.txt").write_text("mine", encoding="utf-8")
        await pilot.press("enter")

    shown = watch(begin("club-minutes"), script)
    assert "there is a file of this name" in shown
    assert (folder / "idea-report.txt").read_text(encoding="utf-8") == "mine"


def test_esc_writes_no_report(begin: Begin, folder: Path) -> None:
    watch(begin("club-minutes"), result("e", "escape"))
    assert not list(folder.glob("*.txt"))


@pytest.mark.parametrize("text", ["[/price]", "[bold]x[/]", "שלום [x]"])
def test_a_title_of_any_signs_is_shown_as_it_is(begin: Begin, text: str) -> None:
    title = json.dumps(text, ensure_ascii=False)
    example = (ROOT / "examples/ideas/chatpdf.yaml").read_text(encoding="utf-8")
    shown = watch(begin(text=example.replace("idea: ChatPDF", f"idea: {title}")), result())
    assert text in shown
