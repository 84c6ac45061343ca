"""A translation is begun and brought up to date, and nothing in it that somebody wrote is lost."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml

from lifeline.authoring.translated import Translation, translations_of
from lifeline.authoring.translating import Done, begun, translated
from lifeline.compiling.compile import compile_set
from lifeline.errors import InvalidFile
from lifeline.model.translation import SECTIONS
from lifeline.reading.saving.layout import Layout
from lifeline.reading.set_models import read_models
from tests.authored import dumped, files_of
from tests.compiling.farm import CLAIM, CLAIMS, cap, farm, question, rubric, rule

FARM = farm(
    rubric(
        "garden",
        questions=[
            question("entry", "choice", choices=["nobody", "everyone"]),
            question("irrigated", "yes-no"),
        ],
        rules=[
            rule("late", when={"entry": "everyone"}, cap=cap()),
            rule("dry", when={"irrigated": "no"}, cap=cap(6)),
        ],
    )
)
UNCITED = {**CLAIM, "id": "S1-2"}
FILES = files_of(FARM, {**CLAIMS, "claims": [CLAIM, UNCITED]})

PART = """\
# By A. Gardener, who asks to be named.

text-format: 1   # the only one
language: de
questions:   # in the order of the set
  # the first one
  garden/irrigated:
    # ask again in spring
    ask: Wird es
      bewässert?   # not "gegossen"
    why: |
      Darum.

    # the end of it

  # the last line of questions
reasons:
    "garden/dry": {because: Es ist trocken., remedy: Gieße es.}  # in braces
# the end
"""


def read(text: str | bytes, files: dict[str, bytes] = FILES) -> tuple[Translation, Layout]:
    data = text.encode() if isinstance(text, str) else text
    models = read_models("set", {**files, "text/de.yaml": data})
    (found,) = translations_of(models)
    return found, Layout(data)


def freshened(text: str | bytes, *seen: str, files: dict[str, bytes] = FILES) -> Done:
    found, layout = read(text, files)
    return translated(found, layout, [place for place in found.stale() if place[-1] in seen])


def texts_in_german(text: str, files: dict[str, bytes] = FILES) -> Any:
    models = read_models("set", {**files, "text/de.yaml": text.encode()})
    return compile_set(models, "de")["texts"]


def is_within(lines: str, more: str) -> bool:
    """Whether every line of a text stands in another one, in the same order."""
    rest = iter(more.splitlines())
    return all(line in rest for line in lines.splitlines())


def uncommented(text: str) -> str:
    """Take away the ``# `` before what is to be translated."""
    body = text.partition("text-format:")
    lines = body[2].splitlines(keepends=True)
    return "text-format:" + "".join(line.replace("# ", "", 1) for line in lines)


def test_a_new_translation_has_every_text_to_translate() -> None:
    done = freshened(begun("farm", "de"))
    assert (done.marked, done.seen, done.added) == (0, 0, 7)
    told = yaml.safe_load(uncommented(done.text))
    assert told["questions"]["garden/entry"]["choices"] == {"nobody": "This", "everyone": "This"}
    assert list(told) == ["text-format", "language", "set", "rubrics", *list(told)[4:]]
    assert list(told)[4:] == ["questions", "reasons", "claims"]
    assert list(told["reasons"]) == ["garden/late", "garden/dry"]
    assert list(told["claims"]) == ["S1-1"]


def test_what_is_translated_in_place_of_the_comments_is_shown() -> None:
    text = uncommented(freshened(begun("farm", "de")).text)
    assert read(text)[0].lacking() == []
    german = text.replace("How?", "Wie?").replace("It grows.", "Es wächst.")
    texts = texts_in_german(german)
    assert texts["questions"]["garden/entry"]["ask"] == "Wie?"
    assert texts["reasons"]["garden/dry"]["because"] == "Es wächst."


def test_comments_alone_translate_nothing() -> None:
    text = freshened(begun("farm", "de")).text
    assert texts_in_german(text) == compile_set(read_models("set", FILES))["texts"]
    assert len(read(text)[0].lacking()) == 7


def test_what_somebody_wrote_stays_line_by_line() -> None:
    text = freshened(PART).text
    assert is_within(PART.replace("{because", "{of: X, because"), _masked(text))
    texts = texts_in_german(text)
    assert texts["questions"]["garden/irrigated"]["ask"] == "Wird es bewässert?"
    assert texts["reasons"]["garden/dry"]["remedy"] == "Gieße es."


