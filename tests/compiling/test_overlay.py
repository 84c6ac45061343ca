"""Translations lie over the texts of a set, where they translate what stands there today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifeline.compiling.compile import compile_set
from lifeline.compiling.overlay import digest_of_words, words_of
from lifeline.compiling.store import load_set
from lifeline.errors import InvalidFiles, LifelineError
from lifeline.model.compiled import CompiledSet
from lifeline.reading.set_models import read_models
from lifeline.reading.sets import EVERY
from tests.authored import Authored, dumped, files_of
from tests.compiling.farm import CLAIM, CLAIMS, STATUS, cap, farm, question, rubric, rule

FARM = farm(
    rubric(
        "garden",
        score="Yield",
        questions=[
            question(
                "entry", "choice", choices={"nobody": 1, "everyone": 0}, ask_whom="A gardener."
            )
        ],
        rules=[rule("late", when={"entry": "everyone"}, cap=cap())],
    )
)
NOTED = {**CLAIMS, "claims": [{**CLAIM, "status": {**STATUS, "note": "It still\n  does."}}]}
FILES = files_of(FARM, NOTED)

GERMAN: Authored = {
    "set": {"title": "Ein Hof"},
    "rubrics": {"garden": {"title": "Was wächst", "about": "Obst.", "score": "Ertrag"}},
    "questions": {
        "garden/entry": {
            "ask": "Wie?",
            "why": "Darum.",
            "ask-whom": "Einen Gärtner.",
            "choices": {"nobody": "Niemand", "everyone": "Alle"},
        }
    },
    "reasons": {"garden/late": {"because": "Es wächst.", "remedy": "Gieße es."}},
    "claims": {"S1-1": {"says": "Obst wächst.", "note": "Immer noch."}},
}


def source(files: dict[str, bytes] = FILES) -> CompiledSet:
    """The set as it was written."""
    return compile_set(read_models("set", files))


def digests(texts: dict[str, Any]) -> dict[tuple[Any, ...], str]:
    return {place: digest_of_words(words) for place, words in words_of(texts).items()}


def marked(texts: Authored, of: dict[tuple[Any, ...], str]) -> Authored:
    """Translated texts, each entry with what it translates."""
    found: Authored = {"set": {"of": of[("set",)], **texts["set"]}} if "set" in texts else {}
    for section in texts.keys() - {"set"}:
        entries = texts[section].items()
        found[section] = {id_: {"of": of[section, id_], **entry} for id_, entry in entries}
    return found


def text_file(language: str, texts: Authored) -> bytes:
    return dumped({"text-format": 1, "language": language, **texts})


def german(texts: Authored = GERMAN) -> bytes:
    return text_file("de", marked(texts, digests(source()["texts"])))


def spoken(language: str, files: dict[str, bytes]) -> CompiledSet:
    return compile_set(read_models("set", {**FILES, **files}), language)


def test_every_text_of_a_translation_is_shown() -> None:
    texts = spoken("de", {"text/de.yaml": german()})["texts"]
    assert texts["title"] == "Ein Hof"
    assert texts["rubrics"]["garden"] == GERMAN["rubrics"]["garden"]
    entry = texts["questions"]["garden/entry"]
    assert (entry["ask"], entry["why"]) == ("Wie?", "Darum.")
    assert entry["ask_whom"] == "Einen Gärtner."
    assert entry["labels"] == GERMAN["questions"]["garden/entry"]["choices"]
    late = texts["reasons"]["garden/late"]
    assert (late["because"], late["remedy"]) == ("Es wächst.", "Gieße es.")
    claim = texts["claims"]["S1-1"]
    assert (claim["says"], claim["status"]["note"]) == ("Obst wächst.", "Immer noch.")


def test_nothing_but_texts_changes() -> None:
    before, after = source(), spoken("de", {"text/de.yaml": german()})
    assert (before["language"], after["language"]) == ("en", "de")
    assert before["hashes"]["deciding"] == after["hashes"]["deciding"]
    assert before["hashes"]["content"] != after["hashes"]["content"]
    for key in before.keys() - {"language", "hashes", "texts"}:
        assert before[key] == after[key]  # type: ignore[literal-required]
    assert before["texts"]["sources"] == after["texts"]["sources"]
    words = ("claims", "unit", "changeable")
    ours, theirs = (c["texts"]["questions"]["garden/entry"] for c in (before, after))
    assert [ours[word] for word in words] == [theirs[word] for word in words]


@pytest.mark.parametrize("language", ["", "en", "en-GB"])
def test_the_language_of_the_set_needs_none(language: str) -> None:
    assert spoken(language, {"text/de.yaml": german()}) == source()


def test_a_file_in_the_language_of_the_set_itself_is_not_laid_over_it() -> None:
    own = text_file("en", marked({"set": {"title": "Other"}}, digests(source()["texts"])))
    assert spoken("en", {"text/en.yaml": own}) == source()


def test_what_was_translated_is_named_as_in_every_version_of_the_program() -> None:
    """Named otherwise, each translation that there is would count as one of something else."""
    found = digests(source()["texts"])
    assert found["questions", "garden/entry"] == "7c09af57"
    assert found["reasons", "garden/late"] == "938472aa"


@pytest.mark.parametrize("of", [{}, {"of": "00000000"}])
def test_an_entry_that_translates_something_else_is_not_shown(of: Authored) -> None:
    entry = {"garden/late": {**of, "because": "Es wächst."}}
    texts = spoken("de", {"text/de.yaml": text_file("de", {"reasons": entry})})["texts"]
    assert texts == source()["texts"]


def test_a_text_that_changed_stands_alone_in_the_language_of_the_set() -> None:
    changed = FILES["garden.yaml"].replace(b"It grows.", b"It grew.")
    texts = spoken("de", {"text/de.yaml": german(), "garden.yaml": changed})["texts"]
    late = texts["reasons"]["garden/late"]
    assert (late["because"], late["remedy"]) == ("It grew.", "Water it.")
    assert texts["questions"]["garden/entry"]["ask"] == "Wie?"


def test_white_space_and_order_do_not_make_a_translation_stale() -> None:
    changed = FILES["garden.yaml"].replace(b"It grows.", b'"It\n\n   grows. "')
    assert changed != FILES["garden.yaml"]
    texts = spoken("de", {"text/de.yaml": german(), "garden.yaml": changed})["texts"]
    assert texts["reasons"]["garden/late"]["because"] == "Es wächst."


def test_what_an_entry_lacks_is_shown_in_the_language_of_the_set() -> None:
    part = {"questions": {"garden/entry": {"why": "Darum.", "choices": {"everyone": "Alle"}}}}
    texts = spoken("de", {"text/de.yaml": german(part)})["texts"]
    entry = texts["questions"]["garden/entry"]
    assert (entry["ask"], entry["why"]) == ("How?", "Darum.")
    assert entry["labels"] == {"nobody": "This", "everyone": "Alle"}


def test_what_the_set_does_not_have_is_passed_over() -> None:
    of = digests(source()["texts"])
    strange: Authored = {
        "questions": {
            "garden/entry": {"of": of["questions", "garden/entry"], "choices": {"some": "X"}},
            "garden/exit": {"of": of["questions", "garden/entry"], "ask": "X"},
        },
    }
    assert spoken("de", {"text/de.yaml": text_file("de", strange)})["texts"] == source()["texts"]


@pytest.mark.parametrize("code", ["zh", "zh-CN"])
def test_a_kind_of_language_is_served_by_the_language(code: str) -> None:
    files = {"text/zh.yaml": text_file("zh", marked(GERMAN, digests(source()["texts"])))}
    found = spoken(code, files)
    assert (found["language"], found["texts"]["title"]) == ("zh", "Ein Hof")


@pytest.mark.parametrize("code", ["zh-Hant-TW", "zh-hant"])
def test_a_kind_of_language_goes_before_the_language(code: str) -> None:
    of = digests(source()["texts"])
    files = {
        "text/zh.yaml": text_file("zh", marked(GERMAN, of)),
        "text/zh-Hant.yaml": text_file("zh-Hant", marked({"set": {"title": "Nearer"}}, of)),
    }
    found = spoken(code, files)
    assert (found["language"], found["texts"]["title"]) == ("zh-Hant", "Nearer")
    assert found["texts"]["questions"]["garden/entry"]["ask"] == "Wie?"


ABOVE = {
    "set-format": 1,
    "set": "field",
    "version": "0.1.0",
    "title": "A field",
    "extends": {"set": "farm", "version": "0.1.0"},
}


def above(texts: Authored, **more: Any) -> dict[str, bytes]:
    """The files of a set that extends the farm, and of the farm with its translation."""
    base = {f"../farm/{name}": data for name, data in FILES.items()}
    base["../farm/text/de.yaml"] = german()
    own = {"set.yaml": dumped({**ABOVE, **more})}
    of = digests(compile_set(read_models("field", own | base))["texts"])
    return {**own, **base, "text/de.yaml": text_file("de", marked(texts, of))}


def test_a_set_goes_before_the_one_it_extends() -> None:
    files = above({"reasons": {"garden/late": {"because": "Anders."}}})
    found = compile_set(read_models("field", files), "de")
    assert found["extends"] == {"farm": "0.1.0"}
    texts = found["texts"]
    late = texts["reasons"]["garden/late"]
    assert (late["because"], late["remedy"]) == ("Anders.", "Gieße es.")
    assert texts["title"] == "A field"


def test_what_a_set_words_otherwise_is_not_shown_as_the_other_set_has_it_translated() -> None:
    files = above({}, overrides={"garden/late": {"because": "It wilts."}})
    late = compile_set(read_models("field", files), "de")["texts"]["reasons"]["garden/late"]
    assert (late["because"], late["remedy"]) == ("It wilts.", "Water it.")


def test_reading_every_translation_lays_none_over() -> None:
    assert spoken("", {"text/de.yaml": german()}) == source()
    assert spoken(EVERY, {"text/de.yaml": german()}) == source()


def test_two_files_hold_each_language_to_its_own() -> None:
    other = marked({"set": {"title": "Une ferme"}}, digests(source()["texts"]))
    files = {"text/de.yaml": german(), "text/fr.yaml": text_file("fr", other)}
    assert spoken("de", files)["texts"]["title"] == "Ein Hof"
    assert spoken("fr", files)["texts"]["title"] == "Une ferme"


def test_a_translation_with_problems_is_told_with_its_place() -> None:
    wrong = text_file("de", {"reasons": {"garden/late": {"of": "x", "becuase": "Es wächst."}}})
    with pytest.raises(InvalidFiles) as told:
        spoken("de", {"text/de.yaml": wrong})
    assert "text/de.yaml:6:5: reasons.garden/late.becuase: unknown key." in str(told.value)
    assert "of: is not what 'lifeline rubric translate' writes" in str(told.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the farm, and its translation."""
    folder = tmp_path / "farm"
    (folder / "text").mkdir(parents=True)
    for name, data in {**FILES, "text/de.yaml": german()}.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("language", ["de", "de-AT", "DE"])
def test_a_set_is_loaded_in_a_language(language: str, folder: Path) -> None:
    for _ in range(2):  # the second time as it was kept
        assert load_set(str(folder), language)["texts"]["title"] == "Ein Hof"
        assert load_set(str(folder))["texts"]["title"] == "A farm"


@pytest.mark.parametrize("language", ["fr", "d", "../x"])
def test_a_language_that_is_not_there_is_refused(language: str, folder: Path) -> None:
    with pytest.raises(LifelineError, match=r"is not a language of this rubric set\. Expected one"):
        load_set(str(folder), language)
