"""The form in Chromium, as applicants use it: filled in, saved, judged, opened again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lifeline.cli.main import main
from lifeline.compiling.store import load_set
from lifeline.reading.shelves import shipped_sets
from lifeline.report.form.data import form_of
from lifeline.report.form.page import page_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

SMALL = str(ROOT / "tests" / "sets" / "small")
NGC = str(Path(shipped_sets(), "ngc"))
EXAMPLES = sorted((ROOT / "examples" / "ideas").glob("*.yaml"))
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
TODAY = "2026-11-22"

Open = Callable[..., "Page"]


@pytest.fixture
def form(browser_page: OpenPage, tmp_path: Path) -> Open:
    """Give a function that opens the form of a set; errors of its script fail at ``saved``."""

    def open_form(
        folder: str = NGC, lang: str = "", wanted: tuple[str, ...] = (), **looks: Any
    ) -> Page:
        path = tmp_path / "form.html"
        path.write_text(page_of(form_of(load_set(folder, lang), wanted)), encoding="utf-8")
        page = browser_page(path, **looks)
        page.set_default_timeout(5000)
        page.clock.set_fixed_time(f"{TODAY}T12:00:00")
        page.reload()
        return page

    return open_form


def saved(page: Page, folder: Path) -> Path:
    """Save the sheet, and give the file."""
    with page.expect_download() as download:
        page.click("#save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_text(encoding="utf-8").rstrip() == page.input_value("#text").rstrip()
    assert page.faults == []  # type: ignore[attr-defined]
    return path


def opened(page: Page, path: Path) -> list[str]:
    """Open a file, and give what the page says about it."""
    page.set_input_files("#file", path)
    page.wait_for_selector("#notice:not([hidden])")
    return page.locator("#notice p, #notice li").all_inner_texts()


def judged(path: Path, folder: Path, *words: str) -> Any:
    """Score a file; give what is said of the idea, but for where the file lies."""
    out = folder / "judged.json"
    code = main(["score", str(path), "--as-of", TODAY, "--format", f"json:{out}", *words])
    assert code in {0, 1, 3}, "it is a file that can be judged"
    (idea,) = json.loads(out.read_text())["ideas"]
    return {**idea, "path": ""}


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id")
    return found


# ---- filling in


def test_a_form_filled_in_by_keyboard_can_be_judged(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.focus("#title")
    page.keyboard.type("Night desk: 24 hours")
    press(page, "Tab")
    page.keyboard.type("Answers calls.")
    page.click("#next")
    press(page, "Space", "ArrowDown")  # the second choice of the first question
    page.click("#next")
    page.focus("#q1 input[type=checkbox] >> nth=1")
    press(page, "Space")
    page.click("#next")
    press(page, "Space")
    page.click("#next")
    press(page, "Space", "Tab")
    page.keyboard.type("1 500 000")
    page.click("#next")
    press(page, "Space", "ArrowDown", "Tab")
    page.keyboard.type("٣")
    press(page, "Tab")
    page.keyboard.type("9.5")
    assert page.inner_text("#progress") == "Answered: 5. Not known: 0. Left: 0."
    page.focus("#save")
    path = saved(page, tmp_path)
    assert path.name == "night-desk-24-hours.yaml"
    assert path.read_text(encoding="utf-8") == (
        "lifeline: 1\n"
        'idea: "Night desk: 24 hours"\n'
        "summary: Answers calls.\n"
        f"assessed: {TODAY}\n"
        "set: {small: 1.2.0}\n"
        "answers:\n"
        "  entry: announced\n"
        "  assets: [network]\n"
        "  uses-model: yes\n"
        "  training-budget: 1500000\n"
        "  runway: {between: [3, 9.5]}\n"
    )
    assert judged(path, tmp_path, "--set", SMALL)["open"] == ["product/runway"]
    assert focused(page) == "result"


def test_every_way_to_answer_is_written_and_read_again(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    page.check("#q0 input[value='several ']")
    for place in (0, 2):
        page.check(f"#q0 .inner input >> nth={place}")
    page.check("#q1 input[value='several ']")
    page.select_option("#q1 select >> nth=0", "picked")
    page.select_option("#q1 select >> nth=2", "maybe")
    page.check("#q2 input[value='unknown ']")
    page.check("#q3 input[value='absent ']")
    page.fill("#q3-reason", "We train nothing: not yet.")
    page.click("#q4 .besides summary")
    page.click("#q4 button:has-text('Add evidence')")
    page.fill("#q4-evidence-0-says", "our bank said so")
    page.fill("#q4-evidence-0-link", "https://example.org/a?b=c")
    page.fill("#q4-evidence-0-date", "2026-11-01")
    page.click("#q4 button:has-text('Add evidence')")
    page.fill("#q4-evidence-1-measurement", "31 of 40")
    page.fill("#q4-by", "founders")
    page.fill("#q4-note", "first line\n\n- second # line")
    path = saved(page, tmp_path)
    text = path.read_text()
    assert text[text.index("answers:") :] == (
        "answers:\n"
        "  entry: {one-of: [nobody, where-they-work]}\n"
        "  assets:\n"
        "    surely: [own-data]\n"
        "    maybe: [permit]\n"
        "  uses-model: unknown\n"
        '  training-budget: {not-applicable: "We train nothing: not yet."}\n'
        "  runway:\n"
        "    answer: later\n"
        "    by: founders\n"
        "    evidence:\n"
        '      - {says: our bank said so, link: "https://example.org/a?b=c", date: 2026-11-01}\n'
        "      - {measurement: 31 of 40}\n"
        "    note: |-\n"
        "      first line\n"
        "\n"
        "      - second # line\n"
    )
    judged(path, tmp_path, "--set", SMALL)
    assert opened(page, path) == ["idea.yaml is open."]
    assert page.input_value("#q4-note") == "first line\n\n- second # line"
    assert page.input_value("#q3-reason") == "We train nothing: not yet."
    assert saved(page, tmp_path).read_text() == text


def test_questions_come_and_go_with_the_answers_before_them(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    assert page.is_visible("#q3"), "it may be asked"
    page.fill("#q3-value", "12")
    page.check("#q2 input[value='one no']")
    assert not page.is_visible("#q3")
    assert page.inner_text("#status") == (
        "Questions that are not asked any more: 1. What was answered there is kept."
    )
    assert "training-budget: 12" in saved(page, tmp_path).read_text()
    page.check("#q2 input[value='unknown ']")
    assert page.is_visible("#q3")
    assert page.inner_text("#status") == "More questions are asked now: 1."


def test_what_is_wrong_is_said_linked_and_not_saved(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.check("#q0 input[value='several ']")
    page.fill("#q4-value", "1,500")
    page.click("#q1 .besides summary")
    page.click("#q1 button:has-text('Add evidence')")
    page.fill("#q1-evidence-0-link", "example.org")
    page.click("#save")
    assert focused(page) == "faults"
    links = page.locator("#fault-list a").all_inner_texts()
    assert links == [
        "Give the product's name. No file can be saved without it.",
        "Mark two or more, or choose another answer.",
        "A link begins with https:// or http://.",
        "Write the number with digits only. Did you mean 1500?",
    ]
    page.click("#fault-list a >> nth=3")
    assert focused(page) == "q4-value"
    assert page.get_attribute("#q4-value", "aria-invalid") == "true"
    described = page.get_attribute("#q4-value", "aria-describedby") or ""
    assert "q4-fault" in described.split()
    page.fill("#q4-value", "61")
    assert page.inner_text("#q4-fault") == "This number is out of bounds. Expected 0 to 60."
    page.fill("#q4-value", "60")
    assert page.inner_text("#q4-fault") == ""
    page.fill("#title", "Idea")
    page.check("#q0 input[value='one nobody']")
    page.fill("#q1-evidence-0-link", "http://example.org")
    assert "runway: 60" in saved(page, tmp_path).read_text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12,5", "12.5"), ("٧،٥", "7.5"), (",5", "0.5"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5")],
)
def test_who_writes_a_comma_before_a_fraction_is_told_to_write_a_point(
    form: Open, typed: str, meant: str
) -> None:
    page = form(SMALL)
    page.fill("#q4-value", typed)
    page.click("#save")
    assert page.inner_text("#q4-fault") == (
        f"Write a point before the fraction, and no other marks. Did you mean {meant}?"
    )
    page.fill("#q4-value", "a year")
    assert page.inner_text("#q4-fault") == (
        "This is not a number. Expected digits, with a point before a fraction, from 0 to 60."
    )


@pytest.mark.parametrize(
    ("typed", "written"), [("1e1", "10"), (".5E1", "5"), ("7.50", "7.50"), ("٧٫٥", "7.5")]
)
def test_a_number_is_written_in_digits_and_a_point(
    form: Open, tmp_path: Path, typed: str, written: str
) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    page.fill("#q4-value", typed)
    assert saved(page, tmp_path).read_text().endswith(f"  runway: {written}\n")


def test_a_number_of_a_file_stays_as_it_was_written(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    path = tmp_path / "idea.yaml"
    path.write_text(UNFINISHED.replace("700", "1e6"))
    opened(page, path)
    assert page.input_value("#q3-value") == "1e6"
    page.check("#q0 input[value='one announced']")
    assert "  training-budget: 1e6\n" in saved(page, tmp_path).read_text()


UNFINISHED = """# ours
lifeline: 1
idea: Night desk
assessed: 2026-11-22
set: {small: 1.2.0}
answers:
  entry: nobody   # asked in May
  assets: [network]
  training-budget: 700
  runway:
    answer: 4
    evidence:
      - {says: our bank said so, date: 2026-11-01}
