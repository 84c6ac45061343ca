"""Markdown for summaries and comments: a table and reasons, within what there is room for."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.report.formats.markdown_report import BUDGET, MarkdownReporter
from lifeline.report.phrases import taking
from tests.authored import assessed
from tests.hostile.inert import check_inert
from tests.report.pages.test_page import looked, run_of
from tests.report.read_back import check_markdown
from tests.report.reported import (
    BROKEN,
    FAILS,
    PASSES,
    UNCLEAR,
    all_judged,
    judged,
    summary_of,
    written,
)
from tests.report.test_inert import ATTACKS


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| **")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_each_idea_is_a_row_with_its_verdict_in_words() -> None:
    found = rows(written("markdown", all_judged()))
    assert [row[0] for row in found] == ["**INVALID**", "**FAIL**", "**PASS**", "**UNCLEAR**"]
    assert found[1][1:5] == [
        'A product, "the first"<br>ideas/fails.yaml',
        "6",
        "1 May 2027",
        "your own technology falls behind (stagnation)",
    ]
    assert found[3][-1] == "assets"


def test_what_does_not_pass_has_its_reasons_folded_in() -> None:
    text = written("markdown", all_judged())
    assert text.count("<details>") == text.count("</details>") == 3
    assert '<summary>FAIL: A product, "the first" (ideas/fails.yaml)</summary>\n\n' in text
    assert "- **error**, line 8: Your money ends soon. (product/money-ends)\n" in text
    assert "  - What to do: Raise money.\n" in text
    assert "<details>" not in written("markdown", [judged(PASSES)])


def test_answers_that_grew_old_themselves_are_counted_apart(ngc: CompiledSet) -> None:
    link = {"link": "https://example.org/fruit", "date": "2023-06-01"}
    answers = {"entry": {"answer": "not-yet", "evidence": [link]}, "runway": 24, "launch": 1}
    text = written("markdown", [assessed(answers, ngc, as_of=date(2023, 12, 1))])
    assert "- **warning**: 1 answer rests on old evidence (evidence/stale)\n" in text
    assert "- **warning**: 2 answers have grown old (evidence/stale)\n" in text


def many(text: str, count: int, name: str) -> list[Assessment]:
    return [judged(text, f"ideas/{name}{number:04}.yaml") for number in range(count)]


def test_what_there_is_no_room_for_is_counted() -> None:
    text = written("markdown", many(FAILS, 400, "a"))
    assert BUDGET * 0.9 < len(text) < BUDGET
    shown, told = len(rows(text)), text.count("<details>")
    assert f"{400 - shown} ideas more, for which there is no room here" in text
    assert f"The reasons of {400 - told} ideas more do not fit here" in text


def test_ideas_that_pass_are_left_out_first_and_the_rest_stays_in_order() -> None:
    ideas = [*many(PASSES, 400, "b"), judged(FAILS, "ideas/c.yaml"), judged(BROKEN, "ideas/d.yaml")]
    found = rows(written("markdown", ideas))
    assert [row[0] for row in found[-2:]] == ["**FAIL**", "**INVALID**"]
    assert len(found) < 402
    paths = [row[1].rpartition(">")[2] for row in found]
    assert paths == sorted(paths)


def test_one_idea_with_more_reasons_than_there_is_room_for_is_counted() -> None:
    huge = BROKEN + "".join(f"  unknown-{number}: 1\n" for number in range(3000))
    text = written("markdown", [judged(huge)])
    assert len(text) < BUDGET
    assert len(rows(text)) == 1


def test_of_an_idea_that_is_unclear_it_is_told_what_its_answers_would_come_to() -> None:
    text = written("markdown", [judged(UNCLEAR)])
    assert "Answer assets next: 8 of 8 possible answers settle the verdict.\n" in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_title_is_words_also_where_the_reasons_are_folded_in(attack: str) -> None:
    found: Any = {**judged(FAILS, f"ideas/{ATTACKS[attack]}.yaml"), "idea": ATTACKS[attack]}
    text = written("markdown", [found])
    assert "<details>" in text
    check_markdown(text)
    check_inert(text)


def test_what_is_waived_is_counted() -> None:
    assert "- 1 finding is waived.\n" in written("markdown", [judged(UNCLEAR)])


def test_warnings_that_do_not_change_the_verdict_are_named_and_notes_counted() -> None:
    found = judged(FAILS, fail_on="blocker")
    assert "- **warning**, line 8: Your money ends soon. (product/money-ends)\n" in written(
        "markdown", [found]
    )


def test_what_passes_says_what_ends_it_first_where_more_is_known(ngc: CompiledSet) -> None:
    found, beyond = looked(ngc, "langchain")
    assert found["verdict"] == "pass"
    stream = io.StringIO()
    reporter = MarkdownReporter(stream, run_of(ngc))
    reporter.add(found, beyond)
    reporter.finish(summary_of([found]))
    text = stream.getvalue()
    first = min(taking(found["caps"]), key=lambda cap: cap["status"] != "certain")
    may = "What ends it first" if first["status"] == "certain" else "What may end it first"
    assert f"- **{may}**: " in text
    assert first["remedy"][:40] in text
    check_markdown(text)


def test_money_that_ends_first_is_said_behind_the_verdict(ngc: CompiledSet) -> None:
    found, beyond = looked(ngc, "hugging-face", (b"between: [36, 60]", b"answer: 3"))
    stream = io.StringIO()
    reporter = MarkdownReporter(stream, run_of(ngc))
    reporter.add(found, beyond)
    reporter.finish(summary_of([found]))
    lines = stream.getvalue().splitlines()
    verdict = lines.index("It lasts 6 months or more.")
    assert lines[verdict + 1].startswith("By your answers, your money ended on 30 June 2021")
    assert any("(lifeline/money-ends-first)" in line for line in lines)


def test_money_that_ends_first_is_said_also_where_no_more_is_known(ngc: CompiledSet) -> None:
    found, _ = looked(ngc, "chatpdf", (b"runway: unknown", b"runway: 1"))
    assert found["verdict"] == "fail"
    stream = io.StringIO()
    reporter = MarkdownReporter(stream, run_of(ngc))
    reporter.add(found)
    reporter.finish(summary_of([found]))
    assert "By your answers, your money ended on 30 April 2023" in stream.getvalue()
