"""The manual of a set: what it tells, as text and as a page that a hostile set cannot change."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from markdown_it.token import Token

from lifeline.compiling.store import load_set
from lifeline.model.compiled import CompiledSet
from lifeline.report.manual.describing import describe, entries_of, only
from lifeline.report.manual.names import Names
from lifeline.report.manual.page import page_of
from lifeline.report.manual.text import lay_out
from lifeline.report.manual.wording import gate_text
from lifeline.report.terminal import Terminal
from tests.conftest import ROOT
from tests.report.test_markdown import github

EVERY_FORM = ROOT / "tests" / "good" / "sets" / "every-form"
SMALL = ROOT / "tests" / "sets" / "small"
RENEW = "lifeline rubric show --set ngc --format markdown -o docs/ngc.md"
EVIL = (
    "# <script>alert(1)</script> [a](javascript:b) | `c` **d** ![e](https://example.org/x)\n\n"
    "- f <!-- g \x1b[31m www.example.org https://example.org h@example.org ::error::i ##[group] $j$"
)
"""Text that would be something else than words."""


@pytest.fixture(scope="module")
def every_form() -> dict[str, Any]:
    return describe(load_set(str(EVERY_FORM)))


@pytest.fixture(scope="module")
def small_manual() -> dict[str, Any]:
    return describe(load_set(str(SMALL)))


def text_of(manual: dict[str, Any], entry: str = "") -> str:
    stream = io.StringIO()
    terminal = Terminal(stream)
    terminal.write(lay_out(manual, terminal, entry))
    return stream.getvalue()


def entry_of(manual: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(entry for entry in entries_of(manual) if entry["id"] == id_)


def effects(manual: dict[str, Any], question: str) -> dict[str, Any]:
    """Give for each answer the rules that it counts for: for sure, or with what else."""
    return {
        answer["answer"]: {does["id"]: does["certain"] or does["with"] for does in answer["does"]}
        for answer in entry_of(manual, question)["answers"]
    }


def tokens_of(page: str) -> list[Token]:
    """Give every token of a page as GitHub would read it."""
    blocks = github().parse(page)
    return [token for block in blocks for token in (block, *(block.children or ()))]


def test_it_reads_as_its_golden_files(
    every_form: dict[str, Any], golden: Callable[[str, str], None]
) -> None:
    steady = {**every_form, "digests": {"content": "of everything", "deciding": "of what decides"}}
    golden("manual/every-form.txt", text_of(steady))
    golden("manual/every-form.md", page_of(steady))


def test_the_page_of_the_shipped_set_is_up_to_date(ngc: CompiledSet) -> None:
    path = ROOT / "docs" / "ngc.md"
    is_same = path.read_text(encoding="utf-8") == page_of(describe(ngc), choosing=" --set ngc")
    assert is_same, f"docs/ngc.md is not what the set says. Renew it: {RENEW}"
    assert RENEW in path.read_text(encoding="utf-8").split("\n", 1)[0]


def test_it_is_the_same_each_time(ngc: CompiledSet) -> None:
    assert page_of(describe(ngc)) == page_of(describe(ngc))


def test_every_link_of_the_page_leads_somewhere(
    ngc: CompiledSet, every_form: dict[str, Any]
) -> None:
    for manual in (describe(ngc), every_form):
        page = page_of(manual)
        anchors = re.findall(r'<a id="([^"]*)"></a>', page)
        assert len(anchors) == len(set(anchors))
        targets = [str(token.attrs["href"]) for token in tokens_of(page) if "href" in token.attrs]
        inside = {target[1:] for target in targets if target.startswith("#")}
        assert inside
        assert inside <= set(anchors)


def test_every_entry_and_claim_of_the_shipped_set_is_told(ngc: CompiledSet) -> None:
    manual = describe(ngc)
    page, text = page_of(manual), text_of(manual)
    ids = [entry["id"].rpartition("/")[2] for entry in entries_of(manual)]
    assert len(ids) == len(ngc["ids"]) + len(ngc["texts"]["reasons"])
    for id_ in ids:
        assert f" `{id_}`\n" in page
        assert f" `{id_}`\n" in text
    for claim in ngc["texts"]["claims"]:
        assert f"**{claim}**: " in page
        assert f"  • {claim}: " in text


def test_both_digests_and_what_it_extends_are_told(ngc: CompiledSet) -> None:
    page = page_of(describe({**ngc, "extends": {"base": "1.2.3"}}))
    assert "It extends `base` 1.2.3." in page
    for digest in ngc["hashes"].values():
        assert f"`{digest}`" in page


def test_ids_are_short_where_no_other_rubric_has_them(ngc: CompiledSet) -> None:
    manual = describe(ngc)
    rubric = manual["rubrics"][0]
    twin = {**rubric["rules"][-1], "id": "twin/time-to-turn"}
    other = {"questions": [], "protections": [], "rules": [twin]}
    names = Names({"rubrics": [rubric, other]})
    assert names.shown("lifeline/time-to-turn") == "lifeline/time-to-turn"
    assert names.shown("twin/time-to-turn") == "twin/time-to-turn"
    assert names.shown("lifeline/nothing-protects") == "nothing-protects"
    assert names.shown("lifeline/used") == "used"


def test_text_fits_eighty_columns(ngc: CompiledSet) -> None:
    assert max(map(len, text_of(describe(ngc)).splitlines())) <= 80


def test_an_answer_tells_what_it_counts_for_and_on_what_that_depends(ngc: CompiledSet) -> None:
    manual = describe(ngc)
    assert effects(manual, "lifeline/assistant")["enough"] == {
        "lifeline/only-time-lacking": ["lifeline/copy-time"],
        "lifeline/good-enough-without-us": True,
    }
    assert effects(manual, "lifeline/entry") == {
        "not-yet": {},
        "announced": {"lifeline/announced-not-shipped": True},
        "offered": {
            "lifeline/shipped-where-they-work": ["lifeline/reach"],
            "lifeline/offered-elsewhere": ["lifeline/reach"],
        },
    }


def test_an_answer_that_needs_fewer_others_says_so(ngc: CompiledSet) -> None:
    payers = effects(describe(ngc), "lifeline/payers")
    assert payers["nobody"]["lifeline/novelty-fades"] == ["lifeline/need"]
    assert payers["organisations"]["lifeline/novelty-fades"] == [
        "lifeline/copy-time",
        "lifeline/need",
    ]


def test_of_several_choices_only_those_count_that_a_rule_asks_for(
    small_manual: dict[str, Any],
) -> None:
    assert effects(small_manual, "product/assets") == {
        "own-data": {},
        "network": {"product/holds-a-network": True},
        "permit": {},
        "[]": {},
    }


def test_numbers_are_told_in_the_spans_that_rules_tell_apart(small_manual: dict[str, Any]) -> None:
    assert effects(small_manual, "product/runway") == {
        "0 to below 6": {"product/money-ends": True},
        "6 or more": {},
    }


def test_a_number_that_no_rule_cuts_has_no_answers_to_tell(ngc: CompiledSet) -> None:
    runway = entry_of(describe(ngc), "lifeline/runway")
    assert runway["answers"] == []
    assert [reader["id"] for reader in runway["read_by"]] == [
        "lifeline/money-ends-first",
        "lifeline/time-to-turn",
    ]


def test_one_entry_has_its_claims_in_full(ngc: CompiledSet) -> None:
    manual = describe(ngc)
    told = text_of(manual, "lifeline/nothing-protects")
    assert told.startswith("Rule `nothing-protects`\n")
    assert "S003-116: The lifeline can be sorted" in told
    assert "later events weakened it" in told
    assert "S003-13:" not in told
    page = page_of(manual, "lifeline/nothing-protects")
    assert page.startswith('# <a id="lifeline.nothing-protects"></a>Rule `nothing-protects`\n')
    assert "](#" not in page


def test_the_data_of_one_entry_hold_what_it_rests_on(ngc: CompiledSet) -> None:
    data = only(describe(ngc), "lifeline/one-ability-away")
    assert data["entry"]["lifted_by"] == [
        {"protection": "lifeline/own-workplace", "months": 12},
        {"protection": "lifeline/paid-and-used", "months": 12},
    ]
    assert [claim["id"] for claim in data["claims"]] == [
        "S001-12",
        "S003-111",
        "S003-113",
        "S003-118",
    ]
    assert {source["id"] for source in data["sources"]} == {"S001", "S003"}


def poisoned(value: Any, key: str = "") -> Any:
    """Give the texts of a set with every word of an author's replaced by an attack."""
    if isinstance(value, dict):
        return {name: poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list) or key in {"id", "source", "date", "verdict", "unit", "changeable"}:
        return value
    return EVIL if isinstance(value, str) else value


