"""Cases as plain data, kept between runs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling import cases as module
from lifeline.compiling.cases import case_files, compile_cases, load_cases, settled_word
from lifeline.errors import LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.reading.cases import Cases
from lifeline.reading.keeping import platform_folder
from tests.authored import idea
from tests.backtesting.dated import CASES, dated, made_up, small_cases


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(shutil.copytree(CASES, tmp_path / "cases"))


def test_cases_are_plain_data_with_settled_answers_only(folder: Path) -> None:
    found = load_cases(str(folder), dated())
    assert found == json.loads(json.dumps(found))
    assert [case["id"] for case in found["cases"]] == [c.case.case for c in small_cases().cases]
    assert found["left_out"] == []
    assert found["coded_for"] == "dated"
    for case in found["cases"]:
        assert None not in case["answers"].values()


def test_an_answer_that_may_be_several_is_known_in_part_and_one_that_is_unknown_is_not() -> None:
    answers = {
        "entry": {"one-of": ["nobody", "announced"]},
        "copy-time": "months",
        "assets": {"maybe": ["network"]},
        "used": True,
        "launch": "unknown",
    }
    read = [made_up("almanac", answers, 3, ended=True)]
    (case,) = compile_cases(Cases(small_cases().head, read, {}), dated())["cases"]
    assert case["answers"] == {"product/copy-time": "months", "product/used": "yes"}
    assert case["partly_known"] == ["product/entry", "product/assets"]


def test_a_case_that_is_left_out_is_named_with_the_reason_and_kept_apart(folder: Path) -> None:
    outcome = folder / "outcomes" / "almanac.yaml"
    outcome.write_text(f"{outcome.read_text()}left-out: Nobody could say.\n")
    found = load_cases(str(folder), dated())
    told = {"case": "almanac", "name": "Almanac", "because": "Nobody could say."}
    assert found["left_out"] == [told]
    assert "almanac" not in [case["id"] for case in found["cases"]]


OUTCOME = """\
outcome-format: 1
outcome: almanac
months: 5
still-holding: false
end: 2020-08
kind: necessity
event: A search engine told it, too.
status: Sold.
confidence: high
rebuilt: partly
second-reading: {vantage: 2020-06, months: 2, kind: advantage}
alternative-reading: Nobody noticed.
note: The month is from a newspaper.
"""


def test_a_case_keeps_its_months_and_whatever_is_shown_of_it(folder: Path) -> None:
    (folder / "outcomes" / "almanac.yaml").write_text(OUTCOME)
    found = load_cases(str(folder), dated())
    assert (found["title"], found["chosen"]) == (
        "Six things that never were",
        "By hand, so that each kind of hit and miss is there.",
    )
    assert found["cases"][0] == {
        "id": "almanac",
        "name": "Almanac",
        "did": "Tells what to plant.",
        "vantage": "2020-03",
        "answers": {
            "product/entry": "announced",
            "product/copy-time": "weeks",
            "product/assets": [],
            "product/used": "yes",
        },
        "partly_known": [],
        "outcome": {
            "months": 5,
            "still_holding": False,
            "until": "2020-08",
            "kind": "necessity",
            "event": "A search engine told it, too.",
            "status": "Sold.",
            "confidence": "high",
            "rebuilt": "partly",
            "second_reading": {"vantage": "2020-06", "months": 2, "kind": "advantage"},
            "alternative_reading": "Nobody noticed.",
            "note": "The month is from a newspaper.",
        },
        "sources": [
            {"link": "https://example.org/almanac", "date": "2020-03", "supports": "all of it"}
        ],
    }


@pytest.mark.parametrize(
    ("question", "answer", "word"),
    [
        ("entry", "announced", "announced"),
        ("entry", {"one-of": ["nobody", "announced"]}, None),
        ("entry", "unknown", None),
        ("assets", ["permit", "own-data"], ["own-data", "permit"]),
        ("assets", [], []),
        ("assets", {"surely": ["own-data"], "maybe": ["network"]}, None),
        ("used", True, "yes"),
        ("used", False, "no"),
        ("launch", 2.5, 2.5),
        ("launch", 0, 0),
        ("launch", {"between": [2, 8]}, None),
    ],
)
def test_only_what_says_one_thing_is_a_settled_word(question: str, answer: Any, word: Any) -> None:
    number = dated()["index"][question]
    given = idea({question: answer}, dated()).answers[number]
    assert settled_word(dated()["deciding"]["questions"][number], given) == word


def test_what_was_compiled_is_used_again_until_a_file_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_cases(str(folder), dated())
    built = []
    real = module.build_cases

    def counted(path: str, compiled_set: CompiledSet) -> dict[str, Any]:
        built.append(path)
        return real(path, compiled_set)

    monkeypatch.setattr(module, "build_cases", counted)
    assert load_cases(str(folder), dated()) == first
    assert built == []
    outcome = folder / "outcomes" / "almanac.yaml"
    outcome.write_text(f"{outcome.read_text()}\n# looked at again\n")
    assert load_cases(str(folder), dated()) == first
    assert len(built) == 1
    assert len(list(Path(platform_folder("cache")).iterdir())) == 2


def test_answers_are_read_again_for_another_set(folder: Path) -> None:
    load_cases(str(folder), dated())
    changed = {**dated(), "hashes": {**dated()["hashes"], "content": "0" * 32}}
    load_cases(str(folder), changed)  # type: ignore[arg-type]
    assert len(list(Path(platform_folder("cache")).iterdir())) == 2


def test_every_file_that_reading_looks_at_is_a_part_of_the_key(folder: Path) -> None:
    names = {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")}
    assert {name.lstrip("/") for name in case_files(str(folder))} == names


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LifelineError, match=r"holds no cases\. Expected a file cases\.yaml"):
        load_cases(str(tmp_path), dated())
    with pytest.raises(LifelineError, match="no such folder"):
        load_cases(str(tmp_path / "missing"), dated())


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "x.yaml").mkdir()
    with pytest.raises(LifelineError, match=r"x\.yaml: cannot be read"):
        load_cases(str(folder), dated())