"""


def leave_unfinished(page: Page) -> None:
    """Begin every answer of an idea, and finish none."""
    page.check("#q0 input[value='several ']")
    page.check("#q1 input[value='several ']")
    page.check("#q1 input[value='one ']")
    for place in range(page.locator("#q1 .inner input[type=checkbox]").count()):
        page.uncheck(f"#q1 .inner input[type=checkbox] >> nth={place}")
    page.click("#q2 .besides summary")
    page.click("#q2 button:has-text('Add evidence')")
    page.fill("#q2-evidence-0-date", "2026-11-01")
    page.check("#q3 input[value='absent ']")
    page.fill("#q4-value", "4 or 5")
    page.click("#q4 .besides summary")
    page.fill("#q4-evidence-0-link", "example.org")


def test_unfinished_answers_are_saved_without_what_is_missing(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    path = tmp_path / "night-desk.yaml"
    path.write_text(UNFINISHED)
    opened(page, path)
    assert page.inner_text("#progress") == "Answered: 4. Not known: 0. Left: 1."
    leave_unfinished(page)
    assert page.inner_text("#progress") == "Answered: 0. Not known: 0. Left: 5."
    page.click("#save")
    assert focused(page) == "faults"
    assert page.locator("#fault-list a").count() == 5
    with page.expect_download() as download:
        page.click("button:text-is('Save without these 5')")
    download.value.save_as(path)
    assert path.read_text() == (
        UNFINISHED.replace("nobody ", "later ")
        .replace("[network]", "later")
        .replace("700", "later")
        .replace("answer: 4", "answer: later")
    )
    assert set(judged(path, tmp_path, "--set", SMALL)["open"]) == {
        f"product/{id_}" for id_ in ("entry", "assets", "uses-model", "training-budget", "runway")
    }
    assert focused(page) == "result"
    assert page.inner_text("#left-out").startswith("Not finished, and so left out of the file: 5.")
    assert page.input_value("#q4-value") == "4 or 5", "the page still holds what was typed"
    opened(page, path)
    assert page.faults == [  # type: ignore[attr-defined]
        "Opening a file replaces the answers on this page, and they are not saved yet. Open it?"
    ]


def test_what_is_left_out_of_a_new_file_is_not_in_it(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    page.check("#q3 input[value='one ']")
    page.check("#q4 input[value='unknown ']")
    page.click("#q4 .besides summary")
    page.click("#q4 button:has-text('Add evidence')")
    page.fill("#q4-evidence-0-says", "our bank will say")
    page.fill("#q4-evidence-0-link", "example.org")
    page.click("#save")
    with page.expect_download() as download:
        page.click("#save-without")
    path = tmp_path / "idea.yaml"
    download.value.save_as(path)
    assert path.read_text().partition("answers:")[2] == (
        "\n  runway:\n    answer: unknown\n    evidence:\n      - {says: our bank will say}\n"
    )
    judged(path, tmp_path, "--set", SMALL)


def test_the_list_of_what_is_not_finished_stays_true(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.check("#q0 input[value='several ']")
    page.check("#q3 input[value='one ']")
    page.click("#save")
    assert page.locator("#fault-list a").count() == 3
    assert not page.is_visible("#save-without"), "no file can be saved without a name"
    page.fill("#title", "Idea")
    page.wait_for_selector("#save-without:text-is('Save without these 2')")
    page.fill("#q3-value", "12")
    page.wait_for_selector("#save-without:text-is('Save without it')")
    page.check("#q0 input[value='unknown ']")
    page.wait_for_selector("#faults", state="hidden")
    assert "training-budget: 12" in saved(page, tmp_path).read_text()
    assert not page.is_visible("#left-out")


def test_next_leads_to_what_is_missing_in_an_answer(form: Open) -> None:
    page = form(SMALL)
    for number in (0, 1, 2):
        page.check(f"#q{number} input[value='unknown ']")
    page.check("#q3 input[value='absent ']")
    page.check("#q4 input[value='unknown ']")
    page.click("#next")
    assert focused(page) == "q3-reason"
    assert page.inner_text("#q3-fault") == "Say why it does not apply."
    page.fill("#q3-reason", "We train nothing.")
    assert page.inner_text("#q3-fault") == ""
    assert not page.is_visible("#next")


@pytest.mark.parametrize("lang", ["", "zh", "ar"])
def test_long_questions_are_cut_between_words(form: Open, lang: str) -> None:
    page = form(lang=lang)
    count = page.locator(".question:visible").count()
    for number in range(count):
        page.click(f"#q{number} .besides summary")
        page.click(f"#q{number} .besides button >> nth=0")
        page.fill(f"#q{number}-evidence-0-date", "2026-11-01")
    page.click("#save")
    asked = page.locator(".question:visible > legend").all_inner_texts()
    cut = page.locator("#fault-list li > span").all_inner_texts()
    assert len(asked) == len(cut) == count
    for whole, part in zip(asked, cut, strict=True):
        stem, more, _ = part.partition("…")
        assert stem in whole
        assert 30 < len(stem) <= 60 or not more
        if more and lang != "zh":  # Chinese has no spaces between words
            assert re.match(r"[\s,;:،]", whole.partition(stem)[2])
    assert any("…" in part for part in cut)


@pytest.mark.parametrize(
    ("lang", "takes"),
    [
        ("", "About 14 minutes, 20 questions"),
        ("zh", "大约 14 分钟，20 个问题"),
        ("ar", "المدة بالدقائق: نحو 14. عدد الأسئلة: 20."),
    ],
)
def test_how_long_it_takes_stands_first_and_the_version_last(
    form: Open, lang: str, takes: str
) -> None:
    page = form(lang=lang, wanted=("investor-fit",))
    assert page.inner_text("header > p >> nth=0") == takes
    assert re.search(r"\(ngc \d+\.\d+\.\d+\)$", page.inner_text("footer"))
    assert "ngc" not in page.inner_text("header")


def test_not_being_sure_of_some_is_not_saved_as_none(form: Open) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    page.check("#q1 input[value='several ']")
    assert page.inner_text("#progress") == "Answered: 0. Not known: 0. Left: 5."
    page.click("#save")
    page.click("#fault-list a")
    assert page.evaluate("document.activeElement.dataset.part") == "levels"
    with page.expect_download():
        page.click("#save-without")
    assert "assets" not in page.input_value("#text")


def test_next_goes_on_from_where_one_is(form: Open) -> None:
    page = form(SMALL)

    def asked() -> str:
        page.click("#next")
        name: str = page.evaluate("document.activeElement.name")
        return name

    assert [asked() for _ in range(6)] == ["q0", "q1", "q2", "q3", "q4", "q0"]
    page.check("#q2 input[value='unknown ']")
    assert [asked() for _ in range(4)] == ["q3", "q4", "q0", "q1"]


def test_an_answer_can_be_cleared(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.fill("#title", "Idea")
    page.check("#q0 input[value='one announced']")
    page.click("#q0 button:has-text('Clear this answer')")
    assert page.locator("#q0 input:checked").count() == 0
    assert page.evaluate("document.activeElement.name") == "q0"
    assert "entry" not in saved(page, tmp_path).read_text()


def test_a_rubric_that_is_asked_for_is_judged_though_nothing_of_it_is_known(
    form: Open, tmp_path: Path
) -> None:
    page = form(wanted=("investor-fit",))
    page.fill("#title", "Idea")
    path = saved(page, tmp_path)
    assert "made-possible: later" in path.read_text()
    assert "investor-fit/made-possible" in judged(path, tmp_path)["open"]


# ---- opening files


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_opened_and_saved_is_judged_the_same(
    form: Open, tmp_path: Path, example: Path
) -> None:
    page = form()
    assert opened(page, example) == [f"{example.name} is open."]
    path = saved(page, tmp_path)
    assert path.read_bytes() == example.read_bytes()
    assert path.name == example.name
    page.fill("#title", "Another name")
    page.click("#q4 .besides summary")
    page.fill("#q4-note", "Looked at again.")
    changed = judged(saved(page, tmp_path), tmp_path)
    before = judged(example, tmp_path)
    lines = {"line", "column", "sources"}
    assert _without(changed, lines) == _without({**before, "idea": "Another name"}, lines)
    kept = set(re.findall(r"#.*", example.read_text()))
    assert kept <= set(re.findall(r"#.*", path.read_text()))


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        return {name: _without(inner, names) for name, inner in value.items() if name not in names}
    return [_without(item, names) for item in value] if isinstance(value, list) else value


def test_a_file_of_new_is_filled_in_and_keeps_its_comments(
    form: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine.yaml", "--as-of", TODAY]) == 0
    before = Path("mine.yaml").read_text()
    page = form()
    opened(page, Path("mine.yaml"))
    page.check("#q1 input[value='one announced']")
    text = saved(page, tmp_path).read_text()
    assert text == before.replace("entry: unknown", "entry: announced")


def test_what_cannot_be_read_is_told_and_changes_nothing(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    path = tmp_path / "broken.yaml"
    for data, told in (
        (
            b"lifeline: 1\nidea: A\nanswers:\n  entry: *x\n",
            "Line 4: a value cannot begin with this",
        ),
        (b"lifeline: 2\nidea: A\n", "Line 1: this is another kind of file"),
        ("lifeline: 1\nidea: Ä\n".encode("latin-1"), "Line 1: the file is not text in UTF-8"),
        (b"lifeline: 1\nanswers: text\n", "Line 2: expected “question: answer” lines"),
        (b"x" * 1_000_001, "Line 1: the file is too large"),
        (b"a:\n" + b"- x\n" * 50_000, "Line 49999: the file has too many keys and values."),
    ):
        path.write_bytes(data)
        head, line = opened(page, path)
        assert head.startswith("broken.yaml could not be opened.")
        assert line.startswith(told)
        page.evaluate("document.querySelector('#notice').hidden = true")
    assert page.input_value("#title") == ""


def test_what_the_page_does_not_know_is_told_and_stays(form: Open, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(
        "# ours\nlifeline: 1\nidea: Odd   # a name\nassessed: 2026-11-22\nowner: {name: Ada}\n"
        "set: {small: 1.0.0, other: 2.0.0}\nanswers:\n"
        "  other-thing: [1, 2]   # theirs\n"
        "  entry: someday   # hm\n"
        "  runway:\n    answer: 3\n    # why\n    mood: good\n    note:\n"
        "waivers:\n  product/money-ends: {reason: known, until: 2027-01-01}\n"
    )
    page = form(SMALL)
    told = opened(page, path)
    assert [line.partition(" ")[2][:40] for line in told[1:]] == [
        "5: this page does not know “owner”. It s",
        "8: this page does not know “other-thing”",
        "9: the answer to “entry” is not one that",
        "13: this page does not know “mood”. It s",
        "answers were given to version 1.0.0 of t",
    ]
    assert "“someday”" in told[3]
    page.fill("#q4-value", "4")
    page.check("#q0 input[value='one nobody']")
    assert saved(page, tmp_path).read_text() == (
        "# ours\nlifeline: 1\nidea: Odd   # a name\nassessed: 2026-11-22\nowner: {name: Ada}\n"
        "set: {small: 1.0.0, other: 2.0.0}\nanswers:\n"
        "  other-thing: [1, 2]   # theirs\n"
        "  entry: nobody   # hm\n"
        "  # why\n  runway:\n    answer: 4\n    mood: good\n"
        "waivers:\n  product/money-ends: {reason: known, until: 2027-01-01}\n"
    )


def test_opening_asks_before_it_replaces_what_is_not_saved(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.fill("#title", "Not saved")
    page.set_input_files("#file", EXAMPLES[0])  # the dialog is answered with no
    page.wait_for_timeout(100)
    assert page.input_value("#title") == "Not saved"
    (question,) = page.faults  # type: ignore[attr-defined]
    assert question.startswith("Opening a file replaces the answers on this page")


def test_a_file_can_be_dropped_on_the_page(form: Open) -> None:
    page = form(SMALL)
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["lifeline: 1\\nidea: Dropped\\n"], "dropped.yaml"));
          document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }"""
    )
    page.wait_for_selector("#notice:not([hidden])")
    assert page.input_value("#title") == "Dropped"


