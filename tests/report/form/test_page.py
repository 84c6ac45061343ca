"""The page of a form, without a browser: what is in it, that it is HTML, and that nothing acts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling.store import load_set
from lifeline.model.compiled import CompiledSet
from lifeline.reading.shelves import shipped_sets
from lifeline.report.form import data
from lifeline.report.form.data import form_of
from lifeline.report.form.page import FOLDER, SCRIPTS, page_of, script_of
from lifeline.report.form.words import words_told
from lifeline.walk import agenda
from tests.conftest import ROOT

HOSTILE = (
    "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>&amp;\u202e\x1b[2J{{ 7*7 }}"
)
PLACE = r"\{(\w+)\}"


@pytest.fixture(scope="module")
def small(own_cache: None) -> CompiledSet:
    return load_set(str(ROOT / "tests" / "sets" / "small"))


def data_in(page: str) -> Any:
    found = re.search(
        r'<script type="application/json" id="form-data">(.*?)</script>', page, re.DOTALL
    )
    assert found
    return json.loads(found[1])


def test_the_data_of_a_form_is_as_expected(
    small: CompiledSet, golden: Callable[[str, str], None]
) -> None:
    form = form_of(small)
    golden(
        "form/small.json", json.dumps({**form, "words": "…"}, indent=1, ensure_ascii=False) + "\n"
    )
    assert data_in(page_of(form)) == form


def test_a_form_asks_every_question_with_all_its_choices(ngc: CompiledSet) -> None:
    form = form_of(ngc, ["fine-tuning"])
    questions = ngc["deciding"]["questions"]
    assert [question["id"] for question in form["questions"]] == [q["id"] for q in questions]
    for shown, question in zip(form["questions"], questions, strict=True):
        assert [choice["id"] for choice in shown["choices"]] == list(question["choices"])
    numbers = [number for rubric in form["rubrics"] for number in rubric["questions"]]
    assert sorted(numbers) == list(range(len(questions)))
    assert [r["id"] for r in form["rubrics"] if r["wanted"]] == ["lifeline", "fine-tuning"]


def test_a_form_takes_as_long_as_a_walk(ngc: CompiledSet, small: CompiledSet) -> None:
    assert data.SECONDS == agenda.SECONDS
    assert form_of(ngc)["takes"] == {"questions": 14, "minutes": 10}
    assert form_of(ngc, ["investor-fit"])["takes"] == {"questions": 20, "minutes": 14}
    assert '<p class="takes">About 4 minutes, 5 questions</p>' in page_of(form_of(small))
    one = {**form_of(small), "takes": {"questions": 1, "minutes": 1}}
    assert '<p class="takes">About a minute, one question</p>' in page_of(one)


def test_the_page_is_html_that_reaches_nothing(ngc: CompiledSet) -> None:
    html5lib = pytest.importorskip("html5lib", reason="pip install -e '.[browser]'")
    page = page_of(form_of(ngc))
    parser = html5lib.HTMLParser(strict=True)  # a mistake is an error
    tree = parser.parse(page)
    names = {
        element.tag.rpartition("}")[2] for element in tree.iter() if isinstance(element.tag, str)
    }
    assert not names & {"img", "iframe", "link", "object", "embed", "form", "base"}
    outside = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"(https?:)?//|url\(|@import| on\w+=| style=", outside)


def test_the_page_runs_its_own_script_and_no_other(ngc: CompiledSet) -> None:
    page = page_of(form_of(ngc))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert page.count("<script") == 2


@pytest.mark.parametrize("lang", ["", "zh", "ar"])
def test_the_page_is_the_same_for_the_same_set(lang: str, own_cache: None) -> None:
    folder = str(Path(shipped_sets(), "ngc"))
    first, second = (page_of(form_of(load_set(folder, lang))) for _ in range(2))
    assert first == second
    assert f'<html lang="{lang or "en"}" dir="{"rtl" if lang == "ar" else "ltr"}">' in first


def test_a_hostile_set_stays_data(small: CompiledSet) -> None:
    texts = json.loads(json.dumps(small["texts"]))
    texts["title"] = HOSTILE
    texts["rubrics"]["product"] = {"title": HOSTILE, "about": HOSTILE, "score": None}
    for text in texts["questions"].values():
        text.update(ask=HOSTILE, why=HOSTILE, labels=dict.fromkeys(text["labels"], HOSTILE))
    page = page_of(form_of({**small, "texts": texts}))
    assert page.count("<script") == 2
    assert page.count("</script") == 2
    assert "alert(1)</script" not in page
    assert "<img" not in page
    assert data_in(page)["questions"][0]["ask"].startswith("</script><script>alert(1)")
    assert not re.search("[\x1b\u202e]", page)


def test_the_script_makes_no_elements_out_of_text_and_calls_nobody() -> None:
    script = script_of()
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
    ):
        assert word not in script
    for word in (
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "import(",
        "</script",
        "<!--",
    ):
        assert word not in script
    assert sorted(SCRIPTS) == sorted(path.name for path in Path(FOLDER, "script").glob("*.js"))


# ---- the page's own words


def test_the_words_are_there_in_each_language() -> None:
    for key, told in words_told().items():
        assert list(told) == ["en", "zh", "ar"], key
        for text in told.values():
            assert sorted(re.findall(PLACE, text)) == sorted(re.findall(PLACE, told["en"])), key
            assert text == text.strip()
            assert not {"!", "\uff01"} & {*text}


def test_every_word_is_used_and_no_other() -> None:
    script = "\n".join(path.read_text() for path in Path(FOLDER, "script").glob("*.js"))
    page = Path(FOLDER, "page.html").read_text()
    named = {*re.findall(r"[\"`]([a-z][a-zA-Z0-9$-]*)[\"`]", script)}
    named |= {*re.findall(r'words\["([a-z-]+)"\]', page)}
    said = {f"cannot-{word}" for word in named}
    made = {
        "backed-1",
        "backed-2",
        "backed-3",
        *(f"evidence-{part}" for part in ("says", "link", "measurement", "date")),
    }
    for key in words_told():
        if key.startswith("unit-"):
            continue
        assert key in named | said | made, f"'{key}' is never said"
    for key in [
        *re.findall(r'words\["([a-z-]+)"\]', page),
        *re.findall(r'word\("([a-z0-9-]+)"', script),
    ]:
        assert key in words_told()
    for why in re.findall(r'(?:refuse\(|Unreadable\([^"()]*, )"([a-z0-9-]+)"', script):
        assert f"cannot-{why}" in words_told()
    for key in re.findall(r'\b(?:say|tell)\([^,()]+, "([a-z-]+)"', script):
        assert key in words_told(), key
