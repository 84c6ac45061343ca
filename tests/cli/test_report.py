"""``lifeline report`` as its users run it: what it writes, where, and what it leaves out."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lifeline.cli.main import main
from tests.cli.test_explain import loaded
from tests.conftest import ROOT
from tests.hostile.inert import check_inert
from tests.report.read_back import Page, check_markdown

EXAMPLES = ROOT / "examples" / "ideas"
SMALL = ROOT / "tests" / "sets" / "small"
TODAY = "2026-11-22"
ON = ["--as-of", TODAY]
BROKEN = "lifeline: 1\nidea: Broken\nanswers: {entry: somebody}\n"
BEGIN = "Begin: lifeline walk {path} (about ten minutes)."
TOLD = """lifeline: 1
idea: Told
assessed: 2026-11-01
answers:
  entry: {answer: announced, by: Secret Ann, note: secret note,
    evidence: [{says: secret words, link: "https://secret.example.org", date: 2026-11-01}]}
"""
SECTIONS = [
    "The lifeline",
    "What it has, and this week",
    "What takes months",
    "What holds that off",
    "What to ask, and whom",
    "Next steps",
    "Products like it",
    "How long such products lasted",
    "Scores",
    "Also",
    "Other rubrics",
    "All answers",
    "Fine print",
]


def run(*words: object) -> int:
    return main(["report", *map(str, words)])


def page_of(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> Page:
    assert run(*words, *ON) == code
    return Page(capsys.readouterr().out)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_page_of_every_example_has_all_sections_in_order(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titles = page_of(capsys, path).titles
    assert [title for title in titles if title in SECTIONS] == SECTIONS


def test_the_page_opens_with_the_verdict_in_a_sentence_and_its_dates(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = " ".join(page_of(capsys, EXAMPLES / "chatpdf.yaml").words.split())
    assert "✕ FAIL It ends before 6 months, unless something changes." in words
    assert "The answers describe 31 March 2023. Seen on 22 November 2026." in words
    assert words.index("FAIL") < words.index("The lifeline")


def test_the_fine_print_names_versions_and_says_what_this_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = page_of(capsys, EXAMPLES / "chatpdf.yaml").words
    for told in ("Not investment advice", "Digest of what decides", "Seen on", "back-test"):
        assert told in words.partition("Fine print")[2]


def test_it_is_written_to_a_file_that_is_whole_or_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "idea.yaml"
    idea.write_text(BROKEN, encoding="utf-8")
    target = tmp_path / "report.html"
    assert run(EXAMPLES / "jasper.yaml", "-o", target, *ON) == 0
    whole = target.read_bytes()
    assert whole.endswith(b"</html>\n")
    assert run(idea, "-o", target, *ON) == 2
    assert "'somebody' is not a choice of entry" in capsys.readouterr().err
    assert target.read_bytes() == whole
    assert sorted(each.name for each in tmp_path.iterdir()) == ["idea.yaml", "report.html"]


def test_in_a_terminal_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("idea.yaml", "--without", "notes,evidence", "--strict") == 2
    told = capsys.readouterr()
    command = "lifeline report idea.yaml --without notes,evidence --strict -o report.html"
    assert command in told.err.replace("\n", " ")
    assert told.out == ""


def test_several_ideas_have_an_index_that_leads_to_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = page_of(capsys, EXAMPLES)
    assert len(page.rows) == 10
    assert "9 ideas: 3 pass, 4 fail, 2 unclear." in page.words
    assert [link for link in page.links if link.startswith("#idea-")] == [
        f"#idea-{number}" for number in range(1, 10)
    ]


def test_a_file_that_cannot_be_judged_is_told_and_the_others_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TOLD, encoding="utf-8")
    assert run(tmp_path, "--set", SMALL, *ON) == 2
    told = capsys.readouterr()
    assert "'somebody' is not a choice of entry" in told.err
    assert [row[1] for row in Page(told.out).rows[1:]] == ["! INVALID", "✓ PASS"]
    assert Page(told.out).rows[1][0] == f"Broken {tmp_path / 'a.yaml'}"


@pytest.mark.parametrize(
    "text", ["idea: [a]\nlifeline: 1\n", "lifeline: 1\n", "[", "? [a]\n: 1\n", None]
)
def test_a_file_whose_title_cannot_be_read_goes_by_its_name(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.yaml").write_text(TOLD, encoding="utf-8")
    if text is not None:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    page = page_of(capsys, tmp_path / "a.yaml", tmp_path / "b.yaml", "--set", SMALL, code=2)
    assert page.rows[1][0] == f"a {tmp_path / 'a.yaml'}"
    assert ("the file cannot be read: see below" in page.rows[1]) is (text is None)


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_without_notes_and_evidence_nothing_of_them_is_in_it(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "idea.yaml"
    idea.write_text(TOLD, encoding="utf-8")
    how = [idea, "--format", format_, "--set", SMALL, *ON]
    assert run(*how) == 0
    assert ("ecret" in capsys.readouterr().out) is (format_ == "html")
    assert run(*how, "--without", "notes,evidence") == 0
    assert "ecret" not in capsys.readouterr().out
    assert run(*how, "--without", "notes") == 0
    assert "secret note" not in capsys.readouterr().out


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_a_reason_is_a_note_and_days_of_evidence_are_evidence(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "idea.yaml"
    dated = "{answer: nobody, evidence: [{says: yes, date: 2020-02-29}]}"
    absent = "{not-applicable: We moved to SCHOOLS.}"
    head = "lifeline: 1\nidea: Told\nassessed: 2026-11-01\nanswers:\n"
    idea.write_text(f"{head}  entry: {dated}\n  training-budget: {absent}\n", encoding="utf-8")
    how = [idea, "--format", format_, "--set", SMALL, *ON]
    assert run(*how) == 0
    assert ("SCHOOLS" in capsys.readouterr().out) is (format_ == "html")
    assert run(*how, "--without", "notes,evidence") == 0
    told = capsys.readouterr().out
    assert "SCHOOLS" not in told
    assert "29 February 2020" not in told


def test_what_cannot_be_left_out_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(EXAMPLES / "jasper.yaml", "--without", "notes,names") == 2
    assert "'names' cannot be left out. Expected notes or evidence" in capsys.readouterr().err


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_the_same_ideas_give_the_same_bytes_wherever_they_lie(
    format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    names = sorted(path.name for path in EXAMPLES.glob("*.yaml"))
    for number, order in enumerate((names, names[::-1])):
        folder = tmp_path / f"{number}" / "ideas"
        folder.mkdir(parents=True)
        for name in order:
            (folder / name).write_bytes((EXAMPLES / name).read_bytes())
        done = subprocess.run(
            [sys.executable, "-m", "lifeline", "report", "ideas", "--format", format_, *ON],
            cwd=folder.parent,
            capture_output=True,
            check=True,
            env={
                **os.environ,
                "PYTHONHASHSEED": f"{number}",
                "LC_ALL": ("C", "C.UTF-8")[number],
                "TZ": ("UTC", "Asia/Shanghai")[number],
                "PYTHONPATH": str(ROOT),
            },
        )
        written.append(done.stdout)
    assert written[0] == written[1]
    assert str(tmp_path).encode() not in written[0]


def test_markdown_has_a_table_and_folds_away_what_is_known_of_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(EXAMPLES, "--format", "markdown", *ON) == 0
    text = capsys.readouterr().out
    check_markdown(text)
    assert text.count("<details>") == text.count("</details>") == 9
    assert text.count("**This week**") == text.count("**When to stop**") == 9
    assert len(text) < 65_536


def test_markdown_of_too_many_ideas_keeps_the_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.yaml").write_bytes((EXAMPLES / "chatpdf.yaml").read_bytes())
    assert run(tmp_path, "--format", "markdown", *ON) == 0
    text = capsys.readouterr().out
    assert len(text) < 65_536
    assert "**This week**" not in text
    assert "What to do: " in text


@pytest.mark.parametrize(("language", "side"), [("zh", "ltr"), ("ar", "rtl")])
def test_a_page_is_in_the_language_of_the_set(
    language: str, side: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXAMPLES / "jasper.yaml", "--lang", language, *ON) == 0
    text = capsys.readouterr().out
    assert f'<html lang="{language}" dir="{side}">' in text
    assert '<h2 id="lifeline-1-title" lang="en"' in text


def test_a_set_that_was_not_tried_on_cases_has_no_curve(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "idea.yaml"
    idea.write_text("lifeline: 1\nidea: A\nassessed: 2026-11-01\nanswers: {entry: nobody}\n")
    titles = page_of(capsys, idea, "--set", SMALL).titles
    assert "The lifeline" in titles
    assert "How long such products lasted" not in titles


def test_an_empty_idea_gets_a_page_that_says_how_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "idea.yaml"
    assert main(["new", str(idea)]) == 0
    capsys.readouterr()
    page = page_of(capsys, idea)
    told = f"Nothing is answered yet, so this is what would be said of any product. {BEGIN}"
    assert told.format(path=shlex.quote(str(idea))) in " ".join(page.words.split())
    titles = [title for title in page.titles if title in SECTIONS]
    assert titles == ["The lifeline", "What to ask, and whom", "Fine print"]


def test_an_idea_of_which_nothing_is_answered_is_short_in_markdown_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idea = tmp_path / "my idea.yaml"
    assert main(["new", str(idea)]) == 0
    capsys.readouterr()
    assert run(idea, "--format", "markdown", *ON) == 0
    text = capsys.readouterr().out
    check_markdown(text)
    assert "Begin: lifeline walk '" in text
    assert "**What to ask, and whom**" in text
    assert "What to do" not in text
    assert "**When to stop**" not in text


def test_a_day_that_has_passed_is_said_on_top_and_nothing_is_told_of_months_that_are_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = " ".join(page_of(capsys, EXAMPLES / "jasper.yaml").words.split())
    assert words.count("has passed: look at what happened, and assess again.") == 1
    assert words.index("has passed: look at") < words.index("The lifeline")
    assert "the months that are left" not in words
    now = " ".join(page_of(capsys, EXAMPLES / "call-desk.yaml").words.split())
    assert "has passed: look at" not in now


def test_all_answers_has_a_row_for_each_question_and_counts_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = " ".join(page_of(capsys, EXAMPLES / "open-questions.yaml").words.split())
    counted = "14 questions: 4 answered, 5 in part, 5 open; 3 of the 9 answers need evidence."
    assert words.count(counted) == 2
    table = words.rpartition("All answers")[2]
    assert table.count("not known") == 5
    for open_ in ("reach", "used", "one-party", "launch"):
        assert f" {open_} " in table


def test_an_open_range_has_a_curve_for_each_end(capsys: pytest.CaptureFixture[str]) -> None:
    titles = page_of(capsys, EXAMPLES / "open-questions.yaml").titles
    curves = [title for title in titles if title.startswith("If it is at the ")]
    assert [title.partition(" (")[0] for title in curves] == [
        "If it is at the low end",
        "If it is at the high end",
    ]
    titles = page_of(capsys, EXAMPLES / "chatpdf.yaml").titles
    assert not [title for title in titles if title.startswith("If it is at")]


def test_questions_that_change_nothing_have_their_choices_on_the_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = page_of(capsys, EXAMPLES / "open-questions.yaml").words
    assert "(open-another)" in words
    assert "lifeline rubric show" not in words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("pdf", "open it in a browser and print it to PDF"),
        ("html:x.html", "Expected html, and the file by -o: -o x.html"),
        ("json", "'json' is no format. Expected html or markdown"),
    ],
)
def test_what_is_no_format_is_answered_with_what_is_meant(
    words: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXAMPLES / "jasper.yaml", "--format", words) == 2
    assert told in capsys.readouterr().err


def test_what_was_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for format_, told in (("html", " Open it in a browser."), ("markdown", "")):
        target = tmp_path / f"report.{format_}"
        assert run(EXAMPLES / "jasper.yaml", "--format", format_, "-o", target, *ON) == 0
        assert capsys.readouterr().err == f"Wrote {target}.{told}\n"


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_nothing_of_a_page_is_a_command_to_a_runner(
    format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXAMPLES, "--format", format_, *ON) == 0
    check_inert(capsys.readouterr().out)


def test_the_gate_and_strictness_that_are_asked_for_count(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "✓ PASS" in page_of(capsys, EXAMPLES / "chatpdf.yaml", "--min-months", 3).words
    strict = page_of(capsys, EXAMPLES / "langchain.yaml", "--strict").words
    assert "✓ PASS" not in strict


@pytest.mark.parametrize("words", [["score"], ["report", "--format", "markdown"]])
def test_templates_are_imported_for_pages_only(words: list[str], tmp_path: Path) -> None:
    idea = str(EXAMPLES / "jasper.yaml")
    assert "jinja2" not in loaded([*words, idea], tmp_path)
