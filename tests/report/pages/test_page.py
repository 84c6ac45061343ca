"""What a page holds as plain data, and how it is written as ideas come."""

from __future__ import annotations

import errno
import io
from datetime import date
from string import ascii_uppercase
from typing import Any

import pytest

from lifeline.compiling.market import load_market
from lifeline.errors import UsageError
from lifeline.insight.further import look_further
from lifeline.insight.whatif.trials import Setting
from lifeline.model.assessment import Assessment
from lifeline.model.compiled import CompiledSet
from lifeline.reading.backing import backing_of
from lifeline.reading.idea import read_idea
from lifeline.report.kindly import ONE_THING, STOP
from lifeline.report.pages import waiting
from lifeline.report.pages.beyond import Beyond
from lifeline.report.pages.idea import IdeaPage
from lifeline.report.pages.writing import PageWriter
from lifeline.report.run import Run
from lifeline.scoring.assess import Assessor
from tests.conftest import ROOT
from tests.report.read_back import Page
from tests.report.reported import all_judged, judged, written

TODAY = date(2026, 11, 22)
Told = dict[str, Any]


def run_of(compiled: CompiledSet) -> Run:
    return Run("0.0.0", compiled, TODAY, brief=False, market=load_market())


def looked(
    ngc: CompiledSet, name: str, change: tuple[bytes, bytes] = (b"", b"")
) -> tuple[Assessment, Beyond]:
    data = (ROOT / f"examples/ideas/{name}.yaml").read_bytes().replace(*change)
    assessor = Assessor(ngc, load_market())
    idea = read_idea(data, f"{name}.yaml", ngc)
    found = assessor.assess(idea, as_of=TODAY, path=f"{name}.yaml")
    further = look_further(Setting(assessor, idea, TODAY), found, None)
    how: Any = {"backing": backing_of(data, idea), "curves": {}, "market": assessor.market}
    return found, Beyond(idea, further, **how)


def section(told: Told, title: str) -> Told:
    found: dict[str, Told] = {each["title"]: each for each in told["sections"]}
    return found[title]


@pytest.fixture
def chatpdf(ngc: CompiledSet) -> Told:
    return IdeaPage(*_with_run(ngc, "chatpdf")).told()


def _with_run(ngc: CompiledSet, name: str) -> Any:
    found, beyond = looked(ngc, name)
    return found, run_of(ngc), beyond


def test_each_cap_has_its_claims_reason_remedy_and_what_lifts_it(chatpdf: Told) -> None:
    caps = section(chatpdf, "What takes months")["caps"]
    months = [cap["months"]["low"] for cap in caps]
    assert months == sorted(months)
    for cap in caps:
        assert cap["because"]
        assert cap["remedy"]
        assert cap["claims"]


def test_a_claim_is_told_in_full_once(chatpdf: Told) -> None:
    caps = section(chatpdf, "What takes months")["caps"]
    claims = [claim for cap in caps for claim in cap["claims"] if "as above" not in claim]
    ids = [claim.partition(":")[0] for claim in claims]
    assert len(ids) == len({*ids})


def test_money_that_ends_first_stands_on_top(ngc: CompiledSet) -> None:
    found, beyond = looked(ngc, "hugging-face", (b"between: [36, 60]", b"answer: 3"))
    notices = IdeaPage(found, run_of(ngc), beyond).told()["notices"]
    assert notices[0].startswith("By your answers, your money ended on 30 June 2021")
    assert IdeaPage(found, run_of(ngc)).told()["notices"] == notices


def test_the_one_thing_and_when_to_stop_are_headings(chatpdf: Told) -> None:
    heads = [
        b["text"]
        for b in section(chatpdf, "What it has, and this week")["blocks"]
        if b["kind"] == "head"
    ]
    assert heads == [ONE_THING, STOP]


def test_what_happened_at_the_letters_of_the_picture_is_told(chatpdf: Told) -> None:
    lifeline = section(chatpdf, "The lifeline")
    assert lifeline["events"]
    letters = ascii_uppercase[: len(lifeline["events"])]
    assert all(f">{letter}<" in lifeline["picture"] for letter in letters)
    assert all(event in lifeline["picture"] for event in lifeline["events"])
    places = [lifeline["picture"].index(event) for event in lifeline["events"]]
    assert places == sorted(places), "in the order of the letters"


def test_of_an_assessment_alone_nothing_is_told_that_has_to_be_found_out(
    ngc: CompiledSet,
) -> None:
    found, run, _ = _with_run(ngc, "chatpdf")
    titles = [each["title"] for each in IdeaPage(found, run).told()["sections"]]
    assert "What takes months" in titles
    assert not {"Next steps", "Products like it", "What it has, and this week"} & {*titles}


def test_an_assessment_with_an_interview_has_the_script(ngc: CompiledSet) -> None:
    found, run, beyond = _with_run(ngc, "open-questions")
    asked: Any = {**found, "interview": beyond.further.script}
    open_, script = (
        section(IdeaPage(each, run).told(), "What to ask, and whom")["blocks"]
        for each in (found, asked)
    )
    assert [block["sort"] for block in open_ if block["kind"] == "list"] == ["ul"]
    assert "ol" in [block["sort"] for block in script if block["kind"] == "list"]


def test_sections_that_do_not_fit_into_memory_wait_in_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ideas = all_judged()
    whole = written("html", ideas)
    monkeypatch.setattr(waiting, "IN_MEMORY", 10)
    assert written("html", ideas) == whole


def test_a_page_whose_run_ends_before_it_leaves_nothing_open(
    recwarn: pytest.WarningsRecorder, ngc: CompiledSet
) -> None:
    writer = PageWriter(io.StringIO(), run_of(ngc))
    for assessment in all_judged()[:1] * 2:
        writer.add(assessment)
    del writer
    assert not recwarn


def test_ids_of_several_ideas_are_each_their_own() -> None:
    text = written("html", [judged(f"lifeline: 1\nidea: Idea {n}\n") for n in range(3)])
    ids = [part.partition('"')[0] for part in text.split(' id="')[1:]]
    assert len(ids) == len({*ids})
    assert Page(text).rows


def test_where_sections_find_no_room_to_wait_the_folder_is_told(ngc: CompiledSet) -> None:
    def full(_: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    writer = PageWriter(io.StringIO(), run_of(ngc))
    writer.waiting.spool.write = full  # type: ignore[assignment]
    found = judged("chatpdf")
    writer.add(found)
    with pytest.raises(UsageError, match=r"temporary files cannot be written: No space .* TMPDIR"):
        writer.add(found)