# ---- drafts


def test_a_draft_is_kept_only_where_it_is_asked_for(form: Open) -> None:
    page = form(SMALL)
    page.fill("#title", "First")
    assert page.evaluate("localStorage.length") == 0
    page.check("#draft")
    page.fill("#q4-value", "7")
    page.reload()
    assert page.input_value("#title") == "First"
    assert page.input_value("#q4-value") == "7"
    assert page.inner_text("#notice") == "Your draft in this browser is open."
    assert page.is_checked("#draft")
    page.uncheck("#draft")
    assert page.evaluate("localStorage.length") == 0
    page.evaluate(
        'localStorage.setItem(\'lifeline form small\', \'{"text": "a: *b", "answers": 3}\')'
    )
    page.reload()
    assert page.input_value("#title") == ""


def test_the_form_works_where_nothing_may_be_stored(form: Open, tmp_path: Path) -> None:
    page = form(SMALL)
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    page.reload()
    assert page.is_disabled("#draft")
    assert page.is_visible("#draft-denied")
    page.fill("#title", "Idea")
    assert saved(page, tmp_path).read_text().startswith("lifeline: 1\nidea: Idea\n")


# ---- languages, looks, and those who mean harm


def test_the_form_in_chinese(form: Open, tmp_path: Path) -> None:
    page = form(lang="zh")
    assert page.inner_text("h1") == "关于你的产品的问题"
    assert page.inner_text("#q0 legend").startswith("谁的") or "模型" in page.inner_text(
        "#q0 legend"
    )
    page.fill("#title", "夜间客服")
    page.check("#q1 input[value='one announced']")
    path = saved(page, tmp_path)
    assert path.name == "夜间客服.yaml"
    assert judged(path, tmp_path)["idea"] == "夜间客服"