def _masked(text: str) -> str:
    """Put X for the digest in braces."""
    found = read(text)[0].entries["reasons", "garden/dry"].of
    return text.replace(f"{{of: {found}", "{of: X").replace(f'{{of: "{found}"', "{of: X")


def test_what_is_missing_is_added_in_the_order_of_the_set() -> None:
    done = freshened(PART)
    assert (done.marked, done.added) == (2, 5)
    told = yaml.safe_load(done.text)
    assert list(told) == "text-format language set rubrics questions reasons claims".split()
    assert list(told["questions"]) == ["garden/entry", "garden/irrigated"]
    assert list(told["reasons"]) == ["garden/late", "garden/dry"]
    assert "questions:   # in the order of the set\n  garden/entry:\n" in done.text
    assert "\n    garden/late:\n      of: " in done.text


def test_what_comes_after_an_entry_stays_with_it() -> None:
    text = "text-format: 1\nlanguage: de\nquestions:\n  garden/entry:\n    ask: Wie?\n    # mine\n"
    lines = freshened(text).text.splitlines()
    assert lines.index("    # mine") + 1 == lines.index("  garden/irrigated:")


@pytest.mark.parametrize("text", [PART, begun("farm", "de").decode()])
def test_doing_it_again_changes_nothing(text: str) -> None:
    once = freshened(text).text
    again = freshened(once)
    assert again == Done(once, 0, 0, 0, 0)


CHANGED = {**FILES, "garden.yaml": FILES["garden.yaml"].replace(b"How?", b"How much?")}
_before, _, _after = FILES["garden.yaml"].rpartition(b"How?")
ONE_CHANGED = {**FILES, "garden.yaml": _before + b"How much?" + _after}
"""The question in ``PART`` asks something else."""


def test_a_stale_entry_stays_as_it_is() -> None:
    once = freshened(PART).text
    assert freshened(once, files=ONE_CHANGED).text == once
    texts = texts_in_german(once, ONE_CHANGED)
    assert texts["questions"]["garden/irrigated"]["ask"] == "How much?"


def test_a_stale_entry_that_was_looked_at_is_current() -> None:
    once = freshened(PART).text
    done = freshened(once, "garden/irrigated", files=ONE_CHANGED)
    assert (done.seen, done.marked, done.added, done.renewed) == (1, 0, 0, 0)
    texts = texts_in_german(done.text, ONE_CHANGED)
    assert texts["questions"]["garden/irrigated"]["ask"] == "Wird es bewässert?"
    both = zip(once.splitlines(), done.text.splitlines(), strict=True)
    assert sum(before != after for before, after in both) == 1


def test_an_entry_without_a_text_is_laid_out_anew_when_its_texts_change() -> None:
    once = freshened(begun("farm", "de")).text
    assert "#   How?" in once
    done = freshened(once, files=CHANGED)
    assert (done.renewed, done.seen, done.marked, done.added) == (2, 0, 0, 0)
    assert done.text == freshened(begun("farm", "de"), files=CHANGED).text
    assert freshened(done.text, files=CHANGED) == Done(done.text, 0, 0, 0, 0)


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_what_stands_around_an_entry_that_is_laid_out_anew_stays(line_end: str) -> None:
    text = (
        "text-format: 1\nlanguage: de\nquestions:\n  # mine\n"
        "  garden/entry: {of: 0a1b2c3d}   # begun\n  # between\n"
        '  "garden/irrigated":\n    of: 0a1b2c3d\n    # ask: >-\n    #   Old?\n\n'
        "  # after\nset: {title: Ein Hof}\n"
    ).replace("\n", line_end)
    done = freshened(text)
    assert done.renewed == 2
    for line in ("  # mine", "  # between", "  # after"):
        assert f"{line}{line_end}" in done.text
    assert "Old?" not in done.text
    assert done.text.count("\n") == done.text.count(line_end)
    whole = freshened(begun("farm", "de")).text.replace("\n", line_end)
    entries = whole[whole.index("  garden/entry:") : whole.index("reasons:")]
    first, second = entries.split("  garden/irrigated:")
    assert first in done.text
    assert f"  garden/irrigated:{second}" in done.text
    assert read(done.text)[0].outdated() == []