def hostile() -> dict[str, Any]:
    compiled_set = load_set(str(SMALL))
    texts = poisoned(compiled_set["texts"])
    for source in texts["sources"].values():
        source["link"] = "javascript:alert(1)"
    old = {"version": "1.0.0", "use": 0, "words": {EVIL: ["nobody"]}}
    retired = {**compiled_set["retired"], "questions": {"old": old}}
    return describe({**compiled_set, "texts": texts, "retired": retired})  # type: ignore[typeddict-item]


def test_nothing_that_a_hostile_set_holds_does_anything_on_the_page() -> None:
    page = page_of(hostile())
    kinds = {"heading_open", "list_item_open", "table_open"}
    harmless = page_of({**describe(load_set(str(SMALL))), "retired": hostile()["retired"]})
    for kind in kinds:
        counts = [sum(t.type == kind for t in tokens_of(text)) for text in (page, harmless)]
        assert counts[0] == counts[1]
    for token in tokens_of(page):
        assert token.type not in {"image", "code_block", "fence"}
        if "href" in token.attrs:
            assert str(token.attrs["href"]).startswith("#")
        if token.type == "html_inline":
            assert re.fullmatch(r'<a id="[\w.-]+">|</a>|<!-- -->|</?span>|<br>', token.content)
        if token.type == "html_block":
            assert token.content.startswith(("<!-- Written", "<details><summary>Who", "</details>"))