def test_the_form_in_arabic_runs_from_the_right(form: Open, tmp_path: Path) -> None:
    page = form(lang="ar")
    option = page.locator("#q1 .option").first
    box = option.bounding_box()
    tick = option.locator("input").bounding_box()
    assert box is not None
    assert tick is not None
    assert tick["x"] > box["x"] + box["width"] / 2
    page.fill("#title", "مكتب الليل")
    page.fill("#q13-value", "١٢")
    path = saved(page, tmp_path)
    assert "runway: 12" in path.read_text(encoding="utf-8")
    assert judged(path, tmp_path)["idea"] == "مكتب الليل"


@pytest.mark.parametrize("lang", ["", "ar"])
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_cut_off_and_nothing_shuts_anybody_out(
    form: Open, lang: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="[browser]")
    page = form(lang=lang, wanted=("fine-tuning",), width=width, dark=width == 360)
    page.check("#q1 input[value='several ']")
    page.check("#q10 input[value='several ']")
    page.check("#q14 input[value='absent ']") if page.is_visible("#q14") else None
    page.click("#q2 .besides summary")
    page.click("#q2 .besides button >> nth=0")
    page.click("#save")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page)
    serious = [
        (violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
        for violation in found.response["violations"]
        if violation["impact"] in {"serious", "critical", "moderate"}
    ]
    assert serious == []
    assert page.faults == []  # type: ignore[attr-defined]


def test_a_hostile_set_and_a_hostile_idea_do_nothing(
    browser_page: OpenPage, tmp_path: Path
) -> None:
    small = load_set(SMALL)
    texts = json.loads(json.dumps(small["texts"]))
    texts["title"] = HOSTILE
    texts["rubrics"]["product"] = {"title": HOSTILE, "about": HOSTILE, "score": None}
    for text in texts["questions"].values():
        unit = HOSTILE if text["unit"] else None
        labels = dict.fromkeys(text["labels"], HOSTILE)
        text.update(ask=HOSTILE, why=HOSTILE, ask_whom=HOSTILE, labels=labels, unit=unit)
    path = tmp_path / "form.html"
    path.write_text(page_of(form_of({**small, "texts": texts})))
    page = browser_page(path)
    idea = tmp_path / "idea.yaml"
    said = json.dumps(HOSTILE)
    idea.write_text(
        f"lifeline: 1\nidea: {said}\nsummary: {said}\nassessed: 2026-11-22\n{said}: 1\nanswers:\n"
        f"  entry: {said}\n  {said}: 1\n  runway: {{answer: 3, note: {said}, by: {said}}}\n"
        "  __proto__: 1\n  constructor: {toString: 1}\n"
    )
    told = opened(page, idea)
    assert any(HOSTILE[:40] in line for line in told)
    page.click("#save")
    page.check("#q0 input[value='one nobody']")
    assert page.input_value("#title") == HOSTILE
    assert page.locator("img, #questions script").count() == 0
    text = saved(page, tmp_path).read_text()
    assert text.count(said[1:-1]) >= 5
    assert "__proto__: 1" in text


def test_all_that_is_folded_away_is_printed(form: Open) -> None:
    page = form(SMALL)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#q0 .why p").first.is_visible()
    assert not page.is_visible(".bar")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert not page.locator("#q0 .why p").first.is_visible()