def test_in_braces_an_entry_without_a_text_gets_todays_digest() -> None:
    told = yaml.safe_load(uncommented(freshened(begun("farm", "de")).text))
    told["questions"]["garden/entry"] = {"of": "0a1b2c3d"}
    found, layout = read(json.dumps(told, indent=1))
    done = translated(found, layout, [])
    assert (done.renewed, done.added) == (1, 0)
    assert read(done.text)[0].outdated() == []
    assert len(done.text.splitlines()) == len(layout.text.splitlines())


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(line_end: str, mark: str) -> None:
    data = (mark + PART.replace("\n", line_end)).encode()
    found, layout = read(data)
    after = layout.encode(translated(found, layout, []).text)
    assert after.startswith(data[:40])
    assert after.count(b"\n") == after.count(line_end.encode())
    assert read(after)[0].unmarked() == []


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "\n# the end", "\n...\n"])
def test_a_file_may_end_in_any_way(ending: str) -> None:
    text = f"text-format: 1\nlanguage: de\nset:\n  title: Ein Hof{ending}"
    done = freshened(text)
    assert is_within(text, done.text)
    assert read(done.text)[0].entries.keys() == read(begun("farm", "de"))[0].wanted.keys()


def test_an_empty_section_is_filled() -> None:
    text = "text-format: 1\nlanguage: de\nreasons: {}  # to come\nclaims:   {}\n"
    done = freshened(text)
    assert list(yaml.safe_load(done.text)["reasons"]) == ["garden/late", "garden/dry"]
    assert "  # to come\n  garden/late:\n" in done.text
    assert texts_in_german(done.text)


BRACES = {
    "the file": "{text-format: 1, language: de, set: {title: Ein Hof}}",
    "a section": "text-format: 1\nlanguage: de\nreasons: {garden/dry: {because: Trocken.}}\n",
}


@pytest.mark.parametrize("text", BRACES.values(), ids=BRACES)
def test_entries_are_not_added_in_braces(text: str) -> None:
    with pytest.raises(InvalidFile, match=r"stands in braces\. Write it in lines"):
        freshened(text)


def test_a_file_in_braces_that_lacks_nothing_is_marked() -> None:
    told = yaml.safe_load(uncommented(freshened(begun("farm", "de")).text))
    for entry in (told["set"], *(e for name in SECTIONS for e in told[name].values())):
        del entry["of"]
    text = json.dumps(told)
    done = freshened(text)
    assert (done.marked, done.added) == (7, 0)
    assert re.sub(r'"?of"?: "?[0-9a-f]{8}"?, ', "", done.text) == text
    assert read(done.text)[0].unmarked() == read(done.text)[0].stale() == []


def test_a_digest_that_yaml_would_read_as_a_number_is_quoted() -> None:
    number = 0
    while True:
        changed = FILES["set.yaml"].replace(b"A farm", b"A farm %d" % number)
        files = {**FILES, "set.yaml": changed}
        of = read(begun("farm", "de"), files)[0].current["set",]
        if of.replace("e", "", 1).isdigit() and not of.startswith("e") and not of.endswith("e"):
            break
        number += 1
    told = yaml.safe_load(freshened(begun("farm", "de"), files=files).text)
    assert told["set"] == {"of": of}


STRANGE = ["yes", "a: b # c", "- x", "'", "\u2028\x85 y", "{answer}", "word " * 60, "長" * 120]


@pytest.mark.parametrize("says", STRANGE)
def test_any_text_can_be_translated_in_place(says: str) -> None:
    claims = {**CLAIMS, "claims": [{**CLAIM, "says": says}]}
    files = {**FILES, "claims.yaml": files_of(FARM, claims)["claims.yaml"]}
    text = uncommented(freshened(begun("farm", "de"), files=files).text)
    told = read(text, files)[0].entries["claims", "S1-1"].texts()
    assert told == {("says",): " ".join(says.split())}


def test_a_set_translates_what_the_one_it_extends_does_not() -> None:
    whole = uncommented(freshened(begun("farm", "de")).text)
    own = {
        "set-format": 1,
        "set": "field",
        "version": "0.1.0",
        "title": "A field",
        "extends": {"set": "farm", "version": "0.1.0"},
        "overrides": {"garden/late": {"because": "It wilts."}},
    }
    base = {f"../farm/{name}": data for name, data in FILES.items()}
    files = {"set.yaml": dumped(own), **base, "../farm/text/de.yaml": whole.encode()}
    done = freshened(begun("field", "de"), files=files)
    told = yaml.safe_load(done.text)
    assert (list(told), done.added) == (["text-format", "language", "set", "reasons"], 2)
    assert list(told["reasons"]) == ["garden/late"]
    assert "It wilts." in done.text