def test_nothing_that_a_hostile_set_holds_does_anything_in_a_terminal() -> None:
    told = text_of(hostile())
    assert "\x1b" not in told
    assert "##[" not in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())


@pytest.mark.parametrize(
    ("min_months", "fail_on", "said"),
    [
        (6, "blocker", "An idea passes when it lasts 6 months or more and no blocker stands"),
        (0, "warning", "An idea passes when no blocker or warning stands against it, unless"),
        (12, "none", "An idea passes when it lasts 12 months or more, unless"),
        (0, "none", "Every idea passes, unless"),
    ],
)
def test_the_gate_is_said_as_it_is(min_months: int, fail_on: str, said: str) -> None:
    assert gate_text({"min_months": min_months, "fail_on": fail_on}).startswith(said)


def test_what_is_switched_off_is_told_apart_from_what_is_retired() -> None:
    compiled_set = load_set(str(SMALL))
    off: Any = {"version": "", "use": None, "words": {}, "off": "mine"}
    retired = {"questions": {"rain": off}, "choices": {}, "rules": {"garden/dry": off}}
    manual = describe({**compiled_set, "retired": retired})  # type: ignore[typeddict-item]
    assert manual["retired"] == []
    assert manual["off"] == [{"id": id_, "set": "mine"} for id_ in ("rain", "garden/dry")]
    page = page_of(manual)
    assert "[Switched off](#part-off)" in page
    assert "- `rain`, by mine.\n- `garden/dry`, by mine." in page
    assert "retired in" not in page
